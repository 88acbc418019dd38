import type { Card } from "../../domain/manifest.ts";
import { listPath, paths } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import { monthsOf, periodsOf, yearOf } from "../periods.ts";
import { onePage, type Pages } from "./page-kind.ts";

/** Articles of one source in one month. */
export interface Coverage {
	readonly rows: readonly {
		readonly name: string;
		readonly path: string;
		/** Years from this source's first to its last, without gaps, ascending. */
		readonly years: readonly string[];
		/** Twelve numbers a year, in the order of `years`. */
		readonly months: readonly number[];
	}[];
}

/** Sources shown one by one; the rest are left to the list of sources. */
export const sourcesShown = 12;

export const coverage: Pages<{ readonly coverage: Coverage }> = {
	list: onePage(paths.coverage),
	props: (site) => ({ coverage: coverageOf(site) }),
};

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
	const byYear = periodsOf(cards, yearOf);
	const dated = [...byYear.keys()].filter((year) => year !== "undated");
	const first = Number(dated[0]);
	const last = Number(dated.at(-1));
	const years = Array.from(
		{ length: dated.length === 0 ? 0 : last - first + 1 },
		(_, index) => String(first + index).padStart(4, "0"),
	);
	const months = years.flatMap((year) => monthsOf(byYear.get(year) ?? []));
	return { years, months };
}
