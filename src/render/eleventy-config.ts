/** How Eleventy renders the pages of this archive: TSX templates, paginated over planned pages. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { plainText } from "../base/plain-text.ts";
import { type PageKind, pageKinds } from "../site/pages/index.ts";
import type { View } from "../site/views.ts";
import { withArticle } from "../site/views.ts";

/** The few methods of Eleventy's configuration used here; 3.1 ships no type declarations. */
export interface EleventyConfig {
	addGlobalData(name: string, value: unknown): void;
	addExtension(extension: string, options: Extension): void;
	addWatchTarget(glob: string): void;
	setTemplateFormats(formats: readonly string[]): void;
	setUseGitIgnore(use: boolean): void;
}

/** A kind of template: one of Eleventy's own under another name (`key`), or one that loads its templates itself. */
interface Extension {
	readonly key?: string;
	readonly getData?: true;
	readonly read?: false;
	readonly getInstanceFromInputPath?: (path: string) => Promise<Template>;
	compile(content: string, path: string): Render | Promise<Render>;
}
interface Template {
	render(view: unknown): VNode;
}
type Render = (
	this: { defaultRenderer(view: unknown): Promise<VNode> },
	data: { planned: PlannedPath },
) => Promise<string>;

/** All that Eleventy itself sees of a page: it copies its data more often than views would bear. */
interface PlannedPath {
	readonly path: string;
}

/** Folder of the page templates, relative to the project. */
export const templatesFolder = "templates/pages";
/** What the names of page templates end in, after a dot. */
export const templateEnding = "11ty.tsx";

/**
 * Set up `eleventy` to render `views` and nothing else.
 *
 * Each template paginates over `batch.<kind>`. Crawled text reaches templates as values of a
 * {@link View} only; no template language ever reads it.
 *
 * @param corpusRoot where the articles of article pages are read from.
 * @param fixed what the names of templates end in that stay as they are while this process lives; without it, Eleventy watches.
 */
export function configureEleventy(
	eleventy: EleventyConfig,
	corpusRoot: string,
	views: readonly View<PageKind>[],
	fixed?: string,
): void {
	const byPath = new Map(views.map((view) => [view.path, view]));
	const viewOf = ({ path }: PlannedPath) =>
		withArticle(corpusRoot, byPath.get(path) as View<PageKind>);
	eleventy.addGlobalData("batch", byKind(views));
	// Bundled templates lie in a cache.
	eleventy.setUseGitIgnore(false);
	const ending = fixed ?? templateEnding;
	eleventy.setTemplateFormats([ending]);
	eleventy.addExtension(
		ending,
		fixed
			? {
					read: false,
					getData: true,
					getInstanceFromInputPath: load,
					async compile(_, path) {
						const { render } = await load(path);
						return async ({ planned }) => htmlOf(render(viewOf(planned)));
					},
				}
			: {
					key: "11ty.js",
					compile: () =>
						async function ({ planned }) {
							return htmlOf(await this.defaultRenderer(viewOf(planned)));
						},
				},
	);
	eleventy.addWatchTarget("./templates/**/*.{ts,tsx,css}");
}

/** Once a process: Eleventy by itself would load all templates anew for every batch, and keep the old ones. */
function load(path: string): Promise<Template> {
	return import(pathToFileURL(resolve(path)).href);
}

function htmlOf(page: VNode): string {
	return inOnePiece(plainText(`<!doctype html>\n${renderToString(page)}\n`));
}

/**
 * The same text, as one string. What was put together from thousands is kept in as many pieces until its
 * characters are asked for, and Eleventy keeps a whole batch before it writes: to move the pieces about in memory
 * takes a fifth of the time of rendering.
 */
function inOnePiece(text: string): string {
	return Buffer.from(text, "utf16le").toString("utf16le");
}

/** Paths by kind; every kind is there, as Eleventy wants something to paginate over. */
function byKind(views: readonly View<PageKind>[]) {
	const batch = Object.fromEntries(
		pageKinds.map((kind): [PageKind, PlannedPath[]] => [kind, []]),
	) as Record<PageKind, PlannedPath[]>;
	for (const { kind, path } of views) batch[kind].push({ path });
	return batch;
}
