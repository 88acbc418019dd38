/** Hostile files, built into a site and opened: nothing runs, nothing is asked for, nothing complains. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesBelow } from "../../src/base/files-below.ts";
import { type SiteServer, serveSite } from "../../src/commands/serve.ts";
import { type Corpus, readCorpus } from "../../src/corpus/store.ts";
import { hostileCases } from "../ingest/hostile-cases.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Archive, archiveIn, buildArchive } from "../support/build.ts";
import { sharedFolder } from "../support/scratch.ts";
import { openWatched } from "../support/watched.ts";

const root = sharedFolder();
let archive: Archive;
let corpus: Corpus;
let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
	archive = archiveIn(root);
	for (const [index, { file }] of hostileCases.entries()) {
		// A file system has names that no attack can have: no slash, no NUL, no more than 255 bytes.
		const name = Buffer.from(
			(file.path.split("/").pop() || "x")
				.replaceAll("\0", "")
				.replace(/^\.+/, "dots"),
		)
			.subarray(0, 200)
			.toString();
		mkdirSync(join(archive.seeds, String(index)), { recursive: true });
		writeFileSync(join(archive.seeds, String(index), name), file.text);
	}
	writeFileSync(
		join(root, "secret.txt"),
		"<!--1700000000000-->\n[秘密](https://news.example/secret)\n------\n\n<p>不该出现的文字。</p>\n",
	);
	symlinkSync(join(root, "secret.txt"), join(archive.seeds, "link.txt"));
	const ended = await buildArchive(archive);
	if (ended.code !== 0) throw new Error(ended.stderr);
	corpus = readCorpus(archive.corpus);
	server = await serveSite(archive.out, 0, false);
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.close();
});

test("every hostile file is accepted for its text or quarantined with a reason, and the site is built", () => {
	const { totals, files } = corpus.report;
	expect(totals.files).toBeGreaterThanOrEqual(hostileCases.length);
	expect(
		totals.accepted + totals.duplicates + totals.revisions + totals.quarantined,
	).toBe(totals.files);
	for (const entry of files.filter(({ status }) => status === "quarantined"))
		expect(entry.code && entry.reason, entry.file).toBeTruthy();
});

test("a link out of the seeds folder is not followed", () => {
	expect(
		corpus.manifest.articles.some(({ headline }) => headline === "秘密"),
	).toBe(false);
});

test("no page that came from them runs anything, asks anybody or complains", async () => {
	const { page, troubles, close } = await openWatched(browser, [
		server.address,
	]);
	// Pages that lead on to an article, as those of copies do, do so before they can be looked at.
	const pages = filesBelow(archive.out).filter(
		(path) =>
			path.endsWith(".html") &&
			!/http-equiv="refresh" content="0; url=(?:\.\.\/)*articles\/[0-9a-f]{2}\/[0-9a-f-]+\.html"/.test(
				readFileSync(join(archive.out, path), "utf8"),
			),
	);
	expect(
		pages.filter((path) => path.startsWith("articles/")).length,
	).toBeGreaterThan(150);
	for (const path of pages) {
		await page.goto(`${server.address}${path}`);
		await page.mouse.move(200, 300);
		expect(await page.evaluate(shapeOfPage), path).toEqual({
			pwned: false,
			mains: 1,
			// The page for a missing address stands alone: it loads and shows nothing else.
			headers: path === "404.html" ? 0 : 1,
			// The search page's own, which its policy names by hash: another one would be refused, and say so.
			inline: path === "search.html" ? 1 : 0,
			strangers: 0,
		});
		expect(page.url()).toBe(`${server.address}${path}`);
		expect(troubles, path).toEqual([]);
	}
	await close();
}, 300_000);

test("searching for them prints what they wrote as text", async () => {
	const { page, troubles, close } = await openWatched(browser, [
		server.address,
	]);
	await page.goto(
		`${server.address}search.html?q=${encodeURIComponent("敌")}&all=1`,
	);
	await page.waitForSelector('[data-state="done"]');
	expect(await page.locator("li[data-article-id]").count()).toBeGreaterThan(
		100,
	);
	expect(
		await page
			.locator("li[data-article-id] :is(script, img, iframe, svg, style)")
			.count(),
	).toBe(0);
	expect(troubles).toEqual([]);
	await close();
});

/** Runs in the page: whether anything took hold, and whether the page still has its own shape. */
function shapeOfPage() {
	const strangers =
		"iframe, object, embed, video, audio, base, meta[http-equiv=refresh], form[action^=http], script[src]:not([src^='assets/'], [src^='../assets/'], [src^='../../assets/'])";
	const inline = "script:not([src], [type$='json'])";
	return {
		pwned: "pwned" in globalThis,
		mains: document.querySelectorAll("main").length,
		headers: document.querySelectorAll("body > header").length,
		inline: document.querySelectorAll(inline).length,
		strangers: document.querySelectorAll(strangers).length,
	};
}
