import { expect, test } from "vitest";
import { type Columns, undated } from "../../src/search/catalog.ts";
import {
	emptyColumns,
	packDocuments,
	unpackDocuments,
} from "../../src/search/catalog-file.ts";

const columns: Columns = {
	day: Int32Array.of(-3, 19_695, 19_695, 19_697, undated, undated),
	source: Uint16Array.of(0, 1, 0, 1, 300, 1),
	language: Uint16Array.of(0, 0, 1, 0, 0, 0),
	persons: [0, [2, 5], 0, [1], 0, 0],
	meeting: Uint8Array.of(0, 1, 0, 0, 0, 0),
	places: Uint32Array.of(10, 20, 30, 400_000, 50, 60),
	headline: Uint32Array.of(1, 2, 3, 4, 5, 6),
};

test("documents come out of their files as they went in, however they are cut", () => {
	for (const cuts of [
		[0, 6],
		[0, 1, 6],
		[0, 2, 3, 5, 6],
	]) {
		const read = emptyColumns(6);
		// The last file first, as a network may bring them.
		for (const [n, start] of [...cuts.slice(0, -1).entries()].reverse()) {
			const file = packDocuments(columns, start, cuts[n + 1] as number);
			unpackDocuments(JSON.parse(JSON.stringify(file)), read, start);
		}
		expect(read).toEqual(columns);
	}
});

test("the days of a file do not depend on the files before it", () => {
	const whole = packDocuments(columns, 2, 4);
	const later = {
		...columns,
		day: columns.day.map((day, n) => day + (n < 2 ? 9 : 0)),
	};
	expect(packDocuments(later, 2, 4)).toEqual(whole);
	expect(whole.daySteps).toEqual([19_695, 2]);
});
