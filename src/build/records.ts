/** The records of all seed files in a cache, in parts: one file more rewrites one part and not a hundred megabytes. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "../domain/article.ts";
import { sha256 } from "../domain/order.ts";
import { textOf } from "../domain/utf8.ts";
import type { Signature } from "../enrich/signature.ts";
import { readSealedBytes, writeSealed } from "../read/sealed.ts";
import type { DraftRecord, FileRecord } from "./file-record.ts";

/** So many that a part of 100,000 records is a megabyte or two, and so few that a small archive is not all files. */
const parts = 64;

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
	for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
		if (!/^\d\d\.json$/.test(name)) continue;
		const bytes = readSealedBytes(join(folder, name));
		for (const record of bytes ? partFrom(bytes) : [])
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
		writeSealed(
			join(folder, `${String(part).padStart(2, "0")}.json`),
			jsonOf(some),
		);
}

/** FNV-1a: any spread will do, and there are a hundred thousand paths. */
function partOf(path: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < path.length; at++)
		hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
	return (hash >>> 8) % parts;
}

/** The first line of a part: records whose drafts name their source by its place in the list of sources. */
interface Part {
	readonly sources: readonly Source[];
	readonly records: readonly (Omit<FileRecord, "draft"> & {
		readonly draft?: Omit<DraftRecord, "source" | "signature"> & {
			readonly source: number;
		};
	})[];
}

/**
 * Two lines of JSON: a {@link Part}, and the signatures of its drafts in order. Signatures are a third of all and plain
 * ASCII, which is read several times quicker where no Chinese text is with it.
 */
function jsonOf(records: readonly FileRecord[]): string {
	const places = new Map<string, number>();
	const signatures: Signature[] = [];
	const stored = records.map(({ draft, ...rest }) => {
		if (!draft) return rest;
		const { source, signature, ...own } = draft;
		signatures.push(signature);
		const json = JSON.stringify(source);
		const place = places.get(json) ?? places.size;
		places.set(json, place);
		return { ...rest, draft: { ...own, source: place } };
	});
	const sources = [...places.keys()].map((json) => JSON.parse(json) as Source);
	const part: Part = { sources, records: stored };
	return `${JSON.stringify(part)}\n${JSON.stringify(signatures)}`;
}

function partFrom(bytes: Buffer): readonly FileRecord[] {
	const end = bytes.indexOf("\n");
	const { sources, records }: Part = JSON.parse(textOf(bytes.subarray(0, end)));
	const signatures: Signature[] = JSON.parse(bytes.toString("latin1", end + 1));
	let next = 0;
	for (const { draft } of records)
		if (draft)
			// Completed in place: there are a hundred thousand.
			Object.assign(draft, {
				source: sources[draft.source],
				signature: signatures[next++],
			});
	return records as readonly unknown[] as readonly FileRecord[];
}
