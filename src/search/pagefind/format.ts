/**
 * The files of Pagefind's index as far as ours reads them: gzipped, each begins with
 * {@link signature}, then CBOR. A chunk `index/<n>.pf_index` is
 * `[[[word, [[page, [step…]]…]]…]]`: its words ascending, each with the places on every page that
 * holds it, as steps from the place before.
 */
import type { ChunkWord } from "../chunk.ts";
import { CborReader } from "./cbor.ts";

/** The language of our records: none, so that Pagefind neither cuts nor stems. */
export const recordLanguage = "und";
/** What every file begins with, once unpacked. */
export const signature = "pagefind_dcd";

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

/**
 * The places of a word, ascending.
 *
 * @param base the place where its page begins.
 * @param to where they are written; has room for them.
 */
export function readWordPlaces(
	bytes: Uint8Array,
	{ count, at }: Pick<ChunkWord, "count" | "at">,
	base: number,
	to: Uint32Array,
): void {
	const reader = new CborReader(bytes);
	reader.at = at;
	reader.steps(count, base, to);
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
