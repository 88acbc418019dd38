import { paths } from "../addresses.ts";
import type { NamedLink } from "../props.ts";
import { onePage, type Pages } from "./page-kind.ts";
import { timelineLinks, timelinesOf } from "./timeline.ts";

/** One pair, as the overview shows it. */
export interface PairSummary extends NamedLink {
	/** Confirmed meetings. */
	readonly meetings: number;
	/** Days of the first and last of them. */
	readonly first?: string | undefined;
	readonly last?: string | undefined;
}

export interface TimelinesProps {
	readonly pairs: readonly PairSummary[];
}

/** Every pair that is followed, where there are several. */
export const timelines: Pages<TimelinesProps> = {
	list: (site) =>
		timelinesOf(site).length > 1 ? onePage(paths.timelines)() : [],
	props: (site) => ({
		pairs: timelineLinks(site).map((link, position) => {
			const id = timelinesOf(site)[position]?.id;
			const confirmed = site.corpus.encounters.encounters.filter(
				({ timeline, status }) => timeline === id && status === "confirmed",
			);
			return {
				...link,
				meetings: confirmed.length,
				first: confirmed[0]?.start,
				last: confirmed.at(-1)?.end,
			};
		}),
	}),
};
