import fc from "fast-check";
import { expect, test } from "vitest";
import {
	type Columns,
	documentStep,
	undated,
} from "../../src/search/catalog.ts";
import { columnFiles, emptyColumns } from "../../src/search/catalog-file.ts";

const columns: Columns = {
	day: Int32Array.of(-3, 19_695, 19_695, 19_697, undated, undated),
	source: Uint16Array.of(0, 1, 0, 1, 300, 1),
	language: Uint16Array.of(0, 0, 1, 0, 0, 0),
	persons: [0, [2, 5], 0, [1], 0, 0],
	meeting: Uint8Array.of(0, 1, 0, 0, 0, 0),
	places: Uint32Array.of(63, 127, 63, 639_999, 191, 63),
	headline: Uint32Array.of(16, 32, 16, 48, 16, 64),
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
			for (const { pack, unpack } of columnFiles) {
				const file = pack(columns, start, end);
				unpack(file, read, start, end - start);
				expect(() =>
					unpack(file.subarray(0, -1), read, start, end - start),
				).toThrow("too early");
			}
		}
		expect(read).toEqual(columns);
	}
});

test("numbers of every size and days in any order come out as they went in", () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.tuple(
					fc.integer({ min: 1, max: 0x3ff_ffff }),
					fc.integer({ min: -800_000, max: 2_900_000 }),
					fc.array(fc.nat(5_000), { minLength: 1 }),
				),
				{ minLength: 1 },
			),
			(lines) => {
				const given = emptyColumns(lines.length);
				for (const [n, [places, day, persons]] of lines.entries()) {
					given.places[n] = places * documentStep - 1;
					given.day[n] = day;
					given.persons[n] = persons;
				}
				const read = emptyColumns(lines.length);
				for (const { pack, unpack } of columnFiles)
					unpack(pack(given, 0, lines.length), read, 0, lines.length);
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
	for (const { pack } of columnFiles)
		expect(pack(later, 2, 4)).toEqual(pack(columns, 2, 4));
});
