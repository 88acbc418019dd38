/** The whole build, stage by stage: seeds → corpus → site. */
import { join } from "node:path";
import { DraftsLost } from "./assemble/articles.ts";
import { buildKeyOf, Figures } from "./assemble/build-key.ts";
import { compareWithPublished } from "./assemble/compare.ts";
import { writeCorpus } from "./assemble/corpus.ts";
import { webArchives } from "./assemble/kept-archives.ts";
import {
	type BuildOptions,
	type Made,
	type Session,
	withSession,
} from "./assemble/session.ts";
import { writeSite } from "./assemble/site.ts";
import type { WorkerPools } from "./assemble/worker-pools.ts";
import { lookForGarbageOften } from "./base/large-room.ts";
import { observed, settleAll } from "./base/promises.ts";
import { readRest } from "./corpus/store.ts";
import { heldPictures } from "./ingest/file-record.ts";
import { type Ingested, ingestSeeds } from "./ingest/ingest.ts";
import { swapAll } from "./output/swap.ts";
import { minPagesForAllCores, processesFor } from "./render/renderer.ts";
import { type BuildSummary, worstFindings } from "./report/print.ts";

export type { BuildOptions } from "./assemble/session.ts";

/**
 * Build corpus and site. Each line's input is the lines above.
 *
 * @param kept processes that stay for further builds of this one; the caller lets them go.
 * @throws Locked while another build writes the same folder, PublicationRefused where addresses would vanish; any other failure leaves both folders as they were.
 */
export function build(
	options: BuildOptions,
	kept?: WorkerPools,
): Promise<BuildSummary> {
	return withSession(options, kept, async (session) => {
		const seeds = await readSeeds(session);
		const key = buildKeyOf({
			...session.options,
			...seeds,
			code: session.code,
		});
		const done = await upToDate(session, key);
		if (done) return done;
		const corpus = await makeCorpus(session, seeds);
		const site = await writeSite(session, corpus);
		await publish(session, key);
		return summarise(session, key, corpus, site);
	});
}

/** Read the seeds that changed; at the same time, look at what earlier builds left. */
async function readSeeds(session: Session): Promise<Ingested> {
	const { options, files, corpus, site, pools, code, progress } = session;
	const folders = [corpus, site];
	const job = { kind: "walk", root: options.seeds } as const;
	const walking = observed(
		files.do(job, corpus.previous.about, files.thresholds.verify),
	);
	for (const folder of folders) folder.previous.startVerify();
	const ingested = await ingestSeeds(
		{ ...options, walking, readers: pools.readers },
		code,
		progress,
		(changed) => {
			if (changed < minPagesForAllCores) {
				corpus.linkSpeculatively();
				site.linkSpeculatively(["assets/"]);
			}
			for (const folder of folders) folder.previous.preload();
		},
	);
	// Where nothing changed, it was not needed yet, and the files are still looked at.
	for (const folder of folders) folder.previous.preload();
	return ingested;
}

/** @returns what the build of this key said, where both folders are as it left them. */
async function upToDate(
	{ options, corpus, site, progress }: Session,
	key: string,
): Promise<BuildSummary | undefined> {
	for (const { previous } of [corpus, site])
		if (!(await previous.isUpToDate(key))) return undefined;
	const summary = figuresOf(options).recall(key);
	if (!summary) return undefined;
	return { ...summary, ...unchanged(summary), ms: progress.finish() };
}

/** Write the corpus beside the old one; what stays of it is linked while the site is made. */
async function makeCorpus(
	session: Session,
	seeds: Ingested,
): Promise<Made & Pick<BuildSummary, "changes">> {
	const { options, progress, pools, corpus: folder } = session;
	const { reread } = seeds;
	const withdrawn = options.config.withdrawn.map(({ id }) => id);
	// Refused before anything is written.
	const archives = options.keepArchives
		? webArchives(seeds.records, new Set(withdrawn))
		: [];
	progress.stage("corpus");
	lookForGarbageOften();
	// What was read anew will be rendered anew: the processes load while the corpus is written.
	if (reread > 0) pools.renderers.prepare(processesFor(reread));
	const { manifest, remember } = await writeWhole(session, seeds);
	const linked = observed(folder.linkKept());
	const complete = observed(folder.complete());
	const corpus = readRest(manifest, folder.root, (path) =>
		folder.placeOf(path),
	);
	const changes = compareWithPublished(session, corpus, seeds.records);
	return {
		changes,
		...{ corpus, linked, complete, folder, reread },
		...{ held: heldPictures(seeds.records), archives },
		remember,
	};
}

/** Write the corpus; where the cache lost drafts, read their files again and begin anew. */
async function writeWhole(
	{ options, code, corpus }: Session,
	seeds: Ingested,
): ReturnType<typeof writeCorpus> {
	const { corpus: version } = code.versions;
	try {
		return await writeCorpus(seeds, options, version, corpus);
	} catch (error) {
		if (!(error instanceof DraftsLost)) throw error;
		const records = await seeds.readAgain(error.paths);
		return writeCorpus({ ...seeds, records }, options, version, corpus);
	}
}

/** Put both folders in the place of the old ones, and remember how they were left. */
async function publish(
	{ corpus, site, files, progress }: Session,
	key: string,
): Promise<void> {
	const folders = [corpus, site];
	progress.stage("publish");
	await site.complete();
	// Nothing slow between the two: a build killed there leaves a corpus and a site that differ.
	swapAll(folders);
	progress.stage("tidy up");
	// Readers have the new folders by now: where this fails, the next build takes longer, and mends it.
	const settled = settleAll(folders.map((folder) => folder.settle(key)));
	await settled.catch(sayCacheFailed);
	await files.release();
}

function summarise(
	{ options, corpus: corpusFolder, site: folder, progress }: Session,
	key: string,
	{
		corpus,
		archives,
		changes,
		reread,
	}: Pick<Made, "corpus" | "archives" | "reread"> &
		Pick<BuildSummary, "changes">,
	site: Awaited<ReturnType<typeof writeSite>>,
): BuildSummary {
	const summary: BuildSummary = {
		totals: corpus.report.totals,
		articles: corpus.manifest.articles.length,
		encounters: corpus.encounters.encounters.length,
		...site,
		site: folder.changes,
		archives: {
			files: archives.length,
			bytes: archives.reduce((sum, { bytes }) => sum + bytes, 0),
		},
		changes,
		foreign: [
			...corpusFolder.foreign.map((name) => join(options.corpus, name)),
			...folder.foreign.map((name) => join(options.out, name)),
		],
		reread,
		ms: progress.finish(),
		peakBytes: peakBytes(),
		out: options.out,
		worst: worstFindings(corpus.report),
	};
	try {
		figuresOf(options).remember(key, summary);
	} catch (error) {
		sayCacheFailed(error as Error);
	}
	return summary;
}

function figuresOf(options: BuildOptions): Figures<BuildSummary> {
	return new Figures(options, "build");
}

function sayCacheFailed(error: Error): void {
	console.error(
		`biannian: built, but the cache cannot be written: ${error.message}`,
	);
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
		changes: { added: 0, removed: 0, changed: 0, vanished: 0 },
		reread: 0,
		peakBytes: peakBytes(),
	};
}

function peakBytes(): number {
	return process.resourceUsage().maxRSS * 1024;
}
