/**
 * The shard cache: folders named by what they were made of, each with the hashes of its files. The
 * site's files are hard links of them, so somebody may have edited them in place: what is used is
 * checked first.
 */
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fingerprint, sha256 } from "../base/order.ts";
import { scratchName } from "../base/scratch-name.ts";

const listName = "files.json";
/** Of the note in which state an entry was found sound. */
const stateName = "state";

/** The name of an entry: what it is, and a hash of what it was made of. */
export function entryKey(kind: string, ...made: unknown[]): string {
	return `${kind}-${fingerprint(JSON.stringify(made)).slice(0, 16)}`;
}

/** Path inside the entry → size and SHA-256 of the file: what a site publishes of it must be that. */
export type EntryFiles = Readonly<
	Record<string, { readonly bytes: number; readonly hash: string }>
>;

/**
 * Fill a folder aside and move it to its place whole, so that the cache never holds half of one.
 *
 * @param fill calls its argument with every file's path and content.
 */
export async function storeEntry(
	folder: string,
	fill: (
		put: (path: string, content: Uint8Array | string) => void,
	) => Promise<void> | void,
): Promise<void> {
	mkdirSync(dirname(folder), { recursive: true });
	const scratch = mkdtempSync(scratchName(folder));
	const files: Record<string, { bytes: number; hash: string }> = {};
	const folders = new Set<string>();
	try {
		await fill((path, content) => {
			const place = join(scratch, path);
			const parent = dirname(place);
			if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
			folders.add(parent);
			// Once for all three that follow.
			const bytes =
				typeof content === "string" ? Buffer.from(content) : content;
			writeFileSync(place, bytes);
			files[path] = { bytes: bytes.length, hash: sha256(bytes) };
		});
		writeFileSync(join(scratch, listName), JSON.stringify(files));
		writeFileSync(join(scratch, stateName), stateOf(scratch, files));
		// Whatever is there was found damaged.
		rmSync(folder, { recursive: true, force: true });
		renameSync(scratch, folder);
	} catch (error) {
		rmSync(scratch, { recursive: true, force: true });
		// Another build may have put the same folder there meanwhile.
		if (!soundEntry(folder)) throw error;
	}
}

/**
 * To read and hash all of a large cache takes longer than to index a new article: what has not been
 * written to since it was last found sound is not read again.
 *
 * @returns the files of an entry, or `undefined` when it is not there or any byte has changed.
 */
export function soundEntry(folder: string): EntryFiles | undefined {
	const note = join(folder, stateName);
	try {
		const files: EntryFiles = JSON.parse(
			readFileSync(join(folder, listName), "utf8"),
		);
		const state = stateOf(folder, files);
		if (existsSync(note) && readFileSync(note, "utf8") === state) return files;
		for (const [path, { hash }] of Object.entries(files))
			if (sha256(readFileSync(join(folder, path))) !== hash) return undefined;
		writeFileSync(note, state);
		return files;
	} catch {
		return undefined;
	}
}

/** What a disk says of an entry's files and changes when somebody writes into one of them. */
function stateOf(folder: string, files: EntryFiles): string {
	const states = Object.entries(files).map(([path, { hash }]) => {
		const { size, ino, mtimeMs } = statSync(join(folder, path));
		return `${path} ${hash} ${size} ${ino} ${mtimeMs}`;
	});
	return fingerprint(states.join("\n"));
}
