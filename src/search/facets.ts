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
export function dayOf(
	document: number,
	catalog: Pick<Catalog, "daySteps">,
): string | undefined {
	return daysOf(catalog)[document];
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

/** By the list itself, which copies of a catalogue share. */
const known = new WeakMap<Catalog["daySteps"], (string | undefined)[]>();
function daysOf({
	daySteps,
}: Pick<Catalog, "daySteps">): (string | undefined)[] {
	let days = known.get(daySteps);
	if (!days) {
		let day = 0;
		let text = "1970-01-01";
		days = daySteps.map((step) => {
			if (step === null) return undefined;
			if (step !== 0) {
				day += step;
				text = new Date(day * 86_400_000).toISOString().slice(0, 10);
			}
			return text;
		});
		known.set(daySteps, days);
	}
	return days;
}
