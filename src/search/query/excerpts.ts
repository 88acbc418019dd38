/** The best passages of an article for a query. */
import type { DocumentText } from "../catalog.ts";
import type { ExpandedTerm } from "./expand.ts";
import { type Found, findPhrases, type MarkedTerm } from "./match.ts";

/** A stretch of an article with the words to mark. */
export interface Excerpt {
	/** Where it stands on the article page; "" for the bylines. */
	readonly anchor: string;
	/** Pieces in order; marked ones are what was searched. */
	readonly pieces: readonly {
		readonly text: string;
		readonly marked: boolean;
	}[];
	/** Whether text was left out before and after. */
	readonly cutBefore: boolean;
	readonly cutAfter: boolean;
}

/** Characters of one excerpt, about. */
const excerptLength = 110;

/** The terms that are marked: those that an article must not have are nowhere in it. */
export function termsToMark(
	terms: readonly ExpandedTerm[],
): readonly ExpandedTerm[] {
	return terms.filter(({ excluded }) => !excluded);
}

/**
 * Up to `count` excerpts from different paragraphs: those with most of the terms that are not shown
 * yet, then with most of all terms, then with most matches, then the first. Without any match (a headline hit), the beginning of the text.
 */
export function bestExcerpts(
	text: DocumentText,
	terms: readonly MarkedTerm[],
	count = 2,
): Excerpt[] {
	const blocks = [
		...text.bylines.map((line) => ["", line] as const),
		...text.blocks,
	];
	const left = blocks
		.map(([anchor, block], position) => {
			const found = findPhrases(block, terms);
			const answers = new Set(found.map(({ term }) => term));
			return { anchor, block, position, found, answers };
		})
		.filter(({ found }) => found.length > 0);
	const chosen: typeof left = [];
	const shown = new Set<number>();
	while (chosen.length < count && left.length > 0) {
		const fresh = ({ answers }: (typeof left)[number]) =>
			[...answers].filter((term) => !shown.has(term)).length;
		left.sort(
			(a, b) =>
				fresh(b) - fresh(a) ||
				b.answers.size - a.answers.size ||
				b.found.length - a.found.length ||
				a.position - b.position,
		);
		const best = left.shift() as (typeof left)[number];
		for (const term of best.answers) shown.add(term);
		chosen.push(best);
	}
	const rated = chosen.sort((a, b) => a.position - b.position);
	if (rated.length > 0)
		return rated.map(({ anchor, block, found }) => cut(anchor, block, found));
	const [first] = text.blocks;
	return first ? [cut(first[0], first[1], [])] : [];
}

/** Split a text at the matches. */
export function markPieces(
	text: string,
	found: readonly Found[],
): Excerpt["pieces"] {
	const pieces: { text: string; marked: boolean }[] = [];
	let at = 0;
	for (const { start, end } of found) {
		if (start < at) continue;
		if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
		pieces.push({ text: text.slice(start, end), marked: true });
		at = end;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
	return pieces;
}

/** The window of a paragraph that holds most matches, with a little before them. */
function cut(anchor: string, block: string, found: readonly Found[]): Excerpt {
	let start = 0;
	let most = 0;
	for (const { start: candidate } of found) {
		const within = found.filter(
			(other) =>
				other.start >= candidate && other.end <= candidate + excerptLength - 20,
		).length;
		if (within > most) {
			most = within;
			start = candidate;
		}
	}
	start = Math.max(0, Math.min(start - 20, block.length - excerptLength));
	let end = Math.min(block.length, start + excerptLength);
	// Not through the middle of a character, a word or a match.
	if (start > 0) start = wordBorder(block, start);
	if (end < block.length) end = wordBorder(block, end);
	for (const match of found) {
		if (match.start < start && match.end > start) start = match.start;
		if (match.start < end && match.end > end) end = match.end;
	}
	const inside = found
		.filter((match) => match.start >= start && match.end <= end)
		.map((match) => ({
			...match,
			start: match.start - start,
			end: match.end - start,
		}));
	return {
		anchor,
		pieces: markPieces(block.slice(start, end), inside),
		cutBefore: start > 0,
		cutAfter: end < block.length,
	};
}

/** The next place at or after `at` that does not split a word of letters or a surrogate pair. */
function wordBorder(text: string, at: number): number {
	const rest = /^[\p{Script=Latin}\p{M}\d\uDC00-\uDFFF]{0,24}/u.exec(
		text.slice(at),
	);
	const before = /[\p{Script=Latin}\p{M}\d\uD800-\uDBFF]$/u.test(
		text.slice(0, at),
	);
	return before ? at + (rest?.[0].length ?? 0) : at;
}
