/** Corpus → `<out>/search/`: the index that browsers and the command line read. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { compileCode } from "../../compile/code.ts";
import type { Corpus } from "../../corpus/store.ts";
import type { Card } from "../../domain/manifest.ts";
import { ProcessPool } from "../../processes/process-pool.ts";
import { columnFiles } from "../catalog-file.ts";
import { type Indexers, indexingPool, indexingProgram } from "../pool.ts";
import { boundsOf, cutMerged, cutSegments } from "./cut.ts";
import { describeArticles } from "./describe.ts";
import type { IndexOptions } from "./options.ts";
import { outlineOf } from "./outline.ts";
import { Parts } from "./parts.ts";
import { Publication, type Sizes } from "./publish.ts";
import { readFacts } from "./segment.ts";

/** Figures for the terminal. */
export interface IndexSummary extends Sizes {
	/** Parts that are indexed on their own, and how many of them were made anew. */
	readonly shards: number;
	readonly rebuilt: number;
	readonly ms: number;
}

/**
 * Write the index of the corpus. The bytes depend on the corpus alone; what the cache knows is not
 * made again.
 *
 * @throws with a sentence for a person when an article is missing, Pagefind or a process dies, or the disk refuses.
 */
export async function buildIndex(options: IndexOptions): Promise<IndexSummary> {
	const started = performance.now();
	const { cacheDir } = options;
	mkdirSync(cacheDir, { recursive: true });
	const cards = searchedCards(options.corpus);
	const segments = cutSegments(cards, options.sizes);
	const merged = cutMerged(segments, options.sizes);
	const indexers = indexersOf(options);
	const { versions, scripts } = options.code ?? (await compileCode(cacheDir));
	indexers?.setProgram(indexingProgram(scripts.indexer));
	const publication = new Publication(options);
	const parts = new Parts(options, versions.indexer, publication, indexers);
	try {
		const made = segments.map(({ start, end }) =>
			parts.segment(cards.slice(start, end)),
		);
		const joined = merged.map((one) =>
			parts.merged(
				made.slice(one.start, one.end),
				cards.slice(...boundsOf(one, segments)),
			),
		);
		// The first failure is the one to report; those it drags along are not.
		for (const part of [...made, ...joined]) part.catch(() => undefined);
		options.onBegun?.();
		const notes = await Promise.all(made);
		// While other processes join segments, this one has time.
		const facts = notes.map(({ segment }) =>
			readFacts(join(cacheDir, segment)),
		);
		const described = describeArticles(options.corpus, cards, {
			places: facts.flatMap(({ places }) => places),
			headline: facts.flatMap(({ headline }) => headline),
		});
		const documents = merged.map((one) =>
			parts.documents(
				columnFiles.map(({ pack }) =>
					pack(described.columns, ...boundsOf(one, segments)),
				),
			),
		);
		const outline = outlineOf(cacheDir, { segments, merged }, described, {
			documents: await Promise.all(documents),
			merged: await Promise.all(joined),
		});
		const sizes = publication.finish(outline);
		parts.noteUse();
		return {
			shards: segments.length,
			rebuilt: parts.rebuilt,
			...sizes,
			ms: Math.round(performance.now() - started),
		};
	} catch (error) {
		// Nothing writes to the cache any more then.
		await indexers?.kill();
		throw error;
	} finally {
		if (indexers !== options.indexers) await indexers?.close();
	}
}

/** Older copies stay readable, but a search shows each article once. */
function searchedCards({ manifest }: Corpus): readonly Card[] {
	return manifest.articles.filter(({ revisionOf }) => revisionOf === undefined);
}

/** @returns `undefined` where this process does the work. */
function indexersOf({
	indexers,
	processes = indexingPool.size,
}: Pick<IndexOptions, "indexers" | "processes">): Indexers | undefined {
	if (indexers || processes === 0) return indexers;
	return new ProcessPool({ ...indexingPool, size: processes });
}
