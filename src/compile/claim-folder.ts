/** Which versions of the compiled code a cache keeps: those that living processes run. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownerOf } from "../base/scratch-name.ts";
import { isAlive } from "../processes/living.ts";

/** With the number of a process behind it, a file's name in the folder that this process runs. */
const mark = "used-by-";

/**
 * Mark `folder` as in use as long as this process lives, and remove the folders beside it that no living process has marked.
 *
 * @throws what the file system refused.
 */
export function claimFolder(folder: string): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${mark}${process.pid}`), "");
	const all = dirname(folder);
	for (const entry of readdirSync(all, { withFileTypes: true })) {
		const path = join(all, entry.name);
		// What is in the making beside them is not ours to judge.
		const isVersion = entry.isDirectory() && ownerOf(path) === undefined;
		if (isVersion && !isClaimed(path))
			rmSync(path, { recursive: true, force: true });
	}
}

/** Whether a living process has marked it; marks of others are removed. */
function isClaimed(folder: string): boolean {
	let isInUse = false;
	for (const name of readdirSync(folder)) {
		if (!name.startsWith(mark)) continue;
		if (isAlive(Number(name.slice(mark.length)))) isInUse = true;
		else rmSync(join(folder, name), { force: true });
	}
	return isInUse;
}
