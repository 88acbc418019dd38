/** Filters over hits, and counts that follow the query. */
import { type Catalog, undated } from "../catalog.ts";
import type { Hit } from "./search-segment.ts";

export const facetNames = [
	"source",
	"year",
	"language",
	"person",
	"collection",
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
	collection: [],
	meeting: [],
};

export interface FacetValue {
	/** Id of a source, person or collection, year, language tag; `undated`; `yes` for a meeting. */
	readonly value: string;
	readonly count: number;
}

/** How many hits each value would leave, most first (years in order); chosen ones always listed. */
export type FacetCounts = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** The hits that fit what is chosen. */
export function filterHits(
	hits: readonly Hit[],
	catalog: Catalog,
	chosen: Chosen,
): readonly Hit[] {
	const tests = testsOf(catalog, chosen);
	if (tests.length === 0) return hits;
	return hits.filter(({ document }) =>
		tests.every(({ fits }) => fits(document)),
	);
}

/** Count the values of each facet among the hits that fit what is chosen of the others. */
export function countFacets(
	hits: readonly Hit[],
	catalog: Catalog,
	chosen: Chosen,
): FacetCounts {
	return Object.fromEntries(
		facetNames.map((facet) => {
			const others = filterHits(hits, catalog, { ...chosen, [facet]: [] });
			const counts = new Map(chosen[facet].map((value) => [value, 0]));
			for (const [number, count] of tallyOf(others, catalog, facet))
				counts.set(nameOfValue(catalog, facet, number), count);
			return [facet, sorted(counts, facet)];
		}),
	) as unknown as FacetCounts;
}

/** How many hits have each number of a facet, where any has; see {@link nameOfValue}. */
function tallyOf(
	hits: readonly Hit[],
	catalog: Catalog,
	facet: FacetName,
): [number: number, count: number][] {
	const counts = new Uint32Array(mostValues(catalog, facet));
	const numbers = numbersOf(catalog, facet);
	for (const { document } of hits) {
		const number = numbers(document);
		if (typeof number === "number") counts[number] = (counts[number] ?? 0) + 1;
		else for (const one of number) counts[one] = (counts[one] ?? 0) + 1;
	}
	const tally: [number, number][] = [];
	for (const [number, count] of counts.entries())
		if (count > 0) tally.push([number, count]);
	return tally;
}

/** `YYYY-MM-DD`, on the outlet's own clock; `undefined` when undated. */
export function dayOf(
	document: number,
	{ columns }: Pick<Catalog, "columns">,
): string | undefined {
	const day = columns.day[document] ?? undated;
	if (day === undated) return undefined;
	return new Date(day * msPerDay).toISOString().slice(0, 10);
}

const msPerDay = 86_400_000;
const nobody: readonly number[] = [];

/** A facet of which something is chosen. */
interface Test {
	readonly facet: FacetName;
	readonly fits: (document: number) => boolean;
}

function testsOf(catalog: Catalog, chosen: Chosen): Test[] {
	return facetNames
		.filter((facet) => chosen[facet].length > 0)
		.map((facet) => {
			const numbers = numbersOf(catalog, facet);
			const wanted = new Map<number, boolean>();
			const isWanted = (number: number) => {
				let known = wanted.get(number);
				if (known === undefined) {
					known = chosen[facet].includes(nameOfValue(catalog, facet, number));
					wanted.set(number, known);
				}
				return known;
			};
			const fits = (document: number) => {
				const number = numbers(document);
				return typeof number === "number"
					? isWanted(number)
					: number.some(isWanted);
			};
			return { facet, fits };
		});
}

/** What a document has of a facet, as numbers that are quick to compare: see {@link nameOfValue}. */
function numbersOf(
	catalog: Catalog,
	facet: FacetName,
): (document: number) => number | readonly number[] {
	const { columns } = catalog;
	switch (facet) {
		case "source":
			return (document) => columns.source[document] as number;
		case "year":
			return yearsOf(columns.day);
		case "language":
			return (document) => columns.language[document] as number;
		case "person":
			return (document) => columns.persons[document] || nobody;
		case "collection": {
			const held = collectionsByDocument(catalog);
			return (document) => held.get(document) ?? nobody;
		}
		case "meeting":
			return (document) => (columns.meeting[document] === 1 ? 1 : nobody);
	}
}

const byDocument = new WeakMap<Catalog, ReadonlyMap<number, number[]>>();

/** Positions in `collections` by document. */
function collectionsByDocument(
	catalog: Catalog,
): ReadonlyMap<number, readonly number[]> {
	const known = byDocument.get(catalog);
	if (known) return known;
	const held = new Map<number, number[]>();
	for (const [at, { documents }] of (catalog.collections ?? []).entries())
		for (const document of documents)
			held.set(document, [...(held.get(document) ?? []), at]);
	byDocument.set(catalog, held);
	return held;
}

/** Documents stand in the order of time: the last year looked up is mostly the next. */
function yearsOf(days: Int32Array): (document: number) => number {
	let year = 0;
	let from = 0;
	let to = 0;
	return (document) => {
		const day = days[document] as number;
		if (day === undated) return noYear;
		if (day < from || day >= to) {
			year = new Date(day * msPerDay).getUTCFullYear();
			from = Date.UTC(year, 0, 1) / msPerDay;
			to = Date.UTC(year + 1, 0, 1) / msPerDay;
		}
		return year;
	};
}

const noYear = 0;

/** One more than the largest number of a facet. */
function mostValues(catalog: Catalog, facet: FacetName): number {
	switch (facet) {
		case "source":
			return catalog.sources.length;
		case "year":
			return 10_000;
		case "language":
			return catalog.languages.length;
		case "person":
			return catalog.people.length;
		case "collection":
			return catalog.collections?.length ?? 0;
		case "meeting":
			return 2;
	}
}

/** The value of a facet that a number stands for. */
function nameOfValue(
	catalog: Catalog,
	facet: FacetName,
	number: number,
): string {
	switch (facet) {
		case "source":
			return catalog.sources[number]?.id ?? "";
		case "year":
			return number === noYear ? "undated" : String(number).padStart(4, "0");
		case "language":
			return catalog.languages[number] ?? "";
		case "person":
			return catalog.people[number]?.id ?? "";
		case "collection":
			return catalog.collections?.[number]?.id ?? "";
		case "meeting":
			return "yes";
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
