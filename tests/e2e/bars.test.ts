/** How heavy, how high and how wide pages may be, whatever an archive holds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { tellStory } from "../../scripts/make-corpus/story.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { sha256 } from "../../src/base/order.ts";
import type { Article } from "../../src/domain/article.ts";
import { buildSample, filesUnder } from "../site/build-sample.ts";
import { makeArticle, sources } from "../site/sample-corpus.ts";
import { launchBrowser } from "../support/browser.ts";
import { sharedFolder } from "../support/scratch.ts";

let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Five hundred articles of twelve years and thirty outlets; two people and one place are in nearly all of them. */
function fiveHundred(): Article[] {
	const random = seededRandom(11);
	const vocabulary = makeVocabulary();
	return Array.from({ length: 500 }, (_, n) => {
		const story = tellStory(random, vocabulary, 500);
		// A third is of one year.
		const day = n % 3 === 0 ? `2023${story.day.slice(4)}` : story.day;
		const outlet = Math.floor(30 * random.next() ** 2);
		return makeArticle({
			id: sha256(`bars ${n}`).slice(0, 16),
			headline: story.headline,
			source: {
				...sources.morning,
				id: `outlet-${outlet}`,
				name: `第${outlet}家报`,
			},
			day: day.replace(/-29$/, "-28"),
			at: `${day.replace(/-29$/, "-28")}T10:00:00Z`,
			bylines: [story.byline],
			tags: [random.pick(["政治", "经济", "国际"])],
			people: random.chance(0.9) ? ["alexander-lukashenko", "xi-jinping"] : [],
			places: random.chance(0.9) ? ["beijing"] : ["minsk"],
			// All with a stored picture, which lists and home show.
			figures: [
				{
					id: "f1",
					src: `https://morning.example/${n}.jpg`,
					alt: "",
					caption: "",
					credit: "",
					asset: `${sha256(`picture ${n}`)}.jpg`,
					width: 900,
					height: 600,
				},
			],
			paragraphs: story.paragraphs.map((text, i) => ({
				id: `p${i + 1}`,
				text,
			})),
		});
	});
}

/** Pages that do not lead on to another one by themselves. */
function staying(root: string): (path: string) => boolean {
	return (path) =>
		!readFileSync(join(root, path), "utf8").includes('http-equiv="refresh"');
}

test("of 500 articles no page is heavier than 150 KB gzipped, nor higher than 12,000 px at 1280", async () => {
	const { root } = await buildSample(sharedFolder(), {
		articles: fiveHundred(),
	});
	const paths = filesUnder(root, ".html");
	const heavy = paths
		.map((path) => [path, gzipSync(readFileSync(join(root, path))).length])
		.filter(([, bytes]) => Number(bytes) > 150_000);
	expect(heavy).toEqual([]);
	const page = await browser.newPage({
		viewport: { width: 1280, height: 900 },
		javaScriptEnabled: false,
	});
	const high: string[] = [];
	const lists = paths.filter(
		(path, at) => !path.startsWith("articles/") || at % 50 === 0,
	);
	for (const path of lists) {
		await page.goto(`${pathToFileURL(root).href}/${path}`);
		const height = await page.evaluate(
			() => document.documentElement.scrollHeight,
		);
		if (height > 12_000) high.push(`${path}: ${height}`);
	}
	await page.close();
	expect(high).toEqual([]);
	expect(paths).toContain("years/2023.html");
});

test("nothing is wider than 320 px: words without end, long names, long addresses", async () => {
	const endless =
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerk".repeat(3);
	const address = `https://morning.example/${"a".repeat(180)}?${"b=1&".repeat(30)}`;
	const { root } = await buildSample(sharedFolder(), {
		archive: {
			archive: {
				title: `编年史料汇编与公共新闻存档项目${endless}`,
				description: `${endless} ${endless}`,
			},
		},
		articles: [
			makeArticle({
				id: "2019042600000001",
				headline: `${endless}：${"长".repeat(90)}`,
				url: address,
				day: "2019-04-26",
				bylines: [endless, "阿卜杜勒·法塔赫·".repeat(8)],
				tags: [endless],
				people: ["xi-jinping"],
				places: ["beijing"],
				source: { ...sources.morning, name: endless },
				paragraphs: [{ id: "p1", text: endless }],
				html: `<p id="p1">${endless}</p><p id="p2"><a href="${address}">${address}</a></p><table><tbody><tr>${`<td>${endless}</td>`.repeat(4)}</tr></tbody></table><pre>${endless}${endless}</pre>`,
			}),
			makeArticle({
				id: "2019042600000002",
				headline: endless,
				day: "2019-04-27",
				source: { ...sources.morning, id: "other", name: endless },
			}),
		],
	});
	const wide: string[] = [];
	for (const [width, isMobile] of [
		[320, true],
		[768, false],
	] as const) {
		const context = await browser.newContext({
			viewport: { width, height: 700 },
			hasTouch: isMobile,
		});
		const page = await context.newPage();
		for (const path of filesUnder(root, ".html").filter(staying(root))) {
			await page.goto(`${pathToFileURL(root).href}/${path}`);
			const own = await page.evaluate(
				() => document.documentElement.scrollWidth,
			);
			if (own > width) wide.push(`${path} at ${width}: ${own}`);
		}
		await context.close();
	}
	expect(wide).toEqual([]);
});
