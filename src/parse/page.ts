/** A whole saved page → its article's part, what it says of itself, and everything that was left out. */
import type { Envelope, Removed, Variant } from "./envelope.ts";
import { isAddress } from "./field-names.ts";
import { keepFormulas, tellInTex } from "./formulas.ts";
import {
	attribute,
	type Element,
	isElement,
	isText,
	type Node,
	parseHtml,
} from "./html.ts";
import { keptTexts } from "./kept-texts.ts";
import { type MainBlock, mainBlock } from "./main-block.ts";
import { refuseNotice } from "./notice-page.ts";
import { type OwnersPart, pruneTo, shownTitles } from "./owners-part.ts";
import { type PageMetadata, pageMetadata } from "./page-metadata.ts";
import {
	inOneLine,
	isMedia,
	isParticular,
	isPicture,
	textsOf,
} from "./page-parts.ts";
import { withoutArchive } from "./wayback.ts";
import { scriptedId, wechatPage } from "./wechat.ts";

/** What is known of a page beside it: from a web archive, or from who else delivered it. */
export interface PageSource {
	readonly variant: Variant;
	readonly url?: string;
	/** When it was captured, in a form that dates are read in. */
	readonly captured?: string;
	/** Of a mail: what its head says. */
	readonly mail?: {
		readonly subject: string;
		readonly from: string;
		readonly sent: string;
	};
}

export interface Page {
	readonly envelope: Envelope;
	/** Its main block, as the page has it. */
	readonly tree: Element;
	readonly removed: readonly Removed[];
	/** Whether a main block was found: else the tree is that of the whole page. */
	readonly isMainBlock: boolean;
}

/** Whether a text is a whole page and not a crawled body. */
export function isPage(text: string): boolean {
	const head = text
		.slice(0, 20_000)
		.replace(/^(?:\s*<!--[\s\S]*?-->)+/, "")
		.trimStart();
	return /^(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html[\s>]|<head[\s>])/i.test(
		head,
	);
}

/**
 * Read a whole page: what belongs to the article by its owner's word, else by {@link mainBlock}, everything else as one removal
 * with its text.
 *
 * @throws {MarkupLimit}
 * @throws {NotAnArticle} where a site answered with a notice in place of an article.
 */
export function readPage(
	text: string,
	depth: number,
	source: PageSource,
	ownersPart: OwnersPart = () => undefined,
): Page {
	const { html: saved, removed, captured } = withoutArchive(text);
	const wechat = wechatPage(saved);
	const html =
		wechat && wechat.scripted !== ""
			? `${saved}\n<div id="${scriptedId}">${wechat.scripted}</div>`
			: saved;
	const tree = parseHtml(html, depth);
	refuseNotice(tree);
	const metadata = pageMetadata(tree, html, wechat);
	const url =
		source.url ?? metadata.addresses.find((own) => /^https?:/i.test(own));
	const part = ownersPart(url) ?? knownPart(html);
	const formulas = tellInTex(tree, html);
	const titles = part ? shownTitles(tree) : [];
	const besides = part && pruneTo(tree, part);
	const block =
		besides === undefined
			? mainBlock(html, url, metadata.dates.length === 0)
			: undefined;
	const outside = besides ?? (block && prune(tree, block));
	const left = [...removed, ...(formulas ? [formulas] : [])];
	if (outside && (outside.text !== "" || outside.images.length > 0))
		left.push({ rule: "parse/outside-main-block", ...outside });
	return {
		envelope: {
			variant: source.variant,
			markup: "html",
			matter: undefined,
			stamp: undefined,
			title: undefined,
			url: undefined,
			body: { text: html, line: 1 },
			mended: [],
			repeated: [],
			page: withBlock(
				{ ...metadata, titles: [...metadata.titles, ...titles] },
				block,
				source,
				captured,
			),
		},
		tree,
		removed: left,
		isMainBlock: outside !== undefined,
	};
}

/** Every page of WeChat has its text in the element of this name, its particulars in its head and its scripts. */
function knownPart(html: string): ReturnType<OwnersPart> {
	const id = [scriptedId, "js_content"].find((own) =>
		new RegExp(`\\sid=["']?${own}["'\\s>]`).test(html),
	);
	if (id === undefined) return undefined;
	return {
		holds: (element) => attribute(element, "id") === id,
		isRead: () => false,
	};
}

function withBlock(
	metadata: PageMetadata,
	block: MainBlock | undefined,
	source: PageSource,
	archived: string | undefined,
): PageMetadata {
	const { titles, dates, authors, addresses, sites, captured } = metadata;
	const { mail } = source;
	const more = (text: string | undefined) =>
		text === undefined || text.trim() === "" ? [] : [text.trim()];
	const [title, date, author] = [
		more(block?.title),
		more(block?.published),
		more(block?.author && nameInLine(block.author)).filter(isNameLike),
	];
	// Rules for one site know better than what its pages say to all; others only know where the page says nothing.
	const merged = <Own>(own: readonly Own[], found: readonly Own[]) =>
		block?.isKnownSite ? [...found, ...own] : own.length > 0 ? own : [...found];
	return {
		...metadata,
		titles: [
			...more(mail?.subject),
			...(block?.isKnownSite ? [...title, ...titles] : [...titles, ...title]),
		],
		sites: [...more(mail?.from), ...sites],
		dates: [...more(mail?.sent), ...merged(dates, date)],
		authors: merged(authors, author.length > 0 ? [author] : []),
		addresses: preferred(addresses, source.url),
		captured: source.captured ?? archived ?? captured,
	};
}

/** `By Chen Wan March 25, 2015` → `By Chen Wan`, `撰文：程晚` → `程晚`: a library's guess is often the whole line. */
function nameInLine(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/^\s*(?:作者|撰文|文字?|[记記]者|by|author)\s*[：:／/]\s*/i, "")
		.replace(
			/[\s|·•,–—-]*(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}|(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}[-/.月]).*$/i,
			"",
		);
}

/** Whether a library's guess can be a name: labels, numbers and sentences around the headline are none. */
function isNameLike(text: string): boolean {
	return (
		text.length <= 60 &&
		!/\d{3}|[：:。！？【】[\]]/.test(text) &&
		!isAddress(text)
	);
}

/**
 * What the page calls its own address, unless it is captured under one of another site or names only a front page: then the
 * address of the capture is a fact and the other a slip.
 */
function preferred(
	stated: readonly string[],
	captured: string | undefined,
): readonly string[] {
	const [own, ...others] = [...stated].sort(
		(a, b) => Number(isFront(a)) - Number(isFront(b)),
	);
	if (captured === undefined) return own === undefined ? [] : [own, ...others];
	const absolute = own === undefined ? undefined : resolved(own, captured);
	const isSame =
		absolute !== undefined &&
		siteOf(absolute) === siteOf(captured) &&
		(!isFront(absolute) || isFront(captured));
	return isSame ? [absolute, captured] : [captured, ...stated];
}

function isFront(url: string): boolean {
	return /^https?:\/\/[^/]+\/?$/.test(url);
}

function resolved(url: string, base: string): string | undefined {
	try {
		return new URL(url, base).href;
	} catch {
		return undefined;
	}
}

/** The last two labels of the host. */
function siteOf(url: string): string {
	return (
		/^https?:\/\/([^/:]+)/.exec(url)?.[1]?.split(".").slice(-2).join(".") ?? ""
	);
}

/**
 * Take out of `tree` what is not of the block.
 *
 * @returns what went; `undefined` when nothing of the block was found in the page, and nothing went.
 */
function prune(
	tree: Element,
	block: MainBlock,
): Required<Omit<Removed, "rule">> | undefined {
	const texts = textsOf(tree);
	const kept = keptTexts(
		texts.map(({ value }) => value),
		block.text,
	);
	if (!kept.includes(true)) return undefined;
	keepFormulas(texts, kept);
	const gone = new Set<Node>();
	const left: string[] = [];
	texts.forEach((text, index) => {
		if (kept[index] !== false) return;
		gone.add(text);
		left.push(text.value);
	});
	const images: Element[] = [];
	cut(tree, gone, block, images);
	return { text: inOneLine(left), images };
}

/**
 * Take `gone` and what is empty without it out, pictures that are not of the block into `images`. White space stays, also in an
 * element of its own: it may part two words.
 *
 * @returns whether anything of the block is left in `node`.
 */
function cut(
	node: Element,
	gone: ReadonlySet<Node>,
	block: MainBlock,
	images: Element[],
): boolean {
	let holds = false;
	node.childNodes = node.childNodes.filter((child) => {
		if (isText(child)) {
			if (gone.has(child)) return false;
			if (child.value.trim() !== "") holds = true;
			return true;
		}
		if (!isElement(child)) return true;
		if (isMedia(child)) {
			const hasText =
				child.tagName === "object" && cut(child, gone, block, images);
			const stays = isOfBlock(child, block) || hasText;
			if (!stays && isPicture(child)) images.push(child);
			holds ||= stays;
			return stays;
		}
		if (isParticular(child)) return true;
		const isSpace = isBlank(child);
		const own = cut(child, gone, block, images);
		holds ||= own;
		return own || isSpace;
	});
	return holds;
}

/** Whether an element holds white space and nothing else. */
function isBlank({ childNodes }: Element): boolean {
	return (
		childNodes.length > 0 &&
		childNodes.every((child) => isText(child) && child.value.trim() === "")
	);
}

/** A picture whose address the block has, or that stands in an element with text of the block. */
function isOfBlock(element: Element, { pictures }: MainBlock): boolean {
	return element.attrs.some(({ value }) => pictures.has(value));
}
