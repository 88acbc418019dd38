/** Rendering processes: their memory goes when they end, two cores work, and templates are loaded once. */
import { type ChildProcess, fork } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { serialize } from "node:v8";
import { projectRoot } from "../base/project.ts";
import { scratchName } from "../base/scratch-name.ts";
import { killAndWait, watchOver } from "../processes/children.ts";
import type { PageKind } from "../site/pages/index.ts";
import type { PlannedPage } from "../site/plan.ts";
import type { View } from "../site/views.ts";

/** One job for a rendering process, in a file: a large archive's pages are too much for a message. */
export interface RenderBatch {
	readonly corpusRoot: string;
	readonly outDir: string;
	readonly views: readonly View<PageKind>[];
}

/** All that a build has to render. */
export interface RenderJob {
	readonly corpusRoot: string;
	readonly outDir: string;
	readonly pages: readonly PlannedPage[];
	/** What the template of a page is given; called for a batch at a time. */
	viewOf(page: PlannedPage): View<PageKind>;
}

/** What a rendering process answers: the SHA-256 of each page it wrote, in order, or what went wrong. */
export type RenderAnswer =
	| { readonly hashes: readonly string[] }
	| { readonly problem: string };

/** A page that was written. */
export interface RenderedPage extends PlannedPage {
	readonly sha256: string;
}

/** Pages a process takes at once: bounds its memory, and lets all of them end at about the same time. */
const batchSize = 300;
/** From so many pages on, rendering takes a process for each core; fewer are not worth their start. */
export const worthAllCores = 400;
/** A process is let go after so many pages: Eleventy keeps about 2 KB of each. */
const retireAfter = 50_000;
/** Megabytes of heap: V8 would let it grow to gigabytes before it looked what is still in use. */
const heap = 512;

/**
 * Renders for one build, or, kept alive, for one after the other. Processes load the templates when they start:
 * a renderer belongs to one version of them.
 */
export class Renderer {
	readonly #all = new Set<Process>();
	readonly #idle: Process[] = [];
	readonly #patience: number;
	#version = "";
	#script: string | undefined;

	/** @param patience milliseconds after which a process that has not finished its batch is given up. */
	constructor(patience = 600_000) {
		this.#patience = patience;
	}

	/**
	 * From now on render with this version of the templates; processes of another one are let go.
	 *
	 * @param script the bundled worker; without one processes run from source.
	 */
	useVersion(version: string, script: string): void {
		// Another cache holds the same code: what runs may go on as long as its templates are there.
		if (
			version === this.#version &&
			this.#script !== undefined &&
			existsSync(this.#script)
		)
			return;
		this.close();
		this.#version = version;
		this.#script = script;
	}

	/** Start the processes that rendering `count` pages takes, so that they load while others work. */
	prepare(count: number): void {
		while (this.#idle.length < processesFor(count))
			this.#idle.push(this.#start());
	}

	/**
	 * Write `job.pages` below `job.outDir`.
	 *
	 * @param scratch an existing folder for the job files.
	 * @param onDone called with each batch of pages once it is written.
	 * @throws with what the process said when a template fails or the process dies.
	 */
	async render(
		job: RenderJob,
		scratch: string,
		onDone: (pages: readonly RenderedPage[]) => void,
	): Promise<void> {
		const { pages } = job;
		const processes = processesFor(pages.length);
		const size = Math.min(batchSize, Math.ceil(pages.length / processes));
		const batches: (readonly PlannedPage[])[] = [];
		for (let from = 0; from < pages.length; from += size)
			batches.push(pages.slice(from, from + size));
		mkdirSync(scratch, { recursive: true });
		const folder = mkdtempSync(scratchName(join(scratch, "render")));
		const work = async (): Promise<void> => {
			for (let batch = batches.shift(); batch; batch = batches.shift()) {
				const file = join(folder, `${batches.length}.batch`);
				const { corpusRoot, outDir } = job;
				const views = batch.map((page) => job.viewOf(page));
				const content: RenderBatch = { corpusRoot, outDir, views };
				// As JSON, briefs and links would stand for themselves by their hashes.
				writeFileSync(file, serialize(content));
				const process = this.#idle.pop() ?? this.#start();
				const hashes = await process.run(file, this.#patience);
				process.pages += batch.length;
				if (process.pages < retireAfter) this.#idle.push(process);
				else this.#end(process);
				onDone(
					batch.map((page, n) => ({ ...page, sha256: hashes[n] as string })),
				);
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

	/** Let the processes go that have nothing to do: what comes next needs their memory. */
	rest(): void {
		for (const process of this.#idle.splice(0)) this.#end(process);
	}

	/** Let all processes go, also those at work. */
	close(): void {
		this.#idle.length = 0;
		for (const process of this.#all) this.#end(process);
	}

	/** Stop all processes at once; afterwards none of them writes any more. */
	async kill(): Promise<void> {
		this.#idle.length = 0;
		const all = [...this.#all];
		this.#all.clear();
		await Promise.all(all.map((process) => process.kill()));
	}

	#start(): Process {
		const process = new Process(this.#script);
		this.#all.add(process);
		return process;
	}

	#end(process: Process): void {
		this.#all.delete(process);
		process.end();
	}
}

function processesFor(pages: number): number {
	return pages < worthAllCores ? 1 : availableParallelism();
}

/** One rendering process. */
class Process {
	pages = 0;
	readonly #child: ChildProcess;
	#said = "";
	/** How the process ended, if it has. */
	#end: string | undefined;

	/** @param script the bundled worker, its templates beside it; without one the process runs from source. */
	constructor(script?: string) {
		const source = join(projectRoot, "src/render/worker.ts");
		this.#child = fork(
			script ?? source,
			script ? [join(dirname(script), "pages")] : [],
			{
				execArgv: [
					"--no-warnings",
					`--max-old-space-size=${heap}`,
					...(script ? ["--enable-source-maps"] : ["--import", "tsx"]),
				],
				cwd: projectRoot,
				stdio: ["ignore", "ignore", "pipe", "ipc"],
			},
		);
		watchOver(this.#child);
		this.#child
			.on("error", ({ message }) => {
				this.#end = message;
			})
			.on("close", (status, signal) => {
				this.#end = signal ?? `exit ${status}`;
			});
		this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
			this.#said = (this.#said + text).slice(-8_000);
		});
	}

	/** @throws when the process could not write the batch, or not in `patience` milliseconds. */
	run(file: string, patience: number): Promise<readonly string[]> {
		const child = this.#child;
		return new Promise((done, failed) => {
			// It was started early, and may have died before there was anything to do.
			if (this.#end !== undefined)
				return failed(
					new Error(`Rendering failed (${this.#end}).\n${this.#said}`),
				);
			const fail = (why: string) => {
				settle();
				failed(new Error(`Rendering failed (${why}).\n${this.#said}`));
			};
			const onMessage = (answer: RenderAnswer) => {
				if ("problem" in answer) return fail(answer.problem);
				settle();
				done(answer.hashes);
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

	kill(): Promise<void> {
		return killAndWait(this.#child);
	}
}
