import type { Element, Text } from "hast";
import type { Paragraph } from "../domain/article.ts";

/** An inline element that text stands in: reopened in every block that it reaches into. */
export interface Mark {
	readonly tag: string;
	readonly properties: Element["properties"];
	readonly link: { href: string; text: string } | undefined;
}

export interface OpenBlock {
	readonly node: Element;
	readonly kind: Paragraph["kind"];
	readonly anchors: string[];
	/** Where the next character goes, from the block inwards. */
	readonly path: { mark: Mark | undefined; node: Element }[];
	/** Its text in the order that it came: to look at the end of one long string copies the whole of it. */
	readonly texts: string[];
	tail: Text | undefined;
	/** White space that shows only if something follows: a space, or line breaks. */
	space: "" | " " | "\n";
	breaks: number;
}

/** The white space that HTML collapses, and U+00A0, which crawlers scatter. */
export function isSpace(unit: number): boolean {
	return (
		unit === 0x20 ||
		unit === 0x0a ||
		unit === 0xa0 ||
		unit === 0x09 ||
		unit === 0x0d ||
		unit === 0x0c
	);
}

/** How many of the open elements belong to the marks that are wanted now. */
export function commonMarks(open: OpenBlock, marks: readonly Mark[]): number {
	let common = 0;
	while (common < open.path.length && open.path[common]?.mark === marks[common])
		common++;
	return common;
}

/** Add `text` where the next character goes. */
export function push(open: OpenBlock, text: string): void {
	open.texts.push(text);
	if (open.tail) {
		open.tail.value += text;
		return;
	}
	open.tail = { type: "text", value: text };
	(open.path.at(-1)?.node ?? open.node).children.push(open.tail);
}

/** Take white space off the end, as far as it stands in the present text. */
export function trimEnd(open: OpenBlock): void {
	let last = "";
	while (last === "" && open.texts.length > 0)
		last = open.texts.pop()?.trimEnd() ?? "";
	if (last !== "") open.texts.push(last);
	if (open.tail) open.tail.value = open.tail.value.trimEnd();
}
