/** Long Markdown is read in pieces: what it says, and how it is built, is what it would be in the whole. */
import { describe, expect, test } from "vitest";
import { draftArticle } from "../../src/normalise/draft.ts";
import { markdownToHtml } from "../../src/parse/markdown.ts";
import { markdownPieces } from "../../src/parse/markdown-pieces.ts";
import { accepted, limits, seedFile } from "./support.ts";

const post = (body: string) =>
	`---\ntitle: 标题\nfrom: https://a.example/1\n---\n\n${body}\n`;
const many = (count: number, line: (at: number) => string, between = "\n") =>
	Array.from({ length: count }, (_, at) => line(at)).join(between);
const filler = many(200, (at) => `第${at}段，**重**点。`, "\n\n");
const html = (text: string) => markdownToHtml(text, 100).html;
const count = (text: string, part: string) => text.split(part).length - 1;

describe("Markdown in pieces", () => {
	test("an ordinary article is one piece, a book is many, and together they are its text", () => {
		expect(markdownPieces("一段**文**字。\n\n又一段。").pieces).toHaveLength(1);
		const { pieces, isTorn } = markdownPieces(filler);
		expect(pieces.length).toBeGreaterThan(2);
		expect(isTorn).toBe(false);
		expect(pieces.map(({ text }) => text).join("\n")).toBe(filler);
	});

	test("names of links and notes hold from one piece to another, and nothing of them shows", () => {
		const text = `[甲] 与 [乙][b]，注[^1]。\n\n${filler}\n\n[甲]: https://a.example/1\n[B]: https://b.example/2\n\n[^1]: 注的文字。`;
		const told = html(text);
		expect(told).toContain('<a href="https://a.example/1">甲</a>');
		expect(told).toContain('<a href="https://b.example/2">乙</a>');
		expect(count(told, "注的文字。")).toBe(1);
		expect(told).not.toContain("[");
		expect(count(told, "<p>第")).toBe(200);
	});

	test.each([
		[
			"code",
			`\`\`\`\n${many(900, (at) => `行 ${at}`)}\n\n# 不是标题\n\`\`\``,
			"<pre>",
		],
		[
			"a table",
			`| 甲 | 乙 |\n|---|---|\n${many(900, (at) => `| ${at} | **文** |`)}`,
			"<table>",
		],
		["a comment", `<!--\n${many(900, (at) => `*${at}*`, "\n\n")}\n-->`, "<!--"],
		[
			"an element that only its end closes",
			`<pre>\n${many(900, (at) => `*${at}*`, "\n\n")}\n</pre>`,
			"<pre>",
		],
		[
			"a block of HTML",
			`<div>\n${many(900, (at) => `a_b_c_${at}<br>`)}\n</div>`,
			"<div>",
		],
	])("%s of 900 lines stays one", (_, block, tag) => {
		const told = html(`${filler}\n\n${block}\n\n${filler}`);
		expect(count(told, tag)).toBe(1);
		expect(count(told, "<em>")).toBe(0);
		expect(count(told, "<p>第")).toBe(400);
	});

	test.each([
		["stars on one line", many(4_000, (at) => `*字${at}`, "")],
		["closing brackets on one line", many(4_000, (at) => `字${at}]`, "")],
		["open links on one line", many(4_000, (at) => `[字${at}](`, "")],
		[
			"signs and nothing else between",
			`${"[".repeat(4_000)}字0${"]".repeat(4_000)}`,
		],
		[
			"backticks of all lengths",
			many(150, (at) => `${"`".repeat(at + 1)} 字${at} `, ""),
		],
		[
			"lines that go on with a quotation",
			`> 文\n${many(4_000, (at) => `字${at}`)}`,
		],
		["items and quotations", many(2_000, (at) => `- > 字${at}`)],
		["lines of a paragraph", many(4_000, (at) => `**字${at}**，`)],
		["code without an end", `\`\`\`\n${many(4_000, (at) => `*字${at}`)}`],
		[
			"a cell of a table",
			`| 甲 |\n|---|\n| ${many(4_000, (at) => `*字${at}`, "")} |`,
		],
	])("%s: nothing is lost, and the report says what was torn", (name, body) => {
		const { value, diagnostics } = draftArticle(
			seedFile("a.md", post(`开**头**。\n\n${body}`)),
			{
				limits,
			},
		);
		const told = value?.paragraphs.map(({ text }) => text).join("") ?? "";
		const numbers = Array.from(body.matchAll(/字(\d+)/g), ([, at]) => at);
		expect(Array.from(told.matchAll(/字(\d+)/g), ([, at]) => at)).toEqual(
			numbers,
		);
		const rules = diagnostics.map(({ ruleId }) => ruleId);
		if (name !== "items and quotations")
			expect(rules).toContain("parse/paragraph-torn");
	});

	test("what is torn within a line begins no block, and no sign of it goes", () => {
		const { paragraphs } = accepted(
			post(`开**头**。\n\n文${"]".repeat(3_000)}`),
			"a.md",
		);
		expect(count(paragraphs.map(({ text }) => text).join(""), "]")).toBe(3_000);
	});

	test("levels are counted over quotations and lists alike; rules and rows of stars are none", () => {
		for (const mark of ["- ", "1. ", "+ ", "> - ", ">"])
			expect(() => html(`${mark.repeat(200)}文`)).toThrow(/levels deep/);
		expect(html(`${"- ".repeat(200)}\n\n${"* ".repeat(200)}`)).toContain(
			"<hr>",
		);
	});

	test("rows of a table are not filled up to the longest of them", () => {
		const text = `| 甲 | 乙 |\n|---|---|\n${"| 文 ".repeat(200)}|\n${many(200, () => "| 短 |")}`;
		expect(count(html(text), "<td>")).toBeLessThan(1_000);
	});
});
