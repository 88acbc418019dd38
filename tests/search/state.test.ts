import { expect, test } from "vitest";
import {
	nothingChosen,
	readState,
	type SearchState,
	toggled,
	writeState,
} from "../../templates/assets/search/state.ts";

const plain: SearchState = {
	query: "卢卡申科 停火",
	variants: true,
	off: [],
	order: "relevance",
	chosen: nothingChosen,
	all: false,
	view: "list",
	by: "year",
	versus: [],
};

test.each<[string, SearchState]>([
	["a query alone", plain],
	["an empty page", { ...plain, query: "" }],
	[
		"no variants, another order, every hit",
		{ ...plain, variants: false, order: "oldest", all: true },
	],
	[
		"several filters",
		{
			...plain,
			chosen: {
				...nothingChosen,
				source: ["a", "b"],
				year: ["2023", "undated"],
				meeting: ["yes"],
			},
		},
	],
	["spellings left away", { ...plain, off: ["白罗斯", "Belarus"] }],
	[
		"another view, by month, beside two other questions",
		{ ...plain, view: "time", by: "month", versus: ["谈判", "a OR b"] },
	],
	[
		"signs that mean something in addresses",
		{ ...plain, query: '标题:"a&b=c" -#%' },
	],
])("%s is read from the address as it was written", (_, state) => {
	expect(readState(writeState(state))).toEqual(state);
});

test("the same view has one address: what is usual is left out", () => {
	expect(writeState(plain)).toBe(`?${new URLSearchParams({ q: plain.query })}`);
	expect(writeState({ ...plain, query: "" })).toBe("");
});

test("an order that nobody knows is the usual one", () => {
	expect(readState("?q=x&sort=colour").order).toBe("relevance");
});

test("a value is chosen, and chosen again let go", () => {
	const once = toggled(plain, "year", "2023");
	expect(once.chosen.year).toEqual(["2023"]);
	expect(toggled(once, "year", "2024").chosen.year).toEqual(["2023", "2024"]);
	expect(toggled(once, "year", "2023")).toEqual(plain);
});
