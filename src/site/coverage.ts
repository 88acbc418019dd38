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
	const dated = site.cards.filter((card) => card.day !== undefined);
	const first = Number(dated[0]?.day?.slice(0, 4));
	const last = Number(dated.at(-1)?.day?.slice(0, 4));
	const years = Array.from(
		{ length: dated.length === 0 ? 0 : last - first + 1 },
		(_, index) => String(first + index).padStart(4, "0"),
	);
	const rows = [...site.facets.source.values()]
		.sort((a, b) => b.cards.length - a.cards.length)
		.slice(0, sourcesShown)
		.map(({ id, name, cards }) => ({
			name,
			path: listPath("source", id, ""),
			months: months(cards, first, years.length),
		}));
	const coverage = { years, rows };
	memo.set(site, coverage);
	return coverage;
}

function months(
	cards: readonly Card[],
	firstYear: number,
	years: number,
): number[] {
	const counts = Array.from({ length: years * 12 }, () => 0);
	for (const { day } of cards) {
		if (day === undefined) continue;
		const index =
			(Number(day.slice(0, 4)) - firstYear) * 12 + Number(day.slice(5, 7)) - 1;
		counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts;
}
