/** What is remembered of the last build of a folder: for each of its files what it was made from and how it was left. */
import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { Store } from "../store/store.ts";

/** What the manifest knows of one file. */
export interface Entry {
	/** What the bytes depend on: the same key means the same bytes. Empty in a group, which has one key for all. */
	readonly key: string;
	readonly sha256: string;
	/** Bytes. */
	readonly size: number;
	/** Modification time in milliseconds, only to notice that the file was written since. */
	readonly mtimeMs: number;
}

export interface OutputManifest {
	/** Hash over everything that went into the build; empty until one is published whole. */
	readonly buildKey: string;
	/** Keys of groups of files, by the prefix of their paths. */
	readonly groups: ReadonlyMap<string, string>;
	readonly files: Files;
}

/** By path. */
export type Files = Pick<
	ReadonlyMap<string, Entry>,
	"size" | "has" | "get" | "keys"
>;

/** A manifest that was read. */
export interface KnownManifest extends OutputManifest {
	readonly files: ReadonlyMap<string, KnownEntry>;
}

export interface KnownEntry extends Entry {
	/** Whether the folder that is being built has the very file, too: a mark here costs less than a list of those that stay. */
	isKept: boolean;
}

/** As it lies on the disk: entries in columns, of texts one a line, which are read in a fraction of the time. */
interface Stored {
	readonly buildKey: string;
	readonly groups: ReadonlyMap<string, string>;
	readonly paths: string;
	readonly keys: string;
	readonly hashes: string;
	readonly sizes: Float64Array;
	readonly times: Float64Array;
}

/** @returns an empty one where there is none yet, or it is damaged: then everything is written anew. */
export function readOutputManifest(path: string): KnownManifest {
	const stored = storeAt(path).get<Stored>(basename(path));
	if (!stored) return { buildKey: "", groups: new Map(), files: new Map() };
	const { buildKey, groups, sizes, times } = stored;
	const keys = stored.keys.split("\n");
	const hashes = stored.hashes.split("\n");
	const files = new Map<string, KnownEntry>();
	for (const [at, path] of stored.paths.split("\n").entries())
		if (at < sizes.length)
			files.set(path, {
				key: keys[at] as string,
				sha256: hashes[at] as string,
				size: sizes[at] as number,
				mtimeMs: times[at] as number,
				isKept: false,
			});
	return { buildKey, groups, files };
}

export function writeOutputManifest(
	path: string,
	{ buildKey, groups, files }: OutputManifest,
): void {
	const paths = [...files.keys()];
	const entries = paths.map((path) => files.get(path) as Entry);
	const stored: Stored = {
		buildKey,
		groups,
		paths: paths.join("\n"),
		keys: entries.map(({ key }) => key).join("\n"),
		hashes: entries.map(({ sha256 }) => sha256).join("\n"),
		sizes: Float64Array.from(entries, ({ size }) => size),
		times: Float64Array.from(entries, ({ mtimeMs }) => mtimeMs),
	};
	storeAt(path).put(basename(path), stored);
}

function storeAt(path: string): Store {
	return new Store(dirname(path));
}

/** Bytes that an entry takes, about. */
const entrySize = 160;

/** About how many files the manifest at `path` lists: known sooner than it is read. */
export function filesIn(path: string): number {
	const stats = statSync(`${path}.value`, { throwIfNoEntry: false });
	return Math.round((stats?.size ?? 0) / entrySize);
}

/** Whether the file at `path` seems to be as the manifest says, not written since. */
export function isAsLeft(path: string, { size, mtimeMs }: Entry): boolean {
	const stat = statSync(path, { throwIfNoEntry: false });
	return (
		stat?.isFile() === true && stat.size === size && stat.mtimeMs === mtimeMs
	);
}
