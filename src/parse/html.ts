/** HTML to a tree, within limits; the only module that knows parse5. */
import {
	type DefaultTreeAdapterMap,
	defaultTreeAdapter,
	html,
	parseFragment,
	serialize,
	type TreeAdapter,
} from "parse5";

export type Element = DefaultTreeAdapterMap["element"];
export type Node = DefaultTreeAdapterMap["childNode"];
export type Parent = DefaultTreeAdapterMap["parentNode"];

/** Markup that would cost more than it can be worth; `ruleId` says which limit it met. */
export class MarkupLimit extends Error {
	readonly ruleId: string;
	constructor(ruleId: string, reason: string) {
		super(reason);
		this.ruleId = ruleId;
	}
}

/**
 * Parse the HTML of a body as a browser would, into the children of one element.
 *
 * The depth is watched while the tree grows: the parser's own scope checks walk the stack of open
 * elements, and every later pass recurses, so nothing deeper than `maxDepth` may come to be.
 *
 * @throws {MarkupLimit} `parse/too-deep`, `parse/too-many-elements` or `parse/too-many-attributes`.
 */
export function parseHtml(text: string, maxDepth: number): Element {
	refuseEndlessTags(text);
	let depth = 0;
	let elements = 0;
	// A start tag has three characters at least; far more elements than that come from the parser
	// reopening formatting elements again and again.
	const maxElements = text.length / 3 + 10_000;
	const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
		...defaultTreeAdapter,
		createElement(tagName, namespace, attrs) {
			if (++elements > maxElements)
				throw new MarkupLimit(
					"parse/too-many-elements",
					"The markup makes more elements than it has tags.",
				);
			return defaultTreeAdapter.createElement(tagName, namespace, attrs);
		},
		onItemPush() {
			if (++depth > maxDepth + 1)
				throw new MarkupLimit(
					"parse/too-deep",
					`Elements are nested more than ${maxDepth} levels deep.`,
				);
		},
		onItemPop() {
			depth--;
		},
	};
	const body = defaultTreeAdapter.createElement("body", html.NS.HTML, []);
	const fragment = parseFragment(body, text, { treeAdapter: adapter });
	for (const child of fragment.childNodes) {
		child.parentNode = body;
		body.childNodes.push(child);
	}
	return body;
}

/** The most attributes that one tag may have; the parser compares each with all before it. */
const maxAttributes = 2_000;

function refuseEndlessTags(text: string): void {
	let end = -1;
	for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at + 1)) {
		if (!/[a-z]/i.test(text[at + 1] ?? "")) continue;
		if (end < at) end = text.indexOf(">", at);
		const stop = end === -1 ? text.length : end;
		if (stop - at < maxAttributes * 2) {
			if (end === -1) break;
			continue;
		}
		const gaps = text.slice(at, stop).match(/[\s"'/][^\s"'/=]/g)?.length ?? 0;
		if (gaps > maxAttributes)
			throw new MarkupLimit(
				"parse/too-many-attributes",
				`A tag has more than ${maxAttributes} attributes.`,
			);
		at = stop - 1;
	}
}

export function isElement(
	node: Node | Parent | null | undefined,
): node is Element {
	return node !== null && node !== undefined && "tagName" in node;
}

export function isText(
	node: Node | Parent,
): node is DefaultTreeAdapterMap["textNode"] {
	return node.nodeName === "#text";
}

/** The value of an attribute; `undefined` when the element has none of that name. */
export function attribute(element: Element, name: string): string | undefined {
	for (const { name: own, value } of element.attrs)
		if (own === name) return value;
	return undefined;
}

/** Elements whose text a browser never shows. */
const silent = new Set(
	"script style template noscript iframe noembed noframes title head datalist audio video canvas".split(
		" ",
	),
);

/** Text as a reader would have had it before his eyes: without scripts, styles and fallbacks. */
export function shownText(node: Node | Parent): string {
	const parts: string[] = [];
	collect(node, parts);
	return parts.join("");
}

function collect(node: Node | Parent, parts: string[]): void {
	if (isText(node)) parts.push(node.value);
	else if ("childNodes" in node && !silent.has(node.nodeName))
		for (const child of node.childNodes) collect(child, parts);
}

/** At least the first `length` characters of {@link shownText}, without reading the rest. */
export function shownStart(node: Node | Parent, length: number): string {
	let text = "";
	const look = (inner: Node | Parent): void => {
		if (text.length >= length) return;
		if (isText(inner)) text += inner.value;
		else if ("childNodes" in inner && !silent.has(inner.nodeName))
			for (const child of inner.childNodes) look(child);
	};
	look(node);
	return text;
}

/** {@link shownText} with runs of white space as one space, trimmed. */
export function plainText(node: Node | Parent): string {
	return shownText(node).replace(/\s+/g, " ").trim();
}

/** What an element says that no reader sees on the page itself, such as `title`: white space as in {@link plainText}. */
export function silentText(element: Element): string {
	const texts = element.childNodes.filter(isText).map(({ value }) => value);
	return texts.join("").replace(/\s+/g, " ").trim();
}

/** What stands between the tags of an element, as HTML. */
export function innerHtml(element: Element): string {
	return serialize(element);
}

/** The first element below `node`, in document order, that `test` accepts. */
export function findElement(
	node: Parent,
	test: (element: Element) => boolean,
): Element | undefined {
	for (const child of node.childNodes) {
		if (!isElement(child)) continue;
		if (test(child)) return child;
		const found = findElement(child, test);
		if (found) return found;
	}
	return undefined;
}

/** Every element below `node` that `test` accepts, in document order. */
export function findElements(
	node: Parent,
	test: (element: Element) => boolean,
): readonly Element[] {
	const found: Element[] = [];
	const look = (parent: Parent) => {
		for (const child of parent.childNodes) {
			if (!isElement(child)) continue;
			if (test(child)) found.push(child);
			look(child);
		}
	};
	look(node);
	return found;
}

/** Whether one of the element's class names is, or matches, `name`. */
export function hasClass(element: Element, name: string | RegExp): boolean {
	const value = attribute(element, "class");
	if (value === undefined) return false;
	return value
		.split(/\s+/)
		.some((own) => (typeof name === "string" ? own === name : name.test(own)));
}

/** The element children, in order. */
export function elementChildren(node: Parent): readonly Element[] {
	return node.childNodes.filter(isElement);
}
