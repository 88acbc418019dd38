import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { type Term, writeQuery } from "../../src/search/query/parse.ts";
import { cacheName } from "../../templates/assets/search/offline-names.ts";
import { sampleQueries } from "../search/sample-queries.ts";
import { launchBrowser, patience } from "../support/browser.ts";
import { longestTasks } from "../support/main-thread.ts";
import {
	type SearchedSite,
	searchedSite,
	type WayOfOpening,
	waysOfOpening,
} from "../support/searched-site.ts";

let browser: Browser;
let site: SearchedSite;
let articles: SearchedSite["articles"];
let literal: SearchedSite["literal"];
let ways: SearchedSite["ways"];

beforeAll(async () => {
	site = await searchedSite();
	({ articles, literal, ways } = site);
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await site?.close();
});

interface Watched {
	readonly page: Page;
	readonly context: BrowserContext;
	readonly troubles: string[];
}

async function open(address: string, javaScript = true): Promise<Watched> {
	const context = await browser.newContext({ javaScriptEnabled: javaScript });
	const page = await context.newPage();
	const troubles: string[] = [];
	page.on("console", (message) => troubles.push(message.text()));
	page.on("pageerror", (error) => troubles.push(error.message));
	page.on("request", (request) => {
		if (!Object.values(ways).some((way) => request.url().startsWith(way)))
			troubles.push(`request: ${request.url()}`);
	});
	await page.goto(address);
	return { page, context, troubles };
}

const done = (page: Page) => page.waitForSelector('[data-state="done"]');
const hitsOf = (page: Page) =>
	page.$$eval("li[data-article-id]", (items) =>
		items.map((item) => item.getAttribute("data-article-id") ?? ""),
	);
const searchAt = (way: WayOfOpening, query: string) =>
	`${ways[way]}search.html?q=${encodeURIComponent(query)}`;
const axe = async (page: Page) =>
	(await new AxeBuilder({ page }).analyze()).violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
	);

describe.each(waysOfOpening)("search %s", (way) => {
	test("answers 60 queries drawn from the texts as a literal search does", async () => {
		const queries = sampleQueries(
			articles,
			makeVocabulary().names,
			seededRandom(60),
			60,
		);
		const { page, context, troubles } = await open(`${ways[way]}search.html`);
		const wrong: unknown[] = [];
		for (const terms of queries) {
			const expected = literal.hits(terms);
			// As the back button would: another address in the same page.
			await page.evaluate((query) => {
				history.pushState(null, "", `?all=1&q=${encodeURIComponent(query)}`);
				dispatchEvent(new PopStateEvent("popstate"));
			}, writeQuery(terms));
			await done(page);
			const hits = await hitsOf(page);
			const total = await page.getAttribute("output", "data-total");
			if (
				[...hits].sort().join() !== expected.join() ||
				total !== String(expected.length)
			)
				wrong.push({ query: writeQuery(terms), hits, total, expected });
		}
		expect(wrong).toEqual([]);
		expect(troubles).toEqual([]);
		await context.close();
	});

	test("shows excerpts with marks, and the article marks the same words", async () => {
		const { page, context, troubles } = await open(searchAt(way, "卢卡申科"));
		await done(page);
		await page.waitForSelector(".search-excerpts mark");
		const excerpt = page.locator(".search-excerpts a").first();
		expect(await excerpt.textContent()).not.toMatch(
			/\p{Script=Han} \p{Script=Han}/u,
		);
		await excerpt.click();
		await page.waitForSelector(".search-marks");
		expect(page.url()).toMatch(/articles\/.*\?q=.*#(?:p|f)\d+$/);
		const inTarget = await page.evaluate(
			() =>
				document
					.getElementById(location.hash.slice(1))
					?.querySelector("mark.current") !== null,
		);
		expect(inTarget).toBe(true);
		const before = await page.textContent(".search-marks [role=status]");
		await page.getByRole("button", { name: "下一处" }).click();
		if ((await page.locator("mark.search-mark").count()) > 1)
			expect(await page.textContent(".search-marks [role=status]")).not.toBe(
				before,
			);
		await page.getByRole("button", { name: "取消标记" }).click();
		expect(await page.locator("mark.search-mark").count()).toBe(0);
		expect(troubles).toEqual([]);
		await context.close();
	});
});

describe("the results page", () => {
	const way = "under a sub-path of a host";

	test("filters follow the query, stand in the address, and the back button takes them back", async () => {
		const { page, context } = await open(searchAt(way, "经济"));
		await done(page);
		const total = Number(await page.getAttribute("output", "data-total"));
		const first = page.locator(".search-filters label").first();
		const count = Number(await first.locator(".search-count").textContent());
		expect(count).toBeGreaterThan(0);
		expect(count).toBeLessThan(total);
		await first.locator("input").check();
		expect(await page.getAttribute("output", "data-total")).toBe(String(count));
		expect(page.url()).toContain("source=");
		const chosen = new URL(page.url()).searchParams.get("source");
		const fromChosen = new Set(
			articles.flatMap(({ id, source }) => (source.id === chosen ? [id] : [])),
		);
		const expected = literal
			.hits([
				{ text: "经济", literal: false, excluded: false, headline: false },
			])
			.filter((id) => fromChosen.has(id));
		expect(count).toBe(expected.length);
		await page.goto(`${page.url()}&all=1`);
		await done(page);
		expect((await hitsOf(page)).sort()).toEqual(expected);
		await page.goBack();
		await page.goBack();
		await page.waitForFunction(
			(all) =>
				document.querySelector("output")?.getAttribute("data-total") === all,
			String(total),
		);
		await context.close();
	});

	test("a bar of the histogram keeps its year", async () => {
		const { page, context } = await open(searchAt(way, "经济"));
		await done(page);
		const bar = page.locator('.search-years [role="button"][tabindex]').first();
		const year = await bar.getAttribute("data-year");
		await bar.click();
		await done(page);
		expect(page.url()).toContain(`year=${year}`);
		const days = await page.$$eval(".search-facts time", (times) =>
			times.map((time) => time.textContent?.slice(0, 4)),
		);
		expect(days.length).toBeGreaterThan(0);
		expect(new Set(days)).toEqual(new Set([year]));
		await context.close();
	});

	test("newest and oldest are the order of days", async () => {
		for (const [order, sign] of [
			["newest", -1],
			["oldest", 1],
		] as const) {
			const { page, context } = await open(
				`${searchAt(way, "经济")}&all=1&sort=${order}`,
			);
			await done(page);
			const days = await page.$$eval(".search-facts time", (times) =>
				times.map((time) => time.textContent ?? ""),
			);
			expect(days).toEqual(
				[...days].sort((a, b) => (a < b ? -sign : a > b ? sign : 0)),
			);
			await context.close();
		}
	});

	test("hits below the window are drawn when the reader comes near them", async () => {
		const { page, context } = await open(searchAt(way, "的"));
		await done(page);
		expect((await hitsOf(page)).length).toBe(5);
		await page.locator("li[data-article-id]").nth(4).scrollIntoViewIfNeeded();
		await expect.poll(async () => (await hitsOf(page)).length).toBe(10);
		await context.close();
	});

	test("more hits come on demand, and the focus goes to the first of them", async () => {
		const { page, context } = await open(searchAt(way, "的"));
		await done(page);
		await page.locator('[data-part="more"]').click();
		await done(page);
		const hits = await hitsOf(page);
		expect(hits.length).toBe(20);
		expect(
			await page.evaluate(() =>
				document.activeElement?.closest("li")?.getAttribute("data-article-id"),
			),
		).toBe(hits[10]);
		await context.close();
	});

	test("works with the keyboard alone", async () => {
		const { page, context } = await open(`${ways[way]}search.html`);
		await page.keyboard.press("/");
		await page.keyboard.type("停火");
		await page.keyboard.press("Enter");
		await done(page);
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowDown");
		const hits = await hitsOf(page);
		const focused = () =>
			page.evaluate(() =>
				document.activeElement?.closest("li")?.getAttribute("data-article-id"),
			);
		expect(await focused()).toBe(hits[1]);
		await page.keyboard.press("ArrowUp");
		expect(await focused()).toBe(hits[0]);
		await page.keyboard.press("Control+k");
		expect(await page.evaluate(() => document.activeElement?.id)).toBe(
			"search-query",
		);
		await context.close();
	});

	test("names what else was searched with its number, and each has a switch", async () => {
		const { page, context } = await open(searchAt(way, "白俄羅斯"));
		await done(page);
		const also = page.locator('[data-part="also"] label');
		const one = also.filter({ hasText: "白罗斯" });
		const articlesWith = (text: string) =>
			literal.hits([{ text, literal: true, excluded: false, headline: false }])
				.length;
		expect(await one.locator(".search-count").textContent()).toBe(
			String(articlesWith("白罗斯")),
		);
		const all = Number(await page.getAttribute("output", "data-total"));
		await one.locator("input").uncheck();
		await page.waitForFunction(
			(before) =>
				document.querySelector("output")?.getAttribute("data-total") !==
					before && document.querySelector('[data-state="done"]') !== null,
			String(all),
		);
		expect(page.url()).toContain("off=");
		await page.locator('[data-spelling="白罗斯"]').check();
		await page.waitForFunction(
			(before) =>
				document.querySelector("output")?.getAttribute("data-total") === before,
			String(all),
		);
		expect(
			Number(await page.getAttribute("output", "data-total")),
		).toBeGreaterThan(0);
		await page.locator('[data-part="variants"]').uncheck();
		await page.waitForFunction(
			() =>
				document.querySelector("output")?.getAttribute("data-total") === "0",
		);
		expect(page.url()).toContain("exact=1");
		await context.close();
	});

	const signs = (count: number) => {
		const text = articles.flatMap(({ paragraphs }) =>
			paragraphs.map(({ text }) => text),
		);
		return text.join("").replace(/\s/g, "").slice(0, count);
	};
	test.each([
		["one letter", () => "a"],
		["two letters", () => "co"],
		["one frequent sign", () => "的"],
		["a mark", () => "，"],
		["a thousand signs", () => signs(1_000)],
		[
			"sixty terms",
			() => (signs(180).match(/.{3}/gu) ?? []).slice(0, 60).join(" OR "),
		],
		["two hundred quotes", () => '"'.repeat(200)],
		[
			"a choice of everything",
			() => "的 OR 在 OR 和 OR 了 OR 是 OR ， OR 。 OR a OR co",
		],
	])("%s holds the page up for no more than 50 ms", async (_, ask) => {
		const { page, context } = await open(`${ways[way]}search.html`);
		await page.waitForLoadState("networkidle");
		const session = await context.newCDPSession(page);
		const longest = await longestTasks(session, async () => {
			await page.evaluate((query) => {
				history.pushState(null, "", `?q=${encodeURIComponent(query)}`);
				dispatchEvent(new PopStateEvent("popstate"));
			}, ask());
			await done(page);
		});
		expect(longest.length).toBeGreaterThan(0);
		expect(longest[0]).toBeLessThan(50);
		await context.close();
	});

	test("says how it read the question, each part with its own number and a cross", async () => {
		const { page, context } = await open(
			searchAt(way, "(停火 OR 谈判) -制裁 标题:龘靐"),
		);
		await done(page);
		const reading = page.locator('[data-part="reading"]');
		expect((await reading.textContent())?.replaceAll("×", "")).toMatch(
			/^读作：必须有 （停火\d+ 或 谈判\d+）标题 龘靐0 不含 制裁\d+$/,
		);
		expect(await page.getAttribute("output", "data-total")).toBe("0");
		await page.getByRole("button", { name: "去掉：标题 龘靐0" }).click();
		await page.waitForFunction(
			() => Number(document.querySelector("output")?.dataset.total ?? "0") > 0,
		);
		const plain = { literal: false, excluded: false, headline: false };
		const one = literal.hits([
			{ ...plain, text: "停火" },
			{ ...plain, text: "制裁", excluded: true },
		]);
		const other = literal.hits([
			{ ...plain, text: "谈判" },
			{ ...plain, text: "制裁", excluded: true },
		]);
		expect(await page.getAttribute("output", "data-total")).toBe(
			String(new Set([...one, ...other]).size),
		);
		expect(await page.inputValue("#search-query")).toBe("停火 OR 谈判 -制裁");
		expect(await axe(page)).toEqual([]);
		await context.close();
	});

	test("an example of the help can be clicked", async () => {
		const { page, context } = await open(`${ways[way]}search.html`);
		await page.getByRole("link", { name: "停火 -谈判" }).click();
		await done(page);
		expect(await page.inputValue("#search-query")).toBe("停火 -谈判");
		await context.close();
	});

	test("while an input method composes, its arrows stay its own", async () => {
		const { page, context } = await open(searchAt(way, "经济"));
		await done(page);
		await page.focus("#search-query");
		const focused = await page.evaluate(() => {
			const box = document.activeElement as HTMLElement;
			for (const init of [{ isComposing: true }, { keyCode: 229 }])
				box.dispatchEvent(
					new KeyboardEvent("keydown", {
						key: "ArrowDown",
						bubbles: true,
						...init,
					}),
				);
			return document.activeElement?.id;
		});
		expect(focused).toBe("search-query");
		await page.keyboard.press("ArrowDown");
		expect(
			await page.evaluate(() => document.activeElement?.closest("li") !== null),
		).toBe(true);
		await context.close();
	});

	test("the way back from an article leads to as many hits and to the same place", async () => {
		const { page, context } = await open(searchAt(way, "的"));
		await done(page);
		for (let more = 0; more < 2; more++) {
			await page.locator('[data-part="more"]').click();
			await done(page);
		}
		const item = page.locator("li[data-article-id]").nth(22);
		await item.locator("h2 a").scrollIntoViewIfNeeded();
		await item.locator("mark").first().waitFor();
		const before = await item.evaluate((one) => {
			const { top } = one.getBoundingClientRect();
			one.querySelector<HTMLAnchorElement>("h2 a")?.click();
			return top;
		});
		await page.waitForURL(/articles\//);
		await page.goBack();
		await done(page);
		expect(await page.locator("li[data-article-id]").count()).toBe(30);
		// Excerpts arrive meanwhile and move it a little.
		await expect
			.poll(() => item.evaluate((one) => one.getBoundingClientRect().top), {
				timeout: patience,
			})
			.toSatisfy((top: number) => Math.abs(top - before) < 250);
		await context.close();
	});

	test("on a narrow screen hits come first, and filters open on demand", async () => {
		const { page, context } = await open(searchAt(way, "经济"));
		await page.setViewportSize({ width: 360, height: 740 });
		await done(page);
		expect(await page.locator(".search-filters").isVisible()).toBe(false);
		await page.getByRole("button", { name: "筛选" }).click();
		await page.locator(".search-filters input").first().check();
		await done(page);
		expect(await page.getByRole("button", { name: "筛选（1）" }).count()).toBe(
			1,
		);
		await context.close();
	});

	test("a part of the index that is missing is named, and the rest is searched", async () => {
		const { page, context } = await open("about:blank");
		const lost = new Set<string>();
		await context.route(/\/search\/v-[0-9a-f]+\/index\//, (route) => {
			const folder = /v-[0-9a-f]+/.exec(route.request().url())?.[0] ?? "";
			if (lost.size === 0) lost.add(folder);
			return lost.has(folder) ? route.abort() : route.continue();
		});
		await page.goto(searchAt(way, "经济"));
		await done(page);
		const status = await page.textContent('[data-part="status"]');
		expect(status).toContain(`search/${[...lost][0]}`);
		expect(
			Number(await page.getAttribute("output", "data-total")),
		).toBeGreaterThan(0);
		await context.close();
	});

	test("a file of headlines that is missing is named where they would stand, and the other hits are shown", async () => {
		const { page, context } = await open("about:blank");
		const lost = new Set<string>();
		await context.route(/\/search\/v-[0-9a-f]+\/names\//, (route) => {
			const path = /search\/v-.*$/.exec(route.request().url())?.[0] ?? "";
			if (lost.size === 0) lost.add(path);
			return lost.has(path) ? route.abort() : route.continue();
		});
		await page.goto(`${searchAt(way, "经济")}&all=1`);
		await done(page);
		const named = page.locator('[data-part="hits"] > li[data-article-id]');
		const all = Number(await page.getAttribute("output", "data-total"));
		const unnamed = page.locator(
			'[data-part="hits"] > li:not([data-article-id])',
		);
		expect(await unnamed.count()).toBeGreaterThan(0);
		expect(await named.count()).toBeGreaterThan(0);
		expect((await named.count()) + (await unnamed.count())).toBe(all);
		expect(await unnamed.first().textContent()).toContain([...lost][0]);
		await context.close();
	});

	test("a header's list that cannot be made says which file is missing and leads to the page", async () => {
		const { page, context } = await open("about:blank");
		await context.route(/\/search\/v-[0-9a-f]+\/names\//, (route) =>
			route.abort(),
		);
		await page.goto(`${ways[way]}index.html`);
		await page.locator("#site-search").fill("经济");
		const last = page.locator(".search-quick:not([hidden]) .search-quick-all");
		expect(await last.textContent()).toMatch(/search\/v-.*\/names\//);
		expect(await last.getAttribute("href")).toContain("search.html?q=");
		await context.close();
	});

	test("typing in a header shows first hits and the way to all of them", async () => {
		const { page, context } = await open(`${ways[way]}index.html`);
		await page.locator("#site-search").fill("卢卡申科");
		await page.waitForSelector(".search-quick:not([hidden]) a");
		expect(await page.locator(".search-quick a").count()).toBe(7);
		expect(await axe(page)).toEqual([]);
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL(/articles\//);
		await context.close();
	});

	test("text of an article never becomes markup, and scripts in a query do nothing", async () => {
		const { page, context, troubles } = await open(
			searchAt(
				way,
				'<img src=x onerror=alert(1)> 经济 "><script>alert(2)</script>',
			),
		);
		await done(page);
		expect(await page.locator("main img, main script").count()).toBe(0);
		expect(troubles).toEqual([]);
		await context.close();
	});

	test.each([
		["without a query", "search.html", 1280],
		["with hits arriving", "search.html?q=的", 1280],
		["on a phone without a query", "search.html", 360],
		["on a phone with hits arriving", "search.html?q=的", 360],
		[
			"on a phone with a question that is read aloud",
			"search.html?q=停火 经济 -卢卡申科",
			360,
		],
	])("the page keeps still %s", async (_, address, width) => {
		const { page, context } = await open("about:blank");
		await page.setViewportSize({ width, height: 740 });
		await page.addInitScript(() => {
			const shifts: number[] = [];
			Object.assign(window, { shifts });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries())
					shifts.push((entry as PerformanceEntry & { value: number }).value);
			}).observe({ type: "layout-shift", buffered: true });
		});
		await page.goto(`${ways["under a sub-path of a host"]}${address}`);
		await page.waitForLoadState("networkidle");
		const shifts = await page.evaluate(
			() => (window as unknown as { shifts: number[] }).shifts,
		);
		expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.05);
		await context.close();
	});

	test("says so when the index is missing, and tries again", async () => {
		const { page, context } = await open(`${ways[way]}search.html`);
		await context.route("**/search/**", (route) => route.abort());
		await page.fill("#search-query", "经济");
		await page.keyboard.press("Enter");
		await page.waitForSelector('[data-state="error"]');
		expect(await page.textContent('[role="alert"]')).toContain("索引");
		expect(await axe(page)).toEqual([]);
		await context.unroute("**/search/**");
		await page.locator('[data-part="retry"]').click();
		await done(page);
		await context.close();
	});

	test("without JavaScript explains itself and leads to the lists", async () => {
		const { page, context } = await open(`${ways[way]}search.html`, false);
		const text = await page.textContent("main");
		expect(text).toContain("JavaScript");
		for (const target of ["years.html", "sources.html"])
			expect(await page.locator(`main a[href="${target}"]`).count()).toBe(1);
		await context.close();
	});

	test("axe finds nothing: empty, with hits, without hits, with filters", async () => {
		for (const query of [
			"",
			"?q=经济",
			"?q=没有这样的词龘",
			"?q=经济&source=wire-north",
		]) {
			const { page, context } = await open(`${ways[way]}search.html${query}`);
			if (query) await done(page);
			expect(await axe(page), query).toEqual([]);
			await context.close();
		}
	});

	test("what was saved is read and searched without a network", async () => {
		const { page, context } = await open(`${ways[way]}search.html`);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
		await page.getByRole("button", { name: "离线保存" }).click();
		await page.getByText("已全部存好").waitFor();
		await context.setOffline(true);
		await page.goto(searchAt(way, "停火"));
		await done(page);
		expect(await page.getAttribute("output", "data-total")).toBe(
			String(
				literal.hits([
					{ text: "停火", literal: false, excluded: false, headline: false },
				] satisfies Term[]).length,
			),
		);
		await page.waitForSelector(".search-excerpts mark");
		await page.locator("li[data-article-id] h2 a").first().click();
		await page.waitForSelector("mark.search-mark");
		await context.close();
	});

	test("an index that was saved is searched until the new one is there whole, and goes only then", async () => {
		const { page, context } = await open(`${ways[way]}search.html`);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
		const old = "search/v-0000000000000000/index/shared/0/0.bin";
		const saved = () =>
			page.evaluate(
				async ([name, old]) => {
					const cache = await caches.open(name);
					const catalogue = await cache.match("search/catalog.bin");
					return {
						isOldCatalogue: (await catalogue?.text()) === "old",
						isOldIndex: (await cache.match(old)) !== undefined,
					};
				},
				[cacheName, old] as const,
			);
		await page.evaluate(
			async ([name, old]) => {
				const cache = await caches.open(name);
				await cache.put(old, new Response("old"));
				await cache.put("search/catalog.bin", new Response("old"));
			},
			[cacheName, old] as const,
		);
		const [folder = ""] = readdirSync(join(site.folder, "search")).filter(
			(one) => one.startsWith("v-"),
		);
		const place = join(site.folder, "search", folder, "index/shared/0/0.bin");
		renameSync(place, `${place}.away`);
		try {
			await page.getByRole("button", { name: "离线保存" }).click();
			await page.getByText("未能存完").waitFor();
		} finally {
			renameSync(`${place}.away`, place);
		}
		expect(await saved()).toEqual({ isOldCatalogue: true, isOldIndex: true });
		await page.getByRole("button", { name: "离线保存" }).click();
		await page.getByText("已全部存好").waitFor();
		expect(await saved()).toEqual({ isOldCatalogue: false, isOldIndex: false });
		await context.close();
	});

	test("where the browser has no room left, what was saved stays and is counted, and pages are still read", async () => {
		const { page, context } = await open(`${ways[way]}search.html`);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
		const browserSide = await context.newCDPSession(page);
		const { origin } = new URL(ways[way]);
		await browserSide.send("Storage.overrideQuotaForOrigin", {
			origin,
			quotaSize: 2_500_000,
		});
		await page.getByRole("button", { name: "离线保存" }).click();
		await page.getByText("存储空间已满").waitFor();
		const told = await page.textContent(".search-offline [role=status]");
		const [all = 0, saved = 0] = [...(told?.matchAll(/\d+/g) ?? [])].map(
			Number,
		);
		const kept = await page.evaluate(async () => {
			const caches = await window.caches.keys();
			const cache = await window.caches.open(caches[0] ?? "");
			return (await cache.keys()).length;
		});
		expect(saved).toBeGreaterThan(0);
		expect(saved).toBeLessThan(all);
		expect(kept).toBeGreaterThanOrEqual(saved);
		await page.goto(`${ways[way]}sources.html`);
		expect(await page.textContent("h1")).not.toBe("");
		await page.goto(searchAt(way, "停火"));
		await done(page);
		await context.close();
	});
});
