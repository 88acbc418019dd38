import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { byCodePoint } from "../base/order.ts";

/**
 * What lies below `root` and is not ours: every file, link and other thing by its path, and folders that hold nothing with a
 * `/` at the end; sorted. Links are not followed.
 */
export function foreignIn(
	root: string,
	isOurs: (path: string) => boolean,
): string[] {
	const foreign: string[] = [];
	if (!existsSync(root)) return foreign;
	const folders = [""];
	for (
		let folder = folders.pop();
		folder !== undefined;
		folder = folders.pop()
	) {
		const entries = readdirSync(join(root, folder), { withFileTypes: true });
		if (entries.length === 0 && folder !== "") foreign.push(`${folder}/`);
		for (const entry of entries) {
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) folders.push(path);
			else if (!isOurs(path)) foreign.push(path);
		}
	}
	return foreign.sort(byCodePoint);
}
