/** Names inside longer words are nobody's and nowhere. */
import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/domain/article.ts";
import { builtIn, namedIn } from "../../src/enrich/gazetteer/index.ts";
import {
	nobody,
	nowhere,
	somebody,
} from "../../src/enrich/gazetteer/longer-words.ts";

const named = (text: string) =>
	namedIn({
		headline: "",
		paragraphs: [{ id: "p1", text }],
		figures: [],
	} as unknown as Draft);

describe("people", () => {
	test.each([
		["韩正在考虑部署。", []],
		["韓正在考慮部署。", []],
		["美韩正式签约。", []],
		["南韩正与邻国谈判。", []],
		["韩正出席开幕式。", ["han-zheng"]],
		["国家副主席韩正在北京会见来宾。", ["han-zheng"]],
		["国务院副总理韩正与会。", ["han-zheng"]],
		["韩正与来宾交谈。", ["han-zheng"]],
		["李强行程公布。", ["li-qiang"]],
		["老李强调了三点。", []],
		["老李強調了三點。", []],
		["李强调研制造业企业。", ["li-qiang"]],
		["国务院总理李强强调，要抓落实。", ["li-qiang"]],
		["国务院总理李强调研。", ["li-qiang"]],
		["地质学家李希霍芬到过这里。", []],
		["小李希望早日回家。", []],
		["中央纪委书记李希主持会议。", ["li-xi"]],
		["老王毅然离去。", []],
		["外长王毅然而未到。", ["wang-yi"]],
		["王毅会见来宾。", ["wang-yi"]],
		["韩正在研究。韩正指出问题。", ["han-zheng"]],
	] as const)("%s", (text, expected) => {
		expect(named(text).people).toEqual(expected);
	});
});

describe("places", () => {
	test.each([
		["今日本报记者报道。", []],
		["日本首相抵达。", ["japan"]],
		["今日日本首相抵达。", ["japan"]],
		["威尼斯电影节开幕。", []],
		["他是合法国民。", []],
		["法国国民议会表决。", ["france"]],
		["其中国有企业占三成。", []],
		["其中，中国企业占三成。", ["china"]],
		["万象更新。", []],
		["代表团抵达万象。", ["vientiane"]],
		["一个汉堡包。", []],
		["汉堡港口繁忙。", ["hamburg"]],
		["强大连锁企业。", []],
		["大连接待代表团。", ["dalian"]],
		["代表团抵达成都。", ["chengdu"]],
		["他同日本首相通话，随后前往日本。", ["japan"]],
		["大连港。", ["dalian"]],
	] as const)("%s", (text, expected) => {
		expect(named(text).places).toEqual(expected);
	});
});

test("every longer word holds a name of the gazetteer, and takes it away", () => {
	const { people, countries, cities } = builtIn;
	const spellings = (entries: typeof people | typeof cities) =>
		entries.flatMap(({ name, names }) => [name, ...names]);
	const persons = spellings(people);
	const places = [
		...spellings(cities),
		...countries.flatMap(({ name, names }) => [name, ...names]),
	];
	for (const word of nobody) {
		expect(
			persons.some((name) => word.includes(name)),
			word,
		).toBe(true);
		expect(named(word).people, word).toEqual([]);
	}
	for (const word of nowhere)
		expect(
			places.some((name) => word.includes(name)),
			word,
		).toBe(true);
	for (const [id, words] of Object.entries(somebody))
		for (const word of words) expect(named(word).people, word).toEqual([id]);
});
