/** `worker`: does the work of builds that put it on a queue. */
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { entries, runHere } from "../assemble/session.ts";
import { poolsHere, type WorkKind } from "../assemble/worker-pools.ts";
import { bundleCode, pageTemplates, programVersion } from "../compile/code.ts";
import { bundleRenderer } from "../compile/render-code.ts";
import type { IngestSettings } from "../ingest/file-record.ts";
import { readingProgram } from "../ingest/pool.ts";
import type { ProcessPool } from "../processes/process-pool.ts";
import { workForQueue } from "../processes/queue/work-for-queue.ts";
import { renderingProgram } from "../render/renderer.ts";
import { workerCode } from "../search/code.ts";
import { indexingProgram } from "../search/pool.ts";

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
	const all = { ...entries, ...pageTemplates() };
	const code = await bundleCode(all, cache, runHere);
	const renderer = await bundleRenderer(dirname(code.render.path));
	const indexer = (await workerCode()).place(join(cache, "shards"));
	const pools = poolsHere(workers, true);
	pools.renderers.setProgram(renderingProgram(renderer));
	pools.indexers.setProgram(indexingProgram(indexer));
	/** Builds differ in where their seeds are: each has processes of its own, as they may read nothing else. */
	const readers = new Map<string, ProcessPool<unknown, unknown>>();
	const readersFor = (settings: string) => {
		const known = readers.get(settings);
		if (known) return known;
		const { readers: made } = poolsHere(workers, true);
		const program = JSON.parse(settings) as IngestSettings;
		made.setProgram(readingProgram(code.ingest.path, program));
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
