/** What a text is: one article or many, and in which shape. */
import { isDocumentList, readDocumentList } from "./document-list.ts";
import { feedVariant, readFeed } from "./feed.ts";
import { jsonFrontMatter } from "./front-matter.ts";
import type { Part } from "./item.ts";
import {
	isJsonLines,
	NoArticles,
	readJson,
	readJsonLines,
} from "./json-dump.ts";
import { addressesAlone, notRead } from "./not-read.ts";
import { listsAddresses, readTable, tableDelimiter } from "./table-dump.ts";
import { isTelegram, readTelegram } from "./telegram.ts";

/** The articles of a text that holds many. */
export type Parts = Iterable<Part>;

/** A text that is no article, and what it is. */
export class NotAnArticle extends Error {
	readonly ruleId: string;
	constructor(ruleId: string, reason: string) {
		super(reason);
		this.ruleId = ruleId;
	}
}

/**
 * The articles of a feed, an export or a dump.
 *
 * @param path its ending tells what a text that cannot be read was meant to be, and nothing else.
 * @returns `undefined` when the text is one article, or none.
 * @throws {NoArticles} when it is JSON of another shape.
 * @throws {NotAnArticle} when it is code, a list of addresses, or in a form that is not read.
 */
export function partsIn(text: string, path: string): Parts | undefined {
	if (isDocumentList(text)) return readDocumentList(text);
	const known = notRead(text);
	if (known) throw new NotAnArticle("read/not-read", known);
	if (isTelegram(text)) return readTelegram(text);
	const feed = feedVariant(text);
	if (feed) return readFeed(text, feed);
	const json = jsonParts(text, path);
	if (json) return json;
	const delimiter = tableDelimiter(text);
	if (delimiter !== undefined) return readTable(text, delimiter);
	if (listsAddresses(text))
		throw new NotAnArticle("read/not-read", addressesAlone);
	if (/\.(?:csv|tsv)$/i.test(path))
		throw new NotAnArticle(
			"parse/table-shape",
			"It is a table without the shape of articles: its first line names no columns for title or address and for the body.",
		);
	refuseCode(text, path);
	return undefined;
}

function jsonParts(text: string, path: string): Parts | undefined {
	const start = /^\s*([[{])/.exec(text.slice(0, 1_000))?.[1];
	if (start === undefined) return undefined;
	if (start === "{" && isJsonLines(text)) return readJsonLines(text);
	const parts = readJson(text);
	if (parts) return parts;
	if (start === "{" && jsonFrontMatter(text)) return undefined;
	if (/\.json$/i.test(path))
		throw new NoArticles(
			"parse/json-broken",
			"It is JSON that cannot be read: it breaks off or breaks the rules.",
		);
	return undefined;
}

/** Style sheets and scripts lie in the folders beside saved pages. */
function refuseCode(text: string, path: string): void {
	const sample = text.slice(0, 20_000);
	if (/^\s*(?:---|\+\+\+|<|\[|#[^{]*\n)/.test(sample)) return;
	const lines = sample.split("\n").filter((line) => line.trim() !== "");
	const share = (pattern: RegExp) =>
		lines.filter((line) => pattern.test(line)).length / lines.length;
	const isStyle =
		share(
			/^\s*(?:[^{}]*\{[^{}]*\}?|[\w-]+\s*:[^;]+;.*|\}+|@[\w-]+.*|\/\*.*|\*.*)\s*$/,
		) > 0.8 && /\{[^{}]*:[^{}]*\}/.test(sample);
	if (isStyle || (/\.css$/i.test(path) && sample.includes("{")))
		throw new NotAnArticle(
			"parse/style-sheet",
			"It is a style sheet (CSS), which holds no article.",
		);
	const isScript =
		share(/[;{}(),]\s*$|^\s*\/\//) > 0.7 &&
		/\b(?:function|var|const|let|import|export|return|document|window)\b/.test(
			sample,
		);
	if (isScript || /\.(?:js|mjs|cjs|ts|map)$/i.test(path))
		throw new NotAnArticle(
			"parse/script",
			"It is a script (JavaScript), which holds no article.",
		);
}
