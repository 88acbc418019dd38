import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeMadeCorpus } from "../../scripts/make-corpus/corpus.ts";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { readArticle, readCorpus } from "../../src/corpus/store.ts";
import type { Article } from "../../src/domain/article.ts";
import { aliasGroups } from "../../src/enrich/gazetteer/index.ts";
import { readerOf } from "../../src/search/from-disk.ts";
import { type Term, writeQuery } from "../../src/search/query.ts";
import type { IndexReader } from "../../src/search/reader.ts";
import { search } from "../../src/search/search.ts";
import { buildIndex } from "../../src/search/write-index.ts";
import { LiteralSearch } from "./literal.ts";
import { sampleQueries } from "./sample-queries.ts";

let root: string;
let articles: Article[];
let literal: LiteralSearch;
let reader: IndexReader;

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), "biannian-exact-"));
	const corpusRoot = join(root, "corpus");
	writeMadeCorpus(corpusRoot, 150, 900, 7);
	const corpus = readCorpus(corpusRoot);
	articles = corpus.manifest.articles.map(({ id }) =>
		readArticle(corpusRoot, id),
	);
	literal = new LiteralSearch(articles, aliasGroups());
	await buildIndex({
		corpus,
		outDir: root,
		cacheDir: join(root, "shards"),
		processes: 0,
		portable: false,
		// Small parts, so that several volumes of several units have to agree.
		sizes: {
			unitAtLeast: 6_000,
			unitOneIn: 4,
			unitAtMost: 20_000,
			volumeAtLeast: 30_000,
			volumeAtMost: 60_000,
		},
	});
	reader = readerOf(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function idsOf({
	answer,
}: Awaited<ReturnType<typeof search>>): Promise<string[]> {
	const names = answer.hits.map(({ document }) => reader.nameOf(document));
	return (await Promise.all(names)).map(({ id }) => id);
}

async function found(typed: string): Promise<string[]> {
	return (await idsOf(await search(reader, typed, true))).sort();
}

test("several volumes are searched", async () => {
	expect((await reader.catalog()).volumes.length).toBeGreaterThan(2);
});

const ways: Readonly<Record<string, { engine: boolean; seed: number }>> = {
	"from lists alone, as a first question is": { engine: false, seed: 42 },
	"with Pagefind's engine, as later ones are": { engine: true, seed: 43 },
};
test.each(Object.keys(ways))(
	"400 queries drawn from the texts find what a literal search finds, no more and no less, answered %s",
	async (way) => {
		const { engine, seed } = ways[way] as (typeof ways)[string];
		if (engine) await reader.startEngines();
		const { volumes } = await reader.outline();
		expect(volumes.map((volume) => reader.hasEngine(volume))).toEqual(
			volumes.map(() => engine),
		);
		const queries = sampleQueries(
			articles,
			makeVocabulary().names,
			seededRandom(seed),
			400,
		);
		const wrong: unknown[] = [];
		for (const terms of queries) {
			const expected = literal.hits(terms);
			const actual = await found(writeQuery(terms));
			if (expected.join() !== actual.join())
				wrong.push({
					query: writeQuery(terms),
					missing: expected.filter((id) => !actual.includes(id)),
					extra: actual.filter((id) => !expected.includes(id)),
				});
		}
		expect(wrong).toEqual([]);
	},
);

const term = (text: string, more: Partial<Term> = {}): Term => ({
	text,
	literal: false,
	excluded: false,
	headline: false,
	...more,
});

test.each([
	["G7峰会"],
	["12点和谈"],
	["COVID-19疫情"],
	["3月1日"],
	["３月１日"],
	["的"],
	["CAFÉ"],
	["cafe"],
	["zurich"],
	["白俄羅斯"],
	["Lukash"],
	["萬人"],
])("%s finds what a literal search finds", async (typed) => {
	expect(await found(typed)).toEqual(literal.hits([term(typed)]));
});

test.each(["", "   ", "。。。", "-", '""', "“”", "标题:"])(
	"a query without words (%j) finds nothing and does not fail",
	async (typed) => {
		expect(await found(typed)).toEqual([]);
	},
);

test("a passage of a thousand characters is found by its beginning, and the reader is told", async () => {
	const article = articles.find(({ paragraphs }) =>
		paragraphs.some(({ text }) => text.length > 150),
	);
	const text =
		article?.paragraphs.find(({ text }) => text.length > 150)?.text ?? "";
	const long = text.replace(/[“”"\s]/g, "x").split("x")[0] ?? "";
	const found = await search(reader, `${long.padEnd(1000, "字")}`, true);
	const { answer } = found;
	expect(answer.query.shortened).toBe(true);
	expect(answer.query.terms[0]?.text.length).toBeLessThanOrEqual(150);
	if (long.length >= 100) expect(await idsOf(found)).toContain(article?.id);
});

test("what was added to a query is named, and can be left away", async () => {
	const wide = await search(reader, "白俄羅斯", true);
	expect(wide.answer.also).toContain("白罗斯");
	expect(wide.answer.also).toContain("白俄罗斯");
	const narrow = await search(reader, "白俄羅斯", false);
	expect(narrow.answer.also).toEqual([]);
	expect(narrow.answer.hits).toEqual([]);
});
