import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFile } from "../../src/archive/check.ts";
import { outletsFile } from "../../src/archive/outlets-file.ts";
import type { Draft } from "../../src/domain/article.ts";
import { draftArticle } from "../../src/normalise/draft.ts";
import { draftSettings } from "../../src/normalise/settings.ts";
import { datePattern } from "../../src/sources/date-pattern.ts";

import { limits, seedFile, withHeader } from "./support.ts";

/** The settings of an archive whose `_outlets.yml` is this. */
function settingsOf(yaml: string) {
	const checked = checkFile(yaml, "_outlets.yml", outletsFile, []);
	if (!("value" in checked)) throw new Error(JSON.stringify(checked));
	return draftSettings({ limits, outlets: checked.value });
}

/** Built-in adapters, said in `_outlets.yml` alone. */
const asData = `
- id: zaobao
  name: 联合早报
  hosts: [zaobao.com, zaobao.com.sg]
  names: 聯合早報
  homepage: https://www.zaobao.com/
  zone: Asia/Singapore
  language: zh-Hans
  boilerplate:
    advertisement: ["[id^=imu]", "[id^=dfp-ad]", "[id^=innity]", "[id^=div-gpt]"]
    paywall: .cx_paywall_placeholder
- id: cctv
  name: 央视网
  hosts: [cctv.com, cctv.cn, cntv.cn]
  names: [央视新闻联播, 央视新闻, CCTV]
  homepage: https://www.cctv.com/
  zone: Asia/Shanghai
  language: zh-Hans
  stamp: "div:not([class]):has(> i:only-child)"
- id: china-digital-times
  name: 中国数字时代
  hosts: chinadigitaltimes.net
  names: [中國數字時代, CDT]
  homepage: https://chinadigitaltimes.net/chinese/
  zone: America/Los_Angeles
  language: zh-Hans
  boilerplate:
    metadata: [.cdt-card, .cdt-infobox, .cdt-meta, .easy-footnote-margin-adjust]
- id: solidot
  name: Solidot
  hosts: solidot.org
  names: 奇客Solidot
  homepage: https://www.solidot.org/
  zone: Asia/Shanghai
  language: zh-Hans
- id: chinafile
  name: ChinaFile
  hosts: chinafile.com
  names: 中参馆
  homepage: https://www.chinafile.com/
  zone: America/New_York
  language: en
- id: youtube
  name: YouTube
  hosts: [youtube.com, youtu.be]
  homepage: https://www.youtube.com/
  zone: UTC
- id: yanjing-review
  name: 燕京书评
  hosts: allnow.com
  homepage: https://m.allnow.com/column/199
  zone: Asia/Shanghai
  language: zh-Hans
  byline: .author-wrap
  boilerplate:
    metadata: .column-wrap > p.column
`;

describe("built-in outlets are expressible as data: the goldens are the same both ways", () => {
	const root = "tests/fixtures/ingest";
	const settings = settingsOf(asData);
	const ids = settings.outlets?.map(({ source }) => source.id) ?? [];
	const fixtures = readdirSync(root).flatMap((name) => {
		const expected = JSON.parse(
			readFileSync(`${root}/${name}/expected.json`, "utf8"),
		) as {
			readonly draft?: Draft;
		};
		const adapter = expected.draft?.provenance.adapter ?? "";
		return ids.includes(adapter) ? [{ name, adapter, expected }] : [];
	});

	test("every outlet above has a golden file", () => {
		const met = new Set(fixtures.map(({ adapter }) => adapter));
		expect([...met].sort()).toEqual([...ids].sort());
	});

	test.each(fixtures.map((own) => [own.adapter, own.name, own] as const))(
		"%s: %s",
		(_adapter, name, { expected }) => {
			const [file = ""] = readdirSync(`${root}/${name}`).filter(
				(entry) => entry !== "expected.json",
			);
			const seed = {
				path: file,
				bytes: readFileSync(`${root}/${name}/${file}`),
			};
			const { value, diagnostics } = draftArticle(seed, settings);
			expect({ draft: value, diagnostics }).toEqual(expected);
		},
	);
});

describe("an outlet of the owner's", () => {
	const settings = settingsOf(`
- id: river-post
  name: 江河邮报
  hosts: www.riverpost.example
  names: River Post
  zone: Asia/Tokyo
  language: zh-Hans
  kind: newspaper
  headline: {prefix: 【独家】, suffix: [" - 江河邮报", "｜江河邮报"]}
  stamp: {select: .meta .date, pattern: yyyy年M月d日 HH:mm}
  byline: [.meta .author]
  credits:
    - {select: .translator, role: translator}
    - .source
  boilerplate:
    promotion: [.app, 'p:contains("扫码下载")']
`);
	const article = (html: string, title = "标题", url?: string) =>
		draftArticle(
			seedFile(
				"a.txt",
				withHeader(html, {
					title,
					url: url ?? "https://news.riverpost.example/1",
				}),
			),
			settings,
		).value;

	test("is read as its selectors say: date on its own clock, names, credits, what goes", () => {
		const draft =
			article(`<div class="meta"><span class="date">发布：2023年3月1日 09:05</span>
<span class="author">文/张三、李四</span></div><p>正文第一段。</p><p>扫码下载我们的应用。</p>
<div class="app">打开应用</div><p class="translator">翻译：王五</p><p class="source">路透社供稿</p><p>正文末段。</p>`);
		expect(draft).toMatchObject({
			source: {
				id: "river-post",
				homepage: "https://riverpost.example/",
				zone: "Asia/Tokyo",
				kind: "newspaper",
			},
			published: { day: "2023-03-01", zone: "Asia/Tokyo", basis: "body" },
			bylines: ["张三", "李四"],
			credits: [
				{ role: "translator", text: "翻译：王五" },
				{ role: "other", text: "路透社供稿" },
			],
		});
		expect(draft?.published?.at).toBe(Date.parse("2023-03-01T09:05+09:00"));
		expect(draft?.paragraphs.map(({ text }) => text)).toEqual([
			"正文第一段。",
			"正文末段。",
		]);
		const removed = Object.fromEntries(
			draft?.provenance.removed.map(({ rule, text }) => [rule, text]) ?? [],
		);
		expect(removed["sources/promotion"]).toBe("扫码下载我们的应用。\n打开应用");
	});

	test("loses what it puts around its headlines, where something is left of them", () => {
		expect(article("<p>x</p>", "【独家】停火｜江河邮报")?.headline).toBe(
			"停火",
		);
		expect(article("<p>x</p>", "【独家】")?.headline).toBe("【独家】");
		expect(article("<p>x</p>", "停火 | 江河邮报")?.headline).toBe("停火");
	});

	test("keeps an element whose words are no date", () => {
		const draft = article(
			'<div class="meta"><span class="date">昨天</span></div><p>正文。</p>',
		);
		expect(draft?.paragraphs.map(({ text }) => text)).toEqual([
			"昨天",
			"正文。",
		]);
	});

	test("is not taken for another whose host ends alike, and wins over the built-in one of a wider host", () => {
		expect(
			article("<p>x</p>", "标题", "https://notriverpost.example/1")?.source.id,
		).toBe("notriverpost-example");
		const narrow = settingsOf(
			"- {id: bbc-learning, name: 学中文, hosts: learning.bbc.com, zone: Europe/London}\n",
		);
		const host = (url: string) =>
			draftArticle(seedFile("a.txt", withHeader("<p>x</p>", { url })), narrow)
				.value?.source.id;
		expect(host("https://learning.bbc.com/1")).toBe("bbc-learning");
		expect(host("https://www.bbc.com/1")).toBe("bbc-chinese");
	});
});

describe("a whole page of an outlet whose body its owner names", () => {
	const settings = settingsOf(`
- id: bay
  name: 江湾晚报
  hosts: bay.example
  zone: Asia/Shanghai
  body: .con
  headline: {suffix: _江湾晚报}
  stamp: {select: .info .time, pattern: yyyy年M月d日 ah:mm}
  byline: .info .who
  boilerplate: {promotion: .qr}
`);
	/** As a browser saved it; so short an article that its page has more of everything else. */
	const page = (inside: string, title = "渡口开航_江湾晚报") =>
		draftArticle(
			seedFile(
				"saved.html",
				`<!DOCTYPE html>
<!-- saved from url=(0026)https://www.bay.example/7 -->
<html><head><meta charset="utf-8"><title>${title}</title></head><body>
<div class="top"><a href="/">首页</a> 今天是2026年5月9日 <iframe src="https://ads.example/"></iframe></div>
${inside}
<div class="side"><h3>热门</h3><img src="https://bay.example/ad.jpg"><p>别的消息，写得很长很长，比正文还要长得多，占满一整栏。</p></div>
</body></html>`,
			),
			settings,
		).value;
	const info =
		'<div class="info"><span class="time">2023年3月1日 下午3:05</span> <span class="who">文／王小明　摄影／李四</span> 阅读：3</div>';

	test("is that body, with the date and the names that stand beside it and the heading above it", () => {
		const draft = page(
			`<h1>渡口今日开航</h1>${info}<div class="con"><p>　　渡口开航。</p><p class="qr">请扫码</p><img src="https://bay.example/1.jpg"></div>`,
		);
		expect(draft).toMatchObject({
			headline: "渡口今日开航",
			bylines: ["王小明", "李四"],
			published: {
				day: "2023-03-01",
				at: Date.parse("2023-03-01T15:05+08:00"),
			},
			source: { id: "bay" },
		});
		expect(draft?.paragraphs.map(({ text }) => text)).toEqual(["渡口开航。"]);
		expect(draft?.figures.map(({ src }) => src)).toEqual([
			"https://bay.example/1.jpg",
		]);
		expect(draft?.html).not.toContain("ads.example");
		const outside = draft?.provenance.removed.find(
			({ rule }) => rule === "parse/outside-main-block",
		);
		expect(outside?.text).toMatch(/首页.*阅读：3.*热门/);
	});

	test("has its author where the element of the date holds the name", () => {
		const republic = settingsOf(`
- id: isle
  name: 島上日報
  hosts: isle.example
  zone: Asia/Taipei
  body: .con
  stamp: {select: .info, pattern: 民國rrr年M月d日 HH:mm}
  byline: .who
`);
		for (const inside of [
			"記者王小明台北報導／民國110年5月3日 14:20",
			"民國110年5月3日 14:20 ｜ 文：王小明",
			'<b class="who">王小明</b>民國110年5月3日 14:20',
		]) {
			const draft = draftArticle(
				seedFile(
					"saved.html",
					`<!DOCTYPE html>\n<html><head><title>渡口開航</title><link rel="canonical" href="https://isle.example/1"></head><body><h1>渡口開航</h1><p class="info">${inside}</p><div class="con"><p>渡口今日開航，船工們都來了。</p></div></body></html>`,
				),
				republic,
			).value;
			expect(draft?.bylines, inside).toEqual(["王小明"]);
			expect(draft?.published?.day).toBe("2021-05-03");
		}
	});

	test("is told by its parts where it has several, and by the window's title where it has no heading", () => {
		const draft = page(
			`<div class="con"><p>上半。</p></div><div class="ad">广告</div><div class="con"><p>下半。</p></div>`,
		);
		expect(draft?.headline).toBe("渡口开航");
		expect(draft?.paragraphs.map(({ text }) => text)).toEqual([
			"上半。",
			"下半。",
		]);
	});

	test("is found by structure where no element is of that body", () => {
		const text = "渡口今日开航，两岸居民往来只需十分钟。".repeat(20);
		const draft = page(`<article><h1>渡口</h1><p>${text}</p></article>`);
		expect(draft?.paragraphs.map(({ text }) => text)).toContain(text);
	});
});

describe("a date by pattern", () => {
	test.each([
		[
			"yyyy年M月d日 HH:mm",
			"时间：2023年3月1日09:05 来源",
			"2023-03-01 09:05:00",
		],
		["yyyy-MM-dd", "2023-03-01", "2023-03-01"],
		["d MMMM yyyy", "Published 1 march 2023.", "2023-03-01"],
		["MMM d, yyyy h:mm a", "Mar 1, 2023 9:05 PM", "2023-03-01 21:05:00"],
		["MMM d, yyyy h:mm a", "Sep. 12, 2023 12:05 am", "2023-09-12 00:05:00"],
		["rrr年M月d日", "112年3月1日", "2023-03-01"],
		["dd/MM/yy HH:mm:ss", "01/03/23 09:05:59", "2023-03-01 09:05:59"],
		[
			"yyyy-MM-ddTHH:mm:ssZ",
			"2023-03-01T09:05:00+0800",
			"2023-03-01 09:05:00+0800",
		],
		["'Updated' yyyy.MM.dd", "Updated 2023.03.01", "2023-03-01"],
		["yyyy年M月d日", "2023年2月30日", undefined],
		["yyyy年M月d日", "12023年2月3日", undefined],
		["yyyy-M-d", "2023-3-123", undefined],
	])("%s reads %s", (pattern, text, expected) => {
		expect(datePattern(pattern)(text)?.read).toBe(expected);
	});

	test.each([
		["yyyy", /month/],
		["MM-dd", /year/],
		["yyyy-MM", /day/],
		["yyyy-MM-dd yyyy", /twice/],
		["Updated yyyy-MM-dd", /“Updated|means nothing/],
	])("%s is refused", (pattern, reason) => {
		expect(() => datePattern(pattern)).toThrow(reason);
	});
});
