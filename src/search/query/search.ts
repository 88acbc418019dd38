/** A whole search, from the typed query to hits: the browser's and the command line's. */
import type { Catalog } from "../catalog.ts";
import { type ExpandedTerm, expandTerms } from "./expand.ts";
import { preload, type TermCount } from "./find-term.ts";
import { parseQuery, type Query } from "./parse.ts";
import { IndexFileError, type IndexReader } from "./reader.ts";
import {
	type Hit,
	type SegmentAnswer,
	searchSegment,
} from "./search-segment.ts";
import { Slices } from "./slices.ts";

export interface Answer {
	readonly query: Query;
	readonly terms: readonly ExpandedTerm[];
	/** Unsorted, unfiltered. */
	readonly hits: readonly Hit[];
	/** Of every term, how many articles hold it and each of its spellings, as far as segments have answered. */
	readonly counts: readonly TermCount[];
	/** Files that could not be read: their articles are missing from all of the above. */
	readonly missing: readonly Missing[];
	/** Segments that have answered, of how many. */
	readonly done: number;
	readonly all: number;
}

export interface Missing {
	/** Below the site's root. */
	readonly path: string;
	readonly reason: string;
	/** Articles that could not be searched. */
	readonly articles: number;
}

export interface SearchOptions {
	/** `false` looks for what was typed and nothing else. */
	readonly variants: boolean;
	/** Spellings that are left away. */
	readonly off?: readonly string[];
	/**
	 * Called with what is known each time a segment has answered, the last time included; work goes on
	 * once it has settled, so that a browser shows the first hits before it looks for more.
	 */
	readonly onPart?: (
		answer: Answer,
		catalog: Catalog,
	) => Promise<void> | undefined;
	/** Asked between slices of work: `false` ends the search. */
	readonly isWanted?: () => boolean;
}

/**
 * Load from all segments at once, and work on one after another.
 *
 * @throws {IndexFileError} when there is no index or no part of it can be read.
 * @throws {Abandoned} when the answer is not wanted any more.
 */
export async function search(
	reader: IndexReader,
	typed: string,
	options: SearchOptions,
): Promise<{ answer: Answer; catalog: Catalog }> {
	const { onPart } = options;
	const slices = new Slices(options.isWanted);
	const { query, segments, ...question } = await prepare(
		reader,
		typed,
		options,
		slices,
	);
	const { terms } = question;
	const parts: SegmentAnswer[] = [];
	const missing: Missing[] = [];
	const sofar = (): Answer => ({
		query,
		terms,
		hits: parts.flatMap(({ hits }) => hits),
		counts: terms.map((_, n) =>
			addCounts(parts.map(({ terms }) => terms[n] as TermCount)),
		),
		missing: [...missing],
		done: parts.length + missing.length,
		all: segments.length,
	});
	for (const segment of segments) {
		try {
			parts.push(await searchSegment(reader, segment, question, slices));
		} catch (error) {
			if (!(error instanceof IndexFileError)) throw error;
			if (reader.forgetGiven()) return search(reader, typed, options);
			missing.push({
				path: error.path,
				reason: error.message,
				articles: segment.count,
			});
			if (missing.length === segments.length) throw error;
		}
		if (!onPart) continue;
		// What is known of the other segments is still on its way.
		const catalog = reader.documentsOf(segment).catch(() => reader.catalog());
		await onPart(sofar(), await catalog);
	}
	return { answer: sofar(), catalog: await reader.catalog() };
}

/**
 * Read a question, and begin to load what its answer needs: words need not wait for what is known of the
 * documents, nor one segment for another.
 */
export async function prepare(
	reader: IndexReader,
	typed: string,
	{ variants, off = [] }: SearchOptions,
	slices = new Slices(),
) {
	const { aliases, around, segments: every } = await reader.outline();
	const query = parseQuery(typed);
	const terms = expandTerms(query.terms, { aliases, around, variants, off });
	// The newest first: what most readers look for is there before the large old ones are.
	const segments = query.root.nodes.length === 0 ? [] : [...every].reverse();
	const asksPeople = query.filters.some(({ field }) => field === "person");
	// A browser has few requests on their way at once: in the order in which they are worked on.
	for (const segment of segments) {
		reader.documentsOf(segment).catch(() => undefined);
		if (asksPeople) reader.peopleOf(segment).catch(() => undefined);
		for (const term of terms) {
			preload(reader, segment, term);
			// To send many requests takes a while, too.
			if (slices.isDue) await slices.rest();
		}
	}
	return { query, segments, root: query.root, terms, asksPeople };
}

function addCounts(counts: readonly TermCount[]): TermCount {
	const spellings = new Map<string, number>();
	for (const count of counts)
		for (const { text, articles } of count.spellings)
			spellings.set(text, (spellings.get(text) ?? 0) + articles);
	return {
		articles: counts.reduce((sum, { articles }) => sum + articles, 0),
		spellings: [...spellings].map(([text, articles]) => ({ text, articles })),
	};
}
