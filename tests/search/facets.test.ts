import { expect, test } from "vitest";
import type { Catalog } from "../../src/search/catalog.ts";
import { applyFacets, dayOf, nothingChosen } from "../../src/search/facets.ts";

/** Four documents: two sources, two years and one without a day, one with two people. */
const catalog: Catalog = {
	version: 1,
	ids: ["a", "b", "c", "d"],
	daySteps: [19_358, 0, 365, null],
	sources: [
		{ id: "harbour", name: "海港日报" },
		{ id: "wire", name: "北线通讯" },
	],
	languages: ["zh-Hans", "zh-Hant"],
	people: [
		{ id: "li", name: "李" },
		{ id: "wang", name: "王" },
	],
	source: [0, 1, 1, 1],
	language: [0, 0, 1, 0],
	persons: [0, [0, 1], [1], 0],
	meeting: [0, 1, 0, 0],
	places: [1, 1, 1, 1],
	headline: [1, 1, 1, 1],
	aliases: [],
	pagefind: "",
	volumes: [],
	texts: [],
};
const hits = [0, 1, 2, 3].map((document) => ({
	document,
	counts: [1],
	inHeadline: 0,
	span: 0,
}));
const left = (chosen: Partial<typeof nothingChosen>) =>
	applyFacets(hits, catalog, { ...nothingChosen, ...chosen });
const documents = (chosen: Partial<typeof nothingChosen>) =>
	left(chosen).hits.map(({ document }) => document);

test("days are counted from the list's steps", () => {
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
