import { listPath, paths } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import { monthsOf, periodsOf, yearOf } from "../periods.ts";
import { onePage, type Pages } from "./page-kind.ts";

export interface YearsProps {
	readonly years: readonly {
		readonly year: string;
		readonly path: string;
		readonly count: number;
		/** Twelve months. */
		readonly months: readonly number[];
	}[];
	readonly undated: number;
}

export const years: Pages<YearsProps> = {
	list: onePage(paths.years),
	props: yearsProps,
};

function yearsProps(site: Site): YearsProps {
	const years = periodsOf(site.cards, yearOf);
	return {
		years: [...years]
			.filter(([year]) => year !== "undated")
			.map(([year, cards]) => ({
				year,
				path: listPath(undefined, "", year),
				count: cards.length,
				months: monthsOf(cards),
			})),
		undated: years.get("undated")?.length ?? 0,
	};
}
