/**
 * Pages that were rendered for another machine: each with its key and hash, so that an assembling
 * build takes over just those that it would have rendered itself, byte for byte.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { linkOrCopy } from "../base/link-or-copy.ts";
import { sha256 } from "../base/order.ts";
import { readSealed, writeSealed } from "../store/checksummed.ts";

/** Path of the page → the key of everything it depends on, and its SHA-256. */
type StoredPages = Readonly<
	Record<string, { readonly key: string; readonly sha256: string }>
>;

/** Folder of stored pages in a cache. */
export function pagesFolder(cache: string): string {
	return join(cache, "pages");
}

/** Folder that the pages of the slice `name` are rendered into. */
export function sliceFolder(cache: string, name: string): string {
	return join(pagesFolder(cache), name);
}

/** Remember the pages that now lie in the folder of the slice `name`. */
export function storePages(
	cache: string,
	name: string,
	pages: readonly {
		readonly path: string;
		readonly key: string;
		readonly sha256: string;
	}[],
): void {
	const stored: StoredPages = Object.fromEntries(
		pages.map(({ path, key, sha256 }) => [path, { key, sha256 }]),
	);
	const list = `${sliceFolder(cache, name)}.json`;
	writeSealed(list, JSON.stringify(stored));
}

/**
 * Stored pages of all slices.
 *
 * @returns a function that puts the page `path` with this `key` below `outDir` and gives its
 * SHA-256, or `undefined` when it is not stored, was made from something else, or is damaged.
 */
export function openPages(
	cache: string,
): (path: string, key: string, outDir: string) => string | undefined {
	const places = new Map<
		string,
		{ readonly file: string; readonly sha256: string }
	>();
	const folder = pagesFolder(cache);
	for (const name of existsSync(folder) ? readdirSync(folder) : []) {
		if (!name.endsWith(".json")) continue;
		const slice = join(folder, name.slice(0, -".json".length));
		for (const [path, page] of Object.entries(readList(join(folder, name))))
			places.set(`${page.key} ${path}`, {
				file: join(slice, path),
				sha256: page.sha256,
			});
	}
	return (path, key, outDir) => {
		const place = places.get(`${key} ${path}`);
		if (!place || hashOf(place.file) !== place.sha256) return undefined;
		mkdirSync(dirname(join(outDir, path)), { recursive: true });
		linkOrCopy(place.file, join(outDir, path));
		return place.sha256;
	};
}

function readList(path: string): StoredPages {
	// Damaged: then its pages are rendered again.
	return JSON.parse(readSealed(path) ?? "{}") as StoredPages;
}

function hashOf(path: string): string | undefined {
	try {
		return sha256(readFileSync(path));
	} catch {
		return undefined;
	}
}
