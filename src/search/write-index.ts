/** Corpus → `<out>/search/`: the index that browsers and the command line read. */
import {
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Corpus, readCorpus } from "../corpus/store.ts";
import type { Card } from "../domain/manifest.ts";
import { byCodePoint, sha256 } from "../domain/order.ts";
import { type EntryFiles, placeEntry, soundEntry } from "./cache.ts";
import type { Catalog, Volume } from "./catalog.ts";
import { describeArticles } from "./describe.ts";
import { openPool } from "./pool.ts";
import { readName, readNotes, type Task } from "./tasks.ts";
import { twinPath } from "./twin-names.ts";
import { twinOf } from "./twins.ts";
import { readFacts } from "./unit.ts";
import {
	type CutSizes,
	cutUnits,
	cutVolumes,
	type Stretch,
	standardSizes,
} from "./units.ts";

export interface IndexOptions {
	/** Folder of the corpus. */
	readonly corpusRoot: string;
	/** Root of the site; the index goes to `search/` below it. */
	readonly outDir: string;
	/** Where units and volumes are kept between builds. */
	readonly cacheDir: string;
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
	// Older copies stay readable, but a search shows each article once.
	const cards = corpus.manifest.articles.filter(
		({ revisionOf }) => revisionOf === undefined,
	);
	const units = cutUnits(cards, options.sizes);
	const volumes = cutVolumes(units, options.sizes);
	mkdirSync(options.cacheDir, { recursive: true });
	const parts = await makeParts(options, cards, units, volumes);
	const catalog = makeCatalog(options, corpus, cards, units, volumes, parts);
	const sizes = publish(options, catalog, parts);
	return {
		shards: units.length,
		rebuilt: parts.rebuilt,
		...sizes,
		ms: Math.round(performance.now() - started),
	};
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
	readonly rebuilt: number;
}

async function makeParts(
	options: IndexOptions,
	cards: readonly Card[],
	units: readonly Stretch[],
	volumes: readonly Stretch[],
): Promise<Parts> {
	const { corpusRoot, cacheDir, portable } = options;
	const code = codeVersion();
	const keyOf = (kind: string, ...made: unknown[]) =>
		`${kind}-${sha256(JSON.stringify([code, ...made])).slice(0, 16)}`;
	const hashes = cards.map((card) => card.sha256);
	const ids = cards.map(({ id }) => id);
	const pool = openPool(
		options.processes ?? Math.max(2, availableParallelism()),
	);
	const files = new Map<string, EntryFiles>();
	let rebuilt = 0;
	let done = 0;
	/** Have a task done unless the cache holds its result. */
	const ensure = async (task: Task): Promise<boolean> => {
		const folder = join(cacheDir, task.key);
		const known = soundEntry(folder);
		if (!known) await pool.run(task);
		const entry = known ?? soundEntry(folder);
		if (!entry) throw new Error(`${folder} could not be written.`);
		files.set(task.key, entry);
		return !known;
	};
	/** Hash of what is searched of a unit's articles. */
	const nameUnit = async ({ start, end }: Stretch): Promise<string> => {
		const key = keyOf("n", hashes.slice(start, end));
		const part = ids.slice(start, end);
		await ensure({ kind: "name", cacheDir, key, corpusRoot, ids: part });
		return readName(cacheDir, key);
	};
	const makeUnit = async (unit: Stretch, name: string): Promise<string> => {
		const part = ids.slice(unit.start, unit.end);
		const key = keyOf("u", name, part);
		if (await ensure({ kind: "unit", cacheDir, key, corpusRoot, ids: part }))
			rebuilt++;
		options.onProgress?.(++done, units.length);
		return key;
	};
	try {
		const engine = keyOf("e", portable);
		await ensure({ kind: "engine", cacheDir, key: engine, portable });
		const version = readFileSync(join(cacheDir, engine, "version.txt"), "utf8");
		const names = units.map(nameUnit);
		const unitKeys = units.map(async (unit, n) =>
			makeUnit(unit, (await names[n]) as string),
		);
		const volumeKeys = volumes.map(async ({ start, end }) => {
			const parts = await Promise.all(unitKeys.slice(start, end));
			const key = keyOf("v", portable, parts);
			await ensure({
				kind: "volume",
				cacheDir,
				key,
				units: parts,
				ids: ids.slice(units[start]?.start, units[end - 1]?.end),
				version,
				portable,
			});
			return key;
		});
		const texts = (portable ? units : []).map(async ({ start, end }, n) => {
			const part = ids.slice(start, end);
			const key = keyOf("t", await names[n], part);
			await ensure({ kind: "texts", cacheDir, key, corpusRoot, ids: part });
			return key;
		});
		// The first failure is the one to report; those it drags along are not.
		for (const part of [...names, ...unitKeys, ...volumeKeys, ...texts])
			part.catch(() => undefined);
		return {
			units: await Promise.all(unitKeys),
			texts: await Promise.all(texts),
			volumes: await Promise.all(volumeKeys),
			engine,
			pagefind: version,
			files,
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
			const notes = readNotes(cacheDir, folder);
			return { folder, start, count: end - start, ...notes };
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
	const sums = { files: 1, bytes: 0, portableBytes: 0 };
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
	const packed = gzipSync(JSON.stringify(catalog), { level: 9 });
	writeFileSync(join(target, "catalog.bin"), packed);
	sums.bytes += packed.length;
	if (portable) {
		const twin = twinOf("catalog.bin", packed);
		writeFileSync(join(target, twinPath("catalog.bin")), twin);
		sums.portableBytes += twin.length;
	}
	return sums;
}

let version: string | undefined;

/** Hash of the code in this folder and of the sizes: what is cached depends on it. */
function codeVersion(): string {
	if (version !== undefined) return version;
	const folder = dirname(fileURLToPath(import.meta.url));
	const code = readdirSync(folder)
		.filter((name) => name.endsWith(".ts"))
		.sort(byCodePoint)
		.map((name) => readFileSync(join(folder, name), "utf8"));
	const pagefind = readFileSync(
		fileURLToPath(new URL("../package.json", import.meta.resolve("pagefind"))),
		"utf8",
	);
	version = sha256(JSON.stringify([standardSizes, code, pagefind])).slice(
		0,
		16,
	);
	return version;
}
