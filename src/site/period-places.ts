/** Where the articles of a year, a month or a day are listed: a page, and a place on it. */
import type { Card } from "../domain/manifest.ts";
import { type FacetKind, listPath } from "./addresses.ts";
import {
	daysOf,
	monthOf,
	type Periods,
	periodsOf,
	startOf,
	yearOf,
} from "./periods.ts";
import type { Counted } from "./props.ts";

/** Articles on one page; a year with more is listed by months. */
export const perPage = 200;

/** The whole archive (`kind` absent), or the articles of one source, person, place or tag; oldest first. */
export interface Chronology {
	readonly kind?: FacetKind | undefined;
	readonly id: string;
	readonly cards: readonly Card[];
}

/** The fragment of a year, month or day on the page that lists it; ids of HTML begin with a letter. */
export function periodAnchor(period: string): string {
	const letter = period.length === 4 ? "y" : period.length === 7 ? "m" : "d";
	return period === "undated" ? period : `${letter}${period}`;
}

/** Whether `cards`, of a facet or a year, are listed on one page. */
export function fits(cards: readonly Card[]): boolean {
	return cards.length <= perPage;
}

/** The articles of `period`: `""` for all of them, `2023`, `2023-03` or `undated`. */
export function cardsIn(
	chronology: Chronology,
	period: string,
): readonly Card[] {
	const { cards } = chronology;
	if (period === "") return cards;
	if (period === "undated") return periodsOf(cards, yearOf).get(period) ?? [];
	const inYear = periodsOf(cards, yearOf).get(period.slice(0, 4)) ?? [];
	if (period.length === 4) return inYear;
	return periodsOf(inYear, monthOf).get(period) ?? [];
}

/**
 * The address of a year, month or day, relative to the site's root, with a fragment where its page lists more than it.
 *
 * A month of several pages begins with the newest, as every list does; a day with the page of its newest article.
 *
 * @param end place behind the last article of a day, where that is known.
 */
export function periodPlace(
	chronology: Chronology,
	period: string,
	end?: number,
): string {
	const { kind, id, cards } = chronology;
	const at = `#${periodAnchor(period)}`;
	if (kind !== undefined && fits(cards)) return listPath(kind, id, "") + at;
	if (period === "undated")
		return listPath(kind, id, period, partsOf(cardsIn(chronology, period)));
	const year = period.slice(0, 4);
	if (period === year) return listPath(kind, id, year);
	const inYear = cardsIn(chronology, year);
	if (fits(inYear)) return listPath(kind, id, year) + at;
	const month = period.slice(0, 7);
	const inMonth = cardsIn(chronology, month);
	if (period === month) return listPath(kind, id, month, partsOf(inMonth));
	const newest = (end ?? endOfDay(inYear, period)) - startOf(inMonth);
	return listPath(kind, id, month, Math.ceil(newest / perPage)) + at;
}

function endOfDay(inYear: readonly Card[], day: string): number {
	const { start = 0, length = 0 } = daysOf(inYear).get(day) ?? {};
	return start + length;
}

/** Each period with how many articles it has, as a link to its list. */
export function counted(chronology: Chronology, periods: Periods): Counted[] {
	return [...periods].map(([name, { length }]) => ({
		name,
		path: periodPlace(chronology, name),
		count: length,
	}));
}

/** Pages that a month or the undated articles take. */
function partsOf(cards: readonly Card[]): number {
	return Math.max(1, Math.ceil(cards.length / perPage));
}
