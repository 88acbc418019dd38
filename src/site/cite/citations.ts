/**
 * How to cite an article or a meeting. Of an article: the original in five styles for people, each with a line for the copy that this archive keeps,
 * and three formats for programs. Days are the outlet's own; the day of access is the day of recording in UTC, when the
 * crawler saw the page, because that is the state which is kept here.
 */
import type { Article } from "../../domain/article.ts";
import type { Encounter } from "../../domain/encounter.ts";
import { articlePath, encounterPath } from "../addresses.ts";
import { type ArchivedCopy, bibtex, cslJson, ris } from "./formats.ts";
import { type CitedItem, citedItem } from "./item.ts";
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
	return cited(citedItem(article), {
		address: (baseUrl ?? "") + articlePath(article.id),
		sha256: article.provenance.sha256,
	});
}

/**
 * A meeting is cited as an entry of the archive, which put it together; the entry has no day of its own.
 *
 * @param title of the entry, with the day of the meeting.
 */
export function meetingCitations(
	{ id }: Encounter,
	title: string,
	archive: {
		readonly title: string;
		readonly language: string;
		readonly baseUrl?: string | undefined;
	},
): Citations {
	const { baseUrl, language } = archive;
	const address = (baseUrl ?? "") + encounterPath(id);
	return cited(
		{
			id,
			type: "webpage",
			title,
			authors: [],
			outlet: archive.title,
			day: undefined,
			seen: undefined,
			url: baseUrl === undefined ? undefined : address,
			language,
			section: undefined,
		},
		{ address },
	);
}

function cited(item: CitedItem, copy: ArchivedCopy): Citations {
	return {
		styles: citedInStyles(item),
		copy,
		bibtex: bibtex(item, copy),
		ris: ris(item, copy),
		csl: cslJson(item, copy),
	};
}
