/**
 * What is known of documents as files, one a merged segment, so that a new article changes one of them and
 * a browser asks for them and for words at once. Numbers stand one after another, column by column, each in
 * as few bytes as it needs: the text of a hundred thousand lines would take a browser longer to read than
 * the search itself.
 */
import {
	type Catalog,
	type Columns,
	type Outline,
	undated,
} from "./catalog.ts";
import { VarintReader, VarintWriter } from "./varints.ts";

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

/** A catalogue that knows nothing yet of its documents. */
export function catalogOf(outline: Outline): Catalog {
	const last = outline.segments.at(-1);
	return {
		...outline,
		columns: emptyColumns(last ? last.start + last.count : 0),
	};
}

/** Lines from `start` up to, not including, `end`. @returns the file before packing. */
export function packDocuments(
	columns: Columns,
	start: number,
	end: number,
): Uint8Array {
	const writer = new VarintWriter();
	const put = (number: number) => writer.integer(number);
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
	return writer.take();
}

/**
 * Write the lines of a file into the columns: `count` of them, from line `start` on.
 *
 * @throws when it holds fewer.
 */
export function unpackDocuments(
	bytes: Uint8Array,
	columns: Columns,
	start: number,
	count: number,
): void {
	const reader = new VarintReader(bytes);
	const next = () => reader.integer();
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
}
