/** Corpus → `<out>/search/`: the index that browsers and the command line read. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Corpus, readCorpus } from "../corpus/store.ts";
import type { Card } from "../domain/manifest.ts";
import { fingerprint } from "../domain/order.ts";
import {
	type EntryFiles,
	entryKey,
	listEntry,
	placeEntry,
	soundEntry,
} from "./cache.ts";
import type { Catalog, Volume } from "./catalog.ts";
import { packCatalog } from "./catalog-file.ts";
import { workerCode } from "./code.ts";
import { describeArticles } from "./describe.ts";
import { openPool } from "./pool.ts";
import { pruneCache } from "./prune.ts";
import {
	readNotes,
	type Task,
	type UnitNotes,
	type VolumeNotes,
} from "./tasks.ts";
import { twinPath } from "./twin-names.ts";
import { twinOf } from "./twins.ts";
import { readFacts } from "./unit.ts";
import { type CutSizes, cutUnits, cutVolumes, type Stretch } from "./units.ts";

export interface IndexOptions {
	/** Folder of the corpus. */
	readonly corpusRoot: string;
	/** Root of the site; the index goes to `search/` below it. */
	readonly outDir: string;
	/** Where units and volumes are kept between builds. */
	readonly cacheDir: string;
	/** The folder that the site will have when it is finished; `outDir` unless given. */
	readonly owner?: string;
	/** Index processes at most; one a core, at least two, unless given. 0 works in this process. */
	readonly processes?: number;
	/** Whether to add what search needs on pages opened from a disk. */
	readonly portable: boolean;
	/** For tests: other sizes of units and volumes. */
	readonly sizes?: CutSizes;
	/** Called with the units finished so far and their number. */
	readonly onProgress?: (done: number, all: number) => void;
}

/** Figures for the terminal. */
export interface IndexSummary {
	/** Parts that are indexed on their own, and how many of them were made anew. */
	readonly shards: number;
	readonly rebuilt: number;
	/** Files below `search/`, without those only for pages opened from a disk. */
	readonly files: number;
	readonly bytes: number;
	/** What working from a disk costs on top. */
	readonly portableBytes: number;
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
	const corpus = readCorpus(options.corpusRoot);
	const cards = searchedCards(corpus);
	const units = cutUnits(cards, options.sizes);
	const volumes = cutVolumes(units, options.sizes);
	mkdirSync(options.cacheDir, { recursive: true });
	const parts = await makeParts(options, cards, units, volumes);
	const catalog = makeCatalog(options, corpus, cards, units, volumes, parts);
	const sizes = publish(options, catalog, parts);
	pruneCache(options.cacheDir, options.owner ?? options.outDir, parts.used);
	return {
		shards: units.length,
		rebuilt: parts.rebuilt,
		...sizes,
		ms: Math.round(performance.now() - started),
	};
}

/**
 * Make only some units, into the cache, where {@link buildIndex} finds them: for a machine that
 * takes a share of the work.
 *
 * @param wanted whether to make the unit that begins with the article of this id.
 * @returns how many units were wanted.
 */
export async function indexUnits(
	options: Omit<IndexOptions, "outDir">,
	wanted: (id: string) => boolean,
): Promise<number> {
	const cards = searchedCards(readCorpus(options.corpusRoot));
	const units = cutUnits(cards, options.sizes).filter(({ start }) =>
		wanted(cards[start]?.id ?? ""),
	);
	mkdirSync(options.cacheDir, { recursive: true });
	await makeParts(options, cards, units, []);
	return units.length;
}

/** Older copies stay readable, but a search shows each article once. */
function searchedCards({ manifest }: Corpus): readonly Card[] {
	return manifest.articles.filter(({ revisionOf }) => revisionOf === undefined);
}

/** Folders in the cache: of every unit, its texts, every volume, in order; and the engine's. */
interface Parts {
	readonly units: readonly string[];
	readonly texts: readonly string[];
	readonly volumes: readonly string[];
	readonly engine: string;
	readonly pagefind: string;
	/** Files of every folder that is published. */
	readonly files: ReadonlyMap<string, EntryFiles>;
	/** Names in the cache of all that was needed. */
	readonly used: readonly string[];
	readonly rebuilt: number;
}

async function makeParts(
	options: Omit<IndexOptions, "outDir">,
	cards: readonly Card[],
	units: readonly Stretch[],
	volumes: readonly Stretch[],
): Promise<Parts> {
	const { corpusRoot, cacheDir, portable } = options;
	const worker = await workerCode();
	const code = worker.version;
	const ids = cards.map(({ id }) => id);
	const processes = options.processes ?? Math.max(2, availableParallelism());
	const pool = openPool(processes, worker.place(cacheDir));
	const files = new Map<string, EntryFiles>();
	const names = [worker.fileName];
	let rebuilt = 0;
	let done = 0;
	/** Note the files of an entry if the cache holds it, undamaged. */
	const has = (key: string): boolean => {
		const entry = soundEntry(join(cacheDir, key));
		if (entry) files.set(key, entry);
		return entry !== undefined;
	};
	/** Have a task done, and note the files of what it made. */
	const run = async (task: Task, results: () => readonly string[]) => {
		if (await pool.run(task)) rebuilt++;
		for (const key of results()) files.set(key, listEntry(join(cacheDir, key)));
	};
	const ensure = async (task: Task): Promise<void> => {
		if (!has(task.key)) await run(task, () => [task.key]);
	};
	/** See to a unit and, where asked for, to its texts. */
	const ensureUnit = async ({ start, end }: Stretch): Promise<UnitNotes> => {
		const part = cards.slice(start, end).map((card) => card.sha256);
		const key = entryKey("n", code, part);
		names.push(key);
		const notes = () => readNotes<UnitNotes>(cacheDir, key);
		const wanted = () => {
			const { unit, texts } = notes();
			return portable ? [unit, texts] : [unit];
		};
		if (!has(key) || !wanted().every(has)) {
			const common = { cacheDir, key, code, corpusRoot, portable };
			await run(
				{ kind: "unit", ...common, ids: ids.slice(start, end) },
				wanted,
			);
		}
		options.onProgress?.(++done, units.length);
		return notes();
	};
	try {
		const engine = entryKey("e", code, portable);
		await ensure({ kind: "engine", cacheDir, key: engine, portable });
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
			return key;
		});
		// The first failure is the one to report; those it drags along are not.
		for (const part of [...made, ...volumeKeys]) part.catch(() => undefined);
		const notes = await Promise.all(made);
		return {
			units: notes.map(({ unit }) => unit),
			texts: portable ? notes.map(({ texts }) => texts) : [],
			volumes: await Promise.all(volumeKeys),
			engine,
			pagefind: version,
			files,
			used: [...new Set([...names, ...files.keys()])],
			rebuilt,
		};
	} finally {
		await pool.close();
	}
}

function makeCatalog(
	{ cacheDir }: IndexOptions,
	corpus: Corpus,
	cards: readonly Card[],
	units: readonly Stretch[],
	volumes: readonly Stretch[],
	parts: Parts,
): Catalog {
	const facts = parts.units.map((key) => readFacts(join(cacheDir, key)));
	return {
		version: 1,
		...describeArticles(corpus, cards),
		places: facts.flatMap(({ places }) => places),
		headline: facts.flatMap(({ headline }) => headline),
		pagefind: parts.pagefind,
		volumes: volumes.map((volume, n): Volume => {
			const folder = parts.volumes[n] as string;
			const start = units[volume.start]?.start ?? 0;
			const end = units[volume.end - 1]?.end ?? 0;
			const notes = readNotes<VolumeNotes>(cacheDir, folder);
			const pages = units
				.slice(volume.start, volume.end)
				.map((unit) => unit.end - unit.start);
			return { folder, start, count: end - start, pages, ...notes };
		}),
		texts: parts.texts.map((folder, n) => {
			const { start, end } = units[n] as Stretch;
			return { folder, start, count: end - start };
		}),
	};
}

/** Put the finished parts into the site. */
function publish(
	{ outDir, cacheDir, portable }: IndexOptions,
	catalog: Catalog,
	parts: Parts,
): Pick<IndexSummary, "files" | "bytes" | "portableBytes"> {
	const target = join(outDir, "search");
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	const sums = { files: 0, bytes: 0, portableBytes: 0 };
	const place = (key: string, to: string) => {
		for (const part of ["files/", "twins/"]) {
			const entry = Object.entries(parts.files.get(key) ?? {})
				.filter(([path]) => path.startsWith(part))
				.map(([path, file]) => [path.slice(part.length), file] as const);
			placeEntry(
				join(cacheDir, key, part),
				Object.fromEntries(entry),
				join(target, to),
			);
			const bytes = entry.reduce((sum, [, file]) => sum + file.bytes, 0);
			if (part === "files/") {
				sums.files += entry.length;
				sums.bytes += bytes;
			} else sums.portableBytes += bytes;
		}
	};
	place(parts.engine, "");
	for (const key of [...parts.volumes, ...parts.texts]) place(key, key);
	const write = (path: string, packed: Uint8Array) => {
		writeFileSync(join(target, path), packed);
		sums.files++;
		sums.bytes += packed.length;
		if (!portable) return;
		const twin = twinOf(path, packed);
		writeFileSync(join(target, twinPath(path)), twin);
		sums.portableBytes += twin.length;
	};
	const { outline, documents } = packCatalog(catalog);
	const rest = packJson(documents);
	const path = `documents-${fingerprint(rest).slice(0, 16)}.bin`;
	write(path, rest);
	write("catalog.bin", packJson({ ...outline, documents: path }));
	return sums;
}

function packJson(value: unknown): Uint8Array {
	return gzipSync(JSON.stringify(value), { level: 9 });
}
