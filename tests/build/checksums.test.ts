import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byCodePoint, sha256 } from "../../src/base/order.ts";
import { changedChecksums, checksumsOf } from "../../src/output/checksums.ts";
import { writePiecedFile } from "../../src/output/pieced-file.ts";
import { scratchFolder } from "../support/scratch.ts";

const anyPath = fc.oneof(
	fc.string({ minLength: 1 }).filter((path) => !path.includes("\n")),
	fc.constantFrom("l", "文").map((letter) => letter.repeat(900)),
	fc.constantFrom("a", "a/b", "ab", "文", "🀄", "\uffff"),
);
/** Paths, and what stands there. */
const anyFolder = fc
	.uniqueArray(fc.tuple(anyPath, fc.constantFrom("1", "2", "3")), {
		selector: ([path]) => path,
	})
	.map((files) => new Map(files));

function listOf(folder: ReadonlyMap<string, string>): string {
	return checksumsOf(
		[...folder]
			.sort(([a], [b]) => byCodePoint(a, b))
			.map(([path, content]) => ({ path, sha256: sha256(content) })),
	);
}

test("a list of checksums has a line a file, as sha256sum writes it", () => {
	expect(
		listOf(
			new Map([
				["b.html", "2"],
				["a/文.html", "1"],
			]),
		),
	).toBe(`${sha256("1")}  a/文.html\n${sha256("2")}  b.html\n`);
});

test("a list that was changed is the one that would have been made", async () => {
	const root = scratchFolder();
	const list = join(root, "list.txt");
	const to = join(root, "changed.txt");
	await fc.assert(
		fc.asyncProperty(anyFolder, anyFolder, async (before, after) => {
			const changes = new Map(
				[...before.keys(), ...after.keys()]
					.filter((path) => before.get(path) !== after.get(path))
					.map((path) => {
						const content = after.get(path);
						return [path, content && sha256(content)];
					}),
			);
			writeFileSync(list, listOf(before));
			const parts = changedChecksums(list, changes);
			await writePiecedFile({ to, before: list, parts });
			expect(readFileSync(to, "utf8")).toBe(listOf(after));
		}),
		{ numRuns: 500 },
	);
});
