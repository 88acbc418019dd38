/** Where one phrase stands in one segment. */
import type { MergedSegment } from "../catalog.ts";
import { fold } from "../tokens.ts";
import type { Phrase } from "./expand.ts";
import { followedBy, movedBack, union, without } from "./lists.ts";
import { coverOf, type Piece, piecesOf } from "./pieces.ts";
import type { IndexReader } from "./reader.ts";
import type { Slices } from "./slices.ts";

/** One segment, and who asks it. */
export interface Asked {
	readonly reader: IndexReader;
	readonly segment: MergedSegment;
	/** Places of the segment's line. */
	readonly end: number;
	readonly slices: Slices;
}

/** A spelling of a phrase, and where each of its matches begins on the segment's line of places. */
export interface Spelling {
	/** As it stands in the text, but for width and case. */
	readonly text: string;
	readonly starts: Uint32Array;
}

/** Bytes before packing that are loaded at once: what more a phrase needs waits for what these say. */
const loadedAtOnce = 120_000;

/**
 * The cheapest words first: what they leave no place for is not loaded.
 *
 * @param off spellings that do not count.
 * @returns spellings that stand in the text.
 * @throws when a file of the index cannot be loaded.
 */
export async function findPhrase(
	asked: Asked,
	phrase: Phrase,
	off: ReadonlySet<string>,
): Promise<Spelling[]> {
	const found: (readonly [Piece, PiecePlaces])[] = [];
	let starts: Uint32Array | undefined;
	for (const pieces of batchesOf(asked, phrase)) {
		const places = await Promise.all(
			pieces.map(
				async (piece) => [piece, await placesOf(asked, piece)] as const,
			),
		);
		// The rarest first, as it leaves least to look at in the others.
		places.sort(([, a], [, b]) => a.all.length - b.all.length);
		for (const [{ at }, { all }] of places) {
			starts = starts ? followedBy(starts, all, at) : movedBack(all, at);
			if (starts.length === 0) return [];
			if (asked.slices.isDue) await asked.slices.rest();
		}
		found.push(...places);
	}
	if (!starts) return [];
	for (const { phrase: longer, at } of phrase.around ?? [])
		for (const other of await findPhrase(asked, longer, new Set()))
			starts = without(starts, other.starts, at);
	return spellingsOf(phrase, starts, found).filter(
		({ text, starts }) => starts.length > 0 && !off.has(fold(text)),
	);
}

/** The pieces of a phrase that are loaded in any case. */
export function firstPieces(
	reader: IndexReader,
	segment: MergedSegment,
	phrase: Phrase,
): readonly Piece[] {
	return batchesOf({ reader, segment }, phrase)[0] ?? [];
}

/** The pieces that tell where a phrase stands, cheapest first, in the groups in which they are loaded. */
function batchesOf(
	{ reader, segment }: Pick<Asked, "reader" | "segment">,
	phrase: Phrase,
): Piece[][] {
	const costOf = (piece: Piece) => reader.costOf(segment, piece);
	const pieces = coverOf(piecesOf(phrase), phrase.slots.length, costOf);
	pieces.sort((a, b) => costOf(a) - costOf(b));
	const batches: Piece[][] = [];
	let cost = Number.POSITIVE_INFINITY;
	for (const piece of pieces) {
		cost += costOf(piece);
		if (cost > loadedAtOnce) {
			batches.push([]);
			cost = costOf(piece);
		}
		batches.at(-1)?.push(piece);
	}
	return batches;
}

/** Where the words of a piece stand. */
interface PiecePlaces {
	readonly all: Uint32Array;
	/** The same for each row of tokens that the words stand for. */
	readonly rows: readonly {
		readonly tokens: readonly string[];
		readonly places: Uint32Array;
	}[];
}

async function placesOf(
	{ reader, segment, end, slices }: Asked,
	piece: Piece,
): Promise<PiecePlaces> {
	const lists = new Map<
		string,
		{ tokens: readonly string[]; lists: Uint32Array[] }
	>();
	for (const word of await reader.wordsIn(segment, piece)) {
		const tokens = piece.tokensOf(word.word);
		if (!tokens) continue;
		const row = lists.get(tokens.join("")) ?? { tokens, lists: [] };
		row.lists.push(reader.placesOf(word));
		lists.set(tokens.join(""), row);
		if (slices.isDue) await slices.rest();
	}
	const rows: { tokens: readonly string[]; places: Uint32Array }[] = [];
	for (const { tokens, lists: own } of lists.values())
		rows.push({ tokens, places: await union(own, end, slices) });
	const all = await union(
		rows.map(({ places }) => places),
		end,
		slices,
	);
	return { all, rows };
}

/** The matches by how they are spelt. */
function spellingsOf(
	phrase: Phrase,
	starts: Uint32Array,
	found: readonly (readonly [Piece, PiecePlaces])[],
): Spelling[] {
	if (phrase.slots.every((choices) => choices.length === 1))
		return [{ text: phrase.text, starts }];
	const tokens = phrase.slots.map(([first = ""]) => first);
	let spellings = [{ tokens, starts }];
	for (const [{ at }, { rows }] of found) {
		spellings = spellings.flatMap((one) =>
			rows
				.map((row) => ({
					tokens: one.tokens.map(
						(token, slot) => row.tokens[slot - at] ?? token,
					),
					starts:
						rows.length === 1
							? one.starts
							: followedBy(one.starts, row.places, at),
				}))
				.filter(({ starts }) => starts.length > 0),
		);
	}
	return spellings.map(({ tokens, starts }) => ({
		text: tokens.join(""),
		starts,
	}));
}
