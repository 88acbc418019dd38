import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeMadeCorpus } from "../../scripts/make-corpus/corpus.ts";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { readArticle, readCorpus } from "../../src/corpus/store.ts";
import type { Article } from "../../src/domain/article.ts";
import { aliasGroups } from "../../src/enrich/gazetteer/index.ts";
import { readerOf } from "../../src/search/query/from-disk.ts";
import { type Term, writeQuery } from "../../src/search/query/parse.ts";
import type { IndexReader } from "../../src/search/query/reader.ts";
import { type SearchOptions, search } from "../../src/search/query/search.ts";
import {
	searchedAliases,
	wordsAround,
} from "../../src/search/write/aliases.ts";
import { buildIndex } from "../../src/search/write/write-index.ts";
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
	literal = new LiteralSearch(
		articles,
		searchedAliases(aliasGroups()),
		wordsAround,
	);
	await buildIndex({
		corpus,
		outDir: root,
		cacheDir: join(root, "shards"),
		processes: 0,
		portable: false,
		// Small parts, so that several merged segments have to agree.
		sizes: {
			segmentAtLeast: 6_000,
			segmentOneIn: 4,
			segmentAtMost: 20_000,
			mergedAtLeast: 12_000,
			mergedAtMost: 25_000,
		},
	});
	reader = readerOf(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Id and how often each required term stands in it, of every hit. */
async function found(typed: string): Promise<Map<string, readonly number[]>> {
	const { answer } = await search(reader, typed, { variants: true });
	const hits = answer.hits.map(async ({ document, counts }) => {
		const { id } = await reader.nameOf(document);
		return [id, counts] as const;
	});
	return new Map(await Promise.all(hits));
}

async function idsOf(typed: string): Promise<string[]> {
	return [...(await found(typed)).keys()].sort();
}

test("several merged segments are searched", async () => {
	expect((await reader.catalog()).segments.length).toBeGreaterThan(2);
});

test("500 queries drawn from the texts find what a literal search finds, as often in each article", async () => {
	const queries = sampleQueries(
		articles,
		makeVocabulary().names,
		seededRandom(42),
		500,
	);
	const wrong: unknown[] = [];
	for (const terms of queries) {
		const expected = Object.fromEntries(
			literal.hits(terms).map((id) => [id, literal.counts(terms, id)]),
		);
		const actual = Object.fromEntries(await found(writeQuery(terms)));
		if (!isDeepStrictEqual(actual, expected))
			wrong.push({ query: writeQuery(terms), actual, expected });
	}
	expect(wrong).toEqual([]);
});

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
	expect(await idsOf(typed)).toEqual(literal.hits([term(typed)]));
});

test.each(["", "   ", "　"])(
	"an empty query (%j) finds nothing",
	async (typed) => {
		expect(await idsOf(typed)).toEqual([]);
	},
);

test.each([
	"。",
	"，",
	"。。。",
	"-",
	'""',
	"“”",
	"标题:",
	"（",
	"%",
	"G",
	"a",
	"在",
	"，在",
	"在，",
])("%j is looked up as it stands", async (typed) => {
	expect(await idsOf(typed)).toEqual(literal.hits([term(typed)]));
});

test("a passage of a thousand characters is found by its beginning, and the reader is told", async () => {
	const article = articles.find(({ paragraphs }) =>
		paragraphs.some(({ text }) => text.length > 150),
	);
	const text =
		article?.paragraphs.find(({ text }) => text.length > 150)?.text ?? "";
	const long = text.replace(/[“”"\s]/g, "x").split("x")[0] ?? "";
	const typed = long.padEnd(1000, "字");
	const { answer } = await search(reader, typed, { variants: true });
	expect(answer.query.shortened).toBe(true);
	expect(answer.query.terms[0]?.text.length).toBeLessThanOrEqual(150);
	if (long.length >= 100) expect(await idsOf(typed)).toContain(article?.id);
});

test("every spelling that stands in the texts is named with its articles, and can be left away", async () => {
	const ask = async (options: SearchOptions) => {
		const { answer } = await search(reader, "白俄羅斯", options);
		return {
			hits: answer.hits.length,
			spellings: answer.counts[0]?.spellings ?? [],
		};
	};
	const wide = await ask({ variants: true });
	const articlesWith = (text: string) =>
		literal.hits([term(text, { literal: true })]).length;
	expect(wide.spellings).toEqual(
		["白俄罗斯", "白罗斯", "Belarus"].map((text) => ({
			text,
			articles: articlesWith(text),
		})),
	);
	const less = await ask({ variants: true, off: ["白罗斯", "Belarus"] });
	expect(less.hits).toBe(articlesWith("白俄罗斯"));
	expect(less.spellings.map(({ text }) => text)).toEqual(["白俄罗斯"]);
	const narrow = await ask({ variants: false });
	expect(narrow).toEqual({ hits: 0, spellings: [] });
});
