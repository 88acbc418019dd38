/**
 * Notes that a build leaves in the cache for the next one: written whole, and believed only when
 * not a bit of them has changed. A cache lies on a disk for years; what it says goes into a site.
 */
import {
	closeSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { fingerprint } from "../domain/order.ts";
import { scratchName } from "../domain/scratch-name.ts";
import { textOf } from "../domain/utf8.ts";

/** Raised whenever a note changes its shape: an older one is then as good as none. */
const format = 2;

/** What stands above the bytes of a note. */
function sealOf(bytes: Uint8Array): string {
	return `${format} ${fingerprint(bytes)}`;
}

/** Write `content` to `path`, under its fingerprint, whole or not at all. */
export function writeSealed(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${scratchName(path)}0`;
	const bytes = typeof content === "string" ? Buffer.from(content) : content;
	const file = openSync(temporary, "w");
	try {
		writeFileSync(file, `${sealOf(bytes)}\n`);
		writeFileSync(file, bytes);
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

/** @returns the bytes as they were written, or `undefined` when they are not there or damaged. */
export function readSealedBytes(path: string): Buffer | undefined {
	try {
		const all = readFileSync(path);
		const end = all.indexOf("\n");
		const bytes = all.subarray(end + 1);
		const seal = all.toString("latin1", 0, end);
		return sealOf(bytes) === seal ? bytes : undefined;
	} catch {
		return undefined;
	}
}
