/** Forty made-up articles that differ in all that a citation can trip over. */
import { sha256 } from "../../src/base/order.ts";
import type { Article } from "../../src/domain/article.ts";
import { makeArticle, sources } from "./sample-corpus.ts";

const english = { ...sources.wire, name: "The Northern Times" };
const stationed = "https://northern.example/2023/12/04/story.html";
const website = {
	...sources.wire,
	id: "chinafile",
	name: "Silk Road Notes",
	language: "en",
};

type Case = Partial<Article> & { day?: string; at?: string; headline: string };

const inEnglish = (headline: string, over: Partial<Case> = {}): Case => ({
	headline,
	source: english,
	language: "en",
	url: stationed,
	at: "2023-12-04T15:08:33Z",
	day: "2023-12-04",
	...over,
});
const inChinese = (headline: string, over: Partial<Case> = {}): Case => ({
	headline,
	at: "2019-04-26T02:10:00Z",
	day: "2019-04-26",
	...over,
});

const cases: readonly Case[] = [
	inEnglish("Two leaders meet in Beijing", { bylines: ["David Pierson"] }),
	inEnglish("Two leaders meet in Beijing", { bylines: ["DAVID PIERSON"] }),
	inEnglish("Who is coming to Minsk?", {
		bylines: ["Anna O'Neil", "Vivian Wang"],
	}),
	inEnglish("“Friends,” says the guest", {
		bylines: ["Anna Berg", "Vivian Wang", "Chris Buckley"],
	}),
	inEnglish("Four of us saw it", {
		bylines: ["Anna Berg", "Vivian Wang", "Chris Buckley", "Li Yuan"],
	}),
	inEnglish("A headline of nobody"),
	inEnglish("A headline of nobody: what now?"),
	inEnglish("From the wire", { bylines: ["Reuters"] }),
	inEnglish("From two wires", { bylines: ["Reuters", "Associated Press"] }),
	inEnglish("Jean-Paul’s report", { bylines: ["Jean-Paul van der Berg"] }),
	inEnglish("A report with a middle name", { bylines: ["Mary Jane Watson"] }),
	inEnglish("A report with initials", { bylines: ["J. R. R. Carter"] }),
	inEnglish("A report by the younger one", { bylines: ["Martin Snow Jr."] }),
	inEnglish("MCDONALD IN CAPITALS", { bylines: ["SARAH MCDONALD"] }),
	inEnglish("Without a day", {
		bylines: ["David Pierson"],
		published: undefined as never,
	}),
	inEnglish("Without a day or a name"),
	inEnglish("Without an address", {
		bylines: ["David Pierson"],
		url: undefined as never,
	}),
	inEnglish("With a fragment", {
		bylines: ["David Pierson"],
		url: "https://northern.example/live/2023-12-04?id=7#update-31",
	}),
	inEnglish("In May", { bylines: ["David Pierson"], day: "2021-05-01" }),
	inEnglish("In September", { bylines: ["David Pierson"], day: "2021-09-30" }),
	inEnglish("On a website", { bylines: ["David Pierson"], source: website }),
	inEnglish("On a website by nobody", { source: website }),
	inEnglish("On a website, some day", {
		bylines: ["Anna Berg", "Vivian Wang"],
		source: website,
	}),
	inEnglish("In a blog", {
		bylines: ["David Pierson"],
		url: "https://silkroad.wordpress.com/2023/12/04/in-a-blog/",
	}),
	inEnglish("An exclamation!", { bylines: ["Staff Writer"] }),
	inChinese("两国元首在北京会谈", { bylines: ["陈一鸣"] }),
	inChinese("两国元首在北京会谈", { bylines: ["陈一鸣", "周二"] }),
	inChinese("两国元首在北京会谈", { bylines: ["甲", "乙", "丙"] }),
	inChinese("两国元首在北京会谈", { bylines: ["甲", "乙", "丙", "丁"] }),
	inChinese("两国元首在北京会谈"),
	inChinese("谁会来明斯克？", { bylines: ["本刊记者"] }),
	inChinese("谁会来明斯克？"),
	inChinese("“一带一路”论坛间隙，习近平会见卢卡申科", { bylines: ["陈一鸣"] }),
	inChinese("没有日期的报道", { bylines: ["陈一鸣"] }),
	inChinese("没有日期也没有作者的报道"),
	inChinese("没有地址的报道", {
		bylines: ["陈一鸣"],
		url: undefined as never,
	}),
	inChinese("約翰‧史密斯說：雙方都談得很好", {
		source: sources.island,
		language: "zh-Hant",
		bylines: ["林小美"],
	}),
	inChinese("網站上的文章", {
		source: { ...sources.island, id: "nei-st", name: "編譯網" },
		language: "zh-Hant",
		bylines: ["林小美"],
	}),
	inChinese("博客里的文章", {
		url: "https://yiming.blogspot.com/2019/04/post.html",
		bylines: ["陈一鸣"],
	}),
	inChinese("《编年》与“存档”：百分之一百", {
		bylines: ["约翰·史密斯"],
		url: "https://morning-post.example/a?b=1&c=%E4%B8%80#p3",
	}),
];

/** Those that were published on no known day, by their headlines. */
const undated = /^Without a day|some day$|^没有日期/;

/** In the order above; ids are those of their numbers. */
export const citationCases: readonly Article[] = cases.map((one, n) => {
	const { day, at, ...rest } = one;
	const dated = undated.test(one.headline) ? {} : { day, at };
	const made = makeArticle({
		...rest,
		...(dated as { day: string; at: string }),
		id: sha256(`citation ${n}`).slice(0, 16),
		recorded: Date.parse("2023-12-05T03:00:00Z") as never,
	});
	// An article without an address has no such member.
	return Object.fromEntries(
		Object.entries(made).filter(([, value]) => value !== undefined),
	) as Article;
});
