/** `worker`: does the work of builds that put it on a queue. */
import { availableParallelism } from "node:os";
import { poolsHere, type WorkKind } from "../assemble/worker-pools.ts";
import { compileCode } from "../compile/code.ts";
import { programVersion } from "../compile/versions.ts";
import type { IngestSettings } from "../ingest/file-record.ts";
import { readingProgram } from "../ingest/pool.ts";
import type { ProcessPool } from "../processes/process-pool.ts";
import { workForQueue } from "../processes/queue/work-for-queue.ts";

/**
 * Take jobs until the process is ended.
 *
 * @param queue `redis://…`
 * @param cache folder of this machine's own: for bundled code.
 * @param workers processes of each kind at most; one a core unless given.
 * @throws QueueUnreachable
 */
export async function workForBuilds(
	queue: string,
	cache: string,
	workers = availableParallelism(),
): Promise<void> {
	const { scripts } = await compileCode(cache);
	const pools = poolsHere(workers, true);
	pools.setScripts(scripts);
	/** Builds differ in where their seeds are: each has processes of its own, as they may read nothing else. */
	const readers = new Map<string, ProcessPool<unknown, unknown>>();
	const readersFor = (settings: string) => {
		const known = readers.get(settings);
		if (known) return known;
		const { readers: made } = poolsHere(workers, true);
		const program = JSON.parse(settings) as IngestSettings;
		made.setProgram(readingProgram(scripts.ingest, program));
		readers.set(settings, made as ProcessPool<unknown, unknown>);
		return made as ProcessPool<unknown, unknown>;
	};
	const byKind = {
		read: (settings) => readersFor(settings),
		render: () => pools.renderers,
		index: () => pools.indexers,
	} satisfies Record<WorkKind, (settings: string) => unknown>;
	await workForQueue(queue, programVersion(), {
		atOnce: 2 * workers,
		poolFor: (kind, settings = "") =>
			byKind[kind as WorkKind](settings) as ProcessPool<unknown, unknown>,
		kill: async () => {
			const all = [pools, ...readers.values()];
			await Promise.all(all.map((one) => one.kill()));
		},
	});
	process.exit(0);
}
