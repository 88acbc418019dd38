/** The elements of a feed, item by item: a reader of XML that bears what feeds get wrong. */
import { Parser } from "htmlparser2";
import { escapeMarkup, escapeText } from "../base/plain-text.ts";
import { MarkupLimit } from "./html.ts";

/** Elements in one another; a feed has a dozen, one that never closes its titles a few thousand. */
const deepest = 10_000;

/** An element of an item, as far as feeds nest. */
export interface Node {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Node[];
	text: string;
	/** What stands in it, as markup, where it is a text. */
	markup: string;
}

/** Parts of an item; where a tag that nobody closed has swallowed them, those in it. */
export function partsNamed(node: Node, name: string): readonly Node[] {
	const own = node.children.filter((child) => child.name === name);
	if (own.length > 0) return own;
	return node.children
		.filter((child) => !holdsText.test(child.name))
		.flatMap((child) => partsNamed(child, name));
}

/** The texts of an item, one as a rule; wherever they stand, even in a headline that nobody closed. */
export function textsNamed(node: Node, name: string): readonly Node[] {
	return node.children.flatMap((child) => {
		if (child.name === name) return [child];
		return bodies.has(child.name) ? [] : textsNamed(child, name);
	});
}

/** What stands in these is a text's own markup. */
const holdsText = /^(?:content|summary|description|content:encoded|title)$/;

export function partNamed(node: Node, name: string): Node | undefined {
	return partsNamed(node, name)[0];
}

export function textIn(node: Node, name: string): string {
	return partNamed(node, name.toLowerCase())?.text.trim() ?? "";
}

export function textsIn(node: Node, name: string): readonly string[] {
	return partsNamed(node, name)
		.map(({ text }) => text.trim())
		.filter((text) => text !== "");
}

export function isItem({ name }: Node): boolean {
	return name === "item" || name === "entry";
}

/**
 * @throws {MarkupLimit} `parse/too-deep`
 * @param onEnd of each element that is not left open, with the number of elements around it. */
export function walk(
	text: string,
	open: Node[],
	onEnd: (node: Node, depth: number) => void,
): void {
	// Few of the open ones keep markup, however many are left open.
	const keeping = open.filter(keepsMarkup);
	const say = (markup: string) => {
		for (const node of keeping) node.markup += markup;
	};
	// What the text breaks off in is closed by the parser alone, and stays open for us.
	let isOver = false;
	const parser = new Parser(
		{
			onopentag(written, attributes) {
				say(`<${written}${attributesText(attributes)}>`);
				const name = written.toLowerCase();
				const node: Node = {
					name,
					attributes: lowerCased(attributes),
					children: [],
					text: "",
					markup: "",
				};
				// Only what an item or the head of a feed holds is kept.
				open.at(-1)?.children.push(node);
				open.push(node);
				// The parser's own list of open elements grows at its beginning: its cost with every one more.
				if (open.length > deepest)
					throw new MarkupLimit(
						"parse/too-deep",
						`Elements are nested more than ${deepest} levels deep.`,
					);
				if (keepsMarkup(node)) keeping.push(node);
			},
			ontext(value) {
				const node = open.at(-1);
				if (node) node.text += value;
				say(escapeText(value));
			},
			onclosetag(name) {
				if (isOver) return;
				const node = open.pop();
				if (!node) return;
				if (keeping.at(-1) === node) keeping.pop();
				if (!empty.has(name)) say(`</${name}>`);
				onEnd(node, open.length);
				// An item was told of: its feed need not remember it.
				if (isItem(node)) open.at(-1)?.children.pop();
			},
		},
		{ xmlMode: true },
	);
	parser.write(text);
	isOver = true;
	parser.end();
}

/** In HTML these have no end, and `</br>` would be another break. */
const empty = new Set(
	"area br col embed hr img input link meta source track wbr".split(" "),
);

/** Texts, whose elements are markup although their writer may not say so. */
function keepsMarkup({ name }: Node): boolean {
	return bodies.has(name);
}

const bodies = new Set([
	"content",
	"summary",
	"description",
	"content:encoded",
]);

function lowerCased(
	attributes: Readonly<Record<string, string>>,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(attributes).map(([name, value]) => [
			name.toLowerCase(),
			value,
		]),
	);
}

function attributesText(attributes: Readonly<Record<string, string>>): string {
	return Object.entries(attributes)
		.map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
		.join("");
}
