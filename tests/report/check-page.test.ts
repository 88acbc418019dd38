import { describe, expect, test } from "vitest";
import { checkPage } from "../../src/report/check-page.ts";

const page = (body: string, head = "") =>
	`<!doctype html><html lang="zh"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe("a page keeps the policy", () => {
	test.each([
		[
			'<p id="p1">文字 <a href="https://news.example/a?b=1&amp;c=2" rel="noreferrer">链接</a></p>',
		],
		[
			'<img src="../assets/picture.webp" alt="" width="3" height="2" loading="lazy">'.replace(
				' loading="lazy"',
				"",
			),
		],
		['<script src="assets/search.js" defer></script>'],
		[
			'<script type="application/ld+json">{"@type":"NewsArticle","headline":"\\u003cscript>"}</script>',
		],
		[
			'<form action="search.html" role="search"><input name="q" type="search"></form>',
		],
		[
			'<a download="x.bib" href="data:application/x-bibtex;charset=utf-8;base64,QUJD">BibTeX</a>',
		],
	])("%s", (body) => {
		expect(checkPage(page(body))).toEqual([]);
	});
});

describe("a page breaks the policy", () => {
	test.each([
		["element", "<iframe></iframe>"],
		["element", "<object></object>"],
		["element", '<base href="articles/">'],
		["element", "<style>p{}</style>"],
		["element", "<svg><foreignObject></foreignObject></svg>"],
		["element", "<math></math>"],
		["attribute", '<p onclick="x()">a</p>'],
		["attribute", '<p style="color:red">a</p>'],
		["attribute", '<iframe srcdoc="x"></iframe>'],
		["address", '<a href="javascript:alert(1)">a</a>'],
		["address", '<a href=" java\tscript:alert(1)">a</a>'],
		["address", '<a href="&#106;avascript:alert(1)">a</a>'],
		["address", '<a href="data:text/html;base64,QUJD">a</a>'],
		["address", '<a href="//elsewhere.example/">a</a>'],
		["address", '<a href="\\\\elsewhere.example/">a</a>'],
		["address", '<img src="https://elsewhere.example/pixel.gif" alt="">'],
		["address", '<img src="//elsewhere.example/pixel.gif" alt="">'],
		[
			"address",
			'<img srcset="a.webp 1x, https://elsewhere.example/b.webp 2x" alt="">',
		],
		["address", '<form action="https://elsewhere.example/"></form>'],
		["address", '<script src="https://elsewhere.example/x.js"></script>'],
		["script", "<script>alert(1)</script>"],
		["script", '<script type="module">alert(1)</script>'],
	])("%s: %s", (kind, body) => {
		expect(checkPage(page(body)).map((violation) => violation.kind)).toContain(
			kind,
		);
	});

	test("element: a refresh in the head", () => {
		const refresh =
			'<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">';
		expect(checkPage(page("", refresh)).map(({ kind }) => kind)).toEqual([
			"element",
		]);
	});
});
