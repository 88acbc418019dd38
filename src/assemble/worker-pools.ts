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

export class WorkerPools {
	readonly readers: Readers;
	readonly renderers: Renderers;
	readonly indexers: Indexers;

	readonly #onClose: (() => Promise<void>) | undefined;

	constructor(pools: {
		readonly readers: Readers;
		readonly renderers: Renderers;
		readonly indexers: Indexers;
		/** Called when all are closed. */
		readonly onClose?: () => Promise<void>;
	}) {
		this.readers = pools.readers;
		this.renderers = pools.renderers;
		this.indexers = pools.indexers;
		this.#onClose = pools.onClose;
	}

	/** Where rendering and indexing processes find what they run. */
	setScripts({ render, indexer }: Code["scripts"]): void {
		this.renderers.setProgram(renderingProgram(render));
		this.indexers.setProgram(indexingProgram(indexer));
	}

	/** Be ready for a small change before it comes. */
	prepare(): void {
		for (const pool of this.#all) pool.prepare(1);
	}

	/** Let the processes go that no further build needs. */
	async rest(): Promise<void> {
		await Promise.all(this.#all.map((pool) => pool.rest()));
	}

	/** Stop everything that is at work. */
	async kill(): Promise<void> {
		await Promise.all(this.#all.map((pool) => pool.kill()));
	}

	/** Let all processes go. */
	async close(): Promise<void> {
		await Promise.all(this.#all.map((pool) => pool.close()));
		await this.#onClose?.();
	}

	get #all() {
		return [this.readers, this.renderers, this.indexers];
	}
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
	return new WorkerPools({
		readers: new ProcessPool({ ...readingPool, size, keepsOne }),
		renderers: new ProcessPool({ ...renderingPool, keepsOne }),
		indexers: new ProcessPool({ ...indexing, keepsOne }),
	});
}
