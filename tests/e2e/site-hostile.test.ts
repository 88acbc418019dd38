/** Files made to do harm, as pages in a real browser: they show text and do nothing. */
import { pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { config } from "../../src/config.ts";
import type { Article } from "../../src/domain/article.ts";
import { draftArticle } from "../../src/normalise/draft.ts";
import { hostileCases } from "../ingest/hostile-cases.ts";
import { buildSample } from "../site/build-sample.ts";
import { launchBrowser } from "../support/browser.ts";

let browser: Browser;
let root = "";
let ids: string[] = [];

/** The drafts of all cases, completed to articles, one a name. */
function hostileArticles(): Article[] {
	const articles = new Map<string, Article>();
	for (const { file } of hostileCases) {
		const { value } = draftArticle(
			{ path: file.path, bytes: Buffer.from(file.text) },
			config.limits,
		);
		if (value)
			articles.set(value.id, {
				...value,
				people: [],
				places: [],
				duplicates: [],
				revisions: [],
				related: [],
			});
	}
	return [...articles.values()];
}

beforeAll(async () => {
	const articles = hostileArticles();
	ids = articles.map(({ id }) => id);
	[browser, { root }] = await Promise.all([
		launchBrowser(),
		buildSample({
			articles,
			archive: {
				encounters: {
					schemaVersion: 1,
					timeline: { id: "none", title: "无", people: [] },
					timelines: [],
					encounters: [],
					rejected: [],
				},
			},
		}),
	]);
});

afterAll(() => browser?.close());

test("there are enough of them", () => {
	expect(ids.length).toBeGreaterThan(100);
});

test("no page runs, loads or says anything that is not its own", async () => {
	const page = await browser.newPage();
	const said: string[] = [];
	let at = "";
	page.on("dialog", (dialog) => {
		said.push(`${at}: dialog`);
		void dialog.dismiss();
	});
	page.on("request", (request) => {
		if (!/^(?:file|data):/.test(request.url()))
			said.push(`${at}: asked for ${request.url()}`);
	});
	page.on("console", (message) => {
		const text = `${message.text()} ${message.location().url}`;
		// This sample has no search index.
		if (!text.includes("/search/")) said.push(`${at}: ${text}`);
	});
	page.on("pageerror", (error) => said.push(`${at}: ${error}`));
	const paths = [
		...ids.map((id) => `articles/${id}.html`),
		"index.html",
		"sources.html",
		"tags.html",
		"recent.html",
		"report.html",
	];
	for (const path of paths) {
		at = path;
		await page.goto(`${pathToFileURL(root).href}/${path}`);
		const state = await page.evaluate(() => ({
			pwned: "pwned" in globalThis,
			here: location.href,
			mains: document.querySelectorAll("main").length,
			heads: document.querySelectorAll("body > header").length,
			scripts: [...document.scripts].filter(
				({ type, src }) =>
					type !== "application/ld+json" && !src.includes("/assets/"),
			).length,
			loaders: document.querySelectorAll(
				"iframe, object, embed, video, audio, form[action^='http'], link[href^='http']:not([rel='canonical']), meta[http-equiv='refresh'], base",
			).length,
		}));
		if (
			state.pwned ||
			!state.here.includes(path) ||
			state.mains !== 1 ||
			state.heads !== 1 ||
			state.scripts > 0 ||
			state.loaders > 0
		)
			said.push(`${path}: ${JSON.stringify(state)}`);
	}
	await page.close();
	expect(said).toEqual([]);
}, 240_000);
