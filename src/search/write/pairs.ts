/** The places of tokens → the places of pairs: what follows each token is looked up on a line of places. */
import { readWordPlaces, readWords } from "../pagefind/format.ts";
import {
	isGap,
	partsOf,
	tokenOf,
	type WordParts,
	wordOfParts,
} from "../words.ts";

/** What Pagefind wrote of a segment. */
export interface SegmentTokens {
	/** Its tokens, by their codes, with their places. */
	readonly bytes: Uint8Array;
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

/** All forms of one token. */
export interface TokenGroup {
	/** What their words begin with. */
	readonly code: string;
	/** Whether it is a sign, not a word of letters. */
	readonly isSign: boolean;
	/** How often they stand in the text. */
	readonly count: number;
	/** Where each form of it stands, ascending, and its words, ascending. */
	read(): {
		readonly forms: readonly FormPlaces[];
		readonly pairs: readonly PairPlaces[];
	};
}

export interface FormPlaces {
	/** The number of the form. */
	readonly form: string;
	readonly places: Uint32Array;
}

/** A token of all segments. */
interface Token extends WordParts {
	/** Stands for it on the line of places: one number for all words of letters. */
	readonly number: number;
	/** For each segment that holds it, the segment's number, how many places, and where they lie in its bytes. */
	readonly found: number[];
}

/**
 * The words of the published index, ascending: what they begin with at once, the words themselves as they are read.
 *
 * @param segments in order.
 */
export function pairsOf(segments: readonly SegmentTokens[]): TokenGroup[] {
	const pairing = new Pairing(segments);
	const groups: TokenGroup[] = [];
	// Codes hold nothing beyond the basic plane: order by code unit is order by code point.
	const sorted = [...pairing.tokens.values()].sort((a, b) =>
		a.code < b.code ? -1 : 1,
	);
	for (let from = 0; from < sorted.length; ) {
		const { code, isLetters } = sorted[from] as Token;
		// All forms of a sign have one code, and their words stand among each other.
		let to = from + 1;
		while (sorted[to]?.code === code) to++;
		const tokens = sorted.slice(from, to).filter((token) => !isGap(token));
		from = to;
		if (tokens.length === 0) continue;
		const count = tokens.reduce((sum, token) => sum + countOf(token), 0);
		const read = () => pairing.read(tokens);
		groups.push({ code, isSign: !isLetters, count, read });
	}
	return groups;
}

function countOf({ found }: Token): number {
	let count = 0;
	for (let i = 1; i < found.length; i += 3) count += found[i] as number;
	return count;
}

class Pairing {
	/** By their codes. */
	readonly tokens = new Map<string, Token>();
	private readonly segments: readonly SegmentTokens[];
	/** What may follow, by its number. */
	private readonly nexts: WordParts[] = [];
	private readonly end = this.numberOf(partsOf(undefined));
	private readonly letters = this.numberOf(partsOf("a"));
	/** The number of what stands at each place; two bytes a place are mostly enough. */
	private line: Uint16Array | Uint32Array;
	/** Numbers in the order of the words that they lead to, and the place of each in that order. */
	private readonly order: Uint32Array;
	private readonly rank: Uint32Array;
	/** Of places, by the rank of what follows; all 0 between two calls. */
	private readonly counts: Uint32Array;

	constructor(segments: readonly SegmentTokens[]) {
		this.segments = segments;
		const last = segments.at(-1);
		const places = last ? last.base + last.count : 0;
		this.line = new Uint16Array(places + 1).fill(this.end);
		for (const [n, segment] of segments.entries()) this.add(segment, n);
		const { nexts } = this;
		const keys = nexts.map(({ asNext, form }) => asNext + form);
		this.order = Uint32Array.from(
			[...keys.keys()].sort((a, b) =>
				(keys[a] as string) < (keys[b] as string) ? -1 : 1,
			),
		);
		this.rank = new Uint32Array(nexts.length);
		for (const [rank, number] of this.order.entries()) this.rank[number] = rank;
		this.counts = new Uint32Array(nexts.length);
	}

	private numberOf(next: WordParts): number {
		return this.nexts.push(next) - 1;
	}

	/** Put the tokens of a segment on the line: one segment after another, so that what is written lies near. */
	private add({ bytes, base, count }: SegmentTokens, n: number): void {
		const places = new Uint32Array(count);
		for (const word of readWords(bytes)) {
			const token = this.tokenOf(word.word);
			token.found.push(n, word.count, word.at);
			if (token.number > 0xffff && this.line instanceof Uint16Array)
				this.line = Uint32Array.from(this.line);
			const { line } = this;
			readWordPlaces(bytes, word, base, places);
			for (let i = 0; i < word.count; i++)
				line[places[i] as number] = token.number;
		}
	}

	private tokenOf(code: string): Token {
		let token = this.tokens.get(code);
		if (!token) {
			const parts = partsOf(tokenOf(code));
			const number = parts.isLetters ? this.letters : this.numberOf(parts);
			token = { ...parts, number, found: [] };
			this.tokens.set(code, token);
		}
		return token;
	}

	/** Forms of one token. */
	read(tokens: readonly Token[]): ReturnType<TokenGroup["read"]> {
		const forms = tokens.map((token) => ({
			form: token.form,
			places: this.placesOf(token),
		}));
		const pairs = tokens.flatMap((token, n) =>
			this.pairs(token, (forms[n] as FormPlaces).places),
		);
		// Those of a token that has one form are in order.
		if (tokens.length > 1) pairs.sort((a, b) => (a.word < b.word ? -1 : 1));
		return { forms, pairs };
	}

	/** The words that stand for a token at these places, ascending, by a sort that counts. */
	private pairs(token: Token, places: Uint32Array): PairPlaces[] {
		const { nexts, order, counts } = this;
		const follow = this.ranksAfter(places);
		const met: number[] = [];
		for (const rank of follow) {
			if (counts[rank] === 0) met.push(rank);
			counts[rank] = (counts[rank] as number) + 1;
		}
		const sorted = new Uint32Array(places.length);
		const pairs: PairPlaces[] = [];
		let to = 0;
		for (const rank of Uint32Array.from(met).sort()) {
			const from = to;
			to += counts[rank] as number;
			counts[rank] = from;
			const next = nexts[order[rank] as number] as WordParts;
			pairs.push({ word: wordOfParts(token, next), places: sorted, from, to });
		}
		for (let n = 0; n < places.length; n++) {
			const rank = follow[n] as number;
			const at = counts[rank] as number;
			sorted[at] = places[n] as number;
			counts[rank] = at + 1;
		}
		for (const rank of met) counts[rank] = 0;
		return pairs;
	}

	/** Where a token stands, ascending. */
	private placesOf(token: Token): Uint32Array {
		const { found } = token;
		const places = new Uint32Array(countOf(token));
		let from = 0;
		for (let i = 0; i < found.length; i += 3) {
			const { bytes, base } = this.segments[
				found[i] as number
			] as SegmentTokens;
			const [count, at] = [found[i + 1] as number, found[i + 2] as number];
			readWordPlaces(bytes, { count, at }, base, places.subarray(from));
			from += count;
		}
		return places;
	}

	/** Of what follows at each of the places. */
	private ranksAfter(places: Uint32Array): Uint32Array {
		const { line, rank } = this;
		const ranks = new Uint32Array(places.length);
		for (let n = 0; n < places.length; n++)
			ranks[n] = rank[line[(places[n] as number) + 1] as number] as number;
		return ranks;
	}
}
