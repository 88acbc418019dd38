/** Marks of the search words in an article, with a way from one to the next. */
import { termsToMark } from "../../../src/search/query/excerpts.ts";
import { expandTerms } from "../../../src/search/query/expand.ts";
import { findPhrases } from "../../../src/search/query/match.ts";
import { parseQuery } from "../../../src/search/query/parse.ts";
import type { IndexReader } from "../../../src/search/query/reader.ts";
import { el, refill } from "./dom.ts";
import { readState } from "./state.ts";
import type { SearchWords } from "./words.ts";

/** Parts of an article that are searched. */
const searched =
	"article h1, article .byline, article .body [id^='p'], article .body figcaption";

/** Mark what the address asks for (`?q=…`), if this is an article's page. */
export async function markArticle(
	reader: IndexReader,
	words: SearchWords,
): Promise<void> {
	const { query, variants, off } = readState(location.search);
	if (query === "" || !document.querySelector("article .body")) return;
	// Without the index the words can still be marked as typed.
	const { aliases, around } = await reader
		.outline()
		.catch(() => ({ aliases: [], around: {} }));
	const terms = termsToMark(
		expandTerms(parseQuery(query).terms, {
			aliases,
			around,
			variants,
			off,
		}),
	);
	const marks: HTMLElement[] = [];
	for (const block of outermost(document.querySelectorAll(searched)))
		marks.push(...markBlock(block, terms));
	if (marks.length > 0) showBar(marks, words);
}

function outermost(blocks: Iterable<Element>): Element[] {
	const all = [...blocks];
	const set = new Set(all);
	return all.filter((block) => {
		for (let at = block.parentElement; at; at = at.parentElement)
			if (set.has(at)) return false;
		return true;
	});
}

/** Wrap every match; one that runs through links or emphasis gets a mark in each piece. */
function markBlock(
	block: Element,
	terms: ReturnType<typeof termsToMark>,
): HTMLElement[] {
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	const nodes: { node: Text; start: number }[] = [];
	let text = "";
	while (walker.nextNode()) {
		const node = walker.currentNode as Text;
		nodes.push({ node, start: text.length });
		text += node.data;
	}
	const marks: HTMLElement[] = [];
	// From the end, so that splitting a node leaves the places before it as they are.
	for (const { start, end } of findPhrases(text, terms).reverse()) {
		let first: HTMLElement | undefined;
		for (const { node, start: offset } of [...nodes].reverse()) {
			const from = Math.max(start - offset, 0);
			const to = Math.min(end - offset, node.length);
			if (from >= to) continue;
			const piece = node.splitText(from);
			piece.splitText(to - from);
			const mark = el("mark", { class: "search-mark" });
			piece.replaceWith(mark);
			mark.append(piece);
			first = mark;
		}
		if (first) marks.unshift(first);
	}
	return marks;
}

function showBar(marks: readonly HTMLElement[], words: SearchWords): void {
	let at = -1;
	const position = el("span", { role: "status" });
	const button = (label: string, sign: string, act: () => void) => {
		const made = el("button", { type: "button", "aria-label": label }, sign);
		made.title = label;
		made.addEventListener("click", act);
		return made;
	};
	const go = (step: number) => {
		marks[at]?.classList.remove("current");
		at = (at + step + marks.length) % marks.length;
		const mark = marks[at] as HTMLElement;
		mark.classList.add("current");
		mark.scrollIntoView({ block: "center" });
		refill(position, words.markPosition(String(at + 1), String(marks.length)));
	};
	const bar = el(
		"div",
		{ class: "search-marks", role: "group", "aria-label": words.marks },
		button(words.previousMark, "↑", () => go(-1)),
		position,
		button(words.nextMark, "↓", () => go(1)),
		button(words.closeMarks, "×", () => {
			for (const mark of document.querySelectorAll("mark.search-mark"))
				mark.replaceWith(...mark.childNodes);
			bar.remove();
		}),
	);
	document.body.append(bar);
	const target =
		location.hash.length > 1
			? document.getElementById(decodeURIComponent(location.hash.slice(1)))
			: null;
	// Begin in the paragraph that the address names, or at the first mark.
	at = marks.findIndex((mark) => target?.contains(mark)) - 1;
	if (at === -2) at = -1;
	go(1);
}
