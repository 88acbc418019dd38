import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import {
	readRelatedMemory,
	writeRelatedMemory,
} from "../../src/assemble/related-cache.ts";
import { type RelatedMemory, relate } from "../../src/enrich/related.ts";
import { signatureOf } from "../../src/enrich/signature.ts";
import { scratchFolder } from "../support/scratch.ts";

/** Articles that are each other's neighbours, but for one that is too short. */
function memoryOf(ids: readonly string[]): RelatedMemory {
	return relate(
		ids.map((id, index) => ({
			id,
			key: `键\n${index}`,
			signature: () =>
				signatureOf({
					paragraphs: [
						{
							id: "p1",
							text: Array.from({ length: index === 0 ? 9 : 400 }, (_, at) =>
								String.fromCharCode(0x4e00 + ((at * 37) % 399)),
							).join(""),
						},
					],
				}),
		})),
	).memory;
}

describe("the note of relatives", () => {
	let path = "";
	beforeEach(() => {
		path = join(scratchFolder(), "related");
	});

	test("says to the next build what the one before knew", () => {
		for (const ids of [[], ["a"], ["a", "b\n", "丙", "𠮷"]]) {
			const memory = memoryOf(ids);
			writeRelatedMemory(path, "version", memory);
			expect(readRelatedMemory(path, "version")).toEqual(memory);
		}
		expect(readRelatedMemory(path, "version")?.neighbours.slice(8, 11)).toEqual(
			Int32Array.of(2, 3, -1),
		);
	});

	test("is not believed when any bit of it is another, or a part is missing", () => {
		writeRelatedMemory(path, "version", memoryOf(["a"]));
		const sound = readFileSync(path);
		const believed: number[] = [];
		// All of the seal and the mark, and of the numbers and texts behind them one in every byte.
		const bits = Array.from(
			{ length: sound.length * 8 },
			(_, bit) => bit,
		).filter((bit) => bit < 69 * 8 || bit % 9 === 0);
		for (const bit of bits) {
			const damaged = Buffer.from(sound);
			damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
			writeFileSync(path, damaged);
			if (readRelatedMemory(path, "version")) believed.push(bit);
		}
		for (let length = 0; length < sound.length; length += 7) {
			writeFileSync(path, sound.subarray(0, length));
			if (readRelatedMemory(path, "version")) believed.push(-length);
		}
		expect(believed).toEqual([]);
		writeFileSync(path, sound);
		expect(readRelatedMemory(path, "version")).toBeDefined();
	});

	test("is not believed by another version of the code, and need not be there", () => {
		expect(readRelatedMemory(path, "version")).toBeUndefined();
		writeRelatedMemory(path, "version", memoryOf(["a", "b"]));
		expect(readRelatedMemory(path, "another version")).toBeUndefined();
	});
});
