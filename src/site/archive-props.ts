import { facetKinds } from "./addresses.ts";
import type { Site } from "./index-corpus.ts";
import type { ArchiveProps } from "./props.ts";

/** What the head and foot of every page show. */
export function archiveProps(site: Site): ArchiveProps {
	const { title, description, language, noindex } =
		site.corpus.manifest.archive;
	const { baseUrl } = site.options;
	return {
		title,
		description,
		language,
		noindex,
		facets: facetKinds.filter((kind) => site.facets[kind].size > 0),
		...(baseUrl === undefined ? {} : { baseUrl }),
	};
}
