/** Shapes that lie in public archives: posts that only scripts show, clips, lists of documents, notices in place of articles. */
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { linesOf } from "./lines-of.ts";

const text = [
	"渡口的船夫今年七十岁了，仍然每天撑船过河。",
	"他说桥修好以后他就上岸，桥修了十年还没有修好。",
];
const whole = text.join("¶");
const prose = `${text.join("")}坐船的人越来越少，他撑船的时候不再唱歌，只听水的声音。有人问他为什么，他说歌都在桥上。`;
const url = "https://ferry.example/2021/boat";

/** A page of WeChat, whose text stands in the page (type 0) or only in its scripts (8: pictures, 10: words). */
const wechat = (type: number, shown: string, said: string) => `<!DOCTYPE html>
<html><head><meta property="og:title" content="渡口\\n\\n今年"><meta property="og:site_name" content="微信公众平台"><meta property="og:url" content="https://mp.weixin.qq.com/s/boat"></head>
<body><div id="js_content">${shown}</div><div>继续滑动看下一个</div><div>微信扫一扫</div>
<script>window.item_show_type = '${type}' || ''; window.ct = '1617582600' || '';
window.msg_title = window.title = '渡口的船夫\\x0a\\x0a${text[0]}' || '';
var data = { nick_name: JsDecode('渡口报'), content_noencode: JsDecode('${said}'),
 picture_page_info_list: [ { cdn_url: 'https://pic.example/1?a=1\\x26amp;b=2', share_cover: { cdn_url: 'https://pic.example/cover' } }, { width: '1' * 1, cdn_url: 'https://pic.example/2' } ] };
</script></body></html>`;

const documents = `<doc>
<url>${url}</url>
<docno>f1c0</docno>
<contenttitle>渡口的船夫</contenttitle>
<content>${text.join("\uE40C")}</content>
</doc>
<doc>
<url>${url}-2</url>
<docno>f1c1</docno>
<contenttitle></contenttitle>
<content>${text[1]}</content>
</doc>
`;

const clip = (line: string, more = "") =>
	`${line}\n\n> 一篇关于船的文章。\n\n${prose}\n\n## 一、河\n\n${text[0]}\n\n## 二、桥\n\n${text[1]}${more}\n`;
const clipped = `一篇关于船的文章。¶${prose}¶一、河¶${text[0]}¶二、桥¶${text[1]}`;
const kept = "本文由 简悦 SimpRead 转码， 原文地址 ferry.example";

const export2 = (local: string) =>
	`<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>渡口</title><item><title>Ferry</title><link>${url}</link><pubDate>Mon, 05 Apr 2021 17:30:38 +0000</pubDate><content:encoded><![CDATA[<p>boat boat</p>]]></content:encoded><wp:post_date>${local}</wp:post_date><wp:post_date_gmt>2021-04-05 17:30:38</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;

/** What it is, the name of the file, what is in it, and what comes of it. */
const cases: readonly (readonly [
	string,
	string,
	string | Uint8Array,
	readonly string[],
])[] = [
	[
		"WeChat, a post of a few words",
		"a.html",
		wechat(10, "<div>渡口报</div>，，", text.join("\\x0a\\x0a")),
		[
			`渡口的船夫 | https://mp.weixin.qq.com/s/boat | - | 2021-04-05 | - | ${whole}`,
		],
	],
	[
		"WeChat, an article: the page has its text, and what its scripts repeat counts for nothing",
		"a.html",
		wechat(0, `<p>${text[1]}</p>`, text.join("\\x0a\\x0a")),
		[
			`渡口的船夫 | https://mp.weixin.qq.com/s/boat | - | 2021-04-05 | - | ${text[1]}`,
		],
	],
	[
		"Sogou's list of documents",
		"news.dat",
		documents,
		[
			`渡口的船夫 | ${url} | - | - | - | ${whole}`,
			`${text[1]} | ${url}-2 | - | - | - | ${text[1]}`,
		],
	],
	[
		"the same in its own coding, with a word between",
		"news.txt",
		iconv.encode(
			documents
				.replace("\n<doc>\n", "\n河\n<doc>\n")
				.replaceAll("\uE40C", "\n"),
			"gb18030",
		),
		[
			`渡口的船夫 | ${url} | - | - | - | ${whole}`,
			`${text[1]} | ${url}-2 | - | - | - | ${text[1]}`,
			"Words stand outside of every document of the list.",
		],
	],
	[
		"the list of a corpus of agencies: the day is in the id, the place belongs to the text",
		"cmn_202104",
		`<DOC id="FRY_CMN_20210405.0001" type="story">\n<HEADLINE>\n渡口的船夫\n</HEADLINE>\n<DATELINE>\n渡口社北城4月5日电\n</DATELINE>\n<TEXT>\n<P>\n${text[0]?.slice(0, 9)}\n${text[0]?.slice(9)}\n</P>\n<P>\n${text[1]}\n</P>\n</TEXT>\n</DOC>\n`,
		[`渡口的船夫 | - | - | 2021-04-05 | - | 渡口社北城4月5日电¶${whole}`],
	],
	[
		"a list whose documents have attributes alone",
		"wiki_00",
		`<doc id="12" url="${url}" title="渡口的船夫">\n${text.join("\n\n")}\n</doc>\n`,
		[`渡口的船夫 | ${url} | - | - | - | ${whole}`],
	],
	[
		"a clip that has its title only in its name: the first heading is that of a part",
		"在渡口等桥.md",
		clip(
			`> 本文由 [简悦 SimpRead](http://reader.example/) 转码， 原文地址 [ferry.example](${url})`,
		),
		[`在渡口等桥 | ${url} | - | - | - | ${kept}¶${clipped}`],
	],
	[
		"a clip of a translation: it is the page that was kept, not the original",
		"在渡口等桥.md",
		clip(
			`> 本文由 [简悦 SimpRead](http://reader.example/) 转码， 原文地址 [ferry.example](${url})\n\n翻译：江平`,
		),
		[`在渡口等桥 | ${url} | - | - | - | ${kept}¶${clipped}`],
	],
	[
		"the same with a name that says nothing: the heading is all there is",
		"a1.md",
		clip("某人推荐的文章。"),
		[
			`一、河 | - | - | - | - | 某人推荐的文章。¶一篇关于船的文章。¶${prose}¶${text[0]}¶二、桥¶${text[1]}`,
		],
	],
	[
		"a heading below a line of particulars is the headline, whatever the file is called",
		"我的剪报第七号.md",
		`> 作者：程晚\n\n# 渡口的船夫\n\n${text.join("\n\n")}\n`,
		[`渡口的船夫 | - | 程晚 | - | - | ${whole}`],
	],
	[
		"a source that is called like its host",
		"2021-04-05-boat.md",
		`# 渡口的船夫\n\n${text.join("\n\n")}\n\n_Source_ [ferry.example](${url})\n`,
		[
			`渡口的船夫 | ${url} | - | 2021-04-05 | - | ${whole}¶Source ferry.example`,
		],
	],
	[
		"a link with a name of its own leads anywhere",
		"2021-04-05-boat.md",
		`# 渡口的船夫\n\n${text.join("\n\n")}\n\n来源：[渡口年鉴](${url})\n`,
		[`渡口的船夫 | - | - | 2021-04-05 | - | ${whole}¶来源：渡口年鉴`],
	],
	[
		"a digest of many articles is at the address of none",
		"digest_20210405.md",
		`# 今日摘要\n\n## 船\n\n${text[0]}\n\n原文链接：${url}\n\n## 桥\n\n${text[1]}\n\n原文链接：${url}-2\n`,
		[
			`今日摘要 | - | - | 2021-04-05 | - | 船¶${text[0]}¶原文链接：${url}¶桥¶${text[1]}¶原文链接：${url}-2`,
		],
	],
	[
		"what a theme adds to the front matter",
		"boat.md",
		`---\ntitle: 渡口的船夫\ndate: 2021-04-05T08:30:00+08:00\nextra:\n  source: ${url}\n  author: 程晚\n  image:\n    url: https://pic.example/1\n---\n\n${text.join("\n\n")}\n`,
		[`渡口的船夫 | ${url} | 程晚 | 2021-04-05 | - | ${whole}`],
	],
	[
		"authors who are told in mappings",
		"boat.md",
		`---\ntitle: 渡口的船夫\nauthor:\n  - name: 程晚\n    email: c@ferry.example\n---\n\n${text.join("\n\n")}\n`,
		[`渡口的船夫 | - | 程晚 | - | - | ${whole}`],
	],
	[
		"an export of WordPress keeps its site's clock",
		"wordpress.xml",
		export2("2021-04-06 01:30:38"),
		[`Ferry | ${url} | - | 2021-04-06 | - | boat boat`],
	],
	[
		"a clock that no place on earth has counts for nothing",
		"wordpress.xml",
		export2("2021-04-06 01:37:38"),
		[`Ferry | ${url} | - | 2021-04-05 | - | boat boat`],
	],
	[
		"the folders of a day",
		"content/2021/04/05/boat/index.md",
		`# 渡口的船夫\n\n${text.join("\n\n")}\n`,
		[`渡口的船夫 | - | - | 2021-04-05 | - | ${whole}`],
	],
	[
		"a number at the end of a name that is no day",
		"boat_20211305.md",
		`# 渡口的船夫\n\n${text.join("\n\n")}\n`,
		[`渡口的船夫 | - | - | - | - | ${whole}`],
	],
	[
		"headings as older programs write them, and a hashtag",
		"boat.md",
		`# 渡口的船夫\n\n##一、河\n\n${text[0]}\n\n#渡口# ${text[1]}\n`,
		[`渡口的船夫 | - | - | - | - | 一、河¶${text[0]}¶#渡口# ${text[1]}`],
	],
	[
		"plain text with rests of its HTML",
		"7.txt",
		`&nbsp&nbsp渡口的船夫\n&nbsp&nbsp&nbsp&nbsp${text[0]}\n&nbsp;&nbsp;&ldquo;好。&rdquo;\n`,
		[`渡口的船夫 | - | - | - | - | ${text[0]}¶“好。”`],
	],
	[
		"plain text without a headline: a report begins at once",
		"0.txt",
		`本报讯 ${text[0]}\n${text[1]}\n`,
		[`本报讯 ${text[0]} | - | - | - | - | 本报讯 ${text[0]}¶${text[1]}`],
	],
	[
		"a name that a window gave the file: the text begins with the headline, the rest is the site's",
		"渡口的船夫等桥 - 程晚的河 - 某某园.md",
		`渡口的船夫等桥\n\n${prose}\n\n## 一、河\n\n${text[0]}\n`,
		[`渡口的船夫等桥 | - | - | - | - | ${prose}¶一、河¶${text[0]}`],
	],
	[
		"a dash in a headline parts nothing where the text does not say so",
		"渡口的船夫等桥 - 一座桥.md",
		`${prose}\n\n## 一、河\n\n${text[0]}\n`,
		[`渡口的船夫等桥 - 一座桥 | - | - | - | - | ${prose}¶一、河¶${text[0]}`],
	],
	[
		"what WeChat shows below a headline",
		"boat.md",
		`# 渡口的船夫\n\n原创 程晚 渡口报 _2021年4月5日 10:46_ 北城\n\n${text.join("\n\n")}\n`,
		[`渡口的船夫 | - | 程晚 | 2021-04-05 | - | ${whole}`],
	],
	[
		"a day with an hour that is of something else",
		"boat.md",
		`# 渡口的船夫\n\n渡口会议 2021年4月5日 10:46\n\n${text.join("\n\n")}\n`,
		[`渡口的船夫 | - | - | - | - | 渡口会议 2021年4月5日 10:46¶${whole}`],
	],
	[
		"buttons around a text, and one of their words in it",
		"boat.md",
		`# 渡口的船夫\n\n(2021-04-05 11:12)\n\n分享|\n\n${text.join("\n\n")}\n\n船夫把收藏的桨都推荐给了他。\n\n关键字：\n`,
		[
			`渡口的船夫 | - | - | 2021-04-05 | - | ${whole}¶船夫把收藏的桨都推荐给了他。`,
		],
	],
	[
		"labels without a space between",
		"boat.md",
		`# 渡口的船夫\n\n2021-04-05 10:46 作者：程晚来源：渡口周刊 2021 年第 17 期\n\n${text.join("\n\n")}\n`,
		[`渡口的船夫 | - | 程晚 | 2021-04-05 | - | ${whole}`],
	],
];

describe("files as people and their programs leave them", () => {
	for (const [what, path, content, lines] of cases)
		test(what, async () => {
			expect(await linesOf(path, content)).toEqual(lines);
		});
});

describe("the folders of a mirror", () => {
	const page = `<!DOCTYPE html><html><head><title>渡口的船夫</title></head><body><h1>渡口的船夫</h1>${text.map((own) => `<p>${own}${own}</p>`).join("")}</body></html>`;
	const addressOf = async (path: string) =>
		(await linesOf(path, page))[0]?.split(" | ")[1];

	test.each([
		[
			"www.ferry.com.cn/2021/boat.html",
			"http://www.ferry.com.cn/2021/boat.html",
		],
		["mirror/ferry.org/news/index.html", "http://ferry.org/news/"],
		["ferry.org/view.php@id=7&p=2.html", "http://ferry.org/view.php?id=7&p=2"],
		["ferry.org/view.php?id=7.html", "http://ferry.org/view.php?id=7"],
		[
			"ferry.org/渡口/1.shtml.html",
			"http://ferry.org/%E6%B8%A1%E5%8F%A3/1.shtml",
		],
		["v1.2/notes.app/boat.html", "-"],
		["boat.com.html", "-"],
		["ferry.org/渡口的船夫.html", "-"],
	])(
		"tell the address of a page that tells none: %s",
		async (path, address) => {
			expect(await addressOf(path)).toBe(address);
		},
	);
});

test("an hour without an offset is that of the outlet, whatever hour it is in Greenwich", async () => {
	const { accepted } = await import("./support.ts");
	const page = (stamp: string) =>
		accepted(
			`<!DOCTYPE html><html><head><title>渡口的船夫</title><link rel="canonical" href="https://ferry.example/20210405/1.html"><meta property="article:published_time" content="${stamp}"></head><body><h1>渡口的船夫</h1>${text.map((own) => `<p>${own}${own}</p>`).join("")}</body></html>`,
			"a.html",
		);
	const local = page("2021-04-05 17:11").published;
	expect([local?.day, local?.zone]).toEqual(["2021-04-05", "Asia/Shanghai"]);
	const global = page("2021-04-05T17:11:00Z").published;
	expect([global?.day, global?.zone]).toEqual(["2021-04-05", "UTC"]);
});

test("a frame that nobody closed swallows nothing of a Markdown text", async () => {
	const { accepted } = await import("./support.ts");
	const { paragraphs } = accepted(
		`# 渡口的船夫\n\n${text[0]}\n\n<iframe>\n\n${text[1]}\n`,
		"a.md",
	);
	expect(paragraphs.map((own) => own.text)).toEqual(text);
});

test("code says nothing of a text's language", async () => {
	const { accepted } = await import("./support.ts");
	const code =
		"```\nfunction ferry(boat, bridge) { return boat.waits(bridge); }\n```\n\n";
	const { language } = accepted(
		`# 渡口的船夫\n\n${text[0]}\n\n${code.repeat(20)}${text[1]}\n`,
		"a.md",
	);
	expect(language).toBe("zh-Hans");
});

test("links lead where a site's page before them leads", async () => {
	const { accepted, withHeader } = await import("./support.ts");
	const { links } = accepted(
		withHeader(
			`<p>${text[0]}<a href="https://link.zhihu.com/?target=https%3A//ferry.example/a%3Fb%3D1">船</a><a href="https://link.zhihu.com/?target=javascript%3Aalert(1)">桥</a><a href="https://www.google.com/search?q=https://ferry.example/">河</a></p>`,
		),
		"a.txt",
	);
	expect(links.map(({ href }) => href)).toEqual([
		"https://ferry.example/a?b=1",
		"https://link.zhihu.com/?target=javascript%3Aalert(1)",
		"https://www.google.com/search?q=https://ferry.example/",
	]);
});

describe("a page that a site answers with in place of an article", () => {
	const answer = (words: string, more = "") =>
		`<!DOCTYPE html><html><head><title>某站</title></head><body><div>${words}</div><p>${more}</p><a href="/">返回首页</a></body></html>`;

	test.each([
		"该内容已被发布者删除",
		"此内容因违规无法查看",
		"环境异常",
		"Just a moment...",
		"404 Not Found",
	])("is none: %s", async (words) => {
		expect(await linesOf("a.html", answer(words, "请稍后再试。"))).toEqual([
			`It is a notice in place of an article: “${words}”.`,
		]);
	});

	test("is none only where it is all: an article may tell of such a page", async () => {
		const [line] = await linesOf(
			"a.html",
			answer("该内容已被发布者删除", prose.repeat(6)),
		);
		expect(line).toContain("坐船的人越来越少");
	});
});

test("a post of pictures has them and its words", async () => {
	const { accepted } = await import("./support.ts");
	const draft = accepted(wechat(8, "", text.join("\\x0a")), "a.html");
	expect(draft.source.name).toBe("渡口报");
	expect(draft.figures.map(({ src }) => src)).toEqual([
		"https://pic.example/1?a=1&b=2",
		"https://pic.example/2",
	]);
	expect(draft.paragraphs.map((own) => own.text)).toEqual(text);
});
