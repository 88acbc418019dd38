/** The places of tokens → the places of pairs: what follows each token is looked up on a line of places. */
import { type ChunkWord, readPlaces } from "../pagefind/format.ts";
import {
	isGap,
	partsOf,
	tokenOf,
	type WordParts,
	wordOfParts,
} from "../words.ts";

/** What Pagefind wrote of a segment. */
export interface SegmentTokens {
	readonly bytes: Uint8Array;
	/** Its tokens, by their codes. */
	readonly words: readonly ChunkWord[];
	/** The place where its page begins, and how many it takes up. */
	readonly base: number;
	readonly count: number;
}

/** A word of the published index, and its places: those of a list from `from` up to, not including, `to`. */
export interface PairPlaces {
	readonly word: string;
	/** Ascending between the two. */
	readonly places: Uint32Array;
	readonly from: number;
	readonly to: number;
}

type Numbers = Uint16Array | Uint32Array;

/** A token of all segments. */
interface Token extends WordParts {
	/** Where it stands in each segment that holds it, and the numbers of what follows it there. */
	readonly found: (readonly [SegmentTokens, ChunkWord, Numbers])[];
}

/**
 * The words of the published index, ascending.
 *
 * @param segments in order.
 */
export function* pairsOf(
	segments: readonly SegmentTokens[],
): Generator<PairPlaces> {
	const tokens = tokensOf(segments);
	const pairing = new Pairing(tokens);
	for (const segment of segments) pairing.add(segment);
	// Codes hold nothing beyond the basic plane: order by code unit is order by code point.
	const sorted = [...tokens.values()].sort((a, b) =>
		a.code < b.code ? -1 : 1,
	);
	for (let from = 0; from < sorted.length; ) {
		const { code } = sorted[from] as Token;
		// All forms of a sign have one code, and their words stand among each other.
		let to = from + 1;
		while (sorted[to]?.code === code) to++;
		const pairs = sorted
			.slice(from, to)
			.flatMap((token) => pairing.pairs(token));
		// Those of a sign that has one form are in order.
		if (to - from > 1 || sorted[from]?.isLetters)
			pairs.sort((a, b) => (a.word < b.word ? -1 : 1));
		yield* pairs;
		from = to;
	}
}

/** All tokens, by their codes. */
function tokensOf(segments: readonly SegmentTokens[]): Map<string, Token> {
	const tokens = new Map<string, Token>();
	for (const { words } of segments)
		for (const { word } of words)
			if (!tokens.has(word))
				tokens.set(word, { ...partsOf(tokenOf(word)), found: [] });
	return tokens;
}

class Pairing {
	private readonly tokens: ReadonlyMap<string, Token>;
	/** What may follow, by number, in the order of the words that it leads to. */
	private readonly nexts: readonly WordParts[];
	private readonly numbers: ReadonlyMap<WordParts, number>;
	/** Numbers of letters, a gap and the end of a field. */
	private readonly letters: number;
	private readonly space: number;
	private readonly end: number;
	/** Of places, by the number of what follows; all 0 between two calls. */
	private readonly counts: Uint32Array;

	constructor(tokens: ReadonlyMap<string, Token>) {
		this.tokens = tokens;
		const letters = partsOf("a");
		const end = partsOf(undefined);
		const signs = [...tokens.values()].filter(({ isLetters }) => !isLetters);
		this.nexts = [end, letters, ...signs].sort((a, b) =>
			a.asNext + a.form < b.asNext + b.form ? -1 : 1,
		);
		this.numbers = new Map(this.nexts.map((next, n) => [next, n]));
		this.letters = this.numberOf(letters);
		this.space = this.nexts.findIndex(isGap);
		this.end = this.numberOf(end);
		this.counts = new Uint32Array(this.nexts.length);
	}

	private numberOf(next: WordParts): number {
		return this.numbers.get(next) as number;
	}

	/** What follows every token is kept until all are known: in two bytes each where these are enough. */
	private rowOf(length: number): Numbers {
		return this.nexts.length > 0xffff
			? new Uint32Array(length)
			: new Uint16Array(length);
	}

	/** Note what follows each token of a segment: by segments, so that what is looked up lies near. */
	add(segment: SegmentTokens): void {
		const { bytes, words, count } = segment;
		const line = new Uint32Array(count + 1).fill(this.end);
		const lists = words.map((word) => readPlaces(bytes, word));
		for (const [n, { word }] of words.entries()) {
			const token = this.tokens.get(word) as Token;
			const number = token.isLetters ? this.letters : this.numberOf(token);
			for (const place of lists[n] as Uint32Array) line[place] = number;
		}
		for (const [n, word] of words.entries()) {
			const token = this.tokens.get(word.word) as Token;
			const places = lists[n] as Uint32Array;
			const follow = this.rowOf(places.length);
			for (let i = 0; i < follow.length; i++) {
				const number = line[(places[i] as number) + 1] as number;
				// After letters nothing but white space matters.
				const isTold = !token.isLetters || number === this.space;
				follow[i] = isTold ? number : this.end;
			}
			token.found.push([segment, word, follow]);
		}
	}

	/** The words that stand for a token, ascending, by a sort that counts. */
	pairs(token: Token): PairPlaces[] {
		if (isGap(token)) return [];
		const { nexts, counts } = this;
		const met: number[] = [];
		let length = 0;
		for (const [, , follow] of token.found) {
			length += follow.length;
			for (const number of follow) {
				const count = counts[number] as number;
				if (count === 0) met.push(number);
				counts[number] = count + 1;
			}
		}
		const sorted = new Uint32Array(length);
		let to = 0;
		const pairs: PairPlaces[] = [];
		for (const number of new Uint32Array(met).sort()) {
			const from = to;
			to += counts[number] as number;
			counts[number] = from;
			const word = wordOfParts(token, nexts[number] as WordParts);
			pairs.push({ word, places: sorted, from, to });
		}
		for (const [{ bytes, base }, word, follow] of token.found) {
			const places = readPlaces(bytes, word, base);
			for (let n = 0; n < places.length; n++) {
				const number = follow[n] as number;
				const at = counts[number] as number;
				sorted[at] = places[n] as number;
				counts[number] = at + 1;
			}
		}
		for (const number of met) counts[number] = 0;
		return pairs;
	}
}
