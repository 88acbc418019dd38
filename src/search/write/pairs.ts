/** The places of tokens → the places of pairs, by sorting numbers: no text is read again. */
import { readSteps, type WordPlaces } from "../pagefind/format.ts";
import { gap } from "../tokens.ts";
import { partsOf, tokenOf, type WordParts, wordOfParts } from "../words.ts";

/** No token: a border, the end of a field, or what need not be known. */
const nothing = 0;

/** The words of the published index on one page. */
export interface PagePairs {
	/** The places of all words, one word's after another's, each ascending. */
	readonly places: Uint32Array;
	/** Ascending; the places of each from `from` up to, not including, `to`. */
	readonly words: readonly {
		readonly word: string;
		readonly from: number;
		readonly to: number;
	}[];
}

/**
 * @param tokens as Pagefind indexed them, by their codes.
 * @param count places that the page takes up.
 */
export function pairPlaces(
	tokens: readonly WordPlaces[],
	count: number,
): PagePairs {
	const names = tokens.map(({ word }) => tokenOf(word));
	const parts = names.map(partsOf);
	const space = names.indexOf(gap) + 1;
	/** For every place its token, counted from 1; one more at the end. */
	const line = new Uint32Array(count + 1);
	for (const [n, token] of tokens.entries())
		for (const place of readSteps(token)) line[place] = n + 1;
	const isLetters = Uint8Array.from([0, ...parts.map((one) => +one.isLetters)]);
	/** For every place what its word says of the token after it. */
	const nexts = new Uint32Array(count);
	const known = new Uint32Array(count);
	let length = 0;
	for (let place = 0; place < count; place++) {
		const token = line[place] as number;
		const next = line[place + 1] as number;
		// After letters nothing but white space matters.
		if (isLetters[token]) nexts[place] = next === space ? next : nothing;
		else nexts[place] = isLetters[next] ? names.length + 1 : next;
		if (token !== nothing && token !== space) known[length++] = place;
	}
	const byNext = sortedBy(known.subarray(0, length), nexts, names.length + 2);
	const places = sortedBy(byNext, line, names.length + 1);
	const words: { word: string; from: number; to: number }[] = [];
	for (let from = 0; from < length; ) {
		const start = places[from] as number;
		const token = line[start] as number;
		const next = nexts[start];
		let to = from + 1;
		for (; to < length; to++) {
			const place = places[to] as number;
			if (line[place] !== token || nexts[place] !== next) break;
		}
		const word = wordOfParts(
			parts[token - 1] as WordParts,
			parts[(line[start + 1] as number) - 1],
		);
		words.push({ word, from, to });
		from = to;
	}
	words.sort((a, b) => (a.word < b.word ? -1 : 1));
	return { places, words };
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
