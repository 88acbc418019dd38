import {
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filesBelow } from "../../src/base/files-below.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import type { Thresholds } from "../../src/output/thresholds.ts";
import { build } from "../../src/pipeline.ts";
import { archiveIn, optionsFor, sharedPools } from "../support/build.ts";
import { type Story, seedText } from "../support/made-archive.ts";
import { sharedFolder } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const root = sharedFolder();
const pools = sharedPools();

/** A story, or a file that is none. */
type Written = Story & { readonly broken?: boolean };

function textOf({ broken = false, ...story }: Written): string {
	return broken ? "---\ntitle: [unclosed\n---\n" : seedText(story);
}

const story = fc.record({
	address: fc.nat(6),
	day: fc.nat(40),
	variant: fc.nat(3),
	broken: fc.boolean(),
});
const name = fc.constantFrom(
	"a.txt",
	"b.txt",
	"c.md",
	"deep/d.txt",
	"deep/e.txt",
	"f.txt",
);
type Edit =
	| { readonly kind: "write"; readonly name: string; readonly story: Written }
	| { readonly kind: "delete"; readonly name: string }
	| { readonly kind: "rename"; readonly name: string; readonly to: string };
const edit: fc.Arbitrary<Edit> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({ kind: fc.constant("write" as const), name, story }),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant("delete" as const), name }),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant("rename" as const),
			name,
			to: name,
		}),
	},
);

function apply(seeds: string, change: Edit): void {
	const path = join(seeds, change.name);
	if (change.kind === "write") writeFileSync(path, textOf(change.story));
	else if (change.kind === "delete") rmSync(path, { force: true });
	else if (statSync(path, { throwIfNoEntry: false }))
		renameSync(path, join(seeds, change.to));
}

const allIsLarge: Thresholds = { process: 0, verify: 0 };

/** The files that readers see, by other names: whoever writes into one of them changes what is below `to`. */
function linksOf(site: string, to: string) {
	mkdirSync(to, { recursive: true });
	for (const path of existsSync(site) ? filesBelow(site) : []) {
		mkdirSync(dirname(join(to, path)), { recursive: true });
		linkSync(join(site, path), join(to, path));
	}
	return { root: to, tree: treeOf(to) };
}

/** How many random sequences: `SEQUENCES=200` is what the README's figure was made with. */
const sequences = Number(process.env.SEQUENCES ?? 12);

describe("a warm build", () => {
	test(`equals a clean one after each of ${sequences} random sequences of edits`, async () => {
		const warm = archiveIn(join(root, "warm"));
		mkdirSync(join(warm.seeds, "deep"), { recursive: true });
		let round = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(edit, { minLength: 1, maxLength: 5 }),
				async (edits) => {
					for (const change of edits) apply(warm.seeds, change);
					const seen = linksOf(warm.out, join(root, `seen-${round}`));
					// Every other time, what is done for large archives is done for this one.
					const thresholds = round % 2 === 0 ? {} : { thresholds: allIsLarge };
					// Every fourth time no shortcut is taken, and the time after that all are again.
					const fresh = round % 4 === 3;
					const options = { ...optionsFor(warm), ...thresholds, fresh };
					const { foreign } = await build(options, pools);
					// Not even an empty folder.
					expect(foreign).toEqual([]);
					expect(treeOf(seen.root)).toEqual(seen.tree);
					rmSync(seen.root, { recursive: true });
					const clean = archiveIn(join(root, `clean-${round++}`), warm.seeds);
					await build(optionsFor(clean), pools);
					expect(treeOf(warm.corpus)).toEqual(treeOf(clean.corpus));
					expect(treeOf(warm.out)).toEqual(treeOf(clean.out));
					rmSync(join(clean.out, ".."), { recursive: true, force: true });
				},
			),
			{ numRuns: sequences, seed: 20231204, endOnFailure: true },
		);
	}, 1_800_000);

	test("with one file added leaves the other articles' files as they are on disk", async () => {
		const archive = archiveIn(join(root, "one"));
		mkdirSync(archive.seeds, { recursive: true });
		for (let address = 0; address < 6; address++)
			writeFileSync(
				join(archive.seeds, `${address}.txt`),
				seedText({ address, day: address * 7, variant: 1 }),
			);
		await build(optionsFor(archive), pools);
		const inodes = () =>
			new Map(
				filesBelow(join(archive.out, "articles")).map((file) => [
					file,
					statSync(join(archive.out, "articles", file)).ino,
				]),
			);
		const before = inodes();
		writeFileSync(
			join(archive.seeds, "new.txt"),
			seedText({ address: 9, day: 60, variant: 3 }),
		);
		const summary = await build(optionsFor(archive), pools);
		expect(summary.reread).toBe(1);
		const after = inodes();
		const touched = [...before].filter(
			([file, inode]) => after.get(file) !== inode,
		);
		// Its neighbour in time points to it; the articles before that do not know of it.
		expect(touched.length).toBeLessThanOrEqual(2);
		expect(after.size).toBe(before.size + 1);
	});

	test("does not rename an outlet because one file more describes it differently", async () => {
		const archive = archiveIn(join(root, "named"));
		mkdirSync(archive.seeds, { recursive: true });
		const header = (number: number) =>
			`<!--${Date.UTC(2023, 4, number)}-->\n[第${number}篇](https://paper.example/story-${number})\n------\n\n<p>这是第${number}篇的正文，只有一段。</p>\n`;
		for (const number of [1, 2, 3])
			writeFileSync(
				join(archive.seeds, `${number}.md`),
				`---\nlayout: post\ntitle: "第${number}篇"\nauthor: 甲报\ncategories: [ 甲报 ]\n---\n${header(number)}`,
			);
		await build(optionsFor(archive), pools);
		const named = () => readCorpus(archive.corpus).manifest.sources;
		const before = named();
		expect(before.map((source) => source.name)).toEqual(["甲报"]);
		writeFileSync(join(archive.seeds, "4.txt"), header(9));
		const summary = await build(optionsFor(archive), pools);
		expect(named()).toEqual(before);
		expect(summary.pages.rendered).toBeLessThan(summary.pages.total);
	});

	test("that is asked to make everything anew does so, and leaves no cache of its own", async () => {
		const archive = archiveIn(join(root, "one"));
		const before = treeOf(archive.out);
		const options = { ...optionsFor(archive), fresh: true };
		const { reread, pages, search } = await build(options, pools);
		expect(reread).toBe(readdirSync(archive.seeds).length);
		expect(pages.rendered).toBe(pages.total);
		expect(search.rebuilt).toBe(search.shards);
		expect(treeOf(archive.out)).toEqual(before);
		const names = readdirSync(archive.cache);
		expect(names.filter((name) => name.startsWith("fresh"))).toEqual([]);
	});

	test("with nothing changed writes nothing", async () => {
		const archive = archiveIn(join(root, "one"));
		const before = treeOf(archive.out);
		const inode = statSync(archive.out).ino;
		const summary = await build(optionsFor(archive), pools);
		expect(summary.site).toMatchObject({ written: 0, dropped: 0 });
		expect(statSync(archive.out).ino).toBe(inode);
		expect(treeOf(archive.out)).toEqual(before);
	});

	test("does not believe a damaged cache", async () => {
		const archive = archiveIn(join(root, "one"));
		const before = treeOf(archive.out);
		for (const folder of ["drafts", "ingest", "manifests", "figures"])
			for (const entry of readdirSync(join(archive.cache, folder), {
				recursive: true,
				withFileTypes: true,
			}))
				if (entry.isFile())
					writeFileSync(join(entry.parentPath, entry.name), "{damaged");
		writeFileSync(
			join(archive.seeds, "0.txt"),
			seedText({ address: 0, day: 0, variant: 3 }),
		);
		await build(optionsFor(archive), pools);
		const clean = archiveIn(join(root, "clean-cache"), archive.seeds);
		await build(optionsFor(clean), pools);
		expect(treeOf(archive.out)).toEqual(treeOf(clean.out));
		expect(treeOf(archive.out)).not.toEqual(before);
	});
});
