import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkPage } from "../../src/render/check-pages.ts";
import { hostileCases } from "./hostile-cases.ts";
import { accepted, seeds } from "./support.ts";

const page = (body: string, head = "") =>
	`<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">${head}<title>x</title></head><body>${body}</body></html>`;
const problems = (body: string, head?: string) =>
	checkPage(page(body, head)).map(({ problem }) => problem);

describe("the policy for pages", () => {
	test("a page of ordinary parts is clean", () => {
		expect(
			problems(
				'<header class="x"><a href="../index.html">编年</a></header><main id="main" tabindex="-1"><article data-article-id="a"><h1 lang="zh">题</h1><p id="p1">文<a href="https://example.org/?a=1&amp;b=2" rel="noopener">外</a><a href="#p1">内</a><a href="mailto:a@example.org">信</a><a href="data:application/x-bibtex,%40article" download="a.bib">引</a></p><figure id="f1"><img src="../assets/a.jpg" srcset="a.jpg 1x, b.jpg 2x" alt="" loading="lazy"></figure></article></main><form action="search.html"><input name="q" type="search" aria-label="找"></form><svg viewBox="0 0 1 1" role="img"><path d="M0 0"/><text x="1" y="2">文</text></svg>',
				'<link rel="stylesheet" href="../assets/site.css"><link rel="canonical" href="https://archive.example/a.html"><link rel="license" href="https://example.org/l"><script src="assets/a.js" defer></script><script type="application/ld+json">{"a":"\\u003c"}</script>',
			),
		).toEqual([]);
	});

	test.each([
		["<iframe src=x></iframe>", "the element <iframe>"],
		["<p onclick=x>文</p>", "the attribute onclick on <p>"],
		['<p style="color:red">文</p>', "the attribute style on <p>"],
		[
			"<style>p{}</style>",
			"a style sheet in the page that its policy does not name",
		],
		["<base href=/>", "the element <base>"],
		["<object data=x></object>", "the element <object>"],
		["<math><mi>x</mi></math>", "the element <math>"],
		[
			'<a href="javascript:alert(1)">文</a>',
			"href on <a>: the scheme javascript:",
		],
		[
			'<a href="java&#10;script:alert(1)">文</a>',
			"href on <a>: the scheme javascript:",
		],
		[
			'<a href="&#1; JAVASCRIPT&colon;alert(1)">文</a>',
			"href on <a>: the scheme JAVASCRIPT:",
		],
		['<a href="data:text/html,x">文</a>', "href on <a>: the scheme data:"],
		[
			'<a href="data:text/html,x" download="a">文</a>',
			"href on <a>: the scheme data:",
		],
		['<a href="x" target="_blank">文</a>', "the attribute target on <a>"],
		['<a href="x" ping="y">文</a>', "the attribute ping on <a>"],
		[
			'<img src="https://evil.invalid/x.png" alt="">',
			"src on <img>: not in the archive: https://evil.invalid/x.png",
		],
		[
			'<img src="//evil.invalid/x.png" alt="">',
			"src on <img>: another host: //evil.invalid/x.png",
		],
		[
			'<img src="/\\evil.invalid/x.png" alt="">',
			"src on <img>: another host: /\\evil.invalid/x.png",
		],
		[
			'<img src="data:image/svg+xml,x" alt="">',
			"src on <img>: not in the archive: data:image/svg+xml,x",
		],
		[
			'<img srcset="a.png 1x, //evil.invalid/b.png 2x" alt="">',
			"srcset on <img>: another host: //evil.invalid/b.png",
		],
		[
			'<form action="https://evil.invalid/"></form>',
			"action on <form>: not in the archive: https://evil.invalid/",
		],
		[
			'<svg><a href="javascript:x"><text>文</text></a></svg>',
			"href on <a>: the scheme javascript:",
		],
		["<svg><script>1</script></svg>", "the element <script>"],
		[
			'<svg><use href="https://evil.invalid/#x"/></svg>',
			"href on <use>: leads out of its drawing: https://evil.invalid/#x",
		],
		[
			"<script>alert(1)</script>",
			"a script in the page that its policy does not name",
		],
		[
			'<script type="application/ld+json">{"a":"<b>"}</script>',
			"an angle bracket in data for scripts",
		],
		[
			'<script type="application/json">{a}</script>',
			"data for scripts that is no JSON",
		],
		["<!-- <b> -->", "a comment with markup in it"],
	])("%s is a breach", (body, problem) => {
		expect(problems(body)).toContain(problem);
	});

	test.each([
		[
			'<meta http-equiv="refresh" content="0;url=x">',
			"<meta http-equiv=refresh>",
		],
		[
			'<link rel="preconnect" href="https://evil.invalid">',
			"href on <link>: not in the archive: https://evil.invalid",
		],
		[
			'<link rel="canonical stylesheet" href="https://evil.invalid/x.css">',
			"href on <link>: not in the archive: https://evil.invalid/x.css",
		],
	])("%s in the head is a breach", (head, problem) => {
		expect(problems("", head)).toContain(problem);
	});

	test.each([
		["style", "style sheet"],
		["script", "script"],
	])(
		"a <%s> in the page passes when the policy names its hash, and no other does",
		(element, what) => {
			const hash = createHash("sha256").update("p{}").digest("base64");
			const html = (text: string, kind = element) =>
				page("", `<${element}>${text}</${element}>`).replace(
					/script-src[^;"]*/,
					`${kind}-src 'self' 'sha256-${hash}'`,
				);
			expect(checkPage(html("p{}"))).toEqual([]);
			const problem = `a ${what} in the page that its policy does not name`;
			expect(checkPage(html("p{color:red}"))).toMatchObject([{ problem }]);
			expect(checkPage(html("p{}", "img"))).toMatchObject([{ problem }]);
		},
	);

	test("a page without a strict Content-Security-Policy is a breach", () => {
		const without = "<!doctype html><html><head><title>x</title></head></html>";
		expect(checkPage(without)).toMatchObject([
			{ problem: "no Content-Security-Policy" },
		]);
		expect(
			checkPage(
				without.replace(
					"<title>",
					`<meta http-equiv="Content-Security-Policy" content="default-src 'self' 'unsafe-inline'"><title>`,
				),
			),
		).toMatchObject([
			{
				problem: "a Content-Security-Policy with unsafe-inline or unsafe-eval",
			},
		]);
	});

	test("what ingest makes of the seeds passes, and no hostile body does as it came", () => {
		for (const { bytes } of seeds().values())
			expect(problems(accepted(bytes).html)).toEqual([]);
		const raw = hostileCases.filter((own) =>
			["handlers", "frames"].includes(own.class),
		);
		for (const { file, name } of raw)
			expect(
				problems(file.text.slice(file.text.indexOf("------") + 6)).length,
				name,
			).toBeGreaterThan(0);
	});

	test("a breach names its line", () => {
		expect(checkPage(page("文"))).toEqual([]);
		expect(checkPage(page("\n\n<p onclick=x>文</p>"))).toEqual([
			{ line: 4, problem: "the attribute onclick on <p>" },
		]);
	});
});
