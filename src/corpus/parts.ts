/**
 * What grows with the archive is published in parts by month of publication, so that today's article touches today's part
 * and no file grows without end.
 */
import type { Card } from "../domain/manifest.ts";

/** Articles of one month, in the order of the manifest. */
export interface Part {
	/** `2023-12`, of a month that is too full for one file `2023-12-2` … as well; `undated`. */
	readonly name: string;
	readonly cards: readonly Card[];
}

/** Bytes of a part's articles with all their text: well below the 20 MB that a file may have. */
const mostBytes = 12_000_000;

const memo = new WeakMap<readonly Card[], readonly Part[]>();

/** Computed once for each list. @param cards in the order of the manifest: oldest first, undated last. */
export function partsByMonth(cards: readonly Card[]): readonly Part[] {
	const known = memo.get(cards) ?? cutByMonth(cards);
	memo.set(cards, known);
	return known;
}

function cutByMonth(cards: readonly Card[]): Part[] {
	const parts: { name: string; cards: Card[] }[] = [];
	let month = "";
	let ofMonth = 0;
	let bytes = 0;
	for (const card of cards) {
		const own = card.day?.slice(0, 7) ?? "undated";
		const size = aboutBytes(card);
		if (own !== month) ofMonth = 0;
		if (own !== month || bytes + size > mostBytes) {
			ofMonth++;
			month = own;
			bytes = 0;
			parts.push({
				name: ofMonth === 1 ? month : `${month}-${ofMonth}`,
				cards: [],
			});
		}
		bytes += size;
		parts.at(-1)?.cards.push(card);
	}
	return parts;
}

/** Text stands twice in an article, as paragraphs and as HTML, and a Han character takes three bytes. */
function aboutBytes({ characters, figures }: Card): number {
	return 2_500 + 7 * characters + 1_000 * figures;
}
