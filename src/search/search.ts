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
 * Ask all volumes at once.
 *
 * @param onPart called with what is known each time a volume has answered, the last time included.
 * @throws when a file of the index cannot be loaded.
 */
export async function search(
	reader: IndexReader,
	typed: string,
	variants: boolean,
	onPart?: (answer: Answer, catalog: Catalog) => void,
): Promise<{ answer: Answer; catalog: Catalog }> {
	reader.start();
	const { aliases, volumes } = await reader.outline();
	const query = parseQuery(typed);
	const terms = expandQuery(query, aliases, variants);
	// The words need not wait for what is known of the documents.
	for (const volume of volumes)
		for (const { phrases } of terms)
			for (const phrase of phrases)
				findChoices(reader, volume, phrase).catch(() => undefined);
	const catalog = await reader.catalog();
	const hits: Hit[] = [];
	const forms = new Set<string>();
	const all = query.terms.length === 0 ? 0 : catalog.volumes.length;
	let done = 0;
	const sofar = (): Answer => ({
		query,
		terms,
		hits: [...hits],
		also: alsoSearched(terms, forms),
		done,
		all,
	});
	// The newest first: what most readers look for is there before the large old volumes are.
	await Promise.all(
		[...catalog.volumes].reverse().map(async (volume) => {
			if (all === 0) return;
			const part = await searchVolume(reader, catalog, volume, terms);
			hits.push(...part.hits);
			for (const form of part.forms) forms.add(form);
			done++;
			onPart?.(sofar(), catalog);
		}),
	);
	return { answer: sofar(), catalog };
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
