/**
 * Notes that a build leaves in the cache for the next one: written whole, and believed only when
 * not a bit of them has changed. A cache lies on a disk for years; what it says goes into a site.
 */
import {
	closeSync,
	fstatSync,
	mkdirSync,
	openSync,
	readSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { largeRoom } from "../base/large-room.ts";
import { scratchName } from "../base/scratch-name.ts";
import { textOf } from "../base/utf8.ts";

/** Raised whenever a note changes its shape: an older one is then as good as none. */
const format = 4;

/** Write `parts`, texts or bytes, one after another to `path`, under their seal, whole or not at all. */
export function writeSealed(
	path: string,
	...parts: readonly (string | Uint8Array)[]
): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${scratchName(path)}0`;
	const bytes = parts.map((part) =>
		typeof part === "string" ? Buffer.from(part) : part,
	);
	const file = openSync(temporary, "w");
	try {
		writeFileSync(file, sealOf(bytes));
		for (const part of bytes) writeFileSync(file, part);
	} finally {
		closeSync(file);
	}
	renameSync(temporary, path);
}

/** @returns the text as it was written, or `undefined` when it is not there or damaged. */
export function readSealed(path: string): string | undefined {
	const bytes = readSealedBytes(path);
	return bytes && textOf(bytes);
}

/**
 * @returns the bytes as they were written, or `undefined` when they are not there or damaged. They stand at the beginning
 * of memory of their own, so that numbers of any size can be used where they lie.
 */
export function readSealedBytes(path: string): Buffer | undefined {
	try {
		const file = openSync(path, "r");
		try {
			const seal = Buffer.alloc(sealLength);
			readSync(file, seal);
			const size = fstatSync(file).size - sealLength;
			const bytes: Buffer = Buffer.from(largeRoom(size));
			// What is cut short does not fit its seal.
			readSync(file, bytes);
			return sealOf([bytes]) === seal.toString("latin1") ? bytes : undefined;
		} finally {
			closeSync(file);
		}
	} catch {
		return undefined;
	}
}

/**
 * What stands above the bytes of a note: the format and a checksum. CRC-32 is what archives and file systems trust against a
 * disk that fails; of the notes of a hundred thousand files a cryptographic hash would take half a second of every build.
 */
function sealOf(parts: readonly Uint8Array[]): string {
	// Of no bytes Node 20 may forget the sum so far.
	const some = parts.filter(({ length }) => length > 0);
	const sum = some.reduce((sum, part) => crc32(part, sum), 0);
	return `${format} ${sum.toString(16).padStart(8, "0")}\n`;
}

/** Characters. */
const sealLength = sealOf([]).length;
