/** Markdown → HTML, for the same walk that reads crawled HTML; the only module that knows remark. */
import type { Root as HastRoot } from "hast";
import type { Root as MdastRoot } from "mdast";
import rehypeStringify from "rehype-stringify";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { endBareAddresses } from "./bare-addresses.ts";
import { boldOfLeftStars } from "./emphasis.ts";
import type { Removed } from "./envelope.ts";
import { MarkupLimit } from "./html.ts";
import { levels, markdownPieces, type Piece } from "./markdown-pieces.ts";
import { rewriteOutsideCode } from "./outside-code.ts";
import {
	codeOfTags,
	templateTag,
	withoutTemplateTags,
} from "./template-tags.ts";
import { wikiSign, wikiSyntax } from "./wiki-syntax.ts";

/** HTML of a Markdown text, and what was left out of it, by rule. */
export interface MarkdownHtml {
	readonly html: string;
	readonly removed: readonly Removed[];
	/** Whether a paragraph had too many signs to be read at once, and became several. */
	readonly isTorn: boolean;
}

/**
 * GitHub's Markdown with raw HTML, and what its users write beside it: template tags of Jekyll, Hexo and Hugo, links and callouts
 * of Obsidian. Emphasis works beside Chinese marks, where CommonMark has none (`说**“今天不走。”**就`).
 *
 * @param tags whether template tags are read, or stay as the text that they are where no such program was ever meant.
 * @throws {MarkupLimit} `parse/too-deep`
 */
export function markdownToHtml(
	text: string,
	maxDepth: number,
	tags: "read" | "text" = "read",
): MarkdownHtml {
	refuseDeepNesting(text, maxDepth);
	const removed: Removed[] = [];
	const plain = (prose: string) =>
		tags === "read" ? withoutTemplateTags(prose, removed) : prose;
	const rewritten = beside.some((sign) => sign.test(text))
		? rewriteOutsideCode(tags === "read" ? codeOfTags(text) : text, (prose) =>
				partedFromHtml(wikiSyntax(plain(prose))).replace(narrowHeading, "$& "),
			)
		: text;
	const { pieces, isTorn } = markdownPieces(rewritten);
	const tree = toHtml.runSync(treeOf(pieces));
	return { html: closedFrames(toHtml.stringify(tree)), removed, isTorn };
}

/** Signs of what people write beside GitHub's Markdown. */
const beside: readonly RegExp[] = [
	templateTag,
	wikiSign,
	/<\//,
	/^ {0,3}#{2,6}(?=\p{Script=Han})/mu,
];

/** `##标题`: older programs ask for no space. One sign alone may begin a hashtag. */
const narrowHeading = /^ {0,3}#{2,6}(?=\p{Script=Han})/gmu;

/** One tree of all pieces; each is told which names of links and notes the others define. */
function treeOf(pieces: readonly Piece[]): MdastRoot {
	const [first] = pieces;
	if (pieces.length === 1 && first) return parsed(first.text);
	const names = new Set(
		pieces.flatMap(({ text }) =>
			Array.from(text.matchAll(definition), ([, name = ""]) => key(name)),
		),
	);
	const children = pieces.flatMap(({ text, isHtml }) =>
		isHtml
			? [{ type: "html" as const, value: text }]
			: parsed(text + definitionsFor(text, names)).children.filter(
					({ position }) => (position?.start.offset ?? 0) < text.length,
				),
	);
	return { type: "root", children };
}

/** The tree of a text, with what people mean and GitHub's rules do not see. */
function parsed(text: string): MdastRoot {
	const tree = toHtml.parse(text);
	endBareAddresses(tree, text);
	boldOfLeftStars(tree, text);
	showUnfinishedTags(tree);
	return tree;
}

/** A tag that an empty line tears is text, as the rest of it is: else the page's parser would take all that follows for its inside. */
function showUnfinishedTags({ children }: MdastRoot): void {
	for (const child of children)
		if (child.type === "html")
			child.value = child.value.replace(/<(?=\/?[a-z][^<>]*$)/i, "&lt;");
}

/** In HTML a frame that nobody closed swallows all that follows; in Markdown that is text. */
function closedFrames(html: string): string {
	return html.replace(/<iframe\b[^<>]*>(?![^<]*<\/iframe)/gi, "$&</iframe>");
}

const definition = /^[ \t>]*\[([^[\]]{1,999})\]:/gm;

/** Two names are one when they differ in spaces or case alone. */
const key = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();

/** Definitions of what a piece calls by name and another one defines. */
function definitionsFor(text: string, names: ReadonlySet<string>): string {
	const called = new Map(
		Array.from(text.matchAll(/\[([^[\]]{1,999})\]/g), ([, name = ""]) => [
			key(name),
			name,
		]),
	);
	const known = [...called].filter(([own]) => names.has(own));
	return known.length === 0
		? ""
		: `\n\n${known.map(([, name]) => `[${name}]: x`).join("\n\n")}`;
}

const toHtml = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkCjkFriendly)
	.use(remarkCjkStrikethrough)
	.use(() => withAllCells)
	.use(remarkRehype, {
		allowDangerousHtml: true,
		// The way back from a note is a sign, and the heading above the notes is nobody's.
		footnoteBackContent: "",
		footnoteLabel: " ",
	})
	.use(() => withoutFootnoteSigns)
	.use(rehypeStringify, { allowDangerousHtml: true })
	.freeze();

/** A block of HTML ends with its last tag, as kramdown has it; CommonMark takes the lines up to an empty one as HTML, too. */
function partedFromHtml(prose: string): string {
	return prose.replace(
		/(<\/(?:figcaption|figure|div|p|center|table|section|blockquote|video|iframe)>[ \t]*)\n(?=!\[|#{1,6} |> |[-*] |\*\*)/gi,
		"$1\n\n",
	);
}

/**
 * A row of a table may have more cells than its head: GitHub's rules drop them, and their text. Without a list of columns each row
 * has the cells that are written in it; none are added, which would be as many as the longest row has, times the rows.
 */
function withAllCells(tree: MdastRoot): void {
	const look = (node: MdastRoot | MdastRoot["children"][number]) => {
		if (node.type === "table") node.align = null;
		if ("children" in node)
			for (const child of node.children)
				look(child as MdastRoot["children"][number]);
	};
	look(tree);
}

/** What remark-rehype puts around footnotes for readers of a page of its own. */
function withoutFootnoteSigns(tree: HastRoot): void {
	const prune = (node: HastRoot | HastRoot["children"][number]) => {
		if (!("children" in node)) return;
		node.children = (node.children as HastRoot["children"]).filter(
			(child) =>
				child.type !== "element" ||
				(child.properties.id !== "footnote-label" &&
					child.properties.dataFootnoteBackref === undefined),
		) as typeof node.children;
		for (const child of node.children)
			prune(child as HastRoot["children"][number]);
	};
	prune(tree);
}

/** The parser recurses at every quotation and list: nesting is counted before it begins. */
function refuseDeepNesting(text: string, maxDepth: number): void {
	for (const [line] of text.matchAll(
		/^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){20,}.*|^[ \t]{80,}\S/gm,
	)) {
		if (/^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line)) continue;
		const [marks = ""] = levels.exec(line) ?? [];
		const indent = (/^[ \t]*/.exec(line)?.[0].length ?? 0) / 2;
		if (
			(marks.match(/>|[^ \t>]+/g)?.length ?? 0) > maxDepth ||
			indent > maxDepth * 4
		)
			throw new MarkupLimit(
				"parse/too-deep",
				`Quotations or lists are nested more than ${maxDepth} levels deep.`,
			);
	}
}
