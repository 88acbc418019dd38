import fc from "fast-check";
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
			const end = cuts[n + 1] as number;
			const file = packDocuments(columns, start, end);
			unpackDocuments(file, read, start, end - start);
			expect(() =>
				unpackDocuments(file.subarray(0, -1), read, start, end - start),
			).toThrow("too early");
		}
		expect(read).toEqual(columns);
	}
});

test("numbers of every size and days in any order come out as they went in", () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.tuple(
					fc.nat(0xffff_ffff),
					fc.integer({ min: -800_000, max: 2_900_000 }),
					fc.array(fc.nat(5_000), { minLength: 1 }),
				),
				{ minLength: 1 },
			),
			(lines) => {
				const given = emptyColumns(lines.length);
				for (const [n, [places, day, persons]] of lines.entries()) {
					given.places[n] = places;
					given.day[n] = day;
					given.persons[n] = persons;
				}
				const read = emptyColumns(lines.length);
				const file = packDocuments(given, 0, lines.length);
				unpackDocuments(file, read, 0, lines.length);
				expect(read).toEqual(given);
			},
		),
	);
});

test("a file does not depend on the documents before it", () => {
	const later = {
		...columns,
		day: columns.day.map((day, n) => day + (n < 2 ? 9 : 0)),
	};
	expect(packDocuments(later, 2, 4)).toEqual(packDocuments(columns, 2, 4));
});
