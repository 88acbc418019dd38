import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishPage } from "../../src/archive/page-text.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { defaults } from "../../src/config.ts";
import type { OwnPicture } from "../../src/domain/look.ts";
import { build } from "../../src/pipeline.ts";
import { checkPage } from "../../src/render/check-pages.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import { archiveIn, optionsFor, sharedPools } from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const pools = sharedPools();

/** A page of this text, as it is published. */
function published(text: string, pictures: readonly OwnPicture[] = []): string {
	const page = publishPage({
		id: "about-us",
		file: "_pages/about-us.md",
		title: "关于",
		nav: false,
		text,
		line: 1,
		pictures,
	});
	return "html" in page ? page.html : page.reason;
}

/** What is said of the pages in these files, and which there are. */
function read(files: Readonly<Record<string, string>>) {
	const seeds = scratchFolder();
	writeFiles(seeds, files);
	try {
		return readArchive(seeds, defaults).pages;
	} catch (error) {
		return (error as Error).message.replaceAll(`${seeds}/`, "");
	}
}

test("Markdown is shown as it is meant, below the page's own title", () => {
	expect(published("# 关于\n\n说**“今天不走。”**就\n\n# 方法\n\n- 一\n")).toBe(
		"<p>说<strong>“今天不走。”</strong>就</p>\n<h2>方法</h2>\n<ul>\n<li>一</li>\n</ul>",
	);
	expect(published("[方法](method.md) [首页](../index.html)")).toBe(
		'<p><a href="method.html">方法</a> <a href="../index.html">首页</a></p>',
	);
});

test("a note's number leads nowhere and is no link; an address outside is one", () => {
	expect(published("一[^1] <https://news.example/>\n\n[^1]: 注。\n")).toBe(
		'<p>一<sup>1</sup> <a href="https://news.example/">https://news.example/</a></p>\n\n<ol>\n<li>\n<p>注。 </p>\n</li>\n</ol>',
	);
});

test("a picture becomes a link, since no page loads anything from elsewhere", () => {
	expect(published("![编辑部](https://photos.example/a.jpg)")).toBe(
		'<p><a href="https://photos.example/a.jpg">编辑部</a></p>',
	);
});

test("tags of site programs are text: nothing of them runs, and nothing of them is lost", () => {
	expect(published("用 {{ page.title }} 和 {% include a.html %}。\n")).toBe(
		"<p>用 {{ page.title }} 和 {% include a.html %}。</p>",
	);
});

test("a picture that the archive has stays one, by any of the ways in which its address is written", () => {
	const picture = {
		path: "_assets/map.png",
		file: `${"a".repeat(64)}.png`,
		width: 300,
		height: 200,
	};
	for (const address of [
		"../_assets/map.png",
		"/_assets/map.png",
		"_assets/map.png",
	])
		expect(published(`![地图 <b>](${address})`, [picture])).toBe(
			'<p><img data-src="_assets/map.png" alt="地图 &lt;b&gt;"></p>',
		);
	expect(published("![别的](../_assets/other.png)", [picture])).toBe(
		'<p><a href="../_assets/other.png">别的</a></p>',
	);
});

test("nothing hostile in a page is left of it", () => {
	const html = published(
		`<script>alert(1)</script><img src=x onerror=alert(1)> <a href="javascript:alert(1)">a</a>

<iframe src="https://elsewhere.example/"></iframe><form action="https://elsewhere.example/"><input name=q></form>

<svg onload=alert(1)><script>alert(1)</script></svg><p style="position:fixed" onclick=alert(1) id=main>文字</p>

[b](javascript:alert(1)) [c](data:text/html,x) ![d](javascript:alert(1)) <style>*{display:none}</style>
`,
	);
	expect(html).not.toMatch(
		/script|alert|onerror|onclick|onload|iframe|form|input|svg|style|javascript|data:| id=/i,
	);
	expect(html).toContain("文字");
});

test("a page that is nested without end is refused in one line", () => {
	expect(published(`${"<div>".repeat(20_000)}x`)).toMatch(/^Lists, quotations/);
	expect(published(`${">".repeat(20_000)} x`)).toMatch(/^Lists, quotations/);
});

test("pages stand in the order that their owner gives them; the title may be the text's first heading", () => {
	expect(
		read({
			"_pages/c.md": "# 丙\n\n文\n",
			"_pages/a.md": "---\ntitle: 甲\norder: 20\n---\n文\n",
			"_pages/b.md":
				"\uFEFF---\r\ntitle: 乙\r\norder: 3\r\nnav: true\r\n---\r\n文\r\n",
		}),
	).toMatchObject([
		{ id: "b", title: "乙", nav: true, line: 6, text: "文\n" },
		{ id: "a", title: "甲", nav: false, line: 5 },
		{ id: "c", title: "丙", nav: false, line: 1 },
	]);
});

test.each([
	[
		"a misspelt key",
		{ "_pages/a.md": "---\ntitle: 甲\nnaw: true\n---\n" },
		"_pages/a.md:3: There is no “naw” here; did you mean “nav”?",
	],
	[
		"a flag that is none",
		{ "_pages/a.md": "---\ntitle: 甲\nnav: maybe\n---\n" },
		"_pages/a.md:3: “nav” must be one of: true, false.",
	],
	[
		"no title",
		{ "_pages/a.md": "文字\n" },
		"_pages/a.md:1: “title” is missing: write it above the text, between two lines ---, or begin the text with “# ” and the title.",
	],
	[
		"a head without end",
		{ "_pages/a.md": "---\ntitle: 甲\n\n文字\n" },
		"_pages/a.md:1: The head that begins with --- on the first line has no end: a second line --- is missing.",
	],
	[
		"a name that is no address",
		{ "_pages/关于.md": "# 关于\n" },
		"_pages/关于.md:1: A page's name is part of its address: small letters a–z, digits and single hyphens, such as about-us.md, or about-us.en.md for one language.",
	],
	[
		"a picture that is not there",
		{
			"_pages/a.md": "---\ntitle: 甲\n---\n\n一\n\n![二](../_assets/no.png)\n",
		},
		"_pages/a.md:7: There is no picture “_assets/no.png”.",
	],
	[
		"a picture that is none",
		{
			"_pages/a.md": '# 甲\n<img alt="" src="_assets/a.png">\n',
			"_assets/a.png": "<svg onload=alert(1)>",
		},
		"_pages/a.md:2: “_assets/a.png” is no picture that can be shown: JPEG, PNG, GIF, WebP or AVIF, 16 pixels wide and high at least.",
	],
	[
		"another kind of file",
		{ "_pages/a.html": "<p>x" },
		"_pages/a.html:1: Only pages in Markdown are read here: name it so that it ends in .md, or put it elsewhere.",
	],
])("a mistake is one line with its place: %s", (_, files, line) => {
	expect(read(files)).toBe(line);
});

test("a page is shown, found from every page, checked, and made again alone when its text changes", async () => {
	const archive = archiveIn(scratchFolder());
	const owned = async () =>
		build(
			{
				...optionsFor(archive),
				baseUrl: "https://archive.example/",
				config: readArchive(archive.seeds, defaults),
			},
			pools,
		);
	writeSeeds(archive.seeds, 8);
	writeFiles(archive.seeds, {
		"_pages/method.md":
			"---\ntitle: 方法\nnav: true\n---\n从前的文字 <script>alert(1)</script>\n",
		"_pages/contact.md": "# 联系\n\n[方法](method.md)\n",
	});
	const first = await owned();
	expect(first.totals.files).toBe(8);
	const page = (path: string) => readFileSync(join(archive.out, path), "utf8");
	expect(page("pages/method.html")).toContain("从前的文字");
	expect(page("pages/method.html")).not.toContain("alert");
	expect(checkPage(page("pages/method.html"))).toEqual([]);
	expect(page("index.html")).toMatch(
		/<nav class="ways"[\s\S]*pages\/method\.html[\s\S]*<\/nav>[\s\S]*<main/,
	);
	expect(page("about.html")).toMatch(
		/<footer[\s\S]*href="pages\/contact\.html"/,
	);
	expect(page("sitemap.xml")).toContain(
		"https://archive.example/pages/contact.html",
	);
	expect(verifyArchive(archive).differences).toEqual([]);

	writeFiles(archive.seeds, {
		"_pages/method.md": "---\ntitle: 方法\nnav: true\n---\n以后的文字\n",
	});
	const changed = await owned();
	expect(changed.reread).toBe(0);
	expect(changed.pages.rendered).toBe(1);
	expect(page("pages/method.html")).toContain("以后的文字");

	writeFiles(archive.seeds, { "_pages/contact.md": "# 来信\n\n文字\n" });
	await owned();
	expect(page("about.html")).toContain("来信");
	const clean = { ...archiveIn(scratchFolder()), seeds: archive.seeds };
	await build(
		{
			...optionsFor(clean),
			baseUrl: "https://archive.example/",
			config: readArchive(archive.seeds, defaults),
		},
		pools,
	);
	expect(treeOf(archive.out)).toEqual(treeOf(clean.out));
	expect(existsSync(join(archive.out, "_pages"))).toBe(false);
});
