import type { Element } from "hast";

/** An element of the tree that an article's HTML is written from. */
export function element(
	tagName: string,
	properties: Element["properties"] = {},
	children: Element["children"] = [],
): Element {
	return { type: "element", tagName, properties, children };
}
