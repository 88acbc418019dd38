import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import type { Draft } from "../../src/domain/article.ts";

type Node = DefaultTreeAdapterMap["node"];

/** Elements whose text no reader sees, whatever ingest thinks of them. */
const unseen = new Set([
	"script",
	"style",
	"template",
	"noscript",
	"noembed",
	"noframes",
	"iframe",
	"title",
	"head",
	"datalist",
	"audio",
	"video",
	"canvas",
]);

/** White space, and characters without a shape: they are not counted. */
const blank =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
	/[\s\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Noncharacter_Code_Point}\u{e0000}-\u{e007f}]/gu;

/** What a reader of the raw HTML would have seen, without blanks: counted with no help from ingest. */
export function visibleText(html: string): string {
	const parts: string[] = [];
	const look = (node: Node): void => {
		if ("value" in node) parts.push(node.value);
		else if ("childNodes" in node && !unseen.has(node.nodeName))
			node.childNodes.forEach(look);
	};
	look(parseFragment(html));
	return parts.join("").replace(blank, "");
}

/** Text of the article and the text that its provenance accounts for, without blanks. */
export function accountedText(draft: Draft): string {
	return [
		...draft.paragraphs
			.filter(({ kind }) => kind !== "link-card")
			.map(({ text }) => text),
		...draft.figures.flatMap(({ caption, credit }) => [caption, credit]),
		...draft.provenance.removed.map(({ text }) => text ?? ""),
	]
		.join("")
		.replace(blank, "");
}

/** The characters that `from` has more often than `other`, each with the difference. */
export function surplus(from: string, other: string): Record<string, number> {
	const counts = new Map<string, number>();
	for (const character of from)
		counts.set(character, (counts.get(character) ?? 0) + 1);
	for (const character of other)
		counts.set(character, (counts.get(character) ?? 0) - 1);
	return Object.fromEntries([...counts].filter(([, count]) => count > 0));
}
