import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/store.ts";
import type { Article } from "../../src/domain/article.ts";
import { perPage } from "../../src/site/period-places.ts";
import { planPages } from "../../src/site/plan.ts";
import { scratchFolder } from "../support/scratch.ts";
import { buildSample } from "./build-sample.ts";
import { makeArticle, sampleArticles, writeCorpus } from "./sample-corpus.ts";

function plan(articles: readonly Article[], archive = {}) {
	const root = scratchFolder();
	writeCorpus(root, articles, archive);
	return [...planPages(readCorpus(root))];
}

function keys(articles: readonly Article[], archive = {}): Map<string, string> {
	return new Map(
		plan(articles, archive).map(({ path, key }) => [path, key] as const),
	);
}

/** Articles of one source, one every twenty minutes. */
function many(count: number, from = "2020-01-01", prefix = "x"): Article[] {
	return Array.from({ length: count }, (_, index) => {
		const at = new Date(Date.parse(from) + index * 1_200_000).toISOString();
		const number = String(index).padStart(8, "0");
		return makeArticle({
			id: `${at.slice(0, 10).replaceAll("-", "")}-morning-post-${prefix}${number}`,
			headline: `第${index + 1}篇`,
			day: at.slice(0, 10),
			at,
		});
	});
}

describe("the plan", () => {
	test("lists each page once, under plain ASCII paths", () => {
		const pages = plan(sampleArticles());
		const paths = pages.map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		expect(paths.filter((path) => !/^[a-z0-9/-]+\.html$/.test(path))).toEqual(
			[],
		);
		expect(paths).toEqual(
			expect.arrayContaining([
				"index.html",
				"timeline.html",
				"search.html",
				"report.html",
				"about.html",
				"404.html",
				"years/2023.html",
				"sources/morning-post.html",
				"articles/20/2023120400000004.html",
			]),
		);
	});

	test("is the same whatever was planned before", () => {
		expect(keys(sampleArticles())).toEqual(keys(sampleArticles()));
	});

	test("has every page of an empty archive", () => {
		const empty = plan([], {
			encounters: {
				schemaVersion: 2,
				timeline: { id: "none", title: "无", people: [] },
				timelines: [],
				encounters: [],
				contacts: [],
				rejected: [],
			},
		}).map(({ path }) => path);
		expect(empty).toContain("index.html");
		expect(empty).toContain("timeline.html");
	});

	test("changes few keys when one article is added", () => {
		const before = many(2 * perPage, "2019-12-29");
		const added = makeArticle({
			id: "20191231ffffffff",
			day: "2019-12-31",
			at: "2019-12-31T12:30:00Z",
		});
		const old = keys(before);
		const now = keys([...before, added]);
		const changed = [...now]
			.filter(([path, key]) => old.get(path) !== key)
			.map(([path]) => path);
		expect(changed.filter((path) => path.startsWith("articles/")).length).toBe(
			3,
		);
		expect(changed).toContain("years/2019-12.html");
		expect(changed).not.toContain("years/2020.html");
		expect(changed).not.toContain("about.html");
		expect(changed).not.toContain("search.html");
		expect(changed.length).toBeLessThan(18);
	});

	test("moves no article to another page of a later month when older ones are added", () => {
		const march = many(2 * perPage, "2020-03-01");
		const january = many(perPage, "2020-01-01", "y");
		const paths = [...keys(march).keys()].filter((path) =>
			path.startsWith("years/2020-03"),
		);
		const before = keys([...march, ...many(3, "2020-01-01", "y")]);
		const after = keys([...march, ...january]);
		for (const path of paths.filter((path) => path.includes("-p")))
			expect(after.get(path)).toBe(before.get(path));
	});

	test("cuts long lists into pages of bounded length", () => {
		const paths = [...keys(many(3 * perPage + 100)).keys()];
		expect(paths).toContain("years/2020.html");
		expect(paths).toContain("years/2020-01-p4.html");
		expect(paths).toContain("sources/morning-post/2020-01-p2.html");
	});
});

test("pages with equal keys have equal bytes, and a changed headline changes each page that shows it", async () => {
	const articles = sampleArticles();
	const changed = articles.map((article) =>
		article.id === "2023030200000003"
			? { ...article, headline: "改了的標題" }
			: article,
	);
	const before = await buildSample(scratchFolder(), { articles });
	const after = await buildSample(scratchFolder(), { articles: changed });
	const oldKeys = keys(articles);
	const newKeys = keys(changed);
	const read = (root: string, path: string) =>
		readFileSync(join(root, path), "utf8");
	const different = [...newKeys.keys()].filter(
		(path) => read(before.root, path) !== read(after.root, path),
	);
	expect(
		different.filter((path) => oldKeys.get(path) === newKeys.get(path)),
	).toEqual([]);
	expect(different).toContain("index.html");
	expect(different).toContain("articles/20/2023120400000004.html");
	expect(
		[...newKeys.keys()].filter((path) =>
			read(after.root, path).includes("換行三次"),
		),
	).toEqual([]);
});
