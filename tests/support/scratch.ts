import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that goes when the test ends. */
export function scratchFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "biannian-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Write files below `root`: path → text or bytes. */
export function writeFiles(
	root: string,
	files: Readonly<Record<string, string | Uint8Array>>,
): void {
	for (const [path, data] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), data);
	}
}
