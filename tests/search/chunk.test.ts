import fc from "fast-check";
import { expect, test } from "vitest";
import { ChunkWriter, readChunk, readPlaces } from "../../src/search/chunk.ts";

/** Words as they occur, and places close together and far apart. */
const chunks = fc.uniqueArray(
	fc.record({
		word: fc.string({
			unit: fc.constantFrom(..."中国0a\uA000bc1"),
			minLength: 1,
			maxLength: 80,
		}),
		steps: fc.array(
			fc.oneof(
				fc.integer({ min: 1, max: 30 }),
				fc.nat(70_000),
				fc.nat(2 ** 24),
			),
			{ minLength: 1, maxLength: 40 },
		),
	}),
	{ selector: ({ word }) => word, minLength: 1, maxLength: 40 },
);

const placesOf = (steps: readonly number[]) => {
	let place = 0;
	return Uint32Array.from(steps, (step) => (place += step));
};

test("words and their places come out of a chunk as they went in, one chunk after another", () => {
	const writer = new ChunkWriter();
	fc.assert(
		fc.property(chunks, (given) => {
			for (const { word, steps } of given)
				writer.add(word, placesOf(steps), 0, steps.length);
			const length = writer.length;
			const bytes = writer.take();
			expect(bytes.length - length).toBeLessThan(4);
			const read = readChunk(bytes).map((one) => [
				one.word,
				readPlaces(bytes, one),
			]);
			expect(read).toEqual(
				given.map(({ word, steps }) => [word, placesOf(steps)]),
			);
		}),
	);
});

test("a chunk that ends too early is told from a whole one, wherever it ends", () => {
	const writer = new ChunkWriter();
	writer.add("中国", Uint32Array.of(3, 70_000), 0, 2);
	writer.add("中间", Uint32Array.of(1, 300), 0, 2);
	const bytes = writer.take();
	expect(readChunk(bytes)).toHaveLength(2);
	for (let end = 0; end < bytes.length; end++)
		expect(() => readChunk(bytes.subarray(0, end)), `${end}`).toThrow();
});
