import { describe, expect, test } from "vitest";
import { linesOf } from "./lines-of.ts";
import { page } from "./web-files.ts";

const text = [
	"磨坊的水车今年换了新的木轴，转起来没有声音。",
	"磨坊主说没有声音的水车让他睡不着觉，又在轴上挂了一只铃。",
];
const html = text.map((own) => `<p>${own}</p>`).join("");
const whole = text.join("¶");
const url = "https://mill.example/2021/axle";
const json = (value: unknown) => JSON.stringify(value);

/** What a program leaves, the name of the file, and what comes of it. */
const cases: readonly (readonly [string, string, string, readonly string[]])[] =
	[
		[
			"news-please",
			"a.json",
			json({
				authors: ["程晚"],
				date_download: "2023-09-01 02:00:00",
				date_modify: "2023-08-01 02:00:00",
				date_publish: "2021-04-05 08:30:00",
				maintext: text.join("\n"),
				text: null,
				title: "新木轴",
				url,
			}),
			[`新木轴 | ${url} | 程晚 | 2021-04-05 | - | ${whole}`],
		],
		[
			"Wallabag",
			"a.json",
			json([
				{
					...{ title: "新木轴", url, content: html, tags: ["水车"] },
					...{ created_at: "2023-09-01T02:00:00+00:00" },
					published_at: "2021-04-05T08:30:00+08:00",
					published_by: ["程晚"],
				},
			]),
			[`新木轴 | ${url} | 程晚 | 2021-04-05 | 水车 | ${whole}`],
		],
		[
			"feedparser",
			"a.json",
			json({
				feed: { title: "磨坊报" },
				entries: [
					{
						...{ title: "新木轴", link: url, author: "程晚" },
						published: "Mon, 05 Apr 2021 08:30:00 +0800",
						tags: [{ term: "水车", scheme: null, label: null }],
						summary: text[0],
						content: [{ type: "text/html", value: html }],
					},
				],
			}),
			[`新木轴 | ${url} | 程晚 | 2021-04-05 | 水车 | ${whole}`],
		],
		[
			"Ghost, without its drafts",
			"a.json",
			json({
				db: [
					{
						data: {
							posts: [
								{
									...{ title: "新木轴", html, status: "published" },
									published_at: "2021-04-05T00:30:00.000Z",
								},
								{ title: "草稿", html, status: "draft" },
							],
						},
					},
				],
			}),
			[`新木轴 | - | - | 2021-04-05 | - | ${whole}`],
		],
		[
			"Ghost, whose posts name people by number",
			"a.json",
			json({
				db: [
					{
						data: {
							posts: [
								{
									...{ id: "p1", title: "新木轴", html, status: "published" },
									published_at: "2021-04-05T00:30:00.000Z",
								},
							],
							users: [
								{ id: "u1", name: "程晚" },
								{ id: "u2", name: "江平" },
							],
							posts_authors: [
								{ post_id: "p1", author_id: "u2" },
								{ post_id: "p1", author_id: "u1" },
								{ post_id: "p2", author_id: "u1" },
							],
							tags: [
								{ id: "t1", name: "水车" },
								{ id: "t2", name: "#内部" },
							],
							posts_tags: [
								{ post_id: "p1", tag_id: "t1" },
								{ post_id: "p1", tag_id: "t2" },
							],
						},
					},
				],
			}),
			[`新木轴 | - | 江平,程晚 | 2021-04-05 | 水车 | ${whole}`],
		],
		[
			"Telegram, messages with text",
			"result.json",
			json({
				name: "磨坊频道",
				type: "public_channel",
				messages: [
					{ id: 1, type: "service", date: "2021-04-04T08:00:00" },
					{
						...{ id: 2, type: "message", date: "2021-04-05T08:30:00" },
						from: "磨坊频道",
						text: [`新木轴\n\n${text[0]}`, { type: "bold", text: "铃" }],
					},
				],
			}),
			[`新木轴 | - | - | 2021-04-05 | - | ${text[0]}铃`],
		],
		[
			"Telegram as HTML: a run of one person's messages has the name once",
			"messages.html",
			`<!DOCTYPE html>\n<html><head><title>Exported Data</title></head><body><div class="page_header"><div class="text bold">\n磨坊频道\n</div></div><div class="history"><div class="message service" id="message-1"><div class="body details">5 April 2021</div></div>${[
				["程晚", `新木轴<br><br>${text[0]}`],
				["", `${text[1]}<a href="${url}">全文</a>`],
				["磨坊频道", "水车停了。"],
				["", ""],
			]
				.map(
					([name, words], at) =>
						`<div class="message default clearfix${name ? "" : " joined"}" id="message${at + 7}"><div class="body"><div class="pull_right date details" title="05.04.2021 0${at}:30:00 UTC+08:00">0${at}:30</div>${name && `<div class="from_name">\n${name} \n</div>`}${words && `<div class="text">\n${words}\n</div>`}</div></div>`,
				)
				.join("\n")}</div></body></html>`,
			[
				`新木轴 | - | 程晚 | 2021-04-05 | - | ${text[0]}`,
				`${text[1]} | - | 程晚 | 2021-04-05 | - | ${text[1]}全文`,
				"水车停了。 | - | - | 2021-04-05 | - | 水车停了。",
			],
		],
		[
			"a dump of a database, whose articles lie a level below",
			"a.jsonl",
			[1, 2]
				.map((id) =>
					json({
						_index: "news",
						_source: {
							...{ title: "新木轴", url: `${url}?${id}`, website: "磨坊报" },
							...{ content: html, author: "本报记者程晚" },
							date: { $date: { $numberLong: "1617582600000" } },
						},
					}),
				)
				.join("\n"),
			[1, 2].map(
				(id) => `新木轴 | ${url}?${id} | 程晚 | 2021-04-05 | - | ${whole}`,
			),
		],
		[
			"news in brief: the summary is all",
			"news.json",
			json({
				articles: [
					{
						...{ title: "新木轴", url, summary: text[0], content: null },
						publishedAt: "2021-04-05T00:30:00Z",
					},
				],
			}),
			[`新木轴 | ${url} | - | 2021-04-05 | - | ${text[0]}`],
		],
		[
			"a program for chats, whose plain text has bold words",
			"a.txt",
			`**新木轴**\n${text.map((own) => own.replace("水车", "**水车**").replace("铃", "**铃**")).join("\n")}\n`,
			[`新木轴 | - | - | - | - | ${whole}`],
		],
		[
			"answers, whose headline is the question",
			"a.json",
			json([
				{
					...{ question: { title: "木轴要换吗？" }, created_time: 1617582600 },
					...{ url, author: { name: "程晚" }, content: html },
				},
			]),
			[`木轴要换吗？ | ${url} | 程晚 | 2021-04-05 | - | ${whole}`],
		],
		[
			"a list of particulars at the beginning",
			"a.md",
			`> * 原文地址：[The axle](https://mill.example/en/axle)\n> * 原文作者：[Anna Mill](https://mill.example/anna)\n> * 本文永久链接：[${url}](${url})\n> * 译者：[程晚](https://mill.example/cw)\n> * 校对者：[lin2](https://mill.example/l), [a-reader](https://mill.example/r)\n\n# 新木轴\n\n${text.join("\n\n")}\n`,
			[
				`新木轴 | ${url} | Anna Mill | - | - | 原文地址：The axle¶本文永久链接：${url}¶${whole}`,
			],
		],
		[
			"an address in the last line, a day in the file's name",
			"20210405-新木轴.md",
			`# 新木轴\n\n${text.join("\n\n")}\n\n**原文链接：** <${url}>\n`,
			[`新木轴 | ${url} | - | 2021-04-05 | - | ${whole}¶原文链接： ${url}`],
		],
		[
			"a translation, which is not what it translates",
			"a.md",
			`# 新木轴\n\n译者：程晚\n\n${text.join("\n\n")}\n\n原文链接：${url}\n`,
			[`新木轴 | - | - | - | - | ${whole}¶原文链接：${url}`],
		],
		[
			"Evernote: a clip has no day of publication, a note of one's own has",
			"a.enex",
			`<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "x"><en-export>${[
				url,
				"",
			]
				.map(
					(source) =>
						`<note><title>新木轴</title><created>20230901T020000Z</created><tag>水车</tag><note-attributes><author>程晚</author>${source && `<source-url>${source}</source-url>`}</note-attributes><content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "y"><en-note>${html}<en-media hash="0" type="image/png"/></en-note>]]></content></note>`,
				)
				.join("")}</en-export>`,
			[
				`新木轴 | ${url} | 程晚 | - | 水车 | ${whole}`,
				`新木轴 | - | 程晚 | 2023-09-01 | 水车 | ${whole}`,
			],
		],
		[
			"Blogger: posts, not comments and templates",
			"blog.xml",
			`<feed xmlns="http://www.w3.org/2005/Atom"><title>磨坊日志</title>${[
				"template",
				"post",
				"comment",
			]
				.map(
					(kind) =>
						`<entry><published>2021-04-05T08:30:00+08:00</published><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><category scheme="http://www.blogger.com/atom/ns#" term="水车"/><title>新木轴</title><content type="html">${html.replaceAll("<", "&lt;")}</content><link rel="alternate" href="${url}"/></entry>`,
				)
				.join("")}</feed>`,
			[`新木轴 | ${url} | - | 2021-04-05 | 水车 | ${whole}`],
		],
		[
			"Notion",
			"新木轴 0123.md",
			`# 新木轴\n\nAuthor: 程晚\nDate: April 5, 2021\nTags: 水车, 铃\nURL: ${url}\n\n${text.join("\n\n")}\n`,
			[`新木轴 | ${url} | 程晚 | 2021-04-05 | 水车,铃 | ${whole}`],
		],
		[
			"Joplin",
			"0123.md",
			`新木轴\n\n${text.join("\n\n")}\n\nid: 0123456789abcdef0123456789abcdef\ncreated_time: 2023-09-01T02:00:00.000Z\nauthor: 程晚\nsource_url: ${url}\nsource: joplin-desktop\ntype_: 1`,
			[`新木轴 | ${url} | 程晚 | - | - | ${whole}`],
		],
		[
			"Wiki.js, whose `date` is that of the last change",
			"a.md",
			`---\ntitle: 新木轴\npublished: true\ndate: 2023-09-01T02:00:00.000Z\ntags: 水车, 铃\neditor: markdown\ndateCreated: 2021-04-05T00:30:00.000Z\n---\n\n${text.join("\n\n")}\n`,
			[`新木轴 | - | - | 2021-04-05 | 水车,铃 | ${whole}`],
		],
		[
			"Hugo, with several authors",
			"a.md",
			`+++\ntitle = "新木轴"\ndate = 2021-04-05T08:30:00+08:00\nauthors = ["程晚", "邵立"]\n+++\n${text.join("\n\n")}\n`,
			[`新木轴 | - | 程晚,邵立 | 2021-04-05 | - | ${whole}`],
		],
		[
			"Obsidian's clipper: when it was clipped is no day of publication",
			"a.md",
			`---\ntitle: 新木轴\nsource: ${url}\nauthor: "[[程晚]]"\npublished:\ncreated: 2023-09-01\n---\n${text.join("\n\n")}\n`,
			[`新木轴 | ${url} | 程晚 | - | - | ${whole}`],
		],
		[
			"Obsidian: a note of one's own is of its day",
			"a.md",
			`---\ntitle: 新木轴\ncreated: 2023-09-01\n---\n${text.join("\n\n")}\n`,
			[`新木轴 | - | - | 2023-09-01 | - | ${whole}`],
		],
		[
			"a conversation in a box with the name of comments",
			"a.html",
			`<!--1625000000000-->\n[新木轴](${url})\n------\n<div class="comment-list"><p>${text[0]}</p><p>${text[1]}</p></div><div class="note">写于四月。</div>`,
			[`新木轴 | ${url} | - | 2021-06-30 | - | ${whole}¶写于四月。`],
		],
		[
			"Obsidian: a note without a heading",
			"notes/新木轴.md",
			`- ${text[0]}\n- ${text[1]}\n`,
			[`新木轴 | - | - | - | - | ${whole}`],
		],
		[
			"a mail",
			"a.eml",
			`From: =?utf-8?B?${Buffer.from("磨坊报").toString("base64")}?= <news@mill.example>\r\nSubject: =?utf-8?B?${Buffer.from("新木轴").toString("base64")}?=\r\nDate: Mon, 05 Apr 2021 08:30:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>${html}</body></html>\r\n`,
			[`新木轴 | - | - | 2021-04-05 | - | ${whole}`],
		],
		[
			"wget, of an outlet that tells everything in one line",
			"mill.example/axle.html",
			page("新木轴", text).replace(
				"</h1>",
				"</h1><p>2021-04-05 08:30　来源：磨坊报　作者：程晚　字号：大 中 小</p>",
			),
			[`新木轴 | - | 程晚 | 2021-04-05 | - | ${whole}`],
		],
	];

describe("what other programs leave is read", () => {
	for (const [program, path, content, expected] of cases)
		test(program, async () => {
			expect(await linesOf(path, content)).toEqual(expected);
		});
});

describe("what holds no article is set aside with what it is", () => {
	const pages = "Save the pages that it lists to have them read.";
	const convert =
		"Save or export it as HTML, Markdown or plain text to have it read.";
	const link = (number: number) => `https://mill.example/${number}`;
	for (const [path, content, reason] of [
		[
			"bookmarks.html",
			`<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p><DT><A HREF="${url}">新木轴</A></DL>`,
			`It is a list of bookmarks, which is not read. ${pages}`,
		],
		[
			"ril_export.html",
			`<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul>${[1, 2].map((at) => `<li><a href="${link(at)}" time_added="161758260${at}" tags="">第${at}篇</a></li>`).join("")}</ul></body></html>`,
			`It is a list of bookmarks, which is not read. ${pages}`,
		],
		[
			"pocket.csv",
			`title,url,time_added,tags,status\n新木轴,${url},1617582600,,unread\n`,
			`It is a list of addresses without texts, which is not read. ${pages}`,
		],
		[
			"index.json",
			json({ timestamp: "1617582600.0", title: "新木轴", url }),
			`It is a list of addresses without texts, which is not read. ${pages}`,
		],
		[
			"feeds.opml",
			'<?xml version="1.0"?><opml version="2.0"><body><outline text="磨坊报"/></body></opml>',
			`It is a list of feeds (OPML), which is not read. ${pages}`,
		],
		[
			"sitemap.xml",
			`<?xml version="1.0"?><urlset><url><loc>${url}</loc></url></urlset>`,
			`It is a site map, which is not read. ${pages}`,
		],
		[
			"wiki.xml",
			"<mediawiki><page><title>新木轴</title></page></mediawiki>",
			`It is an export of a wiki (MediaWiki), which is not read. ${convert}`,
		],
		[
			"axle.org",
			`#+title: 新木轴\n#+date: 2021-04-05\n\n${text[0]}\n`,
			`It is a text in Org, which is not read. ${convert}`,
		],
	] as const)
		test(path, async () => {
			expect(await linesOf(path, content)).toEqual([reason]);
		});
});
