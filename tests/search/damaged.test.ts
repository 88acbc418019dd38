/** Files of an index that are half there, missing or of another version. */
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { articleOf, writeCorpusOf } from "../../scripts/make-corpus/corpus.ts";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { tellStory } from "../../scripts/make-corpus/story.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { filesBelow } from "../../src/base/files-below.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { open } from "../../src/search/api.ts";
import { outlineVersion } from "../../src/search/catalog.ts";
import { closePagefind } from "../../src/search/pagefind/pagefind.ts";
import { buildIndex } from "../../src/search/write/write-index.ts";

/** In every text, so that every segment is asked. */
const word = "龘靐";
const count = 24;

let root: string;
const sound = new Map<string, Buffer>();
const place = (path: string) => join(root, "search", path);
beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), "biannian-damaged-"));
	const random = seededRandom(8);
	const vocabulary = makeVocabulary();
	writeCorpusOf(
		join(root, "corpus"),
		Array.from({ length: count }, (_, n) => ({
			...articleOf(tellStory(random, vocabulary, 300), n),
			headline: `${word}${n}`,
		})),
	);
	await buildIndex({
		corpus: readCorpus(join(root, "corpus")),
		outDir: root,
		cacheDir: join(root, "shards"),
		processes: 0,
		portable: false,
		sizes: {
			segmentAtLeast: 1_000,
			segmentOneIn: 4,
			segmentAtMost: 2_000,
			mergedAtLeast: 2_000,
			mergedAtMost: 4_000,
		},
	});
	for (const path of filesBelow(join(root, "search")))
		sound.set(path, readFileSync(place(path)));
});
beforeEach(() => {
	for (const [path, bytes] of sound) {
		// The file may be a hard link of the cache's.
		rmSync(place(path), { force: true });
		writeFileSync(place(path), bytes);
	}
});
afterAll(async () => {
	await closePagefind();
	rmSync(root, { recursive: true, force: true });
});

const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1);
/** Half of what is in it, packed as a whole. */
const halfInside = (bytes: Uint8Array) => gzipSync(half(gunzipSync(bytes)));
const damages = [
	["cut", half],
	["empty", () => new Uint8Array()],
	["whole outside and half inside", halfInside],
	["another's", () => Buffer.from("<!doctype html><title>404</title>")],
] as const;

const folders = (letter: string) =>
	readdirSync(join(root, "search")).filter((name) =>
		name.startsWith(`${letter}-`),
	);

test("the sound index finds every article in several parts", async () => {
	expect(folders("v").length).toBeGreaterThan(1);
	expect((await open(root).search(word)).total).toBe(count);
});

test.each(damages)(
	"a file of words that is %s is named, and the rest is searched",
	async (_, damage) => {
		const folder = folders("v")[0] ?? "";
		const lost: string[] = [];
		for (const [path, bytes] of sound)
			if (path.startsWith(`${folder}/index/`)) {
				writeFileSync(place(path), damage(bytes));
				lost.push(`search/${path}`);
			}
		const { total, missing } = await open(root).search(word);
		expect(missing).toHaveLength(1);
		expect(lost).toContain(missing[0]?.path);
		expect(total).toBe(count - (missing[0]?.articles ?? 0));
		expect(total).toBeGreaterThan(0);
	},
);

test.each(damages)(
	"a file of documents that is %s is named, and the rest is searched",
	async (_, damage) => {
		const path = `${folders("d")[0]}/documents.bin`;
		writeFileSync(place(path), damage(sound.get(path) ?? new Uint8Array()));
		const { total, missing } = await open(root).search(word);
		expect(missing.map((one) => one.path)).toEqual([`search/${path}`]);
		expect(total).toBe(count - (missing[0]?.articles ?? 0));
		expect(total).toBeGreaterThan(0);
	},
);

test.each(damages)(
	"a file of names that is %s is named, and articles of other files keep theirs",
	async (_, damage) => {
		const path = `${folders("v")[0]}/names/0/0.json`;
		writeFileSync(place(path), damage(sound.get(path) ?? new Uint8Array()));
		const { total, articles, missing } = await open(root).search(word);
		expect(total).toBe(count);
		expect(missing.map((one) => one.path)).toEqual([`search/${path}`]);
		expect(articles.length).toBe(count - (missing[0]?.articles ?? 0));
		expect(articles.length).toBeGreaterThan(0);
		expect(articles.length).toBeLessThan(count);
	},
);

test.each(damages)(
	"a catalogue that is %s ends the search with its name",
	async (_, damage) => {
		const whole = sound.get("catalog.bin") ?? new Uint8Array();
		writeFileSync(place("catalog.bin"), damage(whole));
		await expect(open(root).search(word)).rejects.toThrow("search/catalog.bin");
	},
);

test("an index of another version is refused, and both versions are named", async () => {
	const whole = sound.get("catalog.bin") ?? new Uint8Array();
	const outline = JSON.parse(gunzipSync(whole).toString());
	const other = JSON.stringify({ ...outline, version: outlineVersion + 1 });
	writeFileSync(place("catalog.bin"), gzipSync(other));
	await expect(open(root).search(word)).rejects.toThrow(
		`search/catalog.bin: version ${outlineVersion + 1} of the index, ${outlineVersion} expected`,
	);
});
