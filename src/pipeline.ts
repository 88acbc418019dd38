/** The whole build, stage by stage. */

import { dirname, join } from "node:path";
import { DraftsLost } from "./assemble/articles.ts";
import {
	recallFigures,
	rememberFigures,
	stampOf,
} from "./assemble/build-key.ts";
import { changesBetween, guardPublication } from "./assemble/changes.ts";
import { writeCorpus } from "./assemble/corpus.ts";
import { removeLeftovers } from "./assemble/leftovers.ts";
import { fileOf, readPublished, wayOf } from "./assemble/published.ts";
import { writeSite } from "./assemble/site.ts";
import { WorkerPools } from "./assemble/worker-pools.ts";
import { showProgress } from "./base/progress.ts";
import { observed, settleAll } from "./base/promises.ts";
import { assetsVersion, bundleCode, pageTemplates } from "./compile/code.ts";
import { bundleRenderer } from "./compile/render-code.ts";
import { type Corpus, readRest } from "./corpus/store.ts";
import type { Config } from "./domain/config.ts";
import { partsOf } from "./ingest/file-record.ts";
import { type Ingested, ingestSeeds } from "./ingest/ingest.ts";
import type { Listed } from "./output/checksums.ts";
import { BulkFiles } from "./output/file-jobs.ts";
import { lockOutput } from "./output/lock.ts";
import { OutputFolder, swapAll } from "./output/output-folder.ts";
import { publishedFiles } from "./output/published-files.ts";
import type { Worth } from "./output/thresholds.ts";
import { onInterrupt } from "./processes/children.ts";
import {
	minPagesForAllCores,
	processesFor,
	renderingProgram,
} from "./render/renderer.ts";
import { type BuildSummary, worstFindings } from "./report/print.ts";
import { workerCode } from "./search/code.ts";

export interface BuildOptions {
	/** Absolute paths. */
	readonly seeds: string;
	readonly out: string;
	readonly corpus: string;
	readonly cache: string;
	readonly config: Config;
	/** With a `/` at its end. */
	readonly baseUrl?: string;
	/** Whether search works when pages are opened from a disk. */
	readonly portable: boolean;
	/** Processes that read files; one per core unless given. */
	readonly workers?: number;
	/** How many published addresses may answer no more; none unless given. */
	readonly maxRemovals?: number;
	/** A list of ids that a site elsewhere published, to be compared with as well. */
	readonly against?: string;
	readonly strict: boolean;
	readonly quiet: boolean;
	readonly json: boolean;
	/** For tests: other sizes that count as large. */
	readonly worth?: Worth;
}

/** The code whose version decides what a cache still knows. */
export const entries = {
	ingest: "src/ingest/worker.ts",
	corpus: "src/assemble/corpus.ts",
	render: "src/render/worker.ts",
	views: "src/site/views.ts",
	index: "src/search/write/write-index.ts",
	files: "src/site/files/index.ts",
	bulk: "src/output/file-job-worker.ts",
	images: "src/site/images.ts",
} as const;

/**
 * Build corpus and site. Each line's input is the line above.
 *
 * @param kept processes that stay for further builds of this one; the caller lets them go.
 * @throws Locked while another build writes the same folder; any other failure leaves both folders as they were.
 */
export async function build(
	options: BuildOptions,
	kept?: WorkerPools,
): Promise<BuildSummary> {
	const progress = showProgress(options.quiet || options.json);
	const pools = kept ?? new WorkerPools(options.workers);
	const { renderers } = pools;
	const unlocks = [lockOutput(options.out)];
	let folders: OutputFolder[] = [];
	const bulk = new BulkFiles(options.worth);
	const giveUp = () => {
		for (const folder of folders) folder.abandon();
		for (const unlock of unlocks.splice(0)) unlock();
	};
	const forget = onInterrupt(giveUp);
	try {
		unlocks.push(lockOutput(options.corpus));
		progress.stage("prepare");
		removeLeftovers(options.cache);
		const code = await bundleCode(
			{ ...entries, ...pageTemplates() },
			options.cache,
		);
		const assets = assetsVersion();
		observed(workerCode());
		bulk.useScript(code.bulk.path);
		const useTemplates = async () =>
			renderers.setProgram(
				renderingProgram(await bundleRenderer(dirname(code.render.path))),
			);
		const folderOf = (target: string, about: Listed) =>
			new OutputFolder(target, options.cache, bulk, () =>
				publishedFiles(options.out, about),
			);
		const corpusFolder = folderOf(options.corpus, "corpus");
		const siteFolder = folderOf(options.out, "site");
		folders = [corpusFolder, siteFolder];
		const walking = observed(
			bulk.do(
				{ kind: "walk", root: options.seeds },
				corpusFolder.about,
				bulk.worth.looking,
			),
		);
		for (const folder of folders) folder.look();
		const ingested = await ingestSeeds(
			{ ...options, walking, readers: pools.readers },
			code.ingest,
			progress,
			(changed) => {
				if (changed < minPagesForAllCores) {
					corpusFolder.linkAhead();
					siteFolder.linkAhead(["assets/"]);
				}
				for (const folder of folders) folder.recall();
			},
		);
		// Where nothing changed, nobody asked for it yet, and the files are still looked at.
		for (const folder of folders) folder.recall();
		await settleAll(folders.map((folder) => folder.looked()));
		const stamp = stampOf({ ...options, ...ingested, code, assets });
		if (corpusFolder.isWhole(stamp) && siteFolder.isWhole(stamp)) {
			const summary = recallFigures<BuildSummary>(options.cache, stamp);
			if (summary) {
				if (kept) await useTemplates();
				return { ...summary, ...unchanged(summary), ms: progress.finish() };
			}
		}
		progress.stage("corpus");
		await useTemplates();
		// What was read anew will be rendered anew: the processes load meanwhile.
		if (ingested.reread > 0) renderers.prepare(processesFor(ingested.reread));
		const { version } = code.corpus;
		const { manifest, remember } = await writeWhole(
			ingested,
			options,
			version,
			corpusFolder,
		);
		const linked = observed(corpusFolder.linkKept());
		const complete = observed(corpusFolder.complete());
		const corpus = readRest(manifest, corpusFolder.root, (path) =>
			corpusFolder.placeOf(path),
		);
		const changes = compareWithPublished(corpus, ingested, options);
		const site = await writeSite(
			{
				corpus,
				linked,
				complete,
				folder: corpusFolder,
				reread: ingested.reread,
				meanwhile: remember,
			},
			options,
			{ code, assets },
			siteFolder,
			pools,
			progress,
		);
		progress.stage("publish");
		await siteFolder.complete();
		// Nothing slow between the two: a build killed there leaves a corpus and a site that differ.
		swapAll(folders);
		progress.stage("tidy up");
		// Readers have the new folders by now: where this fails, the next build takes longer, and mends it.
		const settled = settleAll(folders.map((folder) => folder.settle(stamp)));
		await settled.catch(sayCacheFailed);
		await bulk.release();
		const summary: BuildSummary = {
			totals: corpus.report.totals,
			articles: corpus.manifest.articles.length,
			encounters: corpus.encounters.encounters.length,
			...site,
			site: siteFolder.changes,
			changes,
			foreign: [
				...corpusFolder.foreign.map((name) => join(options.corpus, name)),
				...siteFolder.foreign.map((name) => join(options.out, name)),
			],
			reread: ingested.reread,
			ms: progress.finish(),
			peakBytes: peakBytes(),
			out: options.out,
			worst: worstFindings(corpus.report),
		};
		try {
			rememberFigures(options.cache, stamp, summary);
		} catch (error) {
			sayCacheFailed(error as Error);
		}
		return summary;
	} catch (error) {
		// They may be writing still, into a folder that is about to go.
		await pools.kill();
		throw error;
	} finally {
		await (kept ? kept.rest() : pools.close());
		await bulk.close();
		progress.finish();
		giveUp();
		// Last: a signal that came before finds the handler, one that comes later finds nothing to undo.
		forget();
	}
}

/**
 * What readers will find changed.
 *
 * @returns how many articles.
 * @throws PublicationRefused when published addresses would answer no more.
 */
function compareWithPublished(
	corpus: Corpus,
	{ records }: Ingested,
	options: BuildOptions,
): BuildSummary["changes"] {
	const { out, corpus: old, against, maxRemovals = 0 } = options;
	const before = readPublished(out, old, against);
	const byFile = new Map<string, string>();
	for (const { sha256, draft } of records.flatMap(partsOf))
		if (draft) byFile.set(sha256, draft.id);
	const changes = changesBetween(
		before,
		corpus,
		(id) => byFile.get(fileOf(old, id) ?? "") ?? wayOf(old, id),
	);
	guardPublication(changes, before, corpus.manifest.articles.length, {
		...options,
		maxRemovals,
	});
	const { added, removed, changed } = changes;
	return {
		added: added.length,
		removed: removed.length,
		changed: changed.length,
	};
}

function sayCacheFailed(error: Error): void {
	console.error(
		`biannian: built, but the cache cannot be written: ${error.message}`,
	);
}

/** Write the corpus; where the cache lost drafts, read their files again and begin anew. */
export async function writeWhole(
	ingested: Ingested,
	options: Pick<BuildOptions, "seeds" | "corpus" | "cache" | "config">,
	version: string,
	folder: OutputFolder,
): ReturnType<typeof writeCorpus> {
	try {
		return await writeCorpus(ingested, options, version, folder);
	} catch (error) {
		if (!(error instanceof DraftsLost)) throw error;
		const records = await ingested.again(error.paths);
		return writeCorpus({ ...ingested, records }, options, version, folder);
	}
}

/** What a build that had nothing to do says of itself. */
function unchanged({
	pages,
	search,
	site,
}: BuildSummary): Partial<BuildSummary> {
	return {
		pages: { ...pages, rendered: 0 },
		search: { ...search, rebuilt: 0 },
		site: { written: 0, kept: site.written + site.kept, dropped: 0 },
		changes: { added: 0, removed: 0, changed: 0 },
		reread: 0,
		peakBytes: peakBytes(),
	};
}

function peakBytes(): number {
	return process.resourceUsage().maxRSS * 1024;
}
