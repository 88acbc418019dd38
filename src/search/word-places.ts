/** Where words stand, read from the chunks of Pagefind's index: its engine names the first place only. */
import { CborReader } from "./cbor.ts";
import { signature } from "./index-words.ts";

/** What a chunk says of a word. */
export interface ChunkWord {
	/** Where its pages begin in the chunk. */
	readonly at: number;
	/** How many places it has, and on how many pages. */
	readonly places: number;
	readonly pages: number;
}

export type ChunkWords = ReadonlyMap<string, ChunkWord>;

/** @param bytes a `pf_index` file, unpacked. */
export function readWords(bytes: Uint8Array): ChunkWords {
	const reader = new CborReader(bytes);
	reader.at = signature.length;
	const words = new Map<string, ChunkWord>();
	reader.array();
	for (let left = reader.array(); left > 0; left--) {
		const fields = reader.array();
		const word = reader.text();
		const { at } = reader;
		let places = 0;
		const pages = reader.array();
		for (let left = pages; left > 0; left--) {
			const parts = reader.array();
			reader.integer();
			const count = reader.array();
			places += count;
			reader.skipIntegers(count);
			for (let i = 2; i < parts; i++) reader.skip();
		}
		words.set(word, { at, places, pages });
		for (let i = 2; i < fields; i++) reader.skip();
	}
	return words;
}

/**
 * The places of a word as one ascending line over the pages of its volume.
 *
 * @param word what {@link readWords} says of it.
 * @param bases the place where each page begins.
 * @param wanted the pages that are read; all unless given.
 */
export function readPlaces(
	bytes: Uint8Array,
	word: ChunkWord,
	bases: ArrayLike<number>,
	wanted?: ReadonlySet<number>,
): Uint32Array {
	const reader = new CborReader(bytes);
	reader.at = word.at;
	const places = new Uint32Array(word.places);
	let length = 0;
	let page = 0;
	for (let pages = reader.array(); pages > 0; pages--) {
		const parts = reader.array();
		page += reader.integer();
		let place = bases[page] as number;
		const count = reader.array();
		if (wanted && !wanted.has(page)) reader.skipIntegers(count);
		else {
			let { at } = reader;
			for (let left = count; left > 0; left--) {
				// A step in one or two bytes is what nearly all are.
				const first = bytes[at] as number;
				if (first < 24) {
					place += first;
					at++;
				} else if (first === 24) {
					place += bytes[at + 1] as number;
					at += 2;
				} else {
					reader.at = at;
					const step = reader.integer();
					at = reader.at;
					// A negative number sets the weight of what follows.
					if (step < 0) continue;
					place += step;
				}
				places[length++] = place;
			}
			reader.at = at;
		}
		for (let i = 2; i < parts; i++) reader.skip();
	}
	return places.subarray(0, length);
}
