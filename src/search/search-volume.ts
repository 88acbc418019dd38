/** One volume asked for one query: which documents, how often, how close. */
import type { Catalog, Volume } from "./catalog.ts";
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

/** What is known of one term: the first place on every page, and all places of the volume. */
interface FoundTerm {
	readonly pages: ReadonlyMap<number, number>;
	readonly starts: Uint32Array;
}

/** @throws when a file of the index cannot be loaded. */
export async function searchVolume(
	reader: IndexReader,
	catalog: Catalog,
	volume: Volume,
	terms: readonly ExpandedTerm[],
): Promise<VolumeAnswer> {
	const bases = await reader.basesOf(volume);
	const headlineOf = (page: number) =>
		catalog.headline[volume.start + page] ?? 0;
	const forms = new Set<string>();
	const found = await Promise.all(
		terms.map(async (term): Promise<FoundTerm> => {
			const phrases = await Promise.all(
				term.phrases.map((phrase) => findPhrase(reader, volume, phrase)),
			);
			const pages = new Map<number, number>();
			for (const phrase of phrases) {
				for (const form of phrase.forms) forms.add(form);
				// The headline comes first: what stands in it at all stands there first.
				for (const [page, first] of phrase.pages)
					if (!term.headline || first < headlineOf(page))
						pages.set(page, Math.min(first, pages.get(page) ?? first));
			}
			return { pages, starts: union(phrases.map(({ starts }) => starts)) };
		}),
	);
	const required = found.filter((_, n) => !terms[n]?.excluded);
	const excluded = found.filter((_, n) => terms[n]?.excluded);
	const [first, ...others] = required;
	const candidates = first
		? [...first.pages.keys()]
		: Array.from({ length: volume.count }, (_, n) => n);
	const hits: Hit[] = [];
	for (const page of candidates) {
		if (!others.every((term) => term.pages.has(page))) continue;
		if (excluded.some((term) => term.pages.has(page))) continue;
		const places = required.map(({ starts }) => onPage(starts, page, bases));
		hits.push({
			document: volume.start + page,
			counts: places.map((list) => list.length),
			inHeadline: required.filter(
				({ pages }) => (pages.get(page) as number) < headlineOf(page),
			).length,
			span: shortestSpan(places),
		});
	}
	return { hits, forms: [...forms] };
}

function onPage(
	starts: Uint32Array,
	page: number,
	bases: Uint32Array,
): Uint32Array {
	const from = firstNotBelow(starts, bases[page] as number);
	return starts.subarray(
		from,
		firstNotBelow(starts, bases[page + 1] as number, from),
	);
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
