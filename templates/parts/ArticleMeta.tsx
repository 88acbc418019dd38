import type { Article } from "../../src/domain/article.ts";
import { citedItem } from "../../src/site/cite/item.ts";
import { type CitedName, familyOf } from "../../src/site/cite/names.ts";
import { newsArticle } from "../../src/site/json-ld.ts";
import type { ArchiveProps } from "../../src/site/props.ts";
import { isoText } from "../format.ts";
import { JsonLd } from "./JsonLd.tsx";

/** Zotero's name of each type. */
const zoteroTypes = {
	"article-newspaper": "newspaperArticle",
	webpage: "webpage",
	"post-weblog": "blogPost",
	broadcast: "videoRecording",
} as const;

/**
 * What reference managers, search engines and link previews read. Zotero's Embedded Metadata translator takes the type
 * from `z:itemType` unless there is a `citation_journal_title`, whose article is a journal's whatever else is said; it
 * takes the outlet from PRISM's name of the publication, before the site's.
 */
export function ArticleMeta(props: {
	article: Article;
	archive: ArchiveProps;
}) {
	const { article, archive } = props;
	const { published } = article;
	const item = citedItem(article);
	return (
		<>
			<meta name="z:itemType" content={zoteroTypes[item.type]} />
			<meta name="citation_title" content={item.title} />
			{item.authors.map((name) => (
				<meta
					key={JSON.stringify(name)}
					name="citation_author"
					content={authorText(name, item.authors.length === 1)}
				/>
			))}
			<meta name="prism.publicationName" content={item.outlet} />
			<meta name="citation_publisher" content={item.outlet} />
			{item.day && (
				<meta
					name="citation_publication_date"
					content={item.day.replaceAll("-", "/")}
				/>
			)}
			<meta name="citation_language" content={item.language} />
			{item.url && <meta name="citation_public_url" content={item.url} />}
			<meta property="og:type" content="article" />
			{item.section && (
				<meta property="article:section" content={item.section} />
			)}
			{published && (
				<meta
					property="article:published_time"
					content={
						published.at === undefined ? published.day : isoText(published.at)
					}
				/>
			)}
			<JsonLd value={newsArticle(article, archive.baseUrl)} />
		</>
	);
}

/** Family, given; but an only author with spaces on both sides of the comma would be read as two. */
function authorText(name: CitedName, isOnly: boolean): string {
	if ("literal" in name) return name.literal;
	const family = familyOf(name);
	return isOnly && family.includes(" ") && name.given.includes(" ")
		? `${name.given} ${family}`
		: `${family}, ${name.given}`;
}
