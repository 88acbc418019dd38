/** Seeds → one record a file; what is known from an earlier build is not read again. */
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Config } from "../domain/config.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { byCodePoint } from "../domain/order.ts";
import { walkSeeds } from "../read/walk.ts";
import type { Progress } from "../report/progress.ts";
import type { Bundle } from "./code.ts";
import {
	draftPath,
	type FileRecord,
	type IngestSettings,
	recordKey,
} from "./file-record.ts";
import { FileStates } from "./file-states.ts";
import { ingestFiles } from "./ingest-pool.ts";
import { readRecords, recordsFolder, writeRecords } from "./records.ts";
import { inSlice, type Slice } from "./slice.ts";

export interface Ingested {
	/** One record for every seed file, sorted by path. */
	readonly records: readonly FileRecord[];
	/** What the walk itself noticed. */
	readonly diagnostics: readonly Diagnostic[];
	/** Files that were read and parsed in this build. */
	readonly reread: number;
	/** Files outside the slice that are not known from the cache: they were left alone. */
	readonly missing: number;
	/** Read these files again, after their drafts were found damaged. */
	again(paths: readonly string[]): Promise<readonly FileRecord[]>;
}

interface Options {
	readonly seeds: string;
	readonly cache: string;
	readonly config: Config;
	readonly workers?: number;
	/** Read no other files than those of this slice. */
	readonly slice?: Slice;
}

export async function ingestSeeds(
	options: Options,
	worker: Bundle,
	progress: Progress,
): Promise<Ingested> {
	const settings: IngestSettings = {
		seeds: options.seeds,
		drafts: join(options.cache, "drafts"),
		version: worker.version,
		limits: options.config.limits,
		timelines: options.config.timelines,
	};
	const folder = recordsFolder(options.cache, options.seeds);
	const known = readRecords(folder);
	const { value: paths, diagnostics } = walkSeeds(options.seeds);
	const states = new FileStates(`${folder}.states`);
	const fileOf = (path: string) => join(settings.seeds, path);
	const keyOf = (path: string): string => {
		const hash = states.hashOf(fileOf(path), settings.limits.fileBytes);
		// Where it cannot be read or is too large, the ingest process will say why.
		return hash === undefined ? "" : recordKey(path, hash, settings);
	};
	const records = new Map<string, FileRecord>();
	const unknown: string[] = [];
	let missing = 0;
	for (const path of paths) {
		const record = known.get(path);
		const ours = !options.slice || inSlice(path, options.slice);
		const usable = record && (record.draft || !ours);
		if (usable && record.key === keyOf(path)) records.set(path, record);
		else if (ours) unknown.push(path);
		else missing++;
	}
	const count = options.workers ?? availableParallelism();
	const read = async (wanted: readonly string[]) => {
		progress.stage("read", wanted.length);
		for (const path of wanted) states.notice(fileOf(path));
		let done = 0;
		await ingestFiles(wanted, settings, worker.path, count, (record) => {
			records.set(record.path, record);
			if (record.draft) states.learn(fileOf(record.path), record.sha256);
			progress.step(++done);
		});
		states.save();
	};
	await read(unknown);
	const sorted = () =>
		[...records.values()].sort((a, b) => byCodePoint(a.path, b.path));
	const all = sorted();
	forget(known, records, settings.drafts);
	const gone = [...known.keys()].filter((path) => !records.has(path));
	writeRecords(folder, all, [...unknown, ...gone]);
	return {
		records: all,
		diagnostics,
		reread: unknown.length,
		missing,
		async again(lost) {
			await read(lost);
			const mended = sorted();
			writeRecords(folder, mended, lost);
			return mended;
		},
	};
}

/** Drop the drafts that no file of this archive stands behind any more. */
function forget(
	before: ReadonlyMap<string, FileRecord>,
	after: ReadonlyMap<string, FileRecord>,
	drafts: string,
): void {
	const used = new Set([...after.values()].map((record) => record.key));
	for (const { key } of before.values())
		if (key !== "" && !used.has(key))
			rmSync(draftPath(drafts, key), { force: true });
}
