import { paths } from "../addresses.ts";
import { teaserOf } from "../briefs.ts";
import type { Site } from "../index-corpus.ts";
import type { Teaser } from "../props.ts";
import { onePage, type Pages } from "./page-kind.ts";

export interface RecentProps {
	readonly briefs: readonly Teaser[];
}

/** As many as a page may hold and be walked through. */
const recentlyRecorded = 60;

/** What the crawler saw last. */
export const recent: Pages<RecentProps> = {
	list: onePage(paths.recent),
	props: recentProps,
};

function recentProps(site: Site): RecentProps {
	const all = site.cards.filter((card) => card.recorded !== undefined);
	// Numbers alone are sorted in a tenth of the time; few cards are left then.
	const times = new Float64Array(all.length);
	for (const [at, { recorded = 0 }] of all.entries()) times[at] = recorded;
	const least = times.sort().at(-Math.min(all.length, recentlyRecorded)) ?? 0;
	const recorded = all
		.filter((card) => (card.recorded ?? 0) >= least)
		.sort((a, b) => (b.recorded ?? 0) - (a.recorded ?? 0));
	return {
		briefs: recorded
			.slice(0, recentlyRecorded)
			.map((card) => teaserOf(site, card)),
	};
}
