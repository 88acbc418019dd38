/** Pages of WeChat's public accounts: what they say in their scripts alone. */
import { escapeMarkup, unescapeMarkup } from "../base/plain-text.ts";
import { looksLikeHtml, openingOf } from "./text-look.ts";

/** What a page of WeChat says of its article; everything decoded. */
export interface WechatPage {
	/** What the account is called. */
	readonly account: string | undefined;
	/** Seconds since 1970, as written. */
	readonly published: string | undefined;
	/** In one line: a post of a few words has them all for its title. */
	readonly title: string | undefined;
	/** HTML of the text and pictures that only scripts would have shown; empty where the page shows them itself. */
	readonly scripted: string;
}

/** @returns `undefined` for pages of anybody else. */
export function wechatPage(html: string): WechatPage | undefined {
	if (!/\bjs_content\b|\bwindow\.msg_title\b/.test(html)) return undefined;
	const said = (name: string) => decoded(quotedBehind(html, name));
	const title = said(String.raw`window\.msg_title`);
	return {
		account:
			said(String.raw`\bvar nickname`) ?? said(String.raw`\bnick_name(?=:)`),
		published: said(String.raw`(?:\bvar|\bwindow\.) ?ct`),
		title: title && openingOf(title).replace(/。$/, ""),
		scripted: !isScripted.test(html)
			? ""
			: [
					textOf(said(String.raw`\bcontent_noencode`) ?? title ?? ""),
					...picturesIn(html).map(
						(src) => `<p><img src="${escapeMarkup(src)}"></p>`,
					),
				].join("\n"),
	};
}

/** Posts of pictures (8) and of a few words (10), where the element for the text has only the account's card; or it is empty. */
const isScripted =
	/\bitem_show_type\s*=\s*["'](?:8|10)["']|\sid=["']?js_content["'][^>]*>\s*<\//;

/** Assigned or a member, bare or handed to a function that decodes it. */
function quotedBehind(html: string, name: string): string | undefined {
	return new RegExp(
		`${name}\\s*[:=]\\s*(?:[\\w.]+ = )?(?:(?:JsDecode|htmlDecode)\\()?(["'])((?:(?!\\1)[^\\\\\\n]|\\\\.){1,400000})\\1`,
	).exec(html)?.[2];
}

/** `\x0a`, `\n` and the references that are left then; empty is unsaid. */
function decoded(text: string | undefined): string | undefined {
	const bare = text?.replace(
		/\\x([\da-f]{2})|\\([\s\S])/gi,
		(_all, hex?: string, sign = "") =>
			hex ? String.fromCharCode(Number.parseInt(hex, 16)) : unescaped(sign),
	);
	return unescapeMarkup(bare ?? "").trim() || undefined;
}

function unescaped(sign: string): string {
	return { n: "\n", r: "\n", t: " " }[sign] ?? sign;
}

/** A short post is lines, with links between; an article that is delivered so has its own paragraphs. */
function textOf(text: string): string {
	return looksLikeHtml(text.replace(/<\/?a\b[^>]*>/g, ""))
		? text
		: text
				.split(/\n+/)
				.filter((line) => line.trim() !== "")
				.map((line) => `<p>${line}</p>`)
				.join("\n");
}

/** Addresses in the first list of pictures: those of its entries, not of marks and covers in them. */
function picturesIn(html: string): readonly string[] {
	const start = /picture_page_info_list\s*[:=]\s*\[/.exec(html);
	if (!start) return [];
	const list = html.slice(start.index, start.index + listLength);
	const pictures: string[] = [];
	let level = 0;
	for (const [token, address] of list.matchAll(
		/[[\]{}]|\bcdn_url:\s*(?:JsDecode\()?'([^'\n]*)'|'(?:[^'\\\n]|\\.)*'/g,
	)) {
		if (/^[[{]$/.test(token)) level++;
		else if (/^[\]}]$/.test(token)) level--;
		else if (address && level === 2) pictures.push(decoded(address) ?? "");
		if (level === 0) break;
	}
	return [...new Set(pictures)];
}

/** Characters; nine pictures are the most that a post had, each some 2,000. */
const listLength = 200_000;

/** Id of the element that the scripted text is given. */
export const scriptedId = "js_scripted_content";
