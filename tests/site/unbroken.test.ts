import { h } from "preact";
import { renderToStaticMarkup } from "preact-render-to-string";
import { expect, test } from "vitest";
import { bodyHtml } from "../../src/site/body.ts";
import { Prose } from "../../templates/parts/Prose.tsx";
import { makeArticle } from "./sample-corpus.ts";

const held = (pair: string) => `<span class="unbroken">${pair}</span>`;

test("a dot inside a name stays with the letter before it, in quotations and lists as in the text", () => {
	const text = "亚历山大·卢卡申科与約翰‧史密斯会面 · 完";
	const expected = `亚历山${held("大·")}卢卡申科与約${held("翰‧")}史密斯会面 · 完`;
	expect(renderToStaticMarkup(h(Prose, { text }))).toBe(expected);
	const article = makeArticle({
		id: "2020010100000001",
		html: `<p id="p1">${text}</p>`,
	});
	const words = { imageElsewhere: "", imageText: "", localCopy: "" };
	expect(bodyHtml(article, [], words, "articles/x.html")).toBe(
		`<p id="p1">${expected}</p>`,
	);
});

test("a text without such a dot is itself, its markup text", () => {
	expect(renderToStaticMarkup(h(Prose, { text: "<b>会晤</b>" }))).toBe(
		"&lt;b>会晤&lt;/b>",
	);
});
