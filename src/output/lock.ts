import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { birthOf, isAlive } from "../processes/living.ts";

/** Another process is building into the same folder. */
export class Locked extends Error {}

/**
 * Take the lock of the output folder `target`, a file beside it that names the process.
 *
 * @returns the function that gives the lock back.
 * @throws Locked while another living process holds it; a lock whose process is gone is taken over.
 */
export function lockOutput(target: string): () => void {
	const path = join(
		dirname(resolve(target)),
		`.${basename(resolve(target))}.lock`,
	);
	mkdirSync(dirname(path), { recursive: true });
	const own = `${process.pid} ${birthOf(process.pid)}\n`;
	for (let attempt = 0; attempt < 3; attempt++) {
		try {
			// Nothing between making and writing it: an empty one would pass for damaged.
			writeFileSync(path, own, { flag: "wx" });
			return () => rmSync(path, { force: true });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
			const holder = holderOf(path);
			if (holder !== undefined)
				throw new Locked(
					`Another build (process ${holder}) is writing ${target}. Wait for it, or delete ${path} if no build is running.`,
				);
			rmSync(path, { force: true });
		}
	}
	throw new Locked(`Cannot take the lock ${path}.`);
}

/** The living process that the lock file names. */
function holderOf(path: string): number | undefined {
	try {
		const [pid = "", birth = ""] = readFileSync(path, "utf8").trim().split(" ");
		const holder = Number(pid);
		if (!Number.isSafeInteger(holder) || holder <= 0) return undefined;
		// In a container every build may have the same number as the one that was killed before it.
		if (birth !== "" && birth !== birthOf(holder)) return undefined;
		return isAlive(holder) ? holder : undefined;
	} catch {
		return undefined;
	}
}
