import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FileRecord } from "../../src/build/file-record.ts";
import { readRecords, writeRecords } from "../../src/build/records.ts";
import { scratchFolder } from "../support/scratch.ts";

const river = {
	id: "river",
	name: "大河报\n第二行",
	zone: "Asia/Shanghai",
	known: true,
} as unknown as NonNullable<FileRecord["draft"]>["source"];

function record(path: string, signature: string): FileRecord {
	return {
		path,
		sha256: `hash of ${path}`,
		bytes: 3,
		state: "3 1 2 2",
		key: `key of ${path}`,
		draft: {
			stored: "stored",
			id: path,
			textHash: "text",
			source: path < "c" ? river : { ...river, id: "lake" },
			signature,
			card: {
				headline: "标题“一”",
				lede: "第一段",
				source: "river",
				language: "zh-Hans",
				bylines: [],
				tags: [],
				people: [],
				places: [],
				characters: 3,
				figures: 0,
			},
		},
	};
}

const quarantined: FileRecord = { path: "x", sha256: "", bytes: 0, key: "" };
const records = [
	record("a", "AAA="),
	record("b", ""),
	record("c", "CCC="),
	quarantined,
];

test("records come back as they were written", () => {
	const folder = scratchFolder();
	writeRecords(folder, records, ["a", "b", "c", "x"]);
	const read = readRecords(folder);
	expect([...read.values()].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
		records,
	);
});

test("a damaged part is forgotten, the others are not", () => {
	const folder = scratchFolder();
	writeRecords(folder, records, ["a", "b", "c", "x"]);
	const [first = ""] = readdirSync(folder).sort();
	const path = join(folder, first);
	const bytes = readFileSync(path);
	bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
	writeFileSync(path, bytes);
	const left = readRecords(folder).size;
	expect(left).toBeLessThan(records.length);
	expect(left).toBeGreaterThan(0);
});
