import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { sha256 } from "../../src/base/order.ts";
import type { Corpus } from "../../src/corpus/store.ts";
import type { Card } from "../../src/domain/manifest.ts";
import type { CivilDay, EpochMs } from "../../src/domain/time.ts";
import { builtIn } from "../../src/enrich/gazetteer/index.ts";
import { publishGazetteer } from "../../src/enrich/gazetteer/publish.ts";
import { renderPages } from "../../src/render/eleventy.ts";
import { planPages } from "../../src/site/plan.ts";
import { viewsOf } from "../../src/site/views.ts";
import { scratchFolder } from "../support/scratch.ts";
import { filesUnder } from "./build-sample.ts";
import { sampleEncounters, sources } from "./sample-corpus.ts";

/** Headlines that gzip cannot make small: every character is drawn anew from a seeded generator. */
function han(seed: number, length: number): string {
	let state = seed + 1;
	return Array.from({ length }, () => {
		state = (state * 48_271) % 2_147_483_647;
		return String.fromCodePoint(0x4e00 + (state % 6_000));
	}).join("");
}

/** Ten thousand articles of four years, most of them from one outlet about two people. */
function largeCorpus(): Corpus {
	const articles = Array.from({ length: 10_000 }, (_, index): Card => {
		const at = Date.UTC(2020, 0, 1) + index * 12_600_000;
		const day = new Date(at).toISOString().slice(0, 10);
		return {
			id: sha256(String(index)).slice(0, 16),
			sha256: sha256(`article ${index}`),
			headline: han(index, 28),
			lede: han(index * 7, 120),
			source: "morning-post",
			url: `https://morning.example/${index}`,
			day: day as CivilDay,
			at: at as EpochMs,
			recorded: (at + 1_000_000) as EpochMs,
			language: "zh-Hans",
			bylines: [],
			tags: [`标签${index % 3_000}`],
			people: ["xi-jinping", "alexander-lukashenko"],
			places: ["beijing"],
			characters: 1_200,
			figures: 0,
		};
	});
	const encounters = sampleEncounters();
	return {
		root: scratchFolder(),
		gazetteer: publishGazetteer(builtIn),
		manifest: {
			schemaVersion: 2,
			archive: {
				title: "编年",
				description: "大存档",
				language: "zh-Hans",
				noindex: false,
				rights: {},
				timelines: encounters.timelines,
			},
			sources: [sources.morning],
			articles,
		},
		encounters: {
			...encounters,
			encounters: [],
			contacts: [],
			rejected: [],
		},
		addresses: { schemaVersion: 2, moved: [], withdrawn: [] },
		report: {
			schemaVersion: 2,
			totals: {
				files: 10_000,
				accepted: 9_000,
				repaired: 1_000,
				duplicates: 0,
				revisions: 0,
				withdrawn: 0,
				quarantined: 0,
			},
			bySource: [],
			withoutZone: [],
			byRule: [],
			files: articles.slice(0, 1_000).map(({ id }) => ({
				file: `${id}.txt`,
				status: "repaired" as const,
				articleId: id,
				findings: [],
			})),
		},
	};
}

test("with 10,000 articles no list is over 100 KB gzipped, and no page lists everything", async () => {
	const corpus = largeCorpus();
	const pages = [...planPages(corpus)];
	const articles = pages.filter(({ kind }) => kind === "article");
	expect(articles.length).toBe(10_000);
	// Every kind of list, and a stretch of months of each facet.
	const lists = pages.filter(
		({ kind, path }) =>
			!["article", "list"].includes(kind) ||
			/^(?:years|sources|people|places)\/.*(?:2020|2021-0[1-3])/.test(path) ||
			/^(?:sources|people|places)\/[^/]+\.html$/.test(path),
	);
	const outDir = scratchFolder();
	const views = lists.map(viewsOf(corpus));
	await renderPages({ corpusRoot: corpus.root, views, outDir });
	const weights = filesUnder(outDir, ".html").map((path) => {
		const html = readFileSync(join(outDir, path));
		return {
			path,
			bytes: gzipSync(html).length,
			articles: html.toString().split("articles/").length - 1,
		};
	});
	expect(weights.length).toBe(lists.length);
	expect(weights.filter(({ bytes }) => bytes > 100_000)).toEqual([]);
	expect(weights.filter((page) => page.articles > 250)).toEqual([]);
});
