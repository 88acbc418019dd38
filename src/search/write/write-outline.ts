/** What a browser must know before it asks for words: the catalogue, put together from finished parts. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fingerprint } from "../../base/order.ts";
import type { Card } from "../../domain/manifest.ts";
import { type EntryFiles, entryKey, storeEntry } from "../cache.ts";
import {
	type MergedSegment,
	type Outline,
	outlineVersion,
} from "../catalog.ts";
import { documentsFile, packDocuments } from "../catalog-file.ts";
import type { CheckedEntries } from "../checked.ts";
import type { Stretch } from "./cut.ts";
import { describeArticles } from "./describe.ts";
import type { MergedFacts } from "./merge.ts";
import { readFacts } from "./segment.ts";
import { publisher, readNotes } from "./tasks.ts";
import type { IndexOptions, Parts } from "./write-index.ts";

/** What the catalogue says of the documents. */
export interface Documents
	extends Pick<
		Outline,
		| "places"
		| "sources"
		| "languages"
		| "people"
		| "collections"
		| "aliases"
		| "around"
	> {
	/** The folder in the cache of each merged segment's. */
	readonly folders: readonly string[];
	/** By folder, its files. */
	readonly files: ReadonlyMap<string, EntryFiles>;
}

/**
 * Pack what is known of the documents, a folder of the cache for each merged segment.
 *
 * @param made folders of all segments, in order.
 */
export async function makeDocuments(
	{ cacheDir, corpus, portable }: IndexOptions,
	checked: CheckedEntries,
	{ cards, segments, merged }: Cut & { readonly cards: readonly Card[] },
	made: readonly string[],
): Promise<Documents> {
	const facts = made.map((key) => readFacts(join(cacheDir, key)));
	const places = facts.flatMap(({ places }) => places);
	const headline = facts.flatMap(({ headline }) => headline);
	const { columns, ...names } = describeArticles(corpus, cards, {
		places,
		headline,
	});
	const files = new Map<string, EntryFiles>();
	/** Only what has changed is packed. @returns the folder. */
	const folderOf = async (one: Stretch) => {
		const bytes = packDocuments(columns, ...boundsOf(one, segments));
		const key = entryKey("d", portable, fingerprint(bytes));
		const found = checked.sound(key);
		if (!found)
			await storeEntry(join(cacheDir, key), (put) =>
				publisher(put, key, portable)(documentsFile, packed(bytes)),
			);
		files.set(key, found ?? checked.made(key));
		return key;
	};
	return {
		...names,
		places: places.reduce((sum, count) => sum + count, 0),
		folders: await Promise.all(merged.map(folderOf)),
		files,
	};
}

/** How the list of articles is cut; merged ones count segments. */
interface Cut {
	readonly segments: readonly Stretch[];
	readonly merged: readonly Stretch[];
}

/** The first document of a merged segment, and the one behind its last. */
function boundsOf(
	{ start, end }: Stretch,
	segments: readonly Stretch[],
): [start: number, end: number] {
	return [segments[start]?.start ?? 0, segments[end - 1]?.end ?? 0];
}

/** Name everything that a search needs. */
export function outlineOf(
	{ cacheDir }: IndexOptions,
	{ segments, merged }: Cut,
	parts: Parts,
	{ folders, files: _, places, ...names }: Documents,
): Outline {
	return {
		version: outlineVersion,
		places,
		...names,
		segments: merged.map((one, n): MergedSegment => {
			const folder = parts.merged[n] as string;
			const [start, end] = boundsOf(one, segments);
			return {
				folder,
				documents: folders[n] as string,
				start,
				count: end - start,
				...readNotes<MergedFacts>(cacheDir, folder),
			};
		}),
		texts: parts.texts.map((folder, n) => {
			const { start, end } = segments[n] as Stretch;
			return { folder, start, count: end - start };
		}),
	};
}

/** As small as it gets: it is packed once and loaded by every search. */
export function packed(data: string | Uint8Array): Uint8Array {
	return gzipSync(data, { level: 9 });
}
