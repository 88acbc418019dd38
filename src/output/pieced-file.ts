/** Writes large files of {@link Pieces}, copying in long runs what the previous file has already. */
import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { fingerprint } from "../base/order.ts";
import type { Piece, Pieces } from "../base/pieces.ts";
import { bytesOf } from "../base/utf8.ts";
import { lineOf } from "../corpus/store.ts";
import {
	type FieldNote,
	readFieldNote,
	writeFieldNote,
} from "../store/field-note.ts";
import {
	countOf,
	type Fields,
	fieldAt,
	fieldsOf,
	sameFields,
} from "../store/fields.ts";
import { type HashMark, LongHash } from "./long-hash.ts";

/** A file to write. Memory stays bounded, whatever its size. */
export interface PiecedFile {
	readonly to: string;
	/** The previous file; asked only where something is copied. */
	readonly before?: string;
	/** Where the hash of the previous file can be taken up; absent where none are to be made: hashing in one go is quicker. */
	readonly marks?: readonly HashMark[];
	readonly parts: Iterable<Part>;
}

/** A new piece, or the bytes `from` … `until` of the previous file. */
export type Part =
	| Piece
	| { readonly copy: readonly [from: number, until: number] };

/** What was written. */
export interface Written {
	readonly sha256: string;
	/** Length in bytes of each new piece, in order. */
	readonly sizes: readonly number[];
	/** Where its hash can be taken up; absent where it was hashed in one go. */
	readonly marks?: readonly HashMark[];
}

/** Which piece lies where in a file that was written. */
export interface PieceNote {
	/** Everything that all pieces depend on. */
	readonly version: string;
	/** SHA-256 of the file that is meant. */
	readonly sha256: string;
	readonly keys: Fields;
	/** Length of each piece in bytes. */
	readonly sizes: readonly number[];
	readonly marks?: readonly HashMark[];
}

/** Bytes that are read, hashed and written at once. */
const chunkSize = 4_000_000;

/** @returns `undefined` when there is none, or it is damaged. */
export function readPieceNote(path: string): PieceNote | undefined {
	const note: FieldNote<"keys", Omit<PieceNote, "keys">> | undefined =
		readFieldNote(path);
	return note && { ...note.fields, ...note.rest };
}

export function writePieceNote(
	path: string,
	{ keys, ...rest }: PieceNote,
): void {
	writeFieldNote(path, { fields: { keys }, rest });
}

/** Where each piece comes from. */
export class PiecePlan {
	readonly #pieces: Pieces;
	readonly #keys: Fields;
	#noted: PieceNote | undefined;
	/** For each piece its place among the noted ones; -1 for a new one. */
	#places: Int32Array;

	/** All pieces are new ones, until it is said what may be copied. */
	constructor(pieces: Pieces) {
		this.#pieces = pieces;
		this.#keys = fieldsOf(pieces.keys);
		this.#places = new Int32Array(pieces.keys.length).fill(-1);
	}

	/** @param noted what is known of the previous file: its pieces can be copied. */
	copyFrom(noted: PieceNote): void {
		this.#noted = noted;
		this.#places = placesOf(this.#keys, noted.keys);
	}

	/** Stands for the pieces, in their order. */
	get key(): string {
		const { text, ends } = this.#keys;
		return fingerprint(`${JSON.stringify(ends)}\n${text}`);
	}

	/** Number of pieces. */
	get count(): number {
		return this.#places.length;
	}

	/** Whether new pieces are texts, and not lines that somebody else reads from files. */
	get hasTexts(): boolean {
		return "text" in this.#pieces.at(0);
	}

	/** Number of new pieces. */
	get fresh(): number {
		let count = 0;
		for (const place of this.#places) if (place < 0) count++;
		return count;
	}

	/** Bytes that are copied. */
	get copied(): number {
		let bytes = 0;
		for (const place of this.#places)
			if (place >= 0) bytes += this.#noted?.sizes[place] as number;
		return bytes;
	}

	/** Marks in the hash of the previous file. */
	get marks(): readonly HashMark[] {
		return this.#noted?.marks ?? [];
	}

	/** The file's parts in order; neighbours that are copied are one part. */
	*parts(): Generator<Part> {
		const ends = endsOf(this.#noted?.sizes ?? []);
		let run: [from: number, until: number] | undefined;
		for (const [index, place] of this.#places.entries()) {
			const from = place > 0 ? (ends[place - 1] as number) : 0;
			if (run && place >= 0 && from === run[1]) {
				run[1] = ends[place] as number;
				continue;
			}
			if (run) yield { copy: run };
			run = place >= 0 ? [from, ends[place] as number] : undefined;
			if (!run) yield this.#pieces.at(index);
		}
		if (run) yield { copy: run };
	}

	/** What is to be noted of the file that was written by this plan. */
	noteOf({ sha256, sizes: fresh, marks }: Written, version: string): PieceNote {
		const before = this.#noted?.sizes ?? [];
		let next = 0;
		const sizes: number[] = [];
		for (const place of this.#places)
			sizes.push((place < 0 ? fresh[next++] : before[place]) as number);
		const keys = this.#keys;
		return { version, sha256, keys, sizes, ...(marks && { marks }) };
	}
}

/** For each key its place in `before`, or -1. Nearly always both are the same but for a few: only what lies between is searched. */
function placesOf(keys: Fields, before: Fields): Int32Array {
	const places = new Int32Array(countOf(keys));
	const { head, tail } = sameFields(keys, before);
	const known = new Map<string, number>();
	for (let place = head; place < countOf(before) - tail; place++)
		known.set(fieldAt(before, place), place);
	const shift = countOf(before) - places.length;
	for (let index = 0; index < places.length; index++)
		if (index < head) places[index] = index;
		else if (index >= places.length - tail) places[index] = index + shift;
		else places[index] = known.get(fieldAt(keys, index)) ?? -1;
	return places;
}

/** Where each piece ends, in bytes from the file's beginning. */
function endsOf(sizes: readonly number[]): Float64Array {
	const ends = new Float64Array(sizes.length);
	let end = 0;
	for (let at = 0; at < sizes.length; at++) {
		end += sizes[at] as number;
		ends[at] = end;
	}
	return ends;
}

/** Write the file. @throws what the file system refused; when a JSON file is missing. */
export async function writePiecedFile(file: PiecedFile): Promise<Written> {
	const old = file.before ? await open(file.before, "r") : undefined;
	const parts = file.parts[Symbol.iterator]();
	let next = parts.next();
	// Where the beginning is the same, so is its hash.
	const head = next.done || !("copy" in next.value) ? undefined : next.value;
	const same = head?.copy[0] === 0 ? head.copy[1] : 0;
	const hash = file.marks && (await LongHash.resume(file.marks, same));
	const out = new HashedFile(await open(file.to, "w"), hash);
	try {
		const sizes: number[] = [];
		for (; !next.done; next = parts.next()) {
			const part = next.value;
			if (!("copy" in part)) sizes.push(await out.write(textOf(part)));
			else if (old) await out.copy(old, ...part.copy);
			else throw new Error(`${file.to}: there is nothing to copy from`);
		}
		const sha256 = await out.end();
		return { sha256, sizes, ...(hash && { marks: hash.marks }) };
	} finally {
		await old?.close();
		await out.close();
	}
}

function textOf(piece: Piece): string {
	return "text" in piece ? piece.text : lineOf(piece.line);
}

/** A file that is hashed while it is written. */
class HashedFile {
	readonly #file: FileHandle;
	readonly #hash: LongHash | Hash;
	/** Bytes at the beginning that are in the hash already. */
	#hashed: number;
	#waiting: Buffer[] = [];
	#waitingSize = 0;

	constructor(file: FileHandle, hash?: LongHash) {
		this.#file = file;
		this.#hash = hash ?? createHash("sha256");
		this.#hashed = hash?.at ?? 0;
	}

	/** @returns the bytes that `text` takes. */
	async write(text: string): Promise<number> {
		const bytes = bytesOf(text);
		this.#waiting.push(bytes);
		this.#waitingSize += bytes.length;
		if (this.#waitingSize >= chunkSize) await this.#flush();
		return bytes.length;
	}

	/** Append the bytes `from` … `until` of another file. */
	async copy(other: FileHandle, from: number, until: number): Promise<void> {
		if (from === until) return;
		await this.#flush();
		const buffer = Buffer.allocUnsafe(Math.min(chunkSize, until - from));
		for (let at = from; at < until; ) {
			const wanted = Math.min(buffer.length, until - at);
			const { bytesRead } = await other.read(buffer, 0, wanted, at);
			if (bytesRead === 0)
				throw new Error("The previous file of lines is shorter than its index");
			await this.#put(buffer.subarray(0, bytesRead));
			at += bytesRead;
		}
	}

	/** @returns the SHA-256 of everything written. */
	async end(): Promise<string> {
		await this.#flush();
		return this.#hash.digest("hex");
	}

	close(): Promise<void> {
		return this.#file.close();
	}

	async #flush(): Promise<void> {
		if (this.#waitingSize === 0) return;
		await this.#put(Buffer.concat(this.#waiting));
		this.#waiting = [];
		this.#waitingSize = 0;
	}

	async #put(bytes: Buffer): Promise<void> {
		const known = Math.min(this.#hashed, bytes.length);
		this.#hashed -= known;
		if (known < bytes.length) this.#hash.update(bytes.subarray(known));
		await this.#file.writeFile(bytes);
	}
}
