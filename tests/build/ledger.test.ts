import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
	type Entry,
	filesIn,
	readLedger,
	writeLedger,
} from "../../src/output/manifest.ts";
import { scratchFolder } from "../support/scratch.ts";

function entry(key: string): Entry {
	const hash = `hash of ${key}`.padEnd(64);
	return { key, sha256: hash, size: key.length, mtimeMs: 1.5 };
}

/** The ledger of so many files at a path in a folder of its own. */
function ledgerOf(count: number): { path: string; folder: string } {
	const folder = scratchFolder();
	const path = join(folder, "abc");
	const names = Array.from({ length: count }, (_, at) => `${at}.html`);
	const files = new Map(names.map((name) => [name, entry(name)]));
	writeLedger(path, { stamp: "1", groups: new Map([["s/", "k"]]), files });
	return { path, folder };
}

test.each([0, 1, 100])(
	"a ledger of %s files comes back as it was written",
	(count) => {
		const { path } = ledgerOf(count);
		const { stamp, groups, files } = readLedger(path);
		expect(stamp).toBe("1");
		expect([...groups]).toEqual([["s/", "k"]]);
		expect(files.size).toBe(count);
		if (count > 7)
			expect(files.get("7.html")).toEqual({
				...entry("7.html"),
				isKept: false,
			});
	},
);

test("it is known about how many files there are before it is read", () => {
	expect(filesIn(join(scratchFolder(), "none"))).toBe(0);
	const about = filesIn(ledgerOf(10_000).path);
	expect(about).toBeGreaterThan(3_000);
	expect(about).toBeLessThan(30_000);
});

test("it is empty when it is not there or damaged", () => {
	const { path, folder } = ledgerOf(100);
	const file = join(folder, readdirSync(folder)[0] ?? "");
	writeFileSync(file, readFileSync(file, "latin1").replace("html", "htmx"));
	for (const ledger of [path, join(folder, "none")])
		expect(readLedger(ledger).files.size).toBe(0);
});
