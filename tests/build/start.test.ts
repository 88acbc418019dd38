import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import {
	type Archive,
	archiveFlags,
	archiveIn,
	buildArchive,
	runCommand,
} from "../support/build.ts";
import { scratchFolder, sharedFolder, writeFiles } from "../support/scratch.ts";

const root = sharedFolder();
/** Its cache begins empty, where other tests find the program compiled. */
const archive = { ...archiveIn(root), cache: join(root, "empty") };

beforeAll(async () => {
	mkdirSync(archive.seeds);
	writeFiles(archive.seeds, {
		"good.txt":
			"<!--1700000000000-->\n[标题](https://news.example/a)\n------\n\n<p>正文一段。</p>\n",
	});
	const { code, stderr } = await buildArchive(archive);
	expect(code, stderr).toBe(0);
});

/** The folders of compiled code in the cache of an archive. */
function codeIn({ cache }: Archive): string[] {
	const folder = join(cache, "code");
	return existsSync(folder)
		? readdirSync(folder).map((name) => join(folder, name))
		: [];
}

/** The command itself, and the list of all files. */
function commandIn(folder: string): string[] {
	return ["command.mjs", "code.json"].map((name) => join(folder, name));
}

test("a build leaves the compiled command in its cache, and the next one runs it", async () => {
	const [folder = "", ...others] = codeIn(archive);
	expect(others).toEqual([]);
	const before = commandIn(folder).map((path) => statSync(path));
	const { code, stdout } = await buildArchive(archive, ["--json"]);
	expect(code).toBe(0);
	expect(JSON.parse(stdout).site).toMatchObject({ written: 0 });
	for (const [at, path] of commandIn(folder).entries())
		expect(statSync(path)).toMatchObject({
			ino: before[at]?.ino,
			mtimeMs: before[at]?.mtimeMs,
		});
});

test.each([
	["cut short", (text: string) => text.slice(0, text.length / 2)],
	["changed in one place", (text: string) => text.replace("}", "]")],
	["without its last line", (text: string) => text.replace(/\n.*\n?$/, "")],
	["empty", () => ""],
])("code of which a file is %s is compiled again", async (_, damage) => {
	const [folder = ""] = codeIn(archive);
	for (const path of commandIn(folder)) {
		const whole = readFileSync(path, "utf8");
		const damaged = damage(whole);
		expect(damaged, path).not.toBe(whole);
		writeFileSync(path, damaged);
		const { code, stderr } = await buildArchive(archive, ["--quiet"]);
		expect(code, stderr).toBe(0);
		expect(readFileSync(path, "utf8")).toBe(whole);
	}
});

test("where the command cannot be kept, it runs from source", async () => {
	const [folder = ""] = codeIn(archive);
	const [command = ""] = commandIn(folder);
	rmSync(command);
	mkdirSync(command);
	const { code, stderr } = await buildArchive(archive, ["--quiet"]);
	rmSync(command, { recursive: true });
	expect(stderr).toBe("");
	expect(code).toBe(0);
});

test("compiled code of other versions goes from the cache, but for what a living process runs", async () => {
	const own = archiveIn(scratchFolder(), archive.seeds);
	const code = (version: string) => join(own.cache, "code", version);
	// What a process runs, it has marked with its number; of the last one there is no process of this number.
	writeFiles(code(""), {
		"0000000000000000/command.mjs": "",
		[`1111111111111111/used-by-${process.pid}`]: "",
		"2222222222222222/used-by-4194305": "",
		"notes.txt": "not ours",
	});
	expect(await buildArchive(own)).toMatchObject({ code: 0 });
	const [version = ""] = codeIn(archive).map((folder) => basename(folder));
	expect(readdirSync(code("")).sort()).toEqual(
		["1111111111111111", "notes.txt", version].sort(),
	);
	await buildArchive(own);
	expect(
		readdirSync(code(version)).filter((name) => name.startsWith("used-by")),
	).toHaveLength(1);
});

test("two commands that begin at the same time both find the code whole", async () => {
	const both = [archiveIn(scratchFolder()), archiveIn(scratchFolder())].map(
		(own) => ({ ...own, seeds: archive.seeds, cache: archive.cache }),
	);
	for (const folder of codeIn(archive)) rmSync(folder, { recursive: true });
	const ended = await Promise.all(both.map((own) => buildArchive(own)));
	for (const { code, stderr } of ended) expect(code, stderr).toBe(0);
	expect(codeIn(archive)).toHaveLength(1);
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

test("compiled code and the source say the same, also with a loader for TypeScript", async () => {
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

test("an unexpected error names lines of sources, not of what they were compiled to", async () => {
	const own = { ...archive, cache: join(scratchFolder(), "cache") };
	// A file where the search index keeps its shards: indexing must fail.
	writeFiles(own.cache, { shards: "" });
	for (const when of ["just compiled", "found"]) {
		const { code, stderr } = await buildArchive(own);
		expect(code).toBe(1);
		expect(stderr, when).toMatch(/src\/search\/write\/write-index\.ts:\d+:\d+/);
		expect(stderr, when).not.toMatch(/\.mjs:/);
	}
});
