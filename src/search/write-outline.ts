/** What a browser must know before it asks for words: the catalogue, put together from finished parts. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fingerprint } from "../base/order.ts";
import type { Card } from "../domain/manifest.ts";
import { type EntryFiles, entryKey, storeEntry } from "./cache.ts";
import type { Outline, Volume } from "./catalog.ts";
import { documentsFile, packDocuments } from "./catalog-file.ts";
import type { CheckedEntries } from "./checked.ts";
import { describeArticles } from "./describe.ts";
import { publisher, readNotes, type VolumeNotes } from "./tasks.ts";
import { readFacts } from "./unit.ts";
import type { Stretch } from "./units.ts";
import type { IndexOptions, Parts } from "./write-index.ts";

/** What the catalogue says of the documents. */
export interface Documents
	extends Pick<
		Outline,
		"places" | "sources" | "languages" | "people" | "aliases"
	> {
	/** The folder in the cache of each volume's. */
	readonly folders: readonly string[];
	/** By folder, its files. */
	readonly files: ReadonlyMap<string, EntryFiles>;
}

/**
 * Pack what is known of the documents, a folder of the cache for each volume.
 *
 * @param made folders of all units, in order.
 */
export async function makeDocuments(
	{ cacheDir, corpus, portable }: IndexOptions,
	checked: CheckedEntries,
	cards: readonly Card[],
	units: readonly Stretch[],
	volumes: readonly Stretch[],
	made: readonly string[],
): Promise<Documents> {
	const facts = made.map((key) => readFacts(join(cacheDir, key)));
	const places = facts.flatMap((unit) => unit.places);
	const headline = facts.flatMap((unit) => unit.headline);
	const { columns, ...names } = describeArticles(corpus, cards, {
		places,
		headline,
	});
	const files = new Map<string, EntryFiles>();
	/** Only what has changed is packed. @returns the folder. */
	const folderOf = async (volume: Stretch) => {
		const bytes = packDocuments(columns, ...boundsOf(volume, units));
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
		folders: await Promise.all(volumes.map(folderOf)),
		files,
	};
}

/** The first document of a volume, and the one behind its last. */
function boundsOf(
	volume: Stretch,
	units: readonly Stretch[],
): [start: number, end: number] {
	return [units[volume.start]?.start ?? 0, units[volume.end - 1]?.end ?? 0];
}

/** Name everything that a search needs. */
export function outlineOf(
	{ cacheDir }: IndexOptions,
	units: readonly Stretch[],
	volumes: readonly Stretch[],
	parts: Parts,
	{ folders, files: _, places, ...names }: Documents,
): Outline {
	return {
		version: 2,
		places,
		...names,
		pagefind: parts.pagefind,
		volumes: volumes.map((volume, n): Volume => {
			const folder = parts.volumes[n] as string;
			const [start, end] = boundsOf(volume, units);
			return {
				folder,
				documents: folders[n] as string,
				start,
				count: end - start,
				pages: units
					.slice(volume.start, volume.end)
					.map((unit) => unit.end - unit.start),
				...readNotes<VolumeNotes>(cacheDir, folder),
			};
		}),
		texts: parts.texts.map((folder, n) => {
			const { start, end } = units[n] as Stretch;
			return { folder, start, count: end - start };
		}),
	};
}

/** As small as it gets: it is packed once and loaded by every search. */
export function packed(data: string | Uint8Array): Uint8Array {
	return gzipSync(data, { level: 9 });
}
