import type { Card } from "../domain/manifest.ts";
import { facetIndexPath, listPath, paths } from "./addresses.ts";
import { briefOf } from "./briefs.ts";
import type { Facet, Site } from "./index-corpus.ts";
import { latestOnFacet, monthOf, periodsOf, perPage, yearOf } from "./lists.ts";
import type { UnkeyedPage } from "./plan.ts";
import type { Counted, ListProps, NamedLink } from "./props.ts";

/** What a list page shows: its articles, or, where they are too many, its shorter periods. */
export function listProps(site: Site, page: UnkeyedPage): ListProps {
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
		briefs: shown(cards, { period, isMonth, full, part }).map((card) =>
			briefOf(site, card),
		),
		latestOnly: full && period === "",
	};
}

/** Oldest first where a period is told, newest first on the page of a whole facet. */
function shown(
	cards: readonly Card[],
	at: { period: string; isMonth: boolean; full: boolean; part: number },
): readonly Card[] {
	if (at.isMonth)
		return cards.slice((at.part - 1) * perPage, at.part * perPage);
	if (at.period !== "") return at.full ? [] : cards;
	return [...(at.full ? cards.slice(-latestOnFacet) : cards)].reverse();
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
