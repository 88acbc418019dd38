/** What one build leaves to the next of what it knows of related articles. */
import type { RelatedMemory } from "../enrich/related.ts";
import { Store } from "../store/store.ts";

const key = "related";

/**
 * @param folder of what is remembered of the seeds.
 * @param version of the code behind signatures and relatives.
 */
export function writeRelatedMemory(
	folder: string,
	version: string,
	memory: RelatedMemory,
): void {
	const { bins, neighbours, ...rest } = memory;
	// Shared memory cannot be stored; copies of it are none.
	const value = { ...rest, bins: bins.slice(), neighbours: neighbours.slice() };
	new Store(folder, version).put(key, value);
}

/** @returns `undefined` when it is not there, damaged, or of another version of the code. */
export function readRelatedMemory(
	folder: string,
	version: string,
): RelatedMemory | undefined {
	return new Store(folder, version).get(key);
}
