import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine, plainText, webAddress } from "../../src/base/plain-text.ts";

test("plain text keeps tabs and line feeds, and makes line feeds of carriage returns", () => {
	expect(plainText("甲\t乙\r\n丙\r丁\n戊")).toBe("甲\t乙\n丙\n丁\n戊");
});

test("plain text drops controls, non-characters and halves of pairs, and nothing else", () => {
	expect(
		plainText(
			"a\u0000b\u000bc\u0085d\ufffee\ufdd0f\u{1fffe}g\ud800h\udc00i🀄j",
		),
	).toBe("abcdefghi🀄j");
	expect(plainText("零\u200b宽\u00a0与\ufeff组合e\u0301")).toBe(
		"零\u200b宽\u00a0与\ufeff组合e\u0301",
	);
});

test("whatever goes in, what comes out is plain and stays as it is", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), fc.nat(0xffff), (text, unit) => {
			const odd = text + String.fromCharCode(unit) + text;
			const plain = plainText(odd);
			expect(plain).not.toMatch(/[\r\p{Cs}\ufffe\uffff]/u);
			expect(plain).not.toMatch(/(?![\t\n])\p{Cc}/u);
			expect(plainText(plain)).toBe(plain);
			expect(oneLine(odd)).not.toMatch(/[\n\t]| {2}/);
		}),
	);
});

test("an address is what a URL parser makes of it, and only of the web", () => {
	expect(webAddress("https://例え.example/路径?q=一 二#节")).toBe(
		"https://xn--r8jz45g.example/%E8%B7%AF%E5%BE%84?q=%E4%B8%80%20%E4%BA%8C#%E8%8A%82",
	);
	expect(webAddress("javascript:alert(1)")).toBeUndefined();
	expect(webAddress("//no.scheme.example/")).toBeUndefined();
	expect(webAddress(undefined)).toBeUndefined();
});
