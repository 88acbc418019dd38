/** The same articles as pages for Pagefind as it comes. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readArticle, readCorpus } from "../../src/corpus/store.ts";
import { type Watched, watch } from "./watch.ts";

export function writePages(corpusRoot: string, site: string): void {
	mkdirSync(site, { recursive: true });
	for (const { id } of readCorpus(corpusRoot).manifest.articles) {
		const { headline, bylines, html, figures } = readArticle(corpusRoot, id);
		const captions = figures
			.map(({ caption }) => `<figcaption>${escaped(caption)}</figcaption>`)
			.join("");
		writeFileSync(
			join(site, `${id}.html`),
			`<!doctype html><html lang="zh"><title>${escaped(headline)}</title><main data-pagefind-body><h1>${escaped(headline)}</h1><p>${escaped(bylines.join("、"))}</p>${html}${captions}</main></html>`,
		);
	}
}

/** Index `site` with `pagefind --site`. */
export function indexWithPagefind(site: string): Promise<Watched> {
	return watch("node_modules/.bin/pagefind", ["--site", site]);
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
