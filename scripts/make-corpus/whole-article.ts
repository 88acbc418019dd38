/** Made-up articles, completed and written; the one home of their default values. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { byCodePoint, sha256, stableJson } from "../../src/base/order.ts";
import {
	manifestParts,
	manifestPath,
	manifestText,
} from "../../src/corpus/manifest-file.ts";
import { articlePath, cardOf, ownCardOf } from "../../src/corpus/store.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Card, Manifest } from "../../src/domain/manifest.ts";

/** An article with plausible values for everything that `over` does not name; undated unless it says so. */
export function wholeArticle(
	over: Partial<Article> &
		Pick<Article, "id" | "headline" | "source" | "paragraphs">,
): Article {
	return {
		url: `https://${over.source.id}.example/${over.id}`,
		bylines: [],
		witnesses: [],
		language: over.source.language,
		figures: [],
		html: over.paragraphs
			.map(({ id, text }) => `<p id="${id}">${htmlText(text)}</p>`)
			.join("\n"),
		links: [],
		tags: [],
		credits: [],
		people: [],
		places: [],
		duplicates: [],
		revisions: [],
		related: [],
		provenance: {
			file: `${over.id}.txt`,
			sha256: sha256(over.id),
			bytes: 4_321,
			encoding: "utf-8",
			variant: "header",
			adapter: "generic",
			removed: [],
			repaired: [],
			copies: [],
		},
		...over,
	};
}

function htmlText(text: string): string {
	return text
		.replaceAll("&", "&#x26;")
		.replaceAll("<", "&#x3C;")
		.replaceAll(">", "&gt;");
}

/**
 * Write these articles below `root`.
 *
 * @returns what the manifest says of them, in the order that the pipeline gives it.
 */
export function writeArticles(
	root: string,
	articles: Iterable<Article>,
): { articles: Card[]; sources: Article["source"][] } {
	const cards: Card[] = [];
	const sources = new Map<string, Article["source"]>();
	for (const article of articles) {
		const text = stableJson(article);
		const path = articlePath(root, article.id);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		cards.push(cardOf(ownCardOf(article), article, sha256(text)));
		sources.set(article.source.id, article.source);
	}
	const time = ({ at, day }: Card) =>
		at ?? (day ? Date.parse(day) : Number.MAX_SAFE_INTEGER);
	return {
		articles: cards.sort(
			(a, b) => time(a) - time(b) || byCodePoint(a.id, b.id),
		),
		sources: [...sources.values()].sort((a, b) => byCodePoint(a.id, b.id)),
	};
}

/** Write the table of contents below `root`, as the pipeline does. */
export function writeManifest(root: string, manifest: Manifest): void {
	mkdirSync(join(root, "manifest"), { recursive: true });
	const parts = manifestParts(manifest);
	const hashes = new Map<string, string>();
	for (const { name, path, text } of parts) {
		writeFileSync(join(root, path), text());
		hashes.set(name, sha256(text()));
	}
	writeFileSync(
		join(root, manifestPath),
		manifestText(manifest, parts, (name) => hashes.get(name) ?? ""),
	);
}
