/** What the chronicle makes of its meetings, as markup. */
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { Encounter, Mention } from "../../src/domain/encounter.ts";
import { Chronicle } from "../../templates/parts/Chronicle.tsx";
import { TimelineHead } from "../../templates/parts/TimelineHead.tsx";
import { wordsFor } from "../../templates/words.ts";
import { sampleEncounters } from "./sample-corpus.ts";

const w = wordsFor("zh-Hans");
const [, , model] = sampleEncounters().encounters as [
	Encounter,
	Encounter,
	Encounter,
];
const [sentence] = model.mentions as [Mention];

const on = (day: string, more: Partial<Encounter> = {}): Encounter => ({
	...model,
	id: `${day}-beijing`,
	start: day as Encounter["start"],
	end: day as Encounter["end"],
	...more,
});

const shown = (...encounters: readonly Encounter[]): string =>
	renderToString(
		h(Chronicle, {
			entries: encounters.map((encounter) => ({ encounter, articles: {} })),
			path: "timeline.html",
			w,
		}),
	);

const visit: NonNullable<Encounter["visit"]> = {
	start: "2024-12-01" as Encounter["start"],
	end: "2024-12-03" as Encounter["end"],
	visitor: { id: "alexander-lukashenko", name: "卢卡申科" },
	host: "中国",
	kind: "state-visit",
};

test("meetings of one visit stand under it, others by themselves", () => {
	const html = shown(
		on("2024-12-02", { visit }),
		on("2024-12-03", { visit }),
		on("2024-12-20"),
	);
	const [, group = ""] =
		/<li class="visit[^"]*">(.*?<\/ol>)<\/li>/.exec(html) ?? [];
	expect(group).toContain(
		"访问期间 2024年12月1日至12月3日（卢卡申科访问中国，国事访问）",
	);
	expect(group.match(/data-encounter-id/g)).toHaveLength(2);
	expect(html.match(/data-encounter-id/g)).toHaveLength(3);
	expect(shown(on("2024-12-02", { visit }))).not.toContain('class="visit');
});

test("the same sentence in several places is shown once, with all of them", () => {
	const html = shown(
		on("2024-12-02", {
			mentions: [
				{ ...sentence, quote: "两人在北京会谈。", paragraph: "p2" },
				{ ...sentence, quote: "两人在北京会谈", paragraph: "headline" },
				{
					...sentence,
					articleId: "2023120400000004",
					quote: "两人在北京会谈。",
				},
				{ ...sentence, quote: "另外一句。", paragraph: "p3" },
			],
		}),
	);
	expect(html.match(/两人在北京会谈/g)).toHaveLength(1);
	expect(html).toContain("另有 1 条证据");
	const [, same = ""] = /class="same-words">(.*?)<\/span>/.exec(html) ?? [];
	expect(same.match(/<a /g)).toHaveLength(2);
});

test("beside what is not confirmed stands why", () => {
	const reason = "只有标题为据，正文没有报道。";
	const html = shown(on("2024-12-02", { status: "unconfirmed", reason }));
	expect(html).toContain(
		`<span class="badge"> 待证实</span><span class="note">${reason}</span>`,
	);
});

test("the head says how many meetings the articles count, and between which days some are missing", () => {
	const html = renderToString(
		h(TimelineHead, {
			props: {
				timeline: { id: "a", title: "编年", people: model.people },
				others: [],
				feeds: { atom: "a.xml", json: "a.json" },
				downloads: "data/encounters",
				entries: [],
				leads: [],
				contacts: [],
				rejected: [],
				articles: {},
				first: true,
				count: {
					number: 15,
					day: "2025-06-04",
					held: 12,
					gaps: [
						{ missing: 1, to: "2013-07-16" },
						{ missing: 2, from: "2016-09-29", to: "2019-04-25" },
					],
				},
			},
			to: (path: string) => path,
			w,
		}),
	);
	expect(html).toContain(
		"报道把 2025年6月4日 的会晤称为第 15 次，本存档到那一天为止有 12 次已证实。 缺 3 次，大概在：2013年7月16日以前 1 次、2016年9月29日至2019年4月25日之间 2 次。",
	);
	expect(html).toContain(w.timeline.reading);
});
