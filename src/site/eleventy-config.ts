/** How Eleventy renders the pages of this archive: TSX templates, paginated over planned pages. */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { readArticle } from "../corpus/store.ts";
import { diffRevisions } from "../enrich/revision-diff.ts";
import type { Site } from "./index-corpus.ts";
import { archiveProps, propsFor } from "./make-props.ts";
import type { PlannedPage } from "./plan.ts";
import {
	type ArticleView,
	type PageKind,
	pageKinds,
	type View,
} from "./props.ts";

/** The few methods of Eleventy's configuration used here; 3.1 ships no type declarations. */
export interface EleventyConfig {
	addGlobalData(name: string, value: unknown): void;
	addExtension(
		extension: string,
		options: { key: string; compile: () => Render },
	): void;
	addTemplateFormats(extension: string): void;
	addWatchTarget(glob: string): void;
	setTemplateFormats(formats: readonly string[]): void;
	setFreezeReservedData(freeze: boolean): void;
}
type Render = (
	this: { defaultRenderer(view: unknown): Promise<VNode> },
	data: { planned: PlannedPage },
) => Promise<string>;

/** Folder of the page templates, relative to the project. */
export const templatesFolder = "templates/pages";

/**
 * Set up `eleventy` to render `pages` of `site` and nothing else.
 *
 * Each template paginates over `batch.<kind>`. Crawled text reaches templates as values of a
 * {@link View} only; no template language ever reads it.
 */
export function configureEleventy(
	eleventy: EleventyConfig,
	site: Site,
	pages: readonly PlannedPage[],
): void {
	eleventy.addGlobalData("batch", byKind(pages));
	eleventy.setTemplateFormats(["11ty.tsx"]);
	eleventy.addExtension("11ty.tsx", {
		key: "11ty.js",
		compile: () =>
			async function (data) {
				const page = await this.defaultRenderer(viewOf(site, data.planned));
				return `<!doctype html>\n${renderToString(page)}\n`;
			},
	});
	eleventy.addWatchTarget("./templates/**/*.{ts,tsx,css}");
}

/** Pages by kind; every kind is there, as Eleventy wants something to paginate over. */
function byKind(pages: readonly PlannedPage[]) {
	const batch = Object.fromEntries(
		pageKinds.map((kind): [PageKind, PlannedPage[]] => [kind, []]),
	) as Record<PageKind, PlannedPage[]>;
	for (const page of pages) batch[page.kind].push(page);
	return batch;
}

/** What the template of `page` is given; reads the article of an article page. */
function viewOf(site: Site, page: PlannedPage): View<PageKind> | ArticleView {
	const view = {
		path: page.path,
		archive: archiveProps(site),
		props: propsFor(site, page),
	};
	return page.kind === "article"
		? articleView(site, view as View<"article">)
		: view;
}

function articleView(site: Site, view: View<"article">): ArticleView {
	const { root } = site.corpus;
	const { id, current } = view.props;
	const article = readArticle(root, id);
	return {
		...view,
		article,
		...(current === undefined
			? {}
			: { changes: diffRevisions(article, readArticle(root, current.id)) }),
	};
}
