/** Between our tokens and the words of Pagefind's index. Shared by those who write and those who ask. */
import { gap } from "./tokens.ts";

/** The language of our records: none, so that Pagefind neither cuts nor stems. */
export const recordLanguage = "und";
/**
 * Stands between two fields or paragraphs. It takes up a place in the text and is not indexed (it
 * holds no letter), so that no phrase reaches across.
 */
export const border = "·";
/** What every file of Pagefind's begins with, once unpacked. */
export const signature = "pagefind_dcd";

const asItIs = /^[a-z\d\u4E00-\u9FFF]+$/;

/**
 * The word under which Pagefind keeps a token unchanged. It drops punctuation and takes letters and
 * their accents apart; what it would touch is spelt in code points of five signs each, the first a
 * zero: `，` → `01ehw`. A digit is a token of its own, so no token reads like that, and the beginning
 * of a word is still the beginning of its spelling.
 */
export function wordOf(token: string): string {
	if (token === gap) return "00";
	if (asItIs.test(token)) return token;
	return [...token]
		.map((char) => (char.codePointAt(0) as number).toString(36))
		.map((code) => code.padStart(5, "0"))
		.join("");
}

/** The bytes of one of Pagefind's files, before packing. */
export function signed(...parts: readonly Uint8Array[]): Uint8Array {
	const all = [new TextEncoder().encode(signature), ...parts];
	const file = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of all) {
		file.set(part, at);
		at += part.length;
	}
	return file;
}
