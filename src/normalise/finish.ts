import type { Element, ElementContent, Root, Text } from "hast";
import type { Credit, Figure, Link, Paragraph } from "../domain/article.ts";
import { reportersOf } from "../parse/roles.ts";
import type { SourceAdapter, Stamp } from "../sources/adapter.ts";
import type { Block } from "./blocks.ts";
import type { BodyDraft } from "./body.ts";
import { element as make } from "./elements.ts";
import type { RemovalLog } from "./removal-log.ts";
import { safeHtml } from "./safe-html.ts";
import { commonNote } from "./tails.ts";
import { fold, oneLine } from "./text.ts";

/** A body as the article publishes it. */
export interface FinishedBody {
	readonly html: string;
	readonly paragraphs: Paragraph[];
	readonly figures: Figure[];
	readonly links: Link[];
	readonly credits: Credit[];
	readonly bylines: string[];
	/** Whom the first words of the text name as reporters. */
	readonly reporters: readonly string[];
	readonly stamps: Stamp[];
}

/**
 * Take the outlet's closing and opening words and a repeated headline out of the blocks, give ids
 * in reading order, and write the sanitised HTML.
 *
 * @param base the article's address: links within the article lead to their block, or there.
 */
export function finishBody(
	body: BodyDraft,
	headline: string,
	adapter: SourceAdapter,
	base: string | undefined,
	removalLog: RemovalLog,
): FinishedBody {
	const credits = [...body.credits];
	const bylines = [...body.bylines];
	const stamps = [...body.stamps];
	const gone = new Set<Block>();
	dropHeadline(body, headline, removalLog, gone);
	readNotes(body, adapter, removalLog, gone, { credits, bylines, stamps });
	if (gone.size > 0)
		prune(body.root, new Set([...gone].map(({ node }) => node)));
	trimRules(body.root);
	wrapStrays(body.root);
	const places = new Map<string, string>();
	const paragraphs: Paragraph[] = [];
	for (const block of body.blocks) {
		if (gone.has(block) || block.text === "") continue;
		const id = `p${paragraphs.length + 1}`;
		block.node.properties = { id, ...block.node.properties };
		for (const anchor of block.anchors)
			if (!places.has(anchor)) places.set(anchor, id);
		paragraphs.push({
			id,
			text: block.text,
			...(block.kind === undefined ? {} : { kind: block.kind }),
		});
	}
	const figures = body.figures.map((draft, index): Figure => {
		const id = `f${index + 1}`;
		const { node, src, proxied, alt, caption, credit, width, height, asset } =
			draft;
		node.properties.id = id;
		node.children.unshift({
			type: "element",
			tagName: "img",
			properties: { dataSrc: src, alt, ...size(width, height) },
			children: [],
		});
		return {
			id,
			src,
			...(proxied === undefined ? {} : { proxied }),
			alt,
			caption,
			credit,
			...size(width, height),
			...(asset === undefined ? {} : { asset }),
		};
	});
	resolvePlaces(body.root, places, base);
	return {
		html: safeHtml(body.root),
		paragraphs,
		figures,
		links: body.links.filter(({ href }) => !href.startsWith("#")),
		credits: credits.map((credit) => ({
			...credit,
			text: oneLine(credit.text),
		})),
		bylines,
		reporters:
			body.blocks
				.filter((block) => !gone.has(block) && block.kind !== "link-card")
				.slice(0, opening)
				.map(({ text }) => reportersOf(text))
				.find((names) => names.length > 0) ?? [],
		stamps,
	};
}

function size(width: number | undefined, height: number | undefined) {
	return {
		...(width === undefined ? {} : { width }),
		...(height === undefined ? {} : { height }),
	};
}

/** The headline, when one of the first blocks says it again; a sentence that stands for a headline is text. */
function dropHeadline(
	{ blocks }: BodyDraft,
	headline: string,
	removalLog: RemovalLog,
	gone: Set<Block>,
): void {
	const wanted = fold(headline);
	if (wanted === "" || blocks.length < 2 || headline.endsWith("。")) return;
	for (const block of blocks.slice(0, particularsOf(blocks) + opening)) {
		if (!mayFoldTo(block.text, wanted) || fold(block.text) !== wanted) continue;
		removalLog.add("normalise/repeated-headline", block.text);
		gone.add(block);
	}
}

/**
 * Whether the beginning of a text agrees with `wanted`, so that a long paragraph need not be folded to be told from a
 * headline. What follows may still change the last letters of the beginning.
 */
function mayFoldTo(text: string, wanted: string): boolean {
	const start = fold(text.slice(0, 60));
	return wanted.startsWith(start.slice(0, Math.max(0, start.length - 8)));
}

/** How many blocks at each end an outlet's own words may stand in. */
const opening = 4;
const closing = 8;

function readNotes(
	{ blocks }: BodyDraft,
	{ note }: SourceAdapter,
	removalLog: RemovalLog,
	gone: Set<Block>,
	found: { credits: Credit[]; bylines: string[]; stamps: Stamp[] },
): void {
	const kept = blocks.filter(
		(block) => !gone.has(block) && block.kind !== "link-card",
	);
	const labelled = particularsOf(kept);
	kept.forEach((block, place) => {
		const after = kept.length - 1 - place;
		// A list of particulars is the beginning, however long.
		const before = Math.max(0, place - labelled);
		if (before >= opening && after >= closing) return;
		const passage = { text: block.text, before, after };
		const said = note?.(passage) ?? commonNote(passage);
		if (!said) return;
		found.credits.push(...(said.credits ?? []));
		found.bylines.push(...(said.bylines ?? []));
		if (said.stamp) found.stamps.push(said.stamp);
		if (said.takes === undefined) return;
		const rule = said.rule ?? "sources/note";
		if (said.takes === "all" || said.takes >= block.text.length) {
			removalLog.add(rule, block.text);
			gone.add(block);
		} else {
			removalLog.add(rule, block.text.slice(-said.takes));
			cutEnd(block.node, said.takes);
			block.text = block.text.slice(0, -said.takes).trimEnd();
		}
	});
}

/** How many blocks at the very beginning are nothing but particulars. */
function particularsOf(blocks: readonly Block[]): number {
	return Math.max(
		0,
		blocks.findIndex(({ text }) => !isLabelled(text)),
	);
}

/** `译者：甲`, `来源 | 乙`: a label and what it names. */
function isLabelled(text: string): boolean {
	return (
		text.length <= 200 &&
		/^[\p{L} ]{1,12}\s?[：:|｜]\s*\S/u.test(text) &&
		!/[。！？]/u.test(text)
	);
}

/** Take the last `count` characters out of the texts below `node`; a `br` counts as one. */
function cutEnd(node: Element, count: number): number {
	let left = count;
	for (let i = node.children.length - 1; i >= 0 && left > 0; i--) {
		const child = node.children[i] as ElementContent;
		if (child.type === "text") {
			const taken = Math.min(left, child.value.length);
			child.value = child.value.slice(0, child.value.length - taken);
			left -= taken;
		} else if (child.type === "element") {
			if (child.tagName === "br") left--;
			else left = cutEnd(child, left);
		}
		if (isEmpty(child)) node.children.splice(i, 1);
	}
	return left;
}

function isEmpty(node: ElementContent): boolean {
	if (node.type === "text") return (node as Text).value === "";
	return node.type === "element" && node.tagName !== "br"
		? node.children.length === 0
		: node.type === "element";
}

/** Take `nodes` out of the tree, and the containers that are empty without them. */
function prune(parent: Root | Element, nodes: ReadonlySet<Element>): void {
	parent.children = (parent.children as ElementContent[]).filter((child) => {
		if (child.type !== "element") return true;
		if (nodes.has(child)) return false;
		const had = child.children.length;
		prune(child, nodes);
		return had === 0 || child.children.length > 0;
	});
}

/** What stands in a list beside its items becomes an item: a list may hold nothing else. */
function wrapStrays(parent: Root | Element): void {
	for (const child of parent.children)
		if (child.type === "element") wrapStrays(child);
	if (parent.type !== "element" || !/^[uo]l$/.test(parent.tagName)) return;
	parent.children = parent.children.map((child) =>
		child.type === "element" && child.tagName !== "li"
			? make("li", {}, [child])
			: child,
	);
}

/** A rule separates; at an end, or after another rule, there is nothing to separate. */
function trimRules(root: Root): void {
	const isRule = (node: Root["children"][number] | undefined) =>
		node?.type === "element" && node.tagName === "hr";
	const kept: Root["children"] = [];
	for (const child of root.children)
		if (!isRule(child) || (kept.length > 0 && !isRule(kept.at(-1))))
			kept.push(child);
	if (isRule(kept.at(-1))) kept.pop();
	root.children = kept;
}

/** `#name` leads to the block that held that name, else to the original page, else nowhere. */
function resolvePlaces(
	node: Root | Element,
	places: ReadonlyMap<string, string>,
	base: string | undefined,
): void {
	for (const child of node.children) {
		if (child.type !== "element") continue;
		const { href } = child.properties;
		if (typeof href === "string" && href.startsWith("#")) {
			const place = places.get(decoded(href.slice(1)));
			if (place !== undefined) child.properties.href = `#${place}`;
			else if (base !== undefined) child.properties.href = `${base}${href}`;
			else delete child.properties.href;
		}
		resolvePlaces(child, places, base);
	}
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
