/** How often a question is answered over time, beside what the archive holds of that time. */
import type { Catalog } from "../catalog.ts";
import { dayOf } from "./facets.ts";
import type { Hit } from "./search-segment.ts";

export const periodUnits = ["year", "month"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

export interface Frequency {
	/** `YYYY` or `YYYY-MM`; "" for articles without a day. */
	readonly period: string;
	/** Articles that the archive holds of that time. */
	readonly articles: number;
	/** Of each question: articles that answer, and how often its terms stand in them. */
	readonly found: readonly {
		readonly articles: number;
		readonly times: number;
	}[];
}

/**
 * @param questions the hits of each.
 * @returns every period from the first article to the last, those without any included; undated ones last, if there are any.
 */
export function frequencies(
	questions: readonly (readonly Hit[])[],
	catalog: Catalog,
	unit: PeriodUnit,
): Frequency[] {
	const periodOf = (document: number) =>
		dayOf(document, catalog)?.slice(0, unit === "year" ? 4 : 7) ?? "";
	const all = new Map<string, number>();
	for (let document = 0; document < catalog.columns.day.length; document++) {
		const period = periodOf(document);
		all.set(period, (all.get(period) ?? 0) + 1);
	}
	const found = questions.map((hits) => {
		const counts = new Map<string, { articles: number; times: number }>();
		for (const { document, counts: times } of hits) {
			const period = periodOf(document);
			const count = counts.get(period) ?? { articles: 0, times: 0 };
			count.articles++;
			count.times += times.reduce((sum, one) => sum + one, 0);
			counts.set(period, count);
		}
		return counts;
	});
	const dated = [...all.keys()].filter((period) => period !== "").sort();
	const periods = [
		...periodsBetween(dated[0], dated.at(-1), unit),
		...(all.has("") ? [""] : []),
	];
	return periods.map((period) => ({
		period,
		articles: all.get(period) ?? 0,
		found: found.map(
			(counts) => counts.get(period) ?? { articles: 0, times: 0 },
		),
	}));
}

function periodsBetween(
	first: string | undefined,
	last: string | undefined,
	unit: PeriodUnit,
): string[] {
	if (first === undefined || last === undefined) return [];
	const periods: string[] = [];
	for (const at = new Date(first); ; ) {
		const period = at.toISOString().slice(0, first.length);
		periods.push(period);
		if (period >= last) return periods;
		at.setUTCMonth(at.getUTCMonth() + (unit === "year" ? 12 : 1));
	}
}
