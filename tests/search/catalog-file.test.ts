import { expect, test } from "vitest";
import type { Catalog } from "../../src/search/catalog.ts";
import { packCatalog, unpackCatalog } from "../../src/search/catalog-file.ts";

const catalog: Catalog = {
	version: 1,
	ids: [
		"20231204-harbour-daily-d70fb76d",
		"20231204-wire-00000001",
		"20231206-other-rule-12345678",
		"undated-wire-abcdef01",
		"undated-short",
	],
	daySteps: [19_695, 0, 2, null, null],
	sources: [
		{ id: "harbour-daily", name: "海港日报" },
		{ id: "wire", name: "北线通讯" },
	],
	languages: ["zh-Hans"],
	people: [],
	source: [0, 1, 0, 1, 1],
	language: [0, 0, 0, 0, 0],
	persons: [0, 0, 0, 0, 0],
	meeting: [0, 0, 0, 0, 0],
	places: [10, 20, 30, 40, 50],
	headline: [1, 2, 3, 4, 5],
	aliases: [],
	pagefind: "1.6.0",
	volumes: [],
	texts: [],
};

test("the catalogue comes out of its files as it went in, ids of any kind included", () => {
	const { outline, documents } = JSON.parse(
		JSON.stringify(packCatalog(catalog)),
	);
	expect(unpackCatalog(outline, documents)).toEqual(catalog);
});

test("an id that follows the rule costs eight characters", () => {
	const { hashes, others } = packCatalog(catalog).documents;
	expect(hashes).toBe("d70fb76d00000001        abcdef01        ");
	expect(Object.keys(others)).toEqual(["2", "4"]);
});
