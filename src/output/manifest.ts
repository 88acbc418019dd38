/**
 * What is remembered of the last build of a folder: for each of its files what it was made from and how it was left.
 *
 * On the disk it is a list of all files, and a head that says what changed since the list was made: a new article
 * changes a hundred of a quarter of a million entries.
 */
import { randomUUID } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readSealed, writeSealed } from "../store/checksummed.ts";
import {
	type FieldNote,
	readFieldNote,
	writeFieldNote,
} from "../store/field-note.ts";
import { allOf, type Fields, fieldAt, fieldsOf } from "../store/fields.ts";

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
	readonly files: Files;
}

/** By path. */
export type Files = Pick<
	ReadonlyMap<string, Entry>,
	"size" | "has" | "get" | "keys"
>;

/** A ledger that was read. */
export interface KnownLedger extends Ledger {
	readonly files: ReadonlyMap<string, KnownEntry>;
	/** The list that lies on the disk. */
	readonly list?: List;
}

export interface KnownEntry extends Entry {
	/** Whether the folder that is being built has the very file, too: a mark here costs less than a list of those that stay. */
	isKept: boolean;
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
	readonly paths: Fields;
	readonly keys: Fields;
	readonly hashes: Fields;
	readonly sizes: readonly number[];
	readonly times: readonly number[];
}

/** The list as it lies on the disk. */
type ListNote = FieldNote<
	"paths" | "keys" | "hashes",
	Pick<Columns, "sizes" | "times">
>;

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
export function readLedger(path: string): KnownLedger {
	const head = readHead(path);
	const list: ListNote | undefined =
		head && readFieldNote(listPath(path, head.id));
	if (!head || !list) return nothing;
	const files = new Map<string, KnownEntry>();
	enter(files, { ...list.fields, ...list.rest });
	enter(files, head.changed);
	for (const gone of head.gone) files.delete(gone);
	const { stamp, groups, id, size } = head;
	const changed = new Set([...allOf(head.changed.paths), ...head.gone]);
	return {
		stamp,
		groups: new Map(groups),
		files,
		list: { id, size, changed },
	};
}

const nothing: KnownLedger = { stamp: "", groups: new Map(), files: new Map() };

/**
 * @param changes paths whose entry is another one than `before`, or gone.
 * @param before what {@link readLedger} gave.
 * @param worth a list of fewer files is written anew with every change.
 */
export function writeLedger(
	path: string,
	ledger: Ledger,
	changes: Iterable<string> = [],
	before: KnownLedger = nothing,
	worth: number = Number.POSITIVE_INFINITY,
): void {
	const { stamp, files } = ledger;
	const groups = [...ledger.groups];
	const isLong = before.list !== undefined && before.list.size >= worth;
	const all = new Set([...(before.list?.changed ?? []), ...changes]);
	const isFew = isLong && all.size <= files.size * mostChanged;
	const changed = isFew ? all : undefined;
	if (before.list && changed) {
		const { id, size } = before.list;
		const there = [...changed].filter((path) => files.has(path));
		const gone = [...changed].filter((path) => !files.has(path));
		const columns = columnsOf(there, files);
		writeHead(path, { stamp, groups, id, size, changed: columns, gone });
		return;
	}
	const id = randomUUID();
	const { sizes, times, ...fields } = columnsOf([...files.keys()], files);
	const note: ListNote = { fields, rest: { sizes, times } };
	writeFieldNote(listPath(path, id), note);
	const none = columnsOf([], files);
	const { size } = files;
	writeHead(path, { stamp, groups, id, size, changed: none, gone: [] });
	removeOtherLists(path, id);
}

function enter(files: Map<string, KnownEntry>, columns: Columns): void {
	for (const [at, path] of allOf(columns.paths).entries())
		files.set(path, new ListedEntry(columns, at));
}

/** An entry that lies in columns: most are never asked for all that they say. */
class ListedEntry implements KnownEntry {
	isKept = false;
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
	files: Pick<Files, "get">,
): Columns {
	const entries = paths.map((path) => files.get(path) as Entry);
	return {
		paths: fieldsOf(paths),
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
