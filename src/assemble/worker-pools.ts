/** The processes that read, render and index for a build, or for one build after the other. */
import { join } from "node:path";
import { Standby } from "../processes/standby.ts";
import { Renderer } from "../render/renderer.ts";
import { workerCode } from "../search/code.ts";
import { programOf } from "../search/pool.ts";

export class Crew {
	readonly readers: Standby;
	readonly renderer: Renderer;
	readonly indexers: Standby;

	/** @param stays whether processes that read and index wait for a further build, too. */
	constructor(stays = false, renderer = new Renderer()) {
		this.readers = new Standby(stays);
		this.renderer = renderer;
		this.indexers = new Standby(stays);
	}

	/**
	 * After a build: be ready for a small change before it comes.
	 *
	 * @param cache the cache folder.
	 */
	async prepare(cache: string): Promise<void> {
		this.readers.prepare();
		this.renderer.prepare(1);
		// Where nothing had changed, nothing was indexed.
		const worker = await workerCode();
		this.indexers.foresee(programOf(worker.place(join(cache, "shards"))));
		this.indexers.prepare();
	}

	/** Let all processes go. */
	async close(): Promise<void> {
		this.renderer.close();
		await Promise.all([this.readers.close(), this.indexers.close()]);
	}
}
