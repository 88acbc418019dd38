import { cpSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesBelow } from "../../src/base/files-below.ts";
import { type SiteServer, serveSite } from "../../src/commands/serve.ts";
import { readArticle, readCorpus } from "../../src/corpus/store.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Archive, archiveIn, buildArchive } from "../support/build.ts";
import { sharedFolder } from "../support/scratch.ts";
import { openWatched } from "../support/watched.ts";

const root = sharedFolder();
let archive: Archive;
let browser: Browser;
let server: SiteServer;
/** Way of opening → address of the site's root. */
const ways: Record<string, string> = {};

beforeAll(async () => {
	archive = archiveIn(root, "seeds");
	const ended = await buildArchive(archive);
	if (ended.code !== 0) throw new Error(ended.stderr);
	cpSync(archive.out, join(root, "host/news/archive"), { recursive: true });
	server = await serveSite(join(root, "host"), 0, false);
	ways["under a sub-path of a host"] = `${server.address}news/archive/`;
	ways["from a disk"] = `${pathToFileURL(archive.out).href}/`;
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.close();
});

const watched = () =>
	openWatched(browser, [server.address, pathToFileURL(root).href]);

const belarus = ["白俄罗斯", "白罗斯", "白俄羅斯", "白羅斯", "belarus"];
const lukashenko = [
	"卢卡申科",
	"盧卡申科",
	"卢卡申柯",
	"盧卡申柯",
	"lukashenko",
];
/** A query and, for each of its terms, the literal words of which one must stand in an article. */
const queries: [query: string, terms: string[][]][] = [
	["白俄罗斯", [belarus]],
	["白罗斯", [belarus]],
	["白俄羅斯", [belarus]],
	["卢卡申科", [lukashenko]],
	["盧卡申科", [lukashenko]],
	["全天候", [["全天候"]]],
	["上合组织", [["上合组织", "上合組織", "上海合作组织", "上海合作組織"]]],
	["钓鱼台", [["钓鱼台", "釣魚臺", "釣魚台"]]],
	["停火", [["停火"]]],
	["Lukashenko", [lukashenko]],
	["卢卡申科 停火", [lukashenko, ["停火"]]],
	["“没有这样的话”", [["没有这样的话"]]],
];

/** Ids of the articles in which a literal search finds every term. */
function literalHits(terms: string[][]): string[] {
	const { manifest } = readCorpus(archive.corpus);
	return manifest.articles
		.map(({ id }) => readArticle(archive.corpus, id))
		.filter(({ headline, paragraphs, figures, bylines }) => {
			const parts = [
				headline,
				...paragraphs.map(({ text }) => text),
				...figures.flatMap(({ caption, credit }) => [caption, credit]),
				...bylines,
			].map((text) => text.normalize("NFKC").toLowerCase());
			return terms.every((words) =>
				parts.some((text) => words.some((word) => text.includes(word))),
			);
		})
		.map(({ id }) => id)
		.sort();
}

describe.each(["under a sub-path of a host", "from a disk"])(
	"opened %s",
	(way) => {
		test.each(queries)(
			"searching %s finds what a literal search finds",
			async (query, terms) => {
				const { page, troubles, close } = await watched();
				await page.goto(
					`${ways[way]}search.html?q=${encodeURIComponent(query)}&all=1`,
				);
				await page.waitForSelector('[data-state="done"]');
				const expected = literalHits(terms);
				const hits = await page.$$eval("li[data-article-id]", (items) =>
					items.map((item) => item.getAttribute("data-article-id")),
				);
				expect([...hits].sort()).toEqual(expected);
				expect(
					await page.getAttribute("output[data-total]", "data-total"),
				).toBe(String(expected.length));
				expect(troubles).toEqual([]);
				await close();
			},
		);

		test("no page talks to anybody else, complains or breaks the policy", async () => {
			const { page, troubles, close } = await watched();
			for (const path of filesBelow(archive.out).filter((name) =>
				name.endsWith(".html"),
			)) {
				await page.goto(`${ways[way]}${path}`);
				expect(troubles, path).toEqual([]);
			}
			await close();
		});

		test("a search typed into the home page's header leads to an article with the words marked", async () => {
			const { page, troubles, close } = await watched();
			await page.goto(`${ways[way]}index.html`);
			await page.locator('header input[name="q"]').first().fill("钓鱼台");
			await page.keyboard.press("Enter");
			await page.waitForURL(/search\.html/);
			await page.waitForSelector('[data-state="done"]');
			await page.locator("li[data-article-id] a").first().click();
			await page.waitForURL(/articles\//);
			await page.waitForFunction(
				() => document.querySelectorAll("mark").length > 0,
			);
			expect(troubles).toEqual([]);
			await close();
		});
	},
);
