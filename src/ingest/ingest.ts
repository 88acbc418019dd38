/** Seeds → one record a file; what is known from an earlier build is not read again. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "../base/progress.ts";
import { observed } from "../base/promises.ts";
import type { Code } from "../compile/code.ts";
import { picturesFolder } from "../corpus/assets.ts";
import type { Config } from "../domain/config.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import { type Walked, walk } from "../output/file-job-work.ts";
import type { Program } from "../processes/pool-process.ts";
import { leftOutBy } from "../read/left-out.ts";
import {
	type FileRecord,
	type IngestSettings,
	partsOf,
	shownBeside,
} from "./file-record.ts";
import { dropUnused, KnownRecords } from "./known-records.ts";
import { ingestFiles, type Readers, readingProgram } from "./pool.ts";
import { readRecords, recordsFolder, writeRecords } from "./records.ts";

export interface Ingested {
	/** One record for every seed file, sorted by path. */
	readonly records: readonly FileRecord[];
	/** What the walk itself noticed. */
	readonly diagnostics: readonly Diagnostic[];
	/** Files that were read and parsed in this build. */
	readonly reread: number;
	/** Whether the file or part of a file at this path was read in this build: its draft in the cache is as it was written a moment ago. */
	isFresh(path: string): boolean;
	/** Read these files again, after their drafts were found damaged. */
	readAgain(paths: readonly string[]): Promise<readonly FileRecord[]>;
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
 * @param onReading called while others read, if any seeds were added, changed or removed, with their number.
 */
export async function ingestSeeds(
	options: Options,
	{ scripts, versions }: Pick<Code, "scripts" | "versions">,
	progress: Progress,
	onReading: (changes: number) => void = () => undefined,
): Promise<Ingested> {
	const settings = settingsFor(options, versions.ingest);
	const folder = recordsFolder(options.cache, options.seeds);
	const walking = options.walking ?? observed(walk(options.seeds));
	const known = new KnownRecords(readRecords(folder), settings);
	const seeds = withoutLeftOut(await walking, options.config.leaveOut);
	const { paths } = seeds.value;
	const { current, unknown, touched, outdated, changes } = known.compare(
		seeds.value,
	);
	const program = readingProgram(scripts.ingest, settings);
	const reader = seedReader(known, settings, program, options.readers);
	const inOrder = () =>
		withoutShownPictures(
			paths.flatMap(
				(path, at) => reader.records.get(path) ?? current[at] ?? [],
			),
		);
	const reading = observed(reader.read(unknown, progress));
	if (changes > 0) onReading(changes);
	await reading;
	const records = inOrder();
	dropUnused(outdated, records, settings);
	const read = reader.records.values();
	writeRecords(folder, records, [...read, ...touched, ...outdated]);
	return {
		records,
		diagnostics: seeds.diagnostics,
		reread: unknown.length,
		isFresh: (path) => reader.parts.has(path),
		async readAgain(lost) {
			const files = filesOf(lost, paths);
			const before = inOrder();
			await reader.read([...files], progress, true);
			const mended = inOrder();
			const isReread = ({ path }: FileRecord) => files.has(path);
			writeRecords(folder, mended, [...before, ...mended].filter(isReread));
			return mended;
		},
	};
}

function settingsFor(
	{ seeds, cache, config }: Options,
	version: string,
): IngestSettings {
	const { limits, timelines, outlets, gazetteer } = config;
	return {
		seeds,
		drafts: join(cache, "drafts"),
		pictures: join(cache, picturesFolder),
		version,
		...{ limits, timelines, outlets, gazetteer },
	};
}

/** Has files read, and keeps what was found in them. */
function seedReader(
	known: KnownRecords,
	{ drafts, pictures }: IngestSettings,
	program: Program,
	readers: Readers,
) {
	/** By path, of every file that was read. */
	const records = new Map<string, FileRecord>();
	/** Paths of everything that was read in them: of files, or of the parts of a file of many articles. */
	const parts = new Set<string>();
	/** @param isRepeated whether the files were known, and their drafts are lost: then nothing known stands in for them. */
	const read = async (
		paths: readonly string[],
		progress: Progress,
		isRepeated = false,
	): Promise<void> => {
		progress.stage("read", paths.length);
		known.notice(paths);
		if (paths.length > 0)
			for (const folder of [drafts, pictures])
				mkdirSync(folder, { recursive: true });
		let done = 0;
		await ingestFiles(paths, program, readers, (record) => {
			progress.step(++done);
			const last = isRepeated ? undefined : known.lastOf(record);
			records.set(record.path, last ?? known.withState(record));
			if (!last) for (const part of partsOf(record)) parts.add(part.path);
		});
		await readers.rest();
	};
	return { records, parts, read };
}

/** A picture that lies beside an article and is shown with it is no file to be read. */
function withoutShownPictures(records: readonly FileRecord[]): FileRecord[] {
	const shown = shownBeside(records);
	return records.filter(({ path }) => !shown.has(path));
}

/** The walk without what the owner leaves out; how many files that are is a finding. */
function withoutLeftOut(
	{ value, diagnostics }: Outcome<Walked>,
	patterns: readonly string[],
): Outcome<Walked> {
	const isLeftOut = leftOutBy(patterns);
	const { paths, states } = value;
	const kept = paths.flatMap((path, at) => (isLeftOut(path) ? [] : [at]));
	const leftOut = paths.length - kept.length;
	if (leftOut === 0) return { value, diagnostics };
	return {
		value: {
			paths: kept.map((at) => paths[at] as string),
			states: kept.map((at) => states[at] as string),
		},
		diagnostics: [
			...diagnostics,
			{
				severity: "info",
				ruleId: "read/left-out",
				file: "_archive.yml",
				reason: "Files that `leaveOut` names are not read.",
				actual: `${leftOut}`,
			},
		],
	};
}

/** The files that these parts of files, or files, are of. */
function filesOf(
	parts: readonly string[],
	files: readonly string[],
): ReadonlySet<string> {
	const there = new Set(files);
	const owners = parts.map((path) =>
		there.has(path) ? path : path.slice(0, path.lastIndexOf("#")),
	);
	return new Set(owners);
}
