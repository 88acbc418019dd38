import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../../src/base/files-below.ts";
import { byCodePoint, sha256 } from "../../src/base/order.ts";

/** Path → SHA-256 of every file below `root`, in one order on every machine. */
export function treeOf(root: string): Record<string, string> {
	return Object.fromEntries(
		filesBelow(root)
			.sort(byCodePoint)
			.map((path) => [path, sha256(readFileSync(join(root, path)))]),
	);
}
