/** What an article's page tells of itself to a page that compares. */
export interface ArticleText {
	readonly id: string;
	/** The same for all versions of one article. */
	readonly family: string;
	readonly headline: string;
	readonly language: string;
	/** Outlet and date in words. */
	readonly about: string;
	readonly paragraphs: readonly { readonly text: string }[];
}

export function isArticleText(value: unknown): value is ArticleText {
	const text = value as Partial<ArticleText> | null;
	return (
		typeof text === "object" &&
		text !== null &&
		typeof text.id === "string" &&
		typeof text.family === "string" &&
		typeof text.headline === "string" &&
		typeof text.language === "string" &&
		typeof text.about === "string" &&
		Array.isArray(text.paragraphs) &&
		text.paragraphs.every((one) => typeof one?.text === "string")
	);
}
