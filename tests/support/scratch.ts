import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export { writeFiles } from "./write-files.ts";

/** An empty folder that goes when the test ends. */
export function scratchFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "biannian-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
