/** Feeds and exports in XML: RSS 0.9 to 2.0, Atom, and WordPress exports, which are RSS with more names. */
import {
	escaped,
	isItem,
	type Node,
	partNamed,
	partsNamed,
	textIn,
	textsIn,
	textsNamed,
	walk,
} from "./feed-elements.ts";
import { itemOf, type Part } from "./item.ts";
import { paragraphsOfLines } from "./wordpress.ts";

/** Which feed a text is; `undefined` when its outermost element is another, or it is no XML. */
export function feedVariant(
	text: string,
): "wordpress" | "rss" | "atom" | undefined {
	const head = text.slice(0, 20_000);
	const outer =
		/^\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>\s*)*<([\w:-]+)([^>]*)>/i.exec(
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

/** The articles of a feed; an item that the text breaks off in is a fault. */
export function readFeed(
	text: string,
	variant: "wordpress" | "rss" | "atom",
): readonly Part[] {
	const { items, site, isCut, strays } = itemsOf(text);
	const authors = variant === "wordpress" ? authorsIn(text) : undefined;
	const parts: Part[] = [];
	let unpublished = 0;
	items.forEach((item, index) => {
		const name = `${index + 1}`;
		if (variant === "wordpress" && !isPublished(item)) {
			unpublished++;
			return;
		}
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
	if (unpublished > 0)
		parts.push({
			ruleId: "parse/export-others",
			remark: `Of the export's entries ${unpublished} were never seen as an article by readers: drafts, attachments, menus, revisions.`,
		});
	if (strays > 0)
		parts.push({
			name: "outside",
			line: 1,
			ruleId: "parse/feed-strays",
			reason: `Outside of every item the feed holds ${strays} texts: the tag that begins their item is broken.`,
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
	const guid = partNamed(item, "guid");
	const permanent =
		guid?.attributes.ispermalink !== "false" &&
		/^https?:/.test(guid?.text ?? "")
			? guid?.text
			: undefined;
	const body =
		htmlIn(textsNamed(item, "content:encoded")) ||
		htmlIn(textsNamed(item, "description"));
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
	const links = partsNamed(entry, "link");
	const link =
		links.find(
			({ attributes }) => (attributes.rel ?? "alternate") === "alternate",
		) ?? links[0];
	const authors = partsNamed(entry, "author").map((author) =>
		textIn(author, "name"),
	);
	const bodies = textsNamed(entry, "content").map(written);
	const summaries = textsNamed(entry, "summary").map(written);
	return said({
		title: textIn(entry, "title"),
		from: link?.attributes.href ?? textIn(entry, "id"),
		date:
			textIn(entry, "published") ||
			textIn(entry, "issued") ||
			textIn(entry, "updated"),
		author: authors.filter((name) => name !== ""),
		tags: partsNamed(entry, "category").map(
			({ attributes }) => attributes.label ?? attributes.term ?? "",
		),
		body: bodies.join("\n").trim() || summaries.join("\n"),
	});
}

/** Escaped as it should be, or with its tags as they are. */
function htmlIn(nodes: readonly Node[]): string {
	return nodes
		.map(({ children, markup, text }) => (children.length > 0 ? markup : text))
		.join("\n")
		.trim();
}

/** Atom's three ways to hold a text: escaped, as XHTML, plain. */
function written(node: Node): string {
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
	/** Texts of articles outside of items. */
	readonly strays: number;
	/** Name of the feed. */
	readonly site: string;
	readonly isCut: boolean;
} {
	const items: Node[] = [];
	let site = "";
	let strays = 0;
	const open: Node[] = [];
	walk(text, open, (node, depth) => {
		if (isItem(node)) items.push(node);
		else if (/^content(?::encoded)?$/.test(node.name) && !open.some(isItem))
			strays++;
		else if (node.name === "title" && depth <= 2 && site === "")
			site = node.text.trim();
	});
	return { items, site, strays, isCut: open.some(isItem) };
}
