import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Locked, lockOutput } from "../../src/output/lock.ts";
import { scratchFolder } from "../support/scratch.ts";

test("two builds cannot write the same folder at once, and the message names the other", () => {
	const out = join(scratchFolder(), "site");
	const release = lockOutput(out);
	expect(() => lockOutput(out)).toThrow(Locked);
	expect(() => lockOutput(out)).toThrow(String(process.pid));
	release();
	lockOutput(out)();
});

test("a lock whose process is gone is taken over", () => {
	const root = scratchFolder();
	// No process has the highest number that a process can have on Linux.
	writeFileSync(join(root, ".site.lock"), "4194304\n");
	const release = lockOutput(join(root, "site"));
	expect(existsSync(join(root, ".site.lock"))).toBe(true);
	release();
	expect(existsSync(join(root, ".site.lock"))).toBe(false);
});

test("a damaged lock file does not lock anybody out", () => {
	const root = scratchFolder();
	writeFileSync(join(root, ".site.lock"), "not a number");
	lockOutput(join(root, "site"))();
});
