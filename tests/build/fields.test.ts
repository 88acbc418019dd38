import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	countOf,
	fieldAt,
	fieldsOf,
	sameFields,
} from "../../src/store/fields.ts";

/** Few different texts, so that neighbours are often the same; of any length, or of one. */
const anyTexts = fc.oneof(
	fc.array(fc.constantFrom("", "a", "ab", "b", " ", "文"), { maxLength: 12 }),
	fc.array(fc.constantFrom("aa", "ab", "ba"), { maxLength: 12 }),
);

/** As many as are the same from the beginning on, at most `most`. */
function sameHead(one: string[], other: string[], most: number): number {
	let head = 0;
	while (head < most && one[head] === other[head]) head++;
	return head;
}

describe("texts in one text", () => {
	test("are each what they were", () => {
		fc.assert(
			fc.property(anyTexts, (texts) => {
				const fields = fieldsOf(texts);
				expect(countOf(fields)).toBe(texts.length);
				expect(texts.map((_, at) => fieldAt(fields, at))).toEqual(texts);
			}),
		);
	});

	test("say how many are the same at both ends of two lists, as comparing one by one does", () => {
		fc.assert(
			fc.property(anyTexts, anyTexts, anyTexts, anyTexts, (a, b, c, d) => {
				const [one, other] = [
					[...a, ...b, ...d],
					[...a, ...c, ...d],
				];
				const most = Math.min(one.length, other.length);
				const head = sameHead(one, other, most);
				const tail = sameHead(
					one.toReversed(),
					other.toReversed(),
					most - head,
				);
				expect(sameFields(fieldsOf(one), fieldsOf(other))).toEqual({
					head,
					tail,
				});
			}),
			{ numRuns: 1_000 },
		);
	});
});
