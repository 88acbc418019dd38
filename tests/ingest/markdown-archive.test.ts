/** Two hundred Markdown files as people keep them, each with what its programs add: no sign of writing is left in any paragraph. */
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { accepted } from "./support.ts";

/** A number that stands in the text of each block, so that none is missed. */
type Block = (mark: string) => string;

const blocks: Readonly<Record<string, Block>> = {
	paragraph: (m) =>
		`山脚的茶亭${m}今年重新开了门，\n守亭的老人说水还是那口井的水。`,
	"emphasis beside marks": (m) =>
		`他说**“${m}今天不走。”**就*走了*，***都知道***，__明天__再来。`,
	"emphasis by underscores": (m) =>
		`这是__粗体${m}__，_斜体_，还有**《书名》**和**（括号）**。`,
	"struck and marked": (m) =>
		`~~错了${m}~~，==记住==，H~2~O，~~“不对。”~~改了。`,
	"a heading": (m) => `## 小标题 ${m} ##`,
	"a heading in the other way": (m) => `小标题 ${m}\n----------`,
	"an unordered list": (m) => `- 甲${m}\n- **乙**\n    - 丙\n* * *\n+ 丁`,
	"an ordered list": (m) =>
		`1. 甲${m}\n2. 乙\n   1. 丙\n   2. [丁](https://a.example)`,
	tasks: (m) => `- [x] 完成${m}\n- [ ] 没有`,
	"a quotation": (m) => `> 他说${m}，\n> **真的**。\n>\n> > 又说。`,
	"a callout": (m) => `> [!warning]+ 注意${m}\n> 内容有[[链接|字]]。`,
	"a table": (m) =>
		`| 年 | 数${m} |\n|:---|---:|\n| 2020 | **7** \\| 8 |\n| [x](https://a.example) | \`c\` |`,
	"a table without borders": (m) => `年 | 数${m}\n--- | ---\n2020 | ~~7~~`,
	"fenced code": (m) => `\`\`\`python\n# 注释 ${m} **不是标题**\n\`\`\``,
	"code fenced with waves": (m) => `~~~\n[x](y) ${m}\n~~~`,
	links: (m) =>
		`见[链接${m}](https://a.example/x_y_(z) "题目")、<https://b.example/>、https://c.example/、[引用][r]和[r]。\n\n[r]: https://d.example "说明"`,
	"links by name": (m) =>
		`见[[旧站${m}]]、[[旧站|老车站]]、[[新站#站台|站台]]和[[#这里]]。`,
	pictures: (m) =>
		`文${m}。\n\n![图](https://a.example/1.jpg "题")\n\n![[照片.png|300]]\n\n[![图](https://a.example/2.jpg)](https://a.example/)`,
	notes: (m) =>
		`文${m}[^n${m}]，行内^[不是注]。\n\n[^n${m}]: 注的**文字**。\n    第二段。`,
	html: (m) =>
		`<div align="center">\n\n**中间${m}**\n\n</div>\n\n字<br>行<sup>2</sup><kbd>Ctrl</kbd>。`,
	"tags of Hexo": (m) =>
		`{% note info %}\n提示${m}\n{% endnote %}\n\n{% asset_img a.jpg 图 %}\n\n{% blockquote 某人 %}\n话。\n{% endblockquote %}`,
	"tags of Jekyll": (m) =>
		`{% include ad.html %}\n\n{{ site.title }}文${m}。\n{: .lead}\n\n{% highlight js %}\nvar a = "**";\n{% endhighlight %}`,
	"tags of Hugo": (m) =>
		`{{< figure src="/a.jpg" title="图" >}}\n\n{{% notice tip %}}\n提示${m}\n{{% /notice %}}\n\n{{< youtube abc >}}`,
	"signs of a notebook": (m) => `文${m}。%%看不见%% ^block-id\n\n#标签 文。`,
	"an end of what lists show": (m) => `开头${m}。\n\n<!-- more -->\n\n后面。`,
	"escaped signs": (m) => `三乘四${m}写作 3 \\* 4 \\_ \\# 和 &lt;p&gt; &amp;。`,
	"hard breaks": (m) => `一${m}  \n二\\\n三`,
	"a table of contents": (m) => `[TOC]\n\n文${m}。`,
	"a rule": (m) => `文${m}。\n\n***\n\n文。\n\n- - -`,
};

const heads: readonly ((at: number) => string)[] = [
	(at) =>
		`---\ntitle: "文章${at}"\ndate: 2021-03-04 10:00:00 +0800\ntags: [甲, 乙]\n---\n\n`,
	(at) => `---\ntitle: 文章${at}\ndate: 2021-03-04\naliases:\n  - 别名\n---\n`,
	(at) =>
		`+++\ntitle = "文章${at}"\ndate = 2021-03-04T10:00:00+08:00\ndraft = false\n+++\n\n`,
	(at) => `{\n  "title": "文章${at}",\n  "date": "2021-03-04"\n}\n\n`,
	(at) => `# 文章${at}\n\n`,
	(at) => `title: 文章${at}\ndate: 2021-03-04 10:00:00\n---\n\n`,
];

/** What nobody reads in a text: signs that stand for something. */
const raw: readonly (readonly [string, RegExp])[] = [
	["stars", /\*\*|(?<![\d\s])\*(?=\p{Script=Han})/u],
	["waves", /~~/],
	["equal signs", /==/],
	["underscores around words", /(?<![\w/])__?\p{Script=Han}/u],
	["backticks", /`/],
	["a link", /\]\(|\]\[|\[\[|\]\]|!\[/],
	["a note", /\[\^/],
	["a template tag", /\{%|%\}|\{\{|\}\}|\{:/],
	["a heading", /^#{1,6} /m],
	["a quotation", /^> /m],
	["a list", /^(?:[-+*] |\d+\. )/m],
	["a task", /\[[ x]\]/],
	["a table", /^\s*\||\|[-:]{3}/m],
	["a callout", /\[!/],
	["front matter", /^(?:title|date|tags)\s*[:=]/m],
	["a comment", /<!--|-->|%%/],
	["a tag", /<\/?(?:div|br|sup|kbd)\b/],
	["a backslash", /\\/],
	["a definition", /^\[\w+\]:/m],
];

function madeFile(at: number) {
	const random = seededRandom(at + 1);
	const names = Object.keys(blocks);
	const chosen = [
		// Each stands in many files, beside others each time.
		names[at % names.length] as string,
		...Array.from({ length: random.int(6, 10) }, () => random.pick(names)),
	];
	const marks = chosen.map((_, place) => `第${at}之${place}处`);
	const body = chosen
		.map((name, place) => blocks[name]?.(marks[place] as string))
		.join("\n\n");
	const head = heads[at % heads.length]?.(at) ?? "";
	const text = `${head}${body}\n`;
	return {
		chosen,
		marks,
		text: at % 7 === 0 ? text.replaceAll("\n", "\r\n") : text,
		path: `notes/${at}.${at % 11 === 0 ? "txt" : "md"}`,
	};
}

describe("two hundred Markdown files", () => {
	test("have no sign of writing in any paragraph, and every block of their text", () => {
		const faults: string[] = [];
		for (let at = 0; at < 200; at++) {
			const { chosen, marks, text, path } = madeFile(at);
			const { headline, paragraphs, provenance, figures } = accepted(
				text,
				path,
			);
			const told = (what: string) => faults.push(`${path}: ${what}`);
			if (provenance.markup !== "markdown") told("not read as Markdown");
			if (headline !== `文章${at}`) told(`headline ${headline}`);
			for (const { text: own, kind } of paragraphs) {
				if (kind === "code") continue;
				for (const [sign, pattern] of raw)
					if (pattern.test(own)) told(`${sign} in ${JSON.stringify(own)}`);
			}
			const all = [
				...paragraphs.map((own) => own.text),
				...figures.map(({ caption }) => caption),
			].join("\n");
			for (const [place, mark] of marks.entries())
				if (!all.includes(mark)) told(`${chosen[place]} is gone`);
		}
		expect(faults).toEqual([]);
	});
});
