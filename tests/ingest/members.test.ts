import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stableJson } from "../../src/base/order.ts";
import {
	jsonOf,
	membersOf,
	valuesOf,
	withValues,
} from "../../src/corpus/members.ts";

type Some = Record<string, unknown>;

/** An object that has members, with names as our own records have them and values of any shape. */
const someObject = fc.dictionary(
	fc.stringMatching(/^[a-zA-Z][a-z\d]{0,5}$/),
	fc.jsonValue({ maxDepth: 2 }),
	{ minKeys: 1, maxKeys: 6 },
);

describe("an object's JSON taken apart at its first level", () => {
	test("and put together again is the same", () => {
		fc.assert(
			fc.property(someObject, (object) => {
				const json = Buffer.from(stableJson(object));
				expect(jsonOf(membersOf<Some>(json))).toEqual(json);
			}),
		);
	});

	test("with other values is what the object with these values is written as", () => {
		fc.assert(
			fc.property(someObject, someObject, (object, values) => {
				const members = membersOf<Some>(Buffer.from(stableJson(object)));
				expect(jsonOf(withValues(members, values)).toString()).toBe(
					stableJson({ ...object, ...values }),
				);
			}),
		);
	});

	test("gives the values that are asked for and there", () => {
		const members = membersOf<Some>(
			Buffer.from(stableJson({ b: ['二\n  "三'], a: { b: 1 }, c: null })),
		);
		expect(valuesOf(members, ["b", "c", "d"])).toEqual({
			b: ['二\n  "三'],
			c: null,
		});
	});
});
