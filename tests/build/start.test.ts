import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import {
	type Archive,
	archiveFlags,
	archiveIn,
	buildArchive,
	runCommand,
} from "../support/build.ts";
import { scratchFolder, sharedFolder, writeFiles } from "../support/scratch.ts";

const archive = archiveIn(sharedFolder());

beforeAll(async () => {
	mkdirSync(archive.seeds);
	writeFiles(archive.seeds, {
		"good.txt":
			"<!--1700000000000-->\n[标题](https://news.example/a)\n------\n\n<p>正文一段。</p>\n",
	});
	const { code, stderr } = await buildArchive(archive);
	expect(code, stderr).toBe(0);
});

/** The command's bundles in the cache of an archive. */
function bundlesOf({ cache }: Archive): string[] {
	const folder = join(cache, "code");
	return existsSync(folder)
		? readdirSync(folder)
				.filter((name) => /^command-\w+\.mjs$/.test(name))
				.map((name) => join(folder, name))
		: [];
}

test("a build leaves one bundle of the command in its cache, and the next one runs it", async () => {
	const [bundle = "", ...others] = bundlesOf(archive);
	expect(others).toEqual([]);
	const before = statSync(bundle);
	const { code, stdout } = await buildArchive(archive, ["--json"]);
	expect(code).toBe(0);
	expect(JSON.parse(stdout).site).toMatchObject({ written: 0 });
	expect(statSync(bundle)).toMatchObject({
		ino: before.ino,
		mtimeMs: before.mtimeMs,
	});
});

test.each([
	["cut short", (text: string) => text.slice(0, text.length / 2)],
	["changed in one place", (text: string) => text.replace("}", "]")],
	["without its seal", (text: string) => text.replace(/\n.*$/, "")],
	["empty", () => ""],
])("a bundle that is %s is made again", async (_, damage) => {
	const [bundle = ""] = bundlesOf(archive);
	const whole = readFileSync(bundle, "utf8");
	writeFileSync(bundle, damage(whole));
	const { code, stderr } = await buildArchive(archive, ["--quiet"]);
	expect(code, stderr).toBe(0);
	expect(readFileSync(bundle, "utf8")).toBe(whole);
});

test("where no bundle can be kept, the command runs from source", async () => {
	const [bundle = ""] = bundlesOf(archive);
	rmSync(bundle);
	mkdirSync(bundle);
	const { code, stderr } = await buildArchive(archive, ["--quiet"]);
	rmSync(bundle, { recursive: true });
	expect(stderr).toBe("");
	expect(code).toBe(0);
});

test("two commands that begin at the same time both find a whole bundle", async () => {
	const both = [archiveIn(scratchFolder()), archiveIn(scratchFolder())].map(
		(own) => ({ ...own, seeds: archive.seeds, cache: archive.cache }),
	);
	for (const bundle of bundlesOf(archive)) rmSync(bundle);
	const ended = await Promise.all(both.map((own) => buildArchive(own)));
	for (const { code, stderr } of ended) expect(code, stderr).toBe(0);
	expect(bundlesOf(archive)).toHaveLength(1);
});

test("help, wrong usage and a look at a file leave no cache behind", async () => {
	const fresh = { ...archive, cache: join(scratchFolder(), "cache") };
	const file = join(archive.seeds, "good.txt");
	const codes = await Promise.all(
		[
			["build", "--help"],
			["build", "--nonsense"],
			["inspect", file],
			["inspect"],
			["worker"],
			["verify"],
		].map(async ([command = "", ...words]) => {
			const flags = archiveFlags(fresh);
			return (await runCommand(command, [...words, ...flags])).code;
		}),
	);
	expect(codes).toEqual([0, 2, 0, 2, 2, 0]);
	expect(existsSync(fresh.cache)).toBe(false);
});

test("the bundle and the source say the same, also with a loader for TypeScript", async () => {
	const bundled = archiveFlags(archive);
	const source = archiveFlags({ ...archive, cache: scratchFolder() });
	await buildArchive(archive);
	const file = join(archive.seeds, "good.txt");
	for (const words of [["--help"], [file], [], ["--port", "x"], ["none.txt"]]) {
		const [one, other, third] = await Promise.all([
			runCommand("inspect", [...words, ...bundled]),
			runCommand("inspect", [...words, ...source]),
			runCommand("inspect", [...words, ...bundled], {
				NODE_OPTIONS: `--import=tsx ${process.env.NODE_OPTIONS ?? ""}`,
			}),
		]);
		expect(one).toEqual(other);
		expect(third).toEqual(one);
	}
});

test("an error that nobody foresaw names lines of sources, not of the bundle", async () => {
	const own = { ...archive, cache: join(scratchFolder(), "cache") };
	// A file where the search index keeps its shards: indexing must fail.
	writeFiles(own.cache, { shards: "" });
	for (const when of ["just bundled", "found"]) {
		const { code, stderr } = await buildArchive(own);
		expect(code).toBe(1);
		expect(stderr, when).toMatch(/src\/search\/write\/write-index\.ts:\d+:\d+/);
		expect(stderr, when).not.toContain("command-");
	}
});
