/**
 * Lists of articles as a tree of periods: whole, year, month. A period with at most {@link perPage} articles lists
 * them; one with more links to its shorter periods. Addresses carry the period, so an article added to the past moves
 * nothing outside its own month; inside a month pages are counted from the oldest. Every list shows the newest first.
 */
import type { Source } from "../../domain/article.ts";
import type { Card } from "../../domain/manifest.ts";
import { facetIndexPath, listPath, paths } from "../addresses.ts";
import { briefOf, briefsKey, daysKey } from "../briefs.ts";
import {
	type FacetFacts,
	facetFacts,
	factsWithoutGrid,
} from "../facet-facts.ts";
import { type FeedPaths, feedPaths } from "../feed-paths.ts";
import type { Facet, Site } from "../index-corpus.ts";
import {
	type Chronology,
	cardsIn,
	counted,
	fits,
	periodPlace,
	perPage,
} from "../period-places.ts";
import {
	daysOf,
	monthOf,
	type Periods,
	periodsOf,
	startOf,
	yearOf,
} from "../periods.ts";
import type { Brief, Counted, NamedLink } from "../props.ts";
import { type Pages, type PlaceOfPage, parts } from "./page-kind.ts";

export interface ListProps {
	/** Absent for the archive's own chronology. */
	readonly facet?: Pick<Facet, "kind" | "id" | "name"> | undefined;
	readonly source?: Source | undefined;
	readonly rights?: string | undefined;
	/** `""`, `2023`, `2023-03` or `undated`. */
	readonly period: string;
	readonly total: number;
	readonly up: NamedLink & { readonly period: string };
	/** The period before and after, named `2023` or `2023-03`. */
	readonly earlier?: NamedLink | undefined;
	readonly later?: NamedLink | undefined;
	/** The day before the first and after the last that is listed here, where another page lists it. */
	readonly dayBefore?: NamedLink | undefined;
	readonly dayAfter?: NamedLink | undefined;
	/** The years of a whole facet or the months of a year, newest first. */
	readonly jumps: readonly Counted[];
	/** On a year's or month's page: its days with articles. */
	readonly days: readonly Counted[];
	/** On the page of a whole facet. */
	readonly facts?: FacetFacts | undefined;
	/** Of a facet. */
	readonly feeds?: FeedPaths | undefined;
	readonly part: number;
	/** Pages of a month, the newest first. */
	readonly parts: readonly string[];
	/** Newest first. */
	readonly briefs: readonly Brief[];
	/** Only the latest of many are listed. */
	readonly latestOnly: boolean;
}

/** How many of the newest articles the page of a large facet lists, below links to its years. */
const latestOnFacet = 30;

export const list: Pages<ListProps> = {
	list: planLists,
	props(site, page) {
		const { base, chronology, cards, shown } = listOf(site, page);
		const { period } = base;
		const facet = chronology as Facet;
		return {
			...base,
			jumps: counted(chronology, jumpsOf(period, cards)).reverse(),
			days: counted(chronology, daysIn(period, cards)),
			facts: base.facet && period === "" ? facetFacts(site, facet) : undefined,
			briefs: shown.map((card) => briefOf(site, card)),
		};
	},
	/**
	 * Articles stand in half a dozen lists each. How many each day and month has, and with that where it is listed, follows
	 * from the days of all; where all are shown, their briefs say as much.
	 */
	key(site, page) {
		const { base, chronology, cards, shown, shownFrom } = listOf(site, page);
		const facet = base.facet && (chronology as Facet);
		const isWhole = base.period === "";
		const placesFrom = (start: number, { length }: readonly Card[]) =>
			facet
				? facet.places.slice(start, start + length)
				: Array.from({ length }, (_, at) => start + at);
		return [
			JSON.stringify(base),
			shown.length < cards.length
				? daysKey(site, placesFrom(startOf(cards), cards), isWhole)
				: "",
			facet && isWhole ? JSON.stringify(factsWithoutGrid(site, facet)) : "",
			briefsKey(site, placesFrom(shownFrom, shown)),
		].join("\n");
	},
};

/** Pages of the archive's chronology and of every facet. */
function planLists(site: Site): PlaceOfPage[] {
	const facets = Object.values(site.facets).flatMap((byId) => [
		...byId.values(),
	]);
	return [
		...periodPages({ id: "", cards: site.cards }),
		...facets.flatMap((facet) => [
			listPage(facet, "", 1),
			...(fits(facet.cards) ? [] : periodPages(facet)),
		]),
	];
}

function periodPages(chronology: Chronology): PlaceOfPage[] {
	const { cards } = chronology;
	return [...periodsOf(cards, yearOf)].flatMap(([year, inYear]) => {
		if (year === "undated") return monthPages(chronology, year, inYear);
		return [
			listPage(chronology, year, 1),
			...(fits(inYear)
				? []
				: [...periodsOf(inYear, monthOf)].flatMap(([month, inMonth]) =>
						monthPages(chronology, month, inMonth),
					)),
		];
	});
}

function monthPages(
	chronology: Chronology,
	period: string,
	cards: readonly Card[],
): PlaceOfPage[] {
	return parts(cards.length, perPage).map((part) =>
		listPage(chronology, period, part),
	);
}

function listPage(
	{ kind, id }: Chronology,
	period: string,
	part: number,
): PlaceOfPage {
	return {
		path: listPath(kind, id, period, part),
		params: { ...(kind ? { facet: kind, id } : {}), period, part },
	};
}

/** A list page, before its articles are made briefs and its periods links: that takes time, and its key needs neither. */
interface List {
	readonly base: Omit<ListProps, "briefs" | "jumps" | "days" | "facts">;
	readonly chronology: Facet | Chronology;
	/** All of its period. */
	readonly cards: readonly Card[];
	/** Newest first. */
	readonly shown: readonly Card[];
	/** The place of the oldest one shown among all articles of the chronology. */
	readonly shownFrom: number;
}

function listOf(site: Site, page: PlaceOfPage): List {
	const { facet: kind, id = "", period = "", part = 1 } = page.params;
	const facet = kind ? site.facets[kind].get(id) : undefined;
	const chronology = facet ?? { id: "", cards: site.cards };
	const cards = cardsIn(chronology, period);
	const inParts = period.length === 7;
	const isFull = !fits(cards);
	const start = inParts ? (part - 1) * perPage : 0;
	const isWhole = period === "";
	const oldest = inParts
		? cards.slice(start, start + perPage)
		: isFull
			? cards.slice(isWhole ? -latestOnFacet : cards.length)
			: cards;
	const shownFrom =
		startOf(cards) +
		(isFull && !inParts ? cards.length - oldest.length : start);
	const source =
		kind === "source" && isWhole ? site.sources.get(id) : undefined;
	const base = {
		facet: facet && { kind: facet.kind, id, name: facet.name },
		source,
		rights: source && site.corpus.manifest.archive.rights[source.id],
		period,
		total: cards.length,
		up: upFrom(site, facet, period),
		...neighbours(chronology, period),
		...(oldest.length > 0 && !isWhole
			? dayNeighbours(chronology, shownFrom, oldest.length)
			: {}),
		feeds: facet && feedPaths(facet.kind, facet.id),
		part,
		parts: inParts
			? parts(cards.length, perPage).map((n) => listPath(kind, id, period, n))
			: [],
		latestOnly: isFull && isWhole,
	};
	return { base, chronology, cards, shown: [...oldest].reverse(), shownFrom };
}

const none: Periods = new Map();

/** The years of a whole, the months of a year: nothing to choose from in one alone. */
function jumpsOf(period: string, cards: readonly Card[]): Periods {
	if (period.length === 7) return none;
	const periods = periodsOf(cards, period === "" ? yearOf : monthOf);
	return periods.size > 1 || !fits(cards) ? periods : none;
}

/** The days of a year or month. */
function daysIn(period: string, cards: readonly Card[]): Periods {
	const isOfDays = period !== "" && period !== "undated";
	return isOfDays ? daysOf(cards) : none;
}

/** One level up: the year of a month, the whole of a year, the index of a whole. */
function upFrom(
	site: Site,
	facet: Facet | undefined,
	period: string,
): NamedLink & { readonly period: string } {
	const { kind, id = "", name = "" } = facet ?? {};
	if (period.length === 7 && period !== "undated") {
		const year = period.slice(0, 4);
		return { name, path: listPath(kind, id, year), period: year };
	}
	if (kind === undefined) return { name: "", path: paths.years, period: "" };
	return period === ""
		? { name: "", path: facetIndexPath(kind), period: "" }
		: {
				name: site.facets[kind].get(id)?.name ?? "",
				path: listPath(kind, id, ""),
				period: "",
			};
}

/** The year before and after a year, the month before and after a month, in whatever page lists it. */
function neighbours(
	chronology: Chronology,
	period: string,
): Pick<ListProps, "earlier" | "later"> {
	if (period === "" || period === "undated") return {};
	const { cards } = chronology;
	const own = cardsIn(chronology, period);
	const start = startOf(own);
	const of = period.length === 7 ? monthOf : yearOf;
	const link = (card: Card | undefined) => {
		if (card?.day === undefined) return undefined;
		return { name: of(card), path: periodPlace(chronology, of(card)) };
	};
	return {
		earlier: link(cards[start - 1]),
		later: link(cards[start + own.length]),
	};
}

/** The days around a stretch of articles. @param start place of its first in the chronology. */
function dayNeighbours(
	chronology: Chronology,
	start: number,
	length: number,
): Pick<ListProps, "dayBefore" | "dayAfter"> {
	const { cards } = chronology;
	const link = (at: number, besides: number) => {
		const day = cards[at]?.day;
		if (day === undefined || day === cards[besides]?.day) return undefined;
		let end = at + 1;
		while (cards[end]?.day === day) end++;
		return { name: day, path: periodPlace(chronology, day, end) };
	};
	return {
		dayBefore: link(start - 1, start),
		dayAfter: link(start + length, start + length - 1),
	};
}
