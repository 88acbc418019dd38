/**
 * What is remembered of the last build of a folder: for each of its files what it was made from and how it was left.
 *
 * On the disk it is a list of all files, and a head that says what changed since the list was made: a new article
 * changes a hundred of a quarter of a million entries.
 */
import { randomUUID } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readSealed, writeSealed } from "../read/sealed.ts";
import { type Fields, fieldAt, fieldsOf } from "./fields.ts";

/** What the ledger knows of one file. */
export interface Entry {
	/** What the bytes depend on: the same key means the same bytes. Empty in a group, which has one key for all. */
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
	/** Keys of groups of files, by the prefix of their paths. */
	readonly groups: ReadonlyMap<string, string>;
	/** By path. */
	readonly files: ReadonlyMap<string, Entry>;
	/** The list that lies on the disk. */
	readonly list?: List;
}

interface List {
	/** The end of its file's name. */
	readonly id: string;
	/** How many files it names. */
	readonly size: number;
	/** Paths whose entry is another one now, or gone. */
	readonly changed: ReadonlySet<string>;
}

/** Entries as they lie on the disk, in columns: with an object a file it takes four times as long to read. */
interface Columns {
	readonly paths: readonly string[];
	readonly keys: Fields;
	readonly hashes: Fields;
	readonly sizes: readonly number[];
	readonly times: readonly number[];
}

interface Head {
	readonly stamp: string;
	readonly groups: readonly (readonly [prefix: string, key: string])[];
	/** Of the list. */
	readonly id: string;
	readonly size: number;
	/** What is otherwise than in the list. */
	readonly changed: Columns;
	readonly gone: readonly string[];
}

/** With a greater share of changes the list is made anew. */
const mostChanged = 1 / 20;

/** @returns an empty one where there is none yet, or it is damaged: then everything is written anew. */
export function readLedger(path: string): Ledger {
	const head = readHead(path);
	const text = head && readSealed(listPath(path, head.id));
	if (!head || text === undefined) return nothing;
	const files = new Map<string, Entry>();
	enter(files, JSON.parse(text));
	enter(files, head.changed);
	for (const gone of head.gone) files.delete(gone);
	const { stamp, groups, id, size } = head;
	const changed = new Set([...head.changed.paths, ...head.gone]);
	return {
		stamp,
		groups: new Map(groups),
		files,
		list: { id, size, changed },
	};
}

const nothing: Ledger = { stamp: "", groups: new Map(), files: new Map() };

/**
 * @param before what {@link readLedger} gave; an entry that is the very same object now did not change.
 * @param worth a list of fewer files is written anew with every change.
 */
export function writeLedger(
	path: string,
	ledger: Ledger,
	before: Ledger = nothing,
	worth: number = Number.POSITIVE_INFINITY,
): void {
	const { stamp, files } = ledger;
	const groups = [...ledger.groups];
	const isLong = before.list !== undefined && before.list.size >= worth;
	const changed = isLong ? changedSince(before, files) : undefined;
	if (before.list && changed) {
		const { id, size } = before.list;
		const there = [...changed].filter((path) => files.has(path));
		const gone = [...changed].filter((path) => !files.has(path));
		const columns = columnsOf(there, files);
		writeHead(path, { stamp, groups, id, size, changed: columns, gone });
		return;
	}
	const id = randomUUID();
	const columns = columnsOf([...files.keys()], files);
	writeSealed(listPath(path, id), JSON.stringify(columns));
	const none = columnsOf([], files);
	const size = files.size;
	writeHead(path, { stamp, groups, id, size, changed: none, gone: [] });
	removeOtherLists(path, id);
}

/** Paths whose entry is not as in the list on the disk; `undefined` where they are too many. */
function changedSince(
	{ list, files: before }: Ledger,
	files: ReadonlyMap<string, Entry>,
): ReadonlySet<string> | undefined {
	const changed = new Set(list?.changed);
	for (const [path, entry] of files)
		if (before.get(path) !== entry) changed.add(path);
	for (const path of before.keys()) if (!files.has(path)) changed.add(path);
	return changed.size > files.size * mostChanged ? undefined : changed;
}

function enter(files: Map<string, Entry>, columns: Columns): void {
	for (const [at, path] of columns.paths.entries())
		files.set(path, new ListedEntry(columns, at));
}

/** An entry that lies in columns: most are never asked for all that they say. */
class ListedEntry implements Entry {
	readonly #columns: Columns;
	readonly #at: number;

	constructor(columns: Columns, at: number) {
		this.#columns = columns;
		this.#at = at;
	}

	get key(): string {
		return fieldAt(this.#columns.keys, this.#at);
	}

	get sha256(): string {
		return fieldAt(this.#columns.hashes, this.#at);
	}

	get size(): number {
		return this.#columns.sizes[this.#at] as number;
	}

	get mtimeMs(): number {
		return this.#columns.times[this.#at] as number;
	}
}

function columnsOf(
	paths: readonly string[],
	files: ReadonlyMap<string, Entry>,
): Columns {
	const entries = paths.map((path) => files.get(path) as Entry);
	return {
		paths,
		keys: fieldsOf(entries.map(({ key }) => key)),
		hashes: fieldsOf(entries.map(({ sha256 }) => sha256)),
		sizes: entries.map(({ size }) => size),
		times: entries.map(({ mtimeMs }) => mtimeMs),
	};
}

function readHead(path: string): Head | undefined {
	const text = readSealed(path);
	return text === undefined ? undefined : (JSON.parse(text) as Head);
}

function writeHead(path: string, head: Head): void {
	writeSealed(path, JSON.stringify(head));
}

function listPath(path: string, id: string): string {
	return path.replace(/\.json$/, `-${id}.list`);
}

function removeOtherLists(path: string, id: string): void {
	const own = basename(listPath(path, id));
	const prefix = basename(listPath(path, "")).replace(/\.list$/, "");
	for (const name of readdirSync(dirname(path)))
		if (name.startsWith(prefix) && name.endsWith(".list") && name !== own)
			rmSync(join(dirname(path), name), { force: true });
}

/** About how many files the ledger at `path` lists: known sooner than it is read. */
export function filesIn(path: string): number {
	return readHead(path)?.size ?? 0;
}

/** Whether the file at `path` seems to be as the ledger says: nobody wrote it since. */
export function isAsLeft(path: string, { size, mtimeMs }: Entry): boolean {
	const stat = statSync(path, { throwIfNoEntry: false });
	return (
		stat?.isFile() === true && stat.size === size && stat.mtimeMs === mtimeMs
	);
}
