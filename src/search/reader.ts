/** The published index, loaded piece by piece as queries need it. */
import {
	type Catalog,
	chunksFor,
	type DocumentText,
	headlinesPerFile,
	orderKey,
	textsPerFile,
	type Volume,
} from "./catalog.ts";
import { readPlaces } from "./postings.ts";
import { readChunk } from "./volume-chunk.ts";

/** Gets a file below `search/`, unpacked. @throws when there is none. */
export type Load = (path: string) => Promise<Uint8Array>;

/** Decoded places are kept up to this many numbers (4 bytes each). */
const keptPlaces = 12_000_000;

export class IndexReader {
	private readonly load: Load;
	private readonly files = new Map<string, Promise<unknown>>();
	private readonly places = new Map<string, Uint32Array>();
	private kept = 0;

	constructor(load: Load) {
		this.load = load;
	}

	/** @throws when there is no index. */
	catalog(): Promise<Catalog> {
		return this.once("catalog.bin", readJson<Catalog>);
	}

	/**
	 * The places of a token in a volume.
	 *
	 * @param prefix takes every token that begins with it.
	 * @returns one list for each token found.
	 */
	async placesOf(
		volume: Volume,
		token: string,
		prefix: boolean,
	): Promise<Uint32Array[]> {
		const range = prefix
			? chunksFor(volume, token, `${token}\uFFFF`)
			: chunksFor(volume, orderKey(token), orderKey(token));
		if (!range) return [];
		const paths: string[] = [];
		for (let n = range[0]; n <= range[1]; n++)
			paths.push(`${volume.folder}/c${n}.bin`);
		const chunks = await Promise.all(
			paths.map((path) => this.once(path, readChunk)),
		);
		return chunks.flatMap((chunk) => {
			const tokens = prefix
				? [...chunk.keys()].filter((other) => other.startsWith(token))
				: chunk.has(token)
					? [token]
					: [];
			return tokens.map((found) =>
				this.decode(volume, found, chunk.get(found) as Uint8Array),
			);
		});
	}

	/** The headline of a document; `position` counts from the volume's first. */
	async headline(volume: Volume, position: number): Promise<string> {
		const file = Math.floor(position / headlinesPerFile);
		const headlines = await this.once(
			`${volume.folder}/h${file}.bin`,
			readJson<string[]>,
		);
		return headlines[position % headlinesPerFile] ?? "";
	}

	/** The text of a document, from the files that stand in for pages; only in portable indexes. */
	async text(document: number): Promise<DocumentText | undefined> {
		const block = (await this.catalog()).texts.find(
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

	private decode(
		volume: Volume,
		token: string,
		bytes: Uint8Array,
	): Uint32Array {
		const key = `${volume.folder} ${token}`;
		let places = this.places.get(key);
		if (!places) {
			places = readPlaces(bytes);
			if (this.kept + places.length > keptPlaces) {
				this.places.clear();
				this.kept = 0;
			}
			this.places.set(key, places);
			this.kept += places.length;
		}
		return places;
	}

	/** Load and read a file once; a failure may be tried again. */
	private once<Value>(
		path: string,
		read: (bytes: Uint8Array) => Value,
	): Promise<Value> {
		let file = this.files.get(path) as Promise<Value> | undefined;
		if (!file) {
			file = this.load(path).then(read);
			this.files.set(path, file);
			file.catch(() => this.files.delete(path));
		}
		return file;
	}
}

function readJson<Value>(bytes: Uint8Array): Value {
	return JSON.parse(new TextDecoder().decode(bytes)) as Value;
}
