/** Corpus → `<out>/search/`: the index that browsers and the command line read. */
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Corpus, readCorpus } from "../corpus/store.ts";
import type { Card } from "../domain/manifest.ts";
import { sha256 } from "../domain/order.ts";
import type { Catalog, TextBlock, Volume } from "./catalog.ts";
import { describeArticles } from "./describe.ts";
import { openPool, type Pool } from "./pool.ts";
import { readChunkTable } from "./tasks.ts";
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
	/** Who inverts the documents: Pagefind unless given. The bytes are the same; see ARCHITECTURE.md. */
	readonly inverter?: "own" | "pagefind";
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
 * @throws with a sentence for a person when an article is missing, a process dies or the disk refuses.
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
	const made = await makeParts(options, cards, units, volumes);
	const catalog = makeCatalog(options, corpus, cards, units, volumes, made);
	const target = join(options.outDir, "search");
	const sizes = publish(options, target, catalog, made);
	return {
		shards: units.length,
		rebuilt: made.rebuilt,
		...sizes,
		ms: Math.round(performance.now() - started),
	};
}

/** Folders in the cache: of every unit and volume, in order. */
interface Parts {
	readonly units: readonly string[];
	readonly volumes: readonly string[];
	readonly rebuilt: number;
}

async function makeParts(
	options: IndexOptions,
	cards: readonly Card[],
	units: readonly Stretch[],
	volumes: readonly Stretch[],
): Promise<Parts> {
	const { corpusRoot, cacheDir, inverter = "pagefind" } = options;
	const version = codeVersion();
	const memos = units.map(({ start, end }) => {
		const hashes = cards.slice(start, end).map((card) => card.sha256);
		return join(
			cacheDir,
			"known",
			sha256(JSON.stringify([version, hashes])).slice(0, 24),
		);
	});
	const known = memos.map((memo) => recall(memo, cacheDir));
	const missing = known.filter((key) => key === undefined).length;
	const pool = openPool(
		// Joining alone, where a volume is missing, needs no process of its own.
		missing === 0
			? 0
			: (options.processes ?? Math.max(2, availableParallelism())),
	);
	let done = units.length - missing;
	let rebuilt = 0;
	const makeUnit = async (n: number): Promise<string> => {
		const { start, end } = units[n] as Stretch;
		const before = known[n];
		if (before !== undefined) return before;
		const answer = await pool.run({
			kind: "unit",
			corpusRoot,
			cacheDir,
			version,
			ids: cards.slice(start, end).map(({ id }) => id),
			memo: memos[n] as string,
			inverter,
		});
		if (answer.made) rebuilt++;
		options.onProgress?.(++done, units.length);
		return answer.key;
	};
	try {
		const unitKeys = units.map((_, n) => makeUnit(n));
		const volumeKeys = volumes.map(async ({ start, end }) =>
			joinVolume(pool, options, await Promise.all(unitKeys.slice(start, end))),
		);
		// All have to end, well or not, before the processes are let go.
		for (const one of await Promise.allSettled([...unitKeys, ...volumeKeys]))
			if (one.status === "rejected") throw one.reason;
		return {
			units: await Promise.all(unitKeys),
			volumes: await Promise.all(volumeKeys),
			rebuilt,
		};
	} finally {
		pool.close();
	}
}

/** The unit that was made of the same articles before, if the cache still has it. */
function recall(memo: string, cacheDir: string): string | undefined {
	if (!existsSync(memo)) return undefined;
	const key = readFileSync(memo, "utf8");
	return /^u-[0-9a-f]{16}$/.test(key) && existsSync(join(cacheDir, key))
		? key
		: undefined;
}

async function joinVolume(
	pool: Pool,
	{ cacheDir }: IndexOptions,
	units: readonly string[],
): Promise<string> {
	const key = `v-${sha256(`${codeVersion()} ${units.join(" ")}`).slice(0, 16)}`;
	if (existsSync(join(cacheDir, key))) return key;
	return (await pool.run({ kind: "volume", cacheDir, key, units })).key;
}

function makeCatalog(
	options: IndexOptions,
	corpus: Corpus,
	cards: readonly Card[],
	units: readonly Stretch[],
	volumes: readonly Stretch[],
	made: Parts,
): Catalog {
	const facts = made.units.map((key) => readFacts(join(options.cacheDir, key)));
	const texts = units.map(
		({ start, end }, n): TextBlock => ({
			folder: made.units[n] as string,
			start,
			count: end - start,
		}),
	);
	return {
		version: 1,
		...describeArticles(corpus, cards),
		places: facts.flatMap(({ places }) => places),
		headline: facts.flatMap(({ headline }) => headline),
		volumes: volumes.map((volume, n): Volume => {
			const folder = made.volumes[n] as string;
			const start = units[volume.start]?.start ?? 0;
			const end = units[volume.end - 1]?.end ?? 0;
			return {
				folder,
				start,
				count: end - start,
				chunks: readChunkTable(options.cacheDir, folder),
			};
		}),
		texts: options.portable ? texts : [],
	};
}

/** Put the finished parts into the site, as hard links where the disk allows it. */
function publish(
	{ cacheDir, portable }: IndexOptions,
	target: string,
	catalog: Catalog,
	made: Parts,
): Pick<IndexSummary, "files" | "bytes" | "portableBytes"> {
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	let files = 1;
	let bytes = 0;
	let portableBytes = 0;
	const place = (from: string, to: string) => {
		const size = linkAll(join(cacheDir, from), join(target, to));
		files += size.files;
		return size.bytes;
	};
	for (const key of made.volumes) bytes += place(`${key}/files`, key);
	const packed = gzipSync(JSON.stringify(catalog));
	writeFileSync(join(target, "catalog.bin"), packed);
	bytes += packed.length;
	if (portable) {
		const plain = files;
		for (const key of made.volumes) portableBytes += place(`${key}/twins`, key);
		for (const key of made.units) portableBytes += place(`${key}/texts`, key);
		const twin = twinOf("catalog.bin", packed);
		writeFileSync(join(target, "catalog.js"), twin);
		portableBytes += twin.length;
		files = plain;
	}
	return { files, bytes, portableBytes };
}

function linkAll(from: string, to: string): { files: number; bytes: number } {
	mkdirSync(to, { recursive: true });
	const names = readdirSync(from);
	let bytes = 0;
	for (const name of names) {
		try {
			linkSync(join(from, name), join(to, name));
		} catch {
			// Another disk, or one without hard links.
			copyFileSync(join(from, name), join(to, name));
		}
		bytes += statSync(join(to, name)).size;
	}
	return { files: names.length, bytes };
}

let version: string | undefined;

/** Hash of the code in this folder and of the sizes: what is cached depends on it. */
function codeVersion(): string {
	if (version !== undefined) return version;
	const folder = dirname(fileURLToPath(import.meta.url));
	const code = readdirSync(folder)
		.filter((name) => name.endsWith(".ts"))
		.sort()
		.map((name) => readFileSync(join(folder, name), "utf8"));
	version = sha256(JSON.stringify([standardSizes, code])).slice(0, 16);
	return version;
}
