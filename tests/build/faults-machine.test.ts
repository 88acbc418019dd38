import {
	chmodSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readCorpus } from "../../src/corpus/store.ts";
import { build } from "../../src/pipeline.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import {
	type Archive,
	archiveFlags,
	archiveIn,
	buildArchive,
	optionsFor,
	sharedPools,
} from "../support/build.ts";
import { obeyingModes, smallDisk } from "../support/machine.ts";
import { seedText, writeSeeds } from "../support/made-archive.ts";
import { startCommand, until } from "../support/process.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const asBefore = "biannian: failed; what was built before is as it was.";

const pools = sharedPools();

/** An archive of five articles, built, and then changed. */
async function builtAndChanged(root: string): Promise<Archive> {
	const archive = archiveIn(root);
	writeSeeds(archive.seeds, 5);
	await build(optionsFor(archive), pools);
	writeFiles(archive.seeds, {
		"new.txt": seedText({ address: 9, day: 60, variant: 2 }),
	});
	return archive;
}

const bothTrees = ({ corpus, out }: Archive) => [treeOf(corpus), treeOf(out)];

test("a full disk fails the build in one clear sentence, and the old site stays", async () => {
	const root = scratchFolder();
	const disk = smallDisk(root, 48_000_000);
	onTestFinished(() => disk.free());
	const archive = await builtAndChanged(root);
	const before = bothTrees(archive);
	for (const left of [200_000, 20_000, 0]) {
		disk.fill(left);
		const { code, stderr } = await startCommand(
			"build",
			archiveFlags(archive),
			{},
			disk.before,
		).ended;
		expect(stderr).toContain(asBefore);
		expect(stderr).toContain(
			"The disk is full, or a limit on space is reached",
		);
		expect(stderr).toContain("Free some space and build again.");
		expect(code).toBe(1);
		expect(bothTrees(archive), `${left} bytes left`).toEqual(before);
		rmSync(join(root, "filler"), { force: true });
	}
	await build(optionsFor(archive), pools);
	expect(readCorpus(archive.corpus).report.totals.accepted).toBe(6);
});

/** Build where mode bits hold, for root too. */
const buildObeying = (archive: Archive) =>
	startCommand("build", archiveFlags(archive), {}, obeyingModes()).ended;

test.each([
	["the folder that holds the site", (root: string) => [root]],
	["the cache", (root: string) => [join(root, "cache/drafts")]],
])(
	"where writing to %s is not allowed, the build says so and the old site stays",
	async (_, closed) => {
		const root = scratchFolder();
		const archive = await builtAndChanged(root);
		const before = bothTrees(archive);
		for (const folder of closed(root)) {
			chmodSync(folder, 0o555);
			onTestFinished(() => chmodSync(folder, 0o755));
		}
		const { code, stderr } = await buildObeying(archive);
		expect(stderr).toContain(asBefore);
		expect(stderr).toMatch(/No permission to write or read there: .*EACCES/);
		expect(code).toBe(1);
		expect(bothTrees(archive)).toEqual(before);
	},
);

test("a file that may not be read is quarantined with that reason, and the rest is built", async () => {
	const root = scratchFolder();
	const archive = archiveIn(root);
	writeSeeds(archive.seeds, 3);
	chmodSync(join(archive.seeds, "1.txt"), 0);
	const { code, stderr } = await buildObeying(archive);
	expect(code, stderr).toBe(0);
	const { report } = readCorpus(archive.corpus);
	expect(report.totals).toMatchObject({ accepted: 2, quarantined: 1 });
	expect(report.files).toContainEqual(
		expect.objectContaining({
			file: "1.txt",
			code: "read/unreadable",
			reason: "It cannot be read (EACCES).",
		}),
	);
});

test("a folder of seeds that may not be read is named, and the rest is built", async () => {
	const root = scratchFolder();
	const archive = archiveIn(root);
	writeSeeds(archive.seeds, 7);
	chmodSync(join(archive.seeds, "deep"), 0);
	onTestFinished(() => chmodSync(join(archive.seeds, "deep"), 0o755));
	const { code, stderr } = await buildObeying(archive);
	expect(code, stderr).toBe(0);
	const { report } = readCorpus(archive.corpus);
	expect(report.totals.accepted).toBe(5);
	expect(report.files.find(({ file }) => file === "deep")?.findings).toEqual([
		expect.objectContaining({ ruleId: "read/unreadable" }),
	]);
});

/** While a build runs, do something to its seeds again and again, until it ends. */
async function whileBuilding(
	archive: Archive,
	act: (turn: number) => void,
): Promise<{ code: number; stderr: string }> {
	const running = startCommand("build", archiveFlags(archive));
	let ended = false;
	running.ended.then(() => {
		ended = true;
	});
	let turn = 0;
	await until(
		"the build ends",
		() => {
			act(turn++);
			return ended;
		},
		300_000,
	);
	return running.ended;
}

test("files that vanish, come back, grow and shrink during the build give no mixed site, and the next build is right", async () => {
	const root = scratchFolder();
	const archive = archiveIn(root);
	writeSeeds(archive.seeds, 12);
	const restless = join(archive.seeds, "1.txt");
	const text = (variant: number) => seedText({ address: 1, day: 1, variant });
	const { code, stderr } = await whileBuilding(archive, (turn) => {
		if (turn % 3 === 0) rmSync(restless, { force: true });
		else writeFileSync(restless, text(turn));
		if (turn % 3 === 2) truncateSync(restless, turn % 40);
		if (turn === 0) rmSync(join(archive.seeds, "2.txt"));
	});
	expect(code, stderr).toBe(0);
	const built = { out: archive.out, corpus: archive.corpus };
	expect(verifyArchive(built).differences).toEqual([]);
	writeFileSync(restless, text(1));
	await build(optionsFor(archive), pools);
	const clean = { ...archiveIn(join(root, "clean")), seeds: archive.seeds };
	await build(optionsFor(clean), pools);
	expect(bothTrees(archive)).toEqual(bothTrees(clean));
});

test("a file that is gone when its turn comes is quarantined with that reason", async () => {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 3);
	const gone = join(archive.seeds, "1.txt");
	// Files are listed by then: the build takes one away as it starts a process to read them.
	const takeAway = `
		import childProcess from "node:child_process";
		import { rmSync } from "node:fs";
		import { syncBuiltinESMExports } from "node:module";
		const { fork } = childProcess;
		childProcess.fork = (script, ...more) => {
			if (/ingest\\.mjs$/.test(script)) rmSync(${JSON.stringify(gone)}, { force: true });
			return fork(script, ...more);
		};
		syncBuiltinESMExports();`;
	const { code, stderr } = await buildArchive(archive, [], {
		NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(takeAway)}`,
	});
	expect(code, stderr).toBe(0);
	const { report } = readCorpus(archive.corpus);
	expect(report.totals).toMatchObject({ accepted: 2, quarantined: 1 });
	expect(report.files[0]?.reason).toBe("It cannot be read (ENOENT).");
});

test("two builds at once: the second says who holds the folder, the first is not disturbed", async () => {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 5);
	const lock = join(archive.out, "../.site.lock");
	const first = startCommand("build", archiveFlags(archive));
	await until(
		"the first build has written its lock",
		() => (statSync(lock, { throwIfNoEntry: false })?.size ?? 0) > 0,
	);
	// It waits meanwhile, so that it cannot end before the second one looks.
	process.kill(first.child.pid as number, "SIGSTOP");
	const second = await buildArchive(archive);
	process.kill(first.child.pid as number, "SIGCONT");
	expect(second.code).toBe(1);
	expect(second.stderr).toContain(
		`Another build (process ${first.child.pid}) is writing ${archive.out}. Wait for it, or delete`,
	);
	const { code, stderr } = await first.ended;
	expect(code, stderr).toBe(0);
	expect(verifyArchive(archive).differences).toEqual([]);
	expect(() => readFileSync(lock)).toThrow("ENOENT");
});
