/** One volume asked for one query: which documents, how often, how close. */
import type { Volume } from "./catalog.ts";
import { findPhrase } from "./find-phrase.ts";
import { firstNotBelow, union } from "./lists.ts";
import type { ExpandedTerm } from "./query.ts";
import type { IndexReader } from "./reader.ts";

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

export interface VolumeAnswer {
	readonly hits: readonly Hit[];
	/** Spellings that stand in the text where a character of the term has several forms. */
	readonly forms: readonly string[];
}

/** Where a term stands in each document of a volume, ascending. */
type TermPlaces = ReadonlyMap<number, Uint32Array>;

/** @throws when a file of the index cannot be loaded. */
export async function searchVolume(
	reader: IndexReader,
	volume: Volume,
	terms: readonly ExpandedTerm[],
): Promise<VolumeAnswer> {
	const bases = await reader.basesOf(volume);
	const { headline } = (await reader.documentsOf(volume)).columns;
	const forms = new Set<string>();
	const found = await Promise.all(
		terms.map(async (term): Promise<TermPlaces> => {
			const phrases = await Promise.all(
				term.phrases.map((phrase) => findPhrase(reader, volume, phrase)),
			);
			for (const phrase of phrases)
				for (const form of phrase.forms) forms.add(form);
			return byDocument(union(phrases.map(({ starts }) => starts)), bases);
		}),
	);
	// The headline comes first: what stands in it at all stands there first.
	const inHeadline = (places: Uint32Array, document: number) =>
		(places[0] as number) - (bases[document] as number) <
		(headline[volume.start + document] ?? 0);
	const answers = (term: number, document: number) => {
		const places = found[term]?.get(document);
		if (!places) return false;
		return !terms[term]?.headline || inHeadline(places, document);
	};
	const numbers = terms.map((_, n) => n);
	const required = numbers.filter((n) => !terms[n]?.excluded);
	const excluded = numbers.filter((n) => terms[n]?.excluded);
	const [first] = required;
	const candidates =
		first === undefined
			? Array.from({ length: volume.count }, (_, n) => n)
			: (found[first]?.keys() ?? []);
	const hits: Hit[] = [];
	for (const document of candidates) {
		if (!required.every((term) => answers(term, document))) continue;
		if (excluded.some((term) => answers(term, document))) continue;
		const places = required.map(
			(term) => found[term]?.get(document) as Uint32Array,
		);
		hits.push({
			document: volume.start + document,
			counts: places.map((list) => list.length),
			inHeadline: places.filter((list) => inHeadline(list, document)).length,
			span: shortestSpan(places),
		});
	}
	return { hits, forms: [...forms] };
}

/** Places on the line of a volume, cut where its documents begin. */
function byDocument(
	starts: Uint32Array,
	bases: Uint32Array,
): Map<number, Uint32Array> {
	const documents = new Map<number, Uint32Array>();
	let document = 0;
	for (let from = 0; from < starts.length; ) {
		const place = starts[from] as number;
		document = firstNotBelow(bases, place + 1, document) - 1;
		const to = firstNotBelow(starts, bases[document + 1] as number, from);
		documents.set(document, starts.subarray(from, to));
		from = to;
	}
	return documents;
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
