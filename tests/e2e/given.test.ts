/** The search page holds its script and what the index says of itself: nothing stands between a question and its words. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withOutline } from "../../src/assemble/search-page.ts";
import { outlineFile } from "../../src/search/catalog.ts";
import { packed } from "../../src/search/write/publish.ts";
import { launchBrowser } from "../support/browser.ts";
import { type SearchedSite, searchedSite } from "../support/searched-site.ts";

let browser: Browser;
let site: SearchedSite;
beforeAll(async () => {
	site = await searchedSite();
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

interface Visit {
	readonly context: BrowserContext;
	readonly page: Page;
	/** What was asked for, below the site's root. */
	readonly asked: readonly string[];
	readonly troubles: readonly string[];
}

async function visit(): Promise<Visit> {
	const context = await browser.newContext({ serviceWorkers: "block" });
	const page = await context.newPage();
	const troubles: string[] = [];
	const asked: string[] = [];
	page.on("pageerror", (error) => troubles.push(error.message));
	page.on("request", (request) => asked.push(request.url().slice(root.length)));
	const root = site.ways["under a sub-path of a host"];
	return { context, page, asked, troubles };
}

const addressOf = (query: string) =>
	`${site.ways["under a sub-path of a host"]}search.html?q=${encodeURIComponent(query)}`;

async function expectHits(page: Page): Promise<void> {
	await page.waitForSelector('[data-state="done"]');
	expect(await page.locator("li[data-article-id]").count()).toBeGreaterThan(0);
}

test("words are asked for before anything else: neither scripts nor styles nor the outline are", async () => {
	const { context, page, asked, troubles } = await visit();
	await page.goto(addressOf("白俄罗斯"));
	await expectHits(page);
	const before = asked.slice(
		1,
		asked.findIndex((path) => path.includes("/index/")),
	);
	expect(before.filter((path) => !/^search\/d-.*documents/.test(path))).toEqual(
		[],
	);
	expect(asked).not.toContain(`search/${outlineFile}`);
	expect(asked).not.toContain("assets/search.js");
	expect(troubles).toEqual([]);
	await context.close();
});

test("a page that is older than the index asks for its outline, and answers", async () => {
	const { context, page, asked, troubles } = await visit();
	await page.route("**/search.html?*", async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		const older = body.replaceAll(/"v-[0-9a-f]{16}"/g, '"v-0000000000000000"');
		expect(older).not.toBe(body);
		await route.fulfill({ response, body: older });
	});
	await page.goto(addressOf("白俄罗斯"));
	await expectHits(page);
	expect(await page.locator('[data-part="trouble"]').isVisible()).toBe(false);
	expect(asked.filter((path) => path === `search/${outlineFile}`)).toHaveLength(
		1,
	);
	expect(troubles).toEqual([]);
	await context.close();
});

test("where nothing is asked, nothing of the index is loaded", async () => {
	const { context, page, asked } = await visit();
	await page.goto(addressOf(""));
	await page.waitForSelector("[data-search][data-ready]");
	expect(asked.filter((path) => path.startsWith("search/"))).toEqual([]);
	await context.close();
});

test("a page takes the outline of another index as if it had never held one, and nothing in it ends the script", () => {
	const page = readFileSync(join(site.folder, "search.html"), "utf8");
	const outlineOf = (name: string) =>
		packed(Buffer.from(JSON.stringify({ sources: [{ id: "a", name }] })));
	const hostile = withOutline(page, outlineOf("</script><b>$&"));
	expect(hostile).toContain('"\\u003c/script>\\u003cb>$&"');
	expect(withOutline(hostile, outlineOf("甲"))).toBe(
		withOutline(page, outlineOf("甲")),
	);
});
