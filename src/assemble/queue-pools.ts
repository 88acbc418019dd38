/** The pools of a build whose work is done by workers that take it from a queue. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { programVersion } from "../compile/versions.ts";
import { readingPool } from "../ingest/pool.ts";
import { JobsOnQueue, QueuePool } from "../processes/queue/queue-pool.ts";
import { renderingPool } from "../render/renderer.ts";
import { indexingPool } from "../search/pool.ts";
import {
	type WorkerPools,
	type WorkKind,
	workerPools,
} from "./worker-pools.ts";

/** Files on the way at once, enough for some dozens of cores; they are only paths. */
const filesAtOnce = 256;
/** Batches of pages on the way at once: each is about a megabyte. */
const batchesAtOnce = 64;

/**
 * @param queue `redis://…`
 * @throws QueueUnreachable
 */
export async function poolsOnQueue(
	queue: string,
	places: Readonly<Record<"seeds" | "out" | "corpus" | "cache", string>>,
): Promise<WorkerPools> {
	const { seeds, out, corpus, cache } = places;
	const folders = [seeds, cache, dirname(out), dirname(corpus)];
	for (const folder of folders.slice(1)) mkdirSync(folder, { recursive: true });
	const jobs = await JobsOnQueue.open(queue, programVersion(), folders);
	const pool = <Job, Result>(kind: WorkKind, name: string, atOnce: number) =>
		new QueuePool<Job, Result>(jobs, kind, name, atOnce);
	return workerPools(
		pool("read", readingPool.name, filesAtOnce),
		pool("render", renderingPool.name, batchesAtOnce),
		pool("index", indexingPool.name, batchesAtOnce),
		() => jobs.close(),
	);
}
