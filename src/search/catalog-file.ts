/**
 * What is known of documents, as files: one a volume, so that a new article changes one of them and
 * a reader's browser reads them at once.
 */
import {
	type Catalog,
	type Columns,
	type Outline,
	undated,
} from "./catalog.ts";

/** `documents.bin`, a volume's lines of {@link Columns}. */
export interface PackedDocuments
	extends Readonly<Record<NumberColumn, readonly number[]>> {
	/** Days since 1970-01-01, each less the one before in this file; `null` when undated. */
	readonly daySteps: readonly (number | null)[];
	readonly persons: Columns["persons"];
}

const numberColumns = [
	"source",
	"language",
	"meeting",
	"places",
	"headline",
] as const;
type NumberColumn = (typeof numberColumns)[number];

/** Name of the file in its volume's folder. */
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

/** A catalogue that knows nothing of any document yet. */
export function emptyCatalog(outline: Outline): Catalog {
	const last = outline.volumes.at(-1);
	return {
		...outline,
		columns: emptyColumns(last ? last.start + last.count : 0),
	};
}

/** Lines from `start` up to, not including, `end`. */
export function packDocuments(
	columns: Columns,
	start: number,
	end: number,
): PackedDocuments {
	const lines = (name: NumberColumn) => [...columns[name].subarray(start, end)];
	let before = 0;
	return {
		daySteps: Array.from(columns.day.subarray(start, end), (day) => {
			if (day === undated) return null;
			const step = day - before;
			before = day;
			return step;
		}),
		source: lines("source"),
		language: lines("language"),
		persons: columns.persons.slice(start, end),
		meeting: lines("meeting"),
		places: lines("places"),
		headline: lines("headline"),
	};
}

/** Write the lines of a file into the columns, from line `start` on. */
export function unpackDocuments(
	packed: PackedDocuments,
	columns: Columns,
	start: number,
): void {
	for (const name of numberColumns) columns[name].set(packed[name], start);
	let day = 0;
	for (const [n, step] of packed.daySteps.entries()) {
		if (step !== null) day += step;
		columns.day[start + n] = step === null ? undated : day;
	}
	for (const [n, persons] of packed.persons.entries())
		columns.persons[start + n] = persons;
}
