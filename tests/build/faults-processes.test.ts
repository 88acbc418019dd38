import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Renderer } from "../../src/build/renderer.ts";
import { workerCode } from "../../src/search/code.ts";
import { openPool } from "../../src/search/pool.ts";
import {
	type Archive,
	archiveFlags,
	archiveIn,
	buildArchive,
	type Ended,
} from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import {
	type Descendant,
	processesOf,
	type Running,
	startCommand,
	until,
} from "../support/process.ts";
import { scratchFolder } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

let root: string;
let archive: Archive;
let before: unknown;
/** What the first seeds give. */
let first: unknown;
/** So that each build finds something to do. */
let changes = 1000;
const bothTrees = () => [treeOf(archive.corpus), treeOf(archive.out)];

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), "biannian-faults-"));
	archive = archiveIn(root);
	writeSeeds(archive.seeds, 12);
	const { code, stderr } = await buildArchive(archive);
	if (code !== 0) throw new Error(stderr);
	first = bothTrees();
	cpSync(archive.seeds, join(root, "first"), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A child of `running` whose command line matches. */
const child = (running: Running, words: RegExp) =>
	until(`${words} runs`, () =>
		processesOf(running.mark).find(({ command }) => words.test(command)),
	);

/**
 * Start a build, wait for one of its processes, do something to it, and see how the build ends.
 *
 * On a busy machine the process may have done its work before it is found: then another build is
 * tried, with something new to do. {@link before} is what was there when the last one started.
 */
async function harm(
	words: RegExp,
	act: (victim: Descendant) => void,
): Promise<Ended> {
	for (let attempt = 0; attempt < 5; attempt++) {
		writeSeeds(archive.seeds, 1, changes++);
		before = bothTrees();
		const running = startCommand("build", archiveFlags(archive));
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
		if (victim !== "none") act(victim);
		const ended = await running.ended;
		await until(
			"all its processes end",
			() => processesOf(running.mark).length === 0,
		);
		if (ended.code !== 0) return ended;
	}
	throw new Error(`${words} always ended before anything could be done to it`);
}

/** No lock and no half folder lies around the archive. */
const nothingAround = () =>
	expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);

const kill = ({ pid }: Descendant) => {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// It ended just now.
	}
};

test.each([
	[
		"Pagefind's service",
		/@pagefind\/[^ ]+\/pagefind/,
		/Indexing failed: Pagefind's service ended before its work \(SIGKILL\)/,
	],
	[
		"an index process",
		/shards\/worker-[0-9a-f]+\.mjs/,
		/Indexing failed: a process ended before its work \(SIGKILL\)/,
	],
	[
		"a rendering process",
		/renderer\/render-worker\.mjs/,
		/Rendering failed \(SIGKILL\)/,
	],
])(
	"%s dies: the build fails and says so, the old site stays",
	async (_, words, sentence) => {
		const { code, stderr } = await harm(words, kill);
		expect(stderr).toMatch(sentence);
		expect(stderr).toContain("what was built before is as it was");
		expect(code).toBe(1);
		expect(bothTrees()).toEqual(before);
		nothingAround();
	},
);

test("an ingest process dies: its file is read by another one, and the build is right", async () => {
	const fresh = archiveIn(join(root, "fresh"), join(root, "first"));
	const running = startCommand("build", archiveFlags(fresh));
	const { pid } = await child(running, /ingest\.mjs/);
	process.kill(pid, "SIGKILL");
	const { code, stderr } = await running.ended;
	expect(code, stderr).toBe(0);
	expect([treeOf(fresh.corpus), treeOf(fresh.out)]).toEqual(first);
});

test("an ingest process hangs: it is stopped, its file read by another one", async () => {
	const fresh = archiveIn(join(root, "hung"), join(root, "first"));
	const running = startCommand("build", archiveFlags(fresh));
	const { pid } = await child(running, /ingest\.mjs/);
	process.kill(pid, "SIGSTOP");
	const { code, stderr } = await running.ended;
	expect(code, stderr).toBe(0);
	expect([treeOf(fresh.corpus), treeOf(fresh.out)]).toEqual(first);
});

/** Stop a child of this process as soon as it is there: it will never answer. */
async function stopOwnChild(words: RegExp): Promise<void> {
	const { pid } = await until(`${words} runs`, () =>
		processesOf(ownMark).find(({ command }) => words.test(command)),
	);
	process.kill(pid, "SIGSTOP");
}

const ownMark = `own-${process.pid}`;
const markBefore = process.env.BIANNIAN_MARK;
afterEach(() => {
	if (markBefore === undefined) delete process.env.BIANNIAN_MARK;
	else process.env.BIANNIAN_MARK = markBefore;
});

test("a rendering process hangs: it is given up with a clear message", async () => {
	process.env.BIANNIAN_MARK = ownMark;
	const renderer = new Renderer(1_500);
	const job = {
		corpusRoot: archive.corpus,
		outDir: scratchFolder(),
		pages: [{ path: "index.html" }] as never,
		viewOf: () => ({}) as never,
	};
	const hung = renderer.render(job, scratchFolder(), () => undefined);
	hung.catch(() => undefined);
	await stopOwnChild(/render-worker/);
	await expect(hung).rejects.toThrow("Rendering failed (no answer for 1.5 s)");
	await until("it ends", () => processesOf(ownMark).length === 0);
	renderer.close();
});

test("an index process hangs: it is given up with a clear message", async () => {
	// The bundler's own service stays as long as this process: it must not bear the mark.
	const worker = await workerCode();
	process.env.BIANNIAN_MARK = ownMark;
	const cacheDir = scratchFolder();
	const pool = openPool(1, worker.place(cacheDir), 1_500);
	const hung = pool.run({
		kind: "engine",
		cacheDir,
		key: "e-1",
		portable: true,
	});
	hung.catch(() => undefined);
	await stopOwnChild(/worker-[0-9a-f]+\.mjs/);
	await expect(hung).rejects.toThrow(
		"Indexing failed: a process ended before its work (no answer for 1.5 s).",
	);
	await pool.close();
	await until("it ends", () => processesOf(ownMark).length === 0);
});

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
		const old = bothTrees();
		writeSeeds(archive.seeds, 1, changes++);
		const running = startCommand("build", archiveFlags(archive));
		await until("the stage begins", () => begun.test(running.said()));
		process.kill(running.child.pid as number, "SIGINT");
		const { code, stderr } = await running.ended;
		await until("its processes end", () =>
			processesOf(running.mark).length === 0 ? true : undefined,
		);
		nothingAround();
		// The last stages are short: the build may be done before the signal is heard.
		if (code === 0) return expect(stderr).toContain("publish: done");
		expect(code).toBe(130);
		expect(stderr).toContain(
			"biannian: stopped; what was built before is as it was.",
		);
		expect(bothTrees()).toEqual(old);
	},
);

test("Ctrl-C to the whole group, as a terminal sends it, leaves the old site and no process", async () => {
	writeSeeds(archive.seeds, 1, changes++);
	const old = bothTrees();
	const running = startCommand("build", archiveFlags(archive));
	await child(running, /@pagefind\/[^ ]+\/pagefind/);
	process.kill(-(running.child.pid as number), "SIGINT");
	expect((await running.ended).code).toBe(130);
	await until("its processes end", () =>
		processesOf(running.mark).length === 0 ? true : undefined,
	);
	nothingAround();
	expect(bothTrees()).toEqual(old);
});
