/** What killed builds left in the making: in the cache, and Pagefind's folders among the temporary ones. */
import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownerOf } from "../base/scratch-name.ts";
import { recordsRoot } from "../ingest/records.ts";
import { isAlive } from "../processes/living.ts";

/** Where caches have things in the making, relative to the cache. */
const places = ["", "code", "drafts", "figures", "ingest", "ledgers", "shards"];

/** Remove it, unless the process that makes it is alive: several builds may share a cache. */
export function removeLeftovers(cache: string): void {
	for (const place of places) sweep(join(cache, place));
	const records = recordsRoot(cache);
	for (const name of namesIn(records)) sweep(join(records, name));
	sweep(tmpdir());
}

function sweep(folder: string): void {
	for (const name of namesIn(folder)) {
		const owner = ownerOf(name);
		if (owner !== undefined && !isAlive(owner))
			rmSync(join(folder, name), { recursive: true, force: true });
	}
}

function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch {
		// Not there yet.
		return [];
	}
}
