import {
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { storeEntry } from "../../src/search/cache.ts";
import { CheckedEntries } from "../../src/search/checked.ts";

let cache: string;
beforeEach(async () => {
	cache = mkdtempSync(join(tmpdir(), "biannian-checked-"));
	await storeEntry(join(cache, "one"), (put) => put("a/b.bin", "text"));
	const first = new CheckedEntries(cache);
	expect(Object.keys(first.made("one"))).toEqual(["a/b.bin"]);
	first.write();
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

const file = () => join(cache, "one/a/b.bin");
const note = () => join(cache, "checked.value");
const isSound = () => new CheckedEntries(cache).sound("one") !== undefined;

test("an entry that nobody wrote to since is believed", () => {
	expect(isSound()).toBe(true);
});

test("one whose file was written in place, or changed for another, is not", () => {
	writeFileSync(file(), "tent");
	// A second later, whatever the disk's clock counts in.
	utimesSync(file(), 1_000, 1_000);
	expect(isSound()).toBe(false);
	const other = join(cache, "other");
	writeFileSync(other, "tent");
	renameSync(other, file());
	expect(isSound()).toBe(false);
	rmSync(file());
	expect(isSound()).toBe(false);
});

test("one whose files were only copied is read again, and believed", () => {
	const copy = join(cache, "copy");
	writeFileSync(copy, "text");
	renameSync(copy, file());
	expect(isSound()).toBe(true);
});

test("a damaged or missing note costs time, and nothing else", () => {
	const sound = readFileSync(note(), "latin1");
	for (const bad of ["", "{}", sound.replace("one", "two")]) {
		writeFileSync(note(), bad, "latin1");
		expect(isSound()).toBe(true);
	}
	writeFileSync(file(), "tent");
	expect(isSound()).toBe(false);
});

test("a note of what is no longer there is not handed on", () => {
	rmSync(join(cache, "one"), { recursive: true });
	new CheckedEntries(cache).write();
	expect(readFileSync(note(), "utf8")).not.toContain("one");
});

test("what another output needed stays noted", async () => {
	await storeEntry(join(cache, "two"), (put) => put("c.bin", "more"));
	const second = new CheckedEntries(cache);
	second.made("two");
	second.write();
	for (const key of ["one", "two"])
		expect(readFileSync(note(), "utf8")).toContain(key);
});
