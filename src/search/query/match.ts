/** Phrases in a text at hand, for excerpts and marks; the same rules as the index follows. */

import { gap, type PlacedToken, placeTokens } from "../tokens.ts";
import type { ExpandedTerm, Phrase } from "./expand.ts";

/** A stretch of a text, UTF-16 code units, and which phrase list (term) it answers. */
export interface Found {
	readonly start: number;
	readonly end: number;
	readonly term: number;
}

/** What is marked of a term. */
export type MarkedTerm = Pick<ExpandedTerm, "phrases" | "off">;

/**
 * Every place where one of the phrases stands, in order; of overlapping ones the longer. Spellings
 * that are switched off do not count.
 */
export function findPhrases(
	text: string,
	terms: readonly MarkedTerm[],
): Found[] {
	const found = findMatches(text, terms);
	return found.filter(
		({ start, end }, i) =>
			!found
				.slice(Math.max(0, i - 20), i)
				.some((other) => other.end >= end && other.start <= start),
	);
}

/** The same, overlapping ones included: of each term every place once, as the index counts them. */
export function findMatches(
	text: string,
	terms: readonly MarkedTerm[],
): Found[] {
	const tokens = placeTokens(text);
	const found: Found[] = [];
	for (const [term, { phrases, off }] of terms.entries()) {
		const ends = new Map<number, number>();
		for (const phrase of phrases)
			for (let at = 0; at + phrase.slots.length <= tokens.length; at++) {
				if (!standsAt(tokens, at, phrase)) continue;
				const isWithin = phrase.around?.some(
					(longer) =>
						at >= longer.at && standsAt(tokens, at - longer.at, longer.phrase),
				);
				if (isWithin) continue;
				const matched = tokens.slice(at, at + phrase.slots.length);
				if (off.has(matched.map(({ token }) => token).join(""))) continue;
				const { start } = matched[0] as PlacedToken;
				const { end } = matched.at(-1) as PlacedToken;
				ends.set(start, Math.max(end, ends.get(start) ?? 0));
			}
		for (const [start, end] of ends) found.push({ start, end, term });
	}
	return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function standsAt(
	tokens: readonly PlacedToken[],
	at: number,
	{ slots, prefix }: Phrase,
): boolean {
	return slots.every((slot, i) => {
		const token = tokens[at + i]?.token ?? gap;
		return prefix && i === slots.length - 1
			? slot.some((start) => token.startsWith(start))
			: slot.includes(token);
	});
}
