/** What the elements of a whole page are to its readers. */
import { type Element, isElement, isText, type Node } from "./html.ts";

export type Text = Extract<Node, { value: string }>;

/** Elements whose text no reader sees. */
const silent =
	/^(?:script|style|template|noscript|iframe|noembed|noframes|title|head|datalist|audio|video|canvas)$/;

export function textsOf(root: Element): readonly Text[] {
	const texts: Text[] = [];
	const look = (node: Element) => {
		for (const child of node.childNodes)
			if (isText(child)) texts.push(child);
			else if (isElement(child) && !silent.test(child.tagName)) look(child);
	};
	look(root);
	return texts;
}

/** Nobody reads them here, but the particulars of the article may. */
export function isParticular({ tagName }: Element): boolean {
	return silent.test(tagName) || /^(?:br|hr|wbr|meta|link|base)$/.test(tagName);
}

export function isMedia({ tagName }: Element): boolean {
	return /^(?:img|amp-img|source|iframe|embed|object|video|audio)$/.test(
		tagName,
	);
}

export function isPicture({ tagName }: Element): boolean {
	return /^(?:amp-)?img$/.test(tagName);
}

/** The texts of what went, as one line. */
export function inOneLine(texts: readonly string[]): string {
	return texts.join(" ").replace(/\s+/g, " ").trim();
}

/** What a headline is in whatever marks, case and width it is written. */
export function lettersOf(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");
}
