/** A visit is of one of the two to the country of the other, and what the articles count is compared with what is there. */
import { expect, test } from "vitest";
import type { Encounter } from "../../src/domain/encounter.ts";
import { mergeEncounters } from "../../src/enrich/encounters.ts";
import { countOf } from "../../src/site/pages/timeline.ts";
import { claimsOf, type Sketch, xiLukashenko } from "./drafts.ts";

function meetings(...sketches: readonly Sketch[]): readonly Encounter[] {
	const claims = sketches.map((sketch, i) =>
		claimsOf({ ...sketch, id: `0000000000000${100 + i}` }),
	);
	return mergeEncounters(claims, [xiLukashenko], []).value.encounters;
}

test("a visit names visitor, host, days and kind", () => {
	const [meeting] = meetings({
		published: "2023-03-02",
		text: [
			"应国家主席习近平邀请，白俄罗斯总统卢卡申科2月28日至3月2日对中国进行国事访问。",
			"习近平3月1日在北京同卢卡申科会谈。",
		],
	});
	expect(meeting?.visit).toEqual({
		start: "2023-02-28",
		end: "2023-03-02",
		visitor: { id: "alexander-lukashenko", name: "卢卡申科" },
		host: "中国",
		kind: "state-visit",
	});
});

test.each([
	[
		"a state visit to the host of a summit",
		"习近平9月14日至16日对乌兹别克斯坦进行国事访问。",
		"9月15日，习近平在撒马尔罕会见卢卡申科。",
	],
	[
		"a tour that only passes the other's country",
		"卢卡申科9月14日至16日访问伊朗。",
		"9月15日，习近平在撒马尔罕会见卢卡申科。",
	],
])("%s is no visit to the other", (_, visit, meeting) => {
	const [found] = meetings({
		published: "2022-09-16",
		text: [visit, meeting],
	});
	expect(found?.start).toBe("2022-09-15");
	expect(found?.visit).toBeUndefined();
});

test("two days of one visit hang on the same visit", () => {
	const found = meetings(
		{
			published: "2024-12-03",
			text: [
				"卢卡申科12月1日至3日对中国进行国事访问。",
				"12月2日，习近平在北京同卢卡申科会谈。",
			],
		},
		{
			published: "2024-12-04",
			text: ["12月3日上午，习近平再次会见卢卡申科。"],
		},
	);
	expect(found.map(({ start, visit }) => [start, visit?.start])).toEqual([
		["2024-12-02", "2024-12-01"],
		["2024-12-03", "2024-12-01"],
	]);
});

const counted = (published: string, day: string, number?: number): Sketch => ({
	published,
	text: [
		`习近平${day}在北京会见卢卡申科。`,
		...(number ? [`这是两国元首第${number}次会面。`] : []),
	],
});

test("what the articles count is compared with what the archive holds", () => {
	const found = meetings(
		counted("2013-07-17", "7月16日", 2),
		counted("2016-09-30", "9月29日"),
		counted("2019-04-26", "4月25日", 6),
		counted("2023-03-02", "3月1日", 7),
	);
	expect(found.map(({ ordinal }) => ordinal)).toEqual([2, undefined, 6, 7]);
	expect(countOf(found)).toEqual({
		number: 7,
		day: "2023-03-01",
		held: 4,
		gaps: [
			{ missing: 1, to: "2013-07-16" },
			{ missing: 2, from: "2013-07-16", to: "2019-04-25" },
		],
	});
});

test("nothing is missing where the archive holds as many, or no article counts", () => {
	expect(
		countOf(
			meetings(
				counted("2013-07-17", "7月16日"),
				counted("2016-09-30", "9月29日", 2),
			),
		),
	).toBeUndefined();
	expect(countOf(meetings(counted("2013-07-17", "7月16日")))).toBeUndefined();
	expect(countOf([])).toBeUndefined();
});

test("a number on which articles differ is no number", () => {
	const [meeting] = meetings(
		counted("2023-03-02", "3月1日", 7),
		counted("2023-03-02", "3月1日", 9),
	);
	expect(meeting?.ordinal).toBeUndefined();
	expect(meeting?.conflicts.map(({ field }) => field)).toContain("ordinal");
});
