import type { Article } from "../../domain/article.ts";
import type { DocumentText } from "../catalog.ts";

/** What excerpts are cut from: the same parts, in the same order, as {@link documentOf} indexes. */
export function textOf(article: Article): DocumentText {
	return {
		bylines: article.bylines,
		blocks: [
			...article.paragraphs.map(({ id, text }) => [id, text] as const),
			...article.figures.flatMap(({ id, caption, credit }) => [
				[id, caption] as const,
				[id, credit] as const,
			]),
		].filter(([, text]) => text !== ""),
	};
}
