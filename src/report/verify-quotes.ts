import { readArticle } from "../corpus/store.ts";
import type { Article } from "../domain/article.ts";
import type { Encounters } from "../domain/encounter.ts";
import { shownParts } from "./shown-parts.ts";

/** What an article holds, by anchor: as its paragraphs and figures say, and as its HTML shows. */
interface Witnesses {
	readonly told: ReadonlyMap<string, string>;
	readonly shown: ReadonlyMap<string, string>;
}

/**
 * Look every quote of the timeline up in its article, twice: letter by letter in the paragraph or figure that it names, and,
 * white space aside, in what a reader sees of the article's HTML there.
 *
 * @param found told of each quote that is missing from one of them, in words for people.
 * @returns how many quotes were looked up.
 */
export function checkQuotes(
	{ encounters, rejected }: Encounters,
	corpus: string,
	found: (problem: string) => void,
): number {
	const mentions = [
		...encounters.flatMap((encounter) => encounter.mentions),
		...rejected,
	];
	const articles = new Map<string, Witnesses>();
	for (const { articleId, paragraph, quote } of mentions) {
		let witnesses = articles.get(articleId);
		if (!witnesses) {
			witnesses = witnessesOf(corpus, articleId);
			articles.set(articleId, witnesses);
		}
		const place = `${articleId}#${paragraph}`;
		const words = `“${quote.slice(0, 40)}”`;
		if (!witnesses.told.get(paragraph)?.includes(quote))
			found(`${words} does not stand in ${place}.`);
		// A headline is no part of the HTML.
		else if (
			paragraph !== "headline" &&
			!letters(witnesses.shown.get(paragraph) ?? "").includes(letters(quote))
		)
			found(
				`${words} stands in ${place}, but the article's HTML does not show it there.`,
			);
	}
	return mentions.length;
}

function witnessesOf(corpus: string, articleId: string): Witnesses {
	try {
		const article = readArticle(corpus, articleId);
		return { told: quotable(article), shown: shownParts(article.html) };
	} catch {
		return { told: new Map(), shown: new Map() };
	}
}

/** Everything of an article that a quote may come from, by anchor. */
function quotable(article: Article): Map<string, string> {
	return new Map([
		["headline", article.headline],
		...article.paragraphs.map(({ id, text }) => [id, text] as const),
		...article.figures.map(
			({ id, caption, alt }) => [id, `${caption}\n${alt}`] as const,
		),
	]);
}

function letters(text: string): string {
	return text.replace(/\s+/g, "");
}
