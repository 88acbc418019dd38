/** Whether this archive holds what an imported list names. */
import { askText } from "../compare/ask-text.ts";
import { addressOf, type Kept } from "./store.ts";

/** A page that is not there is told apart from a slow one after so long. */
const patienceMs = 5_000;
/** Pages looked for at once. */
const atOnce = 6;

/** @param tell how many are looked up. */
export async function checked(
	items: readonly Kept[],
	tell: (done: number) => void,
): Promise<readonly Kept[]> {
	const marked: Kept[] = new Array(items.length);
	let next = 0;
	let done = 0;
	const work = async () => {
		while (next < items.length) {
			const n = next++;
			const { missing: _, ...bare } = items[n] as Kept;
			marked[n] = (await isHere(bare)) ? bare : { ...bare, missing: true };
			tell(++done);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return marked;
}

async function isHere(item: Kept): Promise<boolean> {
	if (item.place === "") return false;
	if (!item.place.startsWith("articles/")) return true;
	const answer =
		location.protocol === "file:"
			? undefined
			: await fetch(addressOf(item), { method: "HEAD" }).catch(() => undefined);
	// From a disk no script may look whether a file is there, and without a network none can: its page can be asked.
	return answer?.ok ?? (await askText(item.id, patienceMs)) !== undefined;
}
