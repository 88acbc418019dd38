import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import type { Encounter } from "../../src/domain/encounter.ts";
import {
	citationsOf,
	meetingCitations,
} from "../../src/site/cite/citations.ts";
import { cslItem } from "../../src/site/cite/formats.ts";
import { type CitedItem, citedItem } from "../../src/site/cite/item.ts";
import { citedName } from "../../src/site/cite/names.ts";
import {
	type CitationStyle,
	citedInStyles,
} from "../../src/site/cite/styles.ts";
import { citationCases } from "./citation-cases.ts";
import {
	makeArticle,
	sampleArticles,
	sampleEncounters,
	sources,
} from "./sample-corpus.ts";

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
) => {
	data: CslItem[];
	format(type: "bibliography", options: object): string;
};

const article = sampleArticles()[0] ?? makeArticle({ id: "x" });
const citations = citationsOf(article, undefined);

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

	test("and agree on every author of every made-up article", () => {
		for (const one of citationCases) {
			const { authors } = citedItem(one);
			const { bibtex, ris, csl } = citationsOf(one, undefined);
			const names = authors.map((name) =>
				"literal" in name ? name.literal : name.family,
			);
			for (const text of [bibtex, csl]) {
				const [read] = new Cite(text).data;
				const found = (read?.author ?? []) as {
					family?: string;
					literal?: string;
				}[];
				expect(found.map((name) => name.literal ?? name.family)).toEqual(names);
			}
			const inRis = [...ris.matchAll(/^AU {2}- (.*?)\r$/gm)].map(
				([, name = ""]) => name,
			);
			expect(inRis.length).toBe(names.length);
			for (const [at, name] of names.entries())
				expect(inRis[at]).toContain(name);
		}
	});

	test("whatever the headline holds", () => {
		for (const headline of [
			"100% & {unbalanced",
			"a\\b_c#d$e~f^g",
			'"quoted" – dash — \n newline',
			"控\u0000制\u0008与\r回车\ufffe非字符\ud800半个",
			"“引号”里的【括号】与 emoji 🀄",
		]) {
			const odd = citationsOf(
				makeArticle({ id: "0123456789abcdef", day: "2020-01-01", headline }),
				"https://archive.example/",
			);
			for (const text of [odd.bibtex, odd.ris, odd.csl]) {
				expect(new Cite(text).data.length).toBe(1);
				expect(text.replace(/\r\n/g, "\n")).not.toMatch(
					/(?![\n])[\p{Cc}\p{Cs}\ufffe]/u,
				);
			}
		}
	});

	test("name the copy that is kept here", () => {
		const { bibtex, ris, csl, copy } = citationsOf(
			article,
			"https://archive.example/news/",
		);
		expect(copy.address).toMatch(
			/^https:\/\/archive\.example\/news\/articles\/.*\.html$/,
		);
		expect(copy.sha256).toBe(article.provenance.sha256);
		for (const text of [bibtex, ris, csl]) {
			expect(text).toContain(copy.address);
			expect(text).toContain(copy.sha256);
		}
	});
});

describe("authors", () => {
	test.each([
		["DAVID PIERSON", { family: "Pierson", given: "David" }],
		["By Anna O'Neil", { family: "O'Neil", given: "Anna" }],
		["SEAN O'NEIL", { family: "O'Neil", given: "Sean" }],
		["J. K. Rowling", { family: "Rowling", given: "J. K." }],
		[
			"URSULA VON DER LEYEN",
			{
				family: "Leyen",
				given: "Ursula",
				"non-dropping-particle": "von der",
			},
		],
		["Martin Snow, Jr.", { family: "Snow", given: "Martin", suffix: "Jr." }],
		["Jürgen Müller-Łącki", { family: "Müller-Łącki", given: "Jürgen" }],
		["陈一鸣", { literal: "陈一鸣" }],
		["约翰·史密斯", { literal: "约翰·史密斯" }],
		["储百亮 CHRIS BUCKLEY", { literal: "储百亮 CHRIS BUCKLEY" }],
		["Reuters", { literal: "Reuters" }],
		["THE ASSOCIATED PRESS", { literal: "THE ASSOCIATED PRESS" }],
		["BBC News", { literal: "BBC News" }],
		["本刊记者", { literal: "本刊记者" }],
		["山田太郎", { literal: "山田太郎" }],
	])("%s", (byline, name) => {
		expect(citedName(byline)).toEqual(name);
	});
});

interface Reference {
	readonly items: Record<string, object>;
	readonly answers: Record<CitationStyle, Record<string, string>>;
}
const reference = JSON.parse(
	readFileSync("tests/fixtures/citations/citeproc.json", "utf8"),
) as Reference;

/**
 * Where our text departs from citeproc's on purpose: what is replaced, and why. Whatever else differs is a fault.
 */
const departures: readonly {
	reason: string;
	applies(style: CitationStyle, item: CitedItem): boolean;
	change(text: string): string;
}[] = [
	{
		reason:
			"GB/T 7714 asks for “et al” after foreign names; the style writes 等, as the document is Chinese.",
		applies: (style, { language, authors }) =>
			style.startsWith("gbt") &&
			!language.startsWith("zh") &&
			authors.length > 3,
		change: (text) => text.replace(/([，,] ?)等\. /, "$1et al. "),
	},
	{
		reason:
			"A full-width question mark ends a sentence: citeproc, which knows Latin marks alone, puts a full stop behind it.",
		applies: (style, { title }) =>
			(style === "apa" || style === "mla") && /[。？！]$/.test(title),
		change: (text) => text.replace(/([。？！])\./, "$1"),
	},
];

describe("the styles for people equal what citeproc makes with the styles' own files", () => {
	test("the reference was made of the same forty articles", () => {
		expect(citationCases.length).toBe(40);
		for (const one of citationCases) {
			const { custom: _, ...item } = cslItem(citedItem(one), {
				address: "",
				sha256: "",
			});
			expect(reference.items[one.id]).toEqual(item);
		}
	});

	test.each(Object.keys(reference.answers) as CitationStyle[])(
		"%s",
		(style) => {
			const departed: string[] = [];
			for (const one of citationCases) {
				const item = citedItem(one);
				const theirs = reference.answers[style][one.id] ?? "";
				const expected = departures
					.filter(({ applies }) => applies(style, item))
					.reduce((text, { change }) => change(text), theirs);
				if (expected !== theirs) departed.push(one.headline);
				expect(citedInStyles(item)[style]).toBe(expected);
			}
			expect(departed.length).toBeLessThanOrEqual(2);
		},
	);

	test("APA, with the style file that citation-js brings, run here and now", () => {
		for (const one of citationCases.filter(({ headline }) =>
			/^(?:Two|Who|Four|From|Without|On)\b/.test(headline),
		)) {
			const { csl, styles } = citationsOf(one, undefined);
			expect(
				new Cite(csl)
					.format("bibliography", { template: "apa", lang: "en-US" })
					.trim(),
			).toBe(styles.apa);
		}
	});
});

test("an undated article has no day and none is made up, but the day it was seen", () => {
	const undated = citationsOf(
		makeArticle({
			id: "0123456789abcdef",
			recorded: Date.parse("2021-03-04T23:00:00Z") as never,
		}),
		undefined,
	);
	expect(undated.styles.apa).toContain("(n.d.)");
	expect(undated.styles.apa).toContain("Retrieved March 4, 2021, from https:");
	expect(undated.styles.gbt2015).toContain("[2021-03-04]");
	expect(undated.bibtex).not.toContain("year");
	expect(undated.ris).not.toContain("PY  -");
	expect(undated.ris).toContain("Y2  - 2021/03/04");
});

test("what an outlet is decides how it is cited", () => {
	const cited = (url: string) =>
		citationsOf(makeArticle({ id: "0123456789abcdef", url }), undefined);
	expect(cited("https://someone.blogspot.com/2020/01/a.html").ris).toMatch(
		/^TY {2}- BLOG/,
	);
	expect(cited("https://www.youtube.com/watch?v=1").styles.gbt2015).toContain(
		"[Z/OL]//",
	);
	expect(cited("https://morning.example/1").styles.gbt2015).toContain("[N/OL]");
	const kinds = {
		website: "[EB/OL]",
		blog: "[EB/OL]",
		video: "[Z/OL]",
		agency: "[N/OL]",
		broadcaster: "[N/OL]",
	} as const;
	for (const [kind, mark] of Object.entries(kinds))
		expect(
			citationsOf(
				makeArticle({
					id: "0123456789abcdef",
					source: {
						...sources.morning,
						kind: kind as keyof typeof kinds,
					},
				}),
				undefined,
			).styles.gbt2015,
		).toContain(mark);
});

describe("a meeting", () => {
	const [, meeting] = sampleEncounters().encounters as [Encounter, Encounter];
	const title = "习近平与卢卡申科在北京会晤，2019年4月25日";

	test("is cited as an entry of the archive, with its permanent address", () => {
		const { styles, ris, bibtex, csl } = meetingCitations(meeting, title, {
			title: "样本存档",
			language: "zh-Hans",
			baseUrl: "https://archive.example/",
		});
		const address =
			"https://archive.example/encounters/2019-04-25-beijing.html";
		for (const text of [...Object.values(styles), ris, bibtex, csl]) {
			expect(text).toContain(title);
			expect(text).toContain(address);
		}
		expect(ris).toContain("TY  - ELEC\r\n");
		expect(JSON.parse(csl)[0]).toEqual({
			id: "2019-04-25-beijing",
			type: "webpage",
			title,
			"container-title": "样本存档",
			URL: address,
			language: "zh-Hans",
			custom: { archived_copy: address },
		});
		expect([ris, bibtex, csl].join()).not.toMatch(/SHA|sha256|undefined/);
	});

	test("names its page where the address of the site is not known", () => {
		const { copy, csl, ris } = meetingCitations(meeting, title, {
			title: "样本存档",
			language: "zh-Hans",
		});
		expect(copy.address).toBe("encounters/2019-04-25-beijing.html");
		expect(JSON.parse(csl)[0].URL).toBeUndefined();
		expect(ris).toContain("N1  - encounters/2019-04-25-beijing.html\r\n");
	});
});
