/** The tree of a body, whatever it is written in. */
import type { Envelope, Removed } from "../parse/envelope.ts";
import { type Element, parseHtml } from "../parse/html.ts";
import { markdownToHtml } from "../parse/markdown.ts";
import { textToHtml } from "../parse/plain-text.ts";

export interface Parsed {
	readonly tree: Element;
	readonly removed: readonly Removed[];
	/** Whether the tree is what was chosen of a whole page. */
	readonly isMainBlock?: boolean;
	/** Whether it was too much to be read at once. */
	readonly isTorn?: boolean;
}

/** @throws {MarkupLimit} where it is nested too deep. */
export function treeOfBody({ body, markup }: Envelope, depth: number): Parsed {
	if (markup === "markdown") {
		const { html, ...more } = markdownToHtml(body.text, depth);
		return { tree: parseHtml(html, depth), ...more };
	}
	const html =
		markup === "text" ? textToHtml(body.text) : withoutShell(body.text);
	return { tree: parseHtml(html, depth), removed: [] };
}

/** A body in a shell for programs that read XML: HTML knows none. */
function withoutShell(html: string): string {
	const found = /^\s*<!\[CDATA\[([\s\S]*?)(?:\]\]>\s*)?$/.exec(html);
	return found ? (found[1] ?? "") : html;
}
