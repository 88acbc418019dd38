import { expect, test } from "vitest";
import { explainFile } from "../../src/normalise/explain.ts";
import { bytesInMemory } from "../../src/read/seed-bytes.ts";
import { limits, withHeader } from "./support.ts";

test("an accepted file is told with all that was found in it, and what was taken out", async () => {
	const html = `<p>第一段，参见<a href="https://news.example/b">另一篇</a>。</p>
<figure><img src="https://news.example/1.jpg" alt="图"><figcaption>说明</figcaption></figure>
<div class="share">分享</div>`;
	const told = await explainFile(
		bytesInMemory(
			"a.txt",
			Buffer.from(withHeader(html, { stamp: "1701704349000", title: "一篇" })),
		),
		{ limits },
	);
	for (const line of [
		"a.txt: accepted",
		"headline   一篇",
		"address    https://example.org/a/1",
		"bylines    none",
		"recorded   2023-12-04T15:39:09Z",
		"tags       none",
		"Witnesses of the date:",
		"Removed:",
		"Figures:",
		"  f1 https://news.example/1.jpg",
		"     caption: 说明",
		"     alt: 图",
		"Links:",
		"  另一篇 <https://news.example/b>",
		"Text:",
		"  p1 第一段，参见另一篇。",
	])
		expect(told.split("\n")).toContain(line);
	expect(told).toMatch(/^ {2}1 × \S+: 分享$/m);
});

test("a quarantined file is told with its reason and line, and nothing else", async () => {
	const told = await explainFile(
		bytesInMemory("b.md", Buffer.from("---js\nx\n---\n<p>文</p>")),
		{
			limits,
		},
	);
	expect(told).toMatch(
		/^b\.md: quarantined\n\nFindings:\n {2}error {3}parse\/front-matter-language \(line 1\): .+\n$/,
	);
});

test("a file of many articles is told article by article", async () => {
	const told = await explainFile(
		bytesInMemory(
			"dump.jsonl",
			Buffer.from('{"title":"甲","body":"甲的正文。"}\n{broken\n'),
		),
		{ limits },
	);
	expect(told).toMatch(/^dump\.jsonl: 1 articles, 1 parts quarantined\n/);
	expect(told).toMatch(/^dump\.jsonl#1: accepted$/m);
	expect(told).toMatch(/^dump\.jsonl#2: quarantined$/m);
});
