import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { build } from "../../src/pipeline.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import {
	type Archive,
	archiveFlags,
	archiveIn,
	buildArchive,
	type Ended,
	optionsFor,
} from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import {
	type Descendant,
	processesOf,
	type Running,
	startCommand,
	until,
} from "../support/process.ts";
import { scratchFolder, sharedFolder } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const root = sharedFolder();
let archive: Archive;
let before: unknown;
/** What the first seeds give. */
let first: unknown;
/** So that each build finds something to do. */
let changes = 1000;
const bothTrees = () => [treeOf(archive.corpus), treeOf(archive.out)];

beforeAll(async () => {
	archive = archiveIn(root);
	writeSeeds(archive.seeds, 12);
	await build(optionsFor(archive));
	first = bothTrees();
	cpSync(archive.seeds, join(root, "first"), { recursive: true });
});

/**
 * Start builds until one of their processes is found and something is done to it, and see how that
 * build ends. On a busy machine a process may have done its work before it is found.
 *
 * @param start gives a build something to do and starts it.
 * @param words match the command line of the process.
 * @param isHarmed whether it was found in time, by how the build ended.
 */
async function disturb(
	start: () => Running,
	words: RegExp,
	act: (victim: Descendant, running: Running) => void,
	isHarmed: (ended: Ended) => boolean,
): Promise<Ended> {
	for (let attempt = 0; attempt < 5; attempt++) {
		const running = start();
		let over = false;
		running.ended.then(() => {
			over = true;
		});
		const victim = await until(
			`${words} runs`,
			() =>
				processesOf(running.mark).find(({ command }) => words.test(command)) ??
				(over ? "none" : undefined),
		);
		if (victim !== "none") act(victim, running);
		const ended = await running.ended;
		await until(
			"all its processes end",
			() => processesOf(running.mark).length === 0,
		);
		if (victim !== "none" && isHarmed(ended)) return ended;
	}
	throw new Error(`${words} always ended before anything could be done to it`);
}

/** Start a build with one file more; {@link before} is what was there when it started. */
function startWithMore(): Running {
	writeSeeds(archive.seeds, 1, changes++);
	before = bothTrees();
	return startCommand("build", archiveFlags(archive));
}

const newStands = "biannian: stopped; the new site stands already.";

/** No lock and no half folder lies around the archive. */
const nothingAround = () =>
	expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);

/** @param pid of a process that may have ended just now; negative: of a group. */
function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch {
		// It ended.
	}
}

test.each([
	[
		"Pagefind's service",
		/@pagefind\/[^ ]+\/pagefind/,
		/Indexing failed: Pagefind's service ended before its work \(SIGKILL\)/,
	],
])(
	"%s dies: the build fails and says so, the old site stays",
	async (_, words, sentence) => {
		const { code, stderr } = await disturb(
			startWithMore,
			words,
			({ pid }) => signal(pid, "SIGKILL"),
			(ended) => ended.code !== 0,
		);
		expect(stderr).toMatch(sentence);
		expect(stderr).toContain("what was built before is as it was");
		expect(code).toBe(1);
		expect(bothTrees()).toEqual(before);
		nothingAround();
	},
);

test.each([
	["an ingest process dies", "SIGKILL", /ingest\.mjs/],
	["an ingest process hangs", "SIGSTOP", /ingest\.mjs/],
	["a rendering process dies", "SIGKILL", /render\.mjs/],
	["an index process dies", "SIGKILL", /indexer\.mjs/],
] as const)(
	"%s: another one does its work, and the build is right",
	async (_, name, words) => {
		let fresh = archive;
		const { code, stderr } = await disturb(
			() => {
				// Below a folder of its own: the archive's own is looked at for what lies around.
				fresh = archiveIn(scratchFolder(), join(root, "first"));
				return startCommand("build", archiveFlags(fresh));
			},
			words,
			({ pid }) => signal(pid, name),
			() => true,
		);
		expect(code, stderr).toBe(0);
		expect([treeOf(fresh.corpus), treeOf(fresh.out)]).toEqual(first);
	},
);

/** When each stage begins, by what has been printed until then. */
const stages: readonly (readonly [string, RegExp])[] = [
	["read", /read: \d/],
	["corpus", /read: done/],
	["plan", /corpus: done/],
	["render and index", /render and index: \d/],
	["checksums", /render and index: done/],
];

test.each(stages)(
	"Ctrl-C while it is at “%s” stops the build at once, and the old site stays",
	async (_, begun) => {
		const running = startWithMore();
		await until("the stage begins", () => begun.test(running.said()));
		signal(running.child.pid as number, "SIGINT");
		const { code, stderr } = await running.ended;
		await until("its processes end", () =>
			processesOf(running.mark).length === 0 ? true : undefined,
		);
		nothingAround();
		// The last stages are short: the build may be published, or done, before the signal is heard.
		if (code === 0) return expect(stderr).toContain("publish: done");
		expect(code).toBe(130);
		if (stderr.includes(newStands))
			return expect(verifyArchive(archive).differences).toEqual([]);
		expect(stderr).toContain(
			"biannian: stopped; what was built before is as it was.",
		);
		expect(bothTrees()).toEqual(before);
	},
);

test("Ctrl-C after the folders were swapped says that the new site stands, and it is the one of a clean build", async () => {
	writeSeeds(archive.seeds, 1, changes++);
	// The signal comes with the last of the renames.
	const interrupt = `
		import fs from "node:fs";
		import { syncBuiltinESMExports } from "node:module";
		const { renameSync } = fs;
		fs.renameSync = (from, to) => {
			renameSync(from, to);
			if (to === ${JSON.stringify(archive.out)}) process.kill(process.pid, "SIGINT");
		};
		syncBuiltinESMExports();`;
	const { code, stderr } = await buildArchive(archive, [], {
		NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(interrupt)}`,
	});
	expect(stderr).toContain(newStands);
	expect(stderr).not.toContain("as it was");
	expect(code).toBe(130);
	const published = bothTrees();
	const clean = archiveIn(scratchFolder(), archive.seeds);
	await build(optionsFor(clean));
	expect(published).toEqual([treeOf(clean.corpus), treeOf(clean.out)]);
	expect((await buildArchive(archive)).code).toBe(0);
	expect(bothTrees()).toEqual(published);
	nothingAround();
});

test("Ctrl-C to the whole group, as a terminal sends it, leaves the old site and no process", async () => {
	const { code } = await disturb(
		startWithMore,
		/@pagefind\/[^ ]+\/pagefind/,
		(_, { child }) => signal(-(child.pid as number), "SIGINT"),
		// The build may be done before the signal is heard.
		(ended) => ended.code !== 0,
	);
	expect(code).toBe(130);
	nothingAround();
	expect(bothTrees()).toEqual(before);
});
