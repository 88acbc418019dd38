import { expect, test } from "vitest";
import type { Corpus } from "../../src/corpus/store.ts";
import type { Card } from "../../src/domain/manifest.ts";
import { builtIn } from "../../src/enrich/gazetteer/index.ts";
import {
	type Catalog,
	outlineVersion,
	undated,
} from "../../src/search/catalog.ts";
import { catalogOf } from "../../src/search/catalog-file.ts";
import {
	countFacets,
	dayOf,
	filterHits,
	nothingChosen,
} from "../../src/search/query/facets.ts";
import { describeArticles } from "../../src/search/write/describe.ts";

/** Four documents: two sources, two years and one without a day, one with two people. */
const catalog: Catalog = {
	...catalogOf({
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
		collections: [
			{ id: "first", name: "甲", documents: [0, 2] },
			{ id: "second", name: "乙", documents: [2] },
		],
		aliases: [],
		around: {},
		segments: [],
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
	expect(documents({ collection: ["first"] })).toEqual([0, 2]);
	expect(documents({ collection: ["first"], source: ["wire"] })).toEqual([2]);
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
		collection: [
			{ value: "first", count: 2 },
			{ value: "second", count: 1 },
		],
		meeting: [{ value: "yes", count: 1 }],
	});
});

test("outlets whose names differ in case only are one", () => {
	const card = (id: string, source: string): Card => ({
		id,
		source,
		sha256: "",
		headline: "",
		lede: "",
		language: "en",
		bylines: [],
		tags: [],
		people: [],
		places: [],
		characters: 1,
		figures: 0,
	});
	const cards = [
		card("1", "daily-a"),
		card("2", "daily-b"),
		card("3", "other"),
	];
	const outlet = { homepage: "", zone: "UTC", language: "en" };
	const { sources, columns } = describeArticles(
		{
			manifest: {
				archive: { language: "zh-Hans" },
				sources: [
					{ id: "daily-a", name: "The Daily", ...outlet },
					{ id: "daily-b", name: "THE DAILY", ...outlet },
					{ id: "other", name: "Other", ...outlet },
				],
			},
			encounters: { encounters: [] },
			gazetteer: builtIn,
		} as unknown as Corpus,
		cards,
		{ places: [1, 1, 1], headline: [1, 1, 1] },
	);
	expect(sources.map(({ name }) => name)).toEqual(["The Daily", "Other"]);
	expect([...columns.source]).toEqual([0, 0, 1]);
});
