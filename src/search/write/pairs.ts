/** The places of tokens → the places of pairs, by sorting numbers: no text is read again. */
import { readSteps, type WordPlaces } from "../pagefind/format.ts";
import { gap, isWord } from "../tokens.ts";
import { tokenOf, wordOf } from "../words.ts";

/** No token: a border, the end of a field, or what need not be known. */
const nothing = 0;

/** A word of the published index on one page, with its places. */
export interface PairPlaces {
	readonly word: string;
	/** Ascending. */
	readonly places: Uint32Array;
}

/**
 * The words of the published index for one page.
 *
 * @param tokens as Pagefind indexed them, by their codes.
 * @param count places that the page takes up.
 * @returns words, ascending.
 */
export function pairPlaces(
	tokens: readonly WordPlaces[],
	count: number,
): PairPlaces[] {
	const names = tokens.map(({ word }) => tokenOf(word));
	/** For every place its token, counted from 1; one more at the end. */
	const line = new Uint32Array(count + 1);
	for (const [n, token] of tokens.entries())
		for (const place of readSteps(token)) line[place] = n + 1;
	const space = names.indexOf(gap) + 1;
	const isLetters = names.map(isWord);
	/** For every place what its word says of the token after it. */
	const nexts = new Uint32Array(count);
	for (let place = 0; place < count; place++) {
		const next = line[place + 1] as number;
		// After letters nothing but white space matters.
		if (isLetters[(line[place] as number) - 1])
			nexts[place] = next === space ? next : nothing;
		else nexts[place] = isLetters[next - 1] ? names.length + 1 : next;
	}
	const known = new Uint32Array(count)
		.map((_, place) => place)
		.filter((place) => line[place] !== nothing && line[place] !== space);
	const sorted = sortedBy(
		sortedBy(known, nexts, names.length + 2),
		line,
		names.length + 1,
	);
	const words: PairPlaces[] = [];
	for (let from = 0; from < sorted.length; ) {
		const start = sorted[from] as number;
		const token = line[start] as number;
		const next = nexts[start];
		let to = from + 1;
		for (; to < sorted.length; to++) {
			const place = sorted[to] as number;
			if (line[place] !== token || nexts[place] !== next) break;
		}
		const word = wordOf(
			names[token - 1] as string,
			names[(line[start + 1] as number) - 1],
		);
		words.push({ word, places: sorted.subarray(from, to) });
		from = to;
	}
	return words.sort((a, b) => (a.word < b.word ? -1 : 1));
}

/** Those places by their key, below `keys`; with the same key they stay in order. */
function sortedBy(
	places: Uint32Array,
	keyOf: Uint32Array,
	keys: number,
): Uint32Array {
	const begins = new Uint32Array(keys);
	for (const place of places) {
		const key = keyOf[place] as number;
		begins[key] = (begins[key] as number) + 1;
	}
	let sum = 0;
	for (let key = 0; key < keys; key++) {
		const own = begins[key] as number;
		begins[key] = sum;
		sum += own;
	}
	const sorted = new Uint32Array(places.length);
	for (const place of places) {
		const key = keyOf[place] as number;
		const at = begins[key] as number;
		sorted[at] = place;
		begins[key] = at + 1;
	}
	return sorted;
}
