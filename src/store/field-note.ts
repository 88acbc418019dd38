/**
 * Notes of JSON with very long texts beside it, which lie on the disk as the engine has them in memory: in JSON they would
 * take several times as long to read.
 */
import { textOf } from "../base/utf8.ts";
import { readSealedBytes, writeSealed } from "./checksummed.ts";
import type { Fields } from "./fields.ts";

/** What a note says. */
export interface FieldNote<Name extends string, Rest> {
	readonly fields: Readonly<Record<Name, Fields>>;
	/** Plain JSON. */
	readonly rest: Rest;
}

/** The first line of a note; the texts follow, in this order, one after another. */
interface Head<Name extends string, Rest> {
	readonly rest: Rest;
	readonly texts: readonly (readonly [name: Name, text: Laid])[];
}

/** How a text lies in a note. */
interface Laid extends Pick<Fields, "ends"> {
	readonly encoding: "latin1" | "utf16le";
	readonly bytes: number;
}

/** Write a note for {@link readFieldNote}, whole or not at all. */
export function writeFieldNote<Name extends string, Rest>(
	path: string,
	{ fields, rest }: FieldNote<Name, Rest>,
): void {
	const texts: [Name, Laid][] = [];
	const laid: Buffer[] = [];
	for (const [name, { text, ends }] of Object.entries<Fields>(fields)) {
		const encoding = isLatin.test(text) ? "latin1" : "utf16le";
		const bytes = Buffer.from(text, encoding);
		texts.push([name as Name, { ends, encoding, bytes: bytes.length }]);
		laid.push(bytes);
	}
	const head: Head<Name, Rest> = { rest, texts };
	writeSealed(path, `${JSON.stringify(head)}\n`, ...laid);
}

const isLatin = /^[\0-\xff]*$/;

/** @returns the note, or `undefined` when it is not there or damaged. */
export function readFieldNote<Name extends string, Rest>(
	path: string,
): FieldNote<Name, Rest> | undefined {
	const bytes = readSealedBytes(path);
	if (!bytes) return undefined;
	let at = bytes.indexOf("\n");
	const line = textOf(bytes.subarray(0, at++));
	const { rest, texts } = JSON.parse(line) as Head<Name, Rest>;
	const fields = texts.map(([name, { ends, encoding, bytes: length }]) => {
		const text = textIn(bytes.subarray(at, at + length), encoding);
		at += length;
		return [name, { text, ends }] as const;
	});
	return {
		fields: Object.fromEntries(fields) as Record<Name, Fields>,
		rest,
	};
}

/** A text of more than a megabyte Node would keep in memory of its own, which the engine counts, see `large-room.ts`. */
function textIn(bytes: Buffer, encoding: Laid["encoding"]): string {
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += pieceLength)
		parts.push(bytes.toString(encoding, at, at + pieceLength));
	return parts.join("");
}

/** Even: a unit of UTF-16 is two bytes. */
const pieceLength = 500_000;
