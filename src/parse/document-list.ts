/** Collections of texts for research: one `<doc>` behind the other, with SGML between or attributes alone. */
import { unescapeMarkup } from "../base/plain-text.ts";
import { byKnownNames } from "./field-names.ts";
import { itemOf, type Part } from "./item.ts";
import { openingOf } from "./text-look.ts";

/** Whether a text is such a list: it begins with a document, which also ends. */
export function isDocumentList(text: string): boolean {
	return (
		/^\s*(?:<\?xml[^>]*>\s*)?(?:<(?:docs|documents|root|corpus)>\s*)?<doc(?:\s[^<>]*)?>/i.test(
			text.slice(0, 2_000),
		) && /<\/doc>/i.test(text)
	);
}

const oneDocument = /<doc(\s[^<>]*)?>((?:(?!<doc[\s>])[\s\S])*?)<\/doc>/gi;

/** Members of a document that are looked at: no collection has as many. */
const mostMembers = 60;

/**
 * The articles of a list: of Sogou's news (`<url> <contenttitle> <content>`, paragraphs parted by U+E40C), of the LDC's and
 * of search conferences (`<HEADLINE> <DATELINE> <TEXT><P>`, the day in the id), of programs that write plain text of wikis
 * (`<doc title="…" url="…">`). Words outside of every document are a fault.
 */
export function* readDocumentList(text: string): Generator<Part> {
	let count = 0;
	let line = 1;
	let at = 0;
	let between = "";
	for (const found of text.matchAll(oneDocument)) {
		const [whole, attributes = "", inner = ""] = found;
		const skipped = text.slice(at, found.index);
		between += skipped;
		line += linesIn(skipped);
		at = found.index + whole.length;
		yield itemOf({
			name: `${++count}`,
			variant: "documents",
			line,
			...contentOf(attributes, inner),
		});
		line += linesIn(whole);
	}
	between += text.slice(at);
	const words = between.replace(/<[^<>]*>/g, " ").trim();
	if (words !== "")
		yield {
			name: `${count + 1}`,
			line,
			ruleId: "parse/document-list-rest",
			reason: "Words stand outside of every document of the list.",
			actual: words.slice(0, 120),
		};
}

function contentOf(attributes: string, inner: string) {
	const said: [string, string][] = Array.from(
		attributes.matchAll(/([\w-]+)\s*=\s*"([^"]*)"/g),
		([, name = "", value = ""]) => [name, value],
	);
	const { members, rest } = membersOf(inner);
	const values = new Map<string, string>(
		byKnownNames([...said, ...members], (value) => value),
	);
	const named = (name: RegExp) =>
		[...said, ...members].find(([own]) => name.test(own))?.[1] ?? "";
	// The place that a text is written from belongs to it.
	const body = paragraphsOf(
		[named(/^dateline$/i), values.get("body") ?? rest].join("\n\n"),
	);
	values.set("body", body);
	if (!values.get("title")) values.set("title", openingOf(body));
	const day = /(?:^|\D)((?:19|20)\d\d)(\d\d)(\d\d)(?:\D|$)/.exec(
		named(/^(?:id|doc_?(?:no|id))$/i),
	);
	if (!values.has("date") && day) values.set("date", day.slice(1).join("-"));
	return { values, markup: "text" as const };
}

/** What stands under names, and what stands under none; paragraphs are no members. */
function membersOf(inner: string): {
	readonly members: readonly [string, string][];
	readonly rest: string;
} {
	const lower = inner.toLowerCase();
	const members: [string, string][] = [];
	const tag = /<(?!\/|p[\s>]|s>|br)([a-z][\w-]*)(?:\s[^<>]*)?>/gi;
	let rest = "";
	let at = 0;
	for (let tries = 0; tries < mostMembers; tries++) {
		tag.lastIndex = at;
		const found = tag.exec(inner);
		if (!found) break;
		const [opening, name = ""] = found;
		const start = found.index + opening.length;
		const end = lower.indexOf(`</${name.toLowerCase()}>`, start);
		if (end !== -1) members.push([name, inner.slice(start, end).trim()]);
		rest += inner.slice(at, found.index);
		at = end === -1 ? start : end + name.length + 3;
	}
	return { members, rest: rest + inner.slice(at) };
}

/** Empty lines between paragraphs; lines that are only broken are joined, as they are in the LDC's. */
function paragraphsOf(text: string): string {
	const hasTags = /<p[\s>]/i.test(text);
	return text
		.replaceAll("\uE40C", "\n")
		.split(hasTags ? /<\/?p(?:\s[^<>]*)?>/i : /\n/)
		.map((own) =>
			hasTags ? own.replace(/(?<=\p{Script=Han}|\p{P})\n(?=\S)/gu, "") : own,
		)
		.map((own) => unescapeMarkup(own.replace(/<\/?[a-z][^<>]*>/gi, "")).trim())
		.filter((own) => own !== "")
		.join("\n\n");
}

function linesIn(text: string): number {
	return text.split("\n").length - 1;
}
