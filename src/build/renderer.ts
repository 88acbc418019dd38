/** Rendering processes: their memory goes when they end, two cores work, and templates are loaded once. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { scratchName } from "../domain/scratch-name.ts";
import type { PlannedPage } from "../site/plan.ts";
import { watchOver } from "./children.ts";
import { projectRoot } from "./code.ts";

/** One job for a rendering process, in a file: a large archive's pages are too much for a message. */
export interface RenderBatch {
	readonly corpusRoot: string;
	readonly outDir: string;
	readonly baseUrl?: string;
	readonly pages: readonly PlannedPage[];
}

/** Pages a process takes at once: bounds its memory. */
const batchSize = 5_000;
/** Fewer pages than this are not worth a second process. */
const worthTwo = 400;
/** A process is let go after so many pages; Eleventy keeps something of each. */
const retireAfter = 10_000;

/**
 * Renders for one build, or, kept alive, for one after the other. Processes load the templates when they start:
 * a renderer belongs to one version of them.
 */
export class Renderer {
	readonly #all = new Set<Process>();
	readonly #idle: Process[] = [];
	readonly #patience: number;
	#version = "";

	/** @param patience milliseconds after which a process that has not finished its batch is given up. */
	constructor(patience = 600_000) {
		this.#patience = patience;
	}

	/** From now on render with this version of the templates; processes of another one are let go. */
	useVersion(version: string): void {
		if (version !== this.#version) this.close();
		this.#version = version;
	}

	/**
	 * Write `job.pages` below `job.outDir`.
	 *
	 * @param scratch an existing folder for the job files.
	 * @param onDone called with each batch of pages once it is written.
	 * @throws with what the process said when a template fails or the process dies.
	 */
	async render(
		job: RenderBatch,
		scratch: string,
		onDone: (pages: readonly PlannedPage[]) => void,
	): Promise<void> {
		const { pages } = job;
		const processes = pages.length < worthTwo ? 1 : availableParallelism();
		const size = Math.min(batchSize, Math.ceil(pages.length / processes));
		const batches: (readonly PlannedPage[])[] = [];
		for (let from = 0; from < pages.length; from += size)
			batches.push(pages.slice(from, from + size));
		mkdirSync(scratch, { recursive: true });
		const folder = mkdtempSync(scratchName(join(scratch, "render")));
		const work = async (): Promise<void> => {
			for (let batch = batches.shift(); batch; batch = batches.shift()) {
				const file = join(folder, `${batches.length}.json`);
				writeFileSync(file, JSON.stringify({ ...job, pages: batch }));
				const process = this.#idle.pop() ?? this.#start();
				await process.run(file, this.#patience);
				process.pages += batch.length;
				if (process.pages < retireAfter) this.#idle.push(process);
				else this.#end(process);
				onDone(batch);
			}
		};
		try {
			await Promise.all(
				Array.from({ length: Math.min(processes, batches.length) }, work),
			);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}

	/** Let all processes go, also those at work. */
	close(): void {
		this.#idle.length = 0;
		for (const process of this.#all) this.#end(process);
	}

	#start(): Process {
		const process = new Process();
		this.#all.add(process);
		return process;
	}

	#end(process: Process): void {
		this.#all.delete(process);
		process.end();
	}
}

/** One rendering process. */
class Process {
	pages = 0;
	readonly #child: ChildProcess;
	#said = "";

	constructor() {
		this.#child = fork(join(projectRoot, "src/build/render-worker.ts"), [], {
			execArgv: ["--no-warnings", "--import", "tsx"],
			cwd: projectRoot,
			stdio: ["ignore", "ignore", "pipe", "ipc"],
		});
		watchOver(this.#child);
		this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
			this.#said = (this.#said + text).slice(-8_000);
		});
	}

	/** @throws when the process could not write the batch, or not in `patience` milliseconds. */
	run(file: string, patience: number): Promise<void> {
		const child = this.#child;
		return new Promise((done, failed) => {
			const fail = (why: string) => {
				settle();
				failed(new Error(`Rendering failed (${why}).\n${this.#said}`));
			};
			const onMessage = (problem: string) => {
				if (problem !== "") return fail(problem);
				settle();
				done();
			};
			const onClose = (status: number | null, signal: string | null) =>
				fail(signal ?? `exit ${status}`);
			const onError = (error: Error) => fail(error.message);
			const timer = setTimeout(() => {
				fail(`no answer for ${patience / 1000} s`);
				child.kill("SIGKILL");
			}, patience);
			const settle = () => {
				clearTimeout(timer);
				child
					.off("message", onMessage)
					.off("close", onClose)
					.off("error", onError);
			};
			child.on("message", onMessage).on("close", onClose).on("error", onError);
			// A process that is gone already says so by its end.
			child.send(file, () => undefined);
		});
	}

	end(): void {
		if (this.#child.connected) this.#child.disconnect();
	}
}
