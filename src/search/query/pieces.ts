/** A phrase → the words of the index that together say where it stands. */
import { numberOfForm } from "../han.ts";
import { gap, isWord } from "../tokens.ts";
import type { WordRange } from "../word-files.ts";
import {
	baseOf,
	behind,
	codeOf,
	codeOfSign,
	formsOf,
	partsOf,
	wordOf,
} from "../words.ts";
import type { Phrase } from "./expand.ts";

/** Words of the index that may stand at one place of a phrase. */
export interface Piece extends WordRange {
	/** Slot of the phrase where they stand. */
	readonly at: number;
	/** Slots that are known to be right where one of them stands: this and so many after it. */
	readonly length: number;
	/** Which tokens stand in the slots it covers, or `undefined` where it is another word. */
	tokensOf(word: string): readonly string[] | undefined;
}

/**
 * All pieces of a phrase, in its order: some cover the same slots.
 */
export function piecesOf({ slots, prefix }: Phrase): Piece[] {
	return slots.flatMap((tokens, at) => {
		const [token = gap] = tokens;
		const next = slots[at + 1];
		// White space is known from what stands before it.
		if (token === gap) return [];
		if (next) return [pairAt(at, tokens, next)];
		return [isWord(token) ? lettersAt(at, token, prefix) : signAt(at, tokens)];
	});
}

/** A word of letters at the end of a phrase, where anything may follow. */
function lettersAt(at: number, token: string, prefix: boolean): Piece {
	const first = prefix ? codeOf(token) : partsOf(token).code;
	return {
		at,
		length: 1,
		first,
		last: behind(first),
		isOne: false,
		tokensOf: () => [token],
	};
}

/** A token and the one after it. */
function pairAt(
	at: number,
	tokens: readonly string[],
	nexts: readonly string[],
): Piece {
	const [token = "", next = ""] = [tokens[0], nexts[0]];
	const base = baseOf(wordOf(token, next));
	const spelt = new Map<string, readonly string[]>();
	for (const one of tokens)
		for (const other of nexts)
			spelt.set(wordOf(one, other), isWord(other) ? [one] : [one, other]);
	return {
		at,
		length: isWord(next) ? 1 : 2,
		...(!isWord(token) && { sign: codeOfSign(token) }),
		first: base,
		last: behind(base),
		isOne: true,
		tokensOf: (word) => spelt.get(word),
	};
}

/** A sign at the end of a phrase: all words that begin with it. */
function signAt(at: number, tokens: readonly string[]): Piece {
	const code = codeOfSign(tokens[0] ?? "");
	const byForm = new Map(tokens.map((token) => [numberOfForm(token), token]));
	return {
		at,
		length: 1,
		sign: code,
		first: code,
		last: behind(code),
		isOne: false,
		tokensOf(word) {
			const token = byForm.get(formsOf(word)[0]);
			return token === undefined ? undefined : [token];
		},
	};
}

/**
 * The cheapest of the pieces that cover every slot.
 *
 * @param costOf of loading a piece.
 */
export function coverOf(
	pieces: readonly Piece[],
	slots: number,
	costOf: (piece: Piece) => number,
): Piece[] {
	/** For every number of slots from the left the cheapest cover of them. */
	const best: ({ cost: number; pieces: readonly Piece[] } | undefined)[] = [
		{ cost: 0, pieces: [] },
	];
	for (const piece of pieces) {
		const own = costOf(piece) + 1;
		// What it covers may begin anywhere within it, as pieces overlap.
		for (let from = piece.at; from < piece.at + piece.length; from++) {
			const before = best[from];
			if (!before) continue;
			const to = piece.at + piece.length;
			const cost = before.cost + own;
			if (cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY))
				best[to] = { cost, pieces: [...before.pieces, piece] };
		}
	}
	return [...(best[slots]?.pieces ?? [])];
}
