/** Rendering in processes: their memory goes when they end, all cores work, and templates are loaded once. */
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import type { Program } from "../processes/pool-process.ts";
import type { PoolOptions, WorkPool } from "../processes/process-pool.ts";
import { runEach } from "../processes/run-each.ts";
import type { PageKind } from "../site/pages/index.ts";
import type { PlannedPage } from "../site/plan.ts";
import type { View } from "../site/views.ts";

/** One job for a rendering process. */
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

/** A page that was written. */
export interface RenderedPage extends PlannedPage {
	readonly sha256: string;
}

/** Answers with the SHA-256 of each page that was written, in the order of the batch. */
export type Renderers = WorkPool<RenderBatch, readonly string[]>;

/** Pages a process takes at once: bounds its memory, and lets all of them end at about the same time. */
const batchSize = 300;
/** From so many pages on, rendering takes a process for each core; fewer are not worth their start. */
export const minPagesForAllCores = 400;

/** What the pool of rendering processes must know. */
export const renderingPool = {
	name: "Rendering",
	size: availableParallelism(),
	// Eleventy keeps about 2 KB of each page: 50,000 of them are enough.
	jobsPerProcess: Math.ceil(50_000 / batchSize),
} as const satisfies PoolOptions;

/** @param script the bundled worker, its templates beside it. */
export function renderingProgram(script: string): Program {
	return {
		script,
		args: [join(dirname(script), "pages")],
		options: [
			"--no-warnings",
			// In megabytes: V8 would let the heap grow to gigabytes before it looked what is still in use.
			"--max-old-space-size=512",
			"--enable-source-maps",
		],
		// As JSON, briefs and links would stand for themselves by their hashes.
		serialization: "advanced",
	};
}

/** How many processes are worth their start for `pages` pages. */
export function processesFor(pages: number): number {
	return pages < minPagesForAllCores ? 1 : availableParallelism();
}

/**
 * Write `job.pages` below `job.outDir`.
 *
 * @param onDone called with each batch of pages once it is written.
 * @throws with what the process said when a template fails or the process dies; others may still write then.
 */
export async function renderAll(
	job: RenderJob,
	renderers: Renderers,
	onDone: (pages: readonly RenderedPage[]) => void,
): Promise<void> {
	const { pages, corpusRoot, outDir } = job;
	const isMuch = pages.length >= minPagesForAllCores;
	const atOnce = isMuch ? renderers.atOnce : 1;
	const size = Math.min(batchSize, Math.ceil(pages.length / atOnce));
	await runEach(
		batchesOf(pages, size),
		(batch) => {
			const views = batch.map((page) => job.viewOf(page));
			return renderers.run({ corpusRoot, outDir, views });
		},
		(hashes, batch) =>
			onDone(
				batch.map((page, n) => ({ ...page, sha256: hashes[n] as string })),
			),
		atOnce,
	);
}

function* batchesOf(
	pages: readonly PlannedPage[],
	size: number,
): Generator<readonly PlannedPage[]> {
	for (let from = 0; from < pages.length; from += size)
		yield pages.slice(from, from + size);
}
