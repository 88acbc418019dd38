/** A reader's own list, over HTTP and from a disk. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SiteServer, serveSite } from "../../src/commands/serve.ts";
import { buildSample } from "../site/build-sample.ts";
import { launchBrowser } from "../support/browser.ts";
import { scratchFolder, sharedFolder } from "../support/scratch.ts";

let browser: Browser;
let server: SiteServer;
let root = "";
const id = "2019042600000001";
const article = `articles/20/${id}.html`;

beforeAll(async () => {
	[browser, { root }] = await Promise.all([
		launchBrowser(),
		buildSample(sharedFolder()),
	]);
	server = await serveSite(root, 0, false);
});
afterAll(async () => {
	await browser?.close();
	await server?.close();
});

async function saved(page: Page, kind: "json" | "ris"): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.locator(`[data-save="${kind}"]`).click(),
	]);
	return readFileSync(await download.path(), "utf8");
}

describe.each([
	["over HTTP", () => server.address],
	["from a disk", () => `${pathToFileURL(root).href}/`],
])("%s", (_, base) => {
	test("an article is kept with a note to a paragraph, and goes home as JSON and RIS", async () => {
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.goto(`${base()}${article}#p2`);
		await page.locator(".keep > button").click();
		expect(await page.inputValue('.keep select[name="paragraph"]')).toBe("p2");
		await page.fill(".keep textarea", "与另一家不同");
		await page.locator(".keep form button").click();
		await page.goto(`${base()}reading-list.html`);
		expect(await page.locator(".shelf > li").count()).toBe(1);
		expect(await page.textContent(".shelf > li ul")).toContain("与另一家不同");
		const ris = await saved(page, "ris");
		expect(ris).toMatch(/^TY {2}- NEWS\r\n/);
		expect(ris).toMatch(/N1 {2}- ¶2 与另一家不同\r\nER {2}- \r\n$/);
		const { items } = JSON.parse(await saved(page, "json"));
		expect(items[0]).toMatchObject({ id, place: article });
		await page.locator(".shelf > li > a").click();
		expect(await page.locator("article").getAttribute("data-article-id")).toBe(
			id,
		);
		await context.close();
	});

	test("a list from elsewhere comes in with what is missing here, and nothing else of the file", async () => {
		const context = await browser.newContext();
		const page = await context.newPage();
		const list = join(scratchFolder(), "list.json");
		const item = (place: string, own: string) => ({
			id: own,
			title: `题 ${own}`,
			about: "",
			place,
			notes: [],
		});
		writeFileSync(
			list,
			JSON.stringify({
				version: 1,
				archive: "别的存档",
				items: [
					item(article, id),
					item("articles/ff/ffffffffffffffff.html", "ffffffffffffffff"),
					item("https://evil.example/", "e"),
					item("articles/../../x.html", "f"),
				],
			}),
		);
		await page.goto(`${base()}reading-list.html`);
		await page.setInputFiles('input[type="file"]', list);
		await page.waitForFunction(
			() => document.querySelectorAll(".shelf > li").length === 2,
			undefined,
			{ timeout: 30_000 },
		);
		const texts = await page.locator(".shelf > li").allTextContents();
		expect(texts[0]).not.toContain("这个存档里没有");
		expect(texts[1]).toContain("这个存档里没有");
		writeFileSync(list, "{ no list");
		await page.setInputFiles('input[type="file"]', list);
		await page.waitForFunction(() =>
			document
				.querySelector("#shelf output")
				?.textContent?.includes("不是书单"),
		);
		expect(await page.locator(".shelf > li").count()).toBe(2);
		await context.close();
	});
});

test("where storage is forbidden it is said, and the page goes on", async () => {
	const context = await browser.newContext();
	await context.addInitScript(() => {
		Object.defineProperty(window, "localStorage", {
			get() {
				throw new DOMException("denied", "SecurityError");
			},
		});
	});
	const page = await context.newPage();
	await page.goto(`${server.address}${article}`);
	await page.locator(".keep > button").click();
	expect(await page.textContent(".keep output")).toContain("只保留到关闭页面");
	expect(await page.locator(".keep form").isVisible()).toBe(true);
	await page.goto(`${server.address}reading-list.html`);
	await page.locator('[data-save="ris"]').click();
	expect(await page.textContent("#shelf output")).toContain("没有可导出的");
	await context.close();
});
