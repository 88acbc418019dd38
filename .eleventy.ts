/**
 * Eleventy on its own: the whole site from `corpus/` to `_site/`.
 *
 *     npx tsx node_modules/@11ty/eleventy/cmd.cjs --config=.eleventy.ts
 *
 * `npm run build` uses the same configuration for just the pages that changed (src/site/render.ts)
 * and adds what is no page: styles, scripts, feeds, downloads and the search index.
 */
import { readCorpus } from "./src/corpus/store.ts";
import {
	configureEleventy,
	type EleventyConfig,
	templatesFolder,
} from "./src/site/eleventy-config.ts";
import { planPages } from "./src/site/plan.ts";
import { viewsOf } from "./src/site/views.ts";

export default function configure(eleventy: EleventyConfig) {
	const corpus = readCorpus("corpus");
	const views = planPages(corpus).map(viewsOf(corpus));
	configureEleventy(eleventy, corpus.root, views);
	return { dir: { input: templatesFolder, output: "_site" } };
}
