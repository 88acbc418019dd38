/** A site of 400 made articles in several merged segments, served and on a disk, and the truth beside it. */
import { cpSync, existsSync, mkdtempSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inject } from "vitest";
import {
	writeCorpusOf,
	writeMadeCorpus,
} from "../../scripts/make-corpus/corpus.ts";
import { serveSite } from "../../src/commands/serve.ts";
import { readArticle, readCorpus } from "../../src/corpus/store.ts";
import type { Article, OutletKind } from "../../src/domain/article.ts";
import { aliasGroups } from "../../src/enrich/gazetteer/index.ts";
import {
	searchedAliases,
	wordsAround,
} from "../../src/search/write/aliases.ts";
import { LiteralSearch } from "../search/literal.ts";
import { makeSite } from "../search/made-site.ts";
import { removeFolder } from "./remove-folder.ts";

/** The two ways of opening it. */
export const waysOfOpening = [
	"under a sub-path of a host",
	"from a disk",
] as const;
export type WayOfOpening = (typeof waysOfOpening)[number];

export interface SearchedSite {
	readonly articles: readonly Article[];
	readonly literal: LiteralSearch;
	/** Where the site lies. */
	readonly folder: string;
	/** Address of the site's root. */
	readonly ways: Readonly<Record<WayOfOpening, string>>;
	/** From now on nobody answers. */
	goOffline(): Promise<void>;
	close(): Promise<void>;
}

/** Outlets of kinds that citations tell apart, one without, as their owner would say it in `_outlets.yml`. */
function giveKinds(corpusRoot: string): void {
	const kinds = new Map<string, OutletKind>([
		["wire-north", "blog"],
		["harbour-daily", "website"],
	]);
	const { articles } = readCorpus(corpusRoot).manifest;
	const withKinds = articles.map(({ id }) => {
		const article = readArticle(corpusRoot, id);
		const kind = kinds.get(article.source.id);
		return kind ? { ...article, source: { ...article.source, kind } } : article;
	});
	writeCorpusOf(corpusRoot, withKinds);
}

/** Made by the first file of a run that asks for it. @returns the folder that is to be copied, not used. */
async function madeOnce(): Promise<string> {
	const made = join(inject("shared") ?? "", "searched-site");
	if (existsSync(made)) return made;
	const root = mkdtempSync(`${made}-`);
	const corpusRoot = join(root, "corpus");
	writeMadeCorpus(corpusRoot, 400, 700, 11);
	giveKinds(corpusRoot);
	await makeSite(corpusRoot, join(root, "host/news"), {
		// As in a large archive.
		sizes: {
			segmentAtLeast: 20_000,
			segmentOneIn: 8,
			segmentAtMost: 60_000,
			mergedAtLeast: 80_000,
			mergedAtMost: 160_000,
		},
	});
	renameSync(root, made);
	return made;
}

export async function searchedSite(): Promise<SearchedSite> {
	const root = mkdtempSync(join(tmpdir(), "biannian-search-"));
	cpSync(await madeOnce(), root, { recursive: true });
	const corpusRoot = join(root, "corpus");
	const articles = readCorpus(corpusRoot).manifest.articles.map(({ id }) =>
		readArticle(corpusRoot, id),
	);
	const server = await serveSite(join(root, "host"), 0, false);
	let isServed = true;
	const goOffline = async () => {
		if (isServed) await server.close();
		isServed = false;
	};
	return {
		articles,
		folder: join(root, "host/news"),
		literal: new LiteralSearch(
			articles,
			searchedAliases(aliasGroups()),
			wordsAround,
		),
		ways: {
			"under a sub-path of a host": `${server.address}news/`,
			"from a disk": `${pathToFileURL(join(root, "host/news")).href}/`,
		},
		goOffline,
		async close() {
			await goOffline();
			removeFolder(root);
		},
	};
}
