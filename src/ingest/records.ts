/** The records of all seed files in a cache, in parts: one file more rewrites one part and not a hundred megabytes. */
import { join } from "node:path";
import { byCodePoint, sha256 } from "../base/order.ts";
import { sourcesVersion } from "../compile/versions.ts";
import { Store } from "../store/store.ts";
import { type DraftRecord, type FileRecord, partsOf } from "./file-record.ts";

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

/** Where it is said what a record looks like and in which part it lies: records of other shapes are not read. */
const shape = [
	"src/ingest/records.ts",
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
 * Write the parts that hold one of these records; each is replaced at once or not at all.
 *
 * @param records of all files.
 * @param touched records that are new, and those that were replaced or are gone.
 */
export function writeRecords(
	folder: string,
	records: readonly FileRecord[],
	touched: Iterable<FileRecord>,
): void {
	const wanted = new Map<number, FileRecord[]>();
	for (const record of touched) wanted.set(partOf(record), []);
	if (wanted.size === 0) return;
	for (const record of records) wanted.get(partOf(record))?.push(record);
	const store = storeOf(folder);
	for (const [part, some] of wanted) {
		some.sort((a, b) => byCodePoint(dayOf(a), dayOf(b)));
		store.put(keyOf(part), some.map(sharing()));
	}
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

/** Of its first article; empty where it has none, or that has no day. */
function dayOf(record: FileRecord): string {
	return partsOf(record)[0]?.draft?.card.day ?? "";
}

/**
 * The articles of a day lie side by side on the disk, hence in memory: whatever goes through an archive in the order of time
 * takes half as long as where they are scattered. FNV-1a: any spread will do, and there are a hundred thousand records.
 */
function partOf(record: FileRecord): number {
	const spread = dayOf(record) || record.path;
	let hash = 0x811c9dc5;
	for (let at = 0; at < spread.length; at++)
		hash = Math.imul(hash ^ spread.charCodeAt(at), 0x01000193);
	return (hash >>> 8) % parts;
}
