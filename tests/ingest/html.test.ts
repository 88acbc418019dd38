import { expect, test } from "vitest";
import { MarkupLimit, parseHtml } from "../../src/parse/html.ts";

const attributes = (count: number) =>
	Array.from({ length: count }, (_, n) => `a${n}=""`).join(" ");

test("a tag with more than 2,000 attributes is refused before it is parsed", () => {
	expect(() => parseHtml(`<p ${attributes(2_001)}>`, 256)).toThrow(MarkupLimit);
	expect(() => parseHtml(`<p ${attributes(2_001)}`, 256)).toThrow(MarkupLimit);
});

test("many attributes, and long ones, are read", () => {
	const many = parseHtml(`<p ${attributes(1_990)}>`, 256);
	const long = parseHtml(`<p title="${"长".repeat(9_000)}">`, 256);
	expect([many, long].map((body) => body.childNodes.length)).toEqual([1, 1]);
});
