import { describe, expect, test } from "vitest";
import { draftArticle } from "../../src/normalise/draft.ts";
import { readEnvelope } from "../../src/parse/envelope.ts";
import {
	accepted,
	draftOf,
	limits,
	quarantineCode,
	seedFile,
	withHeader,
} from "./support.ts";

const header =
	"<!--1701704349000-->\n[标题](https://example.org/a)\n------\n\n<p>文</p>\n";
const matter = "---\ntitle: 标题\nfrom: https://example.org/a\n---\n";

describe("the envelope", () => {
	test.each([
		["header", header],
		["jekyll+header", `${matter}${header}`],
		["jekyll", `${matter}<p>文</p>\n`],
	])("tells the variant %s and where its body begins", (variant, text) => {
		const envelope = readEnvelope(text);
		expect(envelope.variant).toBe(variant);
		expect(envelope.body.text.trim()).toBe("<p>文</p>");
		const line = text.split("\n").indexOf("<p>文</p>") + 1;
		const blank = /^\n*/.exec(envelope.body.text)?.[0].length ?? 0;
		expect(envelope.body.line + blank).toBe(line);
		expect(envelope.mended).toEqual([]);
	});

	test.each([
		[
			"[[World] a [b]](https://example.org/x)",
			"[World] a [b]",
			"https://example.org/x",
		],
		[
			"[a](b)](https://example.org/x_(y)_(z))",
			"a](b)",
			"https://example.org/x_(y)_(z)",
		],
		["[](https://example.org/x)", "", "https://example.org/x"],
		["[ a  ]( https://example.org/x )", " a  ", "https://example.org/x"],
		["[a](<https://example.org/x y>)", "a", "https://example.org/x y"],
		['[a](https://example.org/x "title")', "a", "https://example.org/x"],
		["[a](//example.org/x)", "a", "//example.org/x"],
	])("reads %s", (line, title, url) => {
		const envelope = readEnvelope(
			`<!--1701704349000-->\n${line}\n------\n<p>文</p>`,
		);
		expect(envelope.title?.text).toBe(title);
		expect(envelope.url?.text).toBe(url);
	});

	test("a link at the beginning of somebody's text is no header", () => {
		const envelope = readEnvelope(`${matter}[首页](https://example.org/) 正文`);
		expect(envelope.variant).toBe("jekyll");
		expect(envelope.body.text).toContain("[首页]");
	});

	test("a comment that is no stamp belongs to the body", () => {
		const envelope = readEnvelope(`${matter}<!-- more --><p>文</p>`);
		expect(envelope.stamp).toBeUndefined();
		expect(envelope.body.text).toContain("more");
	});

	test("scalars of front matter stay text, whatever YAML makes of them", () => {
		const { matter: found } = readEnvelope(
			"---\ntitle: 2023-12-04\nauthor: 0777\ndate: 2023-13-45\ncomments: yes\ntags: [ 1.0, null ]\nempty:\n---\n",
		);
		expect(found?.field("title")?.text).toBe("2023-12-04");
		expect(found?.field("author")?.text).toBe("0777");
		expect(found?.field("date")).toEqual({ text: "2023-13-45", line: 4 });
		expect(found?.list("tags")).toEqual(["1.0", "null"]);
		expect(found?.list("title")).toEqual(["2023-12-04"]);
		expect(found?.field("nothing")).toBeUndefined();
		expect(found?.field("__proto__")).toBeUndefined();
	});

	test("front matter without an end lasts as long as its lines look like it", () => {
		const draft = accepted(
			"---\ntitle: 标题\nfrom: https://example.org/a\n<p>正文。</p>\n",
		);
		expect(draft.headline).toBe("标题");
		expect(draft.paragraphs[0]?.text).toBe("正文。");
		expect(draft.provenance.repaired).toEqual(["parse/front-matter-unclosed"]);
	});
});

describe("bytes", () => {
	const text = withHeader("<p>第一行\n第二行，逗号。</p>", { title: "编码" });
	const big = (own: string) => {
		const bytes = Buffer.from(own, "utf16le");
		return bytes.swap16();
	};

	test.each([
		[
			"UTF-8 with a mark",
			Buffer.from(`\uFEFF${text}`),
			"utf-8",
			["read/byte-order-mark"],
		],
		[
			"UTF-16 little-endian without a mark",
			Buffer.from(text, "utf16le"),
			"utf-16le",
			["read/encoding"],
		],
		[
			"UTF-16 big-endian with a mark",
			big(`\uFEFF${text}`),
			"utf-16be",
			["read/encoding"],
		],
		[
			"old Macintosh line ends",
			Buffer.from(text.replaceAll("\n", "\r")),
			"utf-8",
			["read/line-ends"],
		],
		[
			"Windows line ends",
			Buffer.from(text.replaceAll("\n", "\r\n")),
			"utf-8",
			["read/line-ends"],
		],
	])(
		"%s are read, and the report says so",
		(_name, bytes, encoding, repaired) => {
			const draft = accepted(bytes);
			expect(draft.headline).toBe("编码");
			expect(draft.paragraphs[0]?.text).toBe("第一行第二行，逗号。");
			expect(draft.provenance.encoding).toBe(encoding);
			expect(draft.provenance.repaired).toEqual(repaired);
		},
	);

	test.each([
		["nothing", Buffer.alloc(0), "read/empty"],
		["white space", Buffer.from(" \n\t\n"), "read/empty"],
		[
			"a picture",
			Buffer.from([
				0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48,
				0x44, 0x52, 0xff, 0xfe, 0xd8, 0xff, 0x80,
			]),
			"read/not-text",
		],
		["zeros", Buffer.alloc(1000), "read/empty"],
	])("%s is quarantined under its own code", (_name, bytes, code) => {
		expect(quarantineCode(bytes)).toBe(code);
	});
});

describe("limits", () => {
	const refused = (content: string, own: Partial<typeof limits>) =>
		draftArticle(seedFile("x.md", content), {
			limits: { ...limits, ...own },
		}).diagnostics.find(({ severity }) => severity === "error");

	test("each is configurable and says what it met", () => {
		const file = withHeader(
			`${"<div>".repeat(9)}<img src="https://example.org/1.jpg"><img src="https://example.org/2.jpg">文${"</div>".repeat(9)}`,
			{ title: "五个字标题" },
		);
		expect(refused(file, {})).toBeUndefined();
		expect(refused(file, { fileBytes: 100 })).toMatchObject({
			ruleId: "read/too-large",
		});
		expect(refused(file, { depth: 8 })).toMatchObject({
			ruleId: "parse/too-deep",
		});
		expect(refused(file, { depth: 9 })).toBeUndefined();
		expect(refused(file, { images: 1 })).toMatchObject({
			ruleId: "normalise/too-many-images",
		});
	});
});

describe("what a file does not tell", () => {
	const findings = (content: string, path = "article.md") =>
		draftOf(content, path).diagnostics.map(({ ruleId }) => ruleId);

	test("a headline over the limit is cut with a warning, and the article kept", () => {
		const long = "标".repeat(limits.headline + 1);
		const { value, diagnostics } = draftOf(
			withHeader("<p>正文。</p>", { title: long }),
		);
		expect(value?.headline).toBe(`${"标".repeat(limits.headline - 1)}…`);
		expect(
			diagnostics.find(({ ruleId }) => ruleId === "normalise/headline-cut"),
		).toMatchObject({ severity: "warning", line: 2 });
		expect(value?.provenance.removed).toContainEqual({
			rule: "normalise/headline-cut",
			count: 1,
			text: "标标",
		});
		const fitting = withHeader("<p>正文。</p>", {
			title: "标".repeat(limits.headline),
		});
		expect(findings(fitting)).not.toContain("normalise/headline-cut");
	});

	test("an address, a headline and a date that nobody tells are findings each", () => {
		const told = findings("---\nlayout: post\n---\n<p>正文。</p>", "笔记.md");
		expect(told).toContain("normalise/no-address");
		expect(told).toContain("normalise/no-headline");
		expect(told).toContain("normalise/no-date");
		const whole = findings(withHeader("<p>正文。</p>"));
		for (const ruleId of ["address", "headline", "date"])
			expect(whole).not.toContain(`normalise/no-${ruleId}`);
	});
});

test("a rule that takes each part of a conversation and spares what is around them is judged by what it would take in sum", () => {
	const said = Array.from(
		{ length: 40 },
		(_, at) => `第${at}个人说，山脚的茶亭今年重新开了门，过路的人坐下来歇脚。`,
	);
	const of = (name: string) =>
		draftOf(
			withHeader(
				`<p>大家怎么说？</p><div class="${name}">${said.map((text) => `<div class="comments"><p>${text}</p></div>`).join("")}</div>`,
			),
		).value?.paragraphs.map(({ text }) => text) ?? [];
	for (const name of ["talk", "comments"])
		expect(of(name)).toEqual(["大家怎么说？", ...said]);
});

describe("empty and short bodies", () => {
	test.each([
		["", "normalise/empty-body"],
		["<p>&nbsp;</p><div></div>", "normalise/empty-body"],
		["<p>短。</p>", "normalise/short-body"],
		['<img src="https://example.org/1.jpg">', "normalise/pictures-only"],
	])("%s is accepted with a warning", (html, ruleId) => {
		const { value, diagnostics } = draftOf(withHeader(html));
		expect(value).toBeDefined();
		expect(diagnostics).toMatchObject([{ severity: "warning", ruleId }]);
	});

	test("a body that only a script would have shown is no hidden text", () => {
		const body = `<div id="js_content" style="visibility: hidden; opacity: 0">${"<section><p>公众号文章的一段话，写得足够长，免得被当作页面上的小零件。</p></section>".repeat(12)}</div>`;
		const { paragraphs, provenance } = accepted(withHeader(body));
		expect(paragraphs).toHaveLength(12);
		expect(provenance.removed).toEqual([]);
	});
});

describe("a stamp without a link behind it", () => {
	const stamp = "<!--1701704349000-->\n";
	test.each([
		[
			"an empty line",
			"江上的灯\n\n夜里船多。\n\n早上船少。\n",
			["夜里船多。", "早上船少。"],
		],
		[
			"a tag",
			"江上的灯\n<p>夜里船多。</p><p>早上船少。</p>",
			["夜里船多。", "早上船少。"],
		],
		["a rule", "江上的灯\n------\n<p>夜里船多。</p>", ["夜里船多。"]],
		[
			"a longer line",
			"江上的灯\n夜里船多，白天也不少。\n早上船少。\n",
			["夜里船多，白天也不少。", "早上船少。"],
		],
	])("lets a short line above %s be the headline", (_, text, paragraphs) => {
		const draft = accepted(stamp + text, "a.txt");
		expect(draft.headline).toBe("江上的灯");
		expect(draft.paragraphs.map(({ text }) => text)).toEqual(paragraphs);
	});

	test.each([
		["a sentence", "夜里船多，早上船少。\n\n中午没有船。\n"],
		["a label", "来源：江报\n\n中午没有船。\n"],
		["a list", "- 夜里船多\n- 早上船少\n"],
		["nothing more", "夜里船多\n"],
	])("takes no headline from %s", (_, text) => {
		expect(readEnvelope(stamp + text).title).toBeUndefined();
	});

	test("leaves the first line to the text where front matter may have the title", () => {
		const text = `---\nfrom: https://example.org/a\n---\n${stamp}图一\n\n中午没有船。\n`;
		expect(readEnvelope(text).title).toBeUndefined();
	});
});

describe("lines of text without tags", () => {
	const withLines = (...lines: string[]) =>
		accepted(withHeader(`${lines.join("\n")}\n`), "a.txt").paragraphs.map(
			({ text }) => text,
		);

	test("are paragraphs where they end as sentences do", () => {
		expect(withLines("夜里船多。", "早上船少！", "“中午没有。”")).toEqual([
			"夜里船多。",
			"早上船少！",
			"“中午没有。”",
		]);
	});

	test("are one paragraph where they break off anywhere", () => {
		expect(withLines("夜里船多，早上", "船少，中午", "没有船。")).toEqual([
			"夜里船多，早上船少，中午没有船。",
		]);
	});
});
