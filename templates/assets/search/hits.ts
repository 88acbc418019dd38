/** One hit in the list, and its excerpts once its text is there. */
import type { Catalog } from "../../../src/search/catalog.ts";
import {
	bestExcerpts,
	markPieces,
	termsToMark,
} from "../../../src/search/query/excerpts.ts";
import type { ExpandedTerm } from "../../../src/search/query/expand.ts";
import { dayOf } from "../../../src/search/query/facets.ts";
import { findPhrases } from "../../../src/search/query/match.ts";
import type {
	DocumentName,
	IndexReader,
} from "../../../src/search/query/reader.ts";
import type { Hit } from "../../../src/search/query/search-segment.ts";
import { el, pageOf, refill } from "./dom.ts";
import { plainState, type SearchState, writeState } from "./state.ts";
import { textOfHit } from "./texts.ts";
import type { SearchWords } from "./words.ts";

/** What the hits of one answer share. */
export interface HitContext {
	readonly reader: IndexReader;
	readonly catalog: Catalog;
	readonly terms: readonly ExpandedTerm[];
	readonly state: SearchState;
	readonly words: SearchWords;
}

/** Excerpts are fetched when a hit comes near the window. */
const nearby = new IntersectionObserver(
	(entries) => {
		for (const { target, isIntersecting } of entries) {
			if (!isIntersecting) continue;
			nearby.unobserve(target);
			waiting.get(target)?.();
			waiting.delete(target);
		}
	},
	{ rootMargin: "60px" },
);
const waiting = new WeakMap<Element, () => void>();

/** A hit as it is at once; excerpts follow. */
export function hitItem(
	context: HitContext,
	hit: Hit,
	{ id, headline }: DocumentName,
): HTMLLIElement {
	const { catalog, words, terms } = context;
	const { columns } = catalog;
	const language = catalog.languages[columns.language[hit.document] ?? -1];
	const day = dayOf(hit.document, catalog);
	const found = findPhrases(headline, termsToMark(terms));
	const title = el(
		"a",
		{ href: hrefOf(context, id, ""), lang: language },
		...marked(markPieces(headline, found)),
	);
	const excerpts = el("div", { class: "search-excerpts", lang: language });
	const item = el(
		"li",
		{ "data-article-id": id },
		el("h2", {}, title),
		el(
			"p",
			{ class: "search-facts" },
			el(
				"span",
				{},
				catalog.sources[columns.source[hit.document] ?? -1]?.name ?? "",
			),
			day ? el("time", { datetime: day }, day) : el("span", {}, words.undated),
		),
		excerpts,
	);
	waiting.set(item, () => void fillExcerpts(context, hit, id, title, excerpts));
	nearby.observe(item);
	return item;
}

/** `…/<id>.html?q=…#p7`: the article page marks what the query says. */
function hrefOf({ state }: HitContext, id: string, anchor: string): string {
	const address = pageOf(id);
	const { query, variants, off } = state;
	address.search = writeState({ ...plainState(query), variants, off });
	address.hash = anchor;
	return address.href;
}

async function fillExcerpts(
	context: HitContext,
	hit: Hit,
	id: string,
	title: HTMLAnchorElement,
	place: HTMLElement,
): Promise<void> {
	const text = await textOfHit(context.reader, hit.document, id);
	place.hidden = text === undefined;
	if (!text) return;
	const excerpts = bestExcerpts(text, termsToMark(context.terms));
	refill(
		place,
		...excerpts.map(({ anchor, pieces, cutBefore, cutAfter }) =>
			el(
				"p",
				{},
				el(
					"a",
					{
						href: hrefOf(context, id, anchor),
						// The headline is the hit's link; these are for those who point.
						tabindex: "-1",
					},
					cutBefore && "…",
					...marked(pieces),
					cutAfter && "…",
				),
			),
		),
	);
	const first = excerpts.find(({ pieces }) => pieces.some((one) => one.marked));
	if (first && hit.inHeadline === 0)
		title.href = hrefOf(context, id, first.anchor);
}

function marked(
	pieces: readonly { readonly text: string; readonly marked: boolean }[],
): (Node | string)[] {
	return pieces.map(({ text, marked }) =>
		marked ? el("mark", {}, text) : text,
	);
}
