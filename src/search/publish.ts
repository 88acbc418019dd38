/** Finished parts → `<out>/search/`. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { placeEntry } from "./cache.ts";
import type { Outline } from "./catalog.ts";
import { twinPath } from "./twin-names.ts";
import { twinOf } from "./twins.ts";
import type { IndexOptions, Parts } from "./write-index.ts";
import { packed } from "./write-outline.ts";

/** What the index takes up. */
export interface Sizes {
	/** Files below `search/`, without those only for pages opened from a disk. */
	readonly files: number;
	readonly bytes: number;
	/** What working from a disk costs on top. */
	readonly portableBytes: number;
}

/** Put the finished parts into the site. */
export function publish(
	{ outDir, cacheDir, portable }: IndexOptions,
	outline: Outline,
	parts: Parts,
): Sizes {
	const target = join(outDir, "search");
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	const sums = { files: 0, bytes: 0, portableBytes: 0 };
	const place = (key: string, to: string) => {
		for (const part of ["files/", "twins/"]) {
			const entry = Object.entries(parts.files.get(key) ?? {})
				.filter(([path]) => path.startsWith(part))
				.map(([path, file]) => [path.slice(part.length), file] as const);
			placeEntry(
				join(cacheDir, key, part),
				Object.fromEntries(entry),
				join(target, to),
			);
			const bytes = entry.reduce((sum, [, file]) => sum + file.bytes, 0);
			if (part === "files/") {
				sums.files += entry.length;
				sums.bytes += bytes;
			} else sums.portableBytes += bytes;
		}
	};
	place(parts.engine, "");
	const documents = outline.volumes.map((volume) => volume.documents);
	// Volumes of equal documents share them.
	for (const key of new Set([...parts.volumes, ...parts.texts, ...documents]))
		place(key, key);
	const path = "catalog.bin";
	const bytes = packed(JSON.stringify(outline));
	writeFileSync(join(target, path), bytes);
	sums.files++;
	sums.bytes += bytes.length;
	if (portable) {
		const twin = twinOf(path, bytes);
		writeFileSync(join(target, twinPath(path)), twin);
		sums.portableBytes += twin.length;
	}
	return sums;
}
