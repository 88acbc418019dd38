/**
 * The files of Pagefind's index as far as ours read and write them: gzipped, each begins with
 * {@link signature}, then CBOR. A chunk `index/<n>.pf_index` is
 * `[[[word, [[page, [step…]]…]]…]]`: its words ascending, each with the places on every page that
 * holds it, as steps from the place before.
 */
import { CborReader, CborWriter } from "./cbor.ts";

/** The language of our records: none, so that Pagefind neither cuts nor stems. */
export const recordLanguage = "und";
/** What every file begins with, once unpacked. */
export const signature = "pagefind_dcd";

/** A word on one page: how often, where first and last, and the steps from the first place on, still encoded. */
export interface WordPlaces {
	readonly word: string;
	readonly count: number;
	readonly first: number;
	readonly last: number;
	readonly steps: Uint8Array;
}

/** The same with the steps from `from` to `to` of some bytes. */
export interface PageWord extends Omit<WordPlaces, "word" | "steps"> {
	readonly bytes: Buffer;
	readonly from: number;
	readonly to: number;
}

/** A word of a chunk, and where in the chunk its places lie. */
export interface ChunkWord {
	readonly word: string;
	readonly count: number;
	/** Where the first step begins. */
	readonly at: number;
}

/**
 * The words of a chunk that has one page.
 *
 * @param bytes unpacked, the signature included.
 * @throws when it has another shape.
 */
export function readWords(bytes: Uint8Array): ChunkWord[] {
	const reader = new CborReader(bytes);
	reader.at = signature.length;
	const words: ChunkWord[] = [];
	reader.array();
	for (let left = reader.array(); left > 0; left--) {
		const fields = reader.array();
		const word = reader.text();
		const pages = reader.array();
		if (pages !== 1)
			throw new Error(`The word ${word} stands on ${pages} pages, not on one.`);
		const parts = reader.array();
		reader.integer();
		const count = reader.array();
		words.push({ word, count, at: reader.at });
		reader.skipIntegers(count);
		for (let i = 2; i < parts; i++) reader.skip();
		for (let i = 2; i < fields; i++) reader.skip();
	}
	if (reader.at > bytes.length) throw new Error("the file ends too early");
	return words;
}

/** The places of a word, ascending. */
export function readPlaces(
	bytes: Uint8Array,
	{ count, at }: ChunkWord,
): Uint32Array {
	const reader = new CborReader(bytes);
	reader.at = at;
	return decode(reader, count, reader.integer());
}

/** @param first the first of `count` places; the reader stands at the step to the second. */
function decode(reader: CborReader, count: number, first: number): Uint32Array {
	const places = new Uint32Array(count);
	let place = first;
	places[0] = place;
	for (let n = 1; n < count; n++) {
		place += reader.step();
		places[n] = place;
	}
	return places;
}

/** The words of a chunk that Pagefind wrote of one page, with what joining them to others takes. */
export function readWordPlaces(bytes: Uint8Array): WordPlaces[] {
	const reader = new CborReader(bytes);
	return readWords(bytes).map(({ word, count, at }) => {
		reader.at = at;
		const first = reader.integer();
		const from = reader.at;
		let last = first;
		for (let left = count; left > 1; left--) last += reader.integer();
		return { word, count, first, last, steps: bytes.subarray(from, reader.at) };
	});
}

/** All places of a word, ascending. */
export function readSteps({ count, first, steps }: WordPlaces): Uint32Array {
	return decode(new CborReader(steps), count, first);
}

/** Writes chunks of one page each. */
export class ChunkWriter {
	/** Words written since the last {@link take}. */
	words = 0;
	private readonly body = new CborWriter();

	get length(): number {
		return this.body.length;
	}

	/** @param parts the word's places one after another, each with the place that its page begins at. */
	add(
		word: string,
		parts: readonly { readonly words: PageWord; readonly base: number }[],
	): void {
		const { body } = this;
		this.words++;
		body.array(2);
		body.text(word);
		body.array(1);
		body.array(2);
		body.integer(0);
		body.array(parts.reduce((sum, { words }) => sum + words.count, 0));
		let before = 0;
		for (const { words, base } of parts) {
			body.integer(base + words.first - before);
			body.copy(words.bytes, words.from, words.to);
			before = base + words.last;
		}
	}

	/** @returns the chunk, before packing. */
	take(): Uint8Array {
		const head = new CborWriter();
		head.append(new TextEncoder().encode(signature));
		head.array(1);
		head.array(this.words);
		head.append(this.body.take());
		this.words = 0;
		return head.take();
	}
}
