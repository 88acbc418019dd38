import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Progress } from "../../src/base/progress.ts";
import { compileCode } from "../../src/compile/code.ts";
import { defaults } from "../../src/config.ts";
import { ingestSeeds } from "../../src/ingest/ingest.ts";
import type { Readers } from "../../src/ingest/pool.ts";
import { JobDied } from "../../src/processes/process-pool.ts";
import { archiveIn, sharedPools } from "../support/build.ts";
import { seedText, writeSeeds } from "../support/made-archive.ts";
import { scratchFolder } from "../support/scratch.ts";

const pools = sharedPools();
const silent: Progress = {
	stage: () => undefined,
	step: () => undefined,
	finish: () => ({}),
};

/** Every file costs them their lives. */
const dying = {
	atOnce: 2,
	setProgram: () => undefined,
	rest: async () => undefined,
	run: () => Promise.reject(new JobDied("Reading", "SIGKILL")),
} as unknown as Readers;

test("a file that was ever read keeps its last draft as long as its bytes are the same", async () => {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 3, 1);
	const { scripts, versions } = await compileCode(archive.cache);
	const read = (version: string, readers: Readers = dying) =>
		ingestSeeds(
			{ ...archive, config: defaults, readers },
			{ scripts, versions: { ...versions, ingest: version } },
			silent,
		);
	const first = await read("1", pools.readers);
	expect(first.records.every(({ draft }) => draft)).toBe(true);

	// Other code reads every file anew, and none of them to its end.
	const [changed = "", lost = "", same = ""] = first.records.map(
		({ path }) => path,
	);
	const text = seedText({ address: 9, day: 9, variant: 1 });
	writeFileSync(join(archive.seeds, changed), text);
	const lostKey = first.records[1]?.key ?? "";
	rmSync(join(archive.cache, "drafts", lostKey.slice(-2), `${lostKey}.json`));
	for (const version of ["2", "3"]) {
		const later = await read(version);
		const byPath = new Map(later.records.map((one) => [one.path, one]));
		expect(byPath.get(changed)?.draft).toBeUndefined();
		expect(byPath.get(lost)?.draft).toBeUndefined();
		const { findings = [], ...rest } = byPath.get(same) ?? {};
		const { findings: _, ...before } = first.records[2] ?? {};
		// What the disk says of it is noted once the file is some seconds old.
		expect({ ...rest, state: "" }).toEqual({ ...before, state: "" });
		expect(findings.filter(({ ruleId }) => ruleId === "limits/time")).toEqual([
			expect.objectContaining({
				severity: "warning",
				reason:
					"Reading the file ended its process, twice (SIGKILL). It is told as it was read before.",
			}),
		]);
		expect(later.isFresh(same)).toBe(false);
	}
	// Where it can be read again, it is.
	const mended = await read("4", pools.readers);
	expect(mended.records.every(({ draft }) => draft)).toBe(true);
	expect(mended.isFresh(same)).toBe(true);
});
