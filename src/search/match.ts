/** Phrases in a text at hand, for excerpts and marks; the same rules as the index follows. */
import type { Phrase } from "./query.ts";
import { gap, type PlacedToken, placeTokens } from "./tokens.ts";

/** A stretch of a text, UTF-16 code units, and which phrase list (term) it answers. */
export interface Found {
	readonly start: number;
	readonly end: number;
	readonly term: number;
}

/**
 * Every place where one of the phrases stands, in order; of overlapping ones the longer.
 *
 * @param terms for each term its phrases.
 */
export function findPhrases(
	text: string,
	terms: readonly (readonly Phrase[])[],
): Found[] {
	const tokens = placeTokens(text);
	const found: Found[] = [];
	for (const [term, phrases] of terms.entries())
		for (const phrase of phrases)
			for (let at = 0; at + phrase.slots.length <= tokens.length; at++) {
				if (!standsAt(tokens, at, phrase)) continue;
				const first = tokens[at] as PlacedToken;
				const last = tokens[at + phrase.slots.length - 1] as PlacedToken;
				found.push({ start: first.start, end: last.end, term });
			}
	found.sort((a, b) => a.start - b.start || b.end - a.end);
	return found.filter(
		({ start, end }, i) =>
			!found
				.slice(Math.max(0, i - 20), i)
				.some((other) => other.end >= end && other.start <= start),
	);
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
