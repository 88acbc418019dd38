/** One machine's share of a build: what `assemble` then joins into the same bytes as a single build. */
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { keyedPages } from "../assemble/site.ts";
import { WorkerPools } from "../assemble/worker-pools.ts";
import { showProgress } from "../base/progress.ts";
import { inSlice, type Slice } from "../base/slice.ts";
import { bundleCode, pageTemplates } from "../compile/code.ts";
import { bundleRenderer } from "../compile/render-code.ts";
import { readCorpus } from "../corpus/store.ts";
import { ingestSeeds } from "../ingest/ingest.ts";
import { BulkFiles } from "../output/file-jobs.ts";
import { lockOutput } from "../output/lock.ts";
import { OutputFolder } from "../output/output-folder.ts";
import { type BuildOptions, entries, writeWhole } from "../pipeline.ts";
import { onInterrupt } from "../processes/children.ts";
import { sliceFolder, storePages } from "../render/page-store.ts";
import {
	type RenderedPage,
	renderAll,
	renderingProgram,
} from "../render/renderer.ts";
import type { SliceSummary } from "../report/print.ts";
import { indexSegments } from "../search/write/write-index.ts";
import { viewsOf } from "../site/views.ts";

/**
 * Build one slice into the cache. The first time it reads the slice's files; once the caches of all
 * slices were joined, it also writes the corpus, renders the slice's pages and indexes its shards.
 */
export async function buildSlice(
	options: BuildOptions,
	slice: Slice,
): Promise<SliceSummary> {
	const progress = showProgress(options.quiet || options.json);
	const pools = new WorkerPools(options.workers);
	const unlock = lockOutput(options.corpus);
	const bulk = new BulkFiles();
	let folder: OutputFolder | undefined;
	const giveUp = () => {
		folder?.abandon();
		unlock();
	};
	const forget = onInterrupt(giveUp);
	try {
		progress.stage("prepare");
		const code = await bundleCode(
			{ ...entries, ...pageTemplates() },
			options.cache,
		);
		bulk.useScript(code.bulk.path);
		const ingested = await ingestSeeds(
			{ ...options, slice, readers: pools.readers },
			code.ingest,
			progress,
		);
		const { reread: read, missing } = ingested;
		if (missing > 0)
			return {
				slice,
				read,
				missing,
				pages: 0,
				shards: 0,
				ms: progress.finish(),
			};
		progress.stage("corpus");
		folder = new OutputFolder(options.corpus, options.cache, bulk);
		const { version } = code.corpus;
		const { remember } = await writeWhole(ingested, options, version, folder);
		remember();
		await folder.complete();
		// No stamp: a build of the whole must look at the corpus again.
		folder.swap();
		await folder.settle("");
		await bulk.release();
		const corpus = readCorpus(options.corpus);
		pools.renderers.setProgram(
			renderingProgram(await bundleRenderer(dirname(code.render.path))),
		);
		const pages = [...keyedPages(corpus, options, code)].filter(({ path }) =>
			inSlice(path, slice),
		);
		progress.stage("render", pages.length);
		const name = `${slice.number}-of-${slice.of}`;
		const outDir = sliceFolder(options.cache, name);
		// Pages of an earlier time may be linked from elsewhere: never write into them.
		rmSync(outDir, { recursive: true, force: true });
		const rendered: RenderedPage[] = [];
		await renderAll(
			{
				corpusRoot: corpus.root,
				outDir,
				pages,
				viewOf: viewsOf(corpus, options),
			},
			pools.renderers,
			(batch) => {
				rendered.push(...batch);
				progress.step(rendered.length);
			},
		);
		storePages(options.cache, name, rendered);
		await pools.rest();
		progress.stage("index");
		const shards = await indexSegments(
			{
				corpus,
				cacheDir: join(options.cache, "shards"),
				portable: options.portable,
			},
			(id) => inSlice(id, slice),
		);
		return {
			slice,
			read,
			missing,
			pages: pages.length,
			shards,
			ms: progress.finish(),
		};
	} finally {
		await pools.close();
		await bulk.close();
		progress.finish();
		giveUp();
		forget();
	}
}
