/** What the page of a source, person, place or tag says of it, from its articles alone. */
import type { Card } from "../domain/manifest.ts";
import { listPath } from "./addresses.ts";
import { briefOf } from "./briefs.ts";
import type { Facet, Site } from "./index-corpus.ts";
import { type MonthGrid, monthGrid } from "./month-grid.ts";
import { encounterRef } from "./pages/timeline.ts";
import type { Brief, Counted, EncounterRef } from "./props.ts";

export interface FacetFacts {
	/** The first and the last dated article. */
	readonly first?: Brief | undefined;
	readonly last?: Brief | undefined;
	/** Articles by month. */
	readonly grid: MonthGrid;
	/** People named in the same articles, the most frequent first; of people and places only. */
	readonly together: readonly Counted[];
	/** Meetings of the person, or in the place. */
	readonly encounters: readonly EncounterRef[];
}

/** At most so many people are listed as named together with this one. */
const togetherShown = 12;

export function facetFacts(site: Site, facet: Facet): FacetFacts {
	return { ...factsWithoutGrid(site, facet), grid: monthGrid(facet) };
}

/** All but what follows from the days of its articles. */
export function factsWithoutGrid(
	site: Site,
	facet: Facet,
): Omit<FacetFacts, "grid"> {
	const { kind, id, name, cards } = facet;
	const isDated = ({ day }: Card) => day !== undefined;
	const [first, last] = [cards.find(isDated), cards.findLast(isDated)];
	const isNamed = kind === "person" || kind === "place";
	const { encounters } = site.corpus.encounters;
	return {
		first: first && briefOf(site, first),
		last: last && briefOf(site, last),
		together: isNamed ? peopleNamedWith(site, facet) : [],
		encounters: isNamed
			? encounters
					.filter(({ people, place }) =>
						kind === "person"
							? people.some((person) => person.id === id)
							: place.city === name || place.country === name,
					)
					.map(encounterRef)
			: [],
	};
}

/** Counted by numbers: the people and places of a large archive stand in a million lines of cards. */
function peopleNamedWith(site: Site, { kind, id, places }: Facet): Counted[] {
	const { people, byPlace } = peopleIn(site);
	const counts = new Uint32Array(people.length);
	for (const place of places)
		for (const person of byPlace[place] ?? [])
			counts[person] = (counts[person] as number) + 1;
	return people
		.map(({ id, name }, person) => ({ id, name, count: counts[person] ?? 0 }))
		.filter((one) => one.count > 0 && !(kind === "person" && one.id === id))
		.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
		.slice(0, togetherShown)
		.map(({ id, name, count }) => ({
			name,
			path: listPath("person", id, ""),
			count,
		}));
}

interface People {
	readonly people: readonly Facet[];
	/** By the place of an article among {@link Site.cards}, the places of those it names among the people. */
	readonly byPlace: readonly (readonly number[])[];
}

const known = new WeakMap<Site, People>();

function peopleIn(site: Site): People {
	const before = known.get(site);
	if (before) return before;
	const people = [...site.facets.person.values()];
	const numbers = new Map(people.map(({ id }, number) => [id, number]));
	const made = {
		people,
		byPlace: site.cards.map((card) =>
			card.people.flatMap((id) => numbers.get(id) ?? []),
		),
	};
	known.set(site, made);
	return made;
}
