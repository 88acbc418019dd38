/** The processes that read, render and index for a build, or for one build after the other. */
import { availableParallelism } from "node:os";
import type { Code } from "../compile/code.ts";
import { type Readers, readingPool } from "../ingest/pool.ts";
import { ProcessPool } from "../processes/process-pool.ts";
import {
	type Renderers,
	renderingPool,
	renderingProgram,
} from "../render/renderer.ts";
import {
	type Indexers,
	indexingPool,
	indexingProgram,
} from "../search/pool.ts";

/** Kinds of work, as a queue names them. */
export type WorkKind = "read" | "render" | "index";

/** The pools of one build, or of one after the other. */
export type WorkerPools = ReturnType<typeof workerPools>;

/** @param onClose called when all are closed. */
export function workerPools(
	readers: Readers,
	renderers: Renderers,
	indexers: Indexers,
	onClose: () => Promise<void> = async () => undefined,
) {
	const all = [readers, renderers, indexers];
	return {
		...{ readers, renderers, indexers },
		/** Where rendering and indexing processes find what they run. */
		setScripts({ render, indexer }: Code["scripts"]): void {
			renderers.setProgram(renderingProgram(render));
			indexers.setProgram(indexingProgram(indexer));
		},
		/** Be ready for a small change before it comes. */
		prepare(): void {
			for (const pool of all) pool.prepare(1);
		},
		/** Let the processes go that no further build needs. */
		async rest(): Promise<void> {
			await Promise.all(all.map((pool) => pool.rest()));
		},
		/** Stop everything that is at work. */
		async kill(): Promise<void> {
			await Promise.all(all.map((pool) => pool.kill()));
		},
		/** Let all processes go. */
		async close(): Promise<void> {
			await Promise.all(all.map((pool) => pool.close()));
			await onClose();
		},
	};
}

/**
 * Processes of this machine.
 *
 * @param workers processes that read or index at most; one a core, and at least two that index, unless given.
 * @param keepsOne whether one process of each kind waits for a further build.
 */
export function poolsHere(workers?: number, keepsOne = false): WorkerPools {
	const size = workers ?? availableParallelism();
	const indexing = { ...indexingPool, size: workers ?? indexingPool.size };
	return workerPools(
		new ProcessPool({ ...readingPool, size, keepsOne }),
		new ProcessPool({ ...renderingPool, keepsOne }),
		new ProcessPool({ ...indexing, keepsOne }),
	);
}
