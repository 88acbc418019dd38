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

/** A word of a chunk, and where in the chunk its places lie. */
export interface ChunkWord {
	readonly word: string;
	readonly count: number;
	/** Where the first step begins. */
	readonly at: number;
}

/**
 * The words of a chunk that has one page, or of several chunks one after another.
 *
 * @param bytes unpacked, signatures included.
 * @throws when it has another shape.
 */
export function readWords(bytes: Uint8Array): ChunkWord[] {
	const reader = new CborReader(bytes);
	const words: ChunkWord[] = [];
	do {
		reader.at += signature.length;
		reader.array();
		for (let left = reader.array(); left > 0; left--)
			words.push(readWord(reader));
	} while (reader.at < bytes.length);
	if (reader.at > bytes.length) throw new Error("the file ends too early");
	return words;
}

function readWord(reader: CborReader): ChunkWord {
	const fields = reader.array();
	const word = reader.text();
	const pages = reader.array();
	if (pages !== 1)
		throw new Error(`The word ${word} stands on ${pages} pages, not on one.`);
	const parts = reader.array();
	reader.integer();
	const count = reader.array();
	const { at } = reader;
	reader.skipIntegers(count);
	for (let i = 2; i < parts; i++) reader.skip();
	for (let i = 2; i < fields; i++) reader.skip();
	return { word, count, at };
}

/**
 * The places of a word, ascending.
 *
 * @param base the place where its page begins.
 * @param to where they are written; a list of its own unless given.
 */
export function readPlaces(
	bytes: Uint8Array,
	{ count, at }: Pick<ChunkWord, "count" | "at">,
	base = 0,
	to = new Uint32Array(count),
): Uint32Array {
	const reader = new CborReader(bytes);
	reader.at = at;
	reader.steps(count, base, to);
	return to;
}

/** Writes chunks of one page each. */
export class ChunkWriter {
	/** Words written since the last {@link take}. */
	words = 0;
	private readonly body = new CborWriter();

	get length(): number {
		return this.body.length;
	}

	/** @param places ascending from the one at `from` up to, not including, the one at `to`. */
	add(word: string, places: Uint32Array, from: number, to: number): void {
		const { body } = this;
		this.words++;
		body.array(2);
		body.text(word);
		body.array(1);
		body.array(2);
		body.integer(0);
		body.array(to - from);
		body.steps(places, from, to);
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
