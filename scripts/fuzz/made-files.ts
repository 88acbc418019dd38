/**
 * Files of every kind that is read, made up from numbered marks (`m0417k`): a mark that a reader of the file would have seen
 * must be found again in what became of it.
 */
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { picture, warcRecord } from "../../tests/ingest/web-files.ts";
import type { Random } from "../make-corpus/random.ts";
import { exportedFiles } from "./made-exports.ts";

/** How what is in a file can be read without help from ingest. */
export type Nature =
	| "html"
	| "page"
	| "markdown"
	| "text"
	| "feed"
	| "json"
	| "table"
	| "archive";

export interface MadeFile {
	readonly kind: string;
	readonly nature: Nature;
	readonly path: string;
	readonly bytes: Buffer;
	/** Of a file that is packed: what packs `bytes`, which are its inside. */
	readonly pack?: (inside: Buffer) => Buffer;
}

/** Tells one story after another: each sentence has a mark of its own. */
export class Teller {
	readonly #random: Random;
	#count = 0;
	constructor(random: Random) {
		this.#random = random;
	}

	mark(): string {
		this.#count++;
		return `m${String(this.#count).padStart(4, "0")}k`;
	}

	sentence(): string {
		const words = this.#random.pick(sentences);
		return words.replace("@", this.mark());
	}

	paragraph(): string {
		const length = this.#random.int(1, 4);
		return Array.from({ length }, () => this.sentence()).join("");
	}

	paragraphs(count = this.#random.int(3, 7)): string[] {
		return Array.from({ length: count }, () => this.paragraph());
	}
}

const sentences = [
	"山脚的茶亭@今年重新开了门，守亭的老人说水还是那口井的水。",
	"过路的人坐下来歇脚，喝一碗茶@，放下一枚铜钱。",
	"到了傍晚，他把铜钱数一遍，数目@从来不对。",
	"“明天还来吗？”有人问@。“来。”他说。",
	"雨下了三天，桥@被水冲走了一半，镇上的人都去看。",
	"会计@说，去年的账是3.5万元，今年只有2.8万元。",
	"他把旧船修好@，一个人划到对岸去了。",
];

/** One file of each kind. */
export function madeFiles(random: Random): MadeFile[] {
	const teller = new Teller(random);
	return [
		...crawledFiles(teller),
		...markdownFiles(teller),
		...savedPages(teller),
		...webArchives(teller),
		...exportedFiles(teller),
	];
}

const head = (title: string) =>
	`<!--1690000000000-->\n[${title}](https://news.example/a/${title})\n------\n\n`;
const matter = (title: string) =>
	`---\nlayout: post\ntitle: "${title}"\ndate: 2023-07-22T12:30:00+08:00\nauthor: 程晚\nfrom: https://news.example/b/${title}\ntags: [ 乡村 ]\ncategories: [ 乡村 ]\n---\n`;

function htmlBody(teller: Teller): string {
	const [first = "", second = "", ...rest] = teller.paragraphs();
	return [
		`<div><i>Sat, 22 Jul 2023 04:30:00 GMT</i></div><h2>${teller.sentence()}</h2>`,
		`<p>${first}</p><p><strong>${second}</strong><br>${teller.sentence()}</p>`,
		`<figure><img src="https://img.example/1.jpg" alt="图"><figcaption>${teller.sentence()}<cite>${teller.mark()}摄</cite></figcaption></figure>`,
		`<ul><li>${teller.sentence()}</li><li>${teller.sentence()}<ul><li>${teller.sentence()}</li></ul></li></ul>`,
		`<table><tr><th>年</th><th>${teller.mark()}</th></tr><tr><td>2023</td><td>${teller.sentence()}</td></tr></table>`,
		`<blockquote><p>${teller.sentence()}</p></blockquote><div class="share">分享到 ${teller.mark()}</div>`,
		`<div style="display:none">${teller.mark()}</div><pre>一行\n  ${teller.mark()}</pre>`,
		...rest.map(
			(text) => `<p><a href="https://news.example/x">${text}</a></p>`,
		),
	].join("\n");
}

function crawledFiles(teller: Teller): MadeFile[] {
	const file = (kind: string, text: string, encoding = "utf8"): MadeFile => ({
		kind,
		nature: "html",
		path: `${kind.replaceAll(" ", "-")}.txt`,
		bytes: iconv.encode(text, encoding, { addBOM: encoding === "utf16le" }),
	});
	const title = teller.mark();
	return [
		file("header", head(teller.mark()) + htmlBody(teller)),
		file(
			"front matter and header",
			matter(title) + head(title) + htmlBody(teller),
		),
		file("front matter", `${matter(teller.mark())}\n${htmlBody(teller)}`),
		file(
			"header in gb18030",
			head(teller.mark()) + htmlBody(teller),
			"gb18030",
		),
		file("header in utf-16", head(teller.mark()) + htmlBody(teller), "utf16le"),
	];
}

function markdownBody(teller: Teller): string {
	const list = Array.from({ length: 3 }, () => `- ${teller.sentence()}`);
	return [
		...teller.paragraphs(),
		`## ${teller.mark()} 小标题`,
		`他说**“${teller.mark()}不走。”**就*走了*，~~${teller.mark()}~~。`,
		list.join("\n"),
		`1. ${teller.sentence()}\n   1. ${teller.sentence()}`,
		`> [!note] ${teller.mark()}\n> ${teller.sentence()}`,
		`| 年 | ${teller.mark()} |\n|---|:-:|\n| 2020 | ${teller.sentence()} |`,
		`\`\`\`js\n# ${teller.mark()}\n\`\`\``,
		`见[${teller.mark()}](https://news.example/x "题")、[[旧站|${teller.mark()}]]和\`${teller.mark()}\`。`,
		`![图](https://img.example/2.jpg)\n\n{% note %}\n${teller.sentence()}\n{% endnote %}\n\n<!-- more -->`,
		`注[^1]。\n\n<div>\n\n*${teller.mark()}*\n\n</div>\n\n[^1]: ${teller.sentence()}`,
	].join("\n\n");
}

function markdownFiles(teller: Teller): MadeFile[] {
	const file = (kind: string, text: string): MadeFile => ({
		kind,
		nature: "markdown",
		path: `${kind.replaceAll(" ", "-")}.md`,
		bytes: Buffer.from(text),
	});
	const toml = `+++\ntitle = "${teller.mark()}"\ndate = 2022-06-18T00:30:00+08:00\ntags = ["甲"]\n+++\n\n`;
	const json = `{\n  "title": "${teller.mark()}",\n  "date": "2020-03-09"\n}\n\n`;
	return [
		file("markdown", `${matter(teller.mark())}\n${markdownBody(teller)}\n`),
		file("markdown under toml", `${toml}${markdownBody(teller)}\n`),
		file("markdown under json", `${json}${markdownBody(teller)}\n`),
		file("markdown alone", `# ${teller.mark()}\n\n${markdownBody(teller)}\n`),
		{
			...file(
				"plain text",
				`${teller.mark()}\n\n${teller.paragraphs().join("\n\n")}\n`,
			),
			nature: "text",
			path: "plain-text.txt",
		},
	];
}

/** A page around an article, as sites have them. */
export function wholePage(teller: Teller, charset = "utf-8"): string {
	const title = teller.mark();
	const ld = JSON.stringify({
		"@type": "NewsArticle",
		headline: title,
		datePublished: "2023-07-22T12:30:00+08:00",
		author: [{ name: "程晚" }],
	});
	return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="${charset}"><title>${title} - 山口报</title><meta property="og:title" content="${title}"><link rel="canonical" href="https://shankou.example/${title}"><script type="application/ld+json">${ld}</script><style>.a{color:red}</style></head>
<body><header><nav><ul><li><a href="/">首页${teller.mark()}</a></li><li><a href="/l">登录</a></li></ul></nav></header>
<main><article><h1>${title}</h1>${htmlBody(teller)}</article></main>
<aside><h3>热门</h3><ul><li><a href="/1">${teller.sentence()}</a></li><li><a href="/2">${teller.sentence()}</a></li></ul></aside>
<footer><p>本站版权所有${teller.mark()}</p></footer><script>var a = "</p>";</script></body></html>`;
}

function savedPages(teller: Teller): MadeFile[] {
	const file = (kind: string, text: string, encoding = "utf8"): MadeFile => ({
		kind,
		nature: "page",
		path: `${kind.replaceAll(" ", "-")}.html`,
		bytes: iconv.encode(text, encoding),
	});
	const single =
		"<!--\n Page saved with SingleFile \n url: https://shankou.example/s \n saved date: Thu Jul 02 2020 10:00:00 GMT+0800\n-->";
	const wayback = wholePage(teller).replace(
		"<body>",
		`<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div>${teller.mark()}</div><!-- END WAYBACK TOOLBAR INSERT -->`,
	);
	const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://shankou.example/m\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----b--x"\r\n\r\n------b--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://shankou.example/m\r\n\r\n${wholePage(teller)}\r\n------b--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://img.example/1.jpg\r\n\r\n${picture.toString("base64")}\r\n------b--x--\r\n`;
	return [
		file("page", wholePage(teller)),
		file("page in gbk", wholePage(teller, "gbk"), "gbk"),
		file(
			"page of SingleFile",
			wholePage(teller).replace("<html", `${single}<html`),
		),
		file("page of the Wayback Machine", wayback),
		{
			kind: "mhtml",
			nature: "archive",
			path: "page.mhtml",
			bytes: Buffer.from(mhtml),
		},
	];
}

function webArchives(teller: Teller): MadeFile[] {
	const records = () =>
		Buffer.concat([
			warcRecord("https://a.example/1", wholePage(teller)),
			warcRecord("https://img.example/1.jpg", picture, {
				headers: "Content-Type: image/png",
			}),
			warcRecord("https://a.example/2", wholePage(teller)),
			warcRecord("https://a.example/3", "gone", { status: "404 Not Found" }),
		]);
	return [
		{ kind: "warc", nature: "archive", path: "a.warc", bytes: records() },
		{
			kind: "warc packed as a whole",
			nature: "archive",
			path: "b.warc.gz",
			bytes: records(),
			pack: (inside) => gzipSync(inside),
		},
	];
}
