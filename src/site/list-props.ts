import type { Card } from "../domain/manifest.ts";
import { facetIndexPath, listPath, paths } from "./addresses.ts";
import { briefOf, briefsKey } from "./briefs.ts";
import type { Facet, Site } from "./index-corpus.ts";
import {
	latestOnFacet,
	monthOf,
	periodsOf,
	perPage,
	startOf,
	yearOf,
} from "./lists.ts";
import type { UnkeyedPage } from "./plan.ts";
import type { Counted, ListProps, NamedLink } from "./props.ts";

/** What a list page shows: its articles, or, where they are too many, its shorter periods. */
export function listProps(site: Site, page: UnkeyedPage): ListProps {
	const { list, ...rest } = listOf(site, page);
	const briefs = shown(list.cards, list).map((card) => briefOf(site, card));
	return { ...rest, briefs };
}

/** What decides the bytes of a list page: a shorter way to say its props. Articles stand in half a dozen lists each. */
export function listKey(site: Site, page: UnkeyedPage): string {
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
	page: UnkeyedPage,
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
