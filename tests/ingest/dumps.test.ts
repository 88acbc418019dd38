import { describe, expect, test } from "vitest";
import { draftFile } from "../../src/normalise/draft-file.ts";
import type { DraftedPart } from "../../src/normalise/drafted.ts";
import { bytesInMemory } from "../../src/read/seed-bytes.ts";
import { limits } from "./support.ts";

/** Everything that a file turns out to hold. */
async function partsOf(path: string, content: string) {
	const parts: DraftedPart[] = [];
	const file = await draftFile(
		bytesInMemory(path, Buffer.from(content)),
		{ limits },
		(part) => {
			if (part) parts.push(part);
		},
	);
	return { ...file, parts };
}

const reasonOf = ({ diagnostics }: Pick<DraftedPart, "diagnostics">) =>
	diagnostics.find(({ severity }) => severity === "error")?.reason;

const told = (parts: readonly DraftedPart[]) =>
	parts.map((part) =>
		part.draft
			? {
					name: part.name,
					headline: part.draft.headline,
					url: part.draft.url,
					text: part.draft.paragraphs.map(({ text }) => text),
				}
			: { name: part.name, reason: reasonOf(part) },
	);

describe("JSON", () => {
	test("a list below any name, bodies in HTML or plain, is one article an entry", async () => {
		const { parts } = await partsOf(
			"dump.json",
			JSON.stringify({
				total: 2,
				items: [
					{
						headline: "桥修好了",
						link: "https://a.example/1",
						content: "<p>第一段。</p><p>第二段。</p>",
					},
					{
						title: { rendered: "路也修好了" },
						url: "https://a.example/2",
						text: "头一段。\n\n又一段，3 < 5。",
					},
				],
			}),
		);
		expect(told(parts)).toEqual([
			{
				name: "1",
				headline: "桥修好了",
				url: "https://a.example/1",
				text: ["第一段。", "第二段。"],
			},
			{
				name: "2",
				headline: "路也修好了",
				url: "https://a.example/2",
				text: ["头一段。", "又一段，3 < 5。"],
			},
		]);
	});

	test("an entry without a body is named and the others are read", async () => {
		const { parts } = await partsOf(
			"dump.json",
			JSON.stringify([
				{ title: "甲", body: "甲的正文。" },
				{ title: "乙" },
				{ title: "丙", body: "丙的正文。" },
			]),
		);
		expect(told(parts).map((part) => "headline" in part)).toEqual([
			true,
			false,
			true,
		]);
		expect(reasonOf(parts[1] as DraftedPart)).toContain("Entry 2");
	});

	test.each([
		["settings", '{"compilerOptions": {"strict": true}}', /without the shape/],
		["nested", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, /levels deep/],
		["cut", '[{"title": "甲", "body": "正', /breaks off/],
	])(
		"a file of %s is refused with a sentence",
		async (name, content, reason) => {
			const { single } = await partsOf(`${name}.json`, content);
			expect(single?.draft).toBeUndefined();
			expect(reasonOf(single as DraftedPart)).toMatch(reason);
		},
	);

	test("a broken line of JSON Lines is named by its number", async () => {
		const { parts } = await partsOf(
			"lines.jsonl",
			'{"title":"一","body":"一的正文。"}\n{"title":"二","bo\n\n{"title":"四","body":"四的正文。"}\n',
		);
		expect(told(parts)).toEqual([
			{ name: "1", headline: "一", url: undefined, text: ["一的正文。"] },
			{ name: "2", reason: "Line 2 is no JSON object." },
			{ name: "4", headline: "四", url: undefined, text: ["四的正文。"] },
		]);
	});

	test("a number of seconds or milliseconds is a date", async () => {
		const { parts } = await partsOf(
			"dump.json",
			JSON.stringify([
				{ title: "甲", body: "正文。", timestamp: 1_600_000_000 },
				{ title: "乙", body: "正文。", timestamp: 1_600_000_000_000 },
			]),
		);
		expect(parts.map(({ draft }) => draft?.published?.at)).toEqual([
			1_600_000_000_000, 1_600_000_000_000,
		]);
	});
});

describe("tables", () => {
	test("quotes, separators and line breaks within fields, and a byte order mark before them", async () => {
		const { parts } = await partsOf(
			"table.csv",
			'\uFEFF标题;链接;正文\n"井水;能喝";https://a.example/1;"第一段，说""能""。\n\n第二段。"\n',
		);
		expect(told(parts)).toEqual([
			{
				name: "1",
				headline: "井水;能喝",
				url: "https://a.example/1",
				text: ['第一段，说"能"。', "第二段。"],
			},
		]);
	});

	test("rows with too few or too many fields are named, and so is a quotation nobody closes", async () => {
		const { parts } = await partsOf(
			"table.csv",
			'title,body\n甲,甲的正文。\n乙\n丙,丙的正文。,多\n丁,"没有\n',
		);
		expect(told(parts).map((part) => "headline" in part)).toEqual([
			true,
			false,
			false,
			false,
		]);
		expect(reasonOf(parts[3] as DraftedPart)).toContain("cannot be read");
	});
});

describe("feeds", () => {
	const rss = (items: string) =>
		`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>河口报</title><link>https://hekou.example</link>${items}</channel></rss>`;

	test("an item's full text comes before its description, and the feed names the outlet", async () => {
		const { parts } = await partsOf(
			"feed.xml",
			rss(
				"<item><title>甲 &amp; 乙</title><link>https://hekou.example/1</link><description>摘要</description><content:encoded><![CDATA[<p>全文。</p>]]></content:encoded></item>",
			),
		);
		expect(told(parts)).toMatchObject([
			{ headline: "甲 & 乙", text: ["全文。"] },
		]);
		expect(parts[0]?.draft?.source.name).toBe("河口报");
	});

	test("texts whose item has no beginning any more are named, and the others are read", async () => {
		const { parts } = await partsOf(
			"x.atom",
			"<feed><title>台</title>&lt;entry><title>甲</title><content>一。</content></entry><entry><title>乙</title><content>二。</content></entry></feed>",
		);
		expect(told(parts)).toMatchObject([
			{ headline: "乙" },
			{ reason: expect.stringContaining("holds 1 texts") },
		]);
	});

	test("what an item breaks off in is named, and the items before it are read", async () => {
		const { parts } = await partsOf(
			"feed.xml",
			`${rss("<item><title>甲</title><description>正文。</description></item>").slice(0, -16)}<item><title>乙`,
		);
		expect(told(parts)).toMatchObject([{ headline: "甲" }, { name: "2" }]);
		expect(reasonOf(parts[1] as DraftedPart)).toContain("breaks off");
	});

	test("an Atom entry keeps its markup, with elements that close themselves", async () => {
		const { parts } = await partsOf(
			"x.atom",
			'<feed xmlns="http://www.w3.org/2005/Atom"><title>台</title><entry><title>甲</title><link href="https://t.example/1"/><updated>2021-10-12T03:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>一<br/>二 &lt;三&gt;</p></div></content></entry></feed>',
		);
		expect(told(parts)).toMatchObject([
			{ url: "https://t.example/1", text: ["一\n二 <三>"] },
		]);
	});

	test("an item keeps its text where a tag that nobody closed has swallowed it", async () => {
		const { parts } = await partsOf(
			"x.atom",
			'<feed xmlns="http://www.w3.org/2005/Atom"><title>台</title><entry><title>甲</title><link href="https://t.example/1"><updated>2021-10-12T03:00:00Z</updated><content type="html">&lt;p&gt;正文。&lt;/p&gt;</content></entry></feed>',
		);
		expect(told(parts)).toMatchObject([
			{ headline: "甲", url: "https://t.example/1", text: ["正文。"] },
		]);
	});

	test("a text with its tags as they are keeps them, whatever its writer says of it", async () => {
		const { parts } = await partsOf(
			"feed.xml",
			rss(
				"<item><title>甲</title><description><p>一。</p><p>二<br/>三。</p></description></item>",
			),
		);
		expect(told(parts)).toMatchObject([{ text: ["一。", "二\n三。"] }]);
		const atom = await partsOf(
			"x.atom",
			"<feed><title>台</title><entry><title>甲</title><content><div><p>一。</p></div></content></entry></feed>",
		);
		expect(told(atom.parts)).toMatchObject([{ text: ["一。"] }]);
	});

	test("of a WordPress export only published posts are articles, with the names that readers saw", async () => {
		const item = (title: string, type: string, status: string) =>
			`<item><title>${title}</title><dc:creator>lin</dc:creator><content:encoded><![CDATA[头一段
第二行

[caption id="a" width="9"]<img src="https://a.example/1.jpg"> 图说[/caption]]]></content:encoded><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status></item>`;
		const { parts, diagnostics } = await partsOf(
			"export.xml",
			`<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="x" xmlns:dc="y"><channel><wp:author><wp:author_login>lin</wp:author_login><wp:author_display_name><![CDATA[林穗]]></wp:author_display_name></wp:author>${item("文章", "post", "publish")}${item("草稿", "post", "draft")}${item("附件", "attachment", "inherit")}</channel></rss>`,
		);
		expect(told(parts)).toMatchObject([
			{ headline: "文章", text: ["头一段\n第二行"] },
		]);
		expect(diagnostics).toMatchObject([
			{
				ruleId: "parse/export-others",
				reason: expect.stringMatching(/entries 2 were never/),
			},
		]);
		expect(parts[0]?.draft?.bylines).toEqual(["林穗"]);
		expect(parts[0]?.draft?.figures[0]?.caption).toBe("图说");
	});
});

test.each([
	["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n"), /PDF/],
	["a picture", Buffer.from("ffd8ffe000104a464946", "hex"), /JPEG/],
	["a zip", Buffer.from("504b03040a00000000", "hex"), /zip/],
])(
	"%s under the name of an article says what it is",
	async (_what, bytes, reason) => {
		const { single } = await draftFile(
			bytesInMemory("article.html", bytes),
			{ limits },
			() => undefined,
		);
		expect(reasonOf(single as DraftedPart)).toMatch(reason);
		expect(reasonOf(single as DraftedPart)).toMatch(/not read/);
	},
);
