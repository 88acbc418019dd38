/** A small corpus of our own texts that holds every case a page must show. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
	wholeArticle,
	writeArticles,
	writeManifest,
} from "../../scripts/make-corpus/whole-article.ts";
import { stableJson } from "../../src/base/order.ts";
import type { Addresses } from "../../src/domain/addresses.ts";
import type { Article } from "../../src/domain/article.ts";
import {
	type Encounters,
	encountersSchema,
} from "../../src/domain/encounter.ts";
import type { Manifest } from "../../src/domain/manifest.ts";
import type { Report } from "../../src/domain/report.ts";
import type { CivilDay, EpochMs } from "../../src/domain/time.ts";
import { builtIn } from "../../src/enrich/gazetteer/index.ts";
import { publishGazetteer } from "../../src/enrich/gazetteer/publish.ts";

export const sources = {
	morning: {
		id: "morning-post",
		name: "晨报中文网",
		homepage: "https://morning.example/",
		zone: "Asia/Shanghai",
		language: "zh-Hans",
	},
	island: {
		id: "island-times",
		name: "島嶼時報",
		homepage: "https://island.example/",
		zone: "Asia/Taipei",
		language: "zh-Hant",
	},
	wire: {
		id: "north-wire",
		name: "North Wire",
		zone: "America/New_York",
		language: "en",
	},
} as const;

/** An article with plausible values for everything that `over` does not name. */
export function makeArticle(
	over: Partial<Article> & { id: string; day?: string; at?: string },
): Article {
	const { day, at, ...rest } = over;
	const source = over.source ?? sources.morning;
	const paragraphs = over.paragraphs ?? [
		{ id: "p1", text: "这一天的会谈从上午开始，到傍晚才结束。" },
		{ id: "p2", text: "双方都说谈得很好，细节没有公布。" },
	];
	return wholeArticle({
		headline: "两国元首在北京会谈",
		source,
		paragraphs,
		...(day === undefined
			? {}
			: {
					published: {
						precision: at === undefined ? "day" : "instant",
						...(at === undefined ? {} : { at: Date.parse(at) as EpochMs }),
						day: day as CivilDay,
						zone: source.zone,
						basis: "body",
					} as const,
				}),
		...(at === undefined
			? {}
			: { recorded: (Date.parse(at) + 1_800_000) as EpochMs }),
		witnesses: [
			{
				kind: "body",
				text: at ?? day ?? "不详",
				line: 5,
				verdict: day === undefined ? "unreadable" : "chosen",
			},
		],
		...rest,
	});
}

const pair = [
	{ id: "xi-jinping", name: "习近平" },
	{ id: "alexander-lukashenko", name: "卢卡申科" },
];

/** The articles of the sample. */
export function sampleArticles(): Article[] {
	return [
		makeArticle({
			id: "2019042600000001",
			headline: "“一带一路”论坛间隙，习近平会见卢卡申科",
			day: "2019-04-26",
			at: "2019-04-26T02:10:00Z",
			bylines: ["陈一鸣", "Anna O'Neil"],
			tags: ["国际", "belarus"],
			people: ["alexander-lukashenko", "xi-jinping"],
			places: ["beijing", "china"],
			paragraphs: [
				{
					id: "p1",
					text: "习近平4月25日下午在人民大会堂会见卢卡申科。两人谈了四十分钟，比原定的多了一刻钟，随后一同走出大厅，与在场的随行人员合影。",
				},
				{
					id: "p2",
					text: "会见后，双方签署了关于互免签证的协定。协定文本有两种文字，同等作准；官员说，具体的口岸名单将在三个月内公布，旅客届时须持有效护照。",
				},
				{ id: "p3", text: "背景：工业园的十年", kind: "heading" },
				{
					id: "p4",
					text: "工业园离明斯克25公里，占地112.5平方公里，入园企业来自15个国家。园区管委会的数字显示，2018年的出口额比前一年多了一倍，但仍低于最初的计划。",
				},
				{
					id: "p5",
					text: "“我们不着急，”园区的一位经理说，“树要十年才长成。”他说这句话时正站在一片刚平整过的地上，远处有两台起重机。",
					kind: "quotation",
				},
			],
			html: [
				'<figure id="f1"><img data-src="https://img.morning.example/hall-at-dusk.jpg?w=900&#x26;q=80" alt="大会堂外的仪仗队"><figcaption>仪仗队在大会堂外列队，2019年4月25日。<cite>晨报资料</cite></figcaption></figure>',
				'<p id="p1">习近平4月25日下午在<a href="https://places.example/hall">人民大会堂</a>会见卢卡申科。两人谈了四十分钟，比原定的多了一刻钟，随后一同走出大厅，与在场的随行人员合影。</p>',
				'<p id="p2">会见后，双方签署了关于互免签证的协定。协定文本有两种文字，同等作准；官员说，<a href="https://island.example/story/9?id=2">具体的口岸名单</a>将在三个月内公布，旅客届时须持有效护照。</p>',
				'<h2 id="p3">背景：工业园的十年</h2>',
				'<p id="p4">工业园离明斯克25公里，占地112.5平方公里，入园企业来自15个国家。园区管委会的数字显示，2018年的出口额比前一年多了一倍，但仍低于最初的计划。</p>',
				'<blockquote><p id="p5">“我们不着急，”园区的一位经理说，“树要十年才长成。”他说这句话时正站在一片刚平整过的地上，远处有两台起重机。</p></blockquote>',
				'<figure id="f2"><a href="https://morning.example/gallery"><img data-src="https://img.morning.example/crane.jpg" alt="起重机"></a></figure>',
			].join("\n"),
			figures: [
				{
					id: "f1",
					src: "https://img.morning.example/hall-at-dusk.jpg?w=900&q=80",
					alt: "大会堂外的仪仗队",
					caption: "仪仗队在大会堂外列队，2019年4月25日。",
					credit: "晨报资料",
				},
				{
					id: "f2",
					src: "https://img.morning.example/crane.jpg",
					alt: "起重机",
					caption: "",
					credit: "",
				},
			],
			links: [
				{ href: "https://places.example/hall", text: "人民大会堂" },
				{
					href: "https://island.example/story/9?id=2",
					text: "具体的口岸名单",
					articleId: "2023030200000003",
				},
			],
			credits: [
				{ role: "translator", text: "翻译：林晚" },
				{
					role: "original",
					text: "点击查看本文英文版",
					href: "https://morning.example/en/1",
				},
			],
			related: ["2019042700000002"],
			revisions: ["2019042600000001-0a0a0a0a"],
		}),
		makeArticle({
			id: "2019042600000001-0a0a0a0a",
			headline: "“一带一路”论坛间隙，习近平会见卢卡申科（初稿）",
			day: "2019-04-26",
			at: "2019-04-26T01:00:00Z",
			revisionOf: "2019042600000001",
		}),
		makeArticle({
			id: "2019042700000002",
			source: sources.wire,
			headline: 'Leaders meet; <script>alert("x")</script> & other oddities',
			day: "2019-04-27",
			at: "2019-04-28T02:30:00Z",
			tags: ["国际", "C&A / “引号” <b>"],
			paragraphs: [
				{
					id: "p1",
					text: "The two presidents met in Beijing on Thursday, officials said, and signed an agreement on visas.",
				},
			],
			related: ["2019042600000001"],
		}),
		makeArticle({
			id: "2023030200000003",
			source: sources.island,
			headline:
				"盧卡申科訪華第二天：人民大會堂前的紅毯與未說出口的話，以及一個長到需要換行三次才看得完的標題",
			day: "2023-03-02",
			at: "2023-03-02T03:17:17Z",
			url: "https://island.example/story/9?id=2",
			people: ["alexander-lukashenko", "xi-jinping"],
			places: ["beijing"],
			tags: ["国际", "兩岸與世界"],
			paragraphs: [
				{
					id: "p1",
					text: "習近平星期三在人民大會堂與盧卡申科會談，這是盧卡申科此行的第二天。",
				},
				{
					id: "p2",
					text: "談判桌上的話題不多：貿易、鐵路，以及鄰國的戰事。",
				},
			],
		}),
		makeArticle({
			id: "2023120400000004",
			headline: "习近平在钓鱼台会见卢卡申科",
			day: "2023-12-04",
			people: ["alexander-lukashenko", "xi-jinping"],
			places: ["beijing"],
			paragraphs: [
				{
					id: "p1",
					text: "习近平12月4日在钓鱼台国宾馆会见卢卡申科，谈到了今年三月在北京的会谈。",
				},
			],
		}),
		makeArticle({
			id: "0000000000000005",
			headline: "没有日期的一则短讯",
			paragraphs: [],
			html: "",
		}),
	];
}

function mention(over: Partial<Encounters["encounters"][0]["mentions"][0]>) {
	return {
		articleId: "2019042600000001",
		file: "2019042600000001.txt",
		paragraph: "p1",
		quote: "习近平4月25日下午在人民大会堂会见卢卡申科。",
		role: "main" as const,
		rule: "enrich/test",
		confidence: 0.9,
		...over,
	};
}

/** The meetings of the sample: confirmed, unconfirmed, in conflict, corrected. */
export function sampleEncounters(): Encounters {
	const timeline = {
		id: "xi-lukashenko",
		title: "习近平与卢卡申科会晤编年",
		people: pair,
	};
	return encountersSchema.parse({
		schemaVersion: 2,
		timeline,
		timelines: [timeline],
		encounters: [
			{
				id: "2016-09-beijing",
				timeline: timeline.id,
				people: pair,
				start: "2016-09-01",
				end: "2016-09-30",
				precision: "month",
				place: { city: "北京", country: "中国", lat: 39.9, lon: 116.4 },
				kind: "state-visit",
				status: "unconfirmed",
				reason: "只有图片说明为据，尚无正文报道相印证。",
				happened: { weight: 0.5, articles: 1, outlets: 1 },
				title: "习近平与卢卡申科在北京会晤",
				outcomes: [],
				mentions: [
					mention({
						paragraph: "f1",
						quote: "仪仗队在大会堂外列队，2019年4月25日。",
						role: "caption",
						confidence: 0.4,
					}),
				],
				conflicts: [],
				checks: [],
				corrections: [],
			},
			{
				id: "2019-04-25-beijing",
				timeline: timeline.id,
				people: pair,
				start: "2019-04-25",
				end: "2019-04-25",
				precision: "day",
				place: {
					city: "北京",
					country: "中国",
					venue: "人民大会堂",
					lat: 39.9,
					lon: 116.4,
				},
				kind: "multilateral-sideline",
				visit: { start: "2019-04-24", end: "2019-04-27" },
				status: "confirmed",
				happened: { weight: 2, articles: 2, outlets: 2 },
				title: "习近平与卢卡申科在北京会晤",
				outcomes: ["双方签署了关于互免签证的协定。"],
				mentions: [
					mention({ expression: "4月25日下午" }),
					mention({
						articleId: "2019042700000002",
						quote:
							"The two presidents met in Beijing on Thursday, officials said, and signed an agreement on visas.",
						expression: "Thursday",
						confidence: 0.6,
					}),
				],
				conflicts: [
					{
						field: "day",
						detail: "两篇报道的日期不同",
						values: [
							{
								value: "2019-04-25",
								articleIds: ["2019042600000001"],
							},
							{
								value: "2019-04-26",
								articleIds: ["2019042700000002"],
							},
						],
					},
				],
				checks: [
					{ rule: "weekday", result: "passed", detail: "4月25日是星期四" },
					{ rule: "ordinal", result: "failed", detail: "文中说是第三次" },
				],
				corrections: [
					{
						action: "note",
						note: "照片说明可作旁证",
						source: "晨报影集",
						line: 3,
					},
				],
			},
			{
				id: "2023-03-01-beijing",
				timeline: timeline.id,
				people: pair,
				start: "2023-03-01",
				end: "2023-03-01",
				precision: "day",
				place: { city: "北京", country: "中国", venue: "人民大会堂" },
				kind: "state-visit",
				visit: { start: "2023-02-28", end: "2023-03-02" },
				status: "confirmed",
				happened: { weight: 2, articles: 2, outlets: 2 },
				title: "习近平与卢卡申科在北京会谈",
				outcomes: [],
				mentions: [
					mention({
						articleId: "2023030200000003",
						quote:
							"習近平星期三在人民大會堂與盧卡申科會談，這是盧卡申科此行的第二天。",
						expression: "星期三",
					}),
					mention({
						articleId: "2023030200000003",
						paragraph: "headline",
						quote: "盧卡申科訪華第二天：人民大會堂前的紅毯與未說出口的話",
						confidence: 0.5,
					}),
					mention({
						articleId: "2023120400000004",
						quote: "谈到了今年三月在北京的会谈",
						role: "recall",
						confidence: 0.7,
					}),
				],
				conflicts: [],
				checks: [],
				corrections: [],
			},
			{
				id: "2023-12-04",
				timeline: timeline.id,
				people: pair,
				start: "2023-12-04",
				end: "2023-12-04",
				precision: "day",
				place: {},
				kind: "bilateral-talks",
				status: "lead",
				reason: "只说到迎送、同行或当面交谈，没有说两人会谈。",
				happened: { weight: 0.4, articles: 1, outlets: 1 },
				title: "习近平与卢卡申科会晤",
				outcomes: [],
				mentions: [
					mention({
						articleId: "2023120400000004",
						quote: "谈到了今年三月在北京的会谈",
						rule: "said-to-the-face",
						confidence: 0.4,
					}),
				],
				conflicts: [],
				checks: [],
				corrections: [],
			},
		],
		contacts: [
			{
				timeline: timeline.id,
				means: "telephone",
				day: "2023-01-26",
				mentions: [
					{
						articleId: "2023030200000003",
						file: "2023030200000003.txt",
						paragraph: "p2",
						quote: "談判桌上的話題不多：貿易、鐵路，以及鄰國的戰事。",
						rule: "not-by-telephone",
					},
				],
			},
		],
		rejected: [
			{
				timeline: timeline.id,
				articleId: "2023030200000003",
				file: "2023030200000003.txt",
				paragraph: "p2",
				quote: "談判桌上的話題不多：貿易、鐵路，以及鄰國的戰事。",
				rule: "enrich/test",
				reason: "planned",
				detail: "这句话说的是计划，不是已经举行的会晤。",
			},
		],
	});
}

const sampleReport: Report = {
	schemaVersion: 2,
	totals: {
		files: 8,
		accepted: 5,
		repaired: 1,
		duplicates: 0,
		revisions: 1,
		withdrawn: 0,
		quarantined: 1,
	},
	bySource: [
		{ id: "morning-post", name: "晨报中文网", articles: 3 },
		{ id: "island-times", name: "島嶼時報", articles: 1 },
		{ id: "north-wire", name: "North Wire", articles: 1 },
	],
	withoutZone: [{ id: "north-wire", name: "North Wire", articles: 1 }],
	byRule: [
		{ rule: "normalise/empty-container", count: 3 },
		{ rule: "parse/front-matter-script", count: 1 },
	],
	files: [
		{
			file: "broken/\u0008<file> & more.md",
			status: "quarantined",
			code: "parse/front-matter-script",
			line: 1,
			reason: "Front matter in JavaScript is never run.",
			excerpt: "---js <script>alert(1)</script>",
			findings: [],
		},
		{
			file: "2019042700000002.txt",
			status: "repaired",
			articleId: "2019042700000002",
			findings: [
				{
					severity: "warning",
					ruleId: "normalise/date-conflict",
					file: "2019042700000002.txt",
					line: 4,
					reason: "The address names another day.",
				},
			],
		},
	],
};

/** Ids that lead elsewhere, one of them as an earlier version gave them, and a withdrawn article. */
export const sampleAddresses: Addresses = {
	schemaVersion: 2,
	moved: [
		{ id: "20190426-morning-post-00000001", to: "2019042600000001" },
		{ id: "ab00000000000001", to: "2019042600000001" },
		{ id: "ab00000000000003", to: "ab00000000000002" },
	],
	withdrawn: [
		{
			id: "ab00000000000002",
			headline: "一则后来撤回的消息 <b>",
			outlet: "晨报中文网",
			day: "2019-05-01" as CivilDay,
			reason: "当事人要求删除。",
			withdrawn: "2024-02-03" as CivilDay,
		},
	],
};

/** What an owner may have put beside the articles. */
export const ownersPages: Pick<Manifest["archive"], "pages" | "collections"> = {
	pages: [
		{
			id: "method",
			title: "编选说明",
			nav: true,
			html: '<p id="p1">怎样选、怎样校，都写在这里。</p><table><tbody><tr><td>一</td><td>二</td></tr></tbody></table>',
		},
	],
	collections: [
		{
			id: "two-days",
			title: "两天的会谈",
			text: "两家媒体，两天。",
			articles: [
				{ id: "2023030200000003", note: "第二天。" },
				{ id: "2019042600000001" },
			],
		},
	],
};

/** Write a corpus of `articles` to `root`, in the order and shape that the pipeline gives it. */
export function writeCorpus(
	root: string,
	articles: readonly Article[],
	over: {
		encounters?: Encounters;
		report?: Report;
		archive?: Partial<Manifest["archive"]>;
	} = {},
): void {
	const written = writeArticles(root, articles);
	const encounters = over.encounters ?? sampleEncounters();
	const manifest: Manifest = {
		schemaVersion: 2,
		archive: {
			title: "编年",
			description: "中文新闻存档：逐篇可查、可引、可离线全文检索。",
			language: "zh-Hans",
			noindex: false,
			rights: { "morning-post": "文字归晨报中文网，未经许可不得转载。" },
			timelines: encounters.timelines,
			...over.archive,
		},
		...written,
	};
	writeManifest(root, manifest);
	writeFileSync(join(root, "encounters.json"), stableJson(encounters));
	writeFileSync(
		join(root, "gazetteer.json"),
		stableJson(publishGazetteer(builtIn)),
	);
	writeFileSync(
		join(root, "addresses.json"),
		stableJson({
			...sampleAddresses,
			// A way that leads to nothing would be no way.
			moved: sampleAddresses.moved.filter(
				({ to }) =>
					articles.some(({ id }) => id === to) ||
					sampleAddresses.withdrawn.some(({ id }) => id === to),
			),
		}),
	);
	writeFileSync(
		join(root, "report.json"),
		stableJson(over.report ?? sampleReport),
	);
}
