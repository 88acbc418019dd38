/** The records of all seed files in a cache, in parts: one file more rewrites one part and not a hundred megabytes. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../base/order.ts";
import { readFieldNote, writeFieldNote } from "../store/field-note.ts";
import type { FileRecord } from "./file-record.ts";
import {
	packRecords,
	type RecordNote,
	unpackRecords,
} from "./record-columns.ts";

/** So many that a part of 100,000 records is a megabyte or two, and so few that a small archive is not all files. */
const parts = 64;
/** Of the name of a part. */
const ending = ".columns";

/** Where all lists of records of a cache lie, a folder for each seeds folder. */
export function recordsRoot(cache: string): string {
	return join(cache, "ingest");
}

/** Folder of the records of the seeds folder `seeds`, in a cache. */
export function recordsFolder(cache: string, seeds: string): string {
	return join(recordsRoot(cache), sha256(seeds).slice(0, 16));
}

/** By path; without those of parts that are not there or damaged. */
export function readRecords(folder: string): Map<string, FileRecord> {
	const records = new Map<string, FileRecord>();
	const shared = new Map<string, string>();
	for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
		if (!name.endsWith(ending)) continue;
		const note: RecordNote | undefined = readFieldNote(join(folder, name));
		for (const record of note ? unpackRecords(note, shared) : [])
			records.set(record.path, record);
	}
	return records;
}

/**
 * Write the parts that hold one of these paths; each is replaced at once or not at all.
 *
 * @param records of all files, in the order in which they shall be written.
 * @param touched paths whose record is new, another one or gone.
 */
export function writeRecords(
	folder: string,
	records: readonly FileRecord[],
	touched: Iterable<string>,
): void {
	const wanted = new Map<number, FileRecord[]>();
	for (const path of touched) wanted.set(partOf(path), []);
	if (wanted.size === 0) return;
	for (const record of records) wanted.get(partOf(record.path))?.push(record);
	for (const [part, some] of wanted)
		writeFieldNote(
			join(folder, `${String(part).padStart(2, "0")}${ending}`),
			packRecords(some),
		);
}

/** FNV-1a: any spread will do, and there are a hundred thousand paths. */
function partOf(path: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < path.length; at++)
		hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
	return (hash >>> 8) % parts;
}
