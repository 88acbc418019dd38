import { type FacetKind, facetPath } from "./addresses.ts";

/** Where feeds lie, relative to the site's root. */
export interface FeedPaths {
	readonly atom: string;
	readonly json: string;
}

/** Of the whole archive. */
export const archiveFeeds: FeedPaths = { atom: "feed.xml", json: "feed.json" };

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
