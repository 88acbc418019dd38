/** What a browser must know before it asks for words: the catalogue, put together from finished parts. */
import {
	type MergedSegment,
	type Outline,
	outlineVersion,
} from "../catalog.ts";
import { boundsOf, type Stretch } from "./cut.ts";
import type { Description } from "./describe.ts";
import type { MergedFacts } from "./merge.ts";
import { readNotes } from "./tasks.ts";

/** How the list of articles is cut; merged ones count segments. */
export interface Cut {
	readonly segments: readonly Stretch[];
	readonly merged: readonly Stretch[];
}

/** Folders in the cache, in order. */
export interface Folders {
	/** Of each merged segment, and of what is known of its documents. */
	readonly merged: readonly string[];
	readonly documents: readonly string[];
}

/** Name everything that a search needs. */
export function outlineOf(
	cacheDir: string,
	{ segments, merged }: Cut,
	{ columns, ...names }: Description,
	folders: Folders,
): Outline {
	return {
		version: outlineVersion,
		places: columns.places.reduce((sum, count) => sum + count, 0),
		...names,
		segments: merged.map((one, n): MergedSegment => {
			const folder = folders.merged[n] as string;
			const [start, end] = boundsOf(one, segments);
			return {
				folder,
				documents: folders.documents[n] as string,
				start,
				count: end - start,
				...readNotes<MergedFacts>(cacheDir, folder),
			};
		}),
	};
}
