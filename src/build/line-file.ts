/**
 * A large file of independent lines: what did not change is copied from the previous build's file
 * in long runs instead of being made again. Memory stays bounded, whatever the file's size.
 */
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { lineOf } from "../corpus/store.ts";
import { fingerprint } from "../domain/order.ts";
import { readSealed, writeSealed } from "../read/sealed.ts";

/** A file to write, as plain data: every line is what a JSON file says, on one line. */
export interface LineFile {
	readonly to: string;
	/** For each line, in order, a hash over everything its bytes depend on. */
	readonly keys: readonly string[];
	/** For each line the JSON file that it is made of. */
	readonly from: readonly string[];
	/** Of the code that makes lines: lines of another version are made again. */
	readonly version: string;
	/** Where is noted which line lies where in the file that was written last. */
	readonly note: string;
	/** The previous file, when it is still as it was written. */
	readonly before?: { readonly path: string; readonly sha256: string };
}

/** Which line lies where in a file that was written; plain JSON. */
interface LineIndex {
	/** SHA-256 of the file that is meant. */
	readonly sha256: string;
	readonly keys: readonly string[];
	/** Length of each line in bytes, its end included. */
	readonly sizes: readonly number[];
}

/** Bytes that are read, hashed and written at once. */
const chunkSize = 4_000_000;

/** Write the file, each line ended by a newline. @returns its SHA-256. */
export async function writeLineFile(file: LineFile): Promise<string> {
	const { to, from: sources, version, note, before } = file;
	const keys = file.keys.map((key) => fingerprint(`${version} ${key}`));
	const noted = readNote(note);
	const isKnown = before !== undefined && noted?.sha256 === before.sha256;
	const known = placesOf(isKnown ? noted : undefined);
	const sizes: number[] = [];
	const old = isKnown ? await open(before.path, "r") : undefined;
	const out = new HashedFile(await open(to, "w"));
	try {
		// The run of bytes of the old file that is to be copied next.
		let from = 0;
		let until = 0;
		for (const [index, key] of keys.entries()) {
			const place = known.get(key);
			if (old && place?.from === until) until += place.size;
			else {
				if (old) await out.copy(old, from, until);
				if (place) [from, until] = [place.from, place.from + place.size];
				else [from, until] = [0, 0];
			}
			if (place) sizes.push(place.size);
			else sizes.push(await out.write(lineOf(sources[index] ?? "")));
		}
		if (old) await out.copy(old, from, until);
		const index: LineIndex = { sha256: await out.end(), keys, sizes };
		writeSealed(note, JSON.stringify(index));
		return index.sha256;
	} finally {
		await old?.close();
		await out.close();
	}
}

function readNote(path: string): LineIndex | undefined {
	const text = readSealed(path);
	return text === undefined ? undefined : (JSON.parse(text) as LineIndex);
}

function placesOf(index: LineIndex | undefined) {
	const places = new Map<string, { from: number; size: number }>();
	let from = 0;
	for (const [at, key] of (index?.keys ?? []).entries()) {
		const size = index?.sizes[at] ?? 0;
		places.set(key, { from, size });
		from += size;
	}
	return places;
}

/** A file that is hashed while it is written. */
class HashedFile {
	readonly #file: FileHandle;
	readonly #hash = createHash("sha256");
	#waiting: Buffer[] = [];
	#waitingSize = 0;

	constructor(file: FileHandle) {
		this.#file = file;
	}

	/** @returns the bytes that `text` takes. */
	async write(text: string): Promise<number> {
		const bytes = Buffer.from(text);
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
		this.#hash.update(bytes);
		await this.#file.writeFile(bytes);
	}
}
