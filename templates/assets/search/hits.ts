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
import {
	type DocumentName,
	IndexFileError,
	type IndexReader,
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

/** What is not in sight waits: `act` once the element comes near the window, or is there. */
export function whenNear(element: Element, act: () => void): void {
	waiting.set(element, act);
	// One that was near before is looked at anew.
	nearby.unobserve(element);
	nearby.observe(element);
}

/**
 * The items of some hits, in order. Where a file that says what they are called cannot be read, its
 * hits are named by that file.
 */
export function hitItems(
	context: HitContext,
	hits: readonly Hit[],
): Promise<HTMLLIElement[]> {
	return Promise.all(
		hits.map(async (hit) => {
			try {
				const name = await context.reader.nameOf(hit.document);
				return hitItem(context, hit, name);
			} catch (error) {
				if (!(error instanceof IndexFileError)) throw error;
				const told = context.words.noHeadline(error.path);
				return el("li", {}, el("h2", {}, told), factsOf(context, hit));
			}
		}),
	);
}

/** A hit as it is at once; excerpts follow. */
function hitItem(
	context: HitContext,
	hit: Hit,
	{ id, headline }: DocumentName,
): HTMLLIElement {
	const { catalog, terms } = context;
	const language =
		catalog.languages[catalog.columns.language[hit.document] ?? -1];
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
		factsOf(context, hit),
		excerpts,
	);
	whenNear(item, () => void fillExcerpts(context, hit, id, title, excerpts));
	return item;
}

/** Outlet and day. */
function factsOf({ catalog, words }: HitContext, hit: Hit): HTMLElement {
	const { columns, sources } = catalog;
	const day = dayOf(hit.document, catalog);
	return el(
		"p",
		{ class: "search-facts" },
		el("span", {}, sources[columns.source[hit.document] ?? -1]?.name ?? ""),
		day ? el("time", { datetime: day }, day) : el("span", {}, words.undated),
	);
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
