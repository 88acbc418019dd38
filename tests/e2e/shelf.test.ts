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
		await page.fill(".keep textarea", "与另一家不同（$& 与 $1）");
		await page.locator(".keep form button").click();
		await page.goto(`${base()}reading-list.html`);
		expect(await page.locator(".shelf > li").count()).toBe(1);
		expect(await page.textContent(".shelf > li ul")).toContain(
			"与另一家不同（$& 与 $1）",
		);
		const ris = await saved(page, "ris");
		expect(ris).toMatch(/^TY {2}- NEWS\r\n/);
		expect(ris).toMatch(
			/N1 {2}- ¶2 与另一家不同（\$& 与 \$1）\r\nER {2}- \r\n$/,
		);
		const { items } = JSON.parse(await saved(page, "json"));
		expect(items[0]).toMatchObject({ id, place: article });
		await page.locator(".shelf > li > a").click();
		expect(await page.locator("article").getAttribute("data-article-id")).toBe(
			id,
		);
		await context.close();
	});

	test("what went home as RIS comes in again with its notes, and what is no article of this archive is marked", async () => {
		const context = await browser.newContext();
		const page = await context.newPage();
		const list = join(scratchFolder(), "list.ris");
		const entry = (...lines: string[]) =>
			["TY  - NEWS", ...lines, "ER  - ", ""].join("\r\n");
		const own = entry(
			`ID  - ${id}`,
			"TI  - 两国元首在北京会谈",
			"T2  - 晨报中文网",
			"DA  - 2019/04/26",
			`N1  - articles/20/${id}.html SHA-256 ${"0".repeat(64)}`,
			"N1  - ¶2 与另一家不同",
			"N1  - <p>整篇的笔记</p>",
		);
		writeFileSync(
			list,
			`${own}\r\n${entry("TI  - 别处的书", "UR  - https://elsewhere.example/1")}${entry("TI  - 没有地址的书")}`,
		);
		await page.goto(`${base()}reading-list.html`);
		await page.setInputFiles('input[type="file"]', list);
		await page.getByText("已导入").waitFor();
		expect(await page.textContent("#shelf output")).toContain("2 篇");
		const shown = page.locator(".shelf > li");
		expect(await shown.count()).toBe(3);
		expect(await shown.nth(0).locator("ul li").allTextContents()).toEqual([
			"¶2 与另一家不同",
			"整篇的笔记",
		]);
		expect(await shown.nth(0).textContent()).not.toContain("这个存档里没有");
		expect(await shown.nth(1).textContent()).toContain("这个存档里没有");
		expect(await shown.nth(2).locator("a").count()).toBe(0);
		const again = await saved(page, "ris");
		expect(
			again.startsWith(own.replace("<p>整篇的笔记</p>", "整篇的笔记")),
		).toBe(true);
		expect(again.match(/^TY {2}- /gm)).toHaveLength(3);
		// Twice the same adds nothing.
		await page.setInputFiles('input[type="file"]', list);
		await page.getByText("已导入").waitFor();
		expect(await shown.count()).toBe(3);
		expect(await shown.nth(0).locator("ul li").count()).toBe(2);
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
	expect(await page.textContent("#shelf output")).toContain("只保留到关闭页面");
	await page.locator('[data-save="ris"]').click();
	expect(await page.textContent("#shelf output")).toContain("没有可导出的");
	await context.close();
});

test("where storage is full it is said, and nothing of the page is lost", async () => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${server.address}${article}`);
	await page.locator(".keep > button").click();
	await page.evaluate(() => {
		for (let size = 4_000_000; size > 0; size >>= 1)
			for (let n = 0; ; n++)
				try {
					localStorage.setItem(`full ${size} ${n}`, "x".repeat(size));
				} catch {
					break;
				}
	});
	await page.fill(".keep textarea", "存不下的笔记".repeat(10));
	await page.locator(".keep form button").click();
	expect(await page.textContent(".keep output")).toContain("只保留到关闭页面");
	expect(await page.textContent(".keep ul")).toContain("存不下的笔记");
	// What was stored before is still there.
	await page.goto(`${server.address}reading-list.html`);
	expect(await page.locator(".shelf > li").count()).toBe(1);
	await context.close();
});
