/** All hits of an answer: as files, in context and over time, counted again over the corpus. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../src/domain/article.ts";
import { citationsOf } from "../../src/site/cite/citations.ts";
import { launchBrowser } from "../support/browser.ts";
import { scratchFolder } from "../support/scratch.ts";
import {
	type SearchedSite,
	searchedSite,
	type WayOfOpening,
	waysOfOpening,
} from "../support/searched-site.ts";
import { smallTargets } from "../support/small-targets.ts";

let site: SearchedSite;
let browser: Browser;
beforeAll(async () => {
	site = await searchedSite();
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

const plain = { literal: false, excluded: false, headline: false };

async function open(way: WayOfOpening, query: string): Promise<Page> {
	const context = await browser.newContext({ acceptDownloads: true });
	const page = await context.newPage();
	await page.goto(`${site.ways[way]}search.html?${query}`);
	await page.waitForSelector('[data-state="done"]');
	return page;
}

async function take(page: Page, act: () => Promise<void>): Promise<string> {
	const [download] = await Promise.all([page.waitForEvent("download"), act()]);
	return readFileSync(await download.path(), "utf8");
}

const press = (page: Page, format: string) => async () => {
	await page.locator(".search-take details").evaluate((one) => {
		(one as HTMLDetailsElement).open = true;
	});
	await page.locator(`[data-format="${format}"]`).click();
};

const rowsOf = (text: string): Record<string, string>[] =>
	parse(text, { columns: true, bom: true });

describe.each(waysOfOpening)("results %s", (way) => {
	test("are taken home whole: every format has each hit once, in the page's order", async () => {
		const page = await open(way, "q=经济&sort=newest&all=1");
		const shown = await page.$$eval("li[data-article-id]", (items) =>
			items.map((item) => item.getAttribute("data-article-id")),
		);
		expect([...shown].sort()).toEqual(
			site.literal.hits([{ ...plain, text: "经济" }]),
		);
		const rows = rowsOf(await take(page, press(page, "csv")));
		expect(rows.map(({ id }) => id)).toEqual(shown);
		for (const { id = "", occurrences } of rows)
			expect(occurrences).toBe(
				String(site.literal.counts([{ ...plain, text: "经济" }], id)[0]),
			);
		const lines = (await take(page, press(page, "jsonl")))
			.trimEnd()
			.split("\n");
		expect(lines.map((line) => JSON.parse(line).id)).toEqual(shown);
		const byId = new Map(site.articles.map((one) => [one.id, one]));
		for (const line of lines) {
			const { id, headline, day, url, bylines } = JSON.parse(line);
			const article = byId.get(id);
			expect({ headline, day, url, bylines }).toEqual({
				headline: article?.headline,
				day: article?.published?.day,
				url: article?.url,
				bylines: article?.bylines,
			});
		}
		const ris = await take(page, press(page, "ris"));
		expect([...ris.matchAll(/^ID {2}- (.*)\r$/gm)].map(([, id]) => id)).toEqual(
			shown,
		);
		/** Without the line for this archive's copy, whose address is the site's. */
		const withoutCopy = (text: string) => text.replace(/^N1 {2}- .*\r\n/gm, "");
		expect(withoutCopy(ris)).toBe(
			shown
				.map((id) => byId.get(id ?? "") as Article)
				.map((one) => `${withoutCopy(citationsOf(one, undefined).ris)}\r\n`)
				.join(""),
		);
		expect(new Set(ris.match(/^TY {2}- \w+/gm))).toEqual(
			new Set(["TY  - BLOG", "TY  - ELEC", "TY  - NEWS"]),
		);
		const bib = await take(page, press(page, "bib"));
		expect([...bib.matchAll(/^@\w+\{(.*),$/gm)].map(([, id]) => id)).toEqual(
			shown,
		);
		const links = (await take(page, press(page, "links")))
			.trimEnd()
			.split("\n");
		expect(
			links.map((link) => /([0-9a-f]{16})\.html$/.exec(link)?.[1]),
		).toEqual(shown);
		const text = await take(page, press(page, "text"));
		expect(text.match(/【经济】/g)?.length).toBeGreaterThanOrEqual(
			shown.length,
		);
		await page.context().close();
	});

	test("in context are as many lines as the texts have matches, and sort by what stands around", async () => {
		const page = await open(way, "q=卢卡申科&view=context");
		const table = page.locator(".results-context");
		await table.waitFor();
		const expected = site.literal
			.hits([{ ...plain, text: "卢卡申科" }])
			.map(
				(id) =>
					site.literal.counts([{ ...plain, text: "卢卡申科" }], id)[0] ?? 0,
			)
			.reduce((sum, count) => sum + count, 0);
		expect(await table.getAttribute("data-lines")).toBe(String(expected));
		await page.locator('[data-part="view"] select').selectOption("right");
		const csv = rowsOf(
			await take(page, () =>
				page.getByRole("button", { name: "各处存为 CSV" }).click(),
			),
		);
		expect(csv).toHaveLength(expected);
		const keys = csv.map(
			({ match = "", right = "" }) =>
				match + right.replace(/^'(?=[=+\-@])/, ""),
		);
		expect(keys).toEqual([...keys].sort());
		for (const { id, match, ...around } of csv) {
			// What a spreadsheet would run as a formula stands behind an apostrophe.
			const [left, right] = [around.left, around.right].map((text = "") =>
				text.replace(/^'(?=[=+\-@])/, ""),
			);
			const article = site.articles.find((one) => one.id === id);
			const fields = [
				article?.headline ?? "",
				...(article?.bylines ?? []),
				...(article?.paragraphs.map(({ text }) => text) ?? []),
				...(article?.figures.flatMap(({ caption, credit }) => [
					caption,
					credit,
				]) ?? []),
			];
			expect(
				fields.some((field) => field.includes(`${left}${match}${right}`)),
				`${left}${match}${right}`,
			).toBe(true);
		}
		await page.context().close();
	});

	test("over time are the numbers of a count over the corpus, beside another question", async () => {
		const page = await open(way, "q=经济&view=time&by=month&vs=停火");
		await page.waitForSelector(".results-time");
		const shown = await page.$$eval(".results-time tbody tr", (rows) =>
			rows.map((row) => [
				row.getAttribute("data-period"),
				...[...row.querySelectorAll("td")].map((cell) => cell.textContent),
			]),
		);
		const monthOf = new Map(
			site.articles.map(({ id, published }) => [
				id,
				published?.day.slice(0, 7) ?? "",
			]),
		);
		const months = [...monthOf.values()].filter((month) => month !== "").sort();
		const numbers = (text: string, month: string) => {
			const terms = [{ ...plain, text }];
			const ids = site.literal
				.hits(terms)
				.filter((id) => monthOf.get(id) === month);
			const held = [...monthOf.values()].filter((one) => one === month).length;
			return [
				String(ids.length),
				held === 0 ? "–" : `${((100 * ids.length) / held).toFixed(1)}%`,
				String(
					ids.reduce(
						(sum, id) => sum + (site.literal.counts(terms, id)[0] ?? 0),
						0,
					),
				),
			];
		};
		expect(shown[0]?.[0]).toBe(months[0]);
		for (const [month, held, ...found] of shown) {
			expect(held).toBe(
				String([...monthOf.values()].filter((one) => one === month).length),
			);
			expect(found, month ?? "").toEqual([
				...numbers("经济", month ?? ""),
				...numbers("停火", month ?? ""),
			]);
		}
		const svg = await take(page, () =>
			page.getByRole("button", { name: "图存为 SVG" }).click(),
		);
		expect(svg).toContain("<svg");
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await page.context().close();
	});

	test("are kept as a search on the reading list, which leads back to them, here and where the list is brought", async () => {
		const page = await open(way, "q=经济&sort=newest");
		const total = await page.getAttribute("output", "data-total");
		await page.locator(".search-take summary").click();
		await page.locator('[data-part="keep"]').click();
		await page.locator('[data-part="shelf"]').click();
		const entry = page.locator(".shelf > li");
		// One, and it says how many they are.
		await entry.waitFor();
		expect(await entry.textContent()).toContain(`${total} 篇文章`);
		const list = join(scratchFolder(), "list.json");
		writeFileSync(
			list,
			await take(page, () => page.locator('[data-save="json"]').click()),
		);
		const ris = await take(page, () =>
			page.locator('[data-save="ris"]').click(),
		);
		expect(ris).toMatch(
			/^TY {2}- ELEC\r\nTI {2}- 经济\r\n[\s\S]*UR {2}- .*search\.html\?q=/,
		);
		await page.context().close();
		const context = await browser.newContext();
		const other = await context.newPage();
		await other.goto(`${site.ways[way]}reading-list.html`);
		await other.setInputFiles('input[type="file"]', list);
		await other.locator(".shelf > li > a").click();
		await other.waitForSelector('[data-state="done"]');
		expect(await other.inputValue('[data-part="order"]')).toBe("newest");
		expect(await other.getAttribute("output", "data-total")).toBe(total);
		await context.close();
	});

	test("that are none are not taken, and it says so", async () => {
		const page = await open(way, "q=没有这样的词龘");
		await press(page, "csv")();
		await page.getByText("没有结果可带走").waitFor();
		await page.context().close();
	});
});

test.each([
	[
		"at 400% zoom, with a finger",
		{
			viewport: { width: 320, height: 256 },
			deviceScaleFactor: 4,
			hasTouch: true,
		},
	],
	["in forced colours", { forcedColors: "active", colorScheme: "dark" }],
] as [string, BrowserContextOptions][])(
	"every view of the results can be used %s",
	async (_, options) => {
		const context = await browser.newContext(options);
		const page = await context.newPage();
		const found: string[] = [];
		for (const view of ["list", "context", "time"]) {
			await page.goto(
				`${site.ways["from a disk"]}search.html?q=停火&view=${view}&vs=经济`,
			);
			await page.waitForSelector('[data-state="done"]');
			if (view !== "list")
				await page.waitForSelector('[data-part="view"] table');
			const { violations } = await new AxeBuilder({ page }).analyze();
			found.push(
				...violations.map(
					({ id, nodes }) => `${view}: ${id} ${nodes[0]?.html}`,
				),
			);
			const width = await page.evaluate(
				() => document.documentElement.scrollWidth - innerWidth,
			);
			if (width > 0) found.push(`${view}: ${width} px too wide`);
			if (options.hasTouch)
				found.push(
					...(await page.evaluate(smallTargets)).map(
						(one) => `${view}: ${one}`,
					),
				);
		}
		await context.close();
		expect(found).toEqual([]);
	},
);
