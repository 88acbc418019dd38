import { expect, test } from "vitest";
import type { Encounter } from "../../src/domain/encounter.ts";
import { addDays, type CivilDay } from "../../src/domain/time.ts";
import { mergeEncounters } from "../../src/enrich/encounters.ts";
import { timeAxis } from "../../src/site/drawings/axis.ts";
import { placesMap, type Spot } from "../../src/site/drawings/map.ts";
import { claimsOf, xiLukashenko } from "./drafts.ts";

function encounters(): readonly Encounter[] {
	const texts = [
		["2015-05-10", "习近平10日在明斯克会见卢卡申科。"],
		["2022-09-16", "习近平9月15日在撒马尔罕会见卢卡申科。"],
		["2023-03-01", "习近平3月1日在北京会见卢卡申科。"],
		["2023-12-04", "习近平12月4日在北京会见卢卡申科。"],
	] as const;
	const claims = texts.map(([published, text]) =>
		claimsOf({
			published,
			text: [text],
			id: `${published.replaceAll("-", "")}-x-0000000a`,
		}),
	);
	return mergeEncounters(claims, [xiLukashenko], []).value.encounters;
}

const legend = { id: "axis", title: "时间轴 <b>", description: "四次会晤" };
const axis = {
	...legend,
	nameOf: ({ start, title }: Encounter) => `${start} <${title}>`,
};
const map = {
	...legend,
	id: "map",
	nameOf: ({ name, confirmed, unconfirmed }: Spot) =>
		`${name} ${confirmed} ${unconfirmed}`,
};

test("the axis is a group with a name and has a link with a name for every meeting", () => {
	const svg = timeAxis(encounters(), { ...axis, width: 960 });
	expect(svg).toContain(
		'role="group" aria-labelledby="axis-title" aria-describedby="axis-desc"',
	);
	expect(svg).toContain("时间轴 &lt;b&gt;");
	expect(
		[
			...svg.matchAll(/<a class="dot" href="([^"]*)" aria-label="([^"]*)"/g),
		].map(([, href, name]) => [href, name]),
	).toEqual(
		encounters().map(({ id, start, title }) => [
			`#e-${id}`,
			`${start} &lt;${title}&gt;`,
		]),
	);
	expect(svg).not.toMatch(/style=|<b>|<script/);
});

test("no dot lies on the target of another", () => {
	const crowd = [1, 5, 9, 20, 40, 80].map((days, i) => ({
		...(encounters()[0] as Encounter),
		id: `x-${i}`,
		start: addDays("2015-05-10" as CivilDay, days),
		end: addDays("2015-05-10" as CivilDay, days),
	}));
	for (const width of [350, 1160]) {
		const svg = timeAxis(crowd, { ...axis, width });
		const at = [
			...svg.matchAll(/class="dot-target" cx="([\d.]+)" cy="([\d.]+)"/g),
		].map(([, x, y]) => [Number(x), Number(y)] as const);
		expect(at).toHaveLength(crowd.length);
		for (const [i, [x, y]] of at.entries())
			for (const [a, b] of at.slice(i + 1))
				expect(Math.hypot(x - a, y - b)).toBeGreaterThanOrEqual(23.9);
	}
});

test("the axis is true to time and thins out its labels on a phone", () => {
	const wide = timeAxis(encounters(), { ...axis, width: 960 });
	const narrow = timeAxis(encounters(), { ...axis, width: 200 });
	const labels = (svg: string) =>
		[...svg.matchAll(/>(\d{4})</g)].map(([, y]) => y);
	expect(labels(wide)).toEqual([
		"2015",
		"2016",
		"2017",
		"2018",
		"2019",
		"2020",
		"2021",
		"2022",
		"2023",
	]);
	expect(labels(narrow)).toEqual(["2015", "2020"]);
	const xs = [...wide.matchAll(/axis-dot" cx="([\d.]+)"/g)].map(([, x]) =>
		Number(x),
	);
	// From May 2015 to September 2022 is some sixteen times as long as from there to March 2023.
	const [a = 0, b = 0, c = 0] = xs;
	expect((b - a) / (c - b)).toBeCloseTo(16.1, 0);
});

test("the map shows each city once, with the number of its meetings", () => {
	const svg = placesMap(encounters(), { ...map, width: 960 });
	const names = [...svg.matchAll(/class="map-label"[^>]*>([^<]+)</g)].map(
		([, text]) => text,
	);
	expect(names).toEqual(["北京 2", "撒马尔罕", "明斯克"]);
	expect(svg).not.toMatch(/style=|NaN|undefined/);
	// Minsk lies west of Samarkand, and that west of Beijing.
	const [beijing = 0, samarkand = 0, minsk = 0] = [
		...svg.matchAll(/map-place" cx="([\d.]+)"/g),
	].map(([, x]) => Number(x));
	expect(minsk).toBeLessThan(samarkand);
	expect(samarkand).toBeLessThan(beijing);
});

test("the map counts what is not confirmed apart, and leads to the first meeting of each place", () => {
	const [minsk, samarkand, beijing, again] = encounters() as [
		Encounter,
		Encounter,
		Encounter,
		Encounter,
	];
	const svg = placesMap(
		[
			{ ...minsk, status: "unconfirmed" },
			samarkand,
			beijing,
			{ ...again, status: "unconfirmed" },
		],
		{ ...map, width: 960 },
	);
	const labels = [...svg.matchAll(/class="map-label"[^>]*>([^<]+)</g)].map(
		([, text]) => text,
	);
	expect(labels).toEqual(["北京 1+1", "撒马尔罕", "明斯克 (1)"]);
	expect(
		[...svg.matchAll(/href="([^"]*)" aria-label="([^"]*)"/g)].map(
			([, href, name]) => [href, name],
		),
	).toEqual([
		["#e-2023-03-01-beijing", "北京 1 1"],
		["#e-2022-09-15-samarkand", "撒马尔罕 1 0"],
		["#e-2015-05-10-minsk", "明斯克 0 1"],
	]);
	expect(svg.match(/map-ring/g)).toHaveLength(2);
	expect(svg.match(/map-place"/g)).toHaveLength(2);
});

test("drawings are the same every time, and nothing is drawn of nothing", () => {
	expect(placesMap(encounters(), { ...map, width: 360 })).toBe(
		placesMap(encounters(), { ...map, width: 360 }),
	);
	expect(timeAxis([], { ...axis, width: 360 })).toBe("");
	expect(placesMap([], { ...map, width: 360 })).toBe("");
});
