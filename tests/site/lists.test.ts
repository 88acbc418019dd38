import { describe, expect, test } from "vitest";
import type { Card } from "../../src/domain/manifest.ts";
import type { CivilDay } from "../../src/domain/time.ts";
import {
	type Chronology,
	periodPlace,
	perPage,
} from "../../src/site/period-places.ts";

function card(day: string | undefined, n: number): Card {
	return {
		id: `a${n}`,
		sha256: String(n),
		headline: `第${n}篇`,
		lede: "",
		source: "morning-post",
		...(day === undefined ? {} : { day: day as CivilDay }),
		language: "zh-Hans",
		bylines: [],
		tags: [],
		people: [],
		places: [],
		characters: 10,
		figures: 0,
	};
}

/** So many articles on each of these days. */
function chronology(
	days: readonly (readonly [string | undefined, number])[],
	kind?: Chronology["kind"],
): Chronology {
	const cards = days.flatMap(([day, count]) =>
		Array.from({ length: count }, () => day),
	);
	return { kind, id: kind ? "x" : "", cards: cards.map(card) };
}

describe("where a period is listed", () => {
	const small = chronology([
		["2022-12-31", 3],
		["2023-01-05", 2],
		[undefined, 1],
	]);

	test("a year has a page, its months and days have places on it", () => {
		expect(periodPlace(small, "2023")).toBe("years/2023.html");
		expect(periodPlace(small, "2023-01")).toBe("years/2023.html#m2023-01");
		expect(periodPlace(small, "2023-01-05")).toBe(
			"years/2023.html#d2023-01-05",
		);
		expect(periodPlace(small, "undated")).toBe("years/undated.html");
	});

	test("a person of few articles has one page for all of them", () => {
		const person = chronology(
			[
				["2022-12-31", 3],
				["2023-01-05", 2],
				[undefined, 1],
			],
			"person",
		);
		expect(periodPlace(person, "2023")).toBe("people/x.html#y2023");
		expect(periodPlace(person, "2023-01-05")).toBe("people/x.html#d2023-01-05");
		expect(periodPlace(person, "undated")).toBe("people/x.html#undated");
	});

	test("a year of more than two hundred is told by months", () => {
		const full = chronology([
			["2023-01-05", perPage - 1],
			["2023-02-01", 2],
		]);
		expect(periodPlace(full, "2023")).toBe("years/2023.html");
		expect(periodPlace(full, "2023-02")).toBe("years/2023-02.html");
		expect(periodPlace(full, "2023-02-01")).toBe(
			"years/2023-02.html#d2023-02-01",
		);
	});

	test("a month of more than two hundred leads to its newest page, a day to the page of its newest article", () => {
		const full = chronology([
			["2022-03-04", 7],
			["2023-01-05", perPage],
			["2023-01-06", 1],
			["2023-01-07", perPage],
		]);
		expect(periodPlace(full, "2023-01")).toBe("years/2023-01-p3.html");
		expect(periodPlace(full, "2023-01-05")).toBe(
			"years/2023-01.html#d2023-01-05",
		);
		expect(periodPlace(full, "2023-01-06")).toBe(
			"years/2023-01-p2.html#d2023-01-06",
		);
		expect(periodPlace(full, "2023-01-07")).toBe(
			"years/2023-01-p3.html#d2023-01-07",
		);
	});
});
