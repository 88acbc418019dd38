import type { Article } from "../../src/domain/article.ts";
import { newsArticle } from "../../src/site/json-ld.ts";
import type { ArchiveProps } from "../../src/site/props.ts";
import { isoText } from "../format.ts";
import { JsonLd } from "./JsonLd.tsx";

/** What reference managers, search engines and link previews read (Highwire tags, Zotero, Open Graph). */
export function ArticleMeta(props: {
	article: Article;
	archive: ArchiveProps;
}) {
	const { article, archive } = props;
	const { published, source, url } = article;
	return (
		<>
			<meta name="z:itemType" content="newspaperArticle" />
			<meta name="citation_title" content={article.headline} />
			{article.bylines.map((name) => (
				<meta key={name} name="citation_author" content={name} />
			))}
			<meta name="citation_publisher" content={source.name} />
			<meta name="citation_journal_title" content={source.name} />
			{published && (
				<meta
					name="citation_publication_date"
					content={published.day.replaceAll("-", "/")}
				/>
			)}
			<meta name="citation_language" content={article.language} />
			{url && <meta name="citation_public_url" content={url} />}
			<meta property="og:type" content="article" />
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
