/** What the published index looks like; shared by those who write it and those who read it. */
import type { OutletKind } from "../domain/article.ts";
import type { WordFiles } from "./word-files.ts";

/** Of what is written now; a reader refuses any other. */
export const outlineVersion = 7;

/** Where the outline lies, below `search/`; it is also inside the search page, see {@link outlineId}. */
export const outlineFile = "catalog.bin";
/** Of the element of the search page that holds the outline as JSON. */
export const outlineId = "outline";

/** What is known first: enough to ask for words. */
export interface Outline {
	readonly version: typeof outlineVersion;
	/** Places of all documents together, for their mean length. */
	readonly places: number;
	readonly sources: readonly Named[];
	readonly languages: readonly string[];
	readonly people: readonly Named[];
	/** What the owner put together, with the documents of each, ascending; absent where there is nothing. */
	readonly collections?: readonly DocumentCollection[];
	/** Spellings of one name, a list for each name. */
	readonly aliases: readonly (readonly string[])[];
	/** By the comparable form of a spelling, longer words in which it is no name. */
	readonly around: Readonly<Record<string, readonly string[]>>;
	/** Together they hold every document: oldest first, undated last. */
	readonly segments: readonly MergedSegment[];
}

/**
 * The outline, and what is known of every document: document n is line n of every column. Lines of
 * segments that were not asked yet are empty, `persons` of all until they are wanted. Ids and headlines
 * are in files of their own.
 */
export interface Catalog extends Outline {
	readonly columns: Columns;
}

export interface Columns {
	/** Days since 1970-01-01; {@link undated}. */
	readonly day: Int32Array;
	/** Positions in `sources` and `languages`. */
	readonly source: Uint16Array;
	readonly language: Uint16Array;
	/** Positions in `people`; 0 for nobody. */
	readonly persons: (readonly number[] | 0)[];
	/** 1 where a meeting of the timeline rests on the article. */
	readonly meeting: Uint8Array;
	/** Places that the document takes up; with the border behind them, a multiple of {@link documentStep}. */
	readonly places: Uint32Array;
	/** Places of the headline, which comes first: a multiple of {@link headlineStep}. */
	readonly headline: Uint32Array;
}

/** Documents and what follows a headline begin at multiples, so that the files which say where are shorter; small ones, as order by relevance asks for lengths. */
export const documentStep = 16;
export const headlineStep = 4;

/** Instead of a day. */
export const undated = -0x8000_0000;

export interface Named {
	readonly id: string;
	readonly name: string;
	/** What it is called in further languages of the interface, where the archive has any. */
	readonly names?: Readonly<Record<string, string>>;
}

export interface DocumentCollection extends Named {
	readonly documents: readonly number[];
}

/** A stretch of documents that has an index of its own. */
export interface MergedSegment {
	/** Folder below `search/`. */
	readonly folder: string;
	/** Folder below `search/` of what is known of its documents. */
	readonly documents: string;
	/** First document, counted from 0, and how many. */
	readonly start: number;
	readonly count: number;
	/** Which of its files hold which words. */
	readonly words: WordFiles;
	/** Codes of signs whose counts lie in `counts/<place>.bin`, a file for each. */
	readonly frequent: readonly string[];
}

/**
 * A folder with the texts of the next so many documents of a merged segment, {@link textsPerFile} in each `t<n>.bin`, for
 * excerpts where pages cannot be fetched.
 */
export type TextFolder = readonly [folder: string, count: number];

/** The list of them in the folder of the segment; empty without portable files. */
export const textsFile = "texts.json";
export const textsPerFile = 8;

/** The text of one document as the excerpts need it. */
export interface DocumentText {
	readonly bylines: readonly string[];
	/** Anchor on the article page and text: paragraphs, then captions. */
	readonly blocks: readonly (readonly [anchor: string, text: string])[];
}

/** Documents whose ids and headlines lie in one `names/<place>.json`. */
export const documentsPerNames = 32;

/** Documents of which one `cards/<place>.json` says what bibliographies need. */
export const documentsPerCards = 256;

/** What a bibliography needs of an article besides what the catalogue knows; `null` is not known. */
export interface CitedFacts {
	/** The original. */
	readonly url: string | null;
	/** What its outlet is, which says how it is cited. */
	readonly kind: OutletKind | null;
	readonly bylines: readonly string[];
	/** First of the file's own categories. */
	readonly section: string | null;
	/** When the crawler saw it, epoch ms. */
	readonly recorded: number | null;
	/** Of the source file. */
	readonly sha256: string;
}

/** The merged segment that holds a document. */
export function segmentOf(catalog: Outline, document: number): MergedSegment {
	return catalog.segments.find(
		({ start, count }) => document >= start && document < start + count,
	) as MergedSegment;
}
