/** An article as an item of a bibliography: one item, which every style and every format is written from. */
import { oneLine, webAddress } from "../../base/plain-text.ts";
import type { Article, Source } from "../../domain/article.ts";
import { type CitedName, citedName } from "./names.ts";

/** What kind of publication an outlet is: CSL's types. */
export type ItemType =
	| "article-newspaper"
	| "webpage"
	| "post-weblog"
	| "broadcast";

export interface CitedItem {
	readonly id: string;
	readonly type: ItemType;
	readonly title: string;
	readonly authors: readonly CitedName[];
	readonly outlet: string;
	/** Day of publication on the outlet's clock, `YYYY-MM-DD`. */
	readonly day: string | undefined;
	/** Day on which the crawler saw the page, in UTC: the state that is kept here. */
	readonly seen: string | undefined;
	/** The original, with its fragment. */
	readonly url: string | undefined;
	/** BCP 47. */
	readonly language: string;
	/** First of the file's own categories. */
	readonly section: string | undefined;
}

/** What of an article a citation says; search results know as much from the index. */
export interface CitedArticle
	extends Pick<Article, "id" | "headline" | "language"> {
	readonly bylines: readonly string[];
	readonly tags: readonly string[];
	readonly source: Pick<Source, "id" | "name" | "kind">;
	readonly published?: { readonly day: string } | undefined;
	/** Epoch ms. */
	readonly recorded?: number | undefined;
	readonly url?: string | undefined;
}

export function citedItem(article: CitedArticle): CitedItem {
	const { id, headline, bylines, source, published, recorded, tags } = article;
	const section = tags[0];
	return {
		id,
		type: typeOf({ url: article.url, source }),
		title: oneLine(headline),
		authors: bylines.map((byline) => citedName(oneLine(byline))),
		outlet: oneLine(source.name),
		day: published?.day,
		seen:
			recorded === undefined
				? undefined
				: new Date(recorded).toISOString().slice(0, 10),
		url: webAddress(article.url),
		language: article.language,
		section: section === undefined ? undefined : oneLine(section),
	};
}

const videoHosts =
	/(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com|tiktok\.com|douyin\.com)$/;
const blogHosts =
	/(?:^|\.)(?:blogspot\.[a-z.]+|wordpress\.com|medium\.com|substack\.com|tumblr\.com|matters\.(?:news|town))$/;

/** Outlets that are no press: sites that collect, translate and comment. */
const websites = new Set([
	"chinafile",
	"iyouport",
	"nei-st",
	"pao-pao",
	"yanjing-review",
]);

/**
 * Of outlets of news, the text is cited as a newspaper's, whether they print, broadcast or wire; of others by what their
 * owner says they are (`_outlets.yml`), else by where they publish.
 */
function typeOf({
	url,
	source,
}: {
	readonly url: string | undefined;
	readonly source: Pick<Source, "id" | "kind">;
}): ItemType {
	const host =
		url !== undefined && URL.canParse(url) ? new URL(url).hostname : "";
	if (source.kind === "video" || videoHosts.test(host)) return "broadcast";
	if (source.kind === "blog" || blogHosts.test(host)) return "post-weblog";
	if (source.kind !== undefined)
		return source.kind === "website" ? "webpage" : "article-newspaper";
	return websites.has(source.id) ? "webpage" : "article-newspaper";
}
