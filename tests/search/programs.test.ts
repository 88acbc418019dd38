/** Search from programs: the package's export in plain Node, and the command. */
import { execFile, spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleOf, writeCorpusOf } from "../../scripts/make-corpus/corpus.ts";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { tellStory } from "../../scripts/make-corpus/story.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { projectRoot } from "../../src/base/project.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { articlePlace } from "../../src/domain/article-place.ts";
import { closePagefind } from "../../src/search/pagefind/pagefind.ts";
import { buildIndex } from "../../src/search/write/write-index.ts";

const texts = [
	"双方谈停火。",
	"停火之后谈制裁，停火无期。",
	"制裁仍在继续。",
	"天气晴好。",
];
const random = seededRandom(5);
const vocabulary = makeVocabulary();
const articles = texts.map((text, n) => ({
	...articleOf(tellStory(random, vocabulary, 10), n),
	headline: `第${"甲乙丙丁"[n]}篇`,
	bylines: [],
	figures: [],
	paragraphs: [{ id: "p1", text }],
}));
const idOf = (n: number) => articles[n]?.id ?? "";

let root: string;
let site: string;
beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), "biannian-programs-"));
	site = join(root, "_site");
	mkdirSync(join(root, "node_modules"));
	symlinkSync(projectRoot, join(root, "node_modules/biannian"));
	writeCorpusOf(join(root, "corpus"), articles);
	await buildIndex({
		corpus: readCorpus(join(root, "corpus")),
		outDir: site,
		cacheDir: join(root, "shards"),
		processes: 0,
		portable: false,
	});
});
afterAll(async () => {
	await closePagefind();
	rmSync(root, { recursive: true, force: true });
});

describe("import { open } from biannian/search", () => {
	/** Runs a plain module that has `archive`, in a project that has the package, and reads what it prints. */
	async function run(code: string): Promise<unknown> {
		const file = join(root, "program.mjs");
		writeFileSync(
			file,
			`import { open } from "biannian/search";
const archive = open("_site");
${code}`,
		);
		const { stdout } = await promisify(execFile)(process.execPath, [file], {
			cwd: root,
		});
		return JSON.parse(stdout);
	}

	test("answers with articles, counts and how the question was read", async () => {
		const answer = await run(`
const { total, articles, counts, missing, query } = await archive.search("停火 -制裁");
console.log(JSON.stringify({ total, articles, counts, missing, terms: query.terms.map(({ text }) => text) }));`);
		const [article] = articles;
		expect(answer).toMatchObject({
			total: 1,
			missing: [],
			terms: ["停火", "制裁"],
			counts: [{ articles: 2 }, { articles: 2 }],
			articles: [
				{
					id: idOf(0),
					headline: "第甲篇",
					day: article?.published?.day,
					source: { id: article?.source.id },
					language: article?.language,
					path: `${articlePlace(idOf(0))}.html`,
					counts: [1],
				},
			],
		});
	});

	test("sorts, limits and filters as it is asked", async () => {
		const days = (order: string) => `
const { total, articles } = await archive.search("停火 OR 制裁", { sort: "${order}", limit: 2 });
console.log(JSON.stringify({ total, days: articles.map(({ day }) => day) }));`;
		const known = articles
			.slice(0, 3)
			.map(({ published }) => published?.day ?? "")
			.filter((day) => day !== "")
			.sort();
		expect(await run(days("oldest"))).toEqual({
			total: 3,
			days: known.slice(0, 2),
		});
		const year = known.at(-1)?.slice(0, 4);
		expect(
			await run(`
const { total } = await archive.search("停火 OR 制裁", { filters: { year: ["${year}"] } });
console.log(total);`),
		).toBe(known.filter((day) => day.startsWith(year ?? "?")).length);
	});
});

describe("npm run search", () => {
	const run = (...words: string[]) =>
		spawnSync(
			process.execPath,
			["--import", "tsx", "scripts/search.ts", ...words],
			{ cwd: projectRoot, encoding: "utf8" },
		);
	const idsOf = (output: string) =>
		output
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line).id);

	test("takes what follows -- for words, a minus before the first included", () => {
		const { stdout, status } = run(
			"--site",
			site,
			"--json",
			"--",
			"-制裁",
			"停火",
		);
		expect(status).toBe(0);
		expect(idsOf(stdout)).toEqual([idOf(0)]);
		const latin = run("--site", site, "--", "-raisi", "停火");
		expect(latin.stdout).toContain("2 articles");
	});

	test("finds the passages in the corpus beside the site", () => {
		const { stdout } = run("--site", site, "停火");
		expect(stdout).toContain("2 articles");
		expect(stdout).toContain("p1   双方谈【停火】。");
	});

	test("ends with 1 where nothing is found, and with 2 where there is no index", () => {
		expect(run("--site", site, "龘靐").status).toBe(1);
		const { status, stderr } = run("--site", root, "停火");
		expect(status).toBe(2);
		expect(stderr).toContain("holds no search index");
	});
});
