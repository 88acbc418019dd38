/** Keyword in context: every match of a query in a text, one line each. */
import type { DocumentText } from "../catalog.ts";
import type { ExpandedTerm } from "./expand.ts";
import { findMatches, type MarkedTerm } from "./match.ts";

export interface ConcordanceLine {
	/** Where it stands on the article's page; "" for headline and bylines. */
	readonly anchor: string;
	/** Text before the match, the match, text after it, at most {@link contextLength} characters each side. */
	readonly left: string;
	readonly match: string;
	readonly right: string;
}

/** Characters of context on each side. */
export const contextLength = 40;

/** @returns lines in the order of the text: as many as the index counts in the article. */
export function concordance(
	headline: string,
	text: DocumentText,
	terms: readonly (MarkedTerm & Pick<ExpandedTerm, "headline">)[],
): ConcordanceLine[] {
	// What was asked of headlines alone does not count elsewhere.
	const anywhere = terms.filter((term) => !term.headline);
	const parts = [
		["", headline, terms],
		...text.bylines.map((byline) => ["", byline, anywhere] as const),
		...text.blocks.map(([anchor, part]) => [anchor, part, anywhere] as const),
	] as const;
	return parts.flatMap(([anchor, part, asked]) =>
		findMatches(part, asked).map(({ start, end }) => ({
			anchor,
			left: part.slice(Math.max(0, start - contextLength), start),
			match: part.slice(start, end),
			right: part.slice(end, end + contextLength),
		})),
	);
}

export const contextOrders = ["text", "left", "right"] as const;
/** In the order of the hits and their texts, or by what stands before or after the match. */
export type ContextOrder = (typeof contextOrders)[number];

/** @returns a new list; what stands nearest to the match counts first. */
export function sortLines<Line extends ConcordanceLine>(
	lines: readonly Line[],
	order: ContextOrder,
): Line[] {
	if (order === "text") return [...lines];
	const keyOf = ({ left, match, right }: Line) =>
		order === "left" ? [...left].reverse().join("") : match + right;
	return lines
		.map((line) => ({ line, key: keyOf(line) }))
		.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
		.map(({ line }) => line);
}
