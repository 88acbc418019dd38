import { execFileSync } from "node:child_process";
import {
	appendFileSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	afterAll,
	afterEach,
	beforeEach,
	describe,
	expect,
	test,
} from "vitest";
import { articleOf, writeCorpusOf } from "../../scripts/make-corpus/corpus.ts";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { tellStory } from "../../scripts/make-corpus/story.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { filesBelow } from "../../src/base/files-below.ts";
import { sha256 } from "../../src/base/order.ts";
import { articlePath, readCorpus } from "../../src/corpus/store.ts";
import type { Article } from "../../src/domain/article.ts";
import { closePagefind } from "../../src/search/pagefind/pagefind.ts";
import { readerOf } from "../../src/search/query/from-disk.ts";
import { twinPath } from "../../src/search/twins.ts";
import type { IndexOptions } from "../../src/search/write/options.ts";
import {
	buildIndex,
	type IndexSummary,
} from "../../src/search/write/write-index.ts";

const vocabulary = makeVocabulary();
const random = seededRandom(99);
const articles: readonly Article[] = Array.from({ length: 120 }, (_, n) =>
	articleOf(tellStory(random, vocabulary, 400), n),
);

let root: string;
afterAll(() => closePagefind());
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "biannian-index-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const sizes = {
	segmentAtLeast: 3_000,
	segmentOneIn: 4,
	segmentAtMost: 12_000,
	mergedAtLeast: 12_000,
	mergedAtMost: 30_000,
};

/** Write a corpus of these articles and index it. */
async function index(
	name: string,
	list: readonly Article[],
	options: Partial<IndexOptions> = {},
): Promise<IndexSummary> {
	const corpusRoot = join(root, `corpus-${name}`);
	rmSync(corpusRoot, { recursive: true, force: true });
	writeCorpusOf(corpusRoot, list);
	const outDir = join(root, name);
	const hashes = new Map<string, string>();
	// Nothing of the site before is kept.
	rmSync(join(outDir, "search"), { recursive: true, force: true });
	const summary = await buildIndex({
		corpus: readCorpus(corpusRoot),
		outDir,
		cacheDir: join(root, "shards"),
		processes: 0,
		portable: true,
		sizes,
		published: {
			keep: () => false,
			know: (path, hash) => hashes.set(path, hash),
		},
		...options,
	});
	for (const [path, hash] of hashes)
		expect(sha256(readFileSync(join(outDir, path))), path).toBe(hash);
	return summary;
}

/** Path and hash of every file. */
function tree(name: string): Record<string, string> {
	const folder = join(root, name);
	return Object.fromEntries(
		filesBelow(folder).map((path) => [
			path,
			sha256(readFileSync(join(folder, path))),
		]),
	);
}

describe("the index", () => {
	test("has the same bytes from one process and from several, and each time", async () => {
		await index("one", articles, { cacheDir: join(root, "a") });
		await index("several", articles, {
			cacheDir: join(root, "b"),
			processes: 3,
		});
		await index("again", articles, {
			cacheDir: join(root, "c"),
			processes: 2,
		});
		expect(tree("several")).toEqual(tree("one"));
		expect(tree("again")).toEqual(tree("one"));
	});

	test("is not made again when nothing changed", async () => {
		const first = await index("site", articles);
		const before = tree("site");
		const again = await index("site", articles);
		expect(first.rebuilt).toBe(first.shards);
		expect(again).toMatchObject({ ...first, rebuilt: 0, ms: again.ms });
		expect(tree("site")).toEqual(before);
	});

	test("after an article was added, changed or removed equals a clean one, and few segments were made", async () => {
		await index("site", articles.slice(1));
		for (const list of [
			articles,
			articles.map((article, n) =>
				n === 40
					? { ...article, headline: `${article.headline}（更新）` }
					: article,
			),
			articles.filter((_, n) => n !== 77),
		]) {
			const warm = await index("site", list);
			expect(warm.rebuilt).toBeGreaterThan(0);
			expect(warm.rebuilt).toBeLessThanOrEqual(4);
			await index("clean", list, { cacheDir: join(root, `${Math.random()}`) });
			expect(tree("site")).toEqual(tree("clean"));
		}
	});

	test("keeps its parts when only what surrounds the texts changed", async () => {
		await index("site", articles);
		const related = articles.map((article) => ({
			...article,
			related: [articles[0]?.id ?? ""],
		}));
		expect((await index("site", related)).rebuilt).toBe(0);
	});

	test("packs the documents of one merged segment again when an article is added, not those of the others", async () => {
		const smaller = {
			sizes: { ...sizes, mergedAtLeast: 4_000, mergedAtMost: 20_000 },
		};
		await index("site", articles.slice(0, -1), smaller);
		const parts = () =>
			readdirSync(join(root, "site/search")).filter((name) =>
				name.startsWith("d-"),
			);
		const before = parts();
		await index("site", articles, smaller);
		const kept = parts().filter((name) => before.includes(name));
		expect(before.length).toBeGreaterThan(2);
		expect(kept.length).toBe(before.length - 1);
	});

	test("leaves untouched files the same files", async () => {
		await index("site", articles.slice(1));
		const folder = join(root, "site/search");
		const inodes = () =>
			new Map(
				filesBelow(folder).map((path) => [
					path,
					statSync(join(folder, path)).ino,
				]),
			);
		const before = inodes();
		await index("site", articles);
		const same = [...inodes()].filter(
			([path, ino]) => before.get(path) === ino,
		);
		expect(same.length).toBeGreaterThan(before.size / 3);
	});

	test("holds what opening from a disk needs, or leaves it out", async () => {
		const portable = await index("portable", articles);
		const plain = await index("plain", articles, { portable: false });
		expect(portable.portableBytes).toBeGreaterThan(portable.bytes);
		expect(plain.portableBytes).toBe(0);
		expect(plain.files).toBe(portable.files);
		expect(filesBelow(join(root, "plain")).length).toBe(plain.files);
		const twin = readFileSync(
			join(root, "portable/search", twinPath("catalog.bin")),
			"utf8",
		);
		const base64 = /"([A-Za-z0-9+/=]{40,})"/.exec(twin)?.[1] ?? "";
		expect(Buffer.from(base64, "base64")).toEqual(
			readFileSync(join(root, "portable/search/catalog.bin")),
		);
	});

	test("leaves older copies out", async () => {
		const list = articles.map((article, n) =>
			n === 3 ? { ...article, revisionOf: articles[4]?.id ?? "" } : article,
		);
		await index("site", list);
		const reader = readerOf(join(root, "site"));
		const { columns } = await reader.catalog();
		const names = await Promise.all(
			Array.from(columns.day, (_, document) => reader.nameOf(document)),
		);
		const kept = articles.filter((_, n) => n !== 3);
		expect(names.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
			kept
				.map(({ id, headline }) => ({ id, headline }))
				.sort((a, b) => (a.id < b.id ? -1 : 1)),
		);
	});

	test("lets go of what no output has used for a day", async () => {
		const shards = join(root, "shards");
		const entries = () =>
			readdirSync(shards).filter((name) => /^[dntuv]-/.test(name));
		const ageAll = () => {
			for (const name of entries()) utimesSync(join(shards, name), 0, 0);
		};
		await index("one", articles.slice(0, 60));
		const first = entries();
		await index("two", articles.slice(60));
		ageAll();
		// Neither goes: each is what the last build of an output used.
		await index("two", articles.slice(60));
		expect(entries()).toEqual(expect.arrayContaining(first));
		rmSync(join(root, "one"), { recursive: true });
		await index("two", articles.slice(60));
		const left = entries();
		expect(left.length).toBeGreaterThan(3);
		expect(left.filter((name) => first.includes(name))).toEqual([]);
	});

	test("of an empty corpus is an empty index", async () => {
		expect(await index("site", [])).toMatchObject({ shards: 0 });
	});
});

describe("when something is wrong", () => {
	test("a missing article is named", async () => {
		const corpusRoot = join(root, "corpus-site");
		writeCorpusOf(corpusRoot, articles);
		rmSync(articlePath(corpusRoot, articles[5]?.id ?? ""));
		await expect(
			buildIndex({
				corpus: readCorpus(corpusRoot),
				outDir: join(root, "site"),
				cacheDir: join(root, "shards"),
				processes: 2,
				portable: false,
				sizes,
			}),
		).rejects.toThrow(articles[5]?.id ?? "?");
	});

	test("what is missing or was changed in the cache is made again", async () => {
		await index("site", articles);
		const before = tree("site");
		const entries = readdirSync(join(root, "shards")).sort();
		const [lost = "", damaged = ""] = entries.filter((name) =>
			name.startsWith("u-"),
		);
		rmSync(join(root, "shards", lost), { recursive: true });
		appendFileSync(join(root, "shards", damaged, "segment.bin"), "x");
		expect((await index("site", articles)).rebuilt).toBe(2);
		expect(tree("site")).toEqual(before);
	});

	test("an edited file of the site does not come back with the next build", async () => {
		await index("site", articles);
		const before = tree("site");
		const chunk = Object.keys(before).find((path) =>
			/\/index\/.*\.bin$/.test(path),
		);
		// The site's files are hard links of the cache's.
		appendFileSync(join(root, "site", chunk ?? ""), "edited");
		await index("site", articles);
		expect(tree("site")).toEqual(before);
	});

	test("the death of Pagefind's service is an error, not a wait without end", async () => {
		// A service of the test before may still be ending.
		const others = servicesBelow();
		const building = index("site", articles, {
			processes: 1,
			sizes: { ...sizes, segmentAtLeast: 300, segmentOneIn: 1 },
		});
		const ended = building.then(
			() => "finished",
			(error: Error) => error.message,
		);
		const killed = await killService(others);
		expect(killed).toBe(true);
		expect(await ended).toMatch(/Pagefind/);
	});
});

/** Kill the Pagefind service that a process of this test started, as soon as there is one. */
async function killService(others: readonly number[]): Promise<boolean> {
	for (let tries = 0; tries < 400; tries++) {
		const service = servicesBelow().find((pid) => !others.includes(pid));
		if (service !== undefined) {
			process.kill(service, "SIGKILL");
			return true;
		}
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	return false;
}

/** Pagefind services that processes of this test run. */
function servicesBelow(): number[] {
	const processes = execFileSync("ps", ["-eo", "pid=,ppid=,comm="], {
		encoding: "utf8",
	})
		.trim()
		.split("\n")
		.map((line) => line.trim().split(/\s+/))
		.map(([pid, parent, name]) => ({
			pid: Number(pid),
			parent: Number(parent),
			name: name ?? "",
		}));
	const parentOf = (pid: number) =>
		processes.find((one) => one.pid === pid)?.parent ?? 0;
	return processes
		.filter(
			({ parent, name }) =>
				name.startsWith("pagefind") && parentOf(parent) === process.pid,
		)
		.map(({ pid }) => pid);
}
