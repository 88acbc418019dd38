/**
 * Notes that a build leaves in the cache for the next one: written whole, and believed only when
 * not a bit of them has changed. A cache lies on a disk for years; what it says goes into a site.
 */
import { createHash } from "node:crypto";
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
import { scratchName } from "../domain/scratch-name.ts";
import { textOf } from "../domain/utf8.ts";

/** 32 digits and the end of the line. */
const sealLength = 33;

/** Write `text` to `path`, under its fingerprint, whole or not at all. */
export function writeSealed(path: string, text: string): void {
	writeSealedBytes(path, [Buffer.from(text)]);
}

/** Write `parts` one after another to `path`, under the fingerprint of all, whole or not at all. */
export function writeSealedBytes(
	path: string,
	parts: readonly Uint8Array[],
): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${scratchName(path)}0`;
	const file = openSync(temporary, "w");
	try {
		writeFileSync(file, sealOf(parts));
		for (const part of parts) writeFileSync(file, part);
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
			const bytes = Buffer.from(new ArrayBuffer(size));
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

/** The first line of a sealed file: a `fingerprint` of what follows, part by part, because joining takes as long. */
function sealOf(parts: readonly Uint8Array[]): string {
	const hash = createHash("blake2b512");
	for (const part of parts) hash.update(part);
	return `${hash.digest("hex").slice(0, sealLength - 1)}\n`;
}
