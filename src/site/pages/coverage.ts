import { byCodePoint } from "../../base/order.ts";
import { listPath, paths } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import { type MonthGrid, monthGrid } from "../month-grid.ts";
import { countryOfZone } from "../zone-countries.ts";
import { onePage, type Pages } from "./page-kind.ts";

/** What the archive holds of one outlet, month by month. */
export interface CoverageRow extends MonthGrid {
	readonly name: string;
	readonly path: string;
	readonly count: number;
}

export interface CoverageProps {
	/** By the country of the outlet's clock: those with most articles first, as within each; unknown ones last. */
	readonly groups: readonly {
		/** ISO 3166-1 alpha-2; absent where the zone tells of none. */
		readonly country?: string | undefined;
		readonly count: number;
		readonly rows: readonly CoverageRow[];
	}[];
	readonly outlets: number;
}

export const coverage: Pages<CoverageProps> = {
	list: onePage(paths.coverage),
	props(site) {
		const rows = coverageRows(site);
		const byCountry = new Map<string, CoverageRow[]>();
		for (const { row, zone } of rows) {
			const country = countryOfZone(zone) ?? "";
			byCountry.set(country, [...(byCountry.get(country) ?? []), row]);
		}
		const groups = [...byCountry].map(([country, own]) => ({
			...(country === "" ? {} : { country }),
			count: own.reduce((sum, { count }) => sum + count, 0),
			rows: own,
		}));
		return {
			groups: groups.sort(
				(a, b) =>
					Number(a.country === undefined) - Number(b.country === undefined) ||
					b.count - a.count ||
					byCodePoint(a.country ?? "", b.country ?? ""),
			),
			outlets: rows.length,
		};
	},
};

/** Every outlet with dated articles, those with most first. @param limit at most so many. */
export function coverageRows(
	site: Site,
	limit = Number.POSITIVE_INFINITY,
): { row: CoverageRow; zone: string }[] {
	return [...site.facets.source.values()]
		.filter(({ cards }) => cards[0]?.day !== undefined)
		.sort((a, b) => b.cards.length - a.cards.length || byCodePoint(a.id, b.id))
		.slice(0, limit)
		.map((facet) => ({
			row: {
				name: facet.name,
				path: listPath("source", facet.id, ""),
				count: facet.cards.length,
				...monthGrid(facet),
			},
			zone: site.sources.get(facet.id)?.zone ?? "UTC",
		}));
}
