/** One hit in the list, and its excerpts once its text is there. */
import type { Catalog } from "../../../src/search/catalog.ts";
import {
	bestExcerpts,
	markPieces,
	phrasesToMark,
} from "../../../src/search/excerpts.ts";
import { dayOf } from "../../../src/search/facets.ts";
import { findPhrases } from "../../../src/search/match.ts";
import type { ExpandedTerm } from "../../../src/search/query.ts";
import type { IndexReader } from "../../../src/search/reader.ts";
import type { Hit } from "../../../src/search/search-volume.ts";
import { el, refill, siteRoot } from "./dom.ts";
import type { SearchState } from "./state.ts";
import { textOfHit } from "./texts.ts";
import type { SearchWords } from "./words.ts";

/** What the hits of one answer share. */
export interface HitContext {
	readonly reader: IndexReader;
	readonly catalog: Catalog;
	readonly terms: readonly ExpandedTerm[];
	readonly state: Pick<SearchState, "query" | "variants">;
	readonly words: SearchWords;
}

/** Told once that an item is away from the window, and once that it is near. */
interface Waiting {
	away: (() => void) | undefined;
	readonly near: () => void;
}

/** Excerpts are fetched when a hit comes near the window. */
const nearby = new IntersectionObserver(
	(entries) => {
		for (const { target, isIntersecting } of entries) {
			const waiting = waitingItems.get(target);
			if (!isIntersecting) {
				waiting?.away?.();
				continue;
			}
			nearby.unobserve(target);
			waitingItems.delete(target);
			waiting?.near();
		}
	},
	{ rootMargin: "60px" },
);
const waitingItems = new WeakMap<Element, Waiting>();

/** A hit as it is at once; headline and excerpts follow. */
export function hitItem(context: HitContext, hit: Hit): HTMLLIElement {
	const { catalog, words } = context;
	const id = catalog.ids[hit.document] as string;
	const language = catalog.languages[catalog.language[hit.document] ?? -1];
	const day = dayOf(hit.document, catalog);
	const title = el("a", { href: hrefOf(context, id, ""), lang: language }, "…");
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
				catalog.sources[catalog.source[hit.document] ?? -1]?.name ?? "",
			),
			day ? el("time", { datetime: day }, day) : el("span", {}, words.undated),
		),
		excerpts,
	);
	const waiting: Waiting = {
		// The page of a hit in sight is fetched anyway and has the headline; the index has the others'.
		away: () => {
			waiting.away = undefined;
			void fillTitle(context, hit, title);
		},
		near: () =>
			void fillExcerpts(
				context,
				hit,
				id,
				title,
				excerpts,
				waiting.away === undefined,
			),
	};
	waitingItems.set(item, waiting);
	nearby.observe(item);
	return item;
}

/** `articles/<id>.html?q=…#p7`: the article page marks what the query says. */
function hrefOf({ state }: HitContext, id: string, anchor: string): string {
	const address = new URL(`articles/${id}.html`, siteRoot());
	address.searchParams.set("q", state.query);
	if (!state.variants) address.searchParams.set("exact", "1");
	address.hash = anchor;
	return address.href;
}

async function fillTitle(
	{ reader, catalog, terms }: HitContext,
	hit: Hit,
	title: HTMLElement,
): Promise<void> {
	try {
		showTitle(title, await reader.headline(hit.document), terms);
	} catch {
		title.textContent = catalog.ids[hit.document] ?? "";
	}
}

function showTitle(
	title: HTMLElement,
	headline: string,
	terms: HitContext["terms"],
): void {
	const found = findPhrases(headline, phrasesToMark(terms));
	refill(title, ...marked(markPieces(headline, found)));
}

/** @param titled whether the headline is there already. */
async function fillExcerpts(
	context: HitContext,
	hit: Hit,
	id: string,
	title: HTMLAnchorElement,
	place: HTMLElement,
	titled: boolean,
): Promise<void> {
	const found = await textOfHit(context.reader, hit.document, id);
	if (!titled) {
		if (found?.headline) showTitle(title, found.headline, context.terms);
		else void fillTitle(context, hit, title);
	}
	place.hidden = found === undefined;
	if (!found) return;
	const excerpts = bestExcerpts(found.text, phrasesToMark(context.terms));
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
