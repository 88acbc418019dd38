/** The sample corpus rendered to a folder of its own, for tests that look at pages. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readCorpus } from "../../src/corpus/store.ts";
import type { Article } from "../../src/domain/article.ts";
import { renderPages } from "../../src/render/eleventy.ts";
import { bundleAssets } from "../../src/site/assets.ts";
import { planFiles } from "../../src/site/files/index.ts";
import type { SiteOptions } from "../../src/site/index-corpus.ts";
import { planPages } from "../../src/site/plan.ts";
import { viewsOf } from "../../src/site/views.ts";
import { sampleArticles, writeCorpus } from "./sample-corpus.ts";

/** Build the site of `articles` inside the empty `folder`; the answer is its root. */
export async function buildSample(
	folder: string,
	options: {
		articles?: readonly Article[];
		archive?: Parameters<typeof writeCorpus>[2];
		site?: SiteOptions;
	} = {},
): Promise<{ root: string; corpusRoot: string }> {
	const corpusRoot = join(folder, "corpus");
	const root = join(folder, "site");
	writeCorpus(
		corpusRoot,
		options.articles ?? sampleArticles(),
		options.archive,
	);
	const corpus = readCorpus(corpusRoot);
	await bundleAssets(root);
	await renderPages({
		corpusRoot,
		views: [...planPages(corpus, options.site)].map(
			viewsOf(corpus, options.site),
		),
		outDir: root,
	});
	for (const file of planFiles(corpus, options.site)) {
		const path = join(root, file.path);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, file.write());
	}
	return { root, corpusRoot };
}

/** Paths of all files under `root`, with `/`. */
export function filesUnder(root: string, extension = ""): string[] {
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(extension))
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(root.length + 1)
				.replaceAll("\\", "/"),
		)
		.sort();
}
