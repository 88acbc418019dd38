/** What of an article is searched, and where in its line of tokens each part stands. */
import type { Article } from "../domain/article.ts";
import { breakPlaces, gap, tokenise } from "./tokens.ts";

/** An article as one line of tokens. */
export interface Document {
	readonly tokens: readonly string[];
	/** Tokens of the headline, which come first. */
	readonly headline: number;
}

/**
 * Headline, bylines, paragraphs, captions, in this order. Between any two stands more white space
 * than a phrase can hold, so that none is found across a border.
 */
export function documentOf(article: Article): Document {
	const tokens = tokenise(article.headline);
	const headline = tokens.length;
	for (const text of [
		...article.bylines,
		...article.paragraphs.map((paragraph) => paragraph.text),
		...article.figures.map((figure) => figure.caption),
	]) {
		for (let i = 0; i < breakPlaces; i++) tokens.push(gap);
		for (const token of tokenise(text)) tokens.push(token);
	}
	for (let i = 0; i < breakPlaces; i++) tokens.push(gap);
	return { tokens, headline };
}
