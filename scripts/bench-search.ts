/**
 * Measure search: `node --import tsx scripts/bench-search.ts [--articles 5000] [--characters 6000]
 * [--corpus DIR | --seeds DIR] [--queries 300] [--stock] [--results FILE]`.
 *
 * Builds the index of a made-up corpus (or of a real one), compares drawn queries with a literal
 * search, and times queries in Chromium over the loopback. With `--stock` Pagefind as it comes
 * indexes the same articles in the same run.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readArticle, readCorpus } from "../src/corpus/store.ts";
import { aliasGroups } from "../src/enrich/gazetteer/index.ts";
import { readerOf } from "../src/search/from-disk.ts";
import { type Term, writeQuery } from "../src/search/query.ts";
import { search } from "../src/search/search.ts";
import { LiteralSearch } from "../tests/search/literal.ts";
import { makeSite } from "../tests/search/made-site.ts";
import { sampleQueries } from "../tests/search/sample-queries.ts";
import { timeInBrowser } from "./bench-search/browser.ts";
import { indexWithPagefind, writePages } from "./bench-search/stock.ts";
import { watch } from "./bench-search/watch.ts";
import { writeMadeCorpus } from "./make-corpus/corpus.ts";
import { seededRandom } from "./make-corpus/random.ts";
import { makeVocabulary } from "./make-corpus/vocabulary.ts";

const { values } = parseArgs({
	options: {
		articles: { type: "string", default: "5000" },
		characters: { type: "string", default: "6000" },
		corpus: { type: "string" },
		seeds: { type: "string" },
		queries: { type: "string", default: "300" },
		timed: { type: "string", default: "20" },
		stock: { type: "boolean", default: false },
		results: { type: "string" },
	},
});
const root = mkdtempSync(join(tmpdir(), "biannian-bench-search-"));
const rows: Record<string, unknown> = {};

try {
	const corpusRoot = await prepareCorpus();
	rows.articles = readCorpus(corpusRoot).manifest.articles.length;
	await benchIndex(corpusRoot);
	if (values.stock) await benchStock(corpusRoot);
	await compare(corpusRoot);
	await benchBrowser(corpusRoot);
	console.table(rows);
	if (values.results)
		writeFileSync(values.results, `${JSON.stringify(rows, undefined, 2)}\n`);
} finally {
	rmSync(root, { recursive: true, force: true });
}

/** The folder of a corpus: given, built from seeds, or made up. */
async function prepareCorpus(): Promise<string> {
	if (values.corpus) return values.corpus;
	const corpus = join(root, "corpus");
	if (values.seeds)
		await watch("node", [
			...["--import", "tsx", "src/main.ts", "build", "--quiet"],
			...["--seeds", values.seeds, "--corpus", corpus],
			...["--out", join(root, "built")],
		]);
	else
		writeMadeCorpus(corpus, Number(values.articles), Number(values.characters));
	return corpus;
}

async function benchIndex(corpusRoot: string): Promise<void> {
	const build = () =>
		watch("node", [
			...["--import", "tsx", "scripts/bench-search/build-index.ts"],
			...[corpusRoot, join(root, "site"), join(root, "shards")],
		]);
	const cold = await build();
	const summary = JSON.parse(cold.output.trim().split("\n").at(-1) ?? "{}");
	rows["index, s"] = seconds(cold.ms);
	rows["largest process, MB"] = megabytes(cold.largest);
	rows["index, MB"] = megabytes(summary.bytes);
	rows["for opening from a disk, MB"] = megabytes(summary.portableBytes);
	rows["files / units"] = `${summary.files} / ${summary.shards}`;
	rows["index again, s"] = seconds((await build()).ms);
	console.log(rows);
}

async function benchStock(corpusRoot: string): Promise<void> {
	const site = join(root, "stock");
	writePages(corpusRoot, site);
	const stock = await indexWithPagefind(site);
	rows["stock Pagefind, s"] = seconds(stock.ms);
	rows["stock Pagefind, MB of memory"] = megabytes(stock.largest);
	console.log(rows);
}

/** Precision and recall over all queries, in this process on the browser's own code. */
async function compare(corpusRoot: string): Promise<void> {
	const articles = readCorpus(corpusRoot)
		.manifest.articles.filter(({ revisionOf }) => revisionOf === undefined)
		.map(({ id }) => readArticle(corpusRoot, id));
	const literal = new LiteralSearch(articles, aliasGroups());
	const reader = readerOf(join(root, "site"));
	let found = 0;
	let right = 0;
	let expected = 0;
	for (const terms of draw(articles, Number(values.queries))) {
		const { answer, catalog } = await search(reader, writeQuery(terms), true);
		const hits = answer.hits.map(({ document }) => catalog.ids[document] ?? "");
		const truth = new Set(literal.hits(terms));
		found += hits.length;
		expected += truth.size;
		right += hits.filter((id) => truth.has(id)).length;
		if (hits.length !== truth.size || hits.some((id) => !truth.has(id)))
			console.log(
				`differs: ${writeQuery(terms)}: ${hits.length} for ${truth.size}`,
			);
	}
	rows.queries = Number(values.queries);
	rows.precision = found === 0 ? 1 : right / found;
	rows.recall = expected === 0 ? 1 : right / expected;
	console.log(rows);
}

async function benchBrowser(corpusRoot: string): Promise<void> {
	const articles = readCorpus(corpusRoot)
		.manifest.articles.slice(0, 400)
		.map(({ id }) => readArticle(corpusRoot, id));
	await makeSite(corpusRoot, join(root, "site"), {
		cacheDir: join(root, "shards"),
	});
	const queries = draw(articles, Number(values.timed)).map(writeQuery);
	Object.assign(rows, await timeInBrowser(join(root, "site"), queries));
}

function draw(
	articles: Parameters<typeof sampleQueries>[0],
	count: number,
): Term[][] {
	return sampleQueries(
		articles,
		makeVocabulary().names,
		seededRandom(2_026),
		count,
	);
}

function seconds(ms: number): number {
	return Math.round(ms / 100) / 10;
}

function megabytes(bytes: number): number {
	return Math.round(bytes / 100_000) / 10;
}
