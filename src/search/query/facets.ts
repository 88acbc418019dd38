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
	const tests = facetNames
		.filter((name) => chosen[name].length > 0)
		.map((name) => testOf(facetOf(catalog, name), chosen[name]));
	if (tests.length === 0) return hits;
	return hits.filter(({ document }) => tests.every((fits) => fits(document)));
}

/** Count the values of each facet among the hits that fit what is chosen of the others. */
export function countFacets(
	hits: readonly Hit[],
	catalog: Catalog,
	chosen: Chosen,
): FacetCounts {
	return Object.fromEntries(
		facetNames.map((name) => {
			const others = filterHits(hits, catalog, { ...chosen, [name]: [] });
			const { numbersOf, nameOf, end } = facetOf(catalog, name);
			const tally = new Uint32Array(end);
			for (const { document } of others)
				for (const number of numbersOf(document))
					tally[number] = (tally[number] ?? 0) + 1;
			const counts = new Map(chosen[name].map((value) => [value, 0]));
			tally.forEach((count, number) => {
				if (count > 0) counts.set(nameOf(number), count);
			});
			return [name, sorted(counts, name)];
		}),
	) as unknown as FacetCounts;
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

/** What documents have of a facet, as numbers, which are quick to compare and to count. */
interface Facet {
	readonly numbersOf: (document: number) => readonly number[];
	readonly nameOf: (number: number) => string;
	/** All numbers are below it. */
	readonly end: number;
}

function facetOf(
	{ columns, sources, languages, people, collections = [] }: Catalog,
	name: FacetName,
): Facet {
	const nobody: readonly number[] = [];
	const some = [1];
	const listed = (
		column: ArrayLike<number>,
		values: readonly string[],
	): Facet => {
		const single = values.map((_, number) => [number]);
		return {
			numbersOf: (document) => single[column[document] as number] ?? nobody,
			nameOf: (number) => values[number] as string,
			end: values.length,
		};
	};
	switch (name) {
		case "source":
			return listed(
				columns.source,
				sources.map(({ id }) => id),
			);
		case "language":
			return listed(columns.language, languages);
		case "collection": {
			const held = placesIn(collections.map(({ documents }) => documents));
			return {
				numbersOf: (document) => held.get(document) ?? nobody,
				nameOf: (number) => collections[number]?.id ?? "",
				end: collections.length,
			};
		}
		case "meeting":
			return {
				numbersOf: (document) =>
					columns.meeting[document] === 1 ? some : nobody,
				nameOf: () => "yes",
				end: 2,
			};
		case "year":
			return {
				numbersOf: yearsOf(columns.day),
				nameOf: (year) =>
					year === noYear ? "undated" : String(year).padStart(4, "0"),
				end: 10_000,
			};
		case "person":
			return {
				numbersOf: (document) => columns.persons[document] || nobody,
				nameOf: (number) => people[number]?.id ?? "",
				end: people.length,
			};
	}
}

/** For each document of any list, the positions of the lists that name it. */
function placesIn(
	lists: readonly (readonly number[])[],
): ReadonlyMap<number, readonly number[]> {
	const places = new Map<number, number[]>();
	for (const [at, documents] of lists.entries())
		for (const document of documents) {
			const held = places.get(document);
			if (held) held.push(at);
			else places.set(document, [at]);
		}
	return places;
}

function testOf(
	{ numbersOf, nameOf, end }: Facet,
	chosen: readonly string[],
): (document: number) => boolean {
	const wanted = Uint8Array.from({ length: end }, (_, number) =>
		chosen.includes(nameOf(number)) ? 1 : 0,
	);
	return (document) =>
		numbersOf(document).some((number) => wanted[number] === 1);
}

/** Documents stand in the order of time: the last year looked up is mostly the next. */
function yearsOf(days: Int32Array): (document: number) => readonly number[] {
	let years = never;
	let from = 0;
	let to = 0;
	return (document) => {
		const day = days[document] as number;
		if (day === undated) return never;
		if (day < from || day >= to) {
			const year = new Date(day * msPerDay).getUTCFullYear();
			from = Date.UTC(year, 0, 1) / msPerDay;
			to = Date.UTC(year + 1, 0, 1) / msPerDay;
			years = [year];
		}
		return years;
	};
}

const noYear = 0;
const never: readonly number[] = [noYear];

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
