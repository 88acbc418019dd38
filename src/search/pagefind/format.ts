/**
 * The files of Pagefind's index as far as ours reads them: gzipped, each begins with
 * {@link signature}, then CBOR. A chunk `index/<n>.pf_index` is
 * `[[[word, [[page, [step…]]…]]…]]`: its words ascending, each with the places on every page that
 * holds it, as steps from the place before.
 */
import { CborReader } from "../cbor.ts";
import type { ChunkWord } from "../chunk.ts";

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
