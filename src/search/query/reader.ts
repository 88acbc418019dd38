/** The published index, loaded piece by piece as queries need it. */
import {
	type Catalog,
	type CitedFacts,
	type DocumentText,
	documentsPerCards,
	documentsPerNames,
	type MergedSegment,
	type Outline,
	outlineFile,
	outlineVersion,
	segmentOf,
	type TextFolder,
	textsFile,
	textsPerFile,
} from "../catalog.ts";
import {
	type ColumnFile,
	catalogOf,
	documentsFile,
	peopleFile,
} from "../catalog-file.ts";
import { type ChunkWord, readChunk, readPlaces } from "../chunk.ts";
import { placeOf } from "../file-places.ts";
import { type FormCounts, unpackCounts } from "../sign-counts.ts";
import { filesFor, type WordRange } from "../word-files.ts";

/** Gets a file below `search/`, unpacked. @throws when there is none. */
export type Load = (path: string) => Promise<Uint8Array>;

/** Decoded places are kept up to this many numbers (4 bytes each). */
const keptPlaces = 12_000_000;

/** A chunk of words. */
interface Chunk {
	readonly bytes: Uint8Array;
	readonly words: readonly ChunkWord[];
}

/** A word of the index, and where it is. */
export interface FoundWord extends ChunkWord {
	readonly bytes: Uint8Array;
	/** Distinguishes it from words of other chunks. */
	readonly path: string;
}

/** What a document is called. */
export interface DocumentName {
	/** Its article's id. */
	readonly id: string;
	readonly headline: string;
}

/** A file of the index that cannot be used; the message begins with its path. */
export class IndexFileError extends Error {
	/** Below the site's root. */
	readonly path: string;

	constructor(path: string, cause: unknown) {
		const why = cause instanceof Error ? cause.message : String(cause);
		super(`search/${path}: ${why}`, { cause });
		this.path = `search/${path}`;
	}
}

export class IndexReader {
	private readonly load: Load;
	private readonly files = new Map<string, Promise<unknown>>();
	private readonly places = new Map<string, Uint32Array>();
	private readonly bases = new Map<string, Uint32Array>();
	private readonly loaded = new Set<string>();
	private kept = 0;
	private isGiven = false;
	/** Whether {@link people} were asked for and are known. */
	knowsPeople = false;

	/** @param given the outline, where who asks has it already: it may be older than the index. */
	constructor(load: Load, given: Outline | null = null) {
		this.load = load;
		if (!given) return;
		this.isGiven = true;
		this.files.set(outlineFile, Promise.resolve(catalogOf(given)));
	}

	/**
	 * Where a file is missing: forget the outline that was given, and what was read by it.
	 *
	 * @returns whether there was one; the index's own may name other files.
	 */
	forgetGiven(): boolean {
		if (!this.isGiven) return false;
		this.isGiven = false;
		this.knowsPeople = false;
		for (const known of [this.files, this.places, this.bases, this.loaded])
			known.clear();
		this.kept = 0;
		return true;
	}

	/** @throws {IndexFileError} when there is no index, or one that another version wrote. */
	outline(): Promise<Outline> {
		return this.known();
	}

	/** The outline, with what is known of documents so far. */
	private known(): Promise<Catalog> {
		return this.once(outlineFile, (bytes) => {
			const outline = readJson<Outline>(bytes);
			if (outline.version !== outlineVersion)
				throw new Error(
					`version ${outline.version} of the index, ${outlineVersion} expected`,
				);
			return catalogOf(outline);
		});
	}

	/** What is known of every document, as far as its files can be had. @throws when there is no index. */
	async catalog(): Promise<Catalog> {
		const { segments } = await this.outline();
		await Promise.allSettled(
			segments.map((segment) => this.documentsOf(segment)),
		);
		return this.known();
	}

	/** A catalogue that knows the documents of this segment, and of those asked before. */
	documentsOf(segment: MergedSegment): Promise<Catalog> {
		return this.withColumns(segment, documentsFile);
	}

	/** The same, and who is in them. */
	peopleOf(segment: MergedSegment): Promise<Catalog> {
		return this.withColumns(segment, peopleFile);
	}

	/** Have the catalogue know who is in every document. @throws when a file of the index cannot be loaded. */
	async people(): Promise<void> {
		const { segments } = await this.outline();
		await Promise.all(segments.map((segment) => this.peopleOf(segment)));
		this.knowsPeople = true;
	}

	private async withColumns(
		{ documents, start, count }: MergedSegment,
		file: ColumnFile,
	): Promise<Catalog> {
		const catalog = await this.known();
		await this.once(`${documents}/${file.name}`, (bytes) =>
			file.unpack(bytes, catalog.columns, start, count),
		);
		return catalog;
	}

	/** Begin to load what every query needs first, before it is known what is asked. */
	start(): void {
		// Prevents an unhandled rejection: the search says what is wrong.
		this.outline().catch(() => undefined);
	}

	/** Words of a segment. */
	async wordsIn(
		segment: MergedSegment,
		range: WordRange,
	): Promise<FoundWord[]> {
		const { first, last } = range;
		const chunks = await Promise.all(
			filesFor(segment.words, range).map(({ path }) =>
				this.chunk(`${segment.folder}/${path}`),
			),
		);
		return chunks.flatMap(({ bytes, words, path }) => {
			const found: FoundWord[] = [];
			const isBefore = (n: number) => (words[n] as ChunkWord).word < first;
			for (let n = countWhile(words.length, isBefore); n < words.length; n++) {
				const word = words[n] as ChunkWord;
				if (word.word > last) break;
				found.push({ ...word, bytes, path });
			}
			return found;
		});
	}

	/** Bytes before packing that {@link wordsIn} would have to load. */
	costOf({ folder, words }: MergedSegment, range: WordRange): number {
		return filesFor(words, range)
			.filter(({ path }) => !this.loaded.has(`${folder}/${path}`))
			.reduce((sum, { bytes }) => sum + bytes, 0);
	}

	/** Where a word stands in its segment, one line of places over all documents. */
	placesOf(word: FoundWord): Uint32Array {
		const key = `${word.path} ${word.word}`;
		let places = this.places.get(key);
		if (places) return places;
		places = readPlaces(word.bytes, word);
		if (this.kept + places.length > keptPlaces) {
			this.places.clear();
			this.kept = 0;
		}
		this.places.set(key, places);
		this.kept += places.length;
		return places;
	}

	/**
	 * How often a sign stands in each document of a segment.
	 *
	 * @param code of all its forms.
	 * @returns `undefined` where it is not frequent: its places are to be counted.
	 */
	countsOf(
		{ folder, frequent, count }: MergedSegment,
		code: string,
	): Promise<FormCounts[]> | undefined {
		const n = frequent.indexOf(code);
		if (n < 0) return undefined;
		return this.once(`${folder}/counts/${placeOf(n)}.bin`, (bytes) =>
			unpackCounts(bytes, count),
		);
	}

	/** The place where each document of a segment begins, and one more: where the last ends. */
	async basesOf(segment: MergedSegment): Promise<Uint32Array> {
		const known = this.bases.get(segment.folder);
		if (known) return known;
		const { places } = (await this.documentsOf(segment)).columns;
		const bases = new Uint32Array(segment.count + 1);
		for (let n = 0; n < segment.count; n++)
			bases[n + 1] =
				(bases[n] as number) + (places[segment.start + n] ?? 0) + 1;
		this.bases.set(segment.folder, bases);
		return bases;
	}

	/** What a list of hits says of a document: its article's id and headline. */
	async nameOf(document: number): Promise<DocumentName> {
		const [id = "", headline = ""] =
			(await this.lineOf<[id: string, headline: string]>(
				document,
				"names",
				documentsPerNames,
			)) ?? [];
		return { id, headline };
	}

	/** What a bibliography needs of a document. */
	citedOf(document: number): Promise<CitedFacts | undefined> {
		return this.lineOf(document, "cards", documentsPerCards);
	}

	/** A document's line in one of the files that hold so many each. */
	private async lineOf<Line>(
		document: number,
		kind: string,
		perFile: number,
	): Promise<Line | undefined> {
		const { folder, start } = segmentOf(await this.outline(), document);
		const position = document - start;
		const file = placeOf(Math.floor(position / perFile));
		const lines = await this.once(
			`${folder}/${kind}/${file}.json`,
			readJson<Line[]>,
		);
		return lines[position % perFile];
	}

	/** The text of a document, from the files that stand in for pages; only in portable indexes. */
	async text(document: number): Promise<DocumentText | undefined> {
		const segment = segmentOf(await this.outline(), document);
		const folders = await this.once(
			`${segment.folder}/${textsFile}`,
			readJson<TextFolder[]>,
		);
		let position = document - segment.start;
		for (const [folder, count] of folders) {
			if (position < count) {
				const file = Math.floor(position / textsPerFile);
				const texts = await this.once(
					`${folder}/t${file}.bin`,
					readJson<DocumentText[]>,
				);
				return texts[position % textsPerFile];
			}
			position -= count;
		}
		return undefined;
	}

	private chunk(path: string): Promise<Chunk & { readonly path: string }> {
		return this.once(path, (bytes) => {
			this.loaded.add(path);
			return { bytes, words: readChunk(bytes), path };
		});
	}

	/** Load and read a file once; a failure may be tried again. @throws {IndexFileError} */
	private once<Value>(
		path: string,
		read: (bytes: Uint8Array) => Value,
	): Promise<Value> {
		let value = this.files.get(path) as Promise<Value> | undefined;
		if (!value) {
			value = this.load(path)
				.then(read)
				.catch((error) => {
					this.files.delete(path);
					throw new IndexFileError(path, error);
				});
			this.files.set(path, value);
		}
		return value;
	}
}

/** How many of the first `count` things, in order, pass a test that all before the first failure pass. */
function countWhile(count: number, passes: (n: number) => boolean): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (passes(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
}

function readJson<Value>(bytes: Uint8Array): Value {
	return JSON.parse(new TextDecoder().decode(bytes)) as Value;
}
