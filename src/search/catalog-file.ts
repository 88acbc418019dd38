/**
 * The catalogue as a file, and what is known of documents: of a small archive in the same file, which
 * spares a browser requests, else in one a merged segment, so that a new article changes one of them. Numbers stand one after another, column by column,
 * each in as few bytes as it needs: the text of a hundred thousand lines would take a browser longer
 * to read than the search itself.
 */
import {
	type Catalog,
	type Columns,
	type Outline,
	undated,
} from "./catalog.ts";

/** Columns of plain numbers, in the order of the file. */
const plainColumns = [
	"source",
	"language",
	"meeting",
	"places",
	"headline",
] as const;

/** Name of the file in its folder. */
export const documentsFile = "documents.bin";

/** Columns for so many documents, all empty. */
export function emptyColumns(count: number): Columns {
	return {
		day: new Int32Array(count),
		source: new Uint16Array(count),
		language: new Uint16Array(count),
		persons: new Array(count).fill(0),
		meeting: new Uint8Array(count),
		places: new Uint32Array(count),
		headline: new Uint32Array(count),
	};
}

/**
 * Of `catalog.bin`: a line of JSON, then the documents of those segments that have no file of their own.
 *
 * @returns the outline, and where what follows it begins.
 */
export function readOutline(bytes: Uint8Array): readonly [Outline, number] {
	const end = bytes.indexOf(10);
	const line = new TextDecoder().decode(
		bytes.subarray(0, end < 0 ? undefined : end),
	);
	return [JSON.parse(line), end + 1];
}

/**
 * A catalogue that knows nothing yet of documents that lie in files of their own.
 *
 * @param documents what follows the outline in its file.
 * @throws when it holds fewer than it should.
 */
export function catalogOf(
	outline: Outline,
	documents: Uint8Array = new Uint8Array(),
): Catalog {
	const last = outline.segments.at(-1);
	const columns = emptyColumns(last ? last.start + last.count : 0);
	let at = 0;
	for (const { documents: folder, start, count } of outline.segments)
		if (folder === undefined)
			at += unpackDocuments(documents.subarray(at), columns, start, count);
	return { ...outline, columns };
}

/** Lines from `start` up to, not including, `end`. @returns the file before packing. */
export function packDocuments(
	columns: Columns,
	start: number,
	end: number,
): Uint8Array {
	const bytes: number[] = [];
	const put = (number: number) => {
		let rest = number;
		// Seven bits a byte, the lowest first; the eighth says that more follow.
		for (; rest >= 128; rest = Math.floor(rest / 128))
			bytes.push((rest % 128) + 128);
		bytes.push(rest);
	};
	for (const name of plainColumns)
		columns[name].subarray(start, end).forEach(put);
	let before = 0;
	for (const day of columns.day.subarray(start, end)) {
		if (day === undated) {
			put(0);
			continue;
		}
		// A step on is even, a step back odd; 0 is no day at all.
		const step = day - before;
		put(step >= 0 ? 2 + 2 * step : 1 - 2 * step);
		before = day;
	}
	for (const persons of columns.persons.slice(start, end)) {
		put(persons === 0 ? 0 : persons.length);
		if (persons !== 0) persons.forEach(put);
	}
	return Uint8Array.from(bytes);
}

/**
 * Write the lines of a file into the columns: `count` of them, from line `start` on.
 *
 * @returns bytes that were read.
 * @throws when it holds fewer.
 */
export function unpackDocuments(
	bytes: Uint8Array,
	columns: Columns,
	start: number,
	count: number,
): number {
	let at = 0;
	const next = (): number => {
		let value = 0;
		for (let unit = 1; ; unit *= 128) {
			const byte = bytes[at++];
			if (byte === undefined) throw new Error("the file ends too early");
			if (byte < 128) return value + byte * unit;
			value += (byte - 128) * unit;
		}
	};
	const end = start + count;
	for (const name of plainColumns) {
		const column = columns[name];
		for (let n = start; n < end; n++) column[n] = next();
	}
	let day = 0;
	for (let n = start; n < end; n++) {
		const step = next();
		if (step !== 0) day += step % 2 === 0 ? step / 2 - 1 : (1 - step) / 2;
		columns.day[n] = step === 0 ? undated : day;
	}
	for (let n = start; n < end; n++) {
		const persons = next();
		if (persons > 0) columns.persons[n] = Array.from({ length: persons }, next);
	}
	return at;
}
