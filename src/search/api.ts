/**
 * Search from programs: `import { open } from "biannian/search"`. The same code as in the browser,
 * on the files of a built site.
 */
import { articlePlace } from "../domain/article-place.ts";
import type { Catalog, DocumentText } from "./catalog.ts";
import { bestExcerpts, type Excerpt, termsToMark } from "./query/excerpts.ts";
import {
	type Chosen,
	dayOf,
	filterHits,
	nothingChosen,
} from "./query/facets.ts";
import { readerOf } from "./query/from-disk.ts";
import { type SortOrder, sortHits } from "./query/rank.ts";
import { IndexFileError } from "./query/reader.ts";
import { type Answer, type Missing, search } from "./query/search.ts";

export interface SearchRequest {
	/** `relevance` unless given. */
	readonly sort?: SortOrder;
	/** Hits to describe; all unless given. */
	readonly limit?: number;
	/** `false`: what was typed and nothing else. */
	readonly variants?: boolean;
	/** Spellings that are left away. */
	readonly off?: readonly string[];
	/** Filters of the results page: any of the values of each. */
	readonly filters?: Partial<Chosen>;
}

export interface FoundArticle {
	readonly id: string;
	readonly headline: string;
	/** `YYYY-MM-DD` on the outlet's clock; `undefined` when undated. */
	readonly day: string | undefined;
	/** Id and name of the outlet. */
	readonly source: { readonly id: string; readonly name: string };
	readonly language: string;
	/** Its page, below the site's root. */
	readonly path: string;
	/** How often each required term stands in it, in the order of the query. */
	readonly counts: readonly number[];
	/** The best passages; empty where the site holds no texts (`--no-portable`). */
	excerpts(): Promise<readonly Excerpt[]>;
}

export interface SearchResult
	extends Pick<Answer, "counts" | "missing" | "query"> {
	/** Articles found, after filters. */
	readonly total: number;
	/** Without those whose names lie in a file that is {@link missing}. */
	readonly articles: readonly FoundArticle[];
}

export interface OpenArchive {
	/** @throws when no part of the index can be read. */
	search(query: string, request?: SearchRequest): Promise<SearchResult>;
}

/**
 * Open a built site.
 *
 * @param site its folder.
 * @param textOf the text of an article, where the site holds none.
 * @throws when it has no search index.
 */
export function open(
	site: string,
	textOf: (id: string) => DocumentText | undefined = () => undefined,
): OpenArchive {
	const reader = readerOf(site);
	return {
		async search(typed, request = {}) {
			const { sort = "relevance", limit, variants = true, off = [] } = request;
			const { answer, catalog } = await search(reader, typed, {
				variants,
				off,
			});
			const chosen = { ...nothingChosen, ...request.filters };
			if (chosen.person.length > 0) await reader.people();
			const fitting = filterHits(answer.hits, catalog, chosen);
			const hits = sortHits(fitting, catalog, sort);
			const lost: IndexFileError[] = [];
			const articles = await Promise.all(
				hits.slice(0, limit).map(async ({ document, counts }) => {
					try {
						const name = await reader.nameOf(document);
						const excerpts = async () => {
							const text = (await reader.text(document)) ?? textOf(name.id);
							return text ? bestExcerpts(text, termsToMark(answer.terms)) : [];
						};
						return {
							...name,
							...factsOf(document, catalog),
							path: `${articlePlace(name.id)}.html`,
							counts,
							excerpts,
						};
					} catch (error) {
						if (!(error instanceof IndexFileError)) throw error;
						lost.push(error);
						return undefined;
					}
				}),
			);
			return {
				query: answer.query,
				counts: answer.counts,
				missing: [...answer.missing, ...missingOf(lost)],
				total: hits.length,
				articles: articles.filter((article) => article !== undefined),
			};
		},
	};
}

/** What the catalogue says of a document. */
function factsOf(
	document: number,
	catalog: Catalog,
): Pick<FoundArticle, "day" | "source" | "language"> {
	const { columns, sources, languages } = catalog;
	return {
		day: dayOf(document, catalog),
		source: sources[columns.source[document] as number] ?? { id: "", name: "" },
		language: languages[columns.language[document] as number] ?? "und",
	};
}

/** Files that do not say what articles are called, each once. */
function missingOf(errors: readonly IndexFileError[]): Missing[] {
	return [...new Set(errors.map(({ path }) => path))].map((path) => {
		const own = errors.filter((error) => error.path === path);
		const reason = own[0]?.message ?? "";
		return { path, reason, articles: own.length };
	});
}
