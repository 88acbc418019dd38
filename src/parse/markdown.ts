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
import { rewriteOutsideCode } from "./outside-code.ts";
import { withoutTemplateTags } from "./template-tags.ts";
import { wikiSyntax } from "./wiki-syntax.ts";

/** HTML of a Markdown text, and what was left out of it, by rule. */
export interface MarkdownHtml {
	readonly html: string;
	readonly removed: readonly Removed[];
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
	const { text: plain, removed } =
		tags === "read" ? withoutTemplateTags(text) : { text, removed: [] };
	const html = String(toHtml.processSync(partedFromHtml(wikiSyntax(plain))));
	return { html, removed };
}

const toHtml = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkCjkFriendly)
	.use(remarkCjkStrikethrough)
	.use(endBareAddresses)
	.use(boldOfLeftStars)
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
function partedFromHtml(text: string): string {
	return rewriteOutsideCode(text, (prose) =>
		prose.replace(
			/(<\/(?:figcaption|figure|div|p|center|table|section|blockquote|video|iframe)>[ \t]*)\n(?=!\[|#{1,6} |> |[-*] |\*\*)/gi,
			"$1\n\n",
		),
	);
}

/** A row of a table may have more cells than its head: GitHub's rules drop them, and their text. */
function withAllCells(tree: MdastRoot): void {
	const look = (node: MdastRoot | MdastRoot["children"][number]) => {
		if (node.type === "table") {
			const width = Math.max(
				...node.children.map((row) => row.children.length),
			);
			const align = node.align ?? [];
			node.align = Array.from({ length: width }, (_, at) => align[at] ?? null);
		}
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
	for (const [line] of text.matchAll(/^(?:[ \t]*>){20,}|^[ \t]{80,}\S/gm)) {
		const quotes = line.split(">").length - 1;
		const indent = quotes > 0 ? 0 : line.length / 2;
		if (quotes > maxDepth || indent > maxDepth * 4)
			throw new MarkupLimit(
				"parse/too-deep",
				`Quotations or lists are nested more than ${maxDepth} levels deep.`,
			);
	}
}
