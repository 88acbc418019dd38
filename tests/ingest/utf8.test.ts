import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf, textOf } from "../../src/base/utf8.ts";

test("UTF-8 is decoded as Node's own buffers do it, marks, other planes and broken bytes included", () => {
	const text = fc.string({ unit: "binary" }).map((s) => Buffer.from(s));
	const han = fc.constantFrom("\ufeff编年", "会晤😀", "plain", "café", "");
	const cut = fc
		.tuple(han, fc.nat(12))
		.map(([s, at]) => Buffer.from(s).subarray(0, at));
	const noise = fc.uint8Array().map((bytes) => Buffer.from(bytes));
	fc.assert(
		fc.property(fc.array(fc.oneof(text, cut, noise)), (parts) => {
			const bytes = Buffer.concat(parts);
			expect(textOf(bytes)).toBe(bytes.toString());
		}),
	);
});

test("A view into a larger buffer is decoded alone", () => {
	const whole = new TextEncoder().encode("编年史");
	expect(textOf(whole.subarray(3, 6))).toBe("年");
});

test("Text is encoded as Node's own buffers do it, long or short, halves of pairs included", () => {
	const text = fc.string({ unit: "binary" });
	const han = fc.constantFrom(
		"\ufeff编年",
		"会晤😀",
		"\ud83d",
		"\ude00年",
		"café",
		"",
	);
	const times = fc.constantFrom(1, 1_000);
	fc.assert(
		fc.property(fc.array(fc.oneof(text, han)), times, (parts, count) => {
			const whole = parts.join("").repeat(count);
			expect(bytesOf(whole).equals(Buffer.from(whole))).toBe(true);
		}),
	);
});
