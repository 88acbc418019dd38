import type { Article } from "../domain/article.ts";
import type { Fields } from "./fields.ts";
import { type Found, linesBefore } from "./found.ts";
import { frontMatter } from "./front-matter.ts";
import type { Element } from "./html.ts";
import type { PageMetadata } from "./page-metadata.ts";
import { propertyLines } from "./property-lines.ts";

export type Variant = Article["provenance"]["variant"];
/** What a body is written in. */
export type Markup = "html" | "markdown" | "text";

/** What was left out before a body was walked: its rule, and what a reader would have seen of it. */
export interface Removed {
	readonly rule: string;
	readonly text: string;
	/** Pictures that went with it. */
	readonly images?: readonly Element[];
}

/** What a file or a record is, what its head says, and where its body begins. */
export interface Envelope {
	readonly variant: Variant;
	readonly markup: Markup;
	/** What stands under names: in front matter, or in the record of a dump. */
	readonly matter: Fields | undefined;
	/** What stands in `<!--1701704349000-->`: usually epoch milliseconds, or `NaN`. */
	readonly stamp: Found | undefined;
	/** `[title](…)` of the header. */
	readonly title: Found | undefined;
	/** `[…](url)` of the header. */
	readonly url: Found | undefined;
	/** What stands behind `日期：` right below the header. */
	readonly dateLine?: Found;
	readonly body: Found;
	readonly mended: readonly { ruleId: string; line: number; reason: string }[];
	/** Text of header blocks that stand in the file a second time. */
	readonly repeated: readonly string[];
	/** What a whole page says of itself. */
	readonly page?: PageMetadata;
}

/**
 * Take a file apart. Never fails but for a fence in another language: a file without any head is
 * a body, and `mended` says so.
 *
 * @throws {FrontMatterLanguage}
 */
export function readEnvelope(text: string): Envelope {
	const matter = frontMatter(text) ?? propertyLines(text);
	const mended = [...(matter?.mended ?? [])];
	const rest = matter?.rest ?? { text, line: 1 };
	const header = readHeader(rest, !matter);
	const repeated: string[] = [];
	let body = header.body;
	if (header.found)
		for (let again = readHeader(body); again.found; again = readHeader(body)) {
			const same =
				again.url?.text === header.url?.text &&
				again.title?.text === header.title?.text;
			if (!same) break;
			repeated.push(again.title?.text ?? "");
			mended.push({
				ruleId: "parse/repeated-header",
				line: body.line,
				reason: "The header stands in the file twice.",
			});
			body = again.body;
		}
	const dated = header.found ? readDateLine(body) : undefined;
	const second = secondHeader.exec(body.text);
	if (second)
		mended.push({
			ruleId: "parse/second-header",
			line: body.line + linesBefore(body.text, second.index),
			reason:
				"A header of another article stands in the text; it was kept as text.",
		});
	if (!header.found && !matter)
		mended.push({
			ruleId: "parse/no-envelope",
			line: 1,
			reason: "The file has neither front matter nor a header.",
		});
	return {
		variant: !matter ? "header" : header.found ? "jekyll+header" : "jekyll",
		markup: "html",
		matter,
		stamp: header.stamp,
		title: header.title,
		url: header.url,
		...(dated ? { dateLine: dated.line } : {}),
		body: dated?.rest ?? body,
		mended,
		repeated,
	};
}

/** A line of its own that is nothing but a date with its label. */
function readDateLine(
	body: Found,
): { readonly line: Found; readonly rest: Found } | undefined {
	const found =
		/^\s*(?:日期|时间|時間|发布时间|發佈時間|發布時間|Date|Published)\s*[:：][ \t]*([^\n<]{6,60}?)[ \t]*(?:\n|$)/.exec(
			body.text.slice(0, 400),
		);
	if (!found || !/\d{4}/.test(found[1] ?? "")) return undefined;
	const line = body.line + linesBefore(body.text, found[0].trimEnd().length);
	return {
		line: { text: found[1] ?? "", line },
		rest: {
			text: body.text.slice(found[0].length),
			line: body.line + linesBefore(body.text, found[0].length),
		},
	};
}

interface Header {
	readonly found: boolean;
	readonly stamp?: Found;
	readonly title?: Found;
	readonly url?: Found;
	readonly body: Found;
}

/** The crawler's comment; any other comment belongs to the body. */
const comment =
	/^\s*<!--[ \t]*(-?\d{1,20}(?:\.\d+)?|NaN|null|undefined|Invalid Date)[ \t]*-->[ \t]*\n?/;
const linkLine = /^\s*\[(.*)\]\([ \t]*<?([^\n]*?)>?[ \t]*\)[ \t]*(?:\n|$)/;
const rule = /^\s*-{3,}[ \t]*(?:\n|$)/;

/** The crawler's comment and a link behind it, in the middle of a body. */
const secondHeader = /<!--[ \t]*\d{10,14}[ \t]*-->[ \t]*\n\[[^\n]{1,2000}\]\(/;

/** A longer line is no link that anybody wrote, and too long for expressions that look back. */
const longestLine = 20_000;

/** @param mayBeBare whether a line without brackets behind the stamp may be the headline. */
function readHeader(from: Found, mayBeBare = false): Header {
	const { text } = from;
	let at = 0;
	const lineAt = (index: number) => {
		const blank = /^\s*/.exec(text.slice(index, index + 200))?.[0].length ?? 0;
		return from.line + linesBefore(text, index + blank);
	};
	const stamped = comment.exec(text);
	const stamp = stamped
		? { text: stamped[1] ?? "", line: lineAt(0) }
		: undefined;
	if (stamped) at = stamped[0].length;
	const linked = readLink(text.slice(at));
	const line = lineAt(at);
	if (linked) at += linked.length;
	if (!stamped && !linked) return { found: false, body: from };
	const bare =
		mayBeBare && stamped && !linked ? bareTitle(text.slice(at)) : undefined;
	if (bare) at += bare.length;
	const ruled = rule.exec(text.slice(at, at + 400));
	// A line in brackets without comment and rule is a link in somebody's text.
	if (!stamped && !ruled) return { found: false, body: from };
	if (ruled) at += ruled[0].length;
	return {
		found: true,
		...(stamp ? { stamp } : {}),
		...(linked
			? { title: { text: linked.title, line }, url: { text: linked.url, line } }
			: {}),
		...(bare ? { title: { text: bare.title, line } } : {}),
		body: { text: text.slice(at), line: from.line + linesBefore(text, at) },
	};
}

/**
 * A headline on a line of its own without brackets or address: short, no sentence, no sign of Markdown or of particulars at its
 * beginning; text follows behind an empty line, a rule, a tag, or on a line that is longer.
 */
function bareTitle(
	text: string,
): { readonly title: string; readonly length: number } | undefined {
	const found =
		/^\s*(?![-*+>|#`~\d]|(?:来源|來源|作者|记者|記者|编辑|編輯|时间|時間|日期|发布|發布|責任|责任)[^\n]{0,8}[:：])([^\n<>[\]]{2,80}?)[ \t]*\n(?=(\s*)(\S[^\n]*))/.exec(
			text.slice(0, 2_000),
		);
	if (!found) return undefined;
	const [whole, title = "", gap = "", next = ""] = found;
	const isSentence = /[。；;，,、：:]$|。./u.test(title);
	const isApart =
		gap.includes("\n") ||
		/^(?:<|-{3,})/.test(next) ||
		next.length > title.length;
	return isSentence || !isApart ? undefined : { title, length: whole.length };
}

/**
 * `[title](url)` on one line. The title may hold brackets, even `](`; the address may hold
 * parentheses: the last `](` that an address follows is the border.
 */
function readLink(
	text: string,
): { title: string; url: string; length: number } | undefined {
	const line = /^\s*(\[[^\n]*)\n?/.exec(text);
	if (!line) return undefined;
	// Nobody's headline: taken whole, so that it can be refused as one.
	if (line[0].length > longestLine)
		return { title: line[1] ?? "", url: "", length: line[0].length };
	const found = linkLine.exec(line[0]);
	if (!found) return undefined;
	let title = found[1] ?? "";
	let url = found[2] ?? "";
	while (!/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url)) {
		const border = title.lastIndexOf("](");
		if (border === -1) break;
		url = `${title.slice(border + 2)}](${url}`;
		title = title.slice(0, border);
	}
	return {
		title,
		url: url.replace(/[ \t]+"[^"]*"$/, ""),
		length: found[0].length,
	};
}
