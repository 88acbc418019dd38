import { paths } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import { type MonthGrid, monthGrid } from "../month-grid.ts";
import { cardsIn, periodPlace } from "../period-places.ts";
import type { Counted } from "../props.ts";
import { onePage, type Pages } from "./page-kind.ts";

export interface YearsProps extends MonthGrid {
	readonly undated?: Counted | undefined;
}

export const years: Pages<YearsProps> = {
	list: onePage(paths.years),
	props: yearsProps,
};

function yearsProps(site: Site): YearsProps {
	const all = { id: "", cards: site.cards };
	const { length } = cardsIn(all, "undated");
	return {
		...monthGrid(all),
		undated:
			length === 0
				? undefined
				: {
						name: "undated",
						path: periodPlace(all, "undated"),
						count: length,
					},
	};
}
