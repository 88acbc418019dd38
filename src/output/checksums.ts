/** Lists of files with their hashes, BagIt's way: one line a file, SHA-256 and path, in the order of the paths. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { byCodePoint } from "../base/order.ts";
import type { Part } from "./pieced-file.ts";

/** @param files sorted by path. */
export function checksumsOf(
	files: Iterable<{ readonly path: string; readonly sha256: string }>,
): string {
	let text = "";
	for (const { path, sha256 } of files) text += lineOf(path, sha256);
	return text;
}

/**
 * The list of a folder in which few of very many files changed: all lines but theirs are copied, and hardly any of those is
 * read.
 *
 * @param before where the list lies as it was.
 * @param changes the SHA-256 that each of them has now; `undefined` for one that is gone.
 * @throws what the file system refused.
 */
export function changedChecksums(
	before: string,
	changes: ReadonlyMap<string, string | undefined>,
): Part[] {
	const parts: Part[] = [];
	const copy = (from: number, until: number) => {
		if (from < until) parts.push({ copy: [from, until] });
	};
	const list = openSync(before, "r");
	try {
		const { size } = fstatSync(list);
		let taken = 0;
		for (const path of [...changes.keys()].sort(byCodePoint)) {
			const { start, end } = placeOf(path, list, taken, size);
			const sha256 = changes.get(path);
			copy(taken, start);
			if (sha256 !== undefined) parts.push({ text: lineOf(path, sha256) });
			taken = end;
		}
		copy(taken, size);
		return parts;
	} finally {
		closeSync(list);
	}
}

function lineOf(path: string, sha256: string): string {
	return `${sha256}  ${path}\n`;
}

/** Bytes of a line before the path. */
const pathAt = 64 + lineOf("", "").length - 1;

/** Bytes of a line, from its first to behind its end. */
interface Place {
	readonly start: number;
	readonly end: number;
}

/** Where the line of `path` lies, or would lie: then it ends where it starts. @param from a line's start, not behind it. */
function placeOf(
	path: string,
	list: number,
	from: number,
	size: number,
): Place {
	let low = from;
	let high = size;
	while (low < high) {
		const line = lineAt((low + high) >>> 1, list, size);
		const order = byCodePoint(line.path, path);
		if (order === 0) return line;
		if (order < 0) low = line.end;
		else high = line.start;
	}
	return { start: low, end: low };
}

const lineEnd = 0x0a;

/** The line that the byte `at` is in. */
function lineAt(
	at: number,
	list: number,
	size: number,
): Place & { readonly path: string } {
	for (let reach = 512; ; reach *= 2) {
		const from = Math.max(0, at - reach);
		const until = Math.min(size, at + reach);
		const bytes = Buffer.alloc(until - from);
		readSync(list, bytes, 0, bytes.length, from);
		const start = bytes.subarray(0, at - from).lastIndexOf(lineEnd) + 1;
		const end = bytes.indexOf(lineEnd, at - from);
		const isWhole = (start > 0 || from === 0) && end >= 0;
		// Every line has an end: what has none is no list, and nothing is found in it.
		if (!isWhole && until - from < size) continue;
		return {
			start: from + start,
			end: isWhole ? from + end + 1 : size,
			path: bytes.toString("utf8", start + pathAt, end),
		};
	}
}
