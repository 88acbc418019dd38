/** What can be said of a source, person, place or tag from its articles alone. */
import type { Card } from "../domain/manifest.ts";
import { listPath } from "./addresses.ts";
import { briefOf } from "./briefs.ts";
import type { Facet, Site } from "./index-corpus.ts";
import { type MonthGrid, monthGrid } from "./month-grid.ts";
import { encounterRef } from "./pages/timeline.ts";
import type { Brief, Counted, EncounterRef } from "./props.ts";

export interface FacetFacts {
	/** The first and the last dated article. */
	readonly first?: Brief;
	readonly last?: Brief;
	/** Articles by month. */
	readonly grid: MonthGrid;
	/** People named in the same articles, the most frequent first; of people and places only. */
	readonly together: readonly Counted[];
	/** Meetings of the person, or in the place. */
	readonly encounters: readonly EncounterRef[];
}

/** People that are named as company. */
const togetherShown = 12;

const known = new WeakMap<Facet, FacetFacts>();

/** Counted once for the key of a page and for the page itself. */
export function facetFacts(site: Site, facet: Facet): FacetFacts {
	const facts = known.get(facet) ?? countFacts(site, facet);
	known.set(facet, facts);
	return facts;
}

function countFacts(site: Site, facet: Facet): FacetFacts {
	const { kind, id, cards } = facet;
	const first = cards[0];
	const last = lastDated(cards);
	return {
		...(first?.day === undefined ? {} : { first: briefOf(site, first) }),
		...(last === undefined ? {} : { last: briefOf(site, last) }),
		grid: monthGrid(facet),
		together:
			kind === "person" || kind === "place" ? companyOf(site, facet) : [],
		encounters:
			kind === "person" || kind === "place"
				? site.corpus.encounters.encounters
						.filter(({ people, place }) =>
							kind === "person"
								? people.some((person) => person.id === id)
								: place.city === facet.name || place.country === facet.name,
						)
						.map(encounterRef)
				: [],
	};
}

/** Undated articles stand last. */
function lastDated(cards: readonly Card[]): Card | undefined {
	for (let at = cards.length - 1; at >= 0; at--)
		if (cards[at]?.day !== undefined) return cards[at];
	return undefined;
}

function companyOf(site: Site, facet: Facet): Counted[] {
	const counts = new Map<string, number>();
	for (const { people } of facet.cards)
		for (const id of people) counts.set(id, (counts.get(id) ?? 0) + 1);
	if (facet.kind === "person") counts.delete(facet.id);
	return [...counts]
		.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
		.slice(0, togetherShown)
		.flatMap(([id, count]) => {
			const person = site.facets.person.get(id);
			return person
				? [{ name: person.name, path: listPath("person", id, ""), count }]
				: [];
		});
}
