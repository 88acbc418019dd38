import { describe, expect, test } from "vitest";
import { keptTexts } from "../../src/parse/kept-texts.ts";
import { startCpuClock } from "../support/cpu-clock.ts";
import { accepted } from "./support.ts";
import { accountedText, surplus, visibleText } from "./visible.ts";
import { page } from "./web-files.ts";

const text = [
	"山脚的茶亭今年重新开了门，守亭的老人说水还是那口井的水。",
	"过路的人坐下来歇脚，喝一碗茶，放下一枚铜钱，也有人什么都不放。",
	"到了傍晚他把铜钱数一遍，数目从来不对，他说本来就不该对。",
];

describe("a whole page", () => {
	test("keeps its article, and every other character is in a removal", () => {
		const html = page("茶亭重开", text);
		const draft = accepted(html, "tea.html");
		expect(draft.headline).toBe("茶亭重开");
		expect(draft.paragraphs.map((own) => own.text)).toEqual(text);
		expect(draft.provenance.variant).toBe("page");
		const [outside] = draft.provenance.removed.filter(
			({ rule }) => rule === "parse/outside-main-block",
		);
		expect(outside?.text).toContain("登录");
		expect(outside?.text).toContain("版权所有");
		const seen = visibleText(html);
		const found = accountedText(draft);
		expect(surplus(seen, found), "lost").toEqual({});
		expect(surplus(found, seen), "added").toEqual({});
	});

	test("keeps the white space between words that stands in an element of its own", () => {
		const html = page("A tea house", [
			"<span>The</span><span> </span><b>old</b><span> </span>house at the foot of the hill has opened its door again this year.",
			"<a>Travellers</a><i> </i><a>sit</a> down, drink a bowl of tea and leave a coin behind; some of them leave nothing at all.",
		]);
		expect(
			accepted(html, "tea.html").paragraphs.map((own) => own.text),
		).toEqual([
			"The old house at the foot of the hill has opened its door again this year.",
			"Travellers sit down, drink a bowl of tea and leave a coin behind; some of them leave nothing at all.",
		]);
	});

	test("keeps the formulas of its sentences: in TeX where the page has it, else as they are shown", () => {
		const glyphs =
			'<span class="katex-html" aria-hidden="true"><span>∀</span><span>x</span></span>';
		for (const [formula, told] of [
			[`<span class="katex">${glyphs}</span>`, "∀x"],
			[
				`<span data-math="\\forall x"><span class="katex">${glyphs}</span></span>`,
				"\\forall x",
			],
			[
				`<span class="katex"><math><mi>x</mi><annotation encoding="application/x-tex">\\forall x</annotation></math>${glyphs}</span>`,
				"\\forall x",
			],
			['<img src="/x.svg" alt="\\forall x">', "\\forall x"],
		] as const) {
			const [first = "", ...others] = text;
			const html = page("茶亭重开", [
				`对所有的人${formula}，${first}`,
				...others,
			]);
			expect(accepted(html, "tea.html").paragraphs[0]?.text).toBe(
				`对所有的人${told}，${first}`,
			);
		}
	});

	test("is of the outlet that the window's title names behind the heading, or that a headline ends in", () => {
		const head = '<link rel="canonical" href="https://shankou.example/1">';
		expect(
			accepted(
				page("茶亭重开", text, { head }).replace(
					"<title>茶亭重开",
					"<title>茶亭重开_山口客",
				),
				"tea.html",
			).source.name,
		).toBe("山口客");
		const bare = page("茶亭重开 - 山口报", text, { head });
		expect(accepted(bare, "tea.html")).toMatchObject({
			headline: "茶亭重开",
			source: { id: "shankou-example", name: "山口报" },
		});
	});

	test("is called without the outlet's name behind a short heading, or behind what the page's feed is called", () => {
		const titled = (title: string, heading: string, head = "") =>
			accepted(
				page(heading, text, { head }).replace(
					/<title>[^<]*/,
					`<title>${title}`,
				),
				"tea.html",
			).headline;
		expect(titled("Tea - Notes of the Lower Valley", "TEA")).toBe("Tea");
		const feed =
			'<link rel="alternate" type="application/atom+xml" title="山口小记" href="/a.xml">';
		expect(titled("茶亭 - 山口小记", "山口", feed)).toBe("茶亭");
	});

	test("has the author without the day or the label that stands in the same line", () => {
		const html = page("The tea house", [
			"The tea house at the foot of the hill has opened its door again; the old man says that the water is still that of the well.",
			"Travellers sit down, drink a bowl of tea and leave a coin behind; some of them leave nothing at all, and nobody minds.",
		]).replace(
			"</h1>",
			'</h1><p class="byline">By Chen Wan March 25, 2015</p>',
		);
		expect(accepted(html, "tea.html").bylines).toEqual(["Chen Wan"]);
		const labelled = page("茶亭重开", text).replace(
			"</h1>",
			'</h1><div class="byline">撰文：程晚舟</div>',
		);
		expect(accepted(labelled, "tea.html").bylines).toEqual(["程晚舟"]);
	});

	test("is called as its title says where its metadata say two things", () => {
		const html = page("茶亭今年重开 - 山口报", text, {
			head: '<meta property="og:title" content="一座茶亭的故事"><meta name="twitter:title" content="茶亭今年重开">',
		}).replace(/<h1>.*?<\/h1>/, "");
		expect(accepted(html, "tea.html").headline).toBe("茶亭今年重开");
	});

	test("names the addresses of the pictures that it leaves out", () => {
		const html = page("茶亭重开", text, {
			head: '<link rel="canonical" href="https://shankou.example/tea">',
			more: '<p><img src="/tea.jpg"></p>',
		}).replace(
			"<footer>",
			'<aside><a href="/ad"><img data-src="/ad.jpg" src="data:image/gif;base64,R0"></a></aside><footer><img src="https://cdn.example/logo.png">',
		);
		const { figures, provenance } = accepted(html, "tea.html");
		expect(figures.map(({ src }) => src)).toEqual([
			"https://shankou.example/tea.jpg",
		]);
		expect(provenance.removed).toContainEqual(
			expect.objectContaining({
				rule: "parse/outside-main-block",
				pictures: [
					"https://shankou.example/ad.jpg",
					"https://cdn.example/logo.png",
				],
			}),
		);
	});

	test("keeps what readers see instead of an object, and what a banner in a comment would hide", () => {
		for (const more of [
			"<object data='x.swf'><p>看不到动画的人读这一段，它说的是山脚的茶亭。</p></object>",
			"<!-- 没有写完 <!-- BEGIN WAYBACK TOOLBAR INSERT --><p>横幅</p><!-- END WAYBACK TOOLBAR INSERT --><p>横幅之后还有一段文字，说的是山脚的茶亭。</p>",
		]) {
			const html = page("茶亭重开", text, { more });
			const found = accountedText(accepted(html, "tea.html"));
			expect(surplus(visibleText(html), found), more).toEqual({});
		}
	});

	test("tells address, headline, people and hour as JSON-LD, Open Graph or meta have them", () => {
		const ld = JSON.stringify({
			"@context": "https://schema.org",
			"@graph": [
				{ "@type": "Organization", name: "山口报" },
				{
					"@type": ["NewsArticle"],
					headline: "茶亭重开",
					datePublished: "2020-02-03T07:00:00+08:00",
					author: [{ name: "程晚" }, { name: "山口报" }],
					publisher: { name: "山口报" },
				},
			],
		});
		const draft = accepted(
			page("茶亭重开 - 山口报", text, {
				head: `<link rel="canonical" href="/2020/tea"><meta property="og:url" content="https://shankou.example/2020/tea"><meta property="og:site_name" content="山口报"><script type="application/ld+json">${ld}</script>`,
			}),
			"x.html",
		);
		expect(draft).toMatchObject({
			headline: "茶亭重开",
			url: "https://shankou.example/2020/tea",
			bylines: ["程晚"],
			source: { name: "山口报" },
			published: { day: "2020-02-03", zone: "Asia/Shanghai", basis: "page" },
		});
	});

	test("is at the address that the program which saved it wrote down", () => {
		for (const mark of [
			"<!-- saved from url=(0032)https://shankou.example/tea/1 -->",
			"<!--\n Page saved with SingleFile \n url: https://shankou.example/tea/1 \n saved date: Thu Jul 02 2020 10:00:00 GMT+0800\n-->",
		]) {
			const html = page("茶亭重开", text).replace("<html", `${mark}<html`);
			expect(accepted(html, "x.html").url).toBe(
				"https://shankou.example/tea/1",
			);
		}
	});

	test("from the Wayback Machine has its own addresses again, and no banner", () => {
		const html = page("茶亭重开", text, {
			more: '<p><img src="https://web.archive.org/web/20210702101112im_/https://img.shankou.example/tea.jpg"></p>',
			head: '<link rel="canonical" href="https://web.archive.org/web/20210702101112/https://shankou.example/tea/1">',
		}).replace(
			"<body>",
			"<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div>12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->",
		);
		const draft = accepted(html, "x.html");
		expect(draft.url).toBe("https://shankou.example/tea/1");
		expect(draft.figures.map(({ src }) => src)).toEqual([
			"https://img.shankou.example/tea.jpg",
		]);
		expect(draft.recorded).toBe(Date.parse("2021-07-02T10:11:12Z"));
		expect(JSON.stringify(draft.paragraphs)).not.toContain("captures");
	});
});

test("a post of WeChat, hidden until a script shows it, tells account and hour in scripts alone", () => {
	const html = `<!DOCTYPE html><html><head><meta property="og:title" content="茶亭重开"><title></title><script>var ct = "1600000000"; var nickname = "山口茶亭";</script></head><body><div id="page-content"><h1 class="rich_media_title">茶亭重开</h1><div class="rich_media_content" id="js_content" style="visibility: hidden;">${text.map((own) => `<p>${own}</p>`).join("")}<p><img data-src="https://mmbiz.qpic.cn/a/640"></p></div></div></body></html>`;
	const draft = accepted(html, "post.html");
	expect(draft).toMatchObject({
		headline: "茶亭重开",
		source: { name: "山口茶亭" },
		published: { at: 1_600_000_000_000, day: "2020-09-13" },
		figures: [{ src: "https://mmbiz.qpic.cn/a/640" }],
	});
	expect(draft.paragraphs.map((own) => own.text)).toEqual(text);
});

describe("texts of a page that its main block has", () => {
	const kept = (texts: string[], block: string) =>
		texts.filter((_, index) => keptTexts(texts, block)[index]);
	const long = (name: string) => `${name}${"这是一段够长的话".repeat(3)}`;

	test("are found in order, short ones between long ones", () => {
		const texts = ["分享", long("甲"), "注", long("乙"), "分享"];
		expect(kept(texts, `${long("甲")}注${long("乙")}`)).toEqual([
			long("甲"),
			"注",
			long("乙"),
		]);
	});

	test("are not taken from a teaser that says the same before", () => {
		const texts = [long("甲"), "别处", long("甲"), long("乙")];
		expect(keptTexts(texts, `${long("甲")}${long("乙")}`)).toEqual([
			false,
			false,
			true,
			true,
		]);
	});

	test("are found where the block has them in another order", () => {
		const texts = [long("注"), long("甲"), long("乙"), long("外")];
		expect(kept(texts, `${long("甲")}${long("乙")}${long("注")}`)).toEqual([
			long("注"),
			long("甲"),
			long("乙"),
		]);
	});

	test("are found where the block has their formulas in other signs", () => {
		const [first, last] = [long("首"), long("尾")];
		const said =
			"船的重量和水的重量之间有一个公式$m=V\\rho$，船工们并不知道它，他们只看吃水线。";
		const ad = "扫码下载客户端，第一时间收到推送，还有更多精彩等着你来看。";
		expect(
			kept(
				[first, ad, said, last],
				`${first}船的重量和水的重量之间有一个公式m=Vρ，船工们并不知道它，他们只看吃水线。${last}`,
			),
		).toEqual([first, said, last]);
	});

	test("are found in a page of ten thousand within seconds", () => {
		const texts = Array.from({ length: 10_000 }, (_, at) =>
			long(at % 2 === 0 ? `外${at}` : `内${at}`),
		);
		const block = texts.filter((_, at) => at % 2 === 1).join("\n");
		const spent = startCpuClock();
		const found = keptTexts(texts, block);
		expect(found.filter(Boolean)).toHaveLength(5_000);
		expect(spent()).toBeLessThan(10_000);
	});
});
