/** The records of all seed files in a cache, in parts: one file more rewrites one part and not a hundred megabytes. */
import { join } from "node:path";
import { sha256 } from "../base/order.ts";
import { sourcesVersion } from "../compile/versions.ts";
import { Store } from "../store/store.ts";
import type { DraftRecord, FileRecord } from "./file-record.ts";

/** So many that a part of 100,000 records is a megabyte or two, and so few that a small archive is not all files. */
const parts = 64;

/** Where all records of a cache lie, a folder for each seeds folder. */
export function recordsRoot(cache: string): string {
	return join(cache, "ingest");
}

/** Folder of what is remembered of the seeds folder `seeds`, in a cache. */
export function recordsFolder(cache: string, seeds: string): string {
	return join(recordsRoot(cache), sha256(seeds).slice(0, 16));
}

/** Where it is said what a record looks like: records of other shapes are not read. */
const shape = [
	"src/ingest/file-record.ts",
	"src/corpus/store.ts",
	"src/domain/article.ts",
	"src/domain/manifest.ts",
	"src/enrich/claim.ts",
];

function storeOf(folder: string): Store {
	return new Store(folder, sourcesVersion(shape));
}

/** By path; without those of parts that are not there or damaged. */
export function readRecords(folder: string): Map<string, FileRecord> {
	const store = storeOf(folder);
	const records = new Map<string, FileRecord>();
	for (let part = 0; part < parts; part++)
		for (const record of store.get<FileRecord[]>(keyOf(part)) ?? [])
			records.set(record.path, record);
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
	const store = storeOf(folder);
	for (const [part, some] of wanted)
		store.put(keyOf(part), some.map(sharing()));
}

function keyOf(part: number): string {
	return `records-${String(part).padStart(2, "0")}`;
}

/**
 * Outlets, what all pages of one link to and what all of them lose are the same for many: written as the very same object,
 * they are stored and read once.
 */
function sharing(): (record: FileRecord) => FileRecord {
	const known = new Map<string, unknown>();
	const shared = <Value>(value: Value): Value => {
		if (value === undefined) return value;
		const text = JSON.stringify(value);
		if (!known.has(text)) known.set(text, value);
		return known.get(text) as Value;
	};
	return (record) => {
		const { draft } = record;
		if (!draft) return record;
		const { source, card, links, removed } = draft;
		const { bylines, tags, people, places } = card;
		const own: DraftRecord = {
			...draft,
			source: shared(source),
			card: {
				...card,
				bylines: shared(bylines),
				tags: shared(tags),
				people: shared(people),
				places: shared(places),
			},
			...(links && { links: shared(links) }),
			...(removed && { removed: shared(removed) }),
		};
		return { ...record, draft: own };
	};
}

/** FNV-1a: any spread will do, and there are a hundred thousand paths. */
function partOf(path: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < path.length; at++)
		hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
	return (hash >>> 8) % parts;
}
