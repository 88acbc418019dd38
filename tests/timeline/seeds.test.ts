/** The five real files: the chronology that a reader of them would write down. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaults } from "../../src/config.ts";
import { encountersSchema } from "../../src/domain/encounter.ts";
import { readClaims } from "../../src/enrich/claims.ts";
import { mergeEncounters } from "../../src/enrich/encounters.ts";
import { draftArticle } from "../../src/normalise/draft.ts";
import { draftSettings } from "../../src/normalise/settings.ts";
import { walkSeeds } from "../../src/read/walk.ts";

const claims = walkSeeds("seeds").value.map((path) => {
	const seed = { path, bytes: readFileSync(`seeds/${path}`) };
	const draft = draftArticle(seed, draftSettings(defaults)).value;
	if (!draft) throw new Error(`${path} was quarantined`);
	return readClaims(draft, defaults.timelines);
});
const merged = mergeEncounters(claims, defaults.timelines, []);
const { encounters, rejected } = merged.value;

const filesOf = (id: string, role?: string): string[] =>
	[
		...new Set(
			encounters
				.filter((encounter) => encounter.id === id)
				.flatMap(({ mentions }) => mentions)
				.filter((mention) => role === undefined || mention.role === role)
				.map(({ file }) => file.slice(0, 3)),
		),
	].sort();

test("they tell of three meetings, and one caption of a fourth", () => {
	expect(
		encounters.map(({ id, status, place, kind }) => [
			id,
			status,
			place.city,
			place.venue,
			kind,
		]),
	).toEqual([
		[
			"2017-06-16-beijing",
			"unconfirmed",
			"北京",
			"钓鱼台国宾馆",
			"bilateral-talks",
		],
		[
			"2022-09-15-samarkand",
			"confirmed",
			"撒马尔罕",
			"撒马尔罕国宾馆",
			"multilateral-sideline",
		],
		["2023-03-01-beijing", "confirmed", "北京", "人民大会堂", "state-visit"],
		[
			"2023-12-04-beijing",
			"confirmed",
			"北京",
			"钓鱼台国宾馆",
			"working-visit",
		],
	]);
	expect(() => encountersSchema.parse(merged.value)).not.toThrow();
	expect(merged.diagnostics).toEqual([]);
});

test("each with the files that report and recall it", () => {
	expect(filesOf("2017-06-16-beijing")).toEqual(["001"]);
	expect(filesOf("2022-09-15-samarkand")).toEqual(["001", "004"]);
	expect(filesOf("2022-09-15-samarkand", "recall")).toEqual(["001"]);
	expect(filesOf("2023-03-01-beijing")).toEqual(["000", "002", "003"]);
	expect(filesOf("2023-03-01-beijing", "recall")).toEqual(["000"]);
	expect(filesOf("2023-12-04-beijing")).toEqual(["000"]);
});

test("the meeting of March lies inside the visit and was announced the day before", () => {
	const march = encounters.find(({ id }) => id === "2023-03-01-beijing");
	expect(march?.visit).toEqual({
		start: "2023-02-28",
		end: "2023-03-02",
		visitor: { id: "alexander-lukashenko", name: "卢卡申科" },
		host: "中国",
		kind: "state-visit",
	});
	expect(march?.announcements?.map(({ file }) => file.slice(0, 3))).toEqual([
		"001",
	]);
	expect(march?.outcomes).toEqual([
		"《中华人民共和国和白俄罗斯共和国关于新时代进一步发展两国全天候全面战略伙伴关系的联合声明》",
	]);
});

test("the arrival, the premier's meeting and the other pair are turned down with a reason", () => {
	const seen = rejected.map(({ file, reason, start }) => [
		file.slice(0, 3),
		reason,
		start,
	]);
	expect(seen).toContainEqual(["001", "arrival", "2023-02-28"]);
	expect(seen).toContainEqual(["002", "another-pair", "2023-03-01"]);
	expect(seen).toContainEqual(["001", "another-pair", "2023-02-17"]);
	expect(rejected.every(({ detail }) => detail.endsWith("。"))).toBe(true);
});
