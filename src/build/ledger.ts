/** What is remembered of the last build of a folder: for each of its files what it was made from and how it was left. */
import { readSealed, writeSealed } from "../read/sealed.ts";

/** What the ledger knows of one file. */
export interface Entry {
	/** What the bytes depend on: the same key means the same bytes. */
	readonly key: string;
	readonly sha256: string;
	/** Bytes. */
	readonly size: number;
	/** Modification time in milliseconds, only to notice that somebody else wrote the file. */
	readonly mtimeMs: number;
}

export interface Ledger {
	/** Hash over everything that went into the build; empty until one is published whole. */
	readonly stamp: string;
	/** By path. */
	readonly files: ReadonlyMap<string, Entry>;
}

/** A ledger as it lies on the disk, in columns: with an object a file it takes twice as long to read. */
interface Columns {
	readonly stamp: string;
	readonly paths: readonly string[];
	readonly keys: readonly string[];
	readonly hashes: readonly string[];
	readonly sizes: readonly number[];
	readonly times: readonly number[];
}

/** @returns an empty one where there is none yet, or it is damaged: then everything is written anew. */
export function readLedger(path: string): Ledger {
	const files = new Map<string, Entry>();
	const text = readSealed(path);
	if (text === undefined) return { stamp: "", files };
	const { stamp, paths, keys, hashes, sizes, times }: Columns =
		JSON.parse(text);
	for (let at = 0; at < paths.length; at++)
		files.set(paths[at] as string, {
			key: keys[at] as string,
			sha256: hashes[at] as string,
			size: sizes[at] as number,
			mtimeMs: times[at] as number,
		});
	return { stamp, files };
}

export function writeLedger(path: string, { stamp, files }: Ledger): void {
	const entries = [...files.values()];
	const columns: Columns = {
		stamp,
		paths: [...files.keys()],
		keys: entries.map(({ key }) => key),
		hashes: entries.map(({ sha256 }) => sha256),
		sizes: entries.map(({ size }) => size),
		times: entries.map(({ mtimeMs }) => mtimeMs),
	};
	writeSealed(path, JSON.stringify(columns));
}
