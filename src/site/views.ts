/** Planned page → what its template is given, in two steps: without the article, and with it. */
import { type Corpus, readArticle } from "../corpus/store.ts";
import type { Article } from "../domain/article.ts";
import { type DiffParagraph, diffRevisions } from "../enrich/revision-diff.ts";
import { archiveProps } from "./archive-props.ts";
import { indexInLanguages, type SiteOptions } from "./index-corpus.ts";
import { type PageKind, type PropsOf, pages } from "./pages/index.ts";
import type { UnkeyedPage } from "./plan.ts";
import type { ArchiveProps } from "./props.ts";

/** What a template is given. */
export interface View<Kind extends PageKind> {
	readonly kind: Kind;
	readonly path: string;
	readonly archive: ArchiveProps;
	readonly props: PropsOf[Kind];
}

/** An article page is also given its article. */
export interface ArticleView extends View<"article"> {
	readonly article: Article;
	/** On an older revision: what became of its paragraphs. */
	readonly changes?: readonly DiffParagraph[] | undefined;
}

/**
 * What the template of a planned page is given, but for the article of an article's page: values
 * that can be cloned to another process, which renders them without knowing the rest of the archive.
 */
export function viewsOf(
	corpus: Corpus,
	options: SiteOptions = {},
): (page: UnkeyedPage) => View<PageKind> {
	const sites = new Map(
		indexInLanguages(corpus, options).map((site) => [
			site.corpus.manifest.archive.language,
			{ site, archive: archiveProps(site) },
		]),
	);
	return ({ kind, language, ...page }) => {
		const told = sites.get(language);
		if (!told) throw new Error(`No page is in ${language}.`);
		return {
			kind,
			path: page.path,
			archive: told.archive,
			props: pages[kind].props(told.site, page),
		};
	};
}

/** The view with its article, where it is the view of one; reads it from the corpus at `corpusRoot`. */
export function withArticle(
	corpusRoot: string,
	view: View<PageKind>,
): View<PageKind> | ArticleView {
	return isArticle(view) ? articleView(corpusRoot, view) : view;
}

function isArticle(view: View<PageKind>): view is View<"article"> {
	return view.kind === "article";
}

function articleView(corpusRoot: string, view: View<"article">): ArticleView {
	const { id, current } = view.props;
	const article = readArticle(corpusRoot, id);
	return {
		...view,
		article,
		...(current === undefined
			? {}
			: {
					changes: diffRevisions(article, readArticle(corpusRoot, current.id)),
				}),
	};
}
