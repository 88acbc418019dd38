import { expect, test } from "vitest";
import {
	type Catalog,
	outlineVersion,
	undated,
} from "../../src/search/catalog.ts";
import { emptyCatalog } from "../../src/search/catalog-file.ts";
import {
	countFacets,
	dayOf,
	filterHits,
	nothingChosen,
} from "../../src/search/query/facets.ts";

/** Four documents: two sources, two years and one without a day, one with two people. */
const catalog: Catalog = {
	...emptyCatalog({
		version: outlineVersion,
		places: 4,
		sources: [
			{ id: "harbour", name: "海港日报" },
			{ id: "wire", name: "北线通讯" },
		],
		languages: ["zh-Hans", "zh-Hant"],
		people: [
			{ id: "li", name: "李" },
			{ id: "wang", name: "王" },
		],
		aliases: [],
		segments: [],
		texts: [],
	}),
	columns: {
		day: Int32Array.of(19_358, 19_358, 19_723, undated),
		source: Uint16Array.of(0, 1, 1, 1),
		language: Uint16Array.of(0, 0, 1, 0),
		persons: [0, [0, 1], [1], 0],
		meeting: Uint8Array.of(0, 1, 0, 0),
		places: Uint32Array.of(1, 1, 1, 1),
		headline: Uint32Array.of(1, 1, 1, 1),
	},
};
const hits = [0, 1, 2, 3].map((document) => ({
	document,
	counts: [1],
	inHeadline: 0,
	span: 0,
}));
const left = (some: Partial<typeof nothingChosen>) => {
	const chosen = { ...nothingChosen, ...some };
	return {
		hits: filterHits(hits, catalog, chosen),
		counts: countFacets(hits, catalog, chosen),
	};
};
const documents = (chosen: Partial<typeof nothingChosen>) =>
	left(chosen).hits.map(({ document }) => document);

test("a day is written as a calendar writes it", () => {
	expect([0, 1, 2, 3].map((n) => dayOf(n, catalog))).toEqual([
		"2023-01-01",
		"2023-01-01",
		"2024-01-01",
		undefined,
	]);
});

test("values of one facet widen, facets narrow each other", () => {
	expect(documents({ source: ["wire"] })).toEqual([1, 2, 3]);
	expect(documents({ source: ["wire", "harbour"] })).toEqual([0, 1, 2, 3]);
	expect(documents({ source: ["wire"], year: ["2023"] })).toEqual([1]);
	expect(documents({ year: ["undated"] })).toEqual([3]);
	expect(documents({ person: ["wang"], meeting: ["yes"] })).toEqual([1]);
});

test("a facet's counts follow the other facets and not itself", () => {
	const { counts } = left({ source: ["harbour"] });
	expect(counts.source).toEqual([
		{ value: "wire", count: 3 },
		{ value: "harbour", count: 1 },
	]);
	expect(counts.year).toEqual([{ value: "2023", count: 1 }]);
});

test("a chosen value stays listed when nothing is left of it", () => {
	const { counts, hits } = left({ source: ["harbour"], year: ["2024"] });
	expect(hits).toEqual([]);
	expect(counts.year).toContainEqual({ value: "2024", count: 0 });
});

test("every value is counted once for each hit that has it", () => {
	expect(left({}).counts).toEqual({
		source: [
			{ value: "wire", count: 3 },
			{ value: "harbour", count: 1 },
		],
		year: [
			{ value: "2023", count: 2 },
			{ value: "2024", count: 1 },
			{ value: "undated", count: 1 },
		],
		language: [
			{ value: "zh-Hans", count: 3 },
			{ value: "zh-Hant", count: 1 },
		],
		person: [
			{ value: "wang", count: 2 },
			{ value: "li", count: 1 },
		],
		meeting: [{ value: "yes", count: 1 }],
	});
});
