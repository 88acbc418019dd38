/** Seeds → one record a file; what is known from an earlier build is not read again. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "../base/progress.ts";
import { observed } from "../base/promises.ts";
import type { Bundle } from "../compile/code.ts";
import { picturesFolder } from "../corpus/assets.ts";
import type { Config } from "../domain/config.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import { type Walked, walk } from "../output/file-job-work.ts";
import { FileStates, type KnownContent } from "../read/file-states.ts";
import { leftOutBy } from "../read/left-out.ts";
import {
	draftPath,
	type FileRecord,
	type IngestSettings,
	isOfToday,
	keyPrefix,
	partsOf,
} from "./file-record.ts";
import { outletKeys } from "./outlet-keys.ts";
import { ingestFiles, isGivenUp, type Readers } from "./pool.ts";
import { readRecords, recordsFolder, writeRecords } from "./records.ts";

export interface Ingested {
	/** One record for every seed file, sorted by path. */
	readonly records: readonly FileRecord[];
	/** What the walk itself noticed. */
	readonly diagnostics: readonly Diagnostic[];
	/** Files that were read and parsed in this build. */
	readonly reread: number;
	/** Whether that was done with what is told at this path, a file's or that of a part of it: its draft in the cache is as it was written a moment ago. */
	wasRead(path: string): boolean;
	/** Read these files again, after their drafts were found damaged. */
	again(paths: readonly string[]): Promise<readonly FileRecord[]>;
}

interface Options {
	readonly seeds: string;
	readonly cache: string;
	readonly config: Config;
	readonly readers: Readers;
	/** The walk over the seeds, where it was begun already: with it goes on what reads the records. */
	readonly walking?: Promise<Outcome<Walked>>;
}

/**
 * Read what is not known.
 *
 * @param meanwhile what else there is to do while others read; called if any seeds were added, changed or removed, with
 * their number.
 */
export async function ingestSeeds(
	options: Options,
	worker: Bundle,
	progress: Progress,
	meanwhile: (count: number) => void = () => undefined,
): Promise<Ingested> {
	const settings: IngestSettings = {
		seeds: options.seeds,
		drafts: join(options.cache, "drafts"),
		pictures: join(options.cache, picturesFolder),
		version: worker.version,
		limits: options.config.limits,
		timelines: options.config.timelines,
		outlets: options.config.outlets,
		gazetteer: options.config.gazetteer,
	};
	const outletOf = outletKeys(settings.outlets);
	const folder = recordsFolder(options.cache, options.seeds);
	const walking = options.walking ?? observed(walk(options.seeds));
	const known = readRecords(folder);
	const walked = await walking;
	const { paths, states: seen } = withoutLeftOut(
		walked.value,
		options.config.leaveOut,
	);
	const leftOut = walked.value.paths.length - paths.length;
	const diagnostics = [
		...walked.diagnostics,
		...(leftOut === 0 ? [] : [tellLeftOut(leftOut)]),
	];
	const states = new FileStates();
	const fileOf = (path: string) => `${settings.seeds}/${path}`;
	const prefix = keyPrefix(settings);
	/** The record, if the file is still as it says. */
	const stillTrue = (
		record: FileRecord,
		state: string | undefined,
	): FileRecord | undefined => {
		const file = fileOf(record.path);
		const most = settings.limits.fileBytes;
		const content = states.contentOf(file, record, most, state);
		if (content === record) return record;
		return content?.sha256 === record.sha256
			? inState(record, content)
			: undefined;
	};
	/** What is still true of what was known, by place among the paths. */
	const kept: (FileRecord | undefined)[] = [];
	/** What is read anew, by path. */
	const readNow = new Map<string, FileRecord>();
	/** Paths of everything told of them. */
	const partsRead = new Set<string>();
	const unknown: string[] = [];
	const seenAnew: string[] = [];
	/** Records that are true no more. */
	const replaced: FileRecord[] = [];
	let met = 0;
	for (const [at, path] of paths.entries()) {
		const before = known.get(path);
		if (before) met++;
		const usable =
			before &&
			(before.draft || before.records) &&
			isOfToday(before, prefix, outletOf);
		const record = usable ? stillTrue(before, seen[at]) : undefined;
		kept.push(record);
		if (record && record !== before) seenAnew.push(path);
		if (record) continue;
		if (before) replaced.push(before);
		unknown.push(path);
	}
	/** Of a file whose reading was given up, what was known of the very same bytes, by whatever code. */
	const lastKnown = ({ path, findings = [] }: FileRecord) => {
		const before = isGivenUp(findings) ? known.get(path) : undefined;
		const record = before?.draft && stillTrue(before, undefined);
		return record && existsSync(draftPath(settings.drafts, record.key))
			? asKnown(record, findings)
			: undefined;
	};
	const read = async (wanted: readonly string[], isFirst = true) => {
		progress.stage("read", wanted.length);
		for (const path of wanted) states.notice(fileOf(path));
		let done = 0;
		const onRecord = (record: FileRecord) => {
			const { path, sha256, draft, records } = record;
			progress.step(++done);
			const last = isFirst ? lastKnown(record) : undefined;
			if (last) {
				readNow.set(path, last);
				return;
			}
			const content = states.contentRead(fileOf(path), sha256);
			const known = draft ?? records;
			readNow.set(path, known ? inState(record, content) : record);
			for (const part of partsOf(record)) partsRead.add(part.path);
		};
		await ingestFiles(wanted, worker.path, settings, options.readers, onRecord);
		await options.readers.rest();
	};
	const inOrder = () => {
		const all: FileRecord[] = [];
		for (const [at, path] of paths.entries()) {
			const record = readNow.get(path) ?? kept[at];
			if (record) all.push(record);
		}
		return all;
	};
	const reading = observed(read(unknown));
	const changes = unknown.length + known.size - met;
	if (changes > 0) meanwhile(changes);
	await reading;
	const all = inOrder();
	if (met < known.size) replaced.push(...goneFrom(known, paths));
	forget(replaced, all, settings.drafts);
	const touched = [
		...unknown,
		...seenAnew,
		...replaced.map(({ path }) => path),
	];
	writeRecords(folder, all, touched);
	return {
		records: all,
		diagnostics,
		reread: unknown.length,
		wasRead: (path) => partsRead.has(path),
		async again(lost) {
			const files = filesOf(lost, paths);
			await read(files, false);
			const mended = inOrder();
			writeRecords(folder, mended, files);
			return mended;
		},
	};
}

/** A record of an earlier time, with a word on why it is still told. */
function asKnown(
	record: FileRecord,
	reasons: readonly Diagnostic[],
): FileRecord {
	const earlier = record.findings ?? [];
	const findings = [
		...earlier.filter((finding) => !isGivenUp([finding])),
		...reasons.map(
			(finding): Diagnostic => ({
				...finding,
				severity: "warning",
				reason: `${finding.reason} It is told as it was read before.`,
			}),
		),
	];
	return { ...record, findings };
}

/** The walk without what the owner leaves out. */
function withoutLeftOut(
	{ paths, states }: Walked,
	patterns: readonly string[],
): Walked {
	const isLeftOut = leftOutBy(patterns);
	const kept = paths.flatMap((path, at) => (isLeftOut(path) ? [] : [at]));
	return kept.length === paths.length
		? { paths, states }
		: {
				paths: kept.map((at) => paths[at] as string),
				states: kept.map((at) => states[at] as string),
			};
}

function tellLeftOut(files: number): Diagnostic {
	return {
		severity: "info",
		ruleId: "read/left-out",
		file: "_archive.yml",
		reason: "Files that `leaveOut` names are not read.",
		actual: `${files}`,
	};
}

function inState(
	{ state: _, ...record }: FileRecord,
	{ state }: KnownContent,
): FileRecord {
	return state === undefined ? record : { ...record, state };
}

/** The files that these parts of files, or files, are of. */
function filesOf(
	parts: readonly string[],
	files: readonly string[],
): readonly string[] {
	const there = new Set(files);
	const owners = parts.map((path) =>
		there.has(path) ? path : path.slice(0, path.lastIndexOf("#")),
	);
	return [...new Set(owners)];
}

function goneFrom(
	known: ReadonlyMap<string, FileRecord>,
	paths: readonly string[],
): FileRecord[] {
	const there = new Set(paths);
	return [...known.values()].filter(({ path }) => !there.has(path));
}

/** Drop the drafts that no file of this archive stands behind any more. */
function forget(
	replaced: readonly FileRecord[],
	records: readonly FileRecord[],
	drafts: string,
): void {
	const old = replaced.flatMap(partsOf).filter(({ key }) => key !== "");
	if (old.length === 0) return;
	const used = new Set(records.flatMap(partsOf).map(({ key }) => key));
	for (const { key } of old)
		if (!used.has(key)) rmSync(draftPath(drafts, key), { force: true });
}
