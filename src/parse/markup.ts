/** What a body is written in, told from the body. */
import type { Markup } from "./envelope.ts";

export interface MarkupGuess {
	readonly markup: Markup;
	/** What decided, for the report. */
	readonly reason: string;
	/** How many different signs of Markdown it has. */
	readonly kinds: number;
}

const blockNames =
	"p|div|section|article|figure|figcaption|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|details|summary|dl|dt|dd|h[1-6]|br|hr|center|header|footer|aside|main";
const inlineNames =
	"a|b|i|u|em|strong|span|font|small|img|sup|sub|code|pre|iframe|video|audio|cite|time|del|ins|mark|address";
/** Tags that begin or part blocks; a Markdown text has few of them, an HTML body little else. */
const blockTag = new RegExp(`<(?:${blockNames})\\b[^<>]*>`, "gi");
const anyTag = new RegExp(`</?(?:${inlineNames})\\b[^<>]*>`, "gi");
const beginsWithTag = new RegExp(
	`^\\s*<(?:!--|!\\[CDATA\\[|/?(?:${blockNames}|${inlineNames}|script|style|link|meta|noscript|form|picture|source)\\b)`,
	"i",
);

/** Signs that only Markdown has, some at the beginning of a line, some within one; what those enclose has an end, so that a line of open ones is not read to its end for each. */
const allSigns: readonly RegExp[] = [
	/^ {0,3}(?:#{1,6}[ \t]+\S|#{2,6}(?=\p{Script=Han}))/gmu,
	/^ {0,3}(?:`{3,}|~{3,})/gm,
	/^ {0,3}>[ \t]?\S/gm,
	/^[ \t]*[-*+][ \t]+\S/gm,
	/^[ \t]*\d{1,3}[.)][ \t]+\S/gm,
	/^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[-|: \t]*$/gm,
	/^[^\n<>]{1,80}\n(?:={3,}|-{3,})[ \t]*$/gm,
	/^\[[^\]\n]{1,80}\]:[ \t]*\S/gm,
	/^ {0,3}(?:[*_-][ \t]*){3,}$/gm,
	/!\[[^\]\n]{0,300}\]\([^)\n]{1,1000}\)/g,
	/\[[^\]\n]{1,300}\]\((?:<[^>\n]{1,1000}>|[^)\s]{1,1000})(?:[ \t]+"[^"\n]{0,300}")?\)/g,
	/\*\*[^*\s][^*\n]*\*\*/g,
	/~~[^~\n]+~~/g,
	/\[\[[^\]\n]{1,300}\]\]/g,
	/`[^`\n]+`/g,
	/\[\^[^\]\n]{1,300}\]/g,
	/(?<![*\w])\*[^*\s][^*\n]*\*(?![*\w])/g,
	/\{[%{][^{}\n]+[%}]\}/g,
];

/** `[headline](address)` and a line: the crawler's, whatever the body below it is written in. */
const crawlersHeader = /^\[[^\n]*\]\([^)\n]*\)[ \t]*\n-{3,}[ \t]*$/gm;

/** What files with Markdown are called. */
export const markdownName = /\.(?:md|markdown|mdown|mkdn?|mdx|qmd|rmd)$/i;

/** Characters of a body that are looked at. */
const sampled = 400_000;

/**
 * Decide by what stands outside of tags: an HTML body has its text between block tags, where stars and number signs are text; a
 * Markdown body has text between empty lines. Where neither says anything, one text without tags and signs is HTML as before,
 * several parted by empty lines are Markdown.
 *
 * @param path its name counts only where the body says nothing.
 */
export function markupOf(body: string, path: string): MarkupGuess {
	// Cut between blocks: half a block is no sign of anything.
	const end = body.length > sampled ? body.lastIndexOf("\n\n", sampled) : -1;
	const sample = body
		.slice(0, end > 0 ? end : sampled)
		.replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, "")
		.replace(crawlersHeader, "");
	const chunks = chunksOf(sample);
	const prose = chunks.filter(({ isMarkup }) => !isMarkup);
	const proseText = prose.map(({ text }) => text).join("\n\n");
	const tags = count(sample, blockTag);
	const tagsInProse = count(proseText, blockTag);
	const counts = allSigns.map((sign) => count(proseText, sign));
	const signs = counts.reduce((sum, one) => sum + one, 0);
	const letters = lettersOf(proseText);
	const kinds = counts.filter((one) => one > 0).length;
	const told = `${signs} signs of Markdown, ${tags} block tags, ${prose.length} of ${chunks.length} blocks without tags`;
	if (tags === 0 && prose.length > 0) {
		// A body of running text and links is HTML, though a line of it begins with a dash.
		if (signs > count(sample, anyTag))
			return { markup: "markdown", reason: told, kinds };
		if (prose.length > 1)
			return {
				markup: "markdown",
				reason: `${told}: blocks parted by empty lines`,
				kinds,
			};
		if (
			markdownName.test(path) &&
			/^[^<]*$/.test(sample) &&
			/\n/.test(proseText.trim())
		)
			return { markup: "markdown", reason: `${told}: its name`, kinds };
		return { markup: "html", reason: told, kinds };
	}
	const isMostlyProse =
		letters > 0 &&
		(prose.length * 2 >= chunks.length || letters * 2 >= lettersOf(sample));
	return signs > 0 && isMostlyProse && signs >= tagsInProse
		? { markup: "markdown", reason: told, kinds }
		: { markup: "html", reason: told, kinds };
}

/** How much a reader sees of it, in UTF-16 units. */
function lettersOf(text: string): number {
	return text.replace(/<\/?[a-z][^<>]*>|\s+/gi, "").length;
}

interface Chunk {
	readonly text: string;
	/** Whether it begins with a block tag, so that Markdown would leave it alone too. */
	readonly isMarkup: boolean;
}

/** The body between empty lines; what fences enclose is one chunk of prose. */
function chunksOf(body: string): readonly Chunk[] {
	const fenced = body.replace(
		/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm,
		"```code```\n",
	);
	return fenced
		.split(/\n[ \t]*\n/)
		.map((text) => ({
			text,
			isMarkup: beginsWithTag.test(text),
		}))
		.filter(({ text }) => text.trim() !== "");
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
