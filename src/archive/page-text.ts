/** The text of a page of the owner's own → HTML that is as harmless as an article's. */
import type { Element, Root, RootContent } from "hast";
import type { OwnPage } from "../domain/config.ts";
import type { PublishedPage } from "../domain/manifest.ts";
import { safeHtml, toTree } from "../normalise/safe-html.ts";
import { MarkupLimit } from "../parse/html.ts";
import { markdownToHtml } from "../parse/markdown.ts";
import type { Mistake } from "./mistake.ts";
import { picturePath } from "./own-pictures.ts";

/** Levels of lists, quotations and elements in each other. */
const maxDepth = 64;

/** @returns the mistake instead where the text cannot be shown. */
export function publishPage(page: OwnPage): PublishedPage | Mistake {
	const { id, language, file, title, nav, text, line, pictures } = page;
	try {
		const tree = toTree(markdownToHtml(text, maxDepth, "text").html);
		refuseDepth(tree);
		withoutTitle(tree, title);
		const paths = new Set(pictures.map(({ path }) => path));
		eachElement(tree, (element) => makeOwn(element, paths));
		return {
			id,
			...(language === undefined ? {} : { language }),
			title,
			nav,
			html: safeHtml(tree).trim(),
			...(pictures.length === 0 ? {} : { pictures: [...pictures] }),
		};
	} catch (cause) {
		if (!(cause instanceof MarkupLimit || cause instanceof RangeError))
			throw cause;
		return {
			file,
			line,
			reason: `Lists, quotations or elements are nested more than ${maxDepth} levels deep.`,
		};
	}
}

/** What the sanitiser and the writer, which call themselves for every level, are not asked to do. */
function refuseDepth(tree: Root): void {
	let level: readonly (Root | RootContent)[] = [tree];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > maxDepth) throw new RangeError();
		level = level.flatMap((node) => ("children" in node ? node.children : []));
	}
}

/** The page shows its title above the text: a heading that says it again goes. */
function withoutTitle(tree: Root, title: string): void {
	const at = tree.children.findIndex((node) => node.type === "element");
	const first = tree.children[at];
	if (
		first?.type === "element" &&
		first.tagName === "h1" &&
		wordsOf(first) === title.replace(/\s+/g, " ")
	)
		tree.children.splice(at, 1);
}

/**
 * Levels of headings below the page's own; pictures from elsewhere as links; ways to the owner's other pages.
 *
 * @param pictures paths of those that the archive has.
 */
function makeOwn(element: Element, pictures: ReadonlySet<string>): void {
	const { tagName, properties } = element;
	if (tagName === "h1") element.tagName = "h2";
	if (tagName === "h5" || tagName === "h6") element.tagName = "h4";
	if (tagName === "img") {
		const path = picturePath(String(properties.src ?? ""));
		if (path !== undefined && pictures.has(path)) {
			element.properties = { dataSrc: path, alt: properties.alt ?? "" };
			return;
		}
		// Pages load nothing from elsewhere.
		element.tagName = "a";
		element.children = [
			{ type: "text", value: String(properties.alt || properties.src || "") },
		];
		element.properties = { href: properties.src };
		return;
	}
	if (tagName !== "a" || typeof properties.href !== "string") return;
	// Ids are not kept, so that nothing is left for such a link to lead to.
	if (properties.href.startsWith("#")) element.tagName = "span";
	else
		properties.href = properties.href.replace(
			/^(?:\.\/)?([a-z0-9-]+)(?:\.(?:zh-Hans|zh-Hant|en))?\.md(?=#|$)/,
			"$1.html",
		);
}

function eachElement(
	node: Root | Element,
	change: (element: Element) => void,
): void {
	for (const child of node.children)
		if (child.type === "element") {
			change(child);
			eachElement(child, change);
		}
}

function wordsOf(node: RootContent): string {
	if (node.type === "text") return node.value;
	return "children" in node
		? node.children.map(wordsOf).join("").replace(/\s+/g, " ").trim()
		: "";
}
