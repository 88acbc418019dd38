import { describe, expect, test } from "vitest";
import { bestExcerpts, termsToMark } from "../../src/search/query/excerpts.ts";
import { expandTerms } from "../../src/search/query/expand.ts";
import { parseQuery } from "../../src/search/query/parse.ts";

const phrases = (typed: string) =>
	termsToMark(
		expandTerms(parseQuery(typed).terms, { aliases: [], variants: true }),
	);
const anchors = (typed: string, blocks: [string, string][]) =>
	bestExcerpts({ bylines: [], blocks }, phrases(typed)).map(
		({ anchor }) => anchor,
	);

describe("the best excerpts", () => {
	test("show every term before they show one twice", () => {
		const blocks: [string, string][] = [
			["p1", "铁路和铁路"],
			["p2", "铁路，铁路，铁路"],
			["p3", "港口在远处"],
		];
		expect(anchors("铁路 港口", blocks)).toEqual(["p2", "p3"]);
	});

	test("begin with the paragraph that holds most of the terms", () => {
		const blocks: [string, string][] = [
			["p1", "铁路铁路铁路铁路"],
			["p2", "铁路通到港口"],
		];
		expect(anchors("铁路 港口", blocks)).toContain("p2");
	});

	test("are the beginning of the text when only the headline matches", () => {
		expect(anchors("铁路", [["p1", "开头一段"]])).toEqual(["p1"]);
	});

	test("mark a word in either script, and nothing else", () => {
		const [excerpt] = bestExcerpts(
			{ bylines: [], blocks: [["p1", "新鐵路通車"]] },
			phrases("铁路"),
		);
		expect(excerpt?.pieces).toEqual([
			{ text: "新", marked: false },
			{ text: "鐵路", marked: true },
			{ text: "通車", marked: false },
		]);
	});
});
