import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

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
