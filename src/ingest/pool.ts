/** Ingest processes: what they run, what they may do, and what is said of a file that costs one its life. */
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Program } from "../processes/pool-process.ts";
import {
	JobDied,
	type PoolOptions,
	type WorkPool,
} from "../processes/process-pool.ts";
import { runEach } from "../processes/run-each.ts";
import type { FileRecord, IngestSettings } from "./file-record.ts";

/** Takes the paths of seed files. */
export type Readers = WorkPool<string, FileRecord>;

/** What the pool of ingest processes must know. */
export const readingPool = {
	name: "Reading",
	// Enough that a process never waits for the next file.
	depth: 3,
} as const satisfies Partial<PoolOptions>;

/**
 * Ingest `paths`.
 *
 * @param program of {@link readingProgram}.
 * @param onRecord called once for every path, in the order in which they are done.
 * @throws with what the system said when a draft cannot be stored or no process be started.
 */
export async function ingestFiles(
	paths: readonly string[],
	program: Program,
	readers: Readers,
	onRecord: (record: FileRecord) => void,
): Promise<void> {
	readers.setProgram(program);
	const read = (path: string) =>
		readers.run(path).catch((error: Error) => {
			if (error instanceof JobDied) return stopped(path, error.how);
			throw error;
		});
	// Twice as many as are at work: those that died with their process wait for all others to end.
	await runEach(paths, read, onRecord, readers.atOnce * 2);
}

/** Under the permission model a worker reads seeds and compiled code, writes drafts and pictures, and no more. */
export function readingProgram(
	script: string,
	settings: IngestSettings,
): Program {
	const major = Number(process.versions.node.split(".")[0]);
	const model = major >= 24 ? "--permission" : "--experimental-permission";
	const readable = [
		settings.seeds,
		realpathSync(settings.seeds),
		dirname(script),
		settings.drafts,
		settings.pictures,
	];
	return {
		script,
		settings: JSON.stringify(settings),
		args: [],
		options: [
			"--no-warnings",
			"--max-old-space-size=1024",
			model,
			...[...new Set(readable)].map((path) => `--allow-fs-read=${path}`),
			...[settings.drafts, settings.pictures].map(
				(path) => `--allow-fs-write=${path}`,
			),
		],
		// As JSON, Chinese text would be encoded a character at a time.
		serialization: "advanced",
		limit: { cpuMs: settings.limits.fileMs, stillMs: 30_000 },
	};
}

const givenUpRule = "limits/time";

/** Whether these findings say that reading a file was given up. */
export function isGivenUp(findings: readonly Diagnostic[]): boolean {
	return findings.some(({ ruleId }) => ruleId === givenUpRule);
}

function stopped(path: string, how: string): FileRecord {
	return {
		path,
		sha256: "",
		bytes: 0,
		key: "",
		findings: [
			{
				severity: "error",
				ruleId: givenUpRule,
				file: path,
				reason: `Reading the file ended its process, twice (${how}).`,
			},
		],
	};
}
