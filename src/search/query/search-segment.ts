/** One segment asked for one query: which documents, how often, how close. */
import type { Catalog, MergedSegment } from "../catalog.ts";
import type { ExpandedTerm } from "./expand.ts";
import { testOf } from "./filters.ts";
import { type Asked, findPhrase } from "./find-phrase.ts";
import { firstNotBelow, union } from "./lists.ts";
import type { QueryNode } from "./parse.ts";
import type { IndexReader } from "./reader.ts";
import type { Slices } from "./slices.ts";

/** A document that answers the query. */
export interface Hit {
	/** Its line in the catalogue. */
	readonly document: number;
	/** How often each required term stands in it, in the order of the query. */
	readonly counts: readonly number[];
	/** How many of them stand in the headline. */
	readonly inHeadline: number;
	/** Places of the shortest stretch that holds all required terms; 0 for a single term. */
	readonly span: number;
}

/** A query ready to be asked. */
export interface Question {
	readonly root: QueryNode;
	/** In the order of the query. */
	readonly terms: readonly ExpandedTerm[];
}

/** Articles that hold a spelling of a term. */
export interface SpellingCount {
	readonly text: string;
	readonly articles: number;
}

export interface TermCount {
	/** Articles that the term alone would find. */
	readonly articles: number;
	readonly spellings: readonly SpellingCount[];
}

export interface SegmentAnswer {
	readonly hits: readonly Hit[];
	/** Of every term. */
	readonly terms: readonly TermCount[];
}

/** Where a term stands in a segment. */
interface TermPlaces {
	/** Ascending, on the segment's line of places. */
	readonly starts: Uint32Array;
	/** For every document where its own begin in `starts`; one more: where the last end. */
	readonly begins: Uint32Array;
	readonly count: TermCount;
}

/** @throws when a file of the index cannot be loaded. */
export async function searchSegment(
	reader: IndexReader,
	segment: MergedSegment,
	question: Question,
	slices: Slices,
): Promise<SegmentAnswer> {
	const bases = await reader.basesOf(segment);
	const catalog = await reader.documentsOf(segment);
	const end = bases[segment.count] as number;
	const asked: Asked = { reader, segment, end, slices };
	const { headline } = catalog.columns;
	const found = await Promise.all(
		question.terms.map((term) =>
			placesOfTerm(asked, term, bases, (document) =>
				term.headline
					? (headline[segment.start + document] as number)
					: Number.POSITIVE_INFINITY,
			),
		),
	);
	const answers = documentsFor(question.root, segment, catalog, found);
	const required = question.terms.flatMap(({ excluded }, n) =>
		excluded ? [] : [n],
	);
	const hits: Hit[] = [];
	for (let document = 0; document < segment.count; document++) {
		if (answers[document] === 0) continue;
		const lists = required.map((n) => {
			const { starts, begins } = found[n] as TermPlaces;
			return starts.subarray(begins[document], begins[document + 1]);
		});
		const headlineEnd =
			(bases[document] as number) +
			(headline[segment.start + document] as number);
		hits.push({
			document: segment.start + document,
			counts: lists.map(({ length }) => length),
			// The headline comes first: what stands in it at all stands there first.
			inHeadline: lists.filter(([first = end]) => first < headlineEnd).length,
			span: shortestSpan(lists.filter(({ length }) => length > 0)),
		});
		if (slices.isDue) await slices.rest();
	}
	return { hits, terms: found.map(({ count }) => count) };
}

/** @returns 1 for every document of a segment that answers, 0 for the others. */
function documentsFor(
	node: QueryNode,
	segment: MergedSegment,
	catalog: Catalog,
	found: readonly TermPlaces[],
): Uint8Array {
	const { start, count } = segment;
	const where = (test: (document: number) => boolean) =>
		new Uint8Array(count).map((_, document) => (test(document) ? 1 : 0));
	if (node.kind === "term") {
		const { begins } = found[node.index] as TermPlaces;
		return where((n) => (begins[n + 1] as number) > (begins[n] as number));
	}
	if (node.kind === "filter") {
		const fits = testOf(node.filter, catalog);
		return where((n) => fits(start + n));
	}
	const parts = (node.kind === "not" ? [node.node] : node.nodes).map((part) =>
		documentsFor(part, segment, catalog, found),
	);
	switch (node.kind) {
		case "not":
			return where((n) => parts[0]?.[n] === 0);
		case "any":
			return where((n) => parts.some((part) => part[n] === 1));
		case "all":
			return where((n) => parts.every((part) => part[n] === 1));
	}
}

/** @param reach places of a document, from its first, among which the term must begin. */
async function placesOfTerm(
	asked: Asked,
	term: ExpandedTerm,
	bases: Uint32Array,
	reach: (document: number) => number,
): Promise<TermPlaces> {
	const phrases = await Promise.all(
		term.phrases.map((phrase) => findPhrase(asked, phrase, term.off)),
	);
	const spellings = phrases.flat().map(({ text, starts }) => ({
		text,
		...within(starts, bases, reach),
	}));
	const all = await union(
		spellings.map(({ starts }) => starts),
		asked.end,
		asked.slices,
	);
	const { starts, begins, articles } = within(all, bases, reach);
	return {
		starts,
		begins,
		count: {
			articles,
			spellings: spellings
				.filter(({ articles }) => articles > 0)
				.map(({ text, articles }) => ({ text, articles })),
		},
	};
}

/** Places by the documents that they lie in. */
function within(
	starts: Uint32Array,
	bases: Uint32Array,
	reach: (document: number) => number,
) {
	const begins = new Uint32Array(bases.length);
	const kept = new Uint32Array(starts.length);
	let length = 0;
	let articles = 0;
	let document = 0;
	for (let from = 0; from < starts.length; ) {
		const place = starts[from] as number;
		const next = firstNotBelow(bases, place + 1, document);
		begins.fill(length, document + 1, next);
		document = next - 1;
		const base = bases[document] as number;
		const end = Math.min(bases[next] as number, base + reach(document));
		const before = length;
		for (
			;
			from < starts.length &&
			(starts[from] as number) < (bases[next] as number);
			from++
		)
			if ((starts[from] as number) < end)
				kept[length++] = starts[from] as number;
		if (length > before) articles++;
	}
	begins.fill(length, document + 1);
	return { starts: kept.subarray(0, length), begins, articles };
}

/** The shortest stretch with one place of every list. */
function shortestSpan(lists: readonly Uint32Array[]): number {
	if (lists.length < 2 || lists.some((list) => list.length === 0)) return 0;
	const at = lists.map(() => 0);
	let best = Number.POSITIVE_INFINITY;
	for (;;) {
		let low = 0;
		let lowest = Number.POSITIVE_INFINITY;
		let highest = 0;
		for (const [n, list] of lists.entries()) {
			const place = list[at[n] as number] as number;
			if (place < lowest) {
				lowest = place;
				low = n;
			}
			if (place > highest) highest = place;
		}
		best = Math.min(best, highest - lowest);
		at[low] = (at[low] as number) + 1;
		if ((at[low] as number) >= (lists[low]?.length ?? 0)) return best;
	}
}
