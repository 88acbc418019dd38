/** What every kind of page says of itself: which pages there are, what each shows, what decides its bytes. */
import type { FacetKind } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";

/** Which page of its kind: an article's or meeting's id, a list's facet and period, a part. Plain JSON. */
export interface PageParams {
	readonly id?: string | undefined;
	readonly facet?: FacetKind | undefined;
	readonly period?: string | undefined;
	/** From 1. */
	readonly part?: number | undefined;
}

/** A page of a known kind: where it lies below the site's root, and which one it is. */
export interface PlaceOfPage {
	readonly path: string;
	readonly params: PageParams;
}

/**
 * One kind of page. A page's bytes are a function of its template and its props (and, on an article's page, of the
 * article that `sha256` names): nothing in props that does not show.
 */
export interface Pages<Props> {
	/** Every page of this kind, in the order of the archive. Reads no article. */
	readonly list: (site: Site) => readonly PlaceOfPage[];
	readonly props: (site: Site, page: PlaceOfPage) => Props;
	/**
	 * Where there are as many pages as articles, a quicker way to say what differs when props differ; else the JSON of
	 * the props says it.
	 */
	readonly key?: (site: Site, page: PlaceOfPage) => string;
}

/** The only page of its kind. */
export function onePage(path: string): () => readonly PlaceOfPage[] {
	return () => [{ path, params: {} }];
}

/** `1 … n` for `total` things on pages of `size`; there is always a first page. */
export function parts(total: number, size: number): number[] {
	return Array.from(
		{ length: Math.max(1, Math.ceil(total / size)) },
		(_, index) => index + 1,
	);
}
