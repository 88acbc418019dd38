import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { removeFolder } from "./remove-folder.ts";

export { writeFiles } from "./write-files.ts";

/** An empty folder that goes when the test ends. */
export function scratchFolder(): string {
	const folder = newFolder();
	onTestFinished(() => removeFolder(folder));
	return folder;
}

/** An empty folder for all tests of a file, asked for outside of them: it goes after the last one. */
export function sharedFolder(): string {
	const folder = newFolder();
	// Hooks that end things run backwards: this one after those that a file registers later.
	afterAll(() => removeFolder(folder));
	return folder;
}

function newFolder(): string {
	return mkdtempSync(join(tmpdir(), "biannian-"));
}
