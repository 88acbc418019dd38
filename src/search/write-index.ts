/** Corpus → `<out>/search/`: the index that browsers and the command line read. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { articlePath, type Corpus } from "../corpus/store.ts";
import type { Card } from "../domain/manifest.ts";
import { ProcessPool } from "../processes/process-pool.ts";
import { type EntryFiles, entryKey } from "./cache.ts";
import { CheckedEntries } from "./checked.ts";
import { workerCode } from "./code.ts";
import { type Indexers, indexingPool, indexingProgram } from "./pool.ts";
import { pruneCache } from "./prune.ts";
import { Publication, type PublishedFiles, type Sizes } from "./publish.ts";
import { readNotes, runTask, type Task, type UnitNotes } from "./tasks.ts";
import { type CutSizes, cutUnits, cutVolumes, type Stretch } from "./units.ts";
import { type Documents, makeDocuments, outlineOf } from "./write-outline.ts";

export interface IndexOptions {
	readonly corpus: Corpus;
	/** Where an article's file lies, by id; below the corpus's root unless given. */
	readonly articlePlace?: (id: string) => string;
	/** Root of the site; the index goes to `search/` below it. */
	readonly outDir: string;
	/** Where units and volumes are kept between builds. */
	readonly cacheDir: string;
	/** The folder that the site will have when it is finished; `outDir` unless given. */
	readonly owner?: string;
	/** Who does the work; processes for this index alone unless given. */
	readonly indexers?: Indexers;
	/** How many those are; 0 works in this process. */
	readonly processes?: number;
	/** Whether to add what search needs on pages opened from a disk. */
	readonly portable: boolean;
	/** Who keeps what the site has already; without, everything is put there. */
	readonly published?: PublishedFiles;
	/** For tests: other sizes of units and volumes. */
	readonly sizes?: CutSizes;
	/** Called once the processes know what to do: what else there is to do may take this one a while. */
	readonly onBegun?: () => void;
	/** Called with the units finished so far and their number. */
	readonly onProgress?: (done: number, all: number) => void;
}

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
	const units = cutUnits(cards, options.sizes);
	const volumes = cutVolumes(units, options.sizes);
	mkdirSync(options.cacheDir, { recursive: true });
	const checked = new CheckedEntries(options.cacheDir);
	const publication = new Publication(options);
	let documents: Promise<Documents> | undefined;
	const parts = await makeParts(options, checked, cards, units, volumes, {
		publication,
		// While units are joined, and by somebody else, this process has time.
		onUnits: (made) => {
			documents = makeDocuments(options, checked, cards, units, volumes, made);
			documents.catch(() => undefined);
		},
	});
	if (!documents) throw new Error("The index has no units.");
	const described = await documents;
	const outline = outlineOf(options, units, volumes, parts, described);
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
		shards: units.length,
		rebuilt: parts.rebuilt,
		...sizes,
		ms: Math.round(performance.now() - started),
	};
}

/** Older copies stay readable, but a search shows each article once. */
function searchedCards({ manifest }: Corpus): readonly Card[] {
	return manifest.articles.filter(({ revisionOf }) => revisionOf === undefined);
}

/** Folders in the cache: of every unit, its texts, every volume, in order; and the engine's. */
export interface Parts {
	readonly units: readonly string[];
	readonly texts: readonly string[];
	readonly volumes: readonly string[];
	readonly engine: string;
	readonly pagefind: string;
	/** Files of every folder in the cache that was needed. */
	readonly files: Map<string, EntryFiles>;
	/** Names in the cache of what else was needed. */
	readonly code: readonly string[];
	readonly rebuilt: number;
}

/** Who is told of parts as they are finished. */
interface Listeners {
	readonly publication?: Publication;
	/** Called with the folders of all units, in order. */
	readonly onUnits?: (units: readonly string[]) => void;
}

async function makeParts(
	options: Omit<IndexOptions, "outDir">,
	checked: CheckedEntries,
	cards: readonly Card[],
	units: readonly Stretch[],
	volumes: readonly Stretch[],
	{ publication, onUnits }: Listeners = {},
): Promise<Parts> {
	const { cacheDir, portable } = options;
	const worker = await workerCode();
	const code = worker.version;
	const ids = cards.map(({ id }) => id);
	const placeOf =
		options.articlePlace ??
		((id: string) => articlePath(options.corpus.root, id));
	const indexers = indexersOf(options);
	indexers?.setProgram(indexingProgram(worker.place(cacheDir)));
	const files = new Map<string, EntryFiles>();
	const names = [worker.fileName];
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
		const isFirst = task.kind === "volume";
		const rebuilds = indexers
			? await indexers.run(task, isFirst)
			: await runTask(task);
		if (rebuilds) rebuilt++;
	};
	/** Note the files of what a task made. */
	const noteMade = (key: string) => files.set(key, checked.made(key));
	const ensure = async (task: Task): Promise<void> => {
		if (has(task.key)) return;
		await run(task);
		noteMade(task.key);
	};
	const place = (key: string, to?: string) =>
		publication?.place(key, files.get(key) ?? {}, to);
	/** See to a unit and, where asked for, to its texts. */
	const ensureUnit = async ({ start, end }: Stretch): Promise<UnitNotes> => {
		const part = cards.slice(start, end).map((card) => card.sha256);
		const key = entryKey("n", code, part);
		names.push(key);
		const wanted = ({ unit, texts }: UnitNotes) =>
			portable ? [unit, texts] : [unit];
		let notes = has(key) ? readNotes<UnitNotes>(cacheDir, key) : undefined;
		if (!notes || !wanted(notes).every(has)) {
			const own = ids.slice(start, end);
			const files = own.map(placeOf);
			const common = { cacheDir, key, code, portable };
			await run({ kind: "unit", ...common, ids: own, files });
			notes = readNotes<UnitNotes>(cacheDir, key);
			wanted(notes).forEach(noteMade);
		}
		options.onProgress?.(++done, units.length);
		if (portable) place(notes.texts);
		return notes;
	};
	try {
		const engine = entryKey("e", code, portable);
		await ensure({ kind: "engine", cacheDir, key: engine, portable });
		place(engine, "");
		const version = readFileSync(join(cacheDir, engine, "version.txt"), "utf8");
		const made = units.map(ensureUnit);
		const volumeKeys = volumes.map(async ({ start, end }) => {
			const parts = await Promise.all(made.slice(start, end));
			const keys = parts.map(({ unit }) => unit);
			const key = entryKey("v", code, portable, keys);
			await ensure({
				kind: "volume",
				cacheDir,
				key,
				units: keys,
				ids: ids.slice(units[start]?.start, units[end - 1]?.end),
				version,
				portable,
			});
			place(key);
			return key;
		});
		options.onBegun?.();
		// The first failure is the one to report; those it drags along are not.
		for (const part of [...made, ...volumeKeys]) part.catch(() => undefined);
		const notes = await Promise.all(made);
		const unitKeys = notes.map(({ unit }) => unit);
		onUnits?.(unitKeys);
		return {
			units: unitKeys,
			texts: portable ? notes.map(({ texts }) => texts) : [],
			volumes: await Promise.all(volumeKeys),
			engine,
			pagefind: version,
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
