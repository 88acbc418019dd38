import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleOf, writeCorpusOf } from "../../scripts/make-corpus/corpus.ts";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { tellStory } from "../../scripts/make-corpus/story.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { aliasGroups } from "../../src/enrich/gazetteer/index.ts";
import { closePagefind } from "../../src/search/pagefind/pagefind.ts";
import { comparable } from "../../src/search/query/expand.ts";
import { readerOf } from "../../src/search/query/from-disk.ts";
import type { IndexReader } from "../../src/search/query/reader.ts";
import { search } from "../../src/search/query/search.ts";
import {
	ambiguousNames,
	searchedAliases,
	wordsAround,
} from "../../src/search/write/aliases.ts";
import { buildIndex } from "../../src/search/write/write-index.ts";
import { aliasPrecision } from "./alias-precision.ts";

/** What is asked, a sentence, and whether the sentence is about what is asked. */
const sentences: readonly (readonly [
	asked: string,
	sentence: string,
	isFound: boolean,
])[] = [
	["特朗普", "川普抵达东京。", true],
	["特朗普", "他说一口四川普通话。", false],
	["特朗普", "川普通话与川普抵达同日见报。", true],
	["莱希", "伊朗总统萊希出席。", true],
	["莱希", "灵犬莱西重映。", false],
	["莱希", "raising the flag", false],
	["莱希", "President Raisi spoke", true],
	["莫迪", "to modify the plan", false],
	["莫迪", "Modi arrived", true],
	["阿斯塔纳", "努尔苏丹·纳扎尔巴耶夫卸任。", false],
	["阿斯塔纳", "Astana Forum", true],
	["悉尼", "一碗雪梨汤。", false],
	["伯尔尼", "指挥家伯恩斯坦登台。", false],
	["卡塔尔", "导演卡达尔获奖。", false],
	["北约", "湖北约三成村庄受灾。", true],
	["北大西洋公约组织", "湖北约三成村庄受灾。", false],
	["北大西洋公约组织", "北约秘书长到访。", true],
	["韩国", "河南韩姓人家。", false],
	["韩国", "南韩代表团抵达。", true],
	["普京", "普丁与幕僚会面。", true],
	["格鲁吉亚", "乔治亚州的州长选举。", false],
	["喬治亞", "乔治亚州的州长选举。", true],
	["索非亚", "索菲亚的新书。", false],
	["Raisi", "布莱希特的戏，弗莱希曼导演。", false],
	["Raisi", "莱希宣誓就职。", true],
	["南韩", "韩国瑜出席造势。", false],
	["南韩", "韩国瑜谈韩国的文化产业。", true],
	["北韩", "延边的朝鲜族村庄。", false],
	["北韩", "朝鲜试射导弹。", true],
	["首尔", "大武汉城市圈。", false],
	["首尔", "1988 年漢城奥运会。", true],
	["杜哈", "许多哈萨克人。", false],
	["杜哈", "会谈在多哈举行。", true],
	["东南亚国家联盟", "美国的中东盟友。", false],
	["东南亚国家联盟", "各方在合作中东盟受益。", true],
];

let root: string;
let reader: IndexReader;
beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), "biannian-aliases-"));
	const random = seededRandom(1);
	const vocabulary = makeVocabulary();
	const articles = sentences.map(([, text], n) => ({
		...articleOf(tellStory(random, vocabulary, 10), n),
		headline: `${n}`,
		bylines: [],
		figures: [],
		paragraphs: [{ id: "p1", text }],
	}));
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
afterAll(async () => {
	await closePagefind();
	rmSync(root, { recursive: true, force: true });
});

describe("a name's other spellings", () => {
	test.each(sentences.map((one, n) => [...one, n] as const))(
		"%s: %s (found: %s)",
		async (asked, _, isFound, n) => {
			const { answer } = await search(reader, asked, { variants: true });
			const names = answer.hits.map(({ document }) => reader.nameOf(document));
			const found = (await Promise.all(names)).map(({ headline }) => headline);
			expect(found.includes(String(n))).toBe(isFound);
		},
	);

	test("that are left away were names of the gazetteer's, and stay away", () => {
		const groups = aliasGroups();
		const searched = searchedAliases(groups);
		for (const [name, others] of Object.entries(ambiguousNames)) {
			const group = groups.find(([first]) => first === name);
			if (group) expect(group.some((one) => others.includes(one))).toBe(true);
			for (const one of searched)
				if (one[0] === name)
					expect(one.filter((other) => others.includes(other))).toEqual([]);
		}
	});

	test("were all judged over an archive, and hardly any is somebody else", () => {
		const rows = aliasPrecision
			.trim()
			.split("\n")
			.map((line) => {
				const [name = "", spelling = "", ...numbers] = line.split(" | ");
				const [articles = 0, read = 0, right = 0] = numbers.map(Number);
				return { name, spelling, articles, read, right };
			});
		const judged = new Set(rows.map(({ spelling }) => comparable(spelling)));
		const searched = searchedAliases(aliasGroups())
			.map((group) => new Set(group.map(comparable)))
			// Forms of the same characters are no other spelling.
			.filter(({ size }) => size > 1)
			.flatMap((group) => [...group]);
		expect(searched.filter((one) => !judged.has(one))).toEqual([]);
		for (const { spelling, articles, read, right } of rows) {
			expect(read, spelling).toBeGreaterThanOrEqual(Math.min(articles, 7));
			expect(right, spelling).toBeLessThanOrEqual(read);
			if (read >= 3) expect(right / read, spelling).toBeGreaterThanOrEqual(0.6);
		}
		const sum = (of: "read" | "right") =>
			rows.reduce((total, row) => total + row[of], 0);
		expect(sum("right") / sum("read")).toBeGreaterThan(0.99);
	});

	test("do not count within longer words, each of which holds the spelling", () => {
		for (const [name, longer] of Object.entries(wordsAround))
			for (const word of longer) expect(word).toContain(name);
	});
});
