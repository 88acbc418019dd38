/** Whether this archive holds what an imported list names. */

import { inParallel } from "../common/in-parallel.ts";
import { askText } from "../compare/ask-text.ts";
import { addressOf, type Kept } from "./store.ts";

/** A page that is not there is told apart from a slow one after so long. */
const patienceMs = 5_000;
/** @param tell called with how many are looked up. */
export function checked(
	items: readonly Kept[],
	tell: (done: number) => void,
): Promise<readonly Kept[]> {
	return inParallel(
		items,
		async ({ missing: _, ...bare }): Promise<Kept> =>
			(await isHere(bare)) ? bare : { ...bare, missing: true },
		tell,
	);
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
