/**
 * What is known of documents as files, two a merged segment, so that a new article changes few and
 * a browser asks for them and for words at once. Numbers stand one after another, column by column, each in
 * as few bytes as it needs: the text of a hundred thousand lines would take a browser longer to read than
 * the search itself.
 */
import {
	type Catalog,
	type Columns,
	documentStep,
	headlineStep,
	type Outline,
	undated,
} from "./catalog.ts";
import { VarintReader, VarintWriter } from "./varints.ts";

/** Columns of plain numbers, in the order of the file, with what all their numbers are multiples of, but for a border. */
const plainColumns = [
	["source", 1, 0],
	["language", 1, 0],
	["meeting", 1, 0],
	["places", documentStep, 1],
	["headline", headlineStep, 0],
] as const;

/** A file of some columns, in the folder of the documents. */
export interface ColumnFile {
	readonly name: string;
	/** Lines from `start` up to, not including, `end`. @returns the file before packing. */
	pack(columns: Columns, start: number, end: number): Uint8Array;
	/**
	 * Write the lines of a file into the columns: `count` of them, from line `start` on.
	 *
	 * @throws when it holds fewer.
	 */
	unpack(
		bytes: Uint8Array,
		columns: Columns,
		start: number,
		count: number,
	): void;
}

/** What every answer needs. */
export const documentsFile: ColumnFile = {
	name: "documents.bin",
	pack(columns, start, end) {
		const writer = new VarintWriter();
		const put = (number: number) => writer.integer(number);
		for (const [name, unit, border] of plainColumns)
			for (const number of columns[name].subarray(start, end))
				put((number + border) / unit);
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
		return writer.take();
	},
	unpack(bytes, columns, start, count) {
		const reader = new VarintReader(bytes);
		const end = start + count;
		for (const [name, unit, border] of plainColumns) {
			const column = columns[name];
			for (let n = start; n < end; n++)
				column[n] = reader.integer() * unit - border;
		}
		let day = 0;
		for (let n = start; n < end; n++) {
			const step = reader.integer();
			if (step !== 0) day += step % 2 === 0 ? step / 2 - 1 : (1 - step) / 2;
			columns.day[n] = step === 0 ? undated : day;
		}
	},
};

/** Who is in them, which is longer than all the rest and wanted for a filter only. */
export const peopleFile: ColumnFile = {
	name: "people.bin",
	pack(columns, start, end) {
		const writer = new VarintWriter();
		for (const persons of columns.persons.slice(start, end)) {
			writer.integer(persons === 0 ? 0 : persons.length);
			if (persons !== 0) for (const one of persons) writer.integer(one);
		}
		return writer.take();
	},
	unpack(bytes, columns, start, count) {
		const reader = new VarintReader(bytes);
		const next = () => reader.integer();
		for (let n = start; n < start + count; n++) {
			const length = next();
			if (length > 0) columns.persons[n] = Array.from({ length }, next);
		}
	},
};

export const columnFiles = [documentsFile, peopleFile] as const;

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
