import { paths } from "../addresses.ts";
import { teaserOf } from "../briefs.ts";
import type { Site } from "../index-corpus.ts";
import type { EncounterRef, NamedLink, Teaser } from "../props.ts";
import { type CoverageRow, coverageRows } from "./coverage.ts";
import { onePage, type Pages } from "./page-kind.ts";
import { encounterRef, timelineLinks, timelinesOf } from "./timeline.ts";

export interface HomeProps {
	readonly articles: number;
	readonly first?: string | undefined;
	readonly last?: string | undefined;
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
	return {
		articles: site.cards.length,
		first: dated[0]?.day,
		last: dated.at(-1)?.day,
		sources: site.facets.source.size,
		latest: dated
			.slice(-latestOnHome)
			.reverse()
			.map((card) => teaserOf(site, card)),
		timelines: timelineLinks(site).map((link, position) => ({
			...link,
			encounters: site.corpus.encounters.encounters
				.filter(({ timeline }) => timeline === timelinesOf(site)[position]?.id)
				.map(encounterRef),
		})),
		coverage: coverageRows(site, outletsOnHome).map(({ row }) => row),
	};
}
