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

/** Write `text` to `path`, under its fingerprint, whole or not at all. */
export function writeSealed(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${scratchName(path)}0`;
	const bytes = Buffer.from(text);
	const file = openSync(temporary, "w");
	try {
		writeFileSync(file, `${fingerprint(bytes)}\n`);
		writeFileSync(file, bytes);
	} finally {
		closeSync(file);
	}
	renameSync(temporary, path);
}

/** @returns the text as it was written, or `undefined` when it is not there or damaged. */
export function readSealed(path: string): string | undefined {
	try {
		const all = readFileSync(path);
		const end = all.indexOf("\n");
		const bytes = all.subarray(end + 1);
		const seal = all.toString("latin1", 0, end);
		return fingerprint(bytes) === seal ? textOf(bytes) : undefined;
	} catch {
		return undefined;
	}
}
