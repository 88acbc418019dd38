/** Feeds and exports in XML: RSS 0.9 to 2.0, Atom, and WordPress exports, which are RSS with more names. */
import { escapeText } from "../base/plain-text.ts";
import {
	isItem,
	type Node,
	partNamed,
	partsNamed,
	textIn,
	textsIn,
	textsNamed,
	walk,
} from "./feed-elements.ts";
import { itemOf, type Part, unpublished } from "./item.ts";
import { paragraphsOfLines } from "./wordpress.ts";

export type FeedVariant = "wordpress" | "rss" | "atom" | "evernote";

/** Which feed a text is; `undefined` when its outermost element is another, or it is no XML. */
export function feedVariant(text: string): FeedVariant | undefined {
	const head = text.slice(0, 20_000);
	const outer =
		/^\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>\s*)*<([\w:-]+)([^>]*)>/i.exec(
			head,
		);
	const name = outer?.[1]?.toLowerCase();
	const names = outer?.[2] ?? "";
	if (name === "feed") return "atom";
	if (name === "en-export") return "evernote";
	if (name === "rss")
		return /wordpress\.org\/export|\sxmlns:wp=/.test(names)
			? "wordpress"
			: "rss";
	return name === "rdf:rdf" && /purl\.org\/rss/.test(names) ? "rss" : undefined;
}

/** The articles of a feed; an item that the text breaks off in is a fault. */
export function readFeed(text: string, variant: FeedVariant): readonly Part[] {
	const { items, site, isCut, strays } = itemsOf(
		variant === "evernote" ? text.replace(/<(\/?)note>/g, "<$1item>") : text,
	);
	const authors = variant === "wordpress" ? authorsIn(text) : undefined;
	const parts: Part[] = [];
	let hidden = 0;
	items.forEach((item, index) => {
		const name = `${index + 1}`;
		if (!isPublished(item, variant)) {
			hidden++;
			return;
		}
		const values = valuesOf(item, variant, authors);
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
	parts.push(...unpublished(hidden));
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

function valuesOf(
	item: Node,
	variant: FeedVariant,
	authors: ReadonlyMap<string, string> | undefined,
): Map<string, string | readonly string[]> {
	if (variant === "atom") return atomValues(item);
	return variant === "evernote" ? noteValues(item) : rssValues(item, authors);
}

/** Of an export only what readers saw is an article: no attachments, menus, revisions, drafts, and of Blogger no comments. */
function isPublished(item: Node, variant: FeedVariant): boolean {
	if (variant === "atom") {
		const kind = partsNamed(item, "category").find(isKind)?.attributes.term;
		return (
			(kind === undefined || /#(?:post|page)$/.test(kind)) &&
			textIn(item, "app:draft") !== "yes" &&
			/^(?:POST|PAGE|)$/.test(textIn(item, "blogger:type")) &&
			/^(?:LIVE|)$/.test(textIn(item, "blogger:status"))
		);
	}
	if (variant !== "wordpress") return true;
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

/** The stamp with its offset, the site's own where an export tells both clocks; where it has none, the local one without. */
function dateOf(item: Node): string {
	const both = siteStamp(
		textIn(item, "wp:post_date"),
		textIn(item, "wp:post_date_gmt"),
	);
	if (both !== undefined) return both;
	const stamp = textIn(item, "pubDate") || textIn(item, "dc:date");
	if (stamp !== "" && !/-0001|^0000/.test(stamp)) return stamp;
	const global = textIn(item, "wp:post_date_gmt");
	if (/^[1-9]\d{3}-/.test(global)) return `${global.replace(" ", "T")}Z`;
	return textIn(item, "wp:post_date");
}

/** `2015-03-20 01:30:38` there, `2015-03-19 17:30:38` in Greenwich → `2015-03-20T01:30:38+08:00`. */
function siteStamp(local: string, global: string): string | undefined {
	const [here, there] = [local, global].map((text) =>
		/^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)
			? Date.parse(`${text.replace(" ", "T")}Z`)
			: Number.NaN,
	);
	const minutes = ((here ?? 0) - (there ?? 0)) / 60_000;
	if (!Number.isInteger(minutes / 15) || Math.abs(minutes) > 14 * 60)
		return undefined;
	const size = Math.abs(minutes);
	const two = (number: number) => `${number}`.padStart(2, "0");
	return `${local.replace(" ", "T")}${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
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
		tags: partsNamed(entry, "category")
			.filter((category) => !isKind(category))
			.map(({ attributes }) => attributes.label ?? attributes.term ?? ""),
		body: bodies.join("\n").trim() || summaries.join("\n"),
	});
}

/** How Blogger tells posts, pages, comments, templates and settings apart. */
function isKind({ attributes }: Node): boolean {
	return /schemas\.google\.com\/g\/2005#kind$/.test(attributes.scheme ?? "");
}

function noteValues(note: Node): Map<string, string | readonly string[]> {
	const created = textIn(note, "created").replace(
		/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
		"$1-$2-$3T$4:$5:$6Z",
	);
	return said({
		title: textIn(note, "title"),
		from: textIn(note, "source-url"),
		created,
		author: textIn(note, "author"),
		tags: textsIn(note, "tag"),
		body: textIn(note, "content").replace(
			/<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<\/?en-note\b[^>]*>|<en-media\b[^>]*>|<\/en-media>/g,
			"",
		),
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
		? `<p>${escapeText(node.text).replace(/\n\s*\n/g, "</p><p>")}</p>`
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
	const isText = ({ name }: Node) => /^content(?::encoded)?$/.test(name);
	walk(text, open, (node, depth) => {
		if (isItem(node)) items.push(node);
		else if (isText(node) && !open.some(isItem)) strays++;
		else if (
			node.name === "title" &&
			depth <= 2 &&
			site === "" &&
			!open.some(isItem)
		)
			site = node.text.trim();
	});
	const isCut = open.some(isItem);
	if (!isCut && open.some(isText)) strays++;
	return { items, site, strays, isCut };
}
