/**
 * How to cite an article: the original in five styles for people, each with a line for the copy that this archive keeps,
 * and three formats for programs. Days are the outlet's own; the day of access is the day of recording in UTC, when the
 * crawler saw the page, because that is the state which is kept here.
 */
import type { Article } from "../../domain/article.ts";
import { articlePath } from "../addresses.ts";
import { type ArchivedCopy, bibtex, cslJson, ris } from "./formats.ts";
import { citedItem } from "./item.ts";
import { type CitationStyle, citedInStyles } from "./styles.ts";

export interface Citations {
	readonly styles: Readonly<Record<CitationStyle, string>>;
	readonly copy: ArchivedCopy;
	readonly bibtex: string;
	readonly ris: string;
	/** One item of CSL-JSON, in an array. */
	readonly csl: string;
}

/** @param baseUrl of the site; without it the copy is named by its place in the archive. */
export function citationsOf(
	article: Article,
	baseUrl: string | undefined,
): Citations {
	const item = citedItem(article);
	const copy = {
		address: (baseUrl ?? "") + articlePath(article.id),
		sha256: article.provenance.sha256,
	};
	return {
		styles: citedInStyles(item),
		copy,
		bibtex: bibtex(item, copy),
		ris: ris(item, copy),
		csl: cslJson(item, copy),
	};
}
