/** Filters over hits, and counts that follow the query. */
import type { Catalog } from "./catalog.ts";
import type { Hit } from "./search-volume.ts";

export const facetNames = [
	"source",
	"year",
	"language",
	"person",
	"meeting",
] as const;
export type FacetName = (typeof facetNames)[number];

/** What is chosen: of one facet any of the values, of all facets each. */
export type Chosen = Readonly<Record<FacetName, readonly string[]>>;

export const nothingChosen: Chosen = {
	source: [],
	year: [],
	language: [],
	person: [],
	meeting: [],
};

export interface FacetValue {
	/** Source or person id, year, language tag; `undated`; `yes` for a meeting. */
	readonly value: string;
	readonly count: number;
}

export interface Faceted {
	readonly hits: readonly Hit[];
	/** How many hits each value would leave, most first (years in order); chosen ones always listed. */
	readonly counts: Readonly<Record<FacetName, readonly FacetValue[]>>;
}

/** Keep the hits that fit what is chosen, and count the values of each facet under the others. */
export function applyFacets(
	hits: readonly Hit[],
	catalog: Catalog,
	chosen: Chosen,
): Faceted {
	const fits = (hit: Hit, facet: FacetName) =>
		chosen[facet].length === 0 ||
		valuesOf(hit.document, catalog, facet).some((value) =>
			chosen[facet].includes(value),
		);
	const counts = Object.fromEntries(
		facetNames.map((facet) => {
			const others = facetNames.filter((name) => name !== facet);
			const tally = new Map(chosen[facet].map((value) => [value, 0]));
			for (const hit of hits)
				if (others.every((other) => fits(hit, other)))
					for (const value of valuesOf(hit.document, catalog, facet))
						tally.set(value, (tally.get(value) ?? 0) + 1);
			return [facet, sorted(tally, facet)];
		}),
	) as Record<FacetName, FacetValue[]>;
	return {
		hits: hits.filter((hit) => facetNames.every((facet) => fits(hit, facet))),
		counts,
	};
}

/** The year of a document, or `undated`. */
export function yearOf(document: number, catalog: Catalog): string {
	return dayOf(document, catalog)?.slice(0, 4) ?? "undated";
}

/** `YYYY-MM-DD`, on the outlet's own clock; `undefined` when undated. */
export function dayOf(document: number, catalog: Catalog): string | undefined {
	const days = daysOf(catalog)[document];
	return days === undefined
		? undefined
		: new Date(days * 86_400_000).toISOString().slice(0, 10);
}

function valuesOf(
	document: number,
	catalog: Catalog,
	facet: FacetName,
): readonly string[] {
	switch (facet) {
		case "source":
			return [catalog.sources[catalog.source[document] ?? -1]?.id ?? ""];
		case "year":
			return [yearOf(document, catalog)];
		case "language":
			return [catalog.languages[catalog.language[document] ?? -1] ?? ""];
		case "person":
			return (catalog.persons[document] || []).map(
				(person) => catalog.people[person]?.id ?? "",
			);
		case "meeting":
			return catalog.meeting[document] === 1 ? ["yes"] : [];
	}
}

function sorted(tally: Map<string, number>, facet: FacetName): FacetValue[] {
	const values = [...tally].map(([value, count]) => ({ value, count }));
	return values.sort((a, b) =>
		facet === "year" || a.count === b.count
			? a.value < b.value
				? -1
				: 1
			: b.count - a.count,
	);
}

const known = new WeakMap<Catalog, (number | undefined)[]>();
function daysOf(catalog: Catalog): (number | undefined)[] {
	let days = known.get(catalog);
	if (!days) {
		let day = 0;
		days = catalog.daySteps.map((step) => {
			if (step === null) return undefined;
			day += step;
			return day;
		});
		known.set(catalog, days);
	}
	return days;
}
