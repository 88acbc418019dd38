import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { invert } from "../../src/search/invert.ts";
import {
	closePagefind,
	invertWithPagefind,
} from "../../src/search/pagefind.ts";
import { breakPlaces, gap, tokenise } from "../../src/search/tokens.ts";

afterAll(() => closePagefind());

const lines = fc.string({
	unit: fc.constantFrom(
		..."习近平会見，。“”（） ABCab09é㎏Σ-_.%㐀𠮷が한א\u0301❤+<>&'ไ々〇ー",
	),
	maxLength: 80,
});

test("Pagefind gives every token the same places as our own inverter", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(lines, { minLength: 1, maxLength: 5 }),
			async (texts) => {
				const documents = texts.map((text) => [
					...tokenise(text),
					...Array<string>(breakPlaces).fill(gap),
				]);
				const bases: number[] = [];
				let base = 0;
				for (const tokens of documents) {
					bases.push(base);
					base += tokens.length;
				}
				expect(await invertWithPagefind(documents, bases)).toEqual(
					invert(documents, bases),
				);
			},
		),
		{ numRuns: 25 },
	);
});
