/**
 * Between tokens and the words of the index. Pagefind indexes tokens, each under its code; a word of
 * the published index stands for a sign, or a word of letters, and the sign after it. So a phrase
 * of n signs is found by about half as many words, each much rarer than a sign.
 *
 * Pagefind keeps a code unchanged when it is made of Han characters, `a`–`z` and digits. A word is
 *
 * - for a sign: the code of its simplified form, then what follows it (the next sign's code, `a` for
 *   letters, `b` for white space, `c` at the end of a field), then a mark and the numbers of both
 *   forms where a character is not in its simplified form. So all spellings of two characters have
 *   the same beginning.
 * - for a word of letters: their codes, `1`, then likewise what follows.
 * - for white space: none. It is known from the word before it.
 */
import { numberOfForm, simplify } from "./han.ts";
import { gap, isWord } from "./tokens.ts";

/**
 * Stands between two fields or paragraphs. It takes up a place in the text and is not indexed (it
 * holds no letter), so that no phrase reaches across.
 */
export const border = "·";

/** What a word says of the token after its own. */
const lettersFollow = "a";
const gapFollows = "b";
const nothingFollows = "c";
/** Behind the letters of a word: no code of a letter begins so. */
const endOfLetters = "1";
/** Before the numbers of forms: a letter that stands for nothing else, as every Yi syllable has a code. */
const formMark = "ꀀ";

/**
 * The code of a token, character by character: itself, or its code point as `0` and four digits of
 * base 36. The beginning of a word has the beginning of its code.
 */
export function codeOf(token: string): string {
	if (/^[a-z\u4E00-\u9FFF]+$/.test(token)) return token;
	return [...token]
		.map((character) =>
			/[a-z\u4E00-\u9FFF]/.test(character)
				? character
				: `0${pointOf(character).toString(36).padStart(4, "0")}`,
		)
		.join("");
}

function pointOf(character: string): number {
	return character.codePointAt(0) as number;
}

/** The token that has this code. */
export function tokenOf(code: string): string {
	return code.replace(/0(.{4})/g, (_, point: string) =>
		String.fromCodePoint(Number.parseInt(point, 36)),
	);
}

/** The code under which all forms of a sign stand. */
export function codeOfSign(sign: string): string {
	return codeOf(simplify(sign));
}

/** What a token, or the end of a field, gives to words: those that stand for it, and that before it. */
export interface WordParts {
	readonly isLetters: boolean;
	/** What the words that stand for it begin with. */
	readonly code: string;
	/** What the word before says of it. */
	readonly asNext: string;
	/** The number of its form. */
	readonly form: string;
}

/** @param token `undefined` for the end of a field. */
export function partsOf(token: string | undefined): WordParts {
	if (token === undefined)
		return { isLetters: false, code: "", asNext: nothingFollows, form: "0" };
	const isLetters = isWord(token);
	const code = isLetters ? codeOf(token) + endOfLetters : codeOfSign(token);
	const asNext = token === gap ? gapFollows : isLetters ? lettersFollow : code;
	return { isLetters, code, asNext, form: numberOfForm(token) };
}

/** White space has no words: what stands before it tells of it. */
export function isGap({ asNext }: WordParts): boolean {
	return asNext === gapFollows;
}

/**
 * The word that stands for a token where another follows it.
 *
 * @param token anything but white space, which has none.
 */
export function wordOfParts(token: WordParts, next: WordParts): string {
	const word = token.code + next.asNext;
	return token.form === "0" && next.form === "0"
		? word
		: word + formMark + token.form + next.form;
}

/** The same of tokens. */
export function wordOf(token: string, next: string | undefined): string {
	return wordOfParts(partsOf(token), partsOf(next));
}

/** A word without its numbers of forms: all spellings have it in common. */
export function baseOf(word: string): string {
	const at = word.indexOf(formMark);
	return at < 0 ? word : word.slice(0, at);
}

/** The numbers of the forms of a token and of the token after it, in a word. */
export function formsOf(word: string): readonly [string, string] {
	const numbers = word.split(formMark, 2)[1] ?? "00";
	return [numbers.charAt(0), numbers.charAt(1)];
}

/** All words that begin with `beginning` stand before this one: no word holds a character from here on. */
export function behind(beginning: string): string {
	return `${beginning}\uE000`;
}
