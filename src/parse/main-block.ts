/** The main block of a whole page; the only module that knows linkedom, Defuddle and Readability. */
import { Readability } from "@mozilla/readability";
import Defuddle from "defuddle";
import { parseHTML } from "linkedom";
import { quietly } from "../base/quietly.ts";

/** What others make of a page. */
export interface MainBlock {
	/** What the block reads like. */
	readonly text: string;
	/** Addresses of the pictures in it, as written. */
	readonly pictures: ReadonlySet<string>;
	/** What the page says of itself, as they understand it; empty where nothing was found. */
	readonly title: string;
	readonly author: string;
	readonly published: string;
	/** Whether that was read by rules for this very site, and not by what pages have in common. */
	readonly isKnownSite: boolean;
}

/**
 * Defuddle's block, unless Readability finds much more, or much less that is Chinese prose: Defuddle counts words by their
 * spaces, finds a Chinese article too short and takes the page's frame with it. On the pages of both projects together that
 * keeps more of what belongs and less of what does not than either of them alone (`npm run bench:pages`).
 *
 * @param url of the page, where it is known: some outlets' pages are read by rules of their own.
 * @param isUndated whether the page itself says nothing of when it was published, as forums do: only then rules for one site
 *   know better than what articles have in common.
 * @returns `undefined` where neither finds anything.
 */
export function mainBlock(
	html: string,
	url: string | undefined,
	isUndated: boolean,
): MainBlock | undefined {
	const first = quietly(() => byDefuddle(html, url));
	const second = quietly(() => byReadability(html));
	const [a, b] = [length(first), length(second)];
	const isKnownSite = isUndated && (first?.isKnownSite ?? false);
	const isMissed = a < b * fewer;
	const chosen =
		!isKnownSite && (isMissed || isFramed(first, second)) ? second : first;
	if (!chosen && !first && !second) return undefined;
	return {
		text: chosen?.text ?? "",
		pictures: new Set([
			...(first?.pictures ?? []),
			...(second?.pictures ?? []),
		]),
		title: first?.title || second?.title || "",
		author: first?.author || second?.author || "",
		published: first?.published || second?.published || "",
		isKnownSite,
	};
}

/** With less of Readability's text than this, Defuddle has missed the block. */
const fewer = 0.8;

function length(block: MainBlock | undefined): number {
	return letters(block).length;
}

function letters(block: MainBlock | undefined): string {
	return block?.text.replace(/\s+/g, "") ?? "";
}

/** Letters of a Chinese text that is an article, however short. */
const shortest = 60;
/** Sentences a letter in Chinese prose at the least; lists of headlines and buttons have fewer. */
const leastOfProse = 0.012;

/** Whether what `larger` has more than `smaller`, a Chinese text, is a frame: words and headlines, and hardly a sentence. */
function isFramed(
	larger: MainBlock | undefined,
	smaller: MainBlock | undefined,
): boolean {
	const [all, own] = [letters(larger), letters(smaller)];
	const han = own.match(/\p{Script=Han}/gu)?.length ?? 0;
	if (own.length < shortest || han < own.length * 0.5) return false;
	const more = all.length - own.length;
	if (more <= 0) return false;
	const said = sentences(own);
	const added = sentences(all) - said;
	// A little more with a sentence in it may be the article's lede; much more is prose where it reads like the text itself.
	if (more < own.length * 0.1) return added <= 0;
	const density = Math.max(leastOfProse, (said / own.length) * 0.75);
	return added < said * 0.6 || added < more * density;
}

function sentences(text: string): number {
	return text.match(/[。！？]/g)?.length ?? 0;
}

/** A document as far as linkedom has one, with what Defuddle asks of a window. */
function documentOf(html: string, url: string | undefined): Document {
	const { document } = parseHTML(html) as unknown as {
		document: Document & { styleSheets?: unknown; URL?: string };
	};
	const own = document as unknown as Record<string, unknown>;
	own.styleSheets ??= [];
	if (url !== undefined) own.URL = url;
	const view = document.defaultView as unknown as Record<
		string,
		unknown
	> | null;
	if (view && view.getComputedStyle === undefined)
		view.getComputedStyle = () => ({ display: "" });
	return document;
}

/** Its types promise another way to load it than its code has. */
const Engine = Defuddle as unknown as new (
	document: Document,
	options: { readonly url: string },
) => { parse(): Partial<Record<string, string>> };

function byDefuddle(
	html: string,
	url: string | undefined,
): MainBlock | undefined {
	try {
		const page = new Engine(documentOf(html, url), {
			url: url ?? "about:blank",
		}).parse();
		return {
			...contentOf(page.content ?? ""),
			title: page.title ?? "",
			author: page.author ?? "",
			published: page.published ?? "",
			isKnownSite: page.extractorType !== undefined,
		};
	} catch {
		return undefined;
	}
}

/** A Chinese article of a hundred signs is one; the library's own limit is five hundred letters. */
const shortArticle = 120;

function byReadability(html: string): MainBlock | undefined {
	try {
		const page = new Readability(documentOf(html, undefined), {
			charThreshold: shortArticle,
		}).parse();
		if (!page) return undefined;
		return {
			...contentOf(page.content ?? ""),
			title: page.title ?? "",
			author: page.byline ?? "",
			published: page.publishedTime ?? "",
			isKnownSite: false,
		};
	} catch {
		return undefined;
	}
}

function contentOf(content: string): Pick<MainBlock, "text" | "pictures"> {
	const { document } = parseHTML(`<html><body>${content}</body></html>`);
	const pictures = [...document.querySelectorAll("img, source")].flatMap(
		(image) =>
			["src", "data-src", "srcset", "data-srcset"].flatMap(
				(name) => image.getAttribute(name) ?? [],
			),
	);
	for (const silent of document.querySelectorAll("script, style"))
		silent.remove();
	return {
		text: document.body.textContent ?? "",
		pictures: new Set(pictures),
	};
}
