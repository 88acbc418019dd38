/** A whole site from a corpus, without ingest: what search needs to be tried in a browser. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
	ownAssets,
	withAssets,
	withOutline,
} from "../../src/assemble/search-page.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { renderPages } from "../../src/render/eleventy.ts";
import { outlineFile } from "../../src/search/catalog.ts";
import type { IndexOptions } from "../../src/search/write/options.ts";
import { buildIndex } from "../../src/search/write/write-index.ts";
import { paths } from "../../src/site/addresses.ts";
import { bundleAssets } from "../../src/site/assets.ts";
import { planFiles } from "../../src/site/files/index.ts";
import { planPages } from "../../src/site/plan.ts";
import { viewsOf } from "../../src/site/views.ts";
import { writeChecksumLists } from "../support/checksum-lists.ts";

/** Render the corpus at `corpusRoot` and index it; the site goes to `outDir`. */
export async function makeSite(
	corpusRoot: string,
	outDir: string,
	options: Partial<IndexOptions> = {},
): Promise<void> {
	const corpus = readCorpus(corpusRoot);
	mkdirSync(outDir, { recursive: true });
	await bundleAssets(outDir);
	const own = ownAssets((path) => join(outDir, path));
	const views = [...planPages(corpus)]
		.map(viewsOf(corpus))
		.map((view) => withAssets(view, own));
	await renderPages({ corpusRoot, views, outDir });
	for (const file of planFiles(corpus)) {
		mkdirSync(dirname(join(outDir, file.path)), { recursive: true });
		writeFileSync(join(outDir, file.path), file.write());
	}
	await buildIndex({
		corpus,
		outDir,
		cacheDir: join(outDir, "../shards"),
		portable: true,
		processes: 2,
		...options,
	});
	const page = join(outDir, paths.search);
	const outline = readFileSync(join(outDir, "search", outlineFile));
	writeFileSync(page, withOutline(readFileSync(page, "utf8"), outline));
	writeChecksumLists(outDir);
}
