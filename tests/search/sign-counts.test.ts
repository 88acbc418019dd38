import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeMadeCorpus } from "../../scripts/make-corpus/corpus.ts";
import {
	articlePath,
	readArticle,
	readCorpus,
} from "../../src/corpus/store.ts";
import type { Article } from "../../src/domain/article.ts";
import { readerOf } from "../../src/search/query/from-disk.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { IndexReader } from "../../src/search/query/reader.ts";
import { search } from "../../src/search/query/search.ts";
import { packCounts, unpackCounts } from "../../src/search/sign-counts.ts";
import { buildIndex } from "../../src/search/write/write-index.ts";
import { LiteralSearch } from "./literal.ts";

let root: string;
let articles: Article[];
let literal: LiteralSearch;

/** Signs by thousands in most articles, both forms of two of them, in some headlines too. */
function withFrequentSigns(article: Article, n: number): Article {
	const [first, ...others] = article.paragraphs;
	if (!first || n % 4 === 3) return article;
	const text = `${["午后", "午後", "後后"][n % 3]}，发展發現。`.repeat(2_500);
	const headline = n % 2 === 0 ? `后來${article.headline}` : article.headline;
	return { ...article, headline, paragraphs: [{ ...first, text }, ...others] };
}

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), "biannian-signs-"));
	const corpusRoot = join(root, "corpus");
	writeMadeCorpus(corpusRoot, 20, 200, 3);
	const corpus = readCorpus(corpusRoot);
	articles = corpus.manifest.articles.map(({ id }, n) => {
		const article = withFrequentSigns(readArticle(corpusRoot, id), n);
		writeFileSync(articlePath(corpusRoot, id), JSON.stringify(article));
		return article;
	});
	literal = new LiteralSearch(articles, [], {});
	await buildIndex({
		corpus,
		outDir: root,
		cacheDir: join(root, "shards"),
		processes: 0,
		portable: false,
	});
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Ids with counts, and the files that were loaded for them. */
async function ask(typed: string, off: readonly string[] = []) {
	const loaded: string[] = [];
	const reader = new IndexReader(async (path) => {
		loaded.push(path);
		return gunzipSync(readFileSync(join(root, "search", path)));
	});
	const { answer } = await search(reader, typed, { variants: true, off });
	const names = readerOf(root);
	const hits: Record<string, readonly number[]> = {};
	for (const { document, counts } of answer.hits)
		hits[(await names.nameOf(document)).id] = counts;
	return { hits, answer, loaded };
}

test.each([
	"后",
	"，后",
	"展",
	'"發"',
	"，",
	'"後"',
	"标题:后",
	"标题:展",
	"后 展",
	"后 -午",
	"-后",
	"午后 发",
])(
	"%s, frequent signs among others, finds what a literal search finds, as often",
	async (typed) => {
		const { terms } = parseQuery(typed);
		const { hits } = await ask(typed);
		const expected = literal.hits(terms);
		expect(Object.keys(hits).sort()).toEqual(expected);
		for (const [id, counts] of Object.entries(hits))
			expect(counts).toEqual(literal.counts(terms, id));
	},
);

test("a frequent sign alone loads its counts and no places", async () => {
	const { loaded } = await ask("后");
	expect(loaded.some((path) => path.includes("/counts/"))).toBe(true);
	expect(loaded.filter((path) => path.includes("/index/"))).toEqual([]);
});

test("each spelling of a frequent sign has its own number, and can be left away", async () => {
	const { answer } = await ask("后");
	const holds = (sign: string) =>
		articles.filter(({ headline, paragraphs }) =>
			[headline, ...paragraphs.map(({ text }) => text)].join().includes(sign),
		).length;
	expect(answer.counts[0]?.spellings).toEqual([
		{ text: "后", articles: holds("后") },
		{ text: "後", articles: holds("後") },
	]);
	const without = await ask("后", ["後"]);
	expect(without.answer.counts[0]?.articles).toBe(holds("后"));
});

test("counts come out of a file as they went in, and half a file is refused", () => {
	const forms = ["0", "2"].map((form) => ({
		form,
		times: Uint32Array.of(0, 5, 300),
		inHeadline: Uint32Array.of(0, 0, 2),
	}));
	const bytes = packCounts(forms);
	expect(unpackCounts(bytes, 3)).toEqual(forms);
	expect(() => unpackCounts(bytes.subarray(0, -1), 3)).toThrow(
		"the file ends too early",
	);
});
