import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../../src/pipeline.ts";
import { type Archive, archiveIn, optionsFor } from "../support/build.ts";
import { seedText, writeSeeds } from "../support/made-archive.ts";
import { scratchFolder, sharedFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

/** A file whose reading takes about a third of what it may. */
function longStory(): string {
	const paragraph = `<p>${"记者从有关方面了解到，会谈在友好的气氛中进行。".repeat(8)}</p>`;
	return seedText({ address: 999, day: 9, variant: 1 }) + paragraph.repeat(900);
}

const busy: ChildProcess[] = [];
const quiet = archiveIn(sharedFolder());

async function builtFrom(archive: Archive) {
	const { totals } = await build(optionsFor(archive));
	return {
		quarantined: totals.quarantined,
		trees: [treeOf(archive.corpus), treeOf(archive.out)],
	};
}

beforeAll(() => {
	writeSeeds(quiet.seeds, 20);
	writeFiles(quiet.seeds, { "long.txt": longStory() });
});

afterAll(() => {
	for (const one of busy) one.kill("SIGKILL");
});

test("a build beside others that keep all cores busy gives the bytes of a quiet one", async () => {
	const { quarantined, trees } = await builtFrom(quiet);
	expect(quarantined).toBe(0);
	for (let number = 0; number < 4 * availableParallelism(); number++)
		busy.push(spawn(process.execPath, ["-e", "for (;;);"]));
	const loaded = archiveIn(scratchFolder(), quiet.seeds);
	expect(await builtFrom(loaded)).toEqual({ quarantined, trees });
});
