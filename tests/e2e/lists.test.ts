/** Walking through the years: lists, calendars, coverage and the report, in a browser. */
import { pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../../src/base/order.ts";
import type { Report } from "../../src/domain/report.ts";
import { buildSample } from "../site/build-sample.ts";
import { makeArticle, sources } from "../site/sample-corpus.ts";
import { launchBrowser } from "../support/browser.ts";
import { sharedFolder } from "../support/scratch.ts";

let browser: Browser;
let base = "";

/** 250 articles of one year, of twenty outlets, five a day. */
const articles = Array.from({ length: 250 }, (_, n) => {
	const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(n / 5) * 7));
	const at = new Date(day.getTime() + (n % 5) * 3_600_000).toISOString();
	return makeArticle({
		id: sha256(`list ${n}`).slice(0, 16),
		headline: `第${n}篇`,
		day: at.slice(0, 10),
		at,
		people: ["xi-jinping"],
		source: {
			...sources.morning,
			id: `outlet-${n % 20}`,
			name: `媒体${n % 20}`,
		},
	});
});

/** One file that was set aside, and thirty with the same remark. */
const report: Report = {
	schemaVersion: 2,
	totals: {
		files: 31,
		accepted: 0,
		repaired: 30,
		duplicates: 0,
		revisions: 0,
		withdrawn: 0,
		quarantined: 1,
	},
	bySource: [],
	withoutZone: [],
	byRule: [],
	files: [
		...Array.from({ length: 30 }, (_, n) => ({
			file: `${n}.txt`,
			status: "repaired" as const,
			findings: [
				{
					severity: "warning" as const,
					ruleId: "normalise/date-conflict",
					file: `${n}.txt`,
					line: n + 1,
					reason: "The address names another day.",
				},
			],
		})),
		{
			file: "broken.md",
			status: "quarantined" as const,
			code: "read/not-text",
			reason: "It is no text.",
			findings: [],
		},
	],
};

beforeAll(async () => {
	const [opened, { root }] = await Promise.all([
		launchBrowser(),
		buildSample(sharedFolder(), { articles, archive: { report } }),
	]);
	browser = opened;
	base = `${pathToFileURL(root).href}/`;
});
afterAll(() => browser?.close());

test("a day of the year's calendar leads to that day on its month's page", async () => {
	const page = await browser.newPage({
		viewport: { width: 1280, height: 900 },
	});
	await page.goto(`${base}years/2023.html`);
	// The year is too full for one page: its months have their own.
	expect(
		await page.locator(".calendar a[href*='2023-']").count(),
	).toBeGreaterThan(12);
	await page.locator('.calendar svg a[href$="#d2023-03-05"]').click();
	await page.waitForURL("**/years/2023-03.html#d2023-03-05");
	expect(await page.locator(".day:target time").first().textContent()).toBe(
		"3月5日",
	);
	expect(await page.locator(".day:target .headline-link").count()).toBe(5);
	// The ways on stand on the day that was come to, across the border of the month.
	await page.locator('.day:target .day-steps a[rel="prev"]').click();
	await page.waitForURL("**/years/2023-02.html#d2023-02-26");
	await page.locator('.day:target .day-steps a[rel="next"]').click();
	await page.waitForURL("**/years/2023-03.html#d2023-03-05");
	await page.close();
});

test("lists show the newest first, and turn round and stay so when a reader wants it", async () => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${base}years/2023-03.html`);
	const days = () =>
		page
			.locator(".day time")
			.evaluateAll((all) =>
				all
					.map((one) => one.getAttribute("datetime"))
					.filter((text) => text?.length === 10),
			);
	const newest = await days();
	expect(newest).toEqual([...newest].sort().reverse());
	const first = () => page.locator(".headline-link").first().textContent();
	const newestFirst = await first();
	await page.locator(".order-switch").click();
	expect(await days()).toEqual([...newest].reverse());
	expect(await first()).not.toBe(newestFirst);
	await page.goto(`${base}years/2023-04.html`);
	const april = await days();
	expect(april).toEqual([...april].sort());
	await context.close();
});

test("coverage shows every outlet, and a month's square leads to its list", async () => {
	const page = await browser.newPage();
	await page.goto(`${base}coverage.html`);
	expect(await page.locator(".coverage > li").count()).toBe(20);
	await page.locator(".month-squares a").first().click();
	await page.waitForURL(/sources\/outlet-\d+\.html#m2023-\d\d$/);
	expect(await page.locator(":target").count()).toBe(1);
	await page.close();
});

test("a person's page tells first and last mention", async () => {
	const page = await browser.newPage();
	await page.goto(`${base}people/xi-jinping.html`);
	const facts = await page.textContent(".facts");
	expect(facts).toContain("第0篇");
	expect(facts).toContain("第249篇");
	await page.close();
});

test("the report tells what was set aside first, shows twenty remarks of a rule, and is jumped through and filtered", async () => {
	const page = await browser.newPage();
	await page.goto(`${base}report.html`);
	const groups = page.locator(".report-group");
	expect(await groups.count()).toBe(2);
	expect(await groups.first().textContent()).toContain("broken.md");
	const conflicts = groups.last();
	expect(await conflicts.locator("h2").textContent()).toContain(
		"日期互相矛盾 30",
	);
	const remarks = conflicts.locator(".file-reports > li");
	expect(await remarks.filter({ visible: true }).count()).toBe(20);
	await conflicts.locator("summary").click();
	expect(await remarks.filter({ visible: true }).count()).toBe(30);
	await page.locator('.jumps a[href="#rule-normalise-date-conflict"]').click();
	await page.waitForURL(/#rule-normalise-date-conflict$/);
	await page.fill("#report-filter", "29.txt");
	expect(await remarks.filter({ visible: true }).count()).toBe(1);
	// What changed since the build before is no part of the site; the newest is, and the page leads there.
	expect(await page.locator('main a[href="recent.html"]').count()).toBe(1);
	await page.fill("#report-filter", "没有这样的文件");
	expect(await groups.filter({ visible: true }).count()).toBe(0);
	await page.fill("#report-filter", "");
	expect(await groups.filter({ visible: true }).count()).toBe(
		await groups.count(),
	);
	await page.close();
});
