import { expect, test } from "vitest";
import type { Card } from "../../src/domain/manifest.ts";
import { briefOf } from "../../src/site/briefs.ts";
import type { Site } from "../../src/site/index-corpus.ts";

const source = { id: "a", name: "河报", zone: "Asia/Shanghai" };
const site = { sources: new Map([["a", source]]) } as unknown as Site;

function shown(day: string, at: string) {
	const card = { id: day, headline: "渡口", language: "zh-Hans", source: "a" };
	return briefOf(site, { ...card, day, at: Date.parse(at) } as unknown as Card);
}

test("a list tells the hour on the outlet's clock", () => {
	const { at, zone } = shown("2012-08-28", "2012-08-28T09:40:12Z");
	expect({ at, zone }).toEqual({
		at: Date.parse("2012-08-28T09:40:12Z"),
		zone: "Asia/Shanghai",
	});
});

test("a list tells no hour that is not of the day beside it: the article keeps another clock", () => {
	const { day, at, zone } = shown("2012-08-28", "2012-08-28T23:06:44Z");
	expect({ day, at, zone }).toEqual({
		day: "2012-08-28",
		at: undefined,
		zone: undefined,
	});
});
