import { type FacetKind, facetFolders } from "./addresses.ts";

/** Where the feeds of a facet or a timeline lie. */
export interface FeedPaths {
	readonly atom: string;
	readonly json: string;
}

/** Feeds of sources lie where they always lay: directly in `feeds/`. */
export function feedPaths(kind: FacetKind | "timeline", id: string): FeedPaths {
	const folder =
		kind === "source"
			? "feeds"
			: `feeds/${kind === "timeline" ? "timelines" : facetFolders[kind]}`;
	return { atom: `${folder}/${id}.xml`, json: `${folder}/${id}.json` };
}
