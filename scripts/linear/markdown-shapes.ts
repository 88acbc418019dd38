/** Hostile Markdown: what is repeated in a file until it is long, or opened as often as it is closed. */
import type { Group } from "./shape.ts";

const before =
	"---\ntitle: 标题\ndate: 2023-07-22\nfrom: https://news.example/1\n---\n\n开头**一段**文字。\n\n";

const lines: Group = {
	name: "markdown",
	path: "a.md",
	before,
	units: {
		paragraphs: "一段**文**字。\n\n",
		"open stars": "*文",
		"open double stars": "**文 ",
		"open lines": "_文",
		"stars and lines": "*_文",
		backticks: "`文",
		"growing backticks": (at) => `${"`".repeat((at % 50) + 1)} 文 `,
		fences: "```\n",
		"open links": "[文",
		"open pictures": "![文",
		links: "[文](https://a.example)",
		"links in links": "[[[文](a)](b)](c)",
		"links by name": "[[文]]",
		"open links by name": "[[文",
		quotations: "> 文\n",
		"list items": "- 文\n",
		"numbers of a list": "1. 文\n",
		"lists in lists": "- 文\n  - 字\n",
		"rows of a table": "| 文 | 字 |\n",
		"a wide table": "| 文 ",
		headings: "# 文\n",
		notes: (at) => `文[^${at}]\n\n[^${at}]: 注\n\n`,
		"calls of one note": "文[^1]",
		definitions: (at) => `[a${at}]: https://a.example\n`,
		"HTML between": "<div>\n\n文\n\n</div>\n\n",
		"template tags": "{% a %}文\n",
		"open template tags": "{% a ",
		"quotations that nobody ends": "{% blockquote a %}\n文\n",
		"code that nobody ends": "{% highlight a %}\n文\n",
		shortcodes: "{{< a >}}文\n",
		"open shortcodes": "{{< a ",
		"highlighted words": "==文==",
		"open highlighting": "==文",
		"struck words": "~~文~~",
		"open struck words": "~~文",
		backslashes: "\\",
		references: "&amp;",
		"half tags": "<a ",
		"bare addresses": "https://a.example ",
		"addresses of mail": "a@b.example ",
		callouts: "> [!note] 文\n> 字\n\n",
		brackets: "(",
		"stars beside Chinese marks": "“**文**”，",
		"empty lines": "\n\n",
		"hard breaks": "文  \n",
		tasks: "- [ ] 文\n",
		"closing stars": "文* ",
		"closing stars of two kinds": "文** 字* ",
		"single and double stars": "*文*字**甲**",
		"three stars": "文***",
		"closing brackets": "]",
		"empty brackets": "[]",
		"open notes": "[^a",
		"open addresses of links": "[文](",
		"addresses in angles": "[文](<a",
		"code of growing length": (at) => `${"`".repeat(at + 1)} 文 `,
		"signs of every kind": "*[`<_~",
		"empty items": "+\n",
		"empty numbers": "1.\n",
		"quotations in items": "- > 文\n",
		"items in quotations": "> - 文\n",
		"one level more": (at) => `${"  ".repeat(at % 90)}- 文\n`,
		"rows without a head": "文 | 字\n",
		"definitions with open titles": '[a]: b "\n',
		"one definition": "[a]: b\n",
		"underlined lines": "文\n===\n",
		"elements in lines": "<b>文</b>*字*",
		"addresses that nobody closes": "<https://a",
		comments: "<!--文-->\n",
		declarations: "<!A ",
		"indented code": "    文\n\n",
		"addresses with brackets": "https://a.example/(",
		"links in links, deeper and deeper": ["[", "](b)"],
		"pictures in pictures": ["![", "](b)"],
		"brackets in brackets": ["[", "]"],
		"emphasis in emphasis": ["*文 **字 ", "字** 文*"],
		"struck in emphasis": ["*文 ~~字 ", "字~~ 文*"],
		"stars and stars": ["*", "*"],
		"items in items": ["- ", "\n"],
		"numbers in numbers": ["1. ", "\n"],
		"items and quotations": ["> - ", "\n"],
	},
};

/** Lines that go on with what began before them. */
const laziness: Group = {
	name: "markdown, lazy",
	path: "a.md",
	before: `${before}> 文\n`,
	units: {
		lines: "文\n",
		"lines of items": "- 文\n字\n",
		"lines of quotations": "> 文\n字\n",
		"lines of deep quotations": "> > 文\n> 字\n甲\n",
	},
};

/** A table, and what becomes of its rows. */
const tables: Group = {
	name: "markdown, table",
	path: "a.md",
	before: `${before}| 甲 | 乙 |\n|---|---|\n`,
	units: {
		rows: "| **文** | `字` |\n",
		"short rows": "| 文\n",
		"cells of one row": "| 文 ",
		"a row longer than the one before": (at) =>
			`${"| 文 ".repeat((at % 50) + 1)}\n`,
		"stars of one cell": "*文*",
		"bars that are no bars": "\\|",
	},
};

/** A wide head, and many rows of one cell: a parser may fill them up. */
const wideTable: Group = {
	name: "markdown, wide table",
	path: "a.md",
	before: `${before}${"| 甲 ".repeat(300)}|\n${"|---".repeat(300)}|\n`,
	units: { "short rows": "| 文\n", rows: "| 文 | 字 |\n" },
};

export const markdown: readonly Group[] = [lines, laziness, tables, wideTable];
