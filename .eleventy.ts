/**
 * Eleventy on its own: every page of the site from `corpus/`, which `npm run build` has written.
 * For work on templates with Eleventy's own tools; the pages are the same, byte for byte.
 *
 *     NODE_OPTIONS="--import tsx" npx eleventy --config=.eleventy.ts [--serve]
 *
 * `CORPUS` in the environment names another corpus. `npm run build` uses the same configuration
 * for just the pages that changed (src/render/eleventy.ts) and adds what is no page: styles, scripts,
 * feeds, downloads and the search index.
 */
import { existsSync } from "node:fs";
import { readCorpus } from "./src/corpus/store.ts";
import {
	configureEleventy,
	type EleventyConfig,
	templatesFolder,
} from "./src/render/eleventy-config.ts";
import { planPages } from "./src/site/plan.ts";
import { viewsOf } from "./src/site/views.ts";

export default function configure(eleventy: EleventyConfig) {
	const root = process.env.CORPUS ?? "corpus";
	if (!existsSync(root))
		throw new Error(`There is no ${root}/ yet: npm run build writes it.`);
	const corpus = readCorpus(root);
	const views = [...planPages(corpus)].map(viewsOf(corpus));
	configureEleventy(eleventy, corpus.root, views);
	return { dir: { input: templatesFolder, output: "_site" } };
}
