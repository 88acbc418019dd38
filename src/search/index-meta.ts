import { pageName } from "./catalog.ts";
import { CborWriter } from "./cbor.ts";

/** A chunk of words: the first and the last. */
export interface ChunkRange {
	readonly first: string;
	readonly last: string;
}

/**
 * What a `pf_meta` file says: `[version, [[page, words, group]…], [[from, to, chunk]…], filters,
 * sorts, meta fields]`. Filters and sorting are the catalogue's.
 *
 * @param version of Pagefind.
 * @param pages the places of each page.
 */
export function metaOf(
	version: string,
	pages: readonly number[],
	chunks: readonly ChunkRange[],
): Uint8Array {
	const meta = new CborWriter();
	meta.array(6);
	meta.text(version);
	meta.array(pages.length);
	for (const [n, places] of pages.entries()) {
		meta.array(3);
		meta.text(pageName(n));
		meta.integer(places);
		meta.text(pageName(n));
	}
	meta.array(chunks.length);
	for (const [n, { first, last }] of chunks.entries()) {
		meta.array(3);
		meta.text(first);
		meta.text(last);
		meta.text(pageName(n));
	}
	meta.array(0);
	meta.array(0);
	meta.array(1);
	meta.text("title");
	return meta.take();
}
