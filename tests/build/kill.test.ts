import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { ownerOf } from "../../src/base/scratch-name.ts";
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
import {
	changeSeeds,
	randomFrom,
	writeSeeds,
} from "../support/made-archive.ts";
import { processesOf, startCommand, until } from "../support/process.ts";
import { sharedFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

/** How many builds are killed; `KILLS=50` is what the figure in `tests/README.md` was made with. */
const kills = Number(process.env.KILLS ?? 4);
const files = 60;
/** Seeds go as well as come. */
const removals = ["--allow-removals"];

const root = sharedFolder();
const pools = sharedPools();

/** What the owner put into the folders, by their names. */
const owners = {
	out: {
		CNAME: "archive.example\n",
		".git/config": "[core]\n",
		".well-known/security.txt": "Contact: x\n",
		"articles/mine.txt": "mine\n",
	},
	corpus: { "notes/mine.md": "mine\n" },
} as const;

/** Those of them that are there, and as they were put there. */
function ownersIn(archive: Archive) {
	return (["out", "corpus"] as const).flatMap((folder) =>
		Object.entries(owners[folder])
			.filter(([path, text]) => {
				const at = join(archive[folder], path);
				return existsSync(at) && readFileSync(at, "utf8") === text;
			})
			.map(([path]) => path),
	);
}

/** Corpus and site in one, without what is the owner's: a version is whole when both belong to it. */
const version = (archive: Archive) =>
	JSON.stringify(
		(["corpus", "out"] as const).map((folder) =>
			Object.entries(treeOf(archive[folder])).filter(
				([path]) => !(path in owners[folder]),
			),
		),
	);

/** The version that `seeds` give a build that knows nothing. */
async function cleanVersion(seeds: string, name: string): Promise<string> {
	const archive = archiveIn(join(root, name), seeds);
	await build(optionsFor(archive), pools);
	const clean = version(archive);
	rmSync(join(root, name), { recursive: true });
	return clean;
}

/** Everything that a finished build must not leave: locks, half folders, files in the making. */
function leftovers(archive: Archive, temporary: string): string[] {
	const around = readdirSync(root).filter((name) => name.startsWith("."));
	const cached = readdirSync(archive.cache, { recursive: true })
		.map(String)
		.filter((path) => ownerOf(path) !== undefined);
	// Not ours: the loader that runs TypeScript keeps what it compiled there.
	const left = readdirSync(temporary).filter((name) => !/^tsx-/.test(name));
	return [...around, ...cached, ...left];
}

/** What the system says of the processes that left something: why was it not swept away? */
function ownersOf(names: readonly string[]): string {
	return names
		.map((name) => {
			try {
				return readFileSync(`/proc/${ownerOf(name)}/status`, "utf8");
			} catch {
				return `${name}: its process is gone`;
			}
		})
		.join("\n");
}

test(`${kills} builds, each killed at a random moment, leave the old site or the new one and all that is the owner's, and the next build is right`, async () => {
	const archive = archiveIn(root);
	const temporary = join(root, "tmp");
	mkdirSync(temporary);
	const env = { TMPDIR: temporary };
	const random = randomFrom(20231204);
	writeSeeds(archive.seeds, files);
	await build(optionsFor(archive), pools);
	for (const folder of ["out", "corpus"] as const)
		writeFiles(archive[folder], owners[folder]);
	const all = ownersIn(archive);
	expect(all).toHaveLength(5);
	// How long a build takes here and now; moments are drawn from a little more than that.
	changeSeeds(archive.seeds, files, random);
	const started = performance.now();
	await buildArchive(archive, removals, env);
	const duration = performance.now() - started;
	let before = version(archive);
	const states = { old: 0, new: 0 };
	for (let round = 0; round < kills; round++) {
		const change = changeSeeds(archive.seeds, files, random);
		const after = await cleanVersion(archive.seeds, `clean-${round}`);
		const wait = ((round + random()) / kills) * duration * 1.1;
		const where = `round ${round}: ${change}, killed after ${Math.round(wait)} ms`;
		const running = startCommand(
			"build",
			[...archiveFlags(archive), ...removals],
			env,
		);
		await Promise.race([sleep(wait), running.ended]);
		const pid = running.child.pid as number;
		try {
			// The whole family, or only its head: then the children must notice.
			process.kill(round % 2 === 0 ? -pid : pid, "SIGKILL");
		} catch {
			// It was done already.
		}
		await running.ended;
		await until(
			`${where}: its processes end`,
			() => processesOf(running.mark).length === 0,
		);
		const found = version(archive);
		expect([before, after].includes(found), `${where}: whole`).toBe(true);
		expect(
			verifyArchive({ out: archive.out, corpus: archive.corpus }).differences,
		).toEqual([]);
		expect(ownersIn(archive), `${where}: the owner's files`).toEqual(all);
		states[found === after ? "new" : "old"]++;
		const next = await buildArchive(archive, removals, env);
		expect(next.code, `${where}\n${next.stderr}`).toBe(0);
		expect(version(archive) === after, `${where}: the next build`).toBe(true);
		expect(ownersIn(archive), `${where}: the owner's files`).toEqual(all);
		const left = leftovers(archive, temporary);
		expect(left, `${where}\n${ownersOf(left)}`).toEqual([]);
		before = after;
	}
	console.log(`killed ${kills}: ${states.old} old, ${states.new} new`);
}, 3_600_000);
