/**
 * Is search exact, small and quick? Builds an archive, draws queries from its texts, compares every
 * answer with a literal search, and measures size, memory and time, beside stock Pagefind.
 *
 *     npm run bench:search -- --articles 5000 --characters 6000
 *     npm run bench:search -- --seeds DIR --queries 500
 *     npm run bench:search -- --articles 100000 --characters 1100 --no-stock --no-browser
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readArticle, readCorpus } from "../src/corpus/store.ts";
import { aliasGroups } from "../src/enrich/gazetteer/index.ts";
import { readerOf } from "../src/search/query/from-disk.ts";
import { writeQuery } from "../src/search/query/parse.ts";
import { search } from "../src/search/query/search.ts";
import { searchedAliases, wordsAround } from "../src/search/write/aliases.ts";
import type { IndexSummary } from "../src/search/write/write-index.ts";
import { LiteralSearch } from "../tests/search/literal.ts";
import { sampleQueries } from "../tests/search/sample-queries.ts";
import { type Timed, timeInBrowser } from "./bench-search/browser.ts";
import { indexWithPagefind, writePages } from "./bench-search/stock.ts";
import { watch } from "./bench-search/watch.ts";
import { writeMadeCorpus } from "./make-corpus/corpus.ts";
import { seededRandom } from "./make-corpus/random.ts";
import { makeVocabulary } from "./make-corpus/vocabulary.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run bench:search -- [options]: size, time, exactness and answers of the index

  --articles N     articles to make up                       (default: 400)
  --characters N   characters of each                        (default: 2000)
  --seeds DIR      take the files of this folder instead
  --queries N      queries compared with a literal search    (default: 300)
  --timed N        queries timed in Chromium                 (default: 21)
  --no-index       take the index that was kept
  --no-stock       do not index the same pages with stock Pagefind
  --no-browser     time nothing in Chromium
  --keep DIR       keep what is made in this folder, and use what is there`;

const { values } = readOptions(usage, {
	articles: { type: "string", default: "400" },
	characters: { type: "string", default: "2000" },
	seeds: { type: "string" },
	queries: { type: "string", default: "300" },
	/** Queries that are timed in the browser. */
	timed: { type: "string", default: "21" },
	/** Whether to build the index, or take the one that is kept. */
	index: { type: "boolean", default: true },
	stock: { type: "boolean", default: true },
	browser: { type: "boolean", default: true },
	/** Keep what is made in this folder, and use what is there. */
	keep: { type: "string" },
});

/** Hits of a query whose counts are compared. */
const mostCounted = 100;

const root = values.keep
	? resolve(values.keep)
	: mkdtempSync(join(tmpdir(), "biannian-bench-search-"));
const corpusRoot = join(root, "corpus");
const site = join(root, "site");
mkdirSync(root, { recursive: true });
try {
	makeCorpus();
	if (values.index) await benchIndex();
	if (Number(values.queries) > 0) await benchExactness();
	if (values.browser) await benchBrowser();
} finally {
	if (!values.keep) rmSync(root, { recursive: true, force: true });
}

function makeCorpus(): void {
	if (existsSync(corpusRoot)) return;
	if (!values.seeds) {
		writeMadeCorpus(
			corpusRoot,
			Number(values.articles),
			Number(values.characters),
		);
		return;
	}
	const flags = ["--seeds", values.seeds, "--corpus", corpusRoot];
	const { status } = spawnSync(
		process.execPath,
		["src/start.mjs", "build", ...flags].concat(
			"--out",
			site,
			"--cache",
			join(root, "cache"),
			"--quiet",
		),
		{ stdio: "inherit" },
	);
	if (status !== 0) throw new Error(`Building ${values.seeds} failed.`);
}

async function benchIndex(): Promise<void> {
	rmSync(join(root, "shards"), { recursive: true, force: true });
	const ours = await watch(process.execPath, [
		"--import",
		"tsx",
		"scripts/bench-search/build-index.ts",
		corpusRoot,
		site,
		join(root, "shards"),
	]);
	const summary = JSON.parse(
		ours.output.trim().split("\n").at(-1) ?? "",
	) as IndexSummary;
	const cards = readCorpus(corpusRoot).manifest.articles;
	const characters = cards.reduce((sum, card) => sum + card.characters, 0);
	print("articles", `${cards.length}, ${mega(characters)} M characters`);
	print("index", `${mega(summary.bytes)} MB in ${summary.files} files`);
	print("for disks", `${mega(summary.portableBytes)} MB more`);
	print("largest process", `${mega(ours.largest)} MB (${ours.name})`);
	print("time", `${seconds(ours.ms)} s`);
	print("processor", processor(ours.cpu));
	if (!values.stock) return;
	const pages = join(root, "stock");
	rmSync(pages, { recursive: true, force: true });
	writePages(corpusRoot, pages);
	const stock = await indexWithPagefind(pages);
	rmSync(pages, { recursive: true, force: true });
	print(
		"stock Pagefind",
		`${seconds(stock.ms)} s (${processor(stock.cpu)}), ${mega(stock.largest)} MB: ours takes ${((100 * ours.ms) / stock.ms).toFixed(0)}%`,
	);
}

async function benchExactness(): Promise<void> {
	const articles = readCorpus(corpusRoot)
		.manifest.articles.filter(({ revisionOf }) => revisionOf === undefined)
		.map(({ id }) => readArticle(corpusRoot, id));
	const aliases = searchedAliases(aliasGroups());
	const literal = new LiteralSearch(articles, aliases, wordsAround);
	const queries = drawQueries(articles, Number(values.queries));
	const reader = readerOf(site);
	let found = 0;
	let right = 0;
	let expected = 0;
	let counted = 0;
	let miscounted = 0;
	for (const terms of queries) {
		const typed = writeQuery(terms);
		const { answer } = await search(reader, typed, { variants: true });
		const ids: string[] = [];
		for (const { document, counts } of answer.hits) {
			const { id } = await reader.nameOf(document);
			ids.push(id);
			if (ids.length > mostCounted) continue;
			counted++;
			if (!isDeepStrictEqual(counts, literal.counts(terms, id))) {
				miscounted++;
				print("counts", `${typed}: ${counts} in ${id}`);
			}
		}
		const truth = new Set(literal.hits(terms));
		const same = ids.filter((id) => truth.has(id)).length;
		found += ids.length;
		right += same;
		expected += truth.size;
		if (same !== ids.length || same !== truth.size)
			print("differs", `${typed}: ${ids.length}, should be ${truth.size}`);
	}
	print("queries", `${queries.length}, ${expected} hits in all`);
	print("precision", (found === 0 ? 1 : right / found).toFixed(4));
	print("recall", (expected === 0 ? 1 : right / expected).toFixed(4));
	print("counts", `${counted} compared, ${miscounted} differ`);
	if (found !== right || right !== expected || miscounted > 0)
		process.exitCode = 1;
}

async function benchBrowser(): Promise<void> {
	if (!existsSync(join(site, "search.html"))) {
		const { makeSite } = await import("../tests/search/made-site.ts");
		await makeSite(corpusRoot, site, { cacheDir: join(root, "shards") });
	}
	const ids = readCorpus(corpusRoot).manifest.articles.map(({ id }) => id);
	const step = Math.max(1, Math.floor(ids.length / 200));
	const some = ids
		.filter((_, n) => n % step === 0)
		.map((id) => readArticle(corpusRoot, id));
	const queries = drawQueries(some, Number(values.timed)).map(writeQuery);
	const timed: Timed[] = [];
	for await (const one of timeInBrowser(site, queries)) {
		timed.push(one);
		console.log(
			`  ${one.query}: ${one.hits} hits, first ${one.firstMs.toFixed(0)} ms, cold ${one.coldMs.toFixed(0)} ms, asked ${one.askedMs.toFixed(0)} ms, warm ${one.warmMs.toFixed(0)} ms, phone ${one.phoneMs.toFixed(0)} ms, ${one.requests} requests, ${Math.round(one.bytes / 1000)} KB`,
		);
	}
	printTimes(
		"two and more signs",
		timed.filter(({ query }) => query.length > 1),
	);
	printTimes("all", timed);
}

/** Medians, and in brackets the worst. */
function printTimes(of: string, timed: readonly Timed[]): void {
	const told = (pick: (one: Timed) => number, unit = "") => {
		const values = timed.map(pick).sort((a, b) => a - b);
		const middle = values[Math.floor(values.length / 2)] ?? 0;
		return `${Math.round(middle)}${unit} (${Math.round(values.at(-1) ?? 0)})`;
	};
	print(of, `${timed.length} questions: medians, in brackets the worst`);
	print(
		"  first results",
		told((one) => one.firstMs, " ms"),
	);
	print(
		"  all results",
		`${told((one) => one.coldMs, " ms")}, navigation included`,
	);
	print(
		"  on a phone",
		`${told((one) => one.phoneMs, " ms")} to the first results: Fast 3G, a quarter of the processor`,
	);
	print(
		"  asked",
		`${told((one) => one.askedMs, " ms")}, in an open page that has loaded nothing`,
	);
	print(
		"  asked again",
		told((one) => one.warmMs, " ms"),
	);
	print(
		"  requests",
		told((one) => one.requests),
	);
	print(
		"  moved",
		told((one) => one.bytes / 1000, " KB"),
	);
}

function drawQueries(
	articles: Parameters<typeof sampleQueries>[0],
	count: number,
) {
	const random = seededRandom(4_711);
	return sampleQueries(articles, makeVocabulary().names, random, count);
}

function print(what: string, value: string): void {
	console.log(`${what.padEnd(16)} ${value}`);
}

/** `pagefind 12.3 s + node 4.5 s`. */
function processor(cpu: Readonly<Record<string, number>>): string {
	return Object.entries(cpu)
		.map(([name, time]) => `${name} ${time.toFixed(1)} s`)
		.join(" + ");
}

function mega(number: number): string {
	return (number / 1e6).toFixed(1);
}

function seconds(ms: number): string {
	return (ms / 1000).toFixed(1);
}
