/** A chronology cut into years, months and days. */
import type { Card } from "../domain/manifest.ts";

/** How many articles each period has. */
export type Periods = ReadonlyMap<string, Pick<Stretch, "length">>;

/** `2023-03-01` → `2023`, `2023-03`; `undated` for all of them without a day. */
export function yearOf(card: Card): string {
	return card.day?.slice(0, 4) ?? "undated";
}

export function monthOf(card: Card): string {
	return card.day?.slice(0, 7) ?? "undated";
}

function dayOf(card: Card): string {
	return card.day ?? "undated";
}

/** Cards that stand side by side in a list. */
export interface Stretch {
	/** Place of the first among the cards of the whole list. */
	readonly start: number;
	readonly length: number;
}

/** Cut a list, which is in the order of time, where another period begins. @param groupOf called with the places of each. */
function split<Group>(
	cards: readonly Card[],
	of: (card: Card) => string,
	groupOf: (start: number, end: number) => Group,
): ReadonlyMap<string, Group> {
	const groups = new Map<string, Group>();
	for (let start = 0; start < cards.length; ) {
		const period = of(cards[start] as Card);
		// The end of the range: first by strides that double, as most are short, then by halves.
		let inside = start;
		let outside = start + 1;
		while (outside < cards.length && of(cards[outside] as Card) === period) {
			inside = outside;
			outside = Math.min(cards.length, 2 * outside - start + 1);
		}
		while (outside - inside > 1) {
			const middle = (inside + outside) >>> 1;
			if (of(cards[middle] as Card) === period) inside = middle;
			else outside = middle;
		}
		groups.set(period, groupOf(start, outside));
		start = outside;
	}
	return groups;
}

/** The years (and `undated`) of a chronology, or the months of a year; computed once for each list. */
export function periodsOf(
	cards: readonly Card[],
	of: typeof yearOf,
): ReadonlyMap<string, readonly Card[]> {
	const known = memo.get(cards) ?? new Map();
	memo.set(cards, known);
	const groupOf = (start: number, end: number) => {
		const group = cards.slice(start, end);
		starts.set(group, startOf(cards) + start);
		return group;
	};
	const periods = known.get(of) ?? split(cards, of, groupOf);
	known.set(of, periods);
	return periods;
}

/** The days of a year or a month; computed once for each. There are too many for a list of each one's cards. */
export function daysOf(cards: readonly Card[]): ReadonlyMap<string, Stretch> {
	const before = startOf(cards);
	const known =
		days.get(cards) ??
		split(cards, dayOf, (start, end) => ({
			start: before + start,
			length: end - start,
		}));
	days.set(cards, known);
	return known;
}

const days = new WeakMap<readonly Card[], ReadonlyMap<string, Stretch>>();

/** Index of the first card of a period in the list that {@link periodsOf} was first asked about; 0 for that list. */
export function startOf(cards: readonly Card[]): number {
	return starts.get(cards) ?? 0;
}

const starts = new WeakMap<readonly Card[], number>();

const memo = new WeakMap<
	readonly Card[],
	Map<typeof yearOf, ReadonlyMap<string, readonly Card[]>>
>();
