import { type FacetKind, facetPath } from "./addresses.ts";

/** Where the feeds of a facet or a timeline lie. */
export interface FeedPaths {
	readonly atom: string;
	readonly json: string;
}

/** Feeds of sources lie where they always lay: directly in `feeds/`. */
export function feedPaths(
	kind: FacetKind | "timeline" | "collection",
	id: string,
): FeedPaths {
	const isFacet = kind !== "timeline" && kind !== "collection";
	const path = isFacet ? facetPath(kind, id) : `${kind}s/${id}`;
	const place = kind === "source" ? id : path;
	return { atom: `feeds/${place}.xml`, json: `feeds/${place}.json` };
}
