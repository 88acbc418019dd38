/** Hostile shapes for reading: what is repeated in a file until it is long. */
import { dumps } from "./dump-shapes.ts";
import { markdown } from "./markdown-shapes.ts";
import type { Group, Shape, Unit } from "./shape.ts";

const header =
	"<!--1690000000000-->\n[标题](https://news.example/1)\n------\n\n";

const bodies: Group = {
	name: "body",
	path: "a.txt",
	before: `${header}<p>开头一段文字。</p>`,
	units: {
		paragraphs: "<p>文字，文字。</p>",
		"paragraphs that nobody closes": "<p>文字",
		"line breaks": "文<br>",
		"double breaks": "文<br><br>",
		"spans in a row": "<span>文</span>",
		"marks that nobody closes": "<b>文",
		"marks over paragraphs": "<b><p>文",
		"links over paragraphs": "<a href=x><p>文",
		"end tags of nothing": "</div></p></b>",
		"half tags": "<p ",
		"half tags with quotation marks": "<img title='",
		"angle brackets": "<",
		"different attributes": (at) => `<p a${at}=1>文</p>`,
		"list items": "<li>文",
		"lists in a row": "<ul><li>文</li></ul>",
		"rows of a table": "<tr><td>文<td>字",
		"cells without a table": "<td>文</td>",
		"tables in a row": "<table><tr><td>文</td><td>字</td></tr></table>",
		"figures with captions": "<figure><figcaption>图说</figcaption></figure>",
		"captions without figures": "<figcaption>图说</figcaption>",
		"credits without captions": "<cite>摄影</cite>",
		"small print": "<small>图：新华</small>",
		dialogs: "<dialog>文</dialog>",
		"silent pictures": "<noscript><img src=https://a.example/1.jpg></noscript>",
		"lazy divisions": "<div class=lazyload data-src=https://a.example/1></div>",
		films: "<iframe src=https://v.example/1></iframe>",
		scripts: "<script>var a</script>",
		comments: "<!--文-->",
		"comments that nobody closes": "<!--",
		"ends of comments": "-->",
		references: "&lt;&#x4e00;",
		ampersands: "&a",
		spaces: " ",
		"empty lines": "\n\n",
		"wide spaces": "\u3000",
		"invisible characters": "\u200b",
		"share buttons": "<div class=share>分享</div>",
		"comments of readers": "<div class=comments><p>好</p></div>",
		"hidden paragraphs": "<p hidden>文</p>",
		"hidden by style": '<p style="display:none">文</p>',
		headings: "<h2>小标题</h2>",
		preformatted: "<pre>一行\n两行</pre>",
		"code in a line": "<code>a</code>",
		ruby: "<ruby>汉<rt>han</rt></ruby>",
		times: "<time datetime=2023-01-01>今天</time>",
		stamps: "<i>Mon, 04 Dec 2023 15:08:33 GMT</i>",
		"lines of authors": "<p>作者：张三 编辑 | 李四</p>",
		"credit lines": "<p>记者：张三</p>",
		"editors in brackets": "<p>（责任编辑：张三）</p>",
		"paragraphs that are links":
			"<p><a href=https://a.example/1>另一篇</a></p>",
		"related articles": "<p>相关阅读：</p><ul><li><a href=/1>文</a></li></ul>",
		options: "<select><option>文</select>",
		drawings: "<svg><path d=M0></svg>",
		"anchors and links to them": (at) =>
			`<a name=n${at}></a><a href=#n${at}>文</a>`,
		"addresses in text": "https://a.example/b ",
		"one long word": "汉",
		"letters and digits": "a1",
		"feed tails": "<p>The post 文 appeared first on 报.</p>",
		"cards of other articles":
			"<div><a href=https://a.example/1><img></a></div>",
		"null lines": "null\n",
		"wrapped twice": "<div><div>文</div></div>",
		"names of no element": "<x-a>文</x-a>",
		"references that end nowhere": "&#",
		templates: "<template>文</template>",
		formulas: "<math><mi>文</mi></math>",
		"tables in cells": "<table><tr><td>文",
		"definition lists": "<dl><dt>甲<dd>乙</dl>",
		details: "<details><summary>甲</summary>乙</details>",
		"pictures of several sizes":
			"<picture><source srcset=a><img src=https://a.example/1></picture>",
		"pictures in the address": '<img src="data:image/gif;base64,R0lGODlh">',
		"joined signs": "👨\u200d👩\u200d👧",
		"accents alone": "e\u0301\u0301",
		"marks of direction": "\u202e文\u202c",
		"dates of wide digits": "２０２３年３月１日",
		"quotation marks of one side": "“",
		"captions in text": "<p>图为茶亭。新华社记者 张三 摄</p>",
		"bold bylines": "<p><b>文／张三</b></p>",
		"links to places within": '<a href="#p1">一</a>',
		"addresses with percent signs": '<a href="https://a.example/%E4%">文</a>',
		"deeper and deeper": ["<div>", "</div>"],
		"marks in marks": ["<b>文", "</b>"],
		"fonts in fonts": ["<p><font>", "</font>"],
	},
};

const attributes: Group = {
	name: "attribute",
	path: "a.txt",
	before: `${header}<p>开头一段文字。</p><p `,
	after: ">文</p>",
	units: {
		"different ones": (at) => `a${at}=1 `,
		"the same one": "a=1 ",
		"quotation marks": '"',
		"equal signs": "=",
		slashes: "/",
	},
};

const values: Group = {
	name: "value",
	path: "a.txt",
	before: `${header}<p>开头。</p><img alt="图" src="https://a.example/1.jpg" `,
	after: '">',
	units: {
		classes: "a ",
		sizes: "b.jpg 2x, ",
	},
};

const heads: Group = {
	name: "head",
	path: "a.md",
	units: {
		comments: "<!--a-->",
		"comments in lines": "<!-- a -->\n",
		"headers in a row": header,
		"headers of other articles": (at) =>
			`<!--169000000000${at % 10}-->\n[标题${at}](https://news.example/${at})\n------\n\n`,
		"brackets of a headline": "[",
		rules: "------\n",
		stamps: "<!--1690000000000-->\n",
		"lines of a date": "日期：2023-07-22\n",
	},
};

const matters: Group = {
	name: "front matter",
	path: "a.md",
	before: "---\ntitle: 标题\n",
	after: "\n---\n\n<p>文字。</p>\n",
	units: {
		keys: (at) => `k${at}: v\n`,
		"the same key": "tags: a\n",
		items: "- a\n",
		"deeper and deeper": (at) => `${" ".repeat(at % 60)}a:\n`,
		"a list in brackets": "[a, ",
		"quotation marks": "a: 'b\n",
		anchors: (at) => `a${at}: &b${at} c\n`,
		"text in many lines": "  text\n",
		fences: "---\n",
		comments: "# a\n",
		"no YAML at all": "a b: c: d\n",
		"lists in lists": ["[", "]"],
		"merged keys": (at) => `k${at}: &a${at} {<<: *a${Math.max(0, at - 1)}}\n`,
		"folded texts": (at) => `k${at}: >-\n  甲\n`,
	},
};

const pages: Group = {
	name: "page",
	path: "a.html",
	before:
		'<!DOCTYPE html><html><head><title>标题</title></head><body><nav><a href="/">首页</a></nav><article><h1>标题</h1><p>开头一段文字，说的是山脚的茶亭今年重新开了门。</p>',
	after: "</article><footer>版权所有</footer></body></html>",
	units: {
		paragraphs: "<p>过路的人坐下来歇脚，喝一碗茶，放下一枚铜钱。</p>",
		"different paragraphs": (at) =>
			`<p>第${at}个人坐下来歇脚，喝一碗茶，说了话。</p>`,
		"line breaks": "过路的人坐下来歇脚，喝一碗茶。<br>",
		"links in lists": "<li><a href=/1>另一篇</a></li>",
		"divisions of links": "<div><a href=/1>另一篇文章的题目</a></div>",
		articles: "<article><p>过路的人坐下来歇脚，喝一碗茶。</p></article>",
		spans: "<span>茶</span>",
		"short texts": "<p>茶</p>",
		tables: "<table><tr><td>茶</td></tr></table>",
		headings: "<h2>茶</h2>",
		scripts: '<script type="application/ld+json">{"@type":"A"}</script>',
		meta: '<meta property="article:tag" content="茶">',
		classes: '<div class="sidebar related comment">茶</div>',
		code: "<pre><code>a</code></pre>",
		notes: (at) => `<sup><a href="#fn${at}">${at}</a></sup>`,
		"banners that nobody ends": "<!-- BEGIN WAYBACK TOOLBAR INSERT -->",
		"half tags": "<div ",
		"headings of comments": "<h3>评论</h3><p>好</p>",
	},
};

/** A file of about `length` characters. */
function fileOf(
	{ path, before = "", after = "" }: Group,
	unit: Unit,
	length: number,
) {
	if (typeof unit === "object") {
		const [open, close] = unit;
		const levels = Math.ceil(length / (open.length + close.length));
		const text = `${open.repeat(levels)}文${close.repeat(levels)}`;
		return { path, text: before + text + after };
	}
	const parts = [before];
	for (let size = 0, at = 0; size < length; at++) {
		const text = typeof unit === "string" ? unit : unit(at);
		parts.push(text);
		size += text.length;
	}
	return { path, text: parts.join("") + after };
}

export const readingShapes: readonly Shape[] = [
	bodies,
	attributes,
	values,
	heads,
	matters,
	...markdown,
	pages,
	...dumps,
].flatMap((group) =>
	Object.entries(group.units).map(([name, unit]) => ({
		name: `${group.name}: ${name}`,
		stage: "reading" as const,
		make: (length: number) => fileOf(group, unit, length),
	})),
);
