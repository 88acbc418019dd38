import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FileRecord } from "../../src/ingest/file-record.ts";
import { readRecords, writeRecords } from "../../src/ingest/records.ts";
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
			textHash: "text",
			source: path < "c" ? river : { ...river, name: "湖报" },
			signature,
			card: {
				id: path,
				sha256: "hash of the draft",
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
	writeRecords(folder, records, records);
	const read = readRecords(folder);
	expect([...read.values()].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
		records,
	);
});

const anyText = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.constantFrom("", "两行\n", "a\0b", "\ud800", "白俄罗斯", "🀄"),
);

test("records come back whatever their texts hold, and without what is absent", () => {
	const folder = scratchFolder();
	const odd = fc.record(
		{
			headline: anyText,
			lede: anyText,
			url: anyText.filter((url) => url !== ""),
			day: fc.constant("2023-03-01"),
			at: fc.integer(),
			people: fc.array(anyText),
			places: fc.array(anyText),
		},
		{ requiredKeys: ["headline", "lede", "people", "places"] },
	);
	const some = fc.record(
		{
			links: fc.constantFrom({ "/a": "https://a.example/" }, { "/b": "b" }),
			removed: fc.constantFrom([{ rule: "r", count: 1 }], []),
			repaired: fc.constant(["r"]),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(
			fc.uniqueArray(anyText),
			fc.infiniteStream(odd),
			fc.infiniteStream(some),
			(paths, cards, drafts) => {
				const written = paths.map((path): FileRecord => {
					const { draft, state, ...own } = record(path, "AAA=");
					const card = { ...draft?.card, ...cards.next().value };
					const claims = path.length > 3 ? { claims: { path } } : {};
					return {
						...own,
						...(path < "m" ? { state: state ?? "" } : { findings: [] }),
						draft: { ...draft, card, ...claims, ...drafts.next().value },
					} as unknown as FileRecord;
				});
				// Also those that an earlier run left in a part are written anew.
				const before = readRecords(folder).values();
				writeRecords(folder, written, [...written, ...before]);
				const read = readRecords(folder);
				expect(read.size).toBe(written.length);
				for (const one of written) expect(read.get(one.path)).toEqual(one);
				for (const one of read.values())
					expect(Object.values(one.draft?.card ?? {})).not.toContain(undefined);
			},
		),
	);
});

test("what many records say alike is one value when they are read", () => {
	const folder = scratchFolder();
	const many = Array.from({ length: 200 }, (_, n) => record(`a${n}`, "AAA="));
	const copies = JSON.parse(JSON.stringify(many)) as FileRecord[];
	writeRecords(folder, copies, copies);
	const read = [...readRecords(folder).values()];
	const sources = new Set(read.map(({ draft }) => draft?.source));
	expect(read).toHaveLength(200);
	// One for each part.
	expect(sources.size).toBeLessThanOrEqual(64);
});

test("a damaged part is forgotten, the others are not", () => {
	const folder = scratchFolder();
	writeRecords(folder, records, records);
	const [first = ""] = readdirSync(folder).sort();
	const path = join(folder, first);
	const bytes = readFileSync(path);
	bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
	writeFileSync(path, bytes);
	const left = readRecords(folder).size;
	expect(left).toBeLessThan(records.length);
	expect(left).toBeGreaterThan(0);
});
