/** Throwing away what no index needs any more. Several outputs may share a cache. */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fingerprint } from "../base/order.ts";

/** What the last build of an output used. */
interface Use {
	/** The output's folder. */
	readonly owner: string;
	/** Names in the cache. */
	readonly names: readonly string[];
}

/** Younger things may belong to a build that is under way. */
const graceMs = 24 * 3_600_000;
const ours = /^(?:[dentuv]-[0-9a-f]{16}|new-.*)$/;

/**
 * Note what the build of `owner` used, and remove what no last build of any output has used and
 * nobody made for a day. Outputs that are gone do not count.
 */
export function pruneCache(
	cacheDir: string,
	owner: string,
	names: readonly string[],
): void {
	const folder = join(cacheDir, "used");
	mkdirSync(folder, { recursive: true });
	const own = join(folder, `${fingerprint(owner).slice(0, 16)}.json`);
	writeFileSync(own, JSON.stringify({ owner, names } satisfies Use));
	// The disk's clock, as the ages below are by it too.
	const now = statSync(own).mtimeMs;
	const used = new Set<string>();
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		const use = readUse(path);
		if (use && (use.owner === owner || existsSync(use.owner)))
			for (const entry of use.names) used.add(entry);
		else rmSync(path, { force: true });
	}
	for (const name of readdirSync(cacheDir)) {
		if (!ours.test(name) || used.has(name)) continue;
		const path = join(cacheDir, name);
		const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
		if (made !== undefined && now - made > graceMs)
			rmSync(path, { recursive: true, force: true });
	}
}

function readUse(path: string): Use | undefined {
	try {
		return JSON.parse(readFileSync(path, "utf8")) as Use;
	} catch {
		return undefined;
	}
}
