/** A thousand hits taken home whole, in two engines, from a host and from a disk. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleOf, writeCorpusOf } from "../../scripts/make-corpus/corpus.ts";
import { type SiteServer, serveSite } from "../../src/commands/serve.ts";
import type { Article } from "../../src/domain/article.ts";
import { makeSite } from "../search/made-site.ts";
import { startChromium } from "../support/engines/chromium.ts";
import {
	type Engine,
	type EnginePage,
	until,
} from "../support/engines/engine.ts";
import { startFirefox } from "../support/engines/firefox.ts";
import { sharedFolder } from "../support/scratch.ts";
import { takeFile } from "../support/take-file.ts";

const root = sharedFolder();
let server: SiteServer;

/** A thousand short articles with the word 潮汐, some of them without a day, and forty without it. */
function articles(): Article[] {
	return Array.from({ length: 1_040 }, (_, n) => {
		const year = 2012 + (n % 12);
		const month = String(1 + (n % 11)).padStart(2, "0");
		const said = n < 1_000 ? `第${n}张潮汐表` : `第${n}张车票`;
		const { published, ...rest } = articleOf(
			{
				day: `${year}-${month}-15`,
				second: n,
				headline: `港口消息之${n}`,
				byline: n % 3 === 0 ? "Anna Berg" : "陈一鸣",
				caption: "码头",
				paragraphs: [`今天贴出了${said}，来看的人不多。`],
			},
			n,
		);
		return published === undefined || n % 50 === 0
			? rest
			: { ...rest, published };
	});
}

beforeAll(async () => {
	const corpus = join(root, "corpus");
	mkdirSync(join(root, "host"));
	writeCorpusOf(corpus, articles());
	await makeSite(corpus, join(root, "host/news"));
	server = await serveSite(join(root, "host"), 0, false);
});
afterAll(() => server?.close());

const query = encodeURIComponent("潮汐");

/** Open the results page. @returns the ids that it lists. */
async function shownAt(page: EnginePage, address: string): Promise<string[]> {
	await page.go(address);
	return until(
		page,
		() =>
			document.querySelector<HTMLElement>("[data-search]")?.dataset.state ===
				"done" &&
			[...document.querySelectorAll("li[data-article-id]")].map(
				(item) => item.getAttribute("data-article-id") ?? "",
			),
	);
}

const engines: readonly (readonly [string, () => Promise<Engine>])[] = [
	["Chromium", startChromium],
	["Firefox", startFirefox],
];

describe.each(engines)("in %s", (_, start) => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await start();
	});
	afterAll(() => engine?.close());

	test.each([
		["under a sub-path of a host", () => `${server.address}news/`],
		["from a disk", () => `${pathToFileURL(join(root, "host/news")).href}/`],
	])("%s", async (_, base) => {
		const page = await engine.open();
		const address = `${base()}search.html?q=${query}&sort=newest`;
		const all = await shownAt(page, `${address}&all=1`);
		expect(new Set(all).size).toBe(1_000);
		// What is taken home is all hits, not those that are shown.
		expect((await shownAt(page, address)).length).toBeLessThan(20);
		const take = (format: string) =>
			takeFile(page, `[data-format="${format}"]`);
		const rows: Record<string, string>[] = parse(await take("csv"), {
			columns: true,
			bom: true,
		});
		expect(rows.map(({ id }) => id)).toEqual(all);
		const idsIn = (text: string, pattern: RegExp) =>
			[...text.matchAll(pattern)].map(([, id]) => id);
		expect(idsIn(await take("jsonl"), /^\{"id":"([^"]+)"/gm)).toEqual(all);
		expect(idsIn(await take("ris"), /^ID {2}- (.*)\r$/gm)).toEqual(all);
		expect(idsIn(await take("bib"), /^@\w+\{(.*),$/gm)).toEqual(all);
		const inAddress = /([0-9a-f]{16})\.html$/gm;
		expect(idsIn(await take("links"), inAddress)).toEqual(all);
		const text = await take("text");
		expect(idsIn(text, inAddress)).toEqual(all);
		expect(text.match(/第\d+张【潮汐】表/g)).toHaveLength(1_000);
	});
});
