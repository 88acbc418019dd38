import type { Root, RootContent } from "hast";
import { toText } from "hast-util-to-text";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

const fragment = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * What a reader sees of an article's HTML: id of an element → its text as a browser's `innerText` has it, and the words
 * for its pictures. Independent of `paragraphs`: it shares no code with ingest.
 *
 * @throws {RangeError} for markup nested some thousand levels deep: no article's HTML is.
 */
export function shownParts(html: string): ReadonlyMap<string, string> {
	const parts = new Map<string, string>();
	look(fragment.parse(html), parts);
	return parts;
}

/** @returns what the pictures below `node` say. */
function look(node: Root | RootContent, parts: Map<string, string>): string {
	if (!("children" in node)) return "";
	if (node.type === "element") {
		// A browser with ruby hides these parentheses, others show them; the article's text has them.
		if (node.tagName === "rp") node.tagName = "span";
		if (node.tagName === "img") return `${node.properties.alt ?? ""}\n`;
	}
	const pictures = node.children.map((child) => look(child, parts)).join("");
	if (node.type === "element" && typeof node.properties.id === "string")
		parts.set(node.properties.id, `${toText(node)}\n${pictures}`.trimEnd());
	return pictures;
}
