/** Plain text: nothing in it is markup. */
import { escapeText } from "../base/plain-text.ts";
import type { Envelope } from "./envelope.ts";
import type { Found } from "./found.ts";
import { markupOf } from "./markup.ts";

const anyTag = /<\/?[a-z][^<>]*>/i;

/** So many different signs of Markdown are no accident, whatever a file is called. */
const manyKinds = 4;

/** Whether a text without any head is plain: without tags, and without signs of Markdown, or few of them where its name says so. */
export function isPlainText(text: string, path: string): boolean {
	if (anyTag.test(text)) return false;
	const guess = markupOf(text, path);
	if (guess.kinds >= manyKinds && guess.markup === "markdown") return false;
	return (
		/\.(?:txt|text|asc)$/i.test(path) ||
		(guess.markup === "html" && !/\.(?:html?|md|markdown)$/i.test(path)) ||
		/^0 signs/.test(guess.reason)
	);
}

/** Running text, not a headline: it opens as reports do, or is long and ends as sentences do. */
const isSentence =
	/^\s*(?:[（(【]?本[报報刊][^。\s]{0,10}[讯訊]|[（(【]?[^\s。]{1,8}社[^。\s]{0,12}日[电電讯訊]|.{40,}[。；;]\s*$)/u;

/** Its first line is the headline, a line below that is only a date its date; the rest is the text. */
export function plainEnvelope(envelope: Envelope): Envelope {
	const body = withoutSpaceReferences(envelope.body);
	const found = /^\s*([^\n]{1,120})\n(?:[ \t]*\n)*([\s\S]*)$/.exec(body.text);
	const [, first = "", rest = ""] = found ?? [];
	const isTitle =
		first.trim() !== "" && rest.trim() !== "" && !isSentence.test(first);
	const date =
		/^\s*((?:19|20)\d{2}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?[^\n]{0,20})\n/.exec(
			rest,
		)?.[1];
	const isBold = (rest.match(boldWords)?.length ?? 0) > 1;
	const title = isBold ? first.replaceAll("**", "") : first;
	return {
		...envelope,
		variant: "plain",
		markup: isBold ? "markdown" : "text",
		mended: [],
		title: isTitle ? { text: title.trim(), line: body.line } : undefined,
		...(date === undefined
			? {}
			: { dateLine: { text: date.trim(), line: body.line + 1 } }),
		body: isTitle
			? { text: isBold ? inBlocks(rest) : rest, line: body.line + 1 }
			: body,
	};
}

/** Rests of the HTML that a text was once taken from: `&nbsp&nbsp&nbsp&nbsp前日`. */
function withoutSpaceReferences({ text, line }: Found): Found {
	return {
		text: text
			.replace(/&nbsp;?/g, " ")
			.replace(
				/&(ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|quot);/g,
				(all, name: string) => signs[name] ?? all,
			),
		line,
	};
}

const signs: Readonly<Record<string, string>> = {
	ldquo: "“",
	rdquo: "”",
	lsquo: "‘",
	rsquo: "’",
	mdash: "—",
	hellip: "…",
	middot: "·",
	quot: '"',
};

/** Whether a body without tags and references is lines that end as sentences do: each is a paragraph, not a line of one. */
export function isSentenceLines(text: string): boolean {
	if (anyTag.test(text) || /&#?\w{1,31};/.test(text)) return false;
	const lines = text.split("\n").filter(isSaid);
	const ended = lines.filter((line) => /[。！？!?…”』」）)]\s*$/.test(line));
	return lines.length > 1 && ended.length >= lines.length * 0.8;
}

/** Bold as programs for chats write it, also where all else is plain. */
const boldWords = /(?<!\*)\*\*[^\s*][^*\n]*\*\*(?!\*)/g;

/** A text whose every line is a paragraph, with the empty lines that Markdown wants. */
function inBlocks(text: string): string {
	return /\n[ \t\u3000]*\n/.test(text.trim())
		? text
		: text.replaceAll("\n", "\n\n");
}

/** HTML that shows `text` as it is written: empty lines part paragraphs, and so does every line where none is empty. */
export function textToHtml(text: string): string {
	const byBlank = text.split(/\n[ \t\u3000]*\n+/).filter(isSaid);
	const parts = byBlank.length > 1 ? byBlank : text.split("\n").filter(isSaid);
	return parts
		.map((part) => `<p>${escapeText(part.trim()).replaceAll("\n", "<br>")}</p>`)
		.join("\n");
}

function isSaid(part: string): boolean {
	return part.trim() !== "";
}
