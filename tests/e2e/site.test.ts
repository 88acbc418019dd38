/** The site in a real browser: nothing leaves it, nothing complains, everybody can use it. */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SiteServer, serveSite } from "../../src/commands/serve.ts";
import { buildSample, filesUnder } from "../site/build-sample.ts";
import { ownersPages } from "../site/sample-corpus.ts";
import { launchBrowser } from "../support/browser.ts";
import { sharedFolder } from "../support/scratch.ts";
import { smallTargets } from "../support/small-targets.ts";

let browser: Browser;
const folder = sharedFolder();
let root = "";
/** At the root of a host, and under a sub-path of another. */
let host: SiteServer;
let subHost: SiteServer;
let http = "";

/** One page of every kind. */
const kinds = [
	"index.html",
	"timeline.html",
	"search.html",
	"years.html",
	"years/2019.html",
	"sources.html",
	"sources/morning-post.html",
	"people.html",
	"people/xi-jinping.html",
	"places/beijing.html",
	"tags.html",
	"recent.html",
	"coverage.html",
	"report.html",
	"compare.html",
	"reading-list.html",
	"about.html",
	"404.html",
	"articles/20/2019042600000001.html",
	"articles/20/2023030200000003.html",
	"articles/20/2019042700000002.html",
	"articles/00/0000000000000005.html",
	"encounters/2019-04-25-beijing.html",
	"collections.html",
	"collections/two-days.html",
	"pages/method.html",
	"withdrawn.html",
	"articles/ab/ab00000000000002.html",
];

/** Those among them that are laid out differently. */
const distinct = kinds.filter(
	(path) =>
		!/^(?:sources\.html|people\/|places\/|tags|404|articles\/(?:20\/2023|00\/))/.test(
			path,
		),
);

beforeAll(async () => {
	[browser, { root }] = await Promise.all([
		launchBrowser(),
		buildSample(folder, { archive: { archive: ownersPages } }),
	]);
	[host, subHost] = await Promise.all([
		serveSite(root, 0, false),
		serveSite(root, 0, false, { under: "/sub/path", likeAHost: true }),
	]);
	http = host.address.slice(0, -1);
});

afterAll(async () => {
	await browser?.close();
	await host?.close();
	await subHost?.close();
});

/** What a page asked for elsewhere, and what the browser had to say about it. */
function watch(page: Page, origin: string) {
	const said: string[] = [];
	page.on("request", (request) => {
		const address = request.url();
		if (!address.startsWith(origin) && !address.startsWith("data:"))
			said.push(`asked for ${address}`);
	});
	page.on("console", (message) => {
		// This sample has no search index; the search engine's own tests look at that.
		const about = `${message.text()} ${message.location().url}`;
		if (!about.includes("/search/")) said.push(message.text());
	});
	page.on("pageerror", (error) => said.push(String(error)));
	return said;
}

const places: [string, () => string, () => string][] = [
	["over HTTP", () => http, () => `${http}/`],
	["under a sub-path", () => subHost.address, () => subHost.address],
	["from a file", () => "file:", () => `${pathToFileURL(root).href}/`],
];

describe.each(places)("%s", (_, origin, base) => {
	test("no page asks for anything elsewhere, and the browser has nothing to say", async () => {
		const page = await browser.newPage();
		const said = watch(page, origin());
		const complaints: string[] = [];
		for (const path of kinds) {
			await page.goto(base() + path, { waitUntil: "load" });
			for (const line of said.splice(0)) complaints.push(`${path}: ${line}`);
			expect(await page.locator("main").count()).toBe(1);
			const unstyled = await page.evaluate(
				() => getComputedStyle(document.body).marginTop !== "0px",
			);
			expect(unstyled).toBe(false);
		}
		await page.close();
		expect(complaints).toEqual([]);
	});
});

/** How pages are looked at. WCAG 1.4.10 asks for 400% of a window of 1280 × 1024. */
const looks = {
	light: {},
	dark: { colorScheme: "dark" },
	"the dark of forced colours": { forcedColors: "active", colorScheme: "dark" },
	"400% zoom": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
} as const satisfies Record<string, BrowserContextOptions>;

describe.each(
	Object.entries(looks) as [keyof typeof looks, BrowserContextOptions][],
)("axe in %s", (look, options) => {
	let page: Page;
	beforeAll(async () => {
		page = await browser.newPage(options);
	});
	afterAll(() => page?.close());
	test.each(distinct)("finds nothing on %s", async (path) => {
		await page.goto(`${http}/${path}`);
		await page.locator("details").evaluateAll((all) => {
			for (const one of all) one.setAttribute("open", "");
		});
		// No page has frames: axe need not open another page to put together what it found in each.
		const axe = new AxeBuilder({ page }).setLegacyMode();
		// What differs in the dark is colour alone.
		if (look === "dark") axe.withRules(["color-contrast"]);
		const { violations } = await axe.analyze();
		expect(
			violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
		).toEqual([]);
	});
});

describe("layout", () => {
	test("fits 320 px on every kind of page, without sideways scrolling", async () => {
		const page = await browser.newPage({
			viewport: { width: 320, height: 700 },
		});
		const wide: string[] = [];
		for (const path of kinds) {
			await page.goto(`${http}/${path}`);
			const width = await page.evaluate(
				() => document.documentElement.scrollWidth,
			);
			if (width > 320) wide.push(`${path}: ${width}`);
		}
		await page.close();
		expect(wide).toEqual([]);
	});

	test("what stands by itself is 44 px high and wide for a finger, on every kind of page", async () => {
		const context = await browser.newContext({
			viewport: { width: 360, height: 740 },
			hasTouch: true,
			isMobile: true,
		});
		const page = await context.newPage();
		const small: string[] = [];
		for (const path of kinds) {
			await page.goto(`${http}/${path}`);
			await page.locator("details").evaluateAll((all) => {
				for (const one of all) one.setAttribute("open", "");
			});
			for (const one of await page.evaluate(smallTargets))
				small.push(`${path}: ${one}`);
		}
		await context.close();
		expect(small).toEqual([]);
	});

	test("sets 34 to 40 Han characters on a line of an article", async () => {
		const page = await browser.newPage({
			viewport: { width: 1440, height: 900 },
		});
		await page.goto(`${http}/articles/20/2019042600000001.html`);
		const characters = await page.locator(".body").evaluate((body) => {
			const size = Number.parseFloat(getComputedStyle(body).fontSize);
			return body.getBoundingClientRect().width / size;
		});
		await page.close();
		expect(characters).toBeGreaterThanOrEqual(34);
		expect(characters).toBeLessThanOrEqual(40);
	});

	test.each([390, 1280])(
		"does not shift while it loads, at %s px",
		async (width) => {
			const page = await browser.newPage({ viewport: { width, height: 800 } });
			const shifts: string[] = [];
			for (const path of distinct) {
				await page.goto(`${http}/${path}`);
				const shift = await page.evaluate(
					() =>
						new Promise<number>((done) => {
							let sum = 0;
							new PerformanceObserver((list) => {
								for (const entry of list.getEntries())
									sum += (entry as unknown as { value: number }).value;
							}).observe({ type: "layout-shift", buffered: true });
							setTimeout(() => done(sum), 300);
						}),
				);
				if (shift > 0) shifts.push(`${path}: ${shift}`);
			}
			await page.close();
			expect(shifts).toEqual([]);
		},
	);
});

test("the first stop of the tab key skips to the content, and focus can be seen", async () => {
	const page = await browser.newPage();
	await page.goto(`${http}/index.html`);
	await page.keyboard.press("Tab");
	expect(await page.evaluate(() => document.activeElement?.className)).toBe(
		"skip",
	);
	await page.keyboard.press("Enter");
	expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
	await page.keyboard.press("Tab");
	const outline = await page.evaluate(() =>
		document.activeElement
			? getComputedStyle(document.activeElement).outlineStyle
			: "none",
	);
	expect(outline).not.toBe("none");
	await page.close();
});

test("a missing address below a sub-path shows a styled page that leads home", async () => {
	const page = await browser.newPage();
	const said = watch(page, subHost.address);
	const answer = await page.goto(`${subHost.address}articles/no-such.html`);
	expect(answer?.status()).toBe(404);
	expect(
		await page.evaluate(() => getComputedStyle(document.body).marginTop),
	).toBe("0px");
	await page.locator('a[href="../"]').click();
	await page.waitForURL(subHost.address);
	await page.locator("main .latest li").first().waitFor();
	expect(await page.locator("main .latest li").count()).toBeGreaterThan(0);
	// The browser itself remarks that the first address is missing.
	expect(said.filter((line) => !line.includes("404"))).toEqual([]);
	await page.close();
});

test("a link to evidence lights up its sentence", async () => {
	const page = await browser.newPage();
	await page.goto(`${http}/encounters/2019-04-25-beijing.html`);
	await page.locator(".quote figcaption a").first().click();
	await page.waitForURL(/#p1$/);
	const sentence = page.locator("#p1 .evidence").first();
	expect(
		await sentence.evaluate((node) => getComputedStyle(node).backgroundColor),
	).not.toBe("rgba(0, 0, 0, 0)");
	await page.close();
});

test("the timeline can be filtered, and is whole without a script", async () => {
	const page = await browser.newPage();
	await page.goto(`${http}/timeline.html`);
	await page.selectOption('select[name="status"]', "unconfirmed");
	expect(await page.locator("[data-encounter-id]:visible").count()).toBe(1);
	await page.close();
	const plain = await browser.newPage({ javaScriptEnabled: false });
	await plain.goto(`${http}/timeline.html`);
	expect(await plain.locator("[data-encounter-id]:visible").count()).toBe(3);
	expect(await plain.locator("#filters").isVisible()).toBe(false);
	await plain.close();
});

test("a dot of the axis leads to its meeting and back, with the keyboard", async () => {
	const page = await browser.newPage();
	await page.goto(`${http}/timeline.html?status=unconfirmed`);
	const dot = page.locator(
		'.drawing-axis .dot[href="#e-2023-03-01-beijing"]:visible',
	);
	await dot.focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(/#e-2023-03-01-beijing$/);
	const entry = page.locator("#e-2023-03-01-beijing");
	// The filter of the address had hidden it.
	await entry.waitFor({ state: "visible" });
	await page.keyboard.press("Tab");
	expect(await page.evaluate(() => document.activeElement?.className)).toBe(
		"to-axis",
	);
	await page.keyboard.press("Enter");
	await page.waitForFunction(
		() =>
			document.activeElement?.getAttribute("href") === "#e-2023-03-01-beijing",
	);
	expect(await dot.evaluate((one) => one === document.activeElement)).toBe(
		true,
	);
	await page.close();
	const plain = await browser.newPage({ javaScriptEnabled: false });
	await plain.goto(`${http}/timeline.html`);
	await plain.locator(".drawing-map .dot:visible").first().click();
	await plain.waitForURL(/#e-2016-09-beijing$/);
	await plain.close();
});

test("a meeting can be cited", async () => {
	const page = await browser.newPage();
	await page.goto(`${http}/encounters/2023-03-01-beijing.html`);
	for (const style of ["gbt2025", "apa", "chicago", "mla"])
		expect(await page.locator(`[data-cite="${style}"]`).innerText()).toContain(
			"习近平与卢卡申科在北京会谈",
		);
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.locator('a[download$=".ris"]').click(),
	]);
	expect(download.suggestedFilename()).toBe("2023-03-01-beijing.ris");
	await page.close();
});

test("citations download as files that are named for the article", async () => {
	const page = await browser.newPage();
	await page.goto(`${http}/articles/20/2019042600000001.html`);
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.locator('a[download$=".bib"]').click(),
	]);
	expect(download.suggestedFilename()).toBe("2019042600000001.bib");
	const text = readFileSync(await download.path(), "utf8");
	expect(text.startsWith("@article{2019042600000001,")).toBe(true);
	await page.close();
});

test("every kind of page of the sample is looked at", () => {
	expect(
		kinds.filter((path) => !filesUnder(root, ".html").includes(path)),
	).toEqual([]);
});
