import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/base/order.ts";
import { LongHash } from "../../src/output/long-hash.ts";
import { writePiecedFile } from "../../src/output/pieced-file.ts";
import { sharedFolder } from "../support/scratch.ts";

/** Thirty million bytes of which no two stretches are alike. */
function longBytes(): Buffer {
	const bytes = Buffer.alloc(30_000_000);
	for (let at = 0; at < bytes.length; at += 4)
		bytes.writeUInt32LE(Math.imul(at, 0x9e3779b1) >>> 0, at);
	return bytes;
}

const bytes = longBytes();
/** In portions, as files are written. */
function feed(hash: LongHash, until = bytes.length): LongHash {
	for (let at = hash.at; at < until; at += 1_000_000)
		hash.update(bytes.subarray(at, Math.min(until, at + 1_000_000)));
	return hash;
}

describe("the hash of a long file", () => {
	test("is its SHA-256", async () => {
		const hash = feed(await LongHash.resume());
		expect(hash.marks.length).toBeGreaterThan(2);
		expect(hash.digest()).toBe(sha256(bytes));
	});

	test("is taken up at the last mark before the first difference", async () => {
		const { marks } = feed(await LongHash.resume());
		const hash = await LongHash.resume(marks, 20_000_000);
		expect(hash.at).toBeLessThanOrEqual(20_000_000);
		expect(hash.at).toBeGreaterThan(10_000_000);
		expect(feed(hash).digest()).toBe(sha256(bytes));
	});

	test("begins anew where there is no mark, or one that cannot be read", async () => {
		const { marks } = feed(await LongHash.resume());
		expect((await LongHash.resume(marks, 1_000)).at).toBe(0);
		const broken = marks.map((mark) => ({ ...mark, state: "AAAA" }));
		const hash = await LongHash.resume(broken, 20_000_000);
		expect(hash.at).toBe(0);
		expect(feed(hash).digest()).toBe(sha256(bytes));
	});
});

describe("a file of pieces with a marked hash", () => {
	const root = sharedFolder();
	const line = (number: number) => `${"字".repeat(400_000)}${number}\n`;
	const size = Buffer.byteLength(line(0));
	const before = join(root, "before.txt");

	async function written(
		parts: Parameters<typeof writePiecedFile>[0]["parts"],
	) {
		const first = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({
			text: line(n),
		}));
		const { marks = [] } = await writePiecedFile({
			to: before,
			marks: [],
			parts: first,
		});
		expect(marks.length).toBe(1);
		const to = join(root, "after.txt");
		const { sha256: hash } = await writePiecedFile({
			to,
			before,
			marks,
			parts,
		});
		return { text: readFileSync(to, "utf8"), hash };
	}

	test.each([
		["added at the end", [{ copy: [0, 10 * size] as const }, { text: "新" }]],
		[
			"another one in the middle",
			[
				{ copy: [0, 8 * size] as const },
				{ text: "新" },
				{ copy: [9 * size, 10 * size] as const },
			],
		],
		[
			"added at the beginning",
			[{ text: "新" }, { copy: [0, 10 * size] as const }],
		],
		["the beginning gone", [{ copy: [size, 10 * size] as const }]],
		["nothing left", []],
	])("%s: the hash is that of the bytes", async (_, parts) => {
		const { text, hash } = await written(parts);
		expect(hash).toBe(sha256(text));
	});

	test("is not hashed again where it is the same, so that a byte that rots stays noticed", async () => {
		const parts = [{ copy: [0, 10 * size] as const }];
		const { hash, text } = await written(parts);
		const marks = (
			await writePiecedFile({ to: before, marks: [], parts: [{ text }] })
		).marks;
		const rotten = readFileSync(before);
		rotten[5] = 0;
		writeFileSync(before, rotten);
		const to = join(root, "rotten.txt");
		const again = await writePiecedFile({
			to,
			before,
			parts,
			...(marks && { marks }),
		});
		expect(again.sha256).toBe(hash);
		expect(sha256(readFileSync(to))).not.toBe(hash);
	});
});
