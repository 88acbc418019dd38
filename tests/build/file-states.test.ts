import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { sha256 } from "../../src/base/order.ts";
import { FileStates, type KnownContent } from "../../src/read/file-states.ts";
import { scratchFolder } from "../support/scratch.ts";

/** A clock by which every change of this test is long ago. */
const later = () => Date.now() + 60_000;
const nothing: KnownContent = { sha256: "" };

describe("what the disk says of a file", () => {
	let file = "";
	let known = nothing;
	beforeEach(() => {
		file = join(scratchFolder(), "seed.txt");
		writeFileSync(file, "正文甲");
		known = new FileStates(later).contentOf(file, nothing) ?? nothing;
		expect(known.sha256).toBe(sha256("正文甲"));
	});

	test("spares reading it while nobody touches it", () => {
		// Another hash would be believed: so the file was not read.
		const believed = { ...known, sha256: "as remembered" };
		expect(new FileStates(later).contentOf(file, believed)).toBe(believed);
	});

	test("shows a change that keeps size and time of change", () => {
		utimesSync(file, 1, 1);
		known = new FileStates(later).contentOf(file, known) ?? nothing;
		writeFileSync(file, "正文乙");
		utimesSync(file, 1, 1);
		expect(new FileStates(later).contentOf(file, known)?.sha256).toBe(
			sha256("正文乙"),
		);
	});

	test("is not believed of a file that changed a moment ago", () => {
		writeFileSync(file, "正文丙");
		expect(new FileStates().contentOf(file, known)).toEqual({
			sha256: sha256("正文丙"),
		});
	});

	test("is that of before it was read by somebody else", () => {
		const states = new FileStates(later);
		states.notice(file);
		// It changes while it is read: what was read is not what lies there now.
		writeFileSync(file, "正文戊己");
		const read = states.contentRead(file, sha256("正文甲"));
		expect(new FileStates(later).contentOf(file, read)?.sha256).toBe(
			sha256("正文戊己"),
		);
	});

	test("a file that is not there has no content", () => {
		const states = new FileStates(later);
		expect(states.contentOf(`${file}.gone`, known)).toBeUndefined();
	});
});
