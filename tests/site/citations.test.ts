import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { citationsOf } from "../../src/site/citations.ts";
import { makeArticle, sampleArticles } from "./sample-corpus.ts";

interface CslItem {
	readonly type: string;
	readonly title: string;
	readonly URL: string;
	readonly "container-title": string;
	readonly issued: { "date-parts": number[][] };
	readonly author?: unknown[];
	readonly reporter?: unknown[];
}
const Cite = createRequire(import.meta.url)("citation-js") as new (
	text: string,
) => { data: CslItem[] };

const article = sampleArticles()[0] ?? makeArticle({ id: "x" });
const citations = citationsOf(article);

describe("the formats for programs load in citation-js", () => {
	for (const format of ["bibtex", "ris", "csl"] as const)
		test(format, () => {
			const [item] = new Cite(citations[format]).data;
			expect(item?.title).toBe(article.headline);
			expect(item?.URL).toBe(article.url);
			expect(item?.["container-title"]).toBe("晨报中文网");
			// citation-js reads the year of a RIS newspaper article and passes over `DA`.
			expect(item?.issued["date-parts"][0]).toEqual(
				format === "ris" ? [2019] : [2019, 4, 26],
			);
			// EndNote's table of RIS tags calls the `AU` of a newspaper article its reporter.
			expect((item?.author ?? item?.reporter)?.length).toBe(2);
		});

	test("whatever the headline holds", () => {
		for (const headline of [
			"100% & {unbalanced",
			"a\\b_c#d$e~f^g",
			'"quoted" – dash — \n newline',
			"“引号”里的【括号】与 emoji 🀄",
		]) {
			const odd = citationsOf(
				makeArticle({ id: "2020010100000001", day: "2020-01-01", headline }),
			);
			for (const text of [odd.bibtex, odd.ris, odd.csl])
				expect(new Cite(text).data.length).toBe(1);
		}
	});
});

describe("the styles for people", () => {
	test("GB/T 7714 names authors, medium, outlet, day, day of access and address", () => {
		expect(citations.gbt).toBe(
			"陈一鸣, Anna O'Neil. “一带一路”论坛间隙，习近平会见卢卡申科[N/OL]. 晨报中文网, 2019-04-26[2019-04-26]. https://morning-post.example/2019042600000001.",
		);
	});

	test("APA puts the title first when there is no author", () => {
		const { apa } = citationsOf(
			makeArticle({ id: "2020010100000001", day: "2020-01-01" }),
		);
		expect(apa).toBe(
			"两国元首在北京会谈. (2020, January 1). 晨报中文网. https://morning-post.example/2020010100000001",
		);
	});

	test("Chicago makes quotation marks inside a title single", () => {
		expect(citations.chicago).toContain(
			"“‘一带一路’论坛间隙，习近平会见卢卡申科.” 晨报中文网, April 26, 2019.",
		);
	});

	test("an undated article has no day and none is made up", () => {
		const undated = citationsOf(makeArticle({ id: "0000000000000001" }));
		expect(undated.apa).toContain("(n.d.)");
		expect(undated.bibtex).not.toContain("year");
		expect(undated.ris).not.toContain("PY  -");
	});
});
