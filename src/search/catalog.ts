/** What the published index looks like; shared by those who write it and those who read it. */
/**
 * What is known of the volumes and of every document, from two files (`catalog-file.ts`). Document n
 * is line n of every list.
 */
export interface Catalog {
	readonly version: 1;
	/** Article ids, oldest first, undated last. */
	readonly ids: readonly string[];
	/** Days since 1970-01-01, each less the one before; `null` when undated. */
	readonly daySteps: readonly (number | null)[];
	readonly sources: readonly Named[];
	readonly languages: readonly string[];
	readonly people: readonly Named[];
	/** Positions in `sources` and `languages`. */
	readonly source: readonly number[];
	readonly language: readonly number[];
	/** Positions in `people`; 0 for nobody. */
	readonly persons: readonly (readonly number[] | 0)[];
	/** 1 where a meeting of the timeline rests on the article. */
	readonly meeting: readonly (0 | 1)[];
	/** Places that the document takes up. */
	readonly places: readonly number[];
	/** Places of the headline, which comes first. */
	readonly headline: readonly number[];
	/** Spellings of one name, a list for each name. */
	readonly aliases: readonly (readonly string[])[];
	/** Version of Pagefind that wrote the volumes. */
	readonly pagefind: string;
	readonly volumes: readonly Volume[];
	/** Where the texts for excerpts lie when pages cannot be fetched; empty without portable files. */
	readonly texts: readonly TextBlock[];
}

export interface Named {
	readonly id: string;
	readonly name: string;
}

/** A stretch of documents that has a Pagefind index of its own. */
export interface Volume {
	/** Folder below `search/`. */
	readonly folder: string;
	/** First document, counted from 0, and how many. */
	readonly start: number;
	readonly count: number;
	/** How many documents each of Pagefind's pages holds, one after another. */
	readonly pages: readonly number[];
	/** Name of the `pf_meta` file, as `pagefind-entry.json` has it too. */
	readonly hash: string;
	/** The first word of every chunk `index/<n>.pf_index`, ascending. */
	readonly chunks: readonly string[];
	/** Characters in it that have a simpler form: no other traditional form need be asked for. */
	readonly traditional: string;
}

/** Texts of some documents, `perFile` in each `t<n>.js`. */
export interface TextBlock {
	readonly folder: string;
	readonly start: number;
	readonly count: number;
}

/** Documents in one `t<n>.js`. */
export const textsPerFile = 8;

/** The text of one document as the excerpts need it. */
export interface DocumentText {
	readonly bylines: readonly string[];
	/** Anchor on the article page and text: paragraphs, then captions. */
	readonly blocks: readonly (readonly [anchor: string, text: string])[];
}

/** The name of Pagefind's page n: files and answers call it so. */
export function pageName(n: number): string {
	return n.toString(36);
}

/** The volume that holds a document. */
export function volumeOf(catalog: Catalog, document: number): Volume {
	return catalog.volumes.find(
		({ start, count }) => document >= start && document < start + count,
	) as Volume;
}

/**
 * The chunks of a volume that may hold words from `first` to `last`.
 *
 * @returns first and last chunk, or `undefined` when all words come after.
 */
export function chunksFor(
	{ chunks }: Volume,
	first: string,
	last: string,
): readonly [number, number] | undefined {
	const to = lastNotAfter(chunks, last);
	return to < 0 ? undefined : [Math.max(lastNotAfter(chunks, first), 0), to];
}

function lastNotAfter(chunks: readonly string[], word: string): number {
	let low = 0;
	let high = chunks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((chunks[middle] as string) <= word) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
