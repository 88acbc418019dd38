import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** Paths of all files below `root`, relative, with `/`, in no particular order. */
export function filesBelow(root: string): string[] {
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
		);
}
