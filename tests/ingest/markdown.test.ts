import { describe, expect, test } from "vitest";
import { markupOf } from "../../src/parse/markup.ts";
import { accepted } from "./support.ts";

const post = (body: string, head = "title: 标题\nfrom: https://a.example/1") =>
	`---\n${head}\n---\n\n${body}\n`;
const told = (body: string) =>
	accepted(post(body), "post.md").paragraphs.map(({ text, kind }) =>
		kind === undefined ? text : `${kind}: ${text}`,
	);

describe("Markdown", () => {
	test("a tag that an empty line tears does not swallow what follows", () => {
		const { paragraphs } = accepted(
			post(
				"<p>河上有座桥，桥上有人。</p><script\n\n>alert(1)</script\n\n><p>船走了七天，到了海边。</p>\n\n最后一段也在。",
			),
			"post.md",
		);
		const text = paragraphs.map((own) => own.text).join("|");
		expect(text).toContain("船走了七天，到了海边。");
		expect(text).toContain("最后一段也在。");
	});

	test("a host with a quotation mark leads nowhere", () => {
		const { links, paragraphs } = accepted(
			post('见[此处](https://new"/)和[彼处](https://b.example/"x)。'),
			"post.md",
		);
		expect(links.map(({ href }) => href)).toEqual(["https://b.example/%22x"]);
		expect(paragraphs[0]?.text).toBe("见此处和彼处。");
	});

	test("an address without brackets ends where Chinese goes on", () => {
		const { links } = accepted(
			post(
				"见https://a.example/x。还有**www.b.example/甲**，和（https://c.example/?b=1）与https://d.example都好，https://e.example/a\\_b也是。",
			),
			"post.md",
		);
		expect(links.map(({ href }) => decodeURI(href))).toEqual([
			"https://a.example/x",
			"http://www.b.example/甲",
			"https://c.example/?b=1",
			"https://d.example/",
			"https://e.example/a_b也是",
		]);
	});
	test.each([
		[
			"emphasis beside Chinese marks",
			"他说**“今天不走。”**就走了，__明天__再来。",
			["他说“今天不走。”就走了，明天再来。"],
		],
		[
			"two bold parts side by side",
			"他**在甲地****和乙地**都住过，**丙****，丁**也是。",
			["他在甲地和乙地都住过，丙，丁也是。"],
		],
		[
			"bold that ends with a mark before a digit",
			"**“不能只有商店！（真的）”**2008 年，人们说。",
			["“不能只有商店！（真的）”2008 年，人们说。"],
		],
		[
			"bold with a space before its last stars",
			"电话：**@某某会 **，他说**，** 甲。",
			["电话：@某某会 ，他说， 甲。"],
		],
		[
			"stars that strike out names",
			"近期对 ** 药酒的报道和 ** 药业的声明，2 ** 3 ** 4。",
			["近期对 ** 药酒的报道和 ** 药业的声明，2 ** 3 ** 4。"],
		],
		[
			"stars behind a backslash",
			"他写作 \\*\\*甲”\\*\\*2008，**乙**。",
			["他写作 **甲”**2008，乙。"],
		],
		[
			"captions in HTML with pictures and headings close behind them",
			"第一段写了很久，说的是河上那座桥的来历。\n\n![](https://a.example/1.jpg)\n\n<figcaption>一座桥</figcaption>\n![](https://a.example/2.jpg)\n\n<figcaption>一条河</figcaption>\n## 河上\n\n第二段。",
			["第一段写了很久，说的是河上那座桥的来历。", "heading: 河上", "第二段。"],
		],
		[
			"addresses that Chinese marks follow",
			"见https://a.example/x。还有**www.b.example/甲**，和（https://c.example/?b=1）与https://d.example都好。",
			[
				"见https://a.example/x。还有www.b.example/甲，和（https://c.example/?b=1）与https://d.example都好。",
			],
		],
		[
			"sizes of pictures, attributes of headings and of words",
			"# 节 {.tabset}\n\n一段[带类的词]{.underline}和别的。\n\n![](https://a.example/1.png =500x)\n{.is-warning}\n\n![](https://a.example/2.png){width=3in}",
			["heading: 节", "一段带类的词和别的。"],
		],
		[
			"stars of a sum",
			"三乘四写作 3 \\* 4，**共**十二。",
			["三乘四写作 3 * 4，共十二。"],
		],
		[
			"lines of one paragraph",
			"**头**一行接着\n第二行。",
			["头一行接着第二行。"],
		],
		[
			"lists in lists",
			"- 甲\n  - 乙\n- 丙",
			["list-item: 甲", "list-item: 乙", "list-item: 丙"],
		],
		[
			"headings of both kinds",
			"标题一\n======\n\n## 标题二\n\n文。",
			["heading: 标题一", "heading: 标题二", "文。"],
		],
		[
			"a table",
			"| 年 | 数 |\n|---|:-:|\n| 2020 | **7** |",
			["table-row: 年\t数", "table-row: 2020\t7"],
		],
		[
			"a row with more cells than the head has",
			"| 年 | 数 |\n|---|---|\n| 2020 | **7** | 多 |",
			["table-row: 年\t数", "table-row: 2020\t7\t多"],
		],
		[
			"notes",
			"文[^1]。\n\n[^1]: 注的**文字**。",
			["文1。", "list-item: 注的文字。"],
		],
		[
			"code, where nothing is syntax",
			"文：\n\n```js\n# 不是 **标题** {{ x }}\n```\n\n行内 `{{ y }}` 也是。",
			["文：", "code: # 不是 **标题** {{ x }}", "行内 {{ y }} 也是。"],
		],
		["a hard break", "一  \n二\\\n三，**完**。", ["一\n二\n三，完。"]],
		[
			"links by name",
			"见[[旧站|老车站]]和[[新站#站台]]，==记住==。",
			["见老车站和新站，记住。"],
		],
		[
			"a callout",
			"> [!tip]- 题目\n> 内容。",
			["quotation: 题目", "quotation: 内容。"],
		],
		[
			"HTML between",
			"**头**。\n\n<div>\n\n*中*。\n\n</div>\n\n尾<br>巴。",
			["头。", "中。", "尾\n巴。"],
		],
		[
			"a quotation of Hexo",
			"**头**。\n\n{% blockquote 某人 %}\n话。\n{% endblockquote %}",
			["头。", "quotation: 话。", "quotation: —— 某人"],
		],
		[
			"struck words and tasks",
			"~~错~~对。\n\n- [x] 完\n- [ ] 未",
			["错对。", "list-item: 完", "list-item: 未"],
		],
	])("%s", (_what, body, wanted) => {
		expect(told(body)).toEqual(wanted);
	});

	test("tags of site programs are no text, and a removal holds them", () => {
		const draft = accepted(
			post("**头**。\n\n{% include ad.html %}\n\n{{< gist abc 1 >}}\n\n[TOC]"),
			"post.md",
		);
		expect(draft.paragraphs.map(({ text }) => text)).toEqual(["头。"]);
		expect(draft.provenance).toMatchObject({
			markup: "markdown",
			removed: [
				{
					rule: "parse/template-tag",
					count: 3,
					text: "{% include ad.html %}\n{{< gist abc 1 >}}\n[TOC]",
				},
			],
		});
	});

	test.each([
		["{{< youtube a-b_1 >}}", "https://www.youtube.com/watch?v=a-b_1"],
		['{{< youtube id="ab" >}}', "https://www.youtube.com/watch?v=ab"],
		["{% bilibili BV1xx %}", "https://www.bilibili.com/video/BV1xx"],
		[
			'{{< video src="https://films.example/a.mp4" >}}',
			"https://films.example/a.mp4",
		],
		["{% iframe https://films.example/b 400 300 %}", "https://films.example/b"],
		[
			'{{< video src="//www.facebook.com/plugins/video.php?href=https%3A%2F%2Ffilms.example%2Fc" >}}',
			"https://films.example/c",
		],
	])("a player's tag is a card of what it plays: %s", (tag, href) => {
		const { links, provenance } = accepted(
			post(`**头**。\n\n${tag}\n`),
			"post.md",
		);
		expect(links.map((link) => link.href)).toEqual([href]);
		expect(provenance.removed).toEqual([{ rule: "normalise/embed", count: 1 }]);
	});

	test("front matter in TOML and in JSON is read, with the offsets that it states", () => {
		const toml = accepted(
			'+++\ntitle = "标题"\ndate = 2022-06-18T00:30:00+08:00\ntags = ["甲"]\n[params]\nauthor = "程晚"\n+++\n\n文**字**。\n',
			"post.md",
		);
		expect(toml).toMatchObject({
			headline: "标题",
			tags: ["甲"],
			bylines: ["程晚"],
			published: { day: "2022-06-18", zone: "Asia/Shanghai" },
		});
		const json = accepted(
			'{\n  "title": "标题",\n  "date": "2020-03-09",\n  "params": {"author": ["程晚"]}\n}\n\n文**字**。\n',
			"post.md",
		);
		expect(json).toMatchObject({
			headline: "标题",
			bylines: ["程晚"],
			published: { day: "2020-03-09" },
		});
	});

	test("authors as links of a notebook are names", () => {
		for (const author of ["\n  - [[程晚]]", ' "[[程晚]]"', " [[程晚]]"])
			expect(
				accepted(post("文**字**。", `title: 标题\nauthor:${author}`), "post.md")
					.bylines,
			).toEqual(["程晚"]);
	});

	test("the report says that it was read as Markdown, and why", () => {
		expect(markupOf("一**二**三。\n\n- 四", "x").markup).toBe("markdown");
		expect(markupOf("一段。\n\n又一段。", "x").markup).toBe("markdown");
	});

	test.each([
		"<p>3 * 4 * 5，**照抄**。</p>\n<p># 井号</p>",
		"<div>一。<br><br>- 二<br><br>- 三</div>",
		"一段没有标签的话，里面有 * 星号。",
		"<p>一。</p>\n\n<p>- 二。</p>\n\n<blockquote><p>&gt; 三。</p></blockquote>",
	])("%s stays HTML", (body) => {
		expect(markupOf(body, "post.md").markup).toBe("html");
	});
});

describe("what stands above and below a text", () => {
	const html = (body: string) =>
		accepted(
			`<!--1600000000000-->\n[标题](https://a.example/1)\n------\n\n${body}\n`,
		);
	const middle = "<p>水塔修好了，塔上的钟也走了，全镇的人都来看。</p>";

	test("a line of labels is date and people, not text", () => {
		const draft = html(
			`<p>发布时间：2020-09-12 21:05　来源：山口报　作者：程晚</p>${middle}`,
		);
		expect(draft.paragraphs).toHaveLength(1);
		expect(draft.published).toMatchObject({ day: "2020-09-12", basis: "body" });
		expect(draft.bylines).toEqual(["程晚"]);
	});

	test("a question of an interview is no credit", () => {
		const draft = html(`${middle}<p>记者：您怎么看？</p><p>记者：谢谢您</p>`);
		expect(draft.paragraphs).toHaveLength(3);
		expect(draft.credits).toEqual([]);
	});

	test.each([
		["（责任编辑：程晚）", "editor"],
		["譯者：程晚　核稿：白石", "translator"],
	])("%s is a credit", (line, role) => {
		const draft = html(`${middle}<p>${line}</p>`);
		expect(draft.paragraphs).toHaveLength(1);
		expect(draft.credits[0]).toMatchObject({ role });
	});
});
