/**
 * Which file of a merged segment, `index/<kind>/<place>.bin`, holds which words. Where files follow the order of
 * words, a browser must know the first word of each before it can ask for one, and of a hundred thousand
 * articles that list is as long as an answer. So the words of a frequent sign are spread over its files by
 * their hash, and the rare signs by theirs over files that they share: signs and numbers are all
 * there is to know. Words of letters are in order, as they are found by their beginnings.
 */
import { placeOf } from "./file-places.ts";

export interface WordFiles {
	/** Codes of the signs that have files of their own, and how many each has. */
	readonly signs: readonly string[];
	readonly files: readonly number[];
	/** How many files the other signs share. */
	readonly shared: number;
	/** The first word of every file of letters, ascending. */
	readonly letters: readonly string[];
	/** Frequent words, without their forms, with a file each, and its bytes before packing. */
	readonly alone: readonly (readonly [base: string, bytes: number])[];
}

/** Words that are wanted: those from `first` to `last`. */
export interface WordRange {
	/** The code of the sign that all of them stand for; absent where they stand for letters. */
	readonly sign?: string;
	readonly first: string;
	readonly last: string;
	/** Whether they are spellings of one word, `first`. */
	readonly isOne: boolean;
}

/** Bytes of a file before packing, about; a more frequent word has one to itself. */
export const fileBytes = 11_000;

export type WordFileKind = Exclude<keyof WordFiles, "files">;

/** The nth file of a kind, below the segment's folder. */
export function pathOfWords(kind: WordFileKind, n: number): string {
	return `index/${kind}/${placeOf(n)}.bin`;
}

/** The files to look into, and their bytes before packing, about. */
export function filesFor(
	{ signs, files, shared, letters, alone }: WordFiles,
	{ sign, first, last, isOne }: WordRange,
): { readonly path: string; readonly bytes: number }[] {
	const found: { path: string; bytes: number }[] = [];
	const add = (kind: WordFileKind, n: number, bytes = fileBytes) =>
		found.push({ path: pathOfWords(kind, n), bytes });
	for (const [n, [base, bytes]] of alone.entries())
		if (base >= first && base <= last) add("alone", n, bytes);
	if (isOne && found.length > 0) return found;
	if (sign === undefined) {
		const upTo = (word: string) =>
			letters.filter((begin) => begin <= word).length;
		for (let n = Math.max(upTo(first) - 1, 0); n < upTo(last); n++)
			add("letters", n);
		return found;
	}
	const at = signs.indexOf(sign);
	if (at < 0) {
		if (shared > 0) add("shared", spread(sign, shared));
		return found;
	}
	const from = files.slice(0, at).reduce((sum, count) => sum + count, 0);
	const count = files[at] as number;
	if (isOne) add("signs", from + spread(first, count));
	else for (let n = 0; n < count; n++) add("signs", from + n);
	return found;
}

/** One of the numbers below `count`, by the 32-bit FNV-1a hash of the text's code units. */
export function spread(text: string, count: number): number {
	let hash = 0x811c9dc5;
	for (let n = 0; n < text.length; n++)
		hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
	return (hash >>> 0) % count;
}
