/** Claims of several articles: one meeting or two, where, how sure, what disagrees. */
import { describe, expect, test } from "vitest";
import type { Encounter, Encounters } from "../../src/domain/encounter.ts";
import { readCorrections } from "../../src/enrich/corrections.ts";
import { mergeEncounters } from "../../src/enrich/encounters.ts";
import { claimsOf, type Sketch, xiLukashenko } from "./drafts.ts";

let serial = 0;
function merge(sketches: readonly Sketch[], yaml?: string) {
	const claims = sketches.map((sketch) => {
		serial++;
		const source = sketch.source ?? `outlet-${serial % 7}`;
		const id = `20230101-${source}-${String(serial).padStart(8, "0")}`;
		return claimsOf({ source, id, ...sketch });
	});
	const corrections = readCorrections(yaml);
	expect(corrections.diagnostics).toEqual([]);
	return mergeEncounters(claims, [xiLukashenko], corrections.value.meetings);
}

const one = (published: string, ...text: string[]): Sketch => ({
	published,
	text,
});
const ids = ({ encounters }: Encounters): string[] =>
	encounters.map(({ id, status }) => (status === "confirmed" ? id : `${id}?`));

function only(sketches: readonly Sketch[], yaml?: string): Encounter {
	const { encounters } = merge(sketches, yaml).value;
	expect(encounters).toHaveLength(1);
	return encounters[0] as Encounter;
}

const talks = one(
	"2023-03-01",
	"习近平3月1日在北京人民大会堂同卢卡申科举行会谈。",
);

describe("second days", () => {
	test("a day on which they met once more is a meeting of its own", () => {
		const { value } = merge([
			talks,
			one(
				"2023-03-02",
				"3月2日上午，习近平在钓鱼台国宾馆再次会见卢卡申科，两人共进早餐。",
			),
			one("2023-03-03", "习近平3月2日在钓鱼台国宾馆会见卢卡申科。"),
		]);
		expect(ids(value)).toEqual(["2023-03-01-beijing", "2023-03-02-beijing"]);
		expect(value.encounters[1]?.mentions.length).toBeGreaterThan(1);
	});
	test("once more after a year does not part the days of one report", () => {
		only([
			one("2023-03-01", "习近平3月1日在北京会见卢卡申科。"),
			one(
				"2023-03-03",
				"3月2日，两国元首时隔一年再次会谈，习近平在北京同卢卡申科会谈。",
			),
		]);
	});
	test("once more after years is one meeting", () => {
		only([talks, one("2023-03-02", "习近平3月1日在北京再次会见卢卡申科。")]);
	});
});

describe("one meeting", () => {
	test("two papers on one day", () => {
		const meeting = only([
			talks,
			one("2023-03-02", "卢卡申科周三在北京与习近平会面。"),
		]);
		expect(meeting.id).toBe("2023-03-01-beijing");
		expect(
			new Set(meeting.mentions.map(({ articleId }) => articleId)).size,
		).toBe(2);
	});
	test("talks, tea and dinner of one day", () => {
		const meeting = only([
			one(
				"2015-05-10",
				"习近平10日在明斯克同卢卡申科会谈。",
				"当晚，习近平同卢卡申科茶叙，并共进晚餐。",
			),
		]);
		expect([meeting.start, meeting.end]).toEqual(["2015-05-10", "2015-05-10"]);
	});
	test("three days of a state visit to one city", () => {
		const meeting = only([
			one("2015-05-10", "习近平10日在明斯克同卢卡申科会谈。"),
			one("2015-05-11", "习近平11日在明斯克同卢卡申科共同参观博物馆。"),
			one(
				"2015-05-12",
				"习近平5月10日至12日对白俄罗斯进行国事访问。",
				"习近平12日和卢卡申科在明斯克共同参观中白工业园。",
			),
		]);
		expect([meeting.start, meeting.end, meeting.kind]).toEqual([
			"2015-05-10",
			"2015-05-12",
			"state-visit",
		]);
		expect(meeting.visit).toEqual({
			start: "2015-05-10",
			end: "2015-05-12",
			visitor: { id: "xi-jinping", name: "习近平" },
			host: "白俄罗斯",
			kind: "state-visit",
		});
		expect(meeting.conflicts).toEqual([]);
	});
	test("two days in two buildings, told by two papers", () => {
		const meeting = only([
			one("2015-05-11", "习近平10日在明斯克独立宫同卢卡申科会谈。"),
			one(
				"2015-05-12",
				"习近平11日同卢卡申科在明斯克卫国战争历史博物馆会见老战士。",
			),
		]);
		expect([meeting.start, meeting.end, meeting.conflicts]).toEqual([
			"2015-05-10",
			"2015-05-11",
			[],
		]);
	});
	test("a visit across the end of a month", () => {
		const meeting = only([
			talks,
			one(
				"2023-03-03",
				"卢卡申科2月28日至3月2日对中国进行国事访问，并于3月1日与习近平会谈。",
			),
		]);
		expect(meeting.visit).toMatchObject({
			start: "2023-02-28",
			end: "2023-03-02",
			visitor: { id: "alexander-lukashenko" },
			host: "中国",
		});
		expect(
			meeting.checks.find(({ rule }) => rule === "inside-visit")?.result,
		).toBe("passed");
	});
	test("a recall by month finds it", () => {
		const meeting = only([
			talks,
			one("2023-08-01", "今年3月，习近平与卢卡申科在北京会晤。"),
		]);
		expect(meeting.mentions.map(({ role }) => role)).toEqual([
			"main",
			"recall",
		]);
	});
	test("a caption of the day goes with it, an undated caption too", () => {
		const meeting = only([
			{
				...talks,
				captions: [
					"3月1日，习近平在人民大会堂会见卢卡申科。",
					"习近平与卢卡申科会谈。",
				],
			},
		]);
		expect(
			meeting.mentions.filter(({ role }) => role === "caption"),
		).toHaveLength(2);
	});
	test("headline and lede without a day tell of the day of the paper or the one before", () => {
		const meeting = only([
			{
				published: "2025-06-05",
				headline: "习近平会见卢卡申科",
				text: ["中国国家主席习近平在北京会见了白罗斯总统卢卡申科。"],
			},
		]);
		expect([meeting.start, meeting.end, meeting.precision]).toEqual([
			"2025-06-04",
			"2025-06-05",
			"range",
		]);
	});
	test("the venue tells the city, and a country helps where two cities have one of the name", () => {
		expect(
			only([one("2015-05-11", "习近平10日在白俄罗斯独立宫同卢卡申科会谈。")])
				.place.city,
		).toBe("明斯克");
		expect(
			only([one("2023-03-02", "习近平1日在人民大会堂会见卢卡申科。")]).place,
		).toMatchObject({ city: "北京", venue: "人民大会堂" });
		expect(
			only([one("2024-07-05", "习近平4日在独立宫会见卢卡申科。")]).place.city,
		).toBeUndefined();
	});
});

describe("two meetings", () => {
	test("in two months", () => {
		expect(
			ids(
				merge([talks, one("2023-12-04", "习近平12月4日在北京会见卢卡申科。")])
					.value,
			),
		).toEqual(["2023-03-01-beijing", "2023-12-04-beijing"]);
	});
	test("in two cities, days apart", () => {
		expect(
			ids(
				merge([
					one("2025-08-31", "习近平31日在天津会见卢卡申科。"),
					one("2025-09-04", "习近平9月4日在北京会见卢卡申科。"),
				]).value,
			),
		).toEqual(["2025-08-31-tianjin", "2025-09-04-beijing"]);
	});
});

describe("no meeting", () => {
	test("comes of a recall without a day; it is kept among what was turned down", () => {
		const { value } = merge([
			one(
				"2024-08-22",
				"今年7月，两国元首会晤。",
				"习近平和卢卡申科去年曾会晤。",
			),
		]);
		expect(value.encounters).toEqual([]);
		expect(value.rejected.map(({ reason }) => reason)).toContain("no-day");
	});
	test("comes of a press review long after, though it speaks of one", () => {
		const { value } = merge([
			one("2023-05-20", "评论说，卢卡申科会晤习近平有着自己的议程。"),
		]);
		expect(value.encounters).toEqual([]);
	});
	test("comes of a commentary without a day", () => {
		const { value } = merge([
			{
				published: "2023-05-20",
				headline: "习近平与卢卡申科会晤的背后",
				text: ["习近平与卢卡申科的会晤引发外界关注。"],
			},
		]);
		expect(value.encounters).toEqual([]);
	});
	test("is chosen by a recall that fits two", () => {
		const { value } = merge([
			talks,
			one("2023-12-04", "习近平12月4日在北京会见卢卡申科。"),
			one("2024-07-05", "2023年，习近平与卢卡申科在北京会晤。"),
		]);
		expect(value.encounters.flatMap(({ mentions }) => mentions)).toHaveLength(
			2,
		);
	});
});

describe("an article of its own kind", () => {
	const days = (sketch: Sketch) =>
		merge([sketch]).value.encounters.map(({ start, end, status }) => [
			start,
			end,
			status,
		]);
	test("a headline that says 今会 above a text that says 将 reports a plan", () => {
		const { value } = merge([
			{
				published: "2023-03-01",
				headline: "卢卡申科今会习近平",
				text: ["白俄罗斯总统卢卡申科今天将与习近平举行会谈。"],
			},
		]);
		expect(value.encounters).toEqual([]);
		expect(
			value.rejected.map(({ paragraph, reason }) => [paragraph, reason]),
		).toEqual([
			["headline", "planned"],
			["p1", "planned"],
		]);
	});
	test("a dated headline alone leaves the meeting unconfirmed", () => {
		expect(
			days({
				published: "2023-03-01",
				headline: "卢卡申科今会习近平",
				text: ["普京密切关注。"],
			}),
		).toEqual([["2023-03-01", "2023-03-01", "unconfirmed"]]);
	});
	test("an evening paper in New York tells of the next day in Beijing", () => {
		expect(
			days({
				published: "2023-02-28T22:30:00-05:00",
				zone: "America/New_York",
				text: ["习近平星期三在北京与卢卡申科举行会谈。"],
			}),
		).toEqual([["2023-03-01", "2023-03-01", "confirmed"]]);
	});
	test("a chronicle of meetings gives those that it dates, by day or by month", () => {
		expect(
			days({
				published: "2025-06-03",
				text: [
					"2013年7月，卢卡申科访华，习近平与他会谈。",
					"2015年5月10日，习近平在明斯克与卢卡申科会谈。",
					"2018年6月，习近平在青岛会见卢卡申科。",
				],
			}),
		).toEqual([
			["2013-07-01", "2013-07-31", "confirmed"],
			["2015-05-10", "2015-05-10", "confirmed"],
			["2018-06-01", "2018-06-30", "confirmed"],
		]);
	});
	test("a month that another article's day lies in makes no second meeting", () => {
		const { encounters } = merge([
			one("2016-03-02", "2015年5月，习近平在明斯克与卢卡申科会谈。"),
			one("2015-05-11", "习近平10日在明斯克与卢卡申科会谈。"),
		]).value;
		expect(
			encounters.map(({ start, precision }) => [start, precision]),
		).toEqual([["2015-05-10", "day"]]);
	});
	test("a month alone is said to be one", () => {
		const { encounters } = merge([
			one("2016-03-02", "2015年5月，习近平在明斯克与卢卡申科会谈。"),
		]).value;
		expect(
			encounters.map(({ start, precision }) => [start, precision]),
		).toEqual([["2015-05-01", "month"]]);
	});
	test("a president before his time is not taken for the one after him", () => {
		expect(
			days({
				published: "2005-12-05",
				text: [
					"中国国家主席5日在人民大会堂同白俄罗斯总统卢卡申科举行会谈。",
					"浙江省委书记习近平没有参加。",
				],
			}),
		).toEqual([]);
	});
});

describe("doubt", () => {
	const undated = (source: string): Sketch => ({
		published: "2019-04-26",
		source,
		headline: "习近平会见卢卡申科",
		text: ["国家主席习近平在人民大会堂会见白俄罗斯总统卢卡申科。"],
	});
	test("headline and lede without any date say that it took place, and leave the day open", () => {
		const meeting = only([undated("a")]);
		expect([
			meeting.start,
			meeting.end,
			meeting.precision,
			meeting.status,
		]).toEqual(["2019-04-25", "2019-04-26", "range", "confirmed"]);
	});
	test("a second outlet confirms what neither dates", () => {
		expect(only([undated("a"), undated("b")]).status).toBe("confirmed");
	});
	test("a day in the lede makes it a report of that day", () => {
		const meeting = only([
			{
				...undated("a"),
				text: ["习近平26日在人民大会堂会见卢卡申科。"],
			},
		]);
		expect([meeting.start, meeting.status]).toEqual([
			"2019-04-26",
			"confirmed",
		]);
	});
	test("a meeting told by a caption alone is unconfirmed", () => {
		const { value } = merge([
			{
				published: "2023-02-28",
				captions: [
					"资料照：习近平在北京钓鱼台国宾馆欢迎到访的卢卡申科。（2017年6月16日）",
				],
			},
		]);
		expect(ids(value)).toEqual(["2017-06-16-beijing?"]);
		expect(value.encounters[0]?.mentions[0]?.role).toBe("caption");
	});
	test("papers that name two days are shown as a conflict, and the better evidence wins", () => {
		const meeting = only([
			talks,
			one("2023-03-02", "习近平3月1日在北京会见卢卡申科。"),
			one("2023-03-03", "习近平3月2日在北京会见卢卡申科。"),
		]);
		expect([meeting.start, meeting.end]).toEqual(["2023-03-01", "2023-03-01"]);
		expect(
			meeting.conflicts.map(({ field, values }) => [
				field,
				values.map(({ value }) => value),
			]),
		).toEqual([["day", ["2023-03-01", "2023-03-02"]]]);
	});
	test("papers that name two cities are shown as a conflict", () => {
		const meeting = only([
			talks,
			one("2023-03-01", "习近平3月1日在北京会见卢卡申科。"),
			one("2023-03-01", "习近平3月1日在上海会见卢卡申科。"),
		]);
		expect(meeting.place.city).toBe("北京");
		expect(meeting.conflicts.map(({ field }) => field)).toContain("place");
	});
	test("kinds that differ are shown", () => {
		const meeting = only([
			one("2023-03-01", "习近平3月1日在北京同来华进行国事访问的卢卡申科会谈。"),
			one("2023-03-01", "习近平3月1日在北京同来华进行工作访问的卢卡申科会谈。"),
		]);
		expect(meeting.conflicts.map(({ field }) => field)).toEqual(["kind"]);
	});
	test("a weekday that does not fit fails its check", () => {
		const meeting = only([
			one("2016-09-30", "习近平周三（9月29日）在北京会见卢卡申科。"),
		]);
		expect(meeting.checks.find(({ rule }) => rule === "weekday")?.result).toBe(
			"failed",
		);
	});
	test("“今年第二次” is checked against what the archive knows", () => {
		const second = one(
			"2023-12-04",
			"习近平12月4日在北京会见卢卡申科。",
			"这是习近平与卢卡申科今年第二次会晤。",
		);
		const check = ({ encounters }: Encounters) =>
			encounters.at(-1)?.checks.find(({ rule }) => rule === "ordinal-in-year")
				?.result;
		expect(check(merge([talks, second]).value)).toBe("passed");
		expect(check(merge([second]).value)).toBe("unknown");
		expect(
			check(
				merge([
					talks,
					one("2023-07-05", "习近平7月4日在北京会见卢卡申科。"),
					second,
				]).value,
			),
		).toBe("failed");
	});
});

describe("ordinals", () => {
	const visit = (published: string, text: string, last: string): Sketch => ({
		published,
		text: [text, last],
	});
	const found = ({ checks }: Encounter): string[] =>
		checks
			.filter(({ rule }) => rule.startsWith("ordinal"))
			.map(({ rule, result }) => `${rule} ${result}`);
	const march = visit(
		"2023-03-01",
		"习近平3月1日在北京同卢卡申科会谈。",
		"这是卢卡申科第13次访华。",
	);
	test.each([
		["这是卢卡申科第14次访华。", "ordinal-of-visits passed"],
		["這是盧卡申科第十四次訪華。", "ordinal-of-visits passed"],
		["这是卢卡申科第12次访问中国。", "ordinal-of-visits failed"],
	])("after a 13th visit: %s %s", (last, check) => {
		const { encounters } = merge([
			march,
			visit("2023-12-04", "习近平12月4日在北京会见卢卡申科。", last),
		]).value;
		expect(encounters.map(found)).toEqual([[], [check]]);
	});
	test.each([
		["这是两国元首第十四次会面。", ["ordinal-of-meetings passed"]],
		["這是兩國元首第十四次會面。", ["ordinal-of-meetings passed"]],
		["这是两国元首第13次会面。", ["ordinal-of-meetings failed"]],
		["这是俄乌战争爆发以来两国元首第二次会面。", []],
		["中俄两国元首第13次会面。", []],
	])("after a 13th meeting: %s %j", (last, checks) => {
		const { encounters } = merge([
			visit(
				"2023-03-01",
				"习近平3月1日在北京同卢卡申科会谈。",
				"这是两国元首第13次会面。",
			),
			visit("2023-12-04", "习近平12月4日在北京会见卢卡申科。", last),
		]).value;
		expect(encounters.map(found)[1]).toEqual(checks);
	});
	test("two papers that count one visit differently disagree", () => {
		const meeting = only([
			march,
			visit(
				"2023-03-02",
				"习近平1日在北京同卢卡申科会谈。",
				"这是卢卡申科第15次访华。",
			),
		]);
		expect(
			meeting.conflicts.map(({ field, values }) => [
				field,
				values.map(({ value }) => value),
			]),
		).toEqual([["ordinal", ["第13次", "第15次"]]]);
	});
	test.each([
		"卢卡申科将第15次访华。",
		"这是普京第15次访华。",
		"卢卡申科去年第13次访华。",
	])("%s says nothing of the visit at hand", (last) => {
		const { encounters } = merge([
			march,
			visit("2023-12-04", "习近平12月4日在北京会见卢卡申科。", last),
		]).value;
		expect(encounters.flatMap(found)).toEqual([]);
	});
	test("a count makes no meeting", () => {
		const { encounters } = merge([
			one("2023-12-04", "这是卢卡申科第14次访华。"),
		]).value;
		expect(encounters).toEqual([]);
	});
});

describe("corrections", () => {
	const caption: Sketch = {
		published: "2023-02-28",
		captions: ["资料照：习近平在北京欢迎到访的卢卡申科。（2017年6月16日）"],
	};
	test("confirm a meeting and are shown with note and source", () => {
		const meeting = only(
			[caption],
			"- {confirm: 2017-06-16-beijing, note: 有当天报道, source: 档案 12}\n",
		);
		expect(meeting.status).toBe("confirmed");
		expect(meeting.corrections).toEqual([
			{ action: "confirm", note: "有当天报道", source: "档案 12", line: 1 },
		]);
	});
	test("reject a meeting; its mentions move to what was turned down", () => {
		const { value } = merge([caption], "- reject: 2017-06-16\n  note: 误植\n");
		expect(value.encounters).toEqual([]);
		expect(value.rejected.map(({ reason }) => reason)).toEqual(["corrected"]);
	});
	test("set days and place and keep the id", () => {
		const meeting = only(
			[talks],
			"- {date: 2023-03-01-beijing, start: 2023-02-28, end: 2023-03-01}\n- {place: 2023-03-01-beijing, city: 天津, venue: 天津迎宾馆}\n",
		);
		expect([meeting.id, meeting.start, meeting.end]).toEqual([
			"2023-03-01-beijing",
			"2023-02-28",
			"2023-03-01",
		]);
		expect(meeting.place).toEqual({
			city: "天津",
			country: "中国",
			venue: "天津迎宾馆",
			lat: 39.13,
			lon: 117.2,
		});
	});
	test("merge two meetings", () => {
		const meeting = only(
			[talks, one("2023-03-05", "习近平3月4日在北京会见卢卡申科。")],
			"- {merge: 2023-03-04-beijing, into: 2023-03-01-beijing}\n",
		);
		expect([meeting.start, meeting.end]).toEqual(["2023-03-01", "2023-03-04"]);
		expect(meeting.mentions).toHaveLength(2);
	});
	test("that name no meeting are reported with their line", () => {
		const { diagnostics } = merge([talks], "\n- confirm: 1999-01-01\n");
		expect(
			diagnostics.map(({ file, line, ruleId }) => [file, line, ruleId]),
		).toEqual([["_corrections.yml", 2, "enrich/correction-without-meeting"]]);
	});
});

describe("a corrections file with mistakes", () => {
	const cases = [
		["confirm: 2023-03-01", 1, "list"],
		["- confirm: 2023-03-01\n- {frobnicate: x}\n", 2, "one of"],
		["- confirm: 2023-03-01\n-  confirm: yesterday\n", 2, "id"],
		["- {merge: 2023-03-01}\n", 1, "into"],
		["- {date: 2023-03-01, start: 2023-13-01}\n", 1, "days"],
		["- {date: 2023-03-01, start: 2023-03-02, end: 2023-03-01}\n", 1, "before"],
		["- {place: 2023-03-01, town: x}\n", 1, "town"],
		["- {confirm: 2023-03-01, reject: 2023-03-01}\n", 1, "one action"],
		["- confirm: [a\n- b: {\n", 2, "YAML"],
		["- just text\n", 1, "mapping"],
	] as const;
	test.each(cases)("%j is reported at line %i", (text, line, words) => {
		const { diagnostics } = readCorrections(text);
		expect(diagnostics[0]?.line).toBeGreaterThanOrEqual(line);
		expect(diagnostics[0]?.reason).toContain(words);
		expect(diagnostics[0]?.file).toBe("_corrections.yml");
	});
	test("loses the entry with the mistake and no other", () => {
		const { value } = readCorrections(
			"- {confirm: nonsense}\n- {confirm: 2023-03-01}\n",
		);
		expect(
			value.meetings.map(({ encounter, line }) => [encounter, line]),
		).toEqual([["2023-03-01", 2]]);
	});
});
