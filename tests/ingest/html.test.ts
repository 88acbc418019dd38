import { expect, test } from "vitest";
import { findElements, MarkupLimit, parseHtml } from "../../src/parse/html.ts";

const attributes = (count: number) =>
	Array.from({ length: count }, (_, n) => `a${n}=""`).join(" ");

test("a tag with more than 2,000 attributes is refused before it is parsed", () => {
	expect(() => parseHtml(`<p ${attributes(2_001)}>`, 256)).toThrow(MarkupLimit);
	expect(() => parseHtml(`<p ${attributes(2_001)}`, 256)).toThrow(MarkupLimit);
});

test.each(['"', "'", ""])(
	"a picture of a megabyte in an attribute is one attribute, between %s as well",
	(quote) => {
		const picture = `data:image/png;base64,${"iVBO/R0K+/ggoAAAANSU/hEUg".repeat(40_000)}==`;
		const tree = parseHtml(
			`<p><img alt="a" src=${quote}${picture}${quote} width=9></p>`,
			256,
		);
		const [image] = findElements(tree, ({ tagName }) => tagName === "img");
		expect(image?.attrs.map(({ name }) => name)).toEqual([
			"alt",
			"src",
			"width",
		]);
	},
);

test.each(["=a%=x", "a%=x/", "a% = x", "a%", "a%='x'b%=\"y\""])(
	"attributes are counted however they are written: %s",
	(written) => {
		const all = Array.from({ length: 2_001 }, (_, n) =>
			written.replaceAll("%", `${n}`),
		).join(" ");
		expect(() => parseHtml(`<p ${all}>`, 256)).toThrow(MarkupLimit);
	},
);

test("many attributes, and long ones, are read", () => {
	const many = parseHtml(`<p ${attributes(1_990)}>`, 256);
	const long = parseHtml(`<p title="${"长".repeat(9_000)}">`, 256);
	expect([many, long].map((body) => body.childNodes.length)).toEqual([1, 1]);
});
