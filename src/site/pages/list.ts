/**
 * Lists of articles as a tree of periods: whole, year, month. A period with at most
 * {@link perPage} articles lists them; a fuller one names its shorter periods. Addresses carry the
 * period, so an article added to the past moves nothing outside its own month; inside a month
 * pages are counted from the oldest.
 */
import type { Source } from "../../domain/article.ts";
import type { Card } from "../../domain/manifest.ts";
import {
	type FacetKind,
	facetIndexPath,
	listPath,
	paths,
} from "../addresses.ts";
import { briefOf, briefsKey } from "../briefs.ts";
import type { Facet, Site } from "../index-corpus.ts";
import { monthOf, periodsOf, startOf, yearOf } from "../periods.ts";
import type { Brief, Counted, NamedLink } from "../props.ts";
import type { Pages, PlaceOfPage } from "./page-kind.ts";

export interface ListProps {
	/** Absent for the archive's own chronology. */
	readonly facet?: {
		readonly kind: FacetKind;
		readonly id: string;
		readonly name: string;
	};
	readonly source?: Source;
	readonly rights?: string;
	/** `""`, `2023`, `2023-03` or `undated`. */
	readonly period: string;
	readonly total: number;
	readonly up?: NamedLink & { readonly period: string };
	readonly earlier?: NamedLink;
	readonly later?: NamedLink;
	/** Shorter periods inside this one, where it is too full to list. */
	readonly children: readonly Counted[];
	readonly part: number;
	readonly parts: readonly string[];
	/** Newest first when the list shows only the latest of many. */
	readonly briefs: readonly Brief[];
	readonly latestOnly: boolean;
}

/** Articles on one page. */
export const perPage = 500;
/** Articles that the page of a large facet shows besides its years. */
const latestOnFacet = 30;

export const list: Pages<ListProps> = {
	list: planLists,
	props: listProps,
	key: listKey,
};

/** Pages of the archive's chronology and of every facet. */
function planLists(site: Site): PlaceOfPage[] {
	const facets = Object.values(site.facets).flatMap((byId) => [
		...byId.values(),
	]);
	return [
		...periodPages(undefined, "", site.cards),
		...facets.flatMap((facet) => [
			listPage(facet.kind, facet.id, "", 1),
			...(facet.cards.length > perPage
				? periodPages(facet.kind, facet.id, facet.cards)
				: []),
		]),
	];
}

function periodPages(
	kind: FacetKind | undefined,
	id: string,
	cards: readonly Card[],
): PlaceOfPage[] {
	return [...periodsOf(cards, yearOf)].flatMap(([year, inYear]) => {
		if (year === "undated") return monthPages(kind, id, year, inYear);
		return [
			listPage(kind, id, year, 1),
			...(inYear.length > perPage
				? [...periodsOf(inYear, monthOf)].flatMap(([month, inMonth]) =>
						monthPages(kind, id, month, inMonth),
					)
				: []),
		];
	});
}

function monthPages(
	kind: FacetKind | undefined,
	id: string,
	period: string,
	cards: readonly Card[],
): PlaceOfPage[] {
	const count = Math.ceil(cards.length / perPage);
	return Array.from({ length: count }, (_, index) =>
		listPage(kind, id, period, index + 1),
	);
}

function listPage(
	kind: FacetKind | undefined,
	id: string,
	period: string,
	part: number,
): PlaceOfPage {
	return {
		path: listPath(kind, id, period, part),
		params: { ...(kind ? { facet: kind, id } : {}), period, part },
	};
}

/** What a list page shows: its articles, or, where they are too many, its shorter periods. */
function listProps(site: Site, page: PlaceOfPage): ListProps {
	const { list, ...rest } = listOf(site, page);
	const briefs = shown(list.cards, list).map((card) => briefOf(site, card));
	return { ...rest, briefs };
}

/** What decides the bytes of a list page: a shorter way to say its props. Articles stand in half a dozen lists each. */
function listKey(site: Site, page: PlaceOfPage): string {
	const { list, ...rest } = listOf(site, page);
	const { facet, cards } = list;
	const start = startOf(cards);
	const places = facet
		? facet.places.slice(start, start + cards.length)
		: cards.map((_, at) => start + at);
	return `${JSON.stringify(rest)}\n${briefsKey(site, shown(places, list))}`;
}

/** The articles of a list's period, and which of them its page shows. */
interface List {
	readonly facet: Facet | undefined;
	readonly cards: readonly Card[];
	readonly period: string;
	readonly isMonth: boolean;
	readonly full: boolean;
	readonly part: number;
}

/** The props of a list page, with its articles in place of their briefs. */
function listOf(
	site: Site,
	page: PlaceOfPage,
): Omit<ListProps, "briefs"> & { readonly list: List } {
	const { facet: kind, id = "", period = "", part = 1 } = page.params;
	const facet = kind ? site.facets[kind].get(id) : undefined;
	const whole = facet?.cards ?? site.cards;
	const years = periodsOf(whole, yearOf);
	const year = period.slice(0, period === "undated" ? undefined : 4);
	const inYear = period === "" ? [] : (years.get(year) ?? []);
	const cards =
		period === ""
			? whole
			: period.length === 7 && period !== "undated"
				? (periodsOf(inYear, monthOf).get(period) ?? [])
				: inYear;
	const isMonth = period.length === 7;
	const full = cards.length > perPage;
	const address = (of: string) => listPath(kind, id, of);
	const counted = (periods: ReadonlyMap<string, readonly Card[]>): Counted[] =>
		[...periods].map(([name, list]) => ({
			name,
			path: address(name),
			count: list.length,
		}));
	const source = kind === "source" ? site.sources.get(id) : undefined;
	const rights = source && site.corpus.manifest.archive.rights[source.id];
	const children =
		isMonth || !full
			? []
			: period === ""
				? counted(years)
				: counted(periodsOf(cards, monthOf));
	return {
		...(facet && kind ? { facet: { kind, id, name: facet.name } } : {}),
		...(source && period === "" ? { source } : {}),
		...(rights !== undefined && period === "" ? { rights } : {}),
		period,
		total: cards.length,
		up: upFrom(site, facet, period, inYear.length),
		...neighbours(
			isMonth && period !== "undated"
				? [...periodsOf(inYear, monthOf).keys()]
				: [...years.keys()].filter((name) => name !== "undated"),
			period,
			address,
		),
		children,
		part,
		parts: isMonth
			? Array.from({ length: Math.ceil(cards.length / perPage) }, (_, index) =>
					listPath(kind, id, period, index + 1),
				)
			: [],
		list: { facet, cards, period, isMonth, full, part },
		latestOnly: full && period === "",
	};
}

/** Oldest first where a period is told, newest first on the page of a whole facet. @param items one for each article. */
function shown<Item>(items: readonly Item[], list: List): readonly Item[] {
	if (list.isMonth)
		return items.slice((list.part - 1) * perPage, list.part * perPage);
	if (list.period !== "") return list.full ? [] : items;
	return [...(list.full ? items.slice(-latestOnFacet) : items)].reverse();
}

function upFrom(
	site: Site,
	facet: Facet | undefined,
	period: string,
	inYear: number,
): NamedLink & { readonly period: string } {
	if (facet === undefined) {
		return period.length === 7 && period !== "undated" && inYear > 0
			? at(undefined, "", period.slice(0, 4))
			: { name: "", path: paths.years, period: "" };
	}
	if (period === "")
		return { name: "", path: facetIndexPath(facet.kind), period: "" };
	return period.length === 7 && period !== "undated"
		? at(facet.kind, facet.id, period.slice(0, 4))
		: {
				name: facet.name,
				path: listPath(facet.kind, facet.id, ""),
				period: "",
			};

	function at(kind: Facet["kind"] | undefined, id: string, year: string) {
		return {
			name: kind ? (site.facets[kind].get(id)?.name ?? "") : "",
			path: listPath(kind, id, year),
			period: year,
		};
	}
}

function neighbours(
	periods: readonly string[],
	period: string,
	address: (period: string) => string,
): { earlier?: NamedLink; later?: NamedLink } {
	const at = periods.indexOf(period);
	const earlier = at > 0 ? periods[at - 1] : undefined;
	const later = at >= 0 ? periods[at + 1] : undefined;
	return {
		...(earlier ? { earlier: { name: earlier, path: address(earlier) } } : {}),
		...(later ? { later: { name: later, path: address(later) } } : {}),
	};
}
