import type { Card } from "../domain/manifest.ts";
import { listPath } from "./addresses.ts";
import type { Site } from "./index-corpus.ts";
import type { Coverage } from "./props.ts";

/** Sources shown one by one; the rest are left to the list of sources. */
export const sourcesShown = 12;

const memo = new WeakMap<Site, Coverage>();

/** How many articles each source has in each month, gaps included; the largest sources first. */
export function coverageOf(site: Site): Coverage {
	const known = memo.get(site);
	if (known) return known;
	const rows = [...site.facets.source.values()]
		.sort((a, b) => b.cards.length - a.cards.length)
		.slice(0, sourcesShown)
		.map(({ id, name, cards }) => ({
			name,
			path: listPath("source", id, ""),
			...monthly(cards),
		}))
		.filter(({ years }) => years.length > 0);
	const coverage = { rows };
	memo.set(site, coverage);
	return coverage;
}

/** `cards` are in the order of time, undated ones last. */
function monthly(cards: readonly Card[]): {
	years: string[];
	months: number[];
} {
	const days = cards.flatMap(({ day }) => (day === undefined ? [] : [day]));
	const first = Number(days[0]?.slice(0, 4));
	const last = Number(days.at(-1)?.slice(0, 4));
	const years = Array.from(
		{ length: days.length === 0 ? 0 : last - first + 1 },
		(_, index) => String(first + index).padStart(4, "0"),
	);
	const months = years.flatMap(() => Array.from({ length: 12 }, () => 0));
	for (const day of days) {
		const index =
			(Number(day.slice(0, 4)) - first) * 12 + Number(day.slice(5, 7)) - 1;
		months[index] = (months[index] ?? 0) + 1;
	}
	return { years, months };
}
