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
import { soundEntry, storeEntry } from "../../src/search/cache.ts";

let cache: string;
beforeEach(async () => {
	cache = mkdtempSync(join(tmpdir(), "biannian-checked-"));
	await storeEntry(join(cache, "one"), (put) => put("a/b.bin", "text"));
	expect(Object.keys(soundEntry(join(cache, "one")) ?? {})).toEqual([
		"a/b.bin",
	]);
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

const file = () => join(cache, "one/a/b.bin");
const note = () => join(cache, "one/state");
const isSound = () => soundEntry(join(cache, "one")) !== undefined;

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
	const noted = readFileSync(note(), "utf8");
	for (const bad of ["", "{}", `${noted}0`]) {
		writeFileSync(note(), bad);
		expect(isSound()).toBe(true);
		expect(readFileSync(note(), "utf8")).toBe(noted);
	}
	rmSync(note());
	writeFileSync(file(), "tent");
	expect(isSound()).toBe(false);
});
