/** Corpus → `<out>/search/`: the index that browsers and the command line read. */
import { mkdirSync } from "node:fs";
import { compileCode } from "../../compile/code.ts";
import { articlePath, type Corpus } from "../../corpus/store.ts";
import type { Card } from "../../domain/manifest.ts";
import { ProcessPool } from "../../processes/process-pool.ts";
import { type EntryFiles, entryKey } from "../cache.ts";
import { CheckedEntries } from "../checked.ts";
import { type Indexers, indexingPool, indexingProgram } from "../pool.ts";
import { pruneCache } from "../prune.ts";
import { cutMerged, cutSegments, type Stretch } from "./cut.ts";
import type { IndexOptions, Parts } from "./index-options.ts";
import { Publication, type Sizes } from "./publish.ts";
import { readNotes, runTask, type SegmentNotes, type Task } from "./tasks.ts";
import { type Documents, makeDocuments, outlineOf } from "./write-outline.ts";

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
	const cards = searchedCards(options.corpus);
	const segments = cutSegments(cards, options.sizes);
	const merged = cutMerged(segments, options.sizes);
	mkdirSync(options.cacheDir, { recursive: true });
	const checked = new CheckedEntries(options.cacheDir);
	const publication = new Publication(options);
	let documents: Promise<Documents> | undefined;
	const parts = await makeParts(options, checked, cards, segments, merged, {
		publication,
		// While other processes join segments, this one has time.
		onSegments: (made) => {
			documents = makeDocuments(
				options,
				checked,
				{ cards, segments, merged },
				made,
			);
			documents.catch(() => undefined);
		},
	});
	if (!documents) throw new Error("The index has no segments.");
	const described = await documents;
	const outline = outlineOf(options, { segments, merged }, parts, described);
	for (const [key, files] of described.files) {
		parts.files.set(key, files);
		publication.place(key, files);
	}
	const sizes = publication.finish(outline);
	checked.write();
	pruneCache(options.cacheDir, options.owner ?? options.outDir, [
		...parts.code,
		...parts.files.keys(),
	]);
	return {
		shards: segments.length,
		rebuilt: parts.rebuilt,
		...sizes,
		ms: Math.round(performance.now() - started),
	};
}

/** Older copies stay readable, but a search shows each article once. */
function searchedCards({ manifest }: Corpus): readonly Card[] {
	return manifest.articles.filter(({ revisionOf }) => revisionOf === undefined);
}

/** Called as parts are finished. */
interface Listeners {
	readonly publication?: Publication;
	/** Called with the folders of all segments, in order. */
	readonly onSegments?: (segments: readonly string[]) => void;
}

async function makeParts(
	options: Omit<IndexOptions, "outDir">,
	checked: CheckedEntries,
	cards: readonly Card[],
	segments: readonly Stretch[],
	merged: readonly Stretch[],
	{ publication, onSegments }: Listeners = {},
): Promise<Parts> {
	const { cacheDir, portable } = options;
	const { versions, scripts } =
		options.code ?? (await compileCode(options.cacheDir));
	const code = versions.indexer;
	const ids = cards.map(({ id }) => id);
	const placeOf =
		options.articlePlace ??
		((id: string) => articlePath(options.corpus.root, id));
	const indexers = indexersOf(options);
	indexers?.setProgram(indexingProgram(scripts.indexer));
	const files = new Map<string, EntryFiles>();
	const names: string[] = [];
	let rebuilt = 0;
	let done = 0;
	/** Note the files of an entry if the cache holds it, undamaged. */
	const has = (key: string): boolean => {
		const entry = checked.sound(key);
		if (entry) files.set(key, entry);
		return entry !== undefined;
	};
	const run = async (task: Task): Promise<void> => {
		// To join a large one takes long: begun at once, it is not what is left at the end for one process alone.
		const isFirst = task.kind === "merge";
		const rebuilds = indexers
			? await indexers.run(task, isFirst)
			: await runTask(task);
		if (rebuilds) rebuilt++;
	};
	/** Note the files of what a task made. */
	const noteMade = (key: string) => files.set(key, checked.made(key));
	const place = (key: string) => publication?.place(key, files.get(key) ?? {});
	/** See to a segment and, where asked for, to its texts. */
	const ensureSegment = async ({
		start,
		end,
	}: Stretch): Promise<SegmentNotes> => {
		const part = cards.slice(start, end).map((card) => card.sha256);
		const key = entryKey("n", code, part);
		names.push(key);
		const wanted = ({ segment, texts }: SegmentNotes) =>
			portable ? [segment, texts] : [segment];
		let notes = has(key) ? readNotes<SegmentNotes>(cacheDir, key) : undefined;
		if (!notes || !wanted(notes).every(has)) {
			const own = ids.slice(start, end);
			const files = own.map(placeOf);
			const common = { cacheDir, key, code, portable };
			await run({ kind: "segment", ...common, ids: own, files });
			notes = readNotes<SegmentNotes>(cacheDir, key);
			wanted(notes).forEach(noteMade);
		}
		options.onProgress?.(++done, segments.length);
		if (portable) place(notes.texts);
		return notes;
	};
	try {
		const made = segments.map(ensureSegment);
		const mergedKeys = merged.map(async ({ start, end }) => {
			const parts = await Promise.all(made.slice(start, end));
			const keys = parts.map(({ segment }) => segment);
			const key = entryKey("v", code, portable, keys);
			if (!has(key)) {
				await run({
					kind: "merge",
					cacheDir,
					key,
					segments: keys,
					ids: ids.slice(segments[start]?.start, segments[end - 1]?.end),
					portable,
				});
				noteMade(key);
			}
			place(key);
			return key;
		});
		options.onBegun?.();
		// The first failure is the one to report; those it drags along are not.
		for (const part of [...made, ...mergedKeys]) part.catch(() => undefined);
		const notes = await Promise.all(made);
		const keys = notes.map(({ segment }) => segment);
		onSegments?.(keys);
		return {
			segments: keys,
			texts: portable ? notes.map(({ texts }) => texts) : [],
			merged: await Promise.all(mergedKeys),
			files,
			code: names,
			rebuilt,
		};
	} catch (error) {
		// Nothing writes to the cache any more then.
		await indexers?.kill();
		throw error;
	} finally {
		if (indexers !== options.indexers) await indexers?.close();
	}
}

/** @returns `undefined` where this process does the work. */
function indexersOf({
	indexers,
	processes = indexingPool.size,
}: Pick<IndexOptions, "indexers" | "processes">): Indexers | undefined {
	if (indexers || processes === 0) return indexers;
	return new ProcessPool({ ...indexingPool, size: processes });
}
