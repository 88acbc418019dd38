/** What a browser must know before it asks for words: the catalogue, put together from finished parts. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Card } from "../domain/manifest.ts";
import { fingerprint } from "../domain/order.ts";
import { entryKey, storeEntry } from "./cache.ts";
import type { Outline, Volume } from "./catalog.ts";
import { documentsFile, packDocuments } from "./catalog-file.ts";
import type { CheckedEntries } from "./checked.ts";
import { describeArticles } from "./describe.ts";
import { publisher, readNotes, type VolumeNotes } from "./tasks.ts";
import { readFacts } from "./unit.ts";
import type { Stretch } from "./units.ts";
import type { IndexOptions, Parts } from "./write-index.ts";

/**
 * Pack what is known of the documents, a folder of the cache for each volume (they are added to
 * `parts.files`), and name everything that a search needs.
 */
export async function makeOutline(
	{ cacheDir, corpus, portable }: IndexOptions,
	checked: CheckedEntries,
	cards: readonly Card[],
	units: readonly Stretch[],
	volumes: readonly Stretch[],
	parts: Parts,
): Promise<Outline> {
	const facts = parts.units.map((key) => readFacts(join(cacheDir, key)));
	const places = facts.flatMap((unit) => unit.places);
	const headline = facts.flatMap((unit) => unit.headline);
	const { columns, ...names } = describeArticles(corpus, cards, {
		places,
		headline,
	});
	/** Only what has changed is packed. @returns the folder. */
	const seeToDocuments = async (start: number, end: number) => {
		const bytes = packDocuments(columns, start, end);
		const key = entryKey("d", portable, fingerprint(bytes));
		const found = checked.sound(key);
		if (!found)
			await storeEntry(join(cacheDir, key), (put) =>
				publisher(put, key, portable)(documentsFile, packed(bytes)),
			);
		parts.files.set(key, found ?? checked.made(key));
		return key;
	};
	return {
		version: 2,
		places: places.reduce((sum, count) => sum + count, 0),
		...names,
		pagefind: parts.pagefind,
		volumes: await Promise.all(
			volumes.map(async (volume, n): Promise<Volume> => {
				const folder = parts.volumes[n] as string;
				const start = units[volume.start]?.start ?? 0;
				const end = units[volume.end - 1]?.end ?? 0;
				return {
					folder,
					documents: await seeToDocuments(start, end),
					start,
					count: end - start,
					pages: units
						.slice(volume.start, volume.end)
						.map((unit) => unit.end - unit.start),
					...readNotes<VolumeNotes>(cacheDir, folder),
				};
			}),
		),
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
