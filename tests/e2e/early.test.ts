/** The script inside the search page: what every answer needs is asked for before the search script is there. */
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { type SearchedSite, searchedSite } from "../support/searched-site.ts";

const catalogue = "**/search/catalog.bin";
const searchScript = "**/assets/search.js";

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
	/** How often the catalogue was asked for. */
	readonly asked: () => number;
	readonly troubles: readonly string[];
}

async function visit(): Promise<Visit> {
	const context = await browser.newContext({ serviceWorkers: "block" });
	const page = await context.newPage();
	const troubles: string[] = [];
	let asked = 0;
	page.on("pageerror", (error) => troubles.push(error.message));
	page.on("request", (request) => {
		if (request.url().endsWith("/catalog.bin")) asked++;
	});
	return { context, page, asked: () => asked, troubles };
}

const question = () =>
	`${site.ways["under a sub-path of a host"]}search.html?q=${encodeURIComponent("白俄罗斯")}`;

async function expectHits(page: Page): Promise<void> {
	await page.waitForSelector('[data-state="done"]');
	expect(await page.locator("li[data-article-id]").count()).toBeGreaterThan(0);
}

test("the catalogue is asked for while the search script is held back, and not again", async () => {
	const { context, page, asked, troubles } = await visit();
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(searchScript, async (route) => {
		await released;
		await route.continue();
	});
	const answered = page.waitForResponse(catalogue);
	await page.goto(question(), { waitUntil: "commit" });
	// Without the early script nobody asks, and this waits for ever.
	await answered;
	release();
	await expectHits(page);
	expect(asked()).toBe(1);
	expect(troubles).toEqual([]);
	await context.close();
});

test.each([
	["is cut off", undefined],
	["is refused", 503],
])(
	"where the early request %s, the page asks again and answers",
	async (_, status) => {
		const { context, page, asked, troubles } = await visit();
		await page.route(
			catalogue,
			(route) => (status ? route.fulfill({ status }) : route.abort()),
			{ times: 1 },
		);
		await page.goto(question());
		await expectHits(page);
		expect(asked()).toBe(2);
		expect(troubles).toEqual([]);
		await context.close();
	},
);

test("where the page's policy lets the early script not run, the page answers all the same", async () => {
	const { context, page, asked, troubles } = await visit();
	await page.route("**/search.html?*", async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		const other = body.replace(/sha256-[^']+/, `sha256-${"A".repeat(43)}=`);
		expect(other).not.toBe(body);
		await route.fulfill({ response, body: other });
	});
	await page.goto(question());
	await expectHits(page);
	expect(asked()).toBe(1);
	expect(troubles).toEqual([]);
	await context.close();
});

test("where nothing is asked, nothing is asked for early", async () => {
	const { context, page, asked } = await visit();
	await page.goto(`${site.ways["under a sub-path of a host"]}search.html?q=`);
	await page.waitForSelector("[data-search][data-ready]");
	expect(asked()).toBe(0);
	await context.close();
});
