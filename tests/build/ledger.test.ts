import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
	type Entry,
	filesIn,
	readLedger,
	writeLedger,
} from "../../src/output/manifest.ts";
import { scratchFolder } from "../support/scratch.ts";

function entry(key: string): Entry {
	const hash = `hash of ${key} `;
	return { key, sha256: hash, size: key.length, mtimeMs: 1.5 };
}

/** The files with what their entries say, however they say it. */
function plain(files: ReadonlyMap<string, Entry>): Map<string, Entry> {
	const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
	return new Map(
		sorted.map(([path, { key, sha256, size, mtimeMs }]) => [
			path,
			{ key, sha256, size, mtimeMs },
		]),
	);
}

/** A ledger of a hundred files at a path in a folder of its own. */
function hundredFiles(): { path: string; folder: string } {
	const folder = scratchFolder();
	const path = join(folder, "abc.json");
	const names = Array.from({ length: 100 }, (_, at) => `${at}.html`);
	const files = new Map(names.map((name) => [name, entry(name)]));
	writeLedger(path, { stamp: "1", groups: new Map([["s/", "k"]]), files });
	return { path, folder };
}

/** Write what came of the ledger at `path`, whose list is worth keeping. */
function change(
	path: string,
	stamp: string,
	edit: (files: Map<string, Entry>) => void,
): ReadonlyMap<string, Entry> {
	const before = readLedger(path);
	const files = new Map(before.files);
	edit(files);
	const changes = [...before.files.keys(), ...files.keys()].filter(
		(path) => before.files.get(path) !== files.get(path),
	);
	const ledger = { stamp, groups: before.groups, files };
	writeLedger(path, ledger, changes, before, 50);
	return files;
}

const lists = (folder: string) =>
	readdirSync(folder).filter((name) => name.endsWith(".list"));

describe("the ledger of a folder", () => {
	test("says what was written to it", () => {
		const { path } = hundredFiles();
		const { stamp, groups, files } = readLedger(path);
		expect(stamp).toBe("1");
		expect([...groups]).toEqual([["s/", "k"]]);
		expect(files.size).toBe(100);
		expect(plain(files).get("7.html")).toEqual(entry("7.html"));
		expect(filesIn(path)).toBe(100);
	});

	test("keeps its list where few files changed, build after build", () => {
		const { path, folder } = hundredFiles();
		const [list = ""] = lists(folder);
		const bytes = readFileSync(join(folder, list));
		change(path, "2", (files) => {
			files.set("new.html", entry("new"));
			files.set("3.html", entry("another"));
			files.delete("4.html");
		});
		const last = change(path, "3", (files) => {
			files.delete("new.html");
			files.set("4.html", entry("back again"));
		});
		expect(lists(folder)).toEqual([list]);
		expect(readFileSync(join(folder, list)).equals(bytes)).toBe(true);
		const { stamp, files } = readLedger(path);
		expect(stamp).toBe("3");
		expect(plain(files)).toEqual(plain(last));
	});

	test("makes its list anew where many changed, and keeps no old one", () => {
		const { path, folder } = hundredFiles();
		const [list] = lists(folder);
		const last = change(path, "2", (files) => {
			for (let at = 0; at < 30; at++) files.delete(`${at}.html`);
		});
		expect(lists(folder)).toHaveLength(1);
		expect(lists(folder)).not.toEqual([list]);
		expect(plain(readLedger(path).files)).toEqual(plain(last));
	});

	test("is empty when its list is not the one that its head speaks of", () => {
		const { path, folder } = hundredFiles();
		change(path, "2", (files) => files.delete("4.html"));
		rmSync(join(folder, lists(folder)[0] ?? ""));
		expect(readLedger(path).files.size).toBe(0);
	});

	test.each([
		["head", "abc.json"],
		["list", ""],
	])("is empty when its %s is damaged", (_, name) => {
		const { path, folder } = hundredFiles();
		const file = join(folder, name || (lists(folder)[0] ?? ""));
		writeFileSync(file, readFileSync(file, "utf8").replace("html", "htmx"));
		if (name) writeFileSync(file, "{}");
		expect(readLedger(path).files.size).toBe(0);
	});
});
