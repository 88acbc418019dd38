/**
 * What the results page hands to the script that shows and writes all hits, and what that can do.
 * Whatever loads files stays the page's: a page opened from a disk has one receiver for them.
 */
import type { Catalog, DocumentText } from "../../../src/search/catalog.ts";
import type { IndexReader } from "../../../src/search/query/reader.ts";
import type { Answer } from "../../../src/search/query/search.ts";
import type { Hit } from "../../../src/search/query/search-segment.ts";
import type { SearchState } from "../search/state.ts";
import type { SearchWords } from "../search/words.ts";

export interface Given {
	readonly reader: IndexReader;
	readonly catalog: Catalog;
	readonly answer: Answer;
	/** All hits that fit the filters, in the page's order. */
	readonly sorted: () => readonly Hit[];
	/** The hits of another question, under the same filters. */
	readonly ask: (query: string) => Promise<readonly Hit[]>;
	/** The text of a hit, `undefined` where it cannot be had. */
	readonly textOf: (
		document: number,
		id: string,
	) => Promise<DocumentText | undefined>;
	readonly state: SearchState;
	readonly words: SearchWords;
	/** `false` once something else is shown. */
	readonly isWanted?: () => boolean;
}

/** Left on the page by `results.js`, under {@link resultsName}. */
export interface Results {
	/** @param tell how far it is, and what came of it. */
	download(
		given: Given,
		format: string,
		tell: (text: string) => void,
	): Promise<void>;
	/** @returns whether the browser keeps it beyond this page. */
	keepSearch(given: Given): boolean;
	showContext(given: Given, place: HTMLElement): Promise<void>;
	showTime(given: Given, place: HTMLElement): Promise<void>;
}

export const resultsName = "biannianResults";

export const exportFormats = [
	"csv",
	"jsonl",
	"ris",
	"bib",
	"links",
	"text",
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The page that asks for another view of the same hits is told by an event of this name. */
export const goEvent = "results-go";
