/** Feeds and exports in XML: RSS 0.9 to 2.0, Atom, and WordPress exports, which are RSS with more names. */
import { Parser } from "htmlparser2";
import { itemOf, type Part } from "./item.ts";
import { paragraphsOfLines } from "./wordpress.ts";

/** Which feed a text is; `undefined` when its outermost element is another, or it is no XML. */
export function feedVariant(
	text: string,
): "wordpress" | "rss" | "atom" | undefined {
	const head = text.slice(0, 20_000);
	const outer =
		/^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>\s*)*<([\w:-]+)([^>]*)>/i.exec(
			head,
		);
	const name = outer?.[1]?.toLowerCase();
	const names = outer?.[2] ?? "";
	if (name === "feed") return "atom";
	if (name === "rss")
		return /wordpress\.org\/export|\sxmlns:wp=/.test(names)
			? "wordpress"
			: "rss";
	return name === "rdf:rdf" && /purl\.org\/rss/.test(names) ? "rss" : undefined;
}

/** An element of an item, as far as feeds nest. */
interface Node {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Node[];
	text: string;
	/** What stands in it, as markup: for XHTML. */
	markup: string;
}

/** The articles of a feed; an item that the text breaks off in is a fault. */
export function readFeed(
	text: string,
	variant: "wordpress" | "rss" | "atom",
): readonly Part[] {
	const { items, site, isCut } = itemsOf(text);
	const authors = variant === "wordpress" ? authorsIn(text) : undefined;
	const parts: Part[] = [];
	items.forEach((item, index) => {
		const name = `${index + 1}`;
		if (variant === "wordpress" && !isPublished(item)) return;
		const values =
			variant === "atom" ? atomValues(item) : rssValues(item, authors);
		if (site !== "" && !values.has("site")) values.set("site", site);
		parts.push(
			itemOf({
				name,
				variant,
				line: 1,
				values,
				// A feed writes HTML, also where a text happens to hold no tag.
				markup: "html",
			}),
		);
	});
	if (isCut)
		parts.push({
			name: `${items.length + 1}`,
			line: text.split("\n").length,
			ruleId: "parse/feed-cut",
			reason: "The feed breaks off in the middle of an item.",
		});
	return parts;
}

/** Of an export only what readers saw is an article: no attachments, menus, revisions, drafts. */
function isPublished(item: Node): boolean {
	const type = textIn(item, "wp:post_type") || "post";
	const status = textIn(item, "wp:status") || "publish";
	return /^(?:post|page|article|news)$/.test(type) && status === "publish";
}

function rssValues(
	item: Node,
	authors: ReadonlyMap<string, string> | undefined,
): Map<string, string | readonly string[]> {
	const guid = item.children.find(({ name }) => name === "guid");
	const permanent =
		guid?.attributes.ispermalink !== "false" &&
		/^https?:/.test(guid?.text ?? "")
			? guid?.text
			: undefined;
	const written = textIn(item, "content:encoded");
	const body = written || textIn(item, "description");
	const creator = textIn(item, "dc:creator");
	return said({
		title: textIn(item, "title"),
		from: textIn(item, "link") || item.attributes["rdf:about"] || permanent,
		date: dateOf(item),
		author:
			authors?.get(creator) ?? (creator || mailName(textIn(item, "author"))),
		tags: textsIn(item, "category"),
		body: authors ? paragraphsOfLines(body) : body,
	});
}

/** The stamp with its offset; where an export has none, the local one without. */
function dateOf(item: Node): string {
	const stamp = textIn(item, "pubDate") || textIn(item, "dc:date");
	if (stamp !== "" && !/-0001|^0000/.test(stamp)) return stamp;
	const global = textIn(item, "wp:post_date_gmt");
	if (/^[1-9]\d{3}-/.test(global)) return `${global.replace(" ", "T")}Z`;
	return textIn(item, "wp:post_date");
}

/** `somebody@example.org (Name)` → Name. */
function mailName(text: string): string {
	return /^\S+@\S+\s*\((.+)\)$/.exec(text)?.[1] ?? text;
}

function atomValues(entry: Node): Map<string, string | readonly string[]> {
	const links = entry.children.filter(({ name }) => name === "link");
	const link =
		links.find(
			({ attributes }) => (attributes.rel ?? "alternate") === "alternate",
		) ?? links[0];
	const authors = entry.children
		.filter(({ name }) => name === "author")
		.map((author) => textIn(author, "name"));
	const body = entry.children.find(({ name }) => name === "content");
	const summary = entry.children.find(({ name }) => name === "summary");
	return said({
		title: textIn(entry, "title"),
		from: link?.attributes.href ?? textIn(entry, "id"),
		date:
			textIn(entry, "published") ||
			textIn(entry, "issued") ||
			textIn(entry, "updated"),
		author: authors.filter((name) => name !== ""),
		tags: entry.children
			.filter(({ name }) => name === "category")
			.map(({ attributes }) => attributes.label ?? attributes.term ?? ""),
		body: written(body) || written(summary),
	});
}

/** Atom's three ways to hold a text: escaped, as XHTML, plain. */
function written(node: Node | undefined): string {
	if (!node) return "";
	const { type = "text" } = node.attributes;
	if (type === "xhtml" || node.children.length > 0) return node.markup;
	return type === "text"
		? `<p>${escaped(node.text).replace(/\n\s*\n/g, "</p><p>")}</p>`
		: node.text;
}

function said(
	values: Readonly<Record<string, string | readonly string[] | undefined>>,
): Map<string, string | readonly string[]> {
	const map = new Map<string, string | readonly string[]>();
	for (const [name, value] of Object.entries(values))
		if (value !== undefined && value.length > 0) map.set(name, value);
	return map;
}

function textIn(node: Node, name: string): string {
	const wanted = name.toLowerCase();
	const found = node.children.find((child) => child.name === wanted);
	return found?.text.trim() ?? "";
}

function textsIn(node: Node, name: string): readonly string[] {
	return node.children
		.filter((child) => child.name === name)
		.map(({ text }) => text.trim())
		.filter((text) => text !== "");
}

/** Login → name shown, as the head of an export lists them. */
function authorsIn(text: string): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	const open: Node[] = [];
	walk(text, open, (node) => {
		if (node.name !== "wp:author") return;
		const shown = textIn(node, "wp:author_display_name");
		if (shown !== "") names.set(textIn(node, "wp:author_login"), shown);
	});
	return names;
}

function itemsOf(text: string): {
	readonly items: readonly Node[];
	/** Name of the feed. */
	readonly site: string;
	readonly isCut: boolean;
} {
	const items: Node[] = [];
	let site = "";
	const open: Node[] = [];
	walk(text, open, (node, depth) => {
		if (isItem(node)) items.push(node);
		else if (node.name === "title" && depth <= 2 && site === "")
			site = node.text.trim();
	});
	return { items, site, isCut: open.some(isItem) };
}

function isItem({ name }: Node): boolean {
	return name === "item" || name === "entry";
}

/** @param onEnd of each element that is not left open, with the number of elements around it. */
function walk(
	text: string,
	open: Node[],
	onEnd: (node: Node, depth: number) => void,
): void {
	const say = (markup: string) => {
		for (const node of open) if (keepsMarkup(node)) node.markup += markup;
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
			},
			ontext(value) {
				const node = open.at(-1);
				if (node) node.text += value;
				say(escaped(value));
			},
			onclosetag(name) {
				if (isOver) return;
				const node = open.pop();
				if (!node) return;
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

function keepsMarkup({ name, attributes }: Node): boolean {
	return (
		(name === "content" || name === "summary") && attributes.type === "xhtml"
	);
}

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
		.map(
			([name, value]) =>
				` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`,
		)
		.join("");
}

function escaped(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;");
}
