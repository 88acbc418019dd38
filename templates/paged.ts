import type { PageKind } from "../src/site/pages/index.ts";

/** Eleventy's data for a template that renders every planned page of one kind. */
export function paged(kind: PageKind) {
	return {
		pagination: { data: `batch.${kind}`, size: 1, alias: "planned" },
		permalink: ({ planned }: { planned: { path: string } }) => planned.path,
		eleventyExcludeFromCollections: true,
	};
}
