import {
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/pipeline.ts";
import { archiveIn, optionsFor, sharedPools } from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

const pools = sharedPools();

/** A built archive whose owner put things of their own into both folders. */
async function shared() {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 3);
	await build(optionsFor(archive), pools);
	writeFiles(archive.out, {
		CNAME: "archive.example\n",
		".git/config": "[core]\n",
		".well-known/security.txt": "Contact: x\n",
		"articles/note.txt": "mine\n",
	});
	mkdirSync(join(archive.out, "uploads"));
	symlinkSync("nowhere", join(archive.out, "link"));
	writeFiles(archive.corpus, { "notes/a.md": "mine\n" });
	return archive;
}

/** Inodes and bytes: the files themselves, not copies of them. */
function facts(root: string) {
	return [
		"CNAME",
		".git/config",
		".well-known/security.txt",
		"articles/note.txt",
	].map((path) => {
		const { ino, mtimeMs } = statSync(join(root, path));
		return [path, ino, mtimeMs, readFileSync(join(root, path), "utf8")];
	});
}

test("what others put into the folders is there after every build, untouched, and named", async () => {
	const archive = await shared();
	const before = facts(archive.out);
	for (const count of [4, 5]) {
		writeSeeds(archive.seeds, count);
		const summary = await build(optionsFor(archive), pools);
		expect(summary.foreign).toEqual([
			join(archive.corpus, "notes/"),
			...[
				".git/",
				".well-known/",
				"CNAME",
				"articles/note.txt",
				"link",
				"uploads/",
			].map((name) => join(archive.out, name)),
		]);
		expect(facts(archive.out)).toEqual(before);
		expect(readlinkSync(join(archive.out, "link"))).toBe("nowhere");
		expect(lstatSync(join(archive.out, "uploads")).isDirectory()).toBe(true);
		expect(existsSync(join(archive.corpus, "notes/a.md"))).toBe(true);
	}
});

test("without a cache the lists of checksums tell ours from theirs", async () => {
	const archive = await shared();
	const before = facts(archive.out);
	rmSync(archive.cache, { recursive: true });
	rmSync(join(archive.seeds, "1.txt"));
	await build(optionsFor(archive), pools);
	expect(facts(archive.out)).toEqual(before);
	const clean = archiveIn(scratchFolder());
	await build(optionsFor({ ...clean, seeds: archive.seeds }), pools);
	expect(readFileSync(join(archive.out, "data/manifest-sha256.txt"))).toEqual(
		readFileSync(join(clean.out, "data/manifest-sha256.txt")),
	);
});

test.each([
	[
		"a file",
		(out: string) => writeFiles(out, { "years/2024.html": "mine" }),
		"years/2024.html",
	],
	[
		"a folder",
		(out: string) => writeFiles(out, { "years/2024.html/mine.txt": "" }),
		"years/2024.html",
	],
] as const)(
	"where one of ours must lie at the place of %s the build refuses, and nothing changes",
	async (_, put, place) => {
		const archive = await shared();
		put(archive.out);
		const before = facts(archive.out);
		const home = readFileSync(join(archive.out, "index.html"));
		// The days of these stories reach into the next year.
		writeFiles(archive.seeds, {
			"next-year.txt":
				"<!--1711900000000-->\n[明年](https://news.example/next)\n------\n\n<p>明年的消息，写得长一些，好让它不算太短，四十个字以上才好，所以再写几个字。</p>\n",
		});
		await expect(build(optionsFor(archive), pools)).rejects.toThrow(
			`${join(archive.out, place)} is not ours`,
		);
		expect(facts(archive.out)).toEqual(before);
		expect(readFileSync(join(archive.out, "index.html"))).toEqual(home);
		writeFileSync(join(archive.seeds, "next-year.txt"), "");
	},
);

test("an output that is named by a link lies where the link leads, and the link stays", async () => {
	const root = scratchFolder();
	const archive = archiveIn(root);
	writeSeeds(archive.seeds, 2);
	for (const name of ["served", "kept"]) mkdirSync(join(root, name));
	const linked = {
		...archive,
		out: join(root, "out-link"),
		corpus: join(root, "corpus-link"),
	};
	symlinkSync(join(root, "served"), linked.out);
	symlinkSync(join(root, "kept"), linked.corpus);
	await build(optionsFor(linked), pools);
	writeSeeds(archive.seeds, 3);
	await build(optionsFor(linked), pools);
	for (const link of [linked.out, linked.corpus])
		expect(lstatSync(link).isSymbolicLink()).toBe(true);
	expect(existsSync(join(root, "served/index.html"))).toBe(true);
	expect(existsSync(join(root, "kept/manifest.json"))).toBe(true);
});
