/** What an owner says, as readers see it: two languages, a long name, a logo, in Chromium. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { type SiteServer, serveSite } from "../../src/commands/serve.ts";
import { defaults } from "../../src/config.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { build } from "../../src/pipeline.ts";
import { articlePath } from "../../src/site/addresses.ts";
import { launchBrowser } from "../support/browser.ts";
import { archiveIn, optionsFor, sharedPools } from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import { sharedFolder, writeFiles } from "../support/scratch.ts";
import { openWatched } from "../support/watched.ts";

const pools = sharedPools();
const archive = archiveIn(sharedFolder());
let browser: Browser;
let server: SiteServer;
let article = "";
const ways: Record<string, string> = {};

const titles = {
	"zh-Hans":
		"中华人民共和国与白俄罗斯共和国及其邻国往来旧闻报道全文存档编年总录",
	en: "The complete chronicle of archived news reports about meetings of neighbouring countries’ leaders",
};

beforeAll(async () => {
	writeSeeds(archive.seeds, 12);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#1f4e79"/></svg>`;
	writeFiles(archive.seeds, {
		"_archive.yml": `title: {zh-Hans: ${titles["zh-Hans"]}, en: ${titles.en}}
languages: [zh-Hans, en]
logo: _assets/logo.png
`,
		"_assets/logo.png": await sharp(Buffer.from(svg)).png().toBuffer(),
		"_assets/map.png": await sharp(Buffer.from(svg)).png().toBuffer(),
		"_pages/method.md": "# 方法\n\n![地图](../_assets/map.png)\n",
	});
	const config = readArchive(archive.seeds, defaults);
	await build({ ...optionsFor(archive), config }, pools);
	const [first] = readCorpus(archive.corpus).manifest.articles;
	article = articlePath(first?.id ?? "");
	server = await serveSite(archive.out, 0, false);
	ways["from a host"] = server.address;
	ways["from a disk"] = `${pathToFileURL(archive.out).href}/`;
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.close();
});

const watched = () =>
	openWatched(browser, [server.address, pathToFileURL(archive.out).href]);

describe.each(["from a host", "from a disk"])("two languages, %s", (way) => {
	test("the switch leads to the same page, at the same place, and back", async () => {
		const { page, troubles } = await watched();
		await page.goto(`${ways[way]}${article}#p1`);
		await page.locator('a[data-language="en"]').click();
		await page.waitForURL(`${ways[way]}en/${article}#p1`);
		expect(await page.locator("html").getAttribute("lang")).toBe("en");
		expect(await page.locator("#p1").textContent()).toContain("白俄罗斯总统");
		await page.locator('a[data-language="zh-Hans"]').click();
		await page.waitForURL(`${ways[way]}${article}#p1`);
		expect(troubles).toEqual([]);
	});

	test("both ask one index; hits, filters and their numbers are told in the language asked in", async () => {
		const { page, troubles } = await watched();
		const ask = async (place: string) => {
			await page.goto(`${ways[way]}${place}?q=${encodeURIComponent("会见")}`);
			await page.waitForSelector('[data-state="done"]');
			await page.waitForSelector(".search-excerpts mark");
			return {
				total: await page
					.locator("output[data-total]")
					.getAttribute("data-total"),
				first: await page
					.locator("li[data-article-id] h2 a")
					.first()
					.evaluate((link) => (link as HTMLAnchorElement).href),
			};
		};
		const chinese = await ask("search.html");
		expect(Number(chinese.total)).toBeGreaterThan(3);
		await page.locator('a[data-language="en"]').click();
		await page.waitForURL(/en\/search\.html\?q=/);
		await page.waitForSelector('[data-state="done"]');
		const english = await ask("en/search.html");
		expect(english.total).toBe(chinese.total);
		expect(english.first).toBe(
			chinese.first.replace(ways[way] ?? "", `${ways[way]}en/`),
		);
		// The box in the head asks the same and leads to pages of its language.
		await page.goto(`${ways[way]}en/about.html`);
		await page.locator("#site-search").fill("会见");
		await page.waitForSelector(".search-quick a");
		for (const link of await page.locator(".search-quick a").all())
			expect(await link.getAttribute("href")).toContain("/en/");
		expect(troubles).toEqual([]);
	});
});

test("addresses that are taken home are the ones that the archive cites, whatever the language of the page", async () => {
	const page = await (
		await browser.newContext({ acceptDownloads: true })
	).newPage();
	await page.goto(
		`${server.address}en/search.html?q=${encodeURIComponent("会见")}`,
	);
	await page.waitForSelector('[data-state="done"]');
	await page.locator(".search-take details").evaluate((one) => {
		(one as HTMLDetailsElement).open = true;
	});
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.locator('[data-format="links"]').click(),
	]);
	const lines = readFileSync(await download.path(), "utf8")
		.trim()
		.split("\n");
	expect(lines.length).toBeGreaterThan(3);
	for (const line of lines)
		expect(line).toMatch(new RegExp(`^${server.address}articles/`));
});

test("a list that is kept in one language is read in the other", async () => {
	const page = await (await browser.newContext()).newPage();
	await page.goto(`${server.address}${article}`);
	await page.locator(".keep > button").click();
	await page.goto(`${server.address}en/reading-list.html`);
	await page.locator("#shelf li a.headline-link").click();
	await page.waitForURL(`${server.address}en/${article}`);
});

test.each([320, 360, 768, 1280])(
	"a long name takes two lines of the head and no more, and nothing is wider than the window, at %i pixels",
	async (width) => {
		const page = await browser.newPage({ viewport: { width, height: 800 } });
		for (const path of [
			article,
			"en/about.html",
			"timeline.html",
			"en/index.html",
		]) {
			await page.goto(`${server.address}${path}`);
			const { lines, logo, overflow } = await page.evaluate(() => {
				const name = document.querySelector(".brand-name") as HTMLElement;
				const image = document.querySelector(".logo") as HTMLImageElement;
				return {
					lines:
						name.getBoundingClientRect().height /
						Number.parseFloat(getComputedStyle(name).lineHeight),
					logo: {
						loaded: image.naturalWidth > 0,
						alt: image.alt,
						height: image.height,
					},
					overflow: document.documentElement.scrollWidth - innerWidth,
				};
			});
			expect(lines, path).toBeLessThan(2.2);
			expect(logo, path).toMatchObject({ loaded: true, alt: "" });
			expect(logo.height, path).toBeLessThanOrEqual(40);
			expect(overflow, path).toBeLessThanOrEqual(0);
		}
		await page.close();
	},
);

test("a picture of the owner's own is shown on the owner's page in every language", async () => {
	const { page, troubles } = await watched();
	for (const path of ["pages/method.html", "en/pages/method.html"]) {
		await page.goto(`${ways["from a disk"]}${path}`);
		const image = page.locator('.body picture img[alt="地图"]');
		await image.scrollIntoViewIfNeeded();
		await expect
			.poll(() =>
				image.evaluate((one) => (one as HTMLImageElement).naturalWidth),
			)
			.toBeGreaterThan(0);
	}
	expect(troubles).toEqual([]);
	const manifest = JSON.parse(
		readFileSync(join(archive.out, "manifest.webmanifest"), "utf8"),
	);
	expect(manifest.icons[0].src).toMatch(/^images\/logo-[0-9a-f]{16}-192\.png$/);
});
