import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, test } from "vitest";
import { articlePath } from "../../src/site/addresses.ts";
import { scratchFolder, sharedFolder } from "../support/scratch.ts";
import { zoteroItem } from "../support/zotero.ts";
import { buildSample, filesUnder } from "./build-sample.ts";
import { ownersPages } from "./sample-corpus.ts";

const folder = sharedFolder();
let root = "";
let pages: { path: string; html: string }[] = [];

beforeAll(async () => {
	({ root } = await buildSample(folder, { archive: { archive: ownersPages } }));
	pages = filesUnder(root, ".html").map((path) => ({
		path,
		html: readFileSync(join(root, path), "utf8"),
	}));
});

const validator = new HtmlValidate({
	extends: ["html-validate:recommended"],
	rules: {
		// Serialisers of safe HTML write these their own way, all of them valid.
		"void-style": "off",
		"no-trailing-whitespace": "off",
		"attribute-boolean-style": "off",
		"attribute-empty-style": "off",
		"doctype-style": "off",
		"long-title": "off",
		// A wide table needs a scrolling box that the keyboard reaches.
		"no-redundant-role": "error",
		"no-raw-characters": ["error", { relaxed: true }],
	},
});

test("every page is valid HTML", async () => {
	const complaints: string[] = [];
	for (const { path, html } of pages) {
		const report = await validator.validateString(html, path);
		for (const result of report.results)
			for (const message of result.messages)
				complaints.push(
					`${path}:${message.line}:${message.column} ${message.ruleId} ${message.message}`,
				);
	}
	expect(complaints).toEqual([]);
});

describe("links", () => {
	/** Values of `href`, `src`, `action`, with references resolved. */
	const links = (html: string) =>
		[...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, value]) =>
			(value ?? "").replaceAll("&amp;", "&"),
		);

	test("inside the site are relative and land, fragments included", () => {
		const ids = new Map(
			pages.map(({ path, html }) => [
				path,
				new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
			]),
		);
		const lost: string[] = [];
		for (const { path, html } of pages)
			for (const link of path === "404.html" ? [] : links(html)) {
				if (/^(?:https?:|data:)/.test(link)) continue;
				const [before = "", fragment] = link.split("#");
				const target =
					before === ""
						? path
						: normalize(join(dirname(path), before.replace(/\?.*/, "")));
				// Written by the search engine and by the end of the build.
				if (["assets/search.js", "data/manifest-sha256.txt"].includes(target))
					continue;
				if (!existsSync(join(root, target))) lost.push(`${path} → ${link}`);
				else if (fragment && ids.has(target) && !ids.get(target)?.has(fragment))
					lost.push(`${path} → ${link}`);
			}
		expect(lost).toEqual([]);
	});

	test("that load something never leave the site", () => {
		for (const { html } of pages) {
			expect(html).not.toMatch(
				/<(?:img|script|iframe|source)[^>]+src="https?:/,
			);
			expect(html).not.toMatch(
				/<link rel="(?:stylesheet|icon|preload)"[^>]+href="https?:/,
			);
			expect(html).not.toMatch(/\s(?:style|on[a-z]+)="/);
		}
	});
});

const article = (id: string) =>
	pages.find(({ path }) => path === articlePath(id))?.html ?? "";

describe("an address without an article", () => {
	const page = (path: string) =>
		pages.find((one) => one.path === path)?.html ?? "";

	test.each([
		[
			"articles/ab/ab00000000000001.html",
			"../../articles/20/2019042600000001.html",
		],
		[
			"articles/20190426-morning-post-00000001.html",
			"../articles/20/2019042600000001.html",
		],
		[
			"articles/ab/ab00000000000003.html",
			"../../articles/ab/ab00000000000002.html",
		],
	])("%s leads on without a script", (path, target) => {
		const html = page(path);
		expect(html).toContain(`<link rel="canonical" href="${target}"/>`);
		expect(html).toContain(`content="0; url=${target}"`);
		expect(html).toContain(`<a href="${target}"`);
	});

	test("of a withdrawn article says so, with the owner's reason, and is listed", () => {
		const html = page("articles/ab/ab00000000000002.html");
		for (const words of [
			"撤回",
			"一则后来撤回的消息 &lt;b>",
			"当事人要求删除。",
			"2024-02-03",
		])
			expect(html).toContain(words);
		expect(html).toContain('<meta name="robots" content="noindex"/>');
		expect(page("withdrawn.html")).toContain(
			'<a href="articles/ab/ab00000000000002.html">',
		);
	});
});

describe("an article page", () => {
	test("shows crawled markup as text", () => {
		const html = article("2019042700000002");
		expect(html).not.toContain('<script>alert("x")');
		expect(html).toContain("&lt;script>alert(");
	});

	test("marks the sentence that is evidence, through its links", () => {
		const html = article("2019042600000001");
		expect(html).toContain(
			'<span class="evidence">习近平4月25日下午在</span><a href="https://places.example/hall"><span class="evidence">人民大会堂</span></a><span class="evidence">会见卢卡申科。</span>两人谈了',
		);
	});

	test("offers the local copy of an article that it links to", () => {
		expect(article("2019042600000001")).toContain(
			'<a class="local-copy" href="../../articles/20/2023030200000003.html">',
		);
	});

	test("puts a note, and no request, where an image was", () => {
		const html = article("2019042600000001");
		expect(html).not.toContain("<img");
		expect(html).toContain(
			'<a href="https://img.morning.example/hall-at-dusk.jpg?w=900&amp;q=80" rel="noreferrer">',
		);
		expect(html).toContain("图片说明：大会堂外的仪仗队");
	});

	test("names the zone of its clock, and links the archived copy nearest to the recording", () => {
		const html = article("2023030200000003");
		expect(html).toContain("2023年3月2日 11:17");
		expect(html).toContain("台北时间（UTC+08:00）");
		expect(html).toContain(
			"https://web.archive.org/web/20230302034717/https://island.example/story/9?id=2",
		);
		expect(html).toContain('data-versiondate="2023-03-02"');
	});

	test("links its older version, and the older version links back", () => {
		expect(article("2019042600000001")).toContain(
			"2019042600000001-0a0a0a0a.html",
		);
		expect(article("2019042600000001-0a0a0a0a")).toContain(
			'href="../../articles/20/2019042600000001.html"',
		);
	});

	test("of an older version shows what was struck out and what was written in", () => {
		const html = article("2019042600000001-0a0a0a0a");
		expect(html).toContain("（初稿）</del>");
		expect(html).toMatch(/<ins>[^<]*互免签证/);
	});

	test("says when no date is known and never gives one", () => {
		const html = article("0000000000000005");
		expect(html).toContain("日期不详");
		expect(html).not.toContain("citation_publication_date");
	});

	test("is a newspaper's article to Zotero, with outlet, authors, day, section, language and the original's address", () => {
		expect(zoteroItem(article("2019042600000001"))).toEqual({
			itemType: "newspaperArticle",
			title: "“一带一路”论坛间隙，习近平会见卢卡申科",
			publicationTitle: "晨报中文网",
			date: "2019/04/26",
			section: "国际",
			language: "zh-Hans",
			url: expect.stringContaining("https://morning"),
			creators: ["陈一鸣", "O'Neil, Anna"],
		});
		for (const { path, html } of pages.filter(({ path }) =>
			/^articles\/.*\.html$/.test(path),
		))
			if (html.includes("data-article-id"))
				expect(zoteroItem(html).itemType, path).toBe("newspaperArticle");
	});

	test("carries NewsArticle data with the required fields", () => {
		const html = article("2019042600000001");
		const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
			html,
		)?.[1];
		expect(JSON.parse(json ?? "")).toMatchObject({
			"@type": "NewsArticle",
			headline: "“一带一路”论坛间隙，习近平会见卢卡申科",
			datePublished: "2019-04-26T02:10:00Z",
			inLanguage: "zh-Hans",
			author: [{ name: "陈一鸣" }, { name: "Anna O'Neil" }],
			publisher: { name: "晨报中文网" },
		});
	});

	test("is at most 30 KB gzipped with its style sheet", async () => {
		const { gzipSync } = await import("node:zlib");
		const css = readFileSync(join(root, "assets/site.css"));
		const html = article("2019042600000001");
		expect(gzipSync(css).length + gzipSync(html).length).toBeLessThan(30_000);
	});
});

describe("the timeline page", () => {
	test("lists each meeting with its day, status and evidence", () => {
		const html = pages.find(({ path }) => path === "timeline.html")?.html ?? "";
		expect(html.match(/<li data-encounter-id=/g)?.length).toBe(3);
		expect(html).toContain(
			'data-encounter-id="2019-04-25-beijing" data-start="2019-04-25"',
		);
		expect(html).toContain('data-status="unconfirmed"');
		expect(html).toContain('href="articles/20/2023030200000003.html#p1"');
		expect(html).toContain('data-reason="planned"');
	});

	test("lists a lead and a call apart, counts neither, and says why a meeting is not confirmed", () => {
		const html = pages.find(({ path }) => path === "timeline.html")?.html ?? "";
		expect(html).not.toContain('data-encounter-id="2023-12-04"');
		expect(html).toMatch(/id="leads"[\s\S]*data-reason="lead"/);
		expect(html).toMatch(/id="contacts"[\s\S]*data-reason="telephone"/);
		expect(html).toContain("只有图片说明为据，尚无正文报道相印证。");
		expect(pages.map(({ path }) => path)).not.toContain(
			"encounters/2023-12-04.html",
		);
	});
});

test.each([
	["timeline.html", "timelines/xi-lukashenko"],
	["sources/morning-post.html", "morning-post"],
	["people/xi-jinping.html", "people/xi-jinping"],
	["places/beijing.html", "places/beijing"],
	["tags/0b/belarus.html", "tags/0b/belarus"],
	["collections/two-days.html", "collections/two-days"],
])(
	"%s names its own feeds in both forms, to programs and to readers",
	(path, feed) => {
		const html = pages.find((one) => one.path === path)?.html ?? "";
		const up = "../".repeat(path.split("/").length - 1);
		for (const [ending, type] of [
			["xml", "atom+xml"],
			["json", "feed+json"],
		]) {
			const target = `${up}feeds/${feed}.${ending}`;
			expect(html).toMatch(
				new RegExp(
					`<link rel="alternate" type="application/${type?.replace("+", "\\+")}"[^>]* href="${target}"/>`,
				),
			);
			expect(html).toContain(`<a href="${target}">`);
		}
	},
);

test("interface languages are whole: a site in traditional Chinese and one in English", async () => {
	for (const language of ["zh-Hant", "en"] as const) {
		const built = await buildSample(scratchFolder(), {
			archive: { archive: { language } },
		});
		const html = readFileSync(join(built.root, "index.html"), "utf8");
		expect(html).toContain(`<html lang="${language}">`);
		expect(html).toContain(language === "en" ? "Latest articles" : "最新報");
		expect(html).not.toContain("undefined");
	}
});

describe("the page for a missing address", () => {
	const notFound = (folder: string) =>
		readFileSync(join(folder, "404.html"), "utf8");

	test("loads nothing, and wears the colours of the style sheet", () => {
		const html = notFound(root);
		expect(html).not.toMatch(
			/<(?:script|img)\b|<link (?!rel="icon" href="data:,")/,
		);
		const tokens = readFileSync("templates/assets/tokens.css", "utf8");
		const colours = html.match(/#[0-9a-f]{6}\b/g) ?? [];
		expect(colours.length).toBeGreaterThan(6);
		expect(colours.filter((colour) => !tokens.includes(colour))).toEqual([]);
	});

	test("leads up from wherever it is shown, to home among others", () => {
		const ways = [...notFound(root).matchAll(/<a href="([^"]+)"/g)].map(
			([, href]) => href ?? "",
		);
		for (const missing of ["x.html", "articles/x.html", "tags/t/x.html"])
			for (const site of ["https://a.example/", "https://a.example/sub/path/"])
				expect(ways.map((way) => new URL(way, site + missing).href)).toContain(
					site,
				);
	});

	test("names whole addresses when the site has a base URL", async () => {
		const built = await buildSample(scratchFolder(), {
			site: { baseUrl: "https://archive.example/news/" },
		});
		expect(notFound(built.root)).toContain(
			'href="https://archive.example/news/index.html"',
		);
	});
});

test("noindex is one switch", async () => {
	const built = await buildSample(scratchFolder(), {
		archive: { archive: { noindex: true } },
	});
	expect(readFileSync(join(built.root, "index.html"), "utf8")).toContain(
		'<meta name="robots" content="noindex"/>',
	);
	expect(readFileSync(join(built.root, "robots.txt"), "utf8")).toContain(
		"Disallow: /",
	);
});

test("the report names outlets of whose clock nothing is known, and how many articles that touches", () => {
	const report = pages.find(({ path }) => path === "report.html")?.html ?? "";
	expect(report).toMatch(
		/<section aria-labelledby="without-zone">.*_outlets\.yml.*<th scope="row">North Wire<\/th><td>1<\/td>/s,
	);
});
