/** The walks that every reader takes, in three engines, from a host and from a disk. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { type SiteServer, serveSite } from "../../src/commands/serve.ts";
import { type Term, writeQuery } from "../../src/search/query/parse.ts";
import { sampleQueries } from "../search/sample-queries.ts";
import { archiveIn, buildArchive } from "../support/build.ts";
import { startChromium } from "../support/engines/chromium.ts";
import {
	againIfSilent,
	type Engine,
	type EnginePage,
	until,
} from "../support/engines/engine.ts";
import { startFirefox } from "../support/engines/firefox.ts";
import { startWebkit } from "../support/engines/webkit.ts";
import { sharedFolder } from "../support/scratch.ts";
import {
	type SearchedSite,
	searchedSite,
	type WayOfOpening,
	waysOfOpening,
} from "../support/searched-site.ts";

const root = sharedFolder();
let made: SearchedSite;
let server: SiteServer;
/** The five seeds, which have a timeline. */
const seeds: Partial<Record<WayOfOpening, string>> = {};

beforeAll(async () => {
	made = await searchedSite();
	const archive = archiveIn(root, "seeds");
	const ended = await buildArchive(archive);
	if (ended.code !== 0) throw new Error(ended.stderr);
	cpSync(archive.out, join(root, "host/news"), { recursive: true });
	server = await serveSite(join(root, "host"), 0, false);
	seeds["under a sub-path of a host"] = `${server.address}news/`;
	seeds["from a disk"] = `${pathToFileURL(archive.out).href}/`;
});
afterAll(async () => {
	await server?.close();
	await made?.close();
});

/** A word of its own for every kind of thing that a query may be. */
const words: readonly string[] = [
	"白俄羅斯",
	"G7",
	"COVID-19",
	"Lukash",
	"a",
	"的",
	"，",
	'"café"',
	"(停火 OR 谈判) -制裁",
	"标题:经济",
];

/** Ask in an open search page. @returns the ids of all hits and the number that the page says. */
async function ask(
	page: EnginePage,
	query: string,
): Promise<{ ids: string[]; total: string }> {
	await page.run((query) => {
		history.pushState(null, "", `?all=1&q=${encodeURIComponent(query)}`);
		dispatchEvent(new PopStateEvent("popstate"));
	}, query);
	return until(page, () => {
		const search = document.querySelector<HTMLElement>("[data-search]");
		if (search?.dataset.state === "error") throw new Error(search.innerText);
		if (search?.dataset.state !== "done") return undefined;
		const items = document.querySelectorAll("li[data-article-id]");
		return {
			ids: [...items].map((item) => item.getAttribute("data-article-id") ?? ""),
			total: document.querySelector("output")?.dataset.total ?? "",
		};
	});
}

const engines: readonly (readonly [string, () => Promise<Engine>])[] = [
	["Chromium", startChromium],
	["Firefox", startFirefox],
	["WebKit", startWebkit],
];

describe.each(engines)("in %s", againIfSilent, (_, start) => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await start();
	});
	afterAll(async () => {
		await engine?.close();
	});

	describe.each(waysOfOpening)("%s", (way) => {
		test("40 queries drawn from the texts are answered as a literal search does", async () => {
			const page = await engine.open();
			await page.go(`${made.ways[way]}search.html`);
			const queries = sampleQueries(
				made.articles,
				makeVocabulary().names,
				seededRandom(3),
				40,
			);
			const wrong: unknown[] = [];
			for (const terms of queries) {
				const expected = made.literal.hits(terms);
				const { ids, total } = await ask(page, writeQuery(terms));
				if (
					[...ids].sort().join() !== expected.join() ||
					total !== String(expected.length)
				)
					wrong.push({ query: writeQuery(terms), total, ids, expected });
			}
			expect(wrong).toEqual([]);
		});

		test("ten queries of every kind find the same as in a terminal", async () => {
			const { readerOf } = await import("../../src/search/query/from-disk.ts");
			const { search } = await import("../../src/search/query/search.ts");
			const reader = readerOf(made.folder);
			const page = await engine.open();
			await page.go(`${made.ways[way]}search.html`);
			let found = 0;
			for (const query of words) {
				const { answer } = await search(reader, query, { variants: true });
				const names = answer.hits.map(({ document }) =>
					reader.nameOf(document),
				);
				const expected = (await Promise.all(names)).map(({ id }) => id);
				const { ids } = await ask(page, query);
				expect([...ids].sort(), query).toEqual(expected.sort());
				if (expected.length > 0) found++;
			}
			expect(found).toBeGreaterThan(words.length - 2);
		});

		test("a hit shows marked excerpts and leads to the paragraph, marked", async () => {
			const page = await engine.open();
			const query = encodeURIComponent("卢卡申科");
			await page.go(`${made.ways[way]}search.html?q=${query}`);
			const address = await until(
				page,
				() =>
					document.querySelector(".search-excerpts mark") !== null &&
					document.querySelector<HTMLAnchorElement>(".search-excerpts a")?.href,
			);
			expect(address).toMatch(/articles\/.*\?q=.*#(?:p|f)\d+$/);
			await page.go(address);
			await until(page, () => {
				const { hash } = location;
				const target = document.getElementById(hash.slice(1));
				return target?.querySelector("mark.current") ? true : undefined;
			});
		});

		test("a filter narrows the hits", async () => {
			const page = await engine.open();
			const query = encodeURIComponent("经济");
			await page.go(`${made.ways[way]}search.html?q=${query}`);
			const count = await until(page, () => {
				const label = document.querySelector(".search-filters label");
				label?.querySelector("input")?.click();
				return label?.querySelector(".search-count")?.textContent ?? undefined;
			});
			expect(Number(count)).toBeGreaterThan(0);
			await until(
				page,
				(count) => document.querySelector("output")?.dataset.total === count,
				count,
			);
		});

		test("home leads to an article, the timeline to its evidence", async () => {
			const page = await engine.open();
			await page.go(`${seeds[way]}index.html`);
			const article = await until(
				page,
				() =>
					document.querySelector<HTMLAnchorElement>('main a[href*="articles/"]')
						?.href,
			);
			await page.go(article);
			expect(
				await page.run(
					() => document.querySelectorAll("article .body p").length,
				),
			).toBeGreaterThan(2);
			await page.go(`${seeds[way]}timeline.html`);
			const evidence = await page.run(() => ({
				meetings: document.querySelectorAll("li[data-encounter-id]").length,
				link: document.querySelector<HTMLAnchorElement>(
					'li[data-encounter-id] a[href*="#p"]',
				)?.href,
			}));
			expect(evidence.meetings).toBeGreaterThanOrEqual(3);
			await page.go(evidence.link ?? "");
			expect(
				await page.run(
					() => document.getElementById(location.hash.slice(1)) !== null,
				),
			).toBe(true);
		});

		test("digits stand apart from each other", async () => {
			const page = await engine.open();
			await page.go(`${seeds[way]}timeline.html`);
			const overlaps = await page.run(() => {
				const wrong: string[] = [];
				const walker = document.createTreeWalker(
					document.body,
					NodeFilter.SHOW_TEXT,
				);
				for (let seen = 0; walker.nextNode() && seen < 3_000; ) {
					const node = walker.currentNode as Text;
					for (const { index = 0 } of node.data.matchAll(/\d(?=\d)/g)) {
						seen++;
						const boxes = [index, index + 1].map((at) => {
							const range = document.createRange();
							range.setStart(node, at);
							range.setEnd(node, at + 1);
							return range.getBoundingClientRect();
						});
						const [a, b] = boxes as [DOMRect, DOMRect];
						const sameLine = Math.abs(a.top - b.top) < 1;
						if (a.width > 0 && sameLine && b.left - a.left < a.height * 0.2)
							wrong.push(node.data);
					}
				}
				return wrong;
			});
			expect(overlaps).toEqual([]);
		});
	});
});

describe.each(engines)("in %s", againIfSilent, (_, start) => {
	test("what was saved is read and searched when nobody answers any more", async () => {
		const site = await searchedSite();
		const engine = await start();
		try {
			const way = "under a sub-path of a host";
			const page = await engine.open();
			await page.go(`${site.ways[way]}search.html`);
			await until(page, () => {
				const button = document.querySelector<HTMLButtonElement>(
					".search-offline button",
				);
				button?.click();
				return button !== null;
			});
			await until(page, () =>
				document
					.querySelector(".search-offline")
					?.textContent?.includes("已全部存好"),
			);
			await page.run(() => navigator.serviceWorker.ready.then(() => true));
			await site.goOffline();
			await page.go(
				`${site.ways[way]}search.html?q=${encodeURIComponent("停火")}`,
			);
			const term: Term = {
				text: "停火",
				literal: false,
				excluded: false,
				headline: false,
			};
			const total = await until(
				page,
				() => document.querySelector("output")?.dataset.total,
			);
			expect(total).toBe(String(site.literal.hits([term]).length));
			await until(
				page,
				() => document.querySelector(".search-excerpts mark") !== null,
			);
		} finally {
			await engine.close();
			await site.close();
		}
	});
});
