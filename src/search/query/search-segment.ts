/** One segment asked for one query: which documents, how often, how close. */
import type { Catalog, MergedSegment } from "../catalog.ts";
import type { ExpandedTerm } from "./expand.ts";
import { testOf } from "./filters.ts";
import type { Asked } from "./find-phrase.ts";
import { type FoundTerm, findTerm, type TermCount } from "./find-term.ts";
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
	/** Places of the shortest stretch that holds all required terms of more than one sign; 0 for fewer than two. */
	readonly span: number;
}

/** A query ready to be asked. */
export interface Question {
	readonly root: QueryNode;
	/** In the order of the query. */
	readonly terms: readonly ExpandedTerm[];
	/** Whether it asks who is in a document. */
	readonly asksPeople: boolean;
}

export interface SegmentAnswer {
	readonly hits: readonly Hit[];
	/** Of every term. */
	readonly terms: readonly TermCount[];
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
	if (question.asksPeople) await reader.peopleOf(segment);
	const end = bases[segment.count] as number;
	const asked: Asked = { reader, segment, end, slices };
	const headlines = catalog.columns.headline.subarray(segment.start);
	const found = await Promise.all(
		question.terms.map((term) => findTerm(asked, term, { bases, headlines })),
	);
	const answers = documentsFor(question.root, segment, catalog, found);
	const required = found.filter((_, n) => !question.terms[n]?.excluded);
	const hits: Hit[] = [];
	for (let document = 0; document < segment.count; document++) {
		if (answers[document] === 0) continue;
		const lists = required.map((term) => term.placesIn(document));
		hits.push({
			document: segment.start + document,
			counts: required.map(({ times }) => times[document] as number),
			inHeadline: required.filter((term) => term.isInHeadline(document)).length,
			span: shortestSpan(lists.filter(({ length }) => length > 0)),
		});
		if (slices.isDue) await slices.rest();
	}
	return { hits, terms: found.map(({ count }) => count) };
}

/** @returns 0 for every document of a segment that does not answer, another number for the others. */
function documentsFor(
	node: QueryNode,
	segment: MergedSegment,
	catalog: Catalog,
	found: readonly FoundTerm[],
): ArrayLike<number> {
	const { start, count } = segment;
	const where = (test: (document: number) => boolean) =>
		new Uint8Array(count).map((_, document) => (test(document) ? 1 : 0));
	if (node.kind === "term") return (found[node.index] as FoundTerm).times;
	if (node.kind === "filter") {
		const fits = testOf(node.filter, catalog);
		return where((n) => fits(start + n));
	}
	const parts = (node.kind === "not" ? [node.node] : node.nodes).map((part) =>
		documentsFor(part, segment, catalog, found),
	);
	const [only] = parts;
	if (only && parts.length === 1 && node.kind !== "not") return only;
	switch (node.kind) {
		case "not":
			return where((n) => parts[0]?.[n] === 0);
		case "any":
			return where((n) => parts.some((part) => part[n] !== 0));
		case "all":
			return where((n) => parts.every((part) => part[n] !== 0));
	}
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
