/** Seeds → one record a file; what is known from an earlier build is not read again. */
import { readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Config } from "../domain/config.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { byCodePoint, sha256 } from "../domain/order.ts";
import { walkSeeds } from "../read/walk.ts";
import type { Progress } from "../report/progress.ts";
import type { Bundle } from "./code.ts";
import {
	draftPath,
	type FileRecord,
	type IngestSettings,
	recordKey,
} from "./file-record.ts";
import { ingestFiles } from "./ingest-pool.ts";
import { readSealed, writeSealed } from "./sealed.ts";
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
	const indexPath = ingestIndexPath(options.cache, options.seeds);
	const known = knownRecords(indexPath);
	const { value: paths, diagnostics } = walkSeeds(options.seeds);
	const records = new Map<string, FileRecord>();
	const unknown: string[] = [];
	let missing = 0;
	for (const path of paths) {
		const record = known.get(path);
		const ours = !options.slice || inSlice(path, options.slice);
		const usable = record && (record.draft || !ours);
		if (usable && record.key === (keyOf(path, settings) ?? ""))
			records.set(path, record);
		else if (ours) unknown.push(path);
		else missing++;
	}
	const count = options.workers ?? availableParallelism();
	const read = async (wanted: readonly string[]) => {
		progress.stage("read", wanted.length);
		let done = 0;
		await ingestFiles(wanted, settings, worker.path, count, (record) => {
			records.set(record.path, record);
			progress.step(++done);
		});
	};
	await read(unknown);
	const sorted = () =>
		[...records.values()].sort((a, b) => byCodePoint(a.path, b.path));
	forget(known, records, settings.drafts);
	if (unknown.length > 0 || known.size !== records.size)
		writeIndex(indexPath, sorted());
	return {
		records: sorted(),
		diagnostics,
		reread: unknown.length,
		missing,
		async again(lost) {
			await read(lost);
			writeIndex(indexPath, sorted());
			return sorted();
		},
	};
}

/** Folder of the lists of records in a cache. */
export function ingestIndexFolder(cache: string): string {
	return join(cache, "ingest");
}

/** The list of records of the seeds folder `seeds`, in a cache. */
export function ingestIndexPath(cache: string, seeds: string): string {
	return join(ingestIndexFolder(cache), `${sha256(seeds).slice(0, 16)}.json`);
}

/** `undefined` when the file cannot be read or is too large: the worker will say why. */
function keyOf(path: string, settings: IngestSettings): string | undefined {
	const file = join(settings.seeds, path);
	try {
		const { size, ino, ctimeMs } = statSync(file);
		if (size > settings.limits.fileBytes) return undefined;
		const state = `${settings.version} ${size} ${ino} ${ctimeMs}`;
		const known = keys.get(file);
		if (known?.state === state) return known.key;
		const key = recordKey(path, readFileSync(file), settings);
		// A file changed a moment ago may change again within the same tick of its clock.
		if (Date.now() - ctimeMs > settledMs) keys.set(file, { state, key });
		return key;
	} catch {
		return undefined;
	}
}

/** Milliseconds after which every file system gives a change another time than the one before. */
const settledMs = 5_000;

/**
 * Keys of files that this process has read before, for `npm run dev`: the inode's own time changes
 * with every write and cannot be set back, so that a file whose state is the same is the same.
 * A build of its own knows nothing here and reads every file.
 */
const keys = new Map<
	string,
	{ readonly state: string; readonly key: string }
>();

/** Quarantined files are in the index as well, but are read again: they cost little, and their reason may have gone. */
function knownRecords(path: string): Map<string, FileRecord> {
	return new Map(readIndex(path).map((record) => [record.path, record]));
}

/** The list of records at `path`; none when there is no list yet or it is damaged. */
export function readIndex(path: string): readonly FileRecord[] {
	const text = readSealed(path);
	return text === undefined ? [] : (JSON.parse(text) as FileRecord[]);
}

/** Replace the list of records at `path`, at once or not at all. */
export function writeIndex(path: string, records: readonly FileRecord[]): void {
	writeSealed(path, JSON.stringify(records));
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
