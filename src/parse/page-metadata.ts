/** What a whole page says of itself: JSON-LD, Open Graph, `meta`, microdata, and the marks of programs that saved it. */
import {
	attribute,
	type Element,
	findElement,
	findElements,
	plainText,
	silentText,
} from "./html.ts";
import {
	articlesIn,
	idOf,
	isName,
	jsonLd,
	listOf,
	type Node,
	namesOf,
	textOf,
} from "./json-ld.ts";
import { lettersOf } from "./page-parts.ts";
import { saverMarks } from "./saver-marks.ts";
import {
	dateNearHeading,
	firstTime,
	headingOfTitle,
	lineOfLabels,
	titleOf,
} from "./shown-date.ts";
import { languageOf, links, metaOf, microdata } from "./stated-elements.ts";
import type { WechatPage } from "./wechat.ts";

/** By kind of statement, the most trusted first. */
export interface PageMetadata {
	readonly titles: readonly string[];
	readonly addresses: readonly string[];
	readonly dates: readonly string[];
	/** One list of names a statement. */
	readonly authors: readonly (readonly string[])[];
	/** What the outlet is called. */
	readonly sites: readonly string[];
	readonly tags: readonly string[];
	/** BCP 47, of the page. */
	readonly language: string | undefined;
	/** What relative addresses are relative to, as written. */
	readonly base: string | undefined;
	/** When a program saved the page, as it wrote it. */
	readonly captured: string | undefined;
}

/** @param tree of the whole page, scripts and head included. */
export function pageMetadata(
	tree: Element,
	html: string,
	wechat?: WechatPage,
): PageMetadata {
	const nodes = articlesIn(jsonLd(tree));
	const meta = metaOf(tree);
	const marks = saverMarks(html);
	const said = (...names: string[]) =>
		names.flatMap((name) => meta.get(name) ?? []);
	const fromNodes = (read: (node: Node) => readonly string[]) =>
		nodes.flatMap(read);
	const line = lineOfLabels(tree);
	const sites = filled([
		// WeChat writes its own name as that of the site.
		wechat?.account ?? "",
		...said("og:site_name", "contentsource"),
		...fromNodes((node) => namesOf(node.publisher)),
		...said("application-name", "parsely-site", "al:ios:app_name"),
		...behindHeading(tree),
	]);
	return {
		titles: filled([
			wechat?.title ?? "",
			...shownFirst(
				tree,
				[
					...headingOfTitle(tree),
					...fromNodes((node) => [textOf(node.headline), textOf(node.title)]),
					...said(
						"articletitle",
						"dc:title",
						"dc.title",
						"dcterm:title",
						"dcterms.title",
						"og:title",
						"twitter:title",
						"parsely-title",
						"weibo:article:title",
						"title",
					),
					...fromNodes((node) => [textOf(node.name)]),
				],
				sites,
			),
		]),
		addresses: filled([
			...links(tree, "canonical"),
			...said("og:url"),
			...fromNodes((node) => [
				textOf(node.url),
				idOf(node.mainEntityOfPage),
				node.pubDate === undefined ? "" : idOf(node),
			]),
			...said("twitter:url", "parsely-link"),
			marks.url ?? "",
		]),
		dates: filled([
			...fromNodes((node) => [
				textOf(node.datePublished),
				textOf(node.pubDate),
			]),
			...said(
				"article:published_time",
				"og:article:published_time",
				"article:published",
				"parsely-pub-date",
				"datepublished",
				"pubdate",
				"publishdate",
				"publish_date",
				"publish-date",
				"publication_date",
				"sailthru.date",
				"dc.date.issued",
				"dcterms.created",
				"dcterms.issued",
				"dc.date",
				"date",
				"og:published_time",
				"og:pubdate",
				"weibo:article:create_at",
				"apub:time",
			),
			...microdata(tree, "datePublished"),
			wechat?.published ?? "",
			...firstTime(tree),
			line?.stamp ?? "",
			...dateNearHeading(tree),
		]),
		authors: [
			...nodes.map((node) => namesOf(node.author)),
			...[
				"dc:creator",
				"dc.creator",
				"dcterm:creator",
				"dcterms.creator",
				"author",
				"byl",
				"parsely-author",
				"article:author",
				"sailthru.author",
			].map((name) => said(name).filter(isName)),
			microdata(tree, "author").filter(isName),
			findElements(
				tree,
				(element) =>
					/^(?:a|span|address)$/.test(element.tagName) &&
					/\bauthor\b/.test(attribute(element, "rel") ?? ""),
			)
				.map(plainText)
				.filter(isName)
				.slice(0, 4),
			line?.authors ?? [],
		].filter((names) => names.length > 0),
		sites,
		tags: filled([
			...said("article:tag"),
			...fromNodes((node) => listOf(node.keywords)),
			...said("keywords", "news_keywords").flatMap((text) =>
				text.split(/\s*[,，、;；]\s*/),
			),
		]).slice(0, 30),
		language: languageOf(html),
		base: findElement(tree, ({ tagName }) => tagName === "base")?.attrs.find(
			({ name }) => name === "href",
		)?.value,
		captured: marks.captured,
	};
}

/**
 * Titles in their order, those first that the page also shows: in its `title`, then those in its heading. Some say in one place what the
 * page is about, or the outlet's name, and in the next what it is called.
 */
function shownFirst(
	tree: Element,
	stated: readonly string[],
	sites: readonly string[],
): readonly string[] {
	const said = (name: string, read: (element: Element) => string) =>
		findElements(tree, ({ tagName }) => tagName === name).map((element) =>
			lettersOf(read(element)),
		);
	const [inTitle, inHeading] = [
		said("title", silentText),
		said("h1", plainText),
	];
	const outlets = sites.map(lettersOf);
	const titles = filled(stated);
	const rank = (title: string) => {
		const own = lettersOf(title);
		if (own === "" || outlets.includes(own)) return 2;
		const within = (texts: readonly string[]) =>
			texts.some((text) => text.includes(own));
		return within(inTitle) ? 0 : within(inHeading) ? 1 : 2;
	};
	return [...titles].sort((a, b) => rank(a) - rank(b));
}

/** What the title of the window has behind a heading of the page: `茶亭重开_山口报`; at its very end what the page's feed is called. */
function behindHeading(tree: Element): readonly string[] {
	const whole = titleOf(tree);
	const rests = findElements(tree, ({ tagName }) => tagName === "h1")
		.slice(0, mostHeadings)
		.map(plainText)
		.filter((own) => own !== "" && startsWith(whole, own))
		.map((own) => whole.slice(own.length));
	const names = rests.flatMap(
		(rest) => /^\s*[-–—|_·｜»]+\s*([^-–—|_·｜»]{2,40})$/.exec(rest)?.[1] ?? [],
	);
	const feeds = findElements(
		tree,
		(element) =>
			element.tagName === "link" &&
			/\b(?:rss|atom)\+xml$/i.test(attribute(element, "type") ?? ""),
	).map((element) => attribute(element, "title") ?? "");
	return [
		...names,
		...feeds.filter((name) => name !== "" && whole.endsWith(` ${name}`)),
	];
}

/** Headings of a page that are looked at. */
const mostHeadings = 20;

/** Whether a title begins like a heading; programs write its letters large or small. */
function startsWith(title: string, heading: string): boolean {
	return title.slice(0, heading.length).toLowerCase() === heading.toLowerCase();
}

function filled(texts: readonly string[]): readonly string[] {
	return [
		...new Set(texts.map((text) => text.trim()).filter((text) => text !== "")),
	];
}
