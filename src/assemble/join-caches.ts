/** What several machines made of their slices, brought into one cache. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "../base/files-below.ts";
import { linkOrCopy } from "../base/link-or-copy.ts";
import { byCodePoint } from "../base/order.ts";
import type { FileRecord } from "../ingest/file-record.ts";
import {
	readRecords,
	recordsFolder,
	recordsRoot,
	writeRecords,
} from "../ingest/records.ts";

/** Folders of a cache whose files carry in their name what they were made of. */
const madeFolders = ["drafts", "shards", "pages"] as const;

/** What was found. */
export interface Joined {
	/** Records of seed files. */
	readonly records: number;
	/** Files brought into the cache that were not in it. */
	readonly files: number;
}

/**
 * Bring drafts, parts of the index, pages and the records of seed files from the caches `from`
 * into `cache`, for the seeds folder `seeds`. A later cache has the last word on a file; every
 * record, draft, part and page is checked again by the build that uses it.
 */
export function joinCaches(
	from: readonly string[],
	cache: string,
	seeds: string,
): Joined {
	const records = new Map<string, FileRecord>();
	let files = 0;
	// States are of the disk of the machine that saw them.
	for (const other of [cache, ...from])
		for (const { state: _, ...record } of recordsIn(other))
			records.set(record.path, record);
	for (const other of from)
		for (const folder of madeFolders)
			for (const path of filesIn(join(other, folder))) {
				const to = join(cache, folder, path);
				if (existsSync(to)) continue;
				mkdirSync(dirname(to), { recursive: true });
				linkOrCopy(join(other, folder, path), to);
				files++;
			}
	const sorted = [...records.values()].sort((a, b) =>
		byCodePoint(a.path, b.path),
	);
	writeRecords(recordsFolder(cache, seeds), sorted, records.keys());
	return { records: sorted.length, files };
}

function recordsIn(cache: string): FileRecord[] {
	const root = recordsRoot(cache);
	if (!existsSync(root)) return [];
	return readdirSync(root, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort(byCodePoint)
		.flatMap((name) => [...readRecords(join(root, name)).values()]);
}

function filesIn(folder: string): readonly string[] {
	return existsSync(folder) ? filesBelow(folder) : [];
}
