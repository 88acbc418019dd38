/** What the published index looks like; shared by those who write it and those who read it. */
import { simplify } from "./han.ts";

/** `search/catalog.bin`: what a reader's browser loads first. Document n is line n of every list. */
export interface Catalog {
	readonly version: 1;
	/** Article ids, oldest first, undated last. */
	readonly ids: readonly string[];
	/** Days since 1970-01-01, each less the one before; `null` when undated. */
	readonly daySteps: readonly (number | null)[];
	readonly sources: readonly Named[];
	readonly languages: readonly string[];
	readonly people: readonly Named[];
	/** Positions in `sources` and `languages`. */
	readonly source: readonly number[];
	readonly language: readonly number[];
	/** Positions in `people`; 0 for nobody. */
	readonly persons: readonly (readonly number[] | 0)[];
	/** 1 where a meeting of the timeline rests on the article. */
	readonly meeting: readonly (0 | 1)[];
	/** Places that the document takes up, the white space after it included. */
	readonly places: readonly number[];
	/** Places of the headline, which comes first. */
	readonly headline: readonly number[];
	/** Spellings of one name, a list for each name. */
	readonly aliases: readonly (readonly string[])[];
	readonly volumes: readonly Volume[];
	/** Where the texts for excerpts lie when pages cannot be fetched; empty without portable files. */
	readonly texts: readonly TextBlock[];
}

export interface Named {
	readonly id: string;
	readonly name: string;
}

/** A stretch of documents that is searched as one line of places. */
export interface Volume {
	/** Folder below `search/`. */
	readonly folder: string;
	/** First document, counted from 0, and how many. */
	readonly start: number;
	readonly count: number;
	/** The first token of every chunk `c<n>.bin`, in the order of {@link orderKey}. */
	readonly chunks: readonly string[];
}

/** Texts of some documents, `perFile` in each `t<n>.js`. */
export interface TextBlock {
	readonly folder: string;
	readonly start: number;
	readonly count: number;
}

/** Headlines in one `h<n>.bin`, counted from the volume's first document. */
export const headlinesPerFile = 256;
/** Documents in one `t<n>.js`. */
export const textsPerFile = 8;

/** The text of one document as the excerpts need it. */
export interface DocumentText {
	readonly bylines: readonly string[];
	/** Anchor on the article page and text: paragraphs, then captions. */
	readonly blocks: readonly (readonly [anchor: string, text: string])[];
}

/** Orders tokens so that all forms of a character lie in the same chunk, mostly. */
export function orderKey(token: string): string {
	return `${simplify(token)} ${token}`;
}

/** Order of two strings by UTF-16 unit: the same in every browser, and fast. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The chunks that may hold tokens from `first` to `last` (order keys).
 *
 * @returns first and last chunk, or `undefined` when all tokens come after.
 */
export function chunksFor(
	volume: Volume,
	first: string,
	last: string,
): readonly [number, number] | undefined {
	const from = lastNotAfter(volume.chunks, first);
	const to = lastNotAfter(volume.chunks, last);
	return to < 0 ? undefined : [Math.max(from, 0), to];
}

function lastNotAfter(chunks: readonly string[], key: string): number {
	let low = 0;
	let high = chunks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (orderKey(chunks[middle] as string) <= key) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
