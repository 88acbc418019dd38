import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, gap, placeTokens, tokenise } from "../../src/search/tokens.ts";

describe("a text is cut into tokens", () => {
	test.each([
		["习近平会见", ["习", "近", "平", "会", "见"]],
		["G7峰会", ["g", "7", "峰", "会"]],
		["COVID-19疫情", ["covid", "-", "1", "9", "疫", "情"]],
		["３月１日", ["3", "月", "1", "日"]],
		["Alexander  Lukashenko", ["alexander", gap, "lukashenko"]],
		["Café ZÜRICH", ["cafe", gap, "zurich"]],
		["Лукашенко й", ["лукашенко", gap, "и"]],
		[
			"がぎ ハングル 한국",
			["が", "ぎ", gap, "ハ", "ン", "グ", "ル", gap, "한", "국"],
		],
		["百分之５０％", ["百", "分", "之", "5", "0", "%"]],
		["你\u200B好\uFEFF", ["你", "好"]],
		["𠮷野家", ["𠮷", "野", "家"]],
	])("%s", (text, tokens) => {
		expect(tokenise(text)).toEqual(tokens);
	});

	test("a lone surrogate becomes the replacement character", () => {
		expect(tokenise("好\uD800吗")).toEqual(["好", "\uFFFD", "吗"]);
	});

	test("a word without end is cut, here as in a query", () => {
		const tokens = tokenise("a".repeat(200));
		expect(Math.max(...tokens.map(({ length }) => length))).toBeLessThan(64);
		expect(tokens.join("").replaceAll("ß", "")).toBe("a".repeat(200));
		// A part is no word: neither what a shorter word is, nor where another begins.
		expect(tokens).not.toContain("a".repeat(48));
		expect(tokens.at(-1)).not.toMatch(/^a/);
	});

	test("a mark that stands on no letter is no part of the word after it", () => {
		expect(tokenise("1\u20E3GDPR")).toEqual(["1", "\u20E3", "gdpr"]);
	});

	test("folding the Greek sigma does not depend on where it stands", () => {
		expect(fold("ΣΑΣ")).toBe(fold("σας"));
	});
});

/** Text of the scripts that occur, without the conjoining letters that only Korean keyboards store. */
const texts = fc.string({
	unit: fc.constantFrom(
		..."习近平會見的，。“”（） \n\tABCabc09é①㎏ﬁΣς-_.%㐀𠮷がｶﾞ한א\u0301\u200B\u00AD\uFE0F\uD800",
	),
	maxLength: 60,
});

/** What most Chinese news consists of, which has a way of its own. */
const plainTexts = fc.string({
	unit: fc.constantFrom(..."习近平。，、“”（）！Ａｚ９　〔〕 \n~^_[ABcz09-"),
	maxLength: 40,
});

describe("tokens with their places", () => {
	test("are the tokens of the index in plain text too", () => {
		fc.assert(
			fc.property(plainTexts, (text) => {
				expect(placeTokens(text).map(({ token }) => token)).toEqual(
					tokenise(text),
				);
			}),
			{ numRuns: 2_000 },
		);
	});

	test("are the tokens of the index", () => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(placeTokens(text).map(({ token }) => token)).toEqual(
					tokenise(text),
				);
			}),
			{ numRuns: 2_000 },
		);
	});

	test("lie in order within the text", () => {
		fc.assert(
			fc.property(texts, (text) => {
				let before = 0;
				for (const { start, end } of placeTokens(text)) {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
					expect(start).toBeGreaterThanOrEqual(before);
					before = start;
				}
			}),
			{ numRuns: 500 },
		);
	});
});
