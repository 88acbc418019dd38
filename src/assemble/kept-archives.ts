/** Web archives of the seeds → the site, as they are. */
import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fingerprint } from "../base/order.ts";
import type { FileRecord } from "../ingest/file-record.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import { openBelow } from "../read/open.ts";
import { bytesOnDisk, chunksOf } from "../read/seed-bytes.ts";
import { keptArchivePath } from "../site/kept-archives.ts";

/** A web archive among the seeds. */
export type WebArchive = Pick<
	FileRecord,
	"path" | "sha256" | "bytes" | "archive"
>;

/**
 * The web archives of these files that are to lie in the site.
 *
 * @param withdrawn ids of articles that are published no more.
 * @throws where an archive holds one of them: as a whole it would publish it again.
 */
export function webArchives(
	records: readonly FileRecord[],
	withdrawn: ReadonlySet<string>,
): readonly WebArchive[] {
	const archives = records.filter(({ archive }) => archive !== undefined);
	for (const { path, records: held = [] } of archives) {
		const gone = held.find(
			({ draft }) => draft && withdrawn.has(draft.card.id),
		);
		if (gone)
			throw new Error(
				`--keep-archives would publish ${path} as it is, which holds the withdrawn article ${gone.draft?.card.id}: take it out of the archive, or build without --keep-archives.`,
			);
	}
	return archives;
}

/**
 * Put them into the site; those that it has already are linked.
 *
 * @param seeds absolute path.
 * @throws when one is not the file any more that the build began with.
 */
export async function keepArchives(
	archives: readonly WebArchive[],
	seeds: string,
	folder: OutputFolder,
): Promise<void> {
	for (const { path: file, sha256, archive: variant = "" } of archives) {
		const path = keptArchivePath({ file, variant });
		if (path === undefined) continue;
		const key = fingerprint(sha256);
		if (folder.reuseIfCurrent(path, key) !== undefined) continue;
		const opened = openBelow(seeds, file);
		try {
			const chunks = chunksOf(bytesOnDisk(file, opened));
			const to = join(folder.next, path);
			if ((await writeChunks(to, chunks)) !== sha256)
				throw new Error(`${file} was changed during the build.`);
		} finally {
			opened.close();
		}
		folder.register(path, key, sha256);
	}
}

/** Write a file of any size, a chunk at a time. @returns its SHA-256. */
async function writeChunks(
	to: string,
	chunks: Iterable<Uint8Array>,
): Promise<string> {
	mkdirSync(dirname(to), { recursive: true });
	const sum = createHash("sha256");
	await pipeline(function* () {
		for (const chunk of chunks) {
			sum.update(chunk);
			yield chunk;
		}
	}, createWriteStream(to));
	return sum.digest("hex");
}
