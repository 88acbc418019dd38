/** Where a sentence places a meeting, and which names of places are only talked about. */
import { expect, test } from "vitest";
import { namedIn } from "../../src/enrich/gazetteer/index.ts";
import { claimsOf, draftOf } from "./drafts.ts";

test.each([
	["习近平会见卢卡申科 盼推动中白工业园建设", undefined, undefined],
	["習近平會見盧卡申柯 盼推動中白工業園", undefined, undefined],
	["习近平与卢卡申科会谈，双方同意支持中白工业园发展", undefined, undefined],
	["习近平同卢卡申科共同考察中白工业园", "minsk", "中白工业园"],
	["习近平在钓鱼台国宾馆会见卢卡申科", "beijing", "钓鱼台国宾馆"],
	["人民大会堂东门外，习近平举行仪式欢迎卢卡申科", "beijing", "人民大会堂"],
])("%s: %s, %s", (sentence, city, venue) => {
	const { claims } = claimsOf({
		published: "2019-04-25",
		text: [`4月25日，${sentence}。`],
	});
	expect(claims.length).toBeGreaterThan(0);
	for (const claim of claims) {
		expect(claim.where.city).toBe(city);
		expect(claim.where.venue).toBe(venue);
	}
});

test.each([
	["上合组织以“上海精神”为旗帜。", []],
	["上海合作组织成员国签署宣言。", []],
	["上海合作組織成員國簽署宣言。", []],
	["美方重申遵守《上海公报》。", []],
	["他先到上海，再出席上海合作组织峰会。", ["shanghai"]],
	["各方应当执行明斯克协议。", []],
	["会谈于北京时间晚上八点开始。", []],
	["会谈在北京举行。", ["beijing"]],
])("%s names the places %j", (sentence, places) => {
	expect(namedIn(draftOf({ text: [sentence] })).places).toEqual(places);
});

test.each([
	"习近平4月25日出席上海合作组织会议期间会见卢卡申科。",
	"習近平4月25日在上海合作組織峰會上會見盧卡申科。",
])("%s: no city", (sentence) => {
	const { claims } = claimsOf({ published: "2019-04-25", text: [sentence] });
	expect(claims.map(({ where }) => where)).toEqual([{}]);
});

test("behind a semicolon another event is told, with a place of its own", () => {
	const { claims } = claimsOf({
		published: "2023-12-31",
		text: [
			"3月1日，习近平在北京同卢卡申科会谈；3月21日，在莫斯科同普京会谈；12月4日，再次会见卢卡申科。",
		],
	});
	expect(claims.map(({ start, where }) => [start, where.city])).toEqual([
		["2023-03-01", "beijing"],
		["2023-12-04", undefined],
	]);
});
