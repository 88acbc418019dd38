/** Twenty queries judged by hand: what a reader of this small archive would want to see first. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleOf, writeCorpusOf } from "../../scripts/make-corpus/corpus.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { readerOf } from "../../src/search/query/from-disk.ts";
import {
	firstHits,
	type SortOrder,
	sortHits,
	sortOrders,
} from "../../src/search/query/rank.ts";
import type { IndexReader } from "../../src/search/query/reader.ts";
import { search } from "../../src/search/query/search.ts";
import { buildIndex } from "../../src/search/write/write-index.ts";

/** Name → day, headline, paragraphs. */
const stories: Readonly<Record<string, readonly [string, string, string[]]>> = {
	bridge: [
		"2021-03-02",
		"海湾大桥合龙",
		[
			"海湾大桥今天合龙。大桥全长十二公里，是本省最长的大桥。",
			"工程师说，大桥明年通车，渡轮将减班。",
		],
	],
	ferry: [
		"2022-06-11",
		"渡轮减班引起岛民不满",
		[
			"岛上居民说，大桥收费太高，渡轮减班使老人看病不便。",
			"航运公司答复，渡轮每天仍有四班。",
		],
	],
	toll: [
		"2022-09-30",
		"过桥费下调两成",
		["省交通厅宣布，海湾大桥收费十月起下调两成。", "岛民代表表示欢迎。"],
	],
	storm: [
		"2022-08-19",
		"台风“百合”登陆，大桥关闭",
		[
			"台风“百合”今晨登陆，海湾大桥关闭十小时，渡轮全部停航。",
			"气象台说，台风将转向东北。台风中心风力十二级。",
		],
	],
	typhoonReview: [
		"2023-01-05",
		"一年气象回顾",
		[
			"去年全省雨量偏多，共有三个台风登陆。",
			"春季多雾，机场关闭六次。夏季炎热，用电创新高。秋季少雨，水库水位下降。冬季偏暖，初雪来迟。",
			"专家认为，海面温度升高是主要原因。",
		],
	],
	talks: [
		"2023-04-12",
		"两国外长会谈渔业协定",
		[
			"两国外长今天在本市会谈，讨论渔业协定。会谈持续三小时。",
			"双方同意五月继续会谈。",
		],
	],
	fishery: [
		"2023-05-20",
		"渔业协定签字",
		[
			"两国代表签署渔业协定，为期五年。",
			"渔民协会主席说，协定给了渔民五年安心日子。渔业产量有望回升。",
		],
	],
	market: [
		"2023-05-21",
		"鱼市早报",
		[
			"黄鱼价格回落，带鱼持平。商贩说，渔业协定签字后供货会更稳。",
			"台风季临近，部分船主提前检修。",
		],
	],
	lukashenko: [
		"2023-12-04",
		"盧卡申科訪問本市港口",
		["白羅斯總統盧卡申科參觀貨櫃碼頭。", "他說，港口合作前景廣闊。"],
	],
	belarusTrade: [
		"2024-02-10",
		"白俄罗斯钾肥经本港转运",
		[
			"白俄罗斯第一批钾肥运抵。",
			"贸易商提到，卢卡申科去年参观过码头，此后合同增多。",
		],
	],
	g7: [
		"2024-06-14",
		"G7峰会谈海运排放",
		["G7峰会通过海运排放声明。", "COVID-19疫情后，海运量已恢复到2019年水平。"],
	],
	museum: [
		"2024-07-01",
		"航海博物馆开馆",
		[
			"航海博物馆今天开馆，展出旧渡轮模型和大桥图纸。",
			"馆长 Anna Berg 说，Café 设在顶层，可以看见海湾。开馆首月免费。",
		],
	],
};

/** Query, then the hits from the first on; `…` where the rest does not matter. */
const judged: readonly (readonly [string, string])[] = [
	// A headline that says it comes before any text; of two headlines the text that says it more.
	["大桥", "bridge storm …"],
	["渡轮", "ferry …"],
	["海湾", "bridge …"],
	// Once each in the text: the shorter article is more about it.
	["台风", "storm market typhoonReview"],
	["渔业协定", "talks fishery market"],
	// 峰会谈 holds it too: search is literal, and what is about it comes first all the same.
	["会谈", "talks g7"],
	["五年", "fishery"],
	["减班", "ferry bridge"],
	// Several terms: all of them, the closer the better.
	["大桥 渡轮", "bridge ferry …"],
	["台风 登陆", "storm typhoonReview"],
	["大桥 收费", "toll ferry"],
	["港口 码头", "lukashenko"],
	// Names in either script and spelling.
	["卢卡申科", "lukashenko belarusTrade"],
	["盧卡申科", "lukashenko belarusTrade"],
	["白俄罗斯", "belarusTrade lukashenko"],
	// Operators.
	["大桥 -台风", "bridge …"],
	["标题:大桥", "bridge storm"],
	['"渔业产量"', "fishery"],
	// Mixed with letters and digits.
	["G7峰会", "g7"],
	["covid-19疫情", "g7"],
	["cafe", "museum"],
];

let root: string;
let reader: IndexReader;
const names = new Map<string, string>();

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), "biannian-rank-"));
	const articles = Object.entries(stories).map(([name, story], n) => {
		const [day, headline, paragraphs] = story;
		const article = articleOf(
			{
				headline,
				day,
				second: 0,
				byline: "本刊记者",
				caption: "资料照",
				paragraphs,
			},
			n,
		);
		names.set(article.id, name);
		return article;
	});
	writeCorpusOf(join(root, "corpus"), articles);
	await buildIndex({
		corpus: readCorpus(join(root, "corpus")),
		outDir: root,
		cacheDir: join(root, "shards"),
		processes: 0,
		portable: false,
	});
	reader = readerOf(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function found(typed: string, order: SortOrder): Promise<string[]> {
	const { answer, catalog } = await search(reader, typed, { variants: true });
	const ids = sortHits(answer.hits, catalog, order).map(({ document }) =>
		reader.nameOf(document),
	);
	return (await Promise.all(ids)).map(({ id }) => names.get(id) ?? "?");
}

describe("the most relevant comes first", () => {
	test.each(judged)("%s → %s", async (typed, expected) => {
		const wanted = expected.split(" ");
		const open = wanted.at(-1) === "…";
		const hits = await found(typed, "relevance");
		const compared = open ? hits.slice(0, wanted.length - 1) : hits;
		expect(compared).toEqual(open ? wanted.slice(0, -1) : wanted);
	});
});

test("the first few are the first few of all, however many are asked for", async () => {
	const { answer, catalog } = await search(reader, "大桥", {
		variants: true,
	});
	expect(answer.hits.length).toBeGreaterThan(3);
	for (const order of sortOrders) {
		const all = sortHits(answer.hits, catalog, order);
		for (const count of [0, 1, 2, 3, all.length, all.length + 5])
			for (const hits of [answer.hits, all, [...all].reverse()])
				expect(firstHits(hits, catalog, order, count)).toEqual(
					all.slice(0, count),
				);
	}
});

test("newest first turns oldest first around", async () => {
	const oldest = await found("大桥", "oldest");
	expect(oldest[0]).toBe("bridge");
	expect(await found("大桥", "newest")).toEqual(oldest.reverse());
});
