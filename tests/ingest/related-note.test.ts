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

	test("takes numbers that lie in shared memory", () => {
		const memory = memoryOf(["a", "b"]);
		const { length } = memory.bins;
		const bins = new Uint16Array(new SharedArrayBuffer(2 * length));
		bins.set(memory.bins);
		writeRelatedMemory(path, "version", { ...memory, bins });
		expect(readRelatedMemory(path, "version")).toEqual(memory);
	});

	test("is not believed by another version of the code, and need not be there", () => {
		expect(readRelatedMemory(path, "version")).toBeUndefined();
		writeRelatedMemory(path, "version", memoryOf(["a", "b"]));
		expect(readRelatedMemory(path, "another version")).toBeUndefined();
	});
});
