import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/base/order.ts";
import { isoUtc } from "../../src/domain/time.ts";
import { draftArticle } from "../../src/normalise/draft.ts";
import { fiveSeeds } from "../support/five-seeds.ts";
import { draftSchema, limits, seeds } from "./support.ts";

const files = seeds();
const draft = (number: string) => {
	const seed = files.get(number);
	const value = seed && draftArticle(seed, { limits }).value;
	if (!value) throw new Error(`no draft of ${number}`);
	return value;
};

describe("the five seeds", () => {
	test.each(fiveSeeds)(
		"%s is from %s, published %s on the day %s, begins as it must and has its figures",
		(number, source, at, day, beginning, figures) => {
			const { published, ...article } = draft(number);
			expect(article.source.id).toBe(source);
			expect(published?.at && isoUtc(published.at)).toBe(at);
			expect(published?.day).toBe(day);
			expect(article.paragraphs[0]?.text.startsWith(beginning)).toBe(true);
			expect(article.figures).toHaveLength(figures);
			expect(article.figures.every(({ caption }) => caption !== "")).toBe(true);
			expect(article.language).toBe("zh-Hans");
			expect(article.id).toBe(sha256(article.url ?? "").slice(0, 16));
		},
	);

	test("every draft has the shape of the corpus", () => {
		for (const number of files.keys())
			expect(draftSchema.safeParse(draft(number)).error).toBeUndefined();
	});

	test("the crawler's stamp is kept as the recording, half an hour after publication", () => {
		const { recorded } = draft("000");
		expect(recorded && isoUtc(recorded)).toBe("2023-12-04T15:39:09Z");
	});

	test("the proxy's address is kept beside the picture's own", () => {
		const [figure] = draft("000").figures;
		expect(figure?.src).toMatch(/^https:\/\/gdb\.voanews\.com\//);
		expect(figure?.proxied).toMatch(/^https:\/\/images\.weserv\.nl\/\?url=/);
	});

	test("real paragraphs are made of the line breaks within one", () => {
		const { paragraphs, html } = draft("000");
		expect(paragraphs.length).toBeGreaterThan(12);
		expect(html).not.toContain("<br>");
	});

	test("the newspaper's footer becomes credits and no text", () => {
		const article = draft("002");
		expect(article.bylines).toEqual(["DAVID PIERSON"]);
		expect(article.credits.map(({ role }) => role)).toEqual([
			"contributor",
			"researcher",
			"biography",
			"translator",
			"original",
		]);
		expect(article.credits.at(-1)?.href).toMatch(
			/^https:\/\/www\.nytimes\.com\//,
		);
		expect(article.html).not.toContain("翻译");
		expect(article.links).toHaveLength(6);
		expect(article.figures[0]?.credit).toMatch(/Getty Images$/);
	});

	test("empty containers of advertisements and the paywall are gone and counted", () => {
		const { html, provenance } = draft("004");
		expect(html).not.toMatch(/<(?:div|section)/);
		expect(provenance.removed).toEqual([
			{ rule: "sources/advertisement", count: 3 },
			{ rule: "sources/paywall", count: 1 },
		]);
	});

	test("no address of another site can be fetched by the HTML itself", () => {
		for (const number of files.keys())
			expect(draft(number).html).not.toMatch(/\s(?:src|srcset|style)=/);
	});
});
