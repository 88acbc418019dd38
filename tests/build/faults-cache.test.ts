import {
	appendFileSync,
	cpSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { filesBelow } from "../../src/base/files-below.ts";
import { byCodePoint } from "../../src/base/order.ts";
import { build } from "../../src/pipeline.ts";
import {
	type Archive,
	archiveIn,
	optionsFor,
	sharedPools,
} from "../support/build.ts";
import { randomFrom, writeSeeds } from "../support/made-archive.ts";
import { sharedFolder } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const root = sharedFolder();
let archive: Archive;
const pools = sharedPools();
/** Corpus and site after one more file, from a build without a cache. */
let right: unknown;

const run = (one: Archive) => build(optionsFor(one), pools);
const bothTrees = (one: Archive) => [treeOf(one.corpus), treeOf(one.out)];

beforeAll(async () => {
	archive = archiveIn(join(root, "work"), join(root, "seeds"));
	writeSeeds(archive.seeds, 8);
	await run(archive);
	copyWhole("work", "sound");
	writeSeeds(archive.seeds, 1, 9);
	const clean = archiveIn(join(root, "clean"), archive.seeds);
	await run(clean);
	right = bothTrees(clean);
});

/** Make `to` what `from` is. */
function copyWhole(from: string, to: string): void {
	rmSync(join(root, to), { recursive: true, force: true });
	cpSync(join(root, from), join(root, to), {
		recursive: true,
		preserveTimestamps: true,
	});
}

/** Turn one bit of every file of the cache that `chosen` matches. @returns how many files. */
function damage(cache: string, chosen: RegExp, seed: number): number {
	const random = randomFrom(seed);
	const paths = filesBelow(cache)
		.filter((path) => chosen.test(path))
		.sort(byCodePoint);
	for (const path of paths) {
		const bytes = readFileSync(join(cache, path));
		const bit = Math.floor(random() * bytes.length * 8);
		bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
		// Not in place: files of the site are links of it.
		rmSync(join(cache, path));
		writeFileSync(join(cache, path), bytes);
	}
	return paths.length;
}

test.each([
	["drafts", /^drafts\//],
	["the list of what was read", /^ingest\//],
	["bundled code and its versions", /^code\//],
	["the manifests", /^manifests\//],
	["figures for the terminal", /^figures\//],
	["units and volumes of the index", /^shards\//],
	["everything", /./],
])(
	"one bit turned in each file of %s costs time, and nothing else",
	async (_, chosen) => {
		// In the same place and with the same times: the manifest knows both.
		copyWhole("sound", "work");
		expect(damage(archive.cache, chosen, 20231204)).toBeGreaterThan(0);
		await run(archive);
		expect(bothTrees(archive)).toEqual(right);
	},
);

test("where drafts are damaged and the corpus is gone, the files are read again", async () => {
	copyWhole("sound", "work");
	expect(damage(archive.cache, /^drafts\//, 7)).toBeGreaterThan(0);
	rmSync(archive.corpus, { recursive: true });
	await run(archive);
	expect(bothTrees(archive)).toEqual(right);
});

test("articles edited in place are mended, though the cache shares their files", async () => {
	const edited = archiveIn(join(root, "edited"), archive.seeds);
	await run(edited);
	const articles = filesBelow(join(edited.corpus, "articles"))
		.map((name) => join(edited.corpus, "articles", name))
		.filter((path) => statSync(path).nlink > 1);
	expect(articles.length).toBeGreaterThan(0);
	for (const path of articles) appendFileSync(path, " ");
	await run(edited);
	expect(bothTrees(edited)).toEqual(right);
});
