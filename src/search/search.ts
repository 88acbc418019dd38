/** A whole search, from the typed query to sorted hits: the browser's and the command line's. */
import type { Catalog } from "./catalog.ts";
import { findChoices } from "./find-phrase.ts";
import {
	type ExpandedTerm,
	expandQuery,
	parseQuery,
	type Query,
} from "./query.ts";
import type { IndexReader } from "./reader.ts";
import { type Hit, searchVolume } from "./search-volume.ts";

export interface Answer {
	readonly query: Query;
	readonly terms: readonly ExpandedTerm[];
	/** Unsorted, unfiltered. */
	readonly hits: readonly Hit[];
	/** What else was looked for: other names of the same, and forms of characters that were found. */
	readonly also: readonly string[];
	/** Volumes that have answered, of how many. */
	readonly done: number;
	readonly all: number;
}

/**
 * Load from all volumes at once, and work on one after another.
 *
 * @param onPart called with what is known each time a volume has answered, the last time included;
 *   work goes on once it has settled, so that a browser shows the first hits before it looks for more.
 * @throws when a file of the index cannot be loaded.
 */
export async function search(
	reader: IndexReader,
	typed: string,
	variants: boolean,
	onPart?: (answer: Answer, catalog: Catalog) => Promise<void> | undefined,
): Promise<{ answer: Answer; catalog: Catalog }> {
	const outline = await reader.outline();
	const query = parseQuery(typed);
	const terms = expandQuery(query, outline.aliases, variants);
	// The newest first: what most readers look for is there before the large old volumes are.
	const volumes =
		query.terms.length === 0 ? [] : [...outline.volumes].reverse();
	// The words need not wait for what is known of the documents, nor one volume for another.
	for (const volume of volumes) {
		reader.documentsOf(volume).catch(() => undefined);
		for (const { phrases } of terms)
			for (const phrase of phrases)
				findChoices(reader, volume, phrase).catch(() => undefined);
	}
	const hits: Hit[] = [];
	const forms = new Set<string>();
	let done = 0;
	const sofar = (): Answer => ({
		query,
		terms,
		hits: [...hits],
		also: alsoSearched(terms, forms),
		done,
		all: volumes.length,
	});
	for (const volume of volumes) {
		const part = await searchVolume(reader, volume, terms);
		for (const hit of part.hits) hits.push(hit);
		for (const form of part.forms) forms.add(form);
		done++;
		if (onPart) await onPart(sofar(), await reader.documentsOf(volume));
	}
	return { answer: sofar(), catalog: await reader.catalog() };
}

function alsoSearched(
	terms: readonly ExpandedTerm[],
	forms: ReadonlySet<string>,
): string[] {
	const typed = new Set(terms.map(({ text }) => text.toLowerCase()));
	const names = terms.flatMap(({ phrases }) =>
		phrases.slice(1).map(({ text }) => text),
	);
	const known = new Set([...typed, ...names.map((name) => name.toLowerCase())]);
	return [...names, ...[...forms].filter((form) => !known.has(form)).sort()];
}
