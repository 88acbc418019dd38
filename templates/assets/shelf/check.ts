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
	if (location.protocol !== "file:")
		return fetch(addressOf(item), { method: "HEAD" }).then(
			({ ok }) => ok,
			() => false,
		);
	// From a disk no script may look whether a file is there; its page can be asked.
	return (await askText(item.id, patienceMs)) !== undefined;
}
