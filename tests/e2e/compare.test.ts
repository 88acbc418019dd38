/** Two articles side by side, over HTTP and from a disk. */
import { pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SiteServer, serveSite } from "../../src/commands/serve.ts";
import { buildSample } from "../site/build-sample.ts";
import { makeArticle, sources } from "../site/sample-corpus.ts";
import { launchBrowser } from "../support/browser.ts";
import { sharedFolder } from "../support/scratch.ts";

let browser: Browser;
let server: SiteServer;
let root = "";

const shared =
	"两国元首二十五日下午在大会堂举行会谈，就工业园的前景交换了意见。";
const paragraphs = (texts: readonly string[]) => ({
	paragraphs: texts.map((text, i) => ({ id: `p${i + 1}`, text })),
	html: texts.map((text, i) => `<p id="p${i + 1}">${text}</p>`).join(""),
});
const newer = makeArticle({
	id: "aaaaaaaaaaaaaaaa",
	day: "2019-04-26",
	related: ["bbbbbbbbbbbbbbbb"],
	revisions: ["aaaaaaaaaaaaaaaa-00000001"],
	...paragraphs([shared, "定稿说双方签署了三份文件。"]),
});
const older = makeArticle({
	id: "aaaaaaaaaaaaaaaa-00000001",
	day: "2019-04-26",
	revisionOf: "aaaaaaaaaaaaaaaa",
	...paragraphs([shared, "初稿说双方签署了两份文件。"]),
});
const elsewhere = makeArticle({
	id: "bbbbbbbbbbbbbbbb",
	day: "2019-04-26",
	source: { ...sources.morning, id: "evening", name: "晚报" },
	...paragraphs([
		"两国元首二十五日下午在大会堂会谈，就工业园的前景交换意见。只有晚报写到随行的乐队与天气。",
	]),
});

beforeAll(async () => {
	[browser, { root }] = await Promise.all([
		launchBrowser(),
		buildSample(sharedFolder(), { articles: [newer, older, elsewhere] }),
	]);
	server = await serveSite(root, 0, false);
});
afterAll(async () => {
	await browser?.close();
	await server?.close();
});

describe.each([
	["over HTTP", () => server.address],
	["from a disk", () => `${pathToFileURL(root).href}/`],
])("%s", (_, base) => {
	test("two versions stand paragraph by paragraph, with what was changed marked", async () => {
		const page = await browser.newPage();
		const said: string[] = [];
		page.on("console", (message) => {
			if (!message.location().url.includes("/search/"))
				said.push(message.text());
		});
		await page.goto(`${base()}articles/aa/aaaaaaaaaaaaaaaa.html`);
		await page.locator('a[href*="compare.html?a=aaaaaaaaaaaaaaaa-"]').click();
		await page.waitForSelector(".compare-row");
		expect(await page.locator(".compare-row").count()).toBe(3);
		expect(await page.locator("del").allTextContents()).toEqual(["初", "两"]);
		expect(await page.locator("ins").allTextContents()).toEqual(["定", "三"]);
		expect(said).toEqual([]);
		await page.close();
	});

	test("of two outlets' stories the sentences are marked that only one of them tells", async () => {
		const page = await browser.newPage();
		await page.goto(
			`${base()}compare.html?a=aaaaaaaaaaaaaaaa&b=bbbbbbbbbbbbbbbb`,
		);
		await page.waitForSelector(".compare-row");
		expect(await page.locator("mark").allTextContents()).toEqual([
			"定稿说双方签署了三份文件。",
			"只有晚报写到随行的乐队与天气。",
		]);
		expect(await page.locator(".compare-heads a").count()).toBe(2);
		expect(await page.locator("iframe").count()).toBe(0);
		await page.close();
	});

	test("what is not there is said, and nothing is made of an odd address", async () => {
		const page = await browser.newPage();
		for (const odd of ["", "?a=../x&b=%3Cb%3E", "?a=aaaaaaaaaaaaaaaa"]) {
			await page.goto(`${base()}compare.html${odd}`);
			await page.waitForSelector("#compare-state:not([hidden])");
			expect(await page.textContent("#compare-state")).toContain("对照");
			expect(await page.locator("iframe").count()).toBe(0);
		}
		await page.close();
	});
});
