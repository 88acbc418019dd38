/** The marks that a reader of a file would have seen: read from its bytes by other parsers than those of ingest. */
import { Parser } from "htmlparser2";
import type { Nature } from "./made-files.ts";

/** Elements whose text no reader of a page sees. */
const unseen = new Set(
	"script style template noscript noembed noframes iframe title head datalist audio video canvas".split(
		" ",
	),
);

const raw = new Set(
	"script style title noscript noembed noframes iframe template".split(" "),
);

export const marksIn = (text: string): Set<string> =>
	new Set(text.match(/m\d{4}k/g));

/**
 * Marks that a reader sees. Where damage has made a file something that this counter cannot read, it sees none: whether such a
 * file is refused with a reason is for others to ask.
 */
export function seenMarks(file: string, nature: Nature): Set<string> {
	const text = withoutHead(file);
	switch (nature) {
		case "text":
			return marksIn(text);
		case "html":
		case "page":
			return marksIn(shownText(text));
		case "archive":
			return marksIn(shownText(pagesIn(text).join("\n")));
		case "markdown":
			// What stands in targets and titles of links is no text, nor what stands in tags or names a fence's language.
			return marksIn(
				shownText(
					text.replace(
						/\]\([^)\n]*\)?|^ {0,3}\[[^\]\n]*\]:.*$|^ {0,3}(?:`{3,}|~{3,}).*$/gm,
						"]",
					),
				),
			);
		case "feed":
			return marksIn(shownText(itemBodies(text).join("\n")));
		case "json":
			return marksIn(shownText(jsonBodies(text).join("\n")));
		case "table":
			// Only the bodies are in quotation marks.
			return marksIn(text.match(/"(?:[^"]|"")*"/g)?.join("\n") ?? "");
	}
}

/** Without front matter, whole or broken off, and without the line of a crawler's header that names the address. */
function withoutHead(file: string): string {
	return file
		.replace(
			/^\uFEFF?(?:(---|\+\+\+)\n[\s\S]*?\n\1[ \t]*(?=\n|$)|---\n(?:[\w-]+:.*(?:\n|$))+|\{\n[\s\S]*?\n\})/,
			"",
		)
		.replace(/^\[[^\n]*\]\([^\n]*\n(?=------)/m, "");
}

/** Text between tags, by a parser that tells of tags and builds no tree. */
function shownText(html: string): string {
	const parts: string[] = [];
	const hidden: string[] = [];
	const parser = new Parser({
		onopentagname(name) {
			parts.push(" ");
			if (unseen.has(name)) hidden.push(name);
		},
		oncomment() {
			parts.push(" ");
		},
		onclosetag(name, isImplied) {
			parts.push(" ");
			// What is raw text ends with its own end tag and nothing else.
			if (isImplied && raw.has(name)) return;
			const at = hidden.lastIndexOf(name);
			if (at !== -1) hidden.splice(at, 1);
		},
		ontext(text) {
			if (hidden.length === 0) parts.push(text);
		},
	});
	// An end tag of nothing may still end a paragraph.
	parser.end(html.replace(/>/g, "> "));
	return parts.join("");
}

/** Pages in a web archive or a file of several parts, without the lines above them. */
function pagesIn(text: string): string[] {
	const pages =
		/(?:^|\n)(?:HTTP\/1\.\d 200|Content-Type: text\/html)[^\n]*\n(?:[^\r\n]+\r?\n)*\r?\n([\s\S]*?)(?=\r?\n-+b--x|\r?\n\r?\nWARC\/|$)/g;
	return Array.from(text.matchAll(pages), ([, page = ""]) => page);
}

/** What items of a feed hold as their text. */
function itemBodies(xml: string): string[] {
	const bodies: string[] = [];
	let inside: string | undefined;
	let silent: string | undefined;
	const parser = new Parser(
		{
			onopentagname(name) {
				if (/^(?:content:encoded|content)$/.test(name)) inside = "";
				if (unseen.has(name)) silent = name;
			},
			onclosetag(name) {
				if (name === silent) silent = undefined;
				if (!/^(?:content:encoded|content)$/.test(name)) return;
				if (inside !== undefined) bodies.push(inside);
				inside = undefined;
			},
			ontext(text) {
				if (inside !== undefined && silent === undefined) inside += text;
			},
		},
		{ xmlMode: true },
	);
	parser.end(xml);
	return bodies;
}

/** Bodies of records that can still be read as JSON: of the whole, or line by line. */
function jsonBodies(text: string): string[] {
	const values = [text, ...text.split("\n")].flatMap((json) => {
		try {
			return [JSON.parse(json) as unknown];
		} catch {
			return [];
		}
	});
	return values.flatMap((value) => {
		const items = (value as { items?: unknown } | null)?.items ?? value;
		return (Array.isArray(items) ? items : [items]).flatMap(bodyOf);
	});
}

function bodyOf(record: unknown): string[] {
	if (typeof record !== "object" || record === null) return [];
	const { content, content_html } = record as Record<string, unknown>;
	return [content, content_html].filter((body) => typeof body === "string");
}
