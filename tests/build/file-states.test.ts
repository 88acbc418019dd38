import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { FileStates } from "../../src/build/file-states.ts";
import { sha256 } from "../../src/domain/order.ts";
import { readSealed, writeSealed } from "../../src/read/sealed.ts";
import { scratchFolder } from "../support/scratch.ts";

const most = 1_000;
/** A clock by which every change of this test is long ago. */
const later = () => Date.now() + 60_000;

describe("what the disk says of a file", () => {
	let file = "";
	let note = "";
	beforeEach(() => {
		const root = scratchFolder();
		file = join(root, "seed.txt");
		note = join(root, "states");
		writeFileSync(file, "正文甲");
		const states = new FileStates(note, later);
		expect(states.hashOf(file, most)).toBe(sha256("正文甲"));
		states.save();
	});

	test("spares reading it while nobody touches it", () => {
		// Another hash in the note would be believed: so the file was not read.
		writeSealed(
			note,
			(readSealed(note) ?? "").replace(sha256("正文甲"), "from the note"),
		);
		expect(new FileStates(note, later).hashOf(file, most)).toBe(
			"from the note",
		);
	});

	test("shows a change that keeps size and time of change", () => {
		utimesSync(file, 1, 1);
		const states = new FileStates(note, later);
		states.hashOf(file, most);
		states.save();
		writeFileSync(file, "正文乙");
		utimesSync(file, 1, 1);
		expect(new FileStates(note, later).hashOf(file, most)).toBe(
			sha256("正文乙"),
		);
	});

	test("is not believed of a file that changed a moment ago", () => {
		writeFileSync(file, "正文丙");
		const states = new FileStates(note);
		expect(states.hashOf(file, most)).toBe(sha256("正文丙"));
		states.save();
		expect(readSealed(note)).toBe("{}");
	});

	test("is learnt from who reads it, as it was before", () => {
		writeFileSync(file, "正文丁");
		const states = new FileStates(note, later);
		states.notice(file);
		// It changes while it is read: what was read is not what lies there now.
		writeFileSync(file, "正文戊己");
		states.learn(file, sha256("正文丁"));
		states.save();
		expect(new FileStates(note, later).hashOf(file, most)).toBe(
			sha256("正文戊己"),
		);
	});

	test("a file that is too large or not there has no hash", () => {
		const states = new FileStates(note, later);
		expect(states.hashOf(file, 3)).toBeUndefined();
		expect(states.hashOf(`${file}.gone`, most)).toBeUndefined();
	});

	test("a damaged note is no note", () => {
		writeFileSync(note, "{damaged");
		expect(new FileStates(note, later).hashOf(file, most)).toBe(
			sha256("正文甲"),
		);
	});
});
