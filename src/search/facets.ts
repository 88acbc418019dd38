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
	const active = facetNames.filter((facet) => chosen[facet].length > 0);
	const tallies = Object.fromEntries(
		facetNames.map((facet) => [
			facet,
			new Map(chosen[facet].map((value) => [value, 0])),
		]),
	) as Record<FacetName, Map<string, number>>;
	const kept: Hit[] = [];
	for (const hit of hits) {
		const missed = active.filter((facet) =>
			valuesOf(hit.document, catalog, facet).every(
				(value) => !chosen[facet].includes(value),
			),
		);
		if (missed.length === 0) kept.push(hit);
		// A facet counts what fits the others.
		const counted = missed.length === 0 ? facetNames : missed;
		if (missed.length > 1) continue;
		for (const facet of counted)
			for (const value of valuesOf(hit.document, catalog, facet))
				tallies[facet].set(value, (tallies[facet].get(value) ?? 0) + 1);
	}
	return {
		hits: kept,
		counts: Object.fromEntries(
			facetNames.map((facet) => [facet, sorted(tallies[facet], facet)]),
		) as Record<FacetName, FacetValue[]>,
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
