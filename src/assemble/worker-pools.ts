/** The processes that read, render and index for a build, or for one build after the other. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { FileRecord } from "../ingest/file-record.ts";
import { readingPool } from "../ingest/pool.ts";
import { ProcessPool } from "../processes/process-pool.ts";
import { Standby } from "../processes/standby.ts";
import { type RenderBatch, renderingPool } from "../render/renderer.ts";
import { workerCode } from "../search/code.ts";
import { programOf } from "../search/pool.ts";

export class WorkerPools {
	readonly readers: ProcessPool<string, FileRecord>;
	readonly renderers: ProcessPool<RenderBatch, readonly string[]>;
	readonly indexers: Standby;

	/**
	 * @param workers processes that read at most; one a core unless given.
	 * @param keepsOne whether one process of each kind waits for a further build.
	 */
	constructor(workers = availableParallelism(), keepsOne = false) {
		this.readers = new ProcessPool({ ...readingPool, size: workers, keepsOne });
		this.renderers = new ProcessPool({ ...renderingPool, keepsOne });
		this.indexers = new Standby(keepsOne);
	}

	/**
	 * After a build: be ready for a small change before it comes.
	 *
	 * @param cache the cache folder.
	 */
	async prepare(cache: string): Promise<void> {
		this.readers.prepare(1);
		this.renderers.prepare(1);
		// Where nothing had changed, nothing was indexed.
		const worker = await workerCode();
		this.indexers.foresee(programOf(worker.place(join(cache, "shards"))));
		this.indexers.prepare();
	}

	/** Let the processes go that no further build needs. */
	async rest(): Promise<void> {
		await Promise.all([this.readers.rest(), this.renderers.rest()]);
	}

	/** Stop what reads and renders: it may be writing still. */
	async kill(): Promise<void> {
		await Promise.all([this.readers.kill(), this.renderers.kill()]);
	}

	/** Let all processes go. */
	async close(): Promise<void> {
		const { readers, renderers, indexers } = this;
		await Promise.all([readers.close(), renderers.close(), indexers.close()]);
	}
}
