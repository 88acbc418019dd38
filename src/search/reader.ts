/** The published index, loaded piece by piece as queries need it. */

import {
	type Catalog,
	chunksFor,
	type DocumentText,
	type Outline,
	pageName,
	textsPerFile,
	type Volume,
	volumeOf,
} from "./catalog.ts";
import {
	documentsFile,
	emptyCatalog,
	unpackDocuments,
} from "./catalog-file.ts";
import {
	Engine,
	type EngineModule,
	type Load,
	type OpenVolume,
} from "./engine.ts";
import { signature } from "./index-words.ts";
import { firstNotBelow } from "./lists.ts";
import { type ChunkWords, readPlaces, readWords } from "./word-places.ts";

/** Decoded places are kept up to this many numbers (4 bytes each). */
const keptPlaces = 12_000_000;

/** A chunk of words: its bytes, and where each word's pages begin. */
interface Chunk {
	readonly bytes: Uint8Array;
	readonly words: ChunkWords;
}

/** What a document is called. */
export interface DocumentName {
	/** Its article's id. */
	readonly id: string;
	readonly headline: string;
}

/** Where the documents and Pagefind's pages of a volume begin on its line of places. */
interface Bases {
	/** One more at the end: where the last one ends. */
	readonly documents: Uint32Array;
	readonly pages: Uint32Array;
}

export class IndexReader {
	private readonly load: Load;
	private readonly startEngine: () => Promise<EngineModule>;
	private readonly files = new Map<string, Promise<unknown>>();
	private readonly places = new Map<string, Uint32Array>();
	private readonly bases = new Map<Volume, Bases>();
	private readonly open = new Map<string, OpenVolume>();
	private kept = 0;

	/** @param startEngine runs `engine.js`. */
	constructor(load: Load, startEngine: () => Promise<EngineModule>) {
		this.load = load;
		this.startEngine = startEngine;
	}

	/** @throws when there is no index. */
	outline(): Promise<Outline> {
		return this.once("catalog.bin", readJson<Outline>);
	}

	/** What is known of every document. @throws when there is no index. */
	async catalog(): Promise<Catalog> {
		const { volumes } = await this.outline();
		await Promise.all(volumes.map((volume) => this.documentsOf(volume)));
		return this.emptyCatalog();
	}

	/** A catalogue that knows the documents of this volume, and of those asked before. */
	documentsOf({ documents, start, count }: Volume): Promise<Catalog> {
		return this.remember(`known ${documents}`, async () => {
			const catalog = await this.emptyCatalog();
			const bytes = await this.load(`${documents}/${documentsFile}`);
			unpackDocuments(bytes, catalog.columns, start, count);
			return catalog;
		});
	}

	private emptyCatalog(): Promise<Catalog> {
		return this.remember("catalog", async () =>
			emptyCatalog(await this.outline()),
		);
	}

	/** Begin to load what every query needs, before it is known what is asked. */
	start(): void {
		// Who needs it hears of it.
		this.catalog().catch(() => undefined);
	}

	/**
	 * Open every volume in Pagefind's engine. Until then lists alone answer, which costs a first
	 * question less than the engine takes to start.
	 *
	 * @throws when a file is missing; searching goes on without.
	 */
	async startEngines(): Promise<void> {
		const { volumes } = await this.outline();
		await Promise.all(
			volumes.map(async (volume) => {
				this.open.set(volume.folder, await this.openVolume(volume));
			}),
		);
	}

	/** Whether Pagefind's engine can be asked about a volume. */
	hasEngine(volume: Volume): boolean {
		return this.open.has(volume.folder);
	}

	private async openVolume(volume: Volume): Promise<OpenVolume> {
		const [engine, catalog] = await Promise.all([
			this.engine(),
			this.documentsOf(volume),
		]);
		return engine.open(catalog, volume);
	}

	private engine(): Promise<Engine> {
		return this.remember("engine", async () => {
			const load: Load = (path) => this.once(path, same);
			return new Engine(await this.startEngine(), load);
		});
	}

	/**
	 * @param prefix takes every word that begins with `word`.
	 * @returns those of these words that are there.
	 */
	async wordsLike(
		volume: Volume,
		word: string,
		prefix: boolean,
	): Promise<string[]> {
		const range = chunksFor(volume, word, prefix ? `${word}\uFFFF` : word);
		if (!range) return [];
		const numbers: number[] = [];
		for (let n = range[0]; n <= range[1]; n++) numbers.push(n);
		const chunks = await Promise.all(numbers.map((n) => this.chunk(volume, n)));
		return chunks.flatMap(({ words }) =>
			prefix
				? [...words.keys()].filter((other) => other.startsWith(word))
				: words.has(word)
					? [word]
					: [],
		);
	}

	/**
	 * How many places the engine would compare to find words one after another: on each page every
	 * place of the first with every place of the second.
	 */
	async costOf(volume: Volume, words: readonly string[]): Promise<number> {
		const [first, second] = await Promise.all(
			words.slice(0, 2).map(async (word) => {
				const chunk = await this.chunk(volume, chunkOf(volume, word));
				return chunk.words.get(word);
			}),
		);
		if (!first || !second) return 0;
		return (first.places * second.places) / Math.max(first.pages, second.pages);
	}

	/** How many places a word has in a volume. */
	async countOf(volume: Volume, word: string): Promise<number> {
		const { words } = await this.chunk(volume, chunkOf(volume, word));
		return words.get(word)?.places ?? 0;
	}

	/** The pages of these places, which ascend. */
	async pagesOf(
		volume: Volume,
		places: Uint32Array,
	): Promise<ReadonlySet<number>> {
		const { pages } = await this.allBases(volume);
		const found = new Set<number>();
		for (let at = 0, page = 0; at < places.length; ) {
			page = firstNotBelow(pages, (places[at] as number) + 1, page) - 1;
			found.add(page);
			const next = pages[page + 1];
			if (next === undefined) break;
			at = firstNotBelow(places, next, at);
		}
		return found;
	}

	/** Ask Pagefind's engine for the pages that hold words one after another. */
	async findPages(
		volume: Volume,
		words: readonly string[],
	): Promise<ReadonlySet<number>> {
		const open = await this.openVolume(volume);
		const chunks = new Set(words.map((word) => chunkOf(volume, word)));
		await Promise.all([...chunks].map((n) => open.loadChunk(n)));
		return open.find(words);
	}

	/**
	 * Where a word stands in a volume, one line of places over all pages.
	 *
	 * @param pages where to look; places on other pages may come too.
	 */
	async placesOf(
		volume: Volume,
		word: string,
		pages?: ReadonlySet<number>,
	): Promise<Uint32Array> {
		const key = `${volume.folder} ${word}`;
		const kept = this.places.get(key);
		if (kept) return kept;
		const { bytes, words } = await this.chunk(volume, chunkOf(volume, word));
		const known = words.get(word);
		if (!known) return new Uint32Array();
		const bases = await this.allBases(volume);
		// Where nearly all pages are read, all of it is worth keeping.
		const some = pages && pages.size * 2 < volume.pages.length;
		const places = readPlaces(
			bytes,
			known,
			bases.pages,
			some ? pages : undefined,
		);
		if (some) return places;
		if (this.kept + places.length > keptPlaces) {
			this.places.clear();
			this.kept = 0;
		}
		this.places.set(key, places);
		this.kept += places.length;
		return places;
	}

	/** The place where each document of a volume begins, and one more: where the last ends. */
	async basesOf(volume: Volume): Promise<Uint32Array> {
		return (await this.allBases(volume)).documents;
	}

	private async allBases(volume: Volume): Promise<Bases> {
		const known = this.bases.get(volume);
		if (known) return known;
		const { places } = (await this.documentsOf(volume)).columns;
		const documents = new Uint32Array(volume.count + 1);
		for (let n = 0; n < volume.count; n++)
			documents[n + 1] =
				(documents[n] as number) + (places[volume.start + n] ?? 0) + 1;
		let before = 0;
		const pages = Uint32Array.from(volume.pages, (count) => {
			const base = documents[before] as number;
			before += count;
			return base;
		});
		const bases = { documents, pages };
		this.bases.set(volume, bases);
		return bases;
	}

	/** What a list of hits says of a document: its article's id and headline. */
	async nameOf(document: number): Promise<DocumentName> {
		const volume = volumeOf(await this.outline(), document);
		let position = document - volume.start;
		let page = 0;
		while (position >= (volume.pages[page] as number))
			position -= volume.pages[page++] as number;
		const name = pageName(page);
		const group = await this.once(
			`${volume.folder}/fragment/${name}.pf_fragment`,
			(bytes) =>
				readJson<Record<string, { anchors: { id: string; text: string }[] }>>(
					bytes.subarray(signature.length),
				),
		);
		const { id = "", text = "" } = group[name]?.anchors[position] ?? {};
		return { id, headline: text };
	}

	/** The text of a document, from the files that stand in for pages; only in portable indexes. */
	async text(document: number): Promise<DocumentText | undefined> {
		const block = (await this.outline()).texts.find(
			({ start, count }) => document >= start && document < start + count,
		);
		if (!block) return undefined;
		const position = document - block.start;
		const file = Math.floor(position / textsPerFile);
		const texts = await this.once(
			`${block.folder}/t${file}.bin`,
			readJson<DocumentText[]>,
		);
		return texts[position % textsPerFile];
	}

	private chunk(volume: Volume, n: number): Promise<Chunk> {
		const path = `${volume.folder}/index/${pageName(n)}.pf_index`;
		return this.remember(`words ${path}`, async () => {
			const bytes = await this.once(path, same);
			return { bytes, words: readWords(bytes) };
		});
	}

	/** Load and read a file once. */
	private once<Value>(
		path: string,
		read: (bytes: Uint8Array) => Value,
	): Promise<Value> {
		return this.remember(path, () => this.load(path).then(read));
	}

	/** Do something once; a failure may be tried again. */
	private remember<Value>(
		name: string,
		act: () => Promise<Value>,
	): Promise<Value> {
		let value = this.files.get(name) as Promise<Value> | undefined;
		if (!value) {
			value = act();
			this.files.set(name, value);
			value.catch(() => this.files.delete(name));
		}
		return value;
	}
}

/** The chunk of a word that is there. */
function chunkOf(volume: Volume, word: string): number {
	return chunksFor(volume, word, word)?.[1] ?? 0;
}

function same(bytes: Uint8Array): Uint8Array {
	return bytes;
}

function readJson<Value>(bytes: Uint8Array): Value {
	return JSON.parse(new TextDecoder().decode(bytes)) as Value;
}
