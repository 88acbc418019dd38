import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Where a path leads, through whatever links, also when its last parts do not exist yet. */
export function realPlace(path: string): string {
	try {
		return realpathSync(path);
	} catch {
		const parent = dirname(path);
		return parent === path ? path : join(realPlace(parent), basename(path));
	}
}
