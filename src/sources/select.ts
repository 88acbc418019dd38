/** CSS selectors over crawled trees; the only module that knows css-select. */
import { compile, type Options } from "css-select";
import {
	attribute,
	type Element,
	isElement,
	type Node,
	type Parent,
	plainText,
} from "../parse/html.ts";

/** Whether an element is one that the selector names. */
export type Selects = (element: Element) => boolean;

/** A selector that cannot be read; the message says why. */
export class NoSelector extends Error {}

/** @throws {NoSelector} */
export function selects(selector: string): Selects {
	try {
		const test = compile<Tree, Element>(selector, { adapter });
		return (element) => test(element);
	} catch (cause) {
		throw new NoSelector((cause as Error).message.split("\n")[0]);
	}
}

type Tree = Node | Parent;
type Adapter = NonNullable<Options<Tree, Element>["adapter"]>;

const isTag = (node: Tree): node is Element => isElement(node);

const adapter: Adapter = {
	isTag,
	getChildren: (node) => ("childNodes" in node ? node.childNodes : []),
	getParent: parentOf,
	getSiblings: (node) => parentOf(node)?.childNodes ?? [node],
	getName: ({ tagName }) => tagName,
	getAttributeValue: attribute,
	hasAttrib: (element, name) => attribute(element, name) !== undefined,
	getText: (node) => plainText(node),
	removeSubsets: (nodes) =>
		nodes.filter((node) => !nodes.some((other) => isInside(node, other))),
};

function parentOf(node: Tree): Parent | null {
	return "parentNode" in node ? node.parentNode : null;
}

function isInside(node: Tree, other: Tree): boolean {
	let above = parentOf(node);
	while (above && above !== other) above = parentOf(above);
	return above === other;
}
