import { byCodePoint } from "../domain/order.ts";
import { gap } from "./tokens.ts";

/** Every token of a unit with its places, tokens in code point order. */
export type Inverted = readonly {
	readonly token: string;
	/** Places in the unit's one line of tokens, ascending. */
	readonly places: Uint32Array;
}[];

/**
 * From documents to the places of every token.
 *
 * @param documents the tokens of each document in order; document n begins at place `bases[n]`.
 */
export function invert(
	documents: readonly (readonly string[])[],
	bases: readonly number[],
): Inverted {
	const all = new Map<string, number[]>();
	for (const [n, tokens] of documents.entries()) {
		let place = bases[n] as number;
		for (const token of tokens) {
			const places = all.get(token);
			if (places) places.push(place);
			else all.set(token, [place]);
			place++;
		}
	}
	all.delete(gap);
	return [...all]
		.map(([token, places]) => ({ token, places: Uint32Array.from(places) }))
		.sort((a, b) => byCodePoint(a.token, b.token));
}
