/** How many articles there are in each month, and where they are listed. */
import {
	type Chronology,
	cardsIn,
	counted,
	periodPlace,
} from "./period-places.ts";
import { monthOf, periodsOf, yearOf } from "./periods.ts";
import type { Counted } from "./props.ts";

/** Years from the first to the last, without gaps, ascending. */
export interface MonthGrid {
	readonly years: readonly {
		readonly year: string;
		readonly count: number;
		/** Where the year is listed; absent in a gap. */
		readonly path?: string | undefined;
		/** Months with articles, named `2023-03`. */
		readonly months: readonly Counted[];
	}[];
}

export function monthGrid(chronology: Chronology): MonthGrid {
	const dated = [...periodsOf(chronology.cards, yearOf).keys()].filter(
		(year) => year !== "undated",
	);
	const first = Number(dated[0]);
	const last = Number(dated.at(-1));
	const years = Array.from(
		{ length: dated.length === 0 ? 0 : last - first + 1 },
		(_, index) => String(first + index).padStart(4, "0"),
	);
	return {
		years: years.map((year) => {
			const cards = cardsIn(chronology, year);
			return {
				year,
				count: cards.length,
				path: cards.length === 0 ? undefined : periodPlace(chronology, year),
				months: counted(chronology, periodsOf(cards, monthOf)),
			};
		}),
	};
}
