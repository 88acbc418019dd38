/** One article among the many of a file, as the file tells of it; or a part that could not be read. */
import { byCodePoint } from "../base/order.ts";
import { cleanText } from "../read/clean-text.ts";
import type { Markup, Variant } from "./envelope.ts";
import { type Fields, fieldsFrom } from "./fields.ts";

export interface Item {
	/** Which of the file's articles: its position, from 1. */
	readonly name: string;
	readonly variant: Variant;
	readonly fields: Fields;
	readonly body: string;
	readonly markup: Markup;
	/** 1-based, where it begins in the decoded file; 1 where nobody counts lines. */
	readonly line: number;
	/** Everything it says, in one text that is the same for the same saying: what its hash is of. */
	readonly whole: string;
}

/** A part of a file that is no article and should be one. */
export interface ItemFault {
	readonly name: string;
	readonly line: number;
	readonly ruleId: string;
	/** A whole sentence. */
	readonly reason: string;
	readonly actual?: string;
}

/** Parts that are no articles and are passed over: drafts of an export, its attachments. */
export interface PassedOver {
	readonly ruleId: string;
	/** A whole sentence. */
	readonly remark: string;
}

export type Part = Item | ItemFault | PassedOver;

export function isPassedOver(part: Part): part is PassedOver {
	return "remark" in part;
}

export function isFault(part: Item | ItemFault): part is ItemFault {
	return "ruleId" in part;
}

/** Names of what an article's record says, in the languages that dumps are written in; the left one is ours. */
const synonyms: readonly (readonly [string, RegExp])[] = [
	[
		"title",
		/^(?:title|headline|subject|article_?title|news_?title|标题|標題|题目|題目|タイトル|제목)$/,
	],
	[
		"from",
		/^(?:from|url|link|href|permalink|original_?url|source_?url|article_?url|canonical(?:_?url)?|网址|網址|链接|鏈接|連結|地址)$/,
	],
	[
		"date",
		/^(?:date|published|date_?published|publish(?:ed)?_?(?:at|on|date|time|ts)|pub_?(?:date|time|ts)|post(?:ed)?_?(?:at|on|date|time)|release_?(?:date|time)|datetime|date_?time|timestamp|created_?(?:at|time)|time|日期|时间|時間|(?:发布|發佈|發布|发表|發表|出版|刊登|刊发|刊發)(?:时间|時間|日期)|日時|公開日)$/,
	],
	[
		"author",
		/^(?:authors?|bylines?|creator|writer|reporter|作者|记者|記者|撰文)$/,
	],
	["tags", /^(?:tags?|keywords?|labels?|标签|標籤|关键词|關鍵詞)$/],
	["site", /^(?:site(?:_?name)?|outlet|publisher|media|来源|來源|媒体|媒體)$/],
	["source", /^source$/],
	["summary", /^(?:summary|description|excerpt|abstract|摘要|导语|導語)$/],
	[
		"body",
		/^(?:body|content|contents|text|html|article|article_?(?:body|text|html)|content_?(?:html|text)|full_?text|body_?(?:html|text)|正文|内容|內容|全文|本文|내용)$/,
	],
];

/** The name under which we know what a dump calls `name`; `undefined` for one that says nothing we read. */
export function knownName(name: string): string | undefined {
	const plain = name
		.trim()
		.toLowerCase()
		.replaceAll(/[\s-]+/g, "_");
	return synonyms.find(([, words]) => words.test(plain))?.[0];
}

/** Whether names are those of an article: what it says, and at least what it is called or where it is from. */
export function isArticleShape(names: readonly string[]): boolean {
	const known = new Set(names.map(knownName));
	return known.has("body") && (known.has("title") || known.has("from"));
}

/** Whether a body is written in HTML: a tag that ends, or references and no line breaks of its own. */
export function looksLikeHtml(text: string): boolean {
	return /<(?:\/(?:p|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|table|blockquote|figure|section|article)|br ?\/?|img [^<>]*|p|p [^<>]*|hr ?\/?)>/i.test(
		text.slice(0, 200_000),
	);
}

interface Said {
	readonly name: string;
	readonly variant: Variant;
	readonly line: number;
	/** By our names. */
	readonly values: ReadonlyMap<string, string | readonly string[]>;
	/** Where it is known; else the body's own look decides. */
	readonly markup?: Markup;
}

/** An item from what a record says; a record without any text of its own has an empty body. */
export function itemOf({ name, variant, line, values, markup }: Said): Item {
	const said = values.get("body") ?? values.get("summary") ?? "";
	const body = cleanText(typeof said === "string" ? said : said.join("\n\n"));
	const entries = [...values].filter(([key]) => key !== "body");
	return {
		name,
		variant,
		line,
		fields: fieldsFrom(entries.map(cleaned), line),
		body,
		markup: markup ?? (looksLikeHtml(body) ? "html" : "text"),
		whole: JSON.stringify([...values].sort(([a], [b]) => byCodePoint(a, b))),
	};
}

function cleaned([name, value]: [string, string | readonly string[]]): [
	string,
	string | readonly string[],
] {
	return [
		name,
		typeof value === "string" ? cleanText(value) : value.map(cleanText),
	];
}
