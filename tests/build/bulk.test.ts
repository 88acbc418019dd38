import { spawnSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { workInBulk } from "../../src/output/file-job-work.ts";
import { isThrownAway } from "../../src/output/file-jobs.ts";
import { readLedger, writeLedger } from "../../src/output/manifest.ts";
import { stateOf } from "../../src/read/file-states.ts";
import { fileWorkers } from "../support/file-worker.ts";
import { until } from "../support/process.ts";
import { scratchFolder } from "../support/scratch.ts";

const workerOfFiles = fileWorkers();

/** So many files that they are worth a process of their own. */
const many = 1_000_000;

function someFiles(): { root: string; from: string; to: string } {
	const root = scratchFolder();
	const from = join(root, "from");
	mkdirSync(join(from, "deep/er"), { recursive: true });
	writeFileSync(join(from, "a.txt"), "A");
	writeFileSync(join(from, "deep/er/b.txt"), "B");
	return { root, from, to: join(root, "to") };
}

const paths = ["a.txt", "deep/er/b.txt"];

describe.each([
	["in this process", 1],
	["in a process of its own", many],
])("work on many files %s", (_, count) => {
	test("links files, folders and all", async () => {
		const { from, to } = someFiles();
		const bulk = workerOfFiles();
		await bulk.do({ kind: "link", from, to, paths }, count);
		await bulk.close();
		for (const path of paths)
			expect(statSync(join(to, path)).ino).toBe(statSync(join(from, path)).ino);
	});

	test("links ahead what is there, and leaves out what is gone", async () => {
		const { root, from, to } = someFiles();
		const entry = { key: "", sha256: "", size: 1, mtimeMs: 1 };
		const names = ["gone.txt", "assets/site.css", ...paths];
		const files = new Map(names.map((path) => [path, entry]));
		const ledger = join(root, "ledger.json");
		writeLedger(ledger, { stamp: "", groups: new Map(), files });
		mkdirSync(join(from, "assets"));
		writeFileSync(join(from, "assets/site.css"), "");
		const bulk = workerOfFiles();
		const job = { from, to, ledger, except: ["assets/"] };
		await bulk.do({ kind: "link ahead", ...job }, count);
		await bulk.close();
		expect(readdirSync(to).sort()).toEqual(["a.txt", "deep"]);
		for (const path of paths)
			expect(statSync(join(to, path)).ino).toBe(statSync(join(from, path)).ino);
	});

	test("names the files that are not as a ledger says", async () => {
		const { root, from } = someFiles();
		writeFileSync(join(from, "c.txt"), "C");
		const entryOf = (path: string) => {
			const { size, mtimeMs } = statSync(join(from, path));
			return [path, { key: "", sha256: "", size, mtimeMs }] as const;
		};
		const files = new Map([...paths, "c.txt"].map(entryOf));
		const ledger = join(root, "ledger.json");
		writeLedger(ledger, { stamp: "", groups: new Map(), files });
		writeFileSync(join(from, "a.txt"), "another text");
		rmSync(join(from, "c.txt"));
		const bulk = workerOfFiles();
		const touched = await bulk.do({ kind: "look", root: from, ledger }, count);
		await bulk.close();
		expect([...touched].sort()).toEqual(["a.txt", "c.txt"]);
	});

	test("walks over seeds, and says in which state each is", async () => {
		const { from } = someFiles();
		const bulk = workerOfFiles();
		const { value, diagnostics } = await bulk.do(
			{ kind: "walk", root: from },
			count,
		);
		await bulk.close();
		expect(value.paths).toEqual(paths);
		const stateAt = (path: string) => stateOf(statSync(join(from, path)));
		expect(value.states).toEqual(paths.map(stateAt));
		expect(diagnostics).toEqual([]);
	});

	test("removes a folder, and one that is not there", async () => {
		const { from, to } = someFiles();
		const bulk = workerOfFiles();
		await bulk.do({ kind: "remove", folder: from }, count);
		await bulk.do({ kind: "remove", folder: to }, count);
		await bulk.close();
		expect(existsSync(from)).toBe(false);
	});

	test("says what the file system refused, and goes on with what comes next", async () => {
		const { from, to } = someFiles();
		const bulk = workerOfFiles();
		const missing = bulk.do(
			{ kind: "link", from, to, paths: ["none.txt"] },
			count,
		);
		await expect(missing).rejects.toThrow("none.txt");
		await bulk.do({ kind: "link", from, to, paths: paths.slice(0, 1) }, count);
		await bulk.close();
		expect(existsSync(join(to, paths[0] ?? ""))).toBe(true);
	});
});

test("of a build that is gone no more files are linked: the next one removes what is there", async () => {
	const { from, to } = someFiles();
	const helper = { ledgerAt: readLedger, isWanted: () => false };
	await workInBulk({ kind: "link", from, to, paths }, helper);
	expect(existsSync(to)).toBe(false);
});

test("a process that is stopped does no more, and nobody waits for it in vain", async () => {
	const { from, to } = someFiles();
	const bulk = workerOfFiles();
	await bulk.do({ kind: "link", from, to: `${to}1`, paths }, many);
	const waiting = bulk.do({ kind: "link", from, to, paths }, many).then(
		() => "done",
		(error: Error) => error.message,
	);
	await bulk.close();
	// Either it was quicker, or it says that it was stopped.
	const how = await waiting;
	expect(how).toMatch(/^done$|was stopped/);
	expect(readdirSync(from).sort()).toEqual(["a.txt", "deep"]);
	const after = bulk.do({ kind: "remove", folder: from }, many);
	await expect(after).rejects.toThrow("was stopped");
	expect(existsSync(from)).toBe(true);
});

describe("a large folder that is thrown away", () => {
	test("goes, though nobody waits for it", async () => {
		const { from } = someFiles();
		const bulk = workerOfFiles();
		await bulk.throwAway(from, many);
		expect(existsSync(from)).toBe(false);
		await bulk.release();
		// What was released is not stopped.
		await bulk.close();
		await until(
			"the folder is gone",
			() => readdirSync(dirname(from)).length === 0,
		);
	});

	test("is known by its name when the build that began it died", async () => {
		const bulk = workerOfFiles();
		const { from, root } = someFiles();
		await bulk.throwAway(from, many);
		expect(isThrownAway(`from-${process.pid}`, "from")).toBe(false);
		await bulk.close();
		for (const name of readdirSync(root))
			expect(name).toBe(`from-${process.pid}`);
		const { pid } = spawnSync(process.execPath, ["--version"]);
		expect(isThrownAway(`from-${pid}`, "from")).toBe(true);
		expect(isThrownAway("from", "from")).toBe(false);
		expect(isThrownAway("from-here", "from")).toBe(false);
	});
});
