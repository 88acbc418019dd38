import { expect, test } from "vitest";
import type { Encounter } from "../../src/domain/encounter.ts";
import { mergeEncounters } from "../../src/enrich/encounters.ts";
import { timeAxis } from "../../src/site/drawings/axis.ts";
import { placesMap } from "../../src/site/drawings/map.ts";
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

test("the axis has a dot for every meeting and is an image with a name", () => {
	const svg = timeAxis(encounters(), { ...legend, width: 960 });
	expect(svg.match(/<circle/g)).toHaveLength(4);
	expect(svg).toContain('role="img" aria-labelledby="axis-title axis-desc"');
	expect(svg).toContain("时间轴 &lt;b&gt;");
	expect(svg).not.toMatch(/style=|<b>|<script|<a /);
});

test("the axis is true to time and thins out its labels on a phone", () => {
	const wide = timeAxis(encounters(), { ...legend, width: 960 });
	const narrow = timeAxis(encounters(), { ...legend, width: 200 });
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
	const xs = [...wide.matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Number(x));
	// From May 2015 to September 2022 is some sixteen times as long as from there to March 2023.
	const [a = 0, b = 0, c = 0] = xs;
	expect((b - a) / (c - b)).toBeCloseTo(16.1, 0);
});

test("the map shows each city once, with the number of its meetings", () => {
	const svg = placesMap(encounters(), { ...legend, id: "map", width: 960 });
	const names = [...svg.matchAll(/class="map-label"[^>]*>([^<]+)</g)].map(
		([, text]) => text,
	);
	expect(names).toEqual(["北京 2", "撒马尔罕", "明斯克"]);
	expect(svg).not.toMatch(/style=|NaN|undefined/);
	// Minsk lies west of Samarkand, and that west of Beijing.
	const [beijing = 0, samarkand = 0, minsk = 0] = [
		...svg.matchAll(/cx="([\d.]+)"/g),
	].map(([, x]) => Number(x));
	expect(minsk).toBeLessThan(samarkand);
	expect(samarkand).toBeLessThan(beijing);
});

test("drawings are the same every time, and nothing is drawn of nothing", () => {
	const options = { ...legend, width: 360 };
	expect(placesMap(encounters(), options)).toBe(
		placesMap(encounters(), options),
	);
	expect(timeAxis([], options)).toBe("");
	expect(placesMap([], options)).toBe("");
});
