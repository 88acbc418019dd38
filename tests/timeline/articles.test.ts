/** Whole articles in the shapes of the outlets, each alone and then all together. Truths were written before the rules ran. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaults } from "../../src/config.ts";
import type { Encounters } from "../../src/domain/encounter.ts";
import { readClaims } from "../../src/enrich/claims.ts";
import { mergeEncounters } from "../../src/enrich/encounters.ts";
import { fold } from "../../src/enrich/gazetteer/fold.ts";
import { draftArticle } from "../../src/normalise/draft.ts";
import { draftSettings } from "../../src/normalise/settings.ts";
import { xiLukashenko } from "./drafts.ts";

const root = "tests/fixtures/timeline";
const cases = readdirSync(root).sort();
const xiPutin = {
	id: "xi-putin",
	title: "习近平与普京",
	people: ["xi-jinping", "vladimir-putin"] as const,
};

interface Truth {
	readonly encounters: readonly {
		readonly start: string;
		readonly end: string;
		readonly city?: string;
		readonly status: string;
		readonly kind?: string;
		readonly visit?: readonly [string, string];
	}[];
	/** Reasons that must be given at least once. */
	readonly rejected?: readonly string[];
	readonly failedChecks?: readonly string[];
	readonly xiPutin?: readonly unknown[];
}

const truthOf = (name: string): Truth =>
	JSON.parse(readFileSync(`${root}/${name}/truth.json`, "utf8")) as Truth;

function draft(name: string) {
	const bytes = readFileSync(`${root}/${name}/input.txt`);
	const { value } = draftArticle(
		{ path: `${name}.txt`, bytes },
		draftSettings(defaults),
	);
	if (!value) throw new Error(`${name} was quarantined`);
	return value;
}

function timelineOf(
	names: readonly string[],
	pair: typeof xiLukashenko | typeof xiPutin = xiLukashenko,
): Encounters {
	const claims = names.map((name) => readClaims(draft(name), [pair]));
	return mergeEncounters(claims, [pair], []).value;
}

test.each(cases)("%s tells what its truth says", (name) => {
	const truth = truthOf(name);
	const { encounters, rejected } = timelineOf([name]);
	const seen = encounters.map((encounter, i) => {
		const wanted = truth.encounters[i];
		return {
			start: encounter.start,
			end: encounter.end,
			...(wanted?.city !== undefined && { city: encounter.place.city }),
			status: encounter.status,
			...(wanted?.kind !== undefined && { kind: encounter.kind }),
			...(wanted?.visit && {
				visit: [encounter.visit?.start, encounter.visit?.end],
			}),
		};
	});
	expect(seen).toEqual(truth.encounters);
	const reasons = new Set(rejected.map(({ reason }) => reason));
	expect(
		(truth.rejected ?? []).filter((reason) => !reasons.has(reason)),
	).toEqual([]);
	const failed = encounters.flatMap(({ checks }) =>
		checks.filter(({ result }) => result === "failed").map(({ rule }) => rule),
	);
	expect(failed).toEqual(truth.failedChecks ?? []);
});

test.each(cases)(
	"every quote of %s stands in the part it points to",
	(name) => {
		const article = draft(name);
		const parts = new Map<string, string>([
			["headline", article.headline],
			...article.paragraphs.map(({ id, text }) => [id, text] as const),
			...article.figures.map(
				({ id, caption, alt }) => [id, caption || alt] as const,
			),
		]);
		const { encounters, rejected } = timelineOf([name]);
		const all = [
			...encounters.flatMap(({ mentions }) => mentions),
			...rejected,
		];
		for (const { paragraph, quote, expression } of all) {
			expect(quote.length).toBeGreaterThan(3);
			expect(parts.get(paragraph)).toContain(quote);
			if (expression) expect(quote).toContain(expression);
		}
	},
);

test("together they make one chronology, and recalls find the meeting they mean", () => {
	const { encounters } = timelineOf(cases);
	expect(
		encounters.map(({ id, end, status, mentions }) => [
			id,
			end,
			status,
			[...new Set(mentions.map(({ file }) => file.replace(".txt", "")))].sort(),
		]),
	).toEqual([
		["2010-03-24-minsk", "2010-03-24", "confirmed", ["vice-president"]],
		[
			"2013-07-16-beijing",
			"2013-07-16",
			"confirmed",
			["he-for-the-guest", "talks-at-a-state-visit"],
		],
		[
			"2015-05-10-minsk",
			"2015-05-12",
			"confirmed",
			[
				"first-day-in-minsk",
				"last-day-in-minsk",
				"old-caption-and-planned-story",
			],
		],
		["2016-09-29-beijing", "2016-09-29", "confirmed", ["weekday-that-is-off"]],
		["2017-05-16", "2017-05-16", "confirmed", ["quote-anchored-on-its-day"]],
		[
			"2018-06-10-qingdao",
			"2018-06-10",
			"confirmed",
			["summit-sideline-traditional"],
		],
		[
			"2019-04-25-beijing",
			"2019-04-25",
			"confirmed",
			["file-without-a-date", "republican-calendar", "telephone-traditional"],
		],
		[
			"2023-03-01-beijing",
			"2023-03-01",
			"confirmed",
			[
				"agency-dateline-a-day-before",
				"commentary-between-two-meetings",
				"updated-during-the-day",
			],
		],
		[
			"2024-07-04-astana",
			"2024-07-04",
			"confirmed",
			["one-guest-after-another", "weekday-in-the-lede"],
		],
		["2025-06-04-beijing", "2025-06-04", "confirmed", ["weekday-in-the-lede"]],
		[
			"2026-06-29-beijing",
			"2026-06-29",
			"confirmed",
			["analysis-three-days-later"],
		],
	]);
});

test("an announcement stands beside the meeting it announced", () => {
	const { encounters } = timelineOf(["arrival-only", "weekday-in-the-lede"]);
	const [recalled, announced, ...more] = encounters;
	expect(more).toEqual([]);
	expect(recalled?.announcements).toBeUndefined();
	expect(announced?.visit).toMatchObject({
		start: "2025-06-03",
		end: "2025-06-05",
	});
	expect(announced?.announcements?.map(({ file }) => file)).toContain(
		"arrival-only.txt",
	);
});

test("another pair is followed by configuration alone", () => {
	const { encounters, timeline } = timelineOf(cases, xiPutin);
	expect(timeline.people.map(({ name }) => name)).toEqual(["习近平", "普京"]);
	expect(
		encounters
			.filter(({ status }) => status === "confirmed")
			.map(({ start, place }) => [start, place.city]),
	).toEqual([
		["2014-09-11", "杜尚别"],
		["2015-05-09", "莫斯科"],
		["2022-02-04", "北京"],
		["2022-09-15", "撒马尔罕"],
		["2023-03-01", "莫斯科"],
		["2023-10-01", "北京"],
		["2024-07-03", "阿斯塔纳"],
		["2025-09-01", "天津"],
	]);
});

test("the order of the articles does not matter", () => {
	const claims = cases.map((name) => readClaims(draft(name), [xiLukashenko]));
	const forward = mergeEncounters(claims, [xiLukashenko], []);
	const backward = mergeEncounters([...claims].reverse(), [xiLukashenko], []);
	expect(backward).toEqual(forward);
});

test("an article in traditional characters reads like the same article in simplified ones", () => {
	const article = draft("summit-sideline-traditional");
	const simplified = {
		...article,
		headline: fold(article.headline),
		paragraphs: article.paragraphs.map((p) => ({ ...p, text: fold(p.text) })),
	};
	const days = (which: typeof article) =>
		readClaims(which, [xiLukashenko]).claims.map(({ start, role, where }) => [
			start,
			role,
			where,
		]);
	expect(days(article)).toEqual(days(simplified));
});
