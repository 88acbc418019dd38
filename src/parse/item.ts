/** One article among the many of a file, as the file tells of it; or a part that could not be read. */
import { byCodePoint } from "../base/order.ts";
import { cleanText } from "../read/clean-text.ts";
import type { Markup, Variant } from "./envelope.ts";
import { knownName } from "./field-names.ts";
import { type Fields, fieldsFrom } from "./fields.ts";
import { looksLikeHtml } from "./text-look.ts";

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

/** @param count of an export's entries that only its owner saw. */
export function unpublished(count: number): readonly PassedOver[] {
	return count === 0
		? []
		: [
				{
					ruleId: "parse/export-others",
					remark: `Of the export's entries ${count} were never seen as an article by readers: drafts, attachments, menus, revisions.`,
				},
			];
}

export type Part = Item | ItemFault | PassedOver;

export function isPassedOver(part: Part): part is PassedOver {
	return "remark" in part;
}

export function isFault(part: Item | ItemFault): part is ItemFault {
	return "ruleId" in part;
}

/**
 * Whether names are those of an article: what it says, and at least what it is called or where it is from. Of news in brief the
 * summary is all, where it has a headline and a day.
 */
export function isArticleShape(names: readonly string[]): boolean {
	const known = new Set(names.map(knownName));
	return known.has("body")
		? known.has("title") || known.has("from")
		: known.has("summary") && known.has("title") && known.has("date");
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
