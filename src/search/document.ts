/** What of an article is searched, and how Pagefind is told. */
import type { Article } from "../domain/article.ts";
import { border, wordOf } from "./index-words.ts";
import { tokenise } from "./tokens.ts";

/** An article as one record. */
export interface Document {
	/** Words between spaces. */
	readonly content: string;
	/** Places that the record takes up, borders included. */
	readonly places: number;
	/** Places of the headline, which comes first. */
	readonly headline: number;
}

/** All that {@link documentOf} and excerpts depend on. */
export function searchedOf(article: Article): unknown {
	const { headline, bylines, paragraphs, figures } = article;
	const pictures = figures.map(({ id, caption, credit }) => [
		id,
		caption,
		credit,
	]);
	return [headline, bylines, paragraphs, pictures];
}

/** Headline, bylines, paragraphs, captions with their credits: what a reader reads, in this order. */
export function documentOf(article: Article): Document {
	const words = tokenise(article.headline).map(wordOf);
	const headline = words.length;
	for (const text of [
		...article.bylines,
		...article.paragraphs.map((paragraph) => paragraph.text),
		...article.figures.flatMap(({ caption, credit }) => [caption, credit]),
	]) {
		const tokens = tokenise(text);
		if (tokens.length === 0) continue;
		words.push(border);
		for (const token of tokens) words.push(wordOf(token));
	}
	return { content: words.join(" "), places: words.length, headline };
}
