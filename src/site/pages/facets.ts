import {
	type FacetKind,
	facetIndexPath,
	facetKinds,
	listPath,
} from "../addresses.ts";
import type { Facet, Site } from "../index-corpus.ts";
import type { Counted } from "../props.ts";
import { type Pages, type PlaceOfPage, parts } from "./page-kind.ts";

export interface FacetsProps {
	readonly kind: FacetKind;
	readonly total: number;
	readonly items: readonly Counted[];
	readonly part: number;
	readonly parts: readonly string[];
}

/** Entries on one page of a facet's index. */
const facetsPerPage = 1_000;

/** The indexes of sources, people, places and tags. */
export const facets: Pages<FacetsProps> = {
	list: (site) =>
		facetKinds.flatMap((facet) =>
			parts(site.facets[facet].size, facetsPerPage).map((part) => ({
				path: facetIndexPath(facet, part),
				params: { facet, part },
			})),
		),
	props: facetsProps,
};

function facetsProps(site: Site, page: PlaceOfPage): FacetsProps {
	const kind = page.params.facet ?? "source";
	const part = page.params.part ?? 1;
	const all = site.facets[kind];
	const from = (part - 1) * facetsPerPage;
	return {
		kind,
		total: all.size,
		items: byCount([...all.values()]).slice(from, from + facetsPerPage),
		part,
		parts: parts(all.size, facetsPerPage).map((n) => facetIndexPath(kind, n)),
	};
}

function byCount(facets: readonly Facet[]): Counted[] {
	return [...facets]
		.sort((a, b) => b.cards.length - a.cards.length)
		.map(({ kind, id, name, cards }) => ({
			name,
			path: listPath(kind, id, ""),
			count: cards.length,
		}));
}
