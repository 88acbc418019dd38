import { paths } from "../addresses.ts";
import { teaserOf } from "../briefs.ts";
import type { Site } from "../index-corpus.ts";
import type { EncounterRef, NamedLink, Teaser } from "../props.ts";
import { type CoverageRow, coverageRows } from "./coverage.ts";
import { onePage, type Pages } from "./page-kind.ts";
import { encounterRef, timelineLinks, timelinesOf } from "./timeline.ts";

export interface HomeProps {
	readonly articles: number;
	readonly first?: string;
	readonly last?: string;
	readonly sources: number;
	readonly latest: readonly Teaser[];
	readonly timelines: readonly (NamedLink & {
		readonly encounters: readonly EncounterRef[];
	})[];
	/** The outlets with most articles; `sources` says of how many. */
	readonly coverage: readonly CoverageRow[];
}

/** Articles on the home page. */
const latestOnHome = 12;
/** Outlets whose months stand on the home page. */
const outletsOnHome = 12;

export const home: Pages<HomeProps> = {
	list: onePage(paths.home),
	props: homeProps,
};

function homeProps(site: Site): HomeProps {
	const dated = site.cards.filter((card) => card.day !== undefined);
	const newest = [...dated.slice(-latestOnHome)].reverse();
	const first = dated[0]?.day;
	const last = dated.at(-1)?.day;
	return {
		articles: site.cards.length,
		...(first === undefined ? {} : { first }),
		...(last === undefined ? {} : { last }),
		sources: site.facets.source.size,
		latest: newest.map((card) => teaserOf(site, card)),
		timelines: timelineLinks(site).map((link, position) => ({
			...link,
			encounters: site.corpus.encounters.encounters
				.filter(({ timeline }) => timeline === timelinesOf(site)[position]?.id)
				.map(encounterRef),
		})),
		coverage: coverageRows(site, outletsOnHome).map(({ row }) => row),
	};
}
