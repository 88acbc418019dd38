import fc from "fast-check";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import type { SeedFile } from "../../src/domain/seed-file.ts";
import { draftArticle } from "../../src/normalise/draft.ts";
import { element } from "../../src/normalise/elements.ts";
import {
	safeHtml,
	sanitiseHtml,
	sanitiseTree,
	toTree,
} from "../../src/normalise/safe-html.ts";
import { markupOf } from "../../src/parse/markup.ts";
import { shownParts } from "../../src/report/shown-parts.ts";
import { hostileCases } from "./hostile-cases.ts";
import { breaches } from "./policy.ts";
import { accepted, draftSchema, limits, seeds, withHeader } from "./support.ts";
import { accountedText, surplus, visibleText } from "./visible.ts";

type Element = DefaultTreeAdapterMap["element"];

/** Pieces of markup, whole and broken, in any order: likelier to hurt than arbitrary characters. */
const pieces = [
	..."p div span a b i em strong ul ol li blockquote table tr td th tbody figure figcaption img br hr pre h1 h2 section article small ruby rt rp svg math style script title textarea select option form button noscript template iframe object cite time address footer code q center font details summary caption x-y".split(
		" ",
	),
].flatMap((name) => [`<${name}>`, `</${name}>`]);
const bits = fc.oneof(
	fc.constantFrom(...pieces),
	fc.constantFrom(
		'<a href="https://example.org/">',
		'<a href="#x">',
		'<p id="x">',
		'<img src="https://example.org/1.jpg" alt="图">',
		"<td colspan=2>",
		"&nbsp;",
		"&lt;",
		"&#8203;",
		"\u3000",
		" \n ",
		"<!--",
		"-->",
		"]]>",
		"<br><br>",
		'<div style="display:none">',
		'<div class="share">',
	),
	fc.string({ maxLength: 6 }),
	fc.constantFrom("文字", "一段话。", "word", "<", ">", '"', "'", "`"),
);
const markup = fc
	.array(bits, { maxLength: 40 })
	.map((all) => all.join(""))
	// A few signs without a tag are Markdown, whose characters are not all shown.
	.filter((html) => markupOf(html, "article.md").markup === "html");

/** `RUNS=5000` looks harder; on a busy machine fewer are enough. */
const runs = {
	numRuns: Number(process.env.RUNS ?? 250),
	...(process.env.RUNS ? {} : { interruptAfterTimeLimit: 25_000 }),
};

/** A draft must be well formed, and its HTML within the policy, whatever the file was. */
function check(file: SeedFile): void {
	const { value, diagnostics } = draftArticle(file, { limits });
	for (const { ruleId } of diagnostics)
		expect(ruleId, JSON.stringify(diagnostics)).not.toBe("normalise/internal");
	if (!value) {
		expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
		return;
	}
	expect(draftSchema.safeParse(value).error).toBeUndefined();
	expect(breaches(value.html), value.html.slice(0, 2000)).toEqual([]);
	expect(JSON.parse(JSON.stringify(value))).toEqual(value);
	for (const { id } of value.paragraphs)
		expect(value.html).toContain(`id="${id}"`);
	for (const { id } of value.figures)
		expect(value.html).toContain(`id="${id}"`);
}

describe("whatever the file", () => {
	test("arbitrary bytes never crash ingest and never break the policy", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
				check({ path: "x.md", bytes }),
			),
			runs,
		);
	});

	test("arbitrary markup gives a valid draft within the policy", () => {
		fc.assert(
			fc.property(markup, (html) =>
				check({ path: "x.md", bytes: Buffer.from(withHeader(html)) }),
			),
			runs,
		);
	});

	test("arbitrary front matter gives a valid draft", () => {
		const line = fc.oneof(
			fc.constantFrom(
				"title: a: b",
				'title: "x',
				"title: 标题",
				"author: &a b",
				"tags: [ a, b ]",
				"tags:",
				"- a",
				"\tdate: 2023-01-01",
				"date: 2023-13-45",
				"from: https://example.org/1",
				"from: javascript:1",
				"---",
				"...",
				"<<: *a",
			),
			fc.string({ maxLength: 20 }),
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 10 }), (lines) =>
				check({
					path: "2023-01-01-x.md",
					bytes: Buffer.from(`---\n${lines.join("\n")}\n---\n<p>文</p>`),
				}),
			),
			runs,
		);
	});

	test("arbitrary mutations of the seeds never crash ingest and never break the policy", () => {
		const files = [...seeds().values()];
		const hostile = hostileCases
			.filter((own) => own.class !== "loads")
			.map(({ file }) => Buffer.from(file.text));
		const mutation = fc.record({
			file: fc.nat(files.length - 1),
			at: fc.nat(),
			cut: fc.nat(400),
			insert: fc.oneof(
				markup.map((text) => Buffer.from(text)),
				fc.uint8Array({ maxLength: 20 }),
				fc.nat(hostile.length - 1),
			),
		});
		fc.assert(
			fc.property(
				fc.array(mutation, { minLength: 1, maxLength: 3 }),
				(mutations) => {
					let bytes: Uint8Array =
						files[mutations[0]?.file ?? 0]?.bytes ?? new Uint8Array();
					for (const { at, cut, insert } of mutations) {
						const from = at % (bytes.length + 1);
						bytes = Buffer.concat([
							bytes.subarray(0, from),
							typeof insert === "number"
								? (hostile[insert] ?? new Uint8Array())
								: insert,
							bytes.subarray(from + cut),
						]);
					}
					check({ path: "mutated.txt", bytes });
				},
			),
			runs,
		);
	});
});

describe("fidelity", () => {
	test("every character that a reader saw is in the article or named under a rule", () => {
		fc.assert(
			fc.property(markup, (html) => {
				const draft = accepted(withHeader(html));
				const seen = visibleText(html);
				const found = accountedText(draft);
				expect(surplus(seen, found), "lost").toEqual({});
				expect(surplus(found, seen), "added").toEqual({});
			}),
			runs,
		);
	});
});

/** Without white space: `innerText` has some that paragraphs lack, and the other way round. */
const letters = (text: string) => text.replace(/\s+/g, "");

/** One of each kind of block: chance seldom puts these together. */
const everyKind = `<h2>标题一</h2><p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字<br>第二行 "A&amp;B" &lt;p&gt;</p>
<ul><li>甲<ul><li>乙</li></ul></li></ul><blockquote><p>引文</p></blockquote><pre>  一
    二</pre><table><tr><th>年</th><td>数</td></tr><tr><td>2023</td><td>7</td></tr></table>
<figure><img src="https://example.org/1.jpg" alt="图"><figcaption>说明 <cite>（记者摄）</cite></figcaption></figure>`;

describe("the HTML", () => {
	test("shows each paragraph and caption at its id, as another reader reads it", () => {
		fc.assert(
			fc.property(markup, (html) => {
				const draft = accepted(withHeader(html));
				const shown = shownParts(draft.html);
				expect([...shown.keys()].sort()).toEqual(
					[...draft.paragraphs, ...draft.figures].map(({ id }) => id).sort(),
				);
				for (const { id, text } of draft.paragraphs) {
					const own = letters(shown.get(id) ?? "");
					// A list item's own text comes first; what is nested in it follows.
					if (draft.html.includes(`<li id="${id}"`))
						expect(own.slice(0, letters(text).length)).toBe(letters(text));
					else expect(own).toBe(letters(text));
				}
				for (const { id, caption, credit, alt } of draft.figures)
					expect(letters(shown.get(id) ?? "")).toBe(
						letters(caption + credit + alt),
					);
			}),
			{ ...runs, examples: [[everyKind]] },
		);
	});
});

describe("safe HTML", () => {
	const value = fc
		.array(
			fc.constantFrom(
				..."<>&\"'`=/\u00a0 \n文a;",
				"&lt;",
				"<p>",
				"<pre>",
				'">',
			),
			{ maxLength: 12 },
		)
		.map((all) => all.join(""));

	test("any text and any value is read back by another parser as it was", () => {
		fc.assert(
			fc.property(
				value,
				value,
				fc.constantFrom("p", "pre"),
				(text, alt, tag) => {
					const html = safeHtml({
						type: "root",
						children: [
							element(tag, { id: "p1" }, [
								{ type: "text", value: text },
								element("img", { alt }),
							]),
						],
					});
					// The standard's own serialiser forgets the line feed that a parser takes off `pre`.
					expect(breaches(html.replace(/>\n+/, ">")), html).toEqual([]);
					expect(html, "a bare no-break space").not.toContain("\u00a0");
					const [block] = parseFragment(html).childNodes;
					const inside = (block as Element).childNodes;
					const read = inside.map((node) =>
						"value" in node ? node.value : "",
					);
					expect(read.join("")).toBe(text);
					expect((inside.at(-1) as Element).attrs).toEqual([
						{ name: "alt", value: alt },
					]);
					expect(sanitiseHtml(html)).toBe(html);
				},
			),
			runs,
		);
	});

	test("sanitising twice equals once", () => {
		fc.assert(
			fc.property(markup, (html) => {
				const once = sanitiseTree(toTree(html));
				expect(sanitiseTree(once)).toEqual(once);
				const { html: own } = accepted(withHeader(html));
				expect(sanitiseHtml(own)).toBe(own);
			}),
			runs,
		);
	});

	test("what is written parses to the tree it was written from", () => {
		fc.assert(
			fc.property(markup, (html) => {
				const tree = toTree(accepted(withHeader(html)).html);
				expect(toTree(safeHtml(tree))).toEqual(tree);
				expect(safeHtml(tree)).toBe(accepted(withHeader(html)).html);
			}),
			runs,
		);
	});

	test("the same file gives the same draft", () => {
		for (const file of seeds().values())
			expect(draftArticle(file, { limits })).toEqual(
				draftArticle(file, { limits }),
			);
	});
});
