import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

export { writeFiles } from "./write-files.ts";

/** An empty folder that goes when the test ends. */
export function scratchFolder(): string {
	const folder = newFolder();
	onTestFinished(() => remove(folder));
	return folder;
}

/** An empty folder for all tests of a file, asked for outside of them: it goes after the last one. */
export function sharedFolder(): string {
	const folder = newFolder();
	// Hooks that end things run backwards: this one after those that a file registers later.
	afterAll(() => remove(folder));
	return folder;
}

function newFolder(): string {
	return mkdtempSync(join(tmpdir(), "biannian-"));
}

function remove(folder: string): void {
	// A process that was told to end may write one more file while its folder is taken away.
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
