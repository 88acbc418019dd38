import type { Source } from "../../domain/article.ts";
import { paths } from "../addresses.ts";
import { downloadsOf } from "../files/downloads.ts";
import type { Site } from "../index-corpus.ts";
import type { NamedLink } from "../props.ts";
import { onePage, type Pages } from "./page-kind.ts";
import { timelineLinks } from "./timeline.ts";

export interface AboutProps {
	readonly sources: readonly (Source & {
		readonly rights?: string | undefined;
	})[];
	readonly timelines: readonly NamedLink[];
	readonly downloads: readonly {
		/** What it is. */
		readonly kind: string;
		readonly title: string;
		/** The timeline that it is about, where it is about one of several. */
		readonly of?: string | undefined;
		/** Files of it, relative to the site's root; by month of publication where there are several. */
		readonly paths: readonly string[];
	}[];
}

export const about: Pages<AboutProps> = {
	list: onePage(paths.about),
	props: aboutProps,
};

function aboutProps(site: Site): AboutProps {
	const { sources, archive } = site.corpus.manifest;
	return {
		sources: sources.map((source) => ({
			...source,
			rights: archive.rights[source.id],
		})),
		timelines: timelineLinks(site),
		downloads: downloadsOf(site).map(
			({ name, kind = name, title, of, paths }) => ({
				kind,
				title,
				paths,
				of,
			}),
		),
	};
}
