import { facetKinds, ownPagePath, paths } from "./addresses.ts";
import type { Site } from "./index-corpus.ts";
import { timelinesOf } from "./pages/timeline.ts";
import type { ArchiveProps } from "./props.ts";

/** What the head and foot of every page show. */
export function archiveProps(site: Site): ArchiveProps {
	const {
		title,
		shortName,
		description,
		language,
		noindex,
		look,
		pages,
		collections,
	} = site.corpus.manifest.archive;
	const { baseUrl } = site.options;
	return {
		title,
		...(shortName === undefined ? {} : { shortName }),
		description,
		language,
		noindex,
		hasLook: look !== undefined,
		chronicle: timelinesOf(site).length > 1 ? paths.timelines : paths.timeline,
		facets: facetKinds.filter((kind) => site.facets[kind].size > 0),
		...(collections === undefined ? {} : { hasCollections: true }),
		...(pages === undefined
			? {}
			: {
					pages: pages.map(({ id, title: name, nav }) => ({
						name,
						path: ownPagePath(id),
						nav,
					})),
				}),
		...(baseUrl === undefined ? {} : { baseUrl }),
	};
}
