import { expect, test } from "vitest";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { ChunkWriter } from "../../src/search/pagefind/format.ts";
import { codeOf, wordOf } from "../../src/search/words.ts";
import { pairsOf, type SegmentTokens } from "../../src/search/write/pairs.ts";

/** Signs with one form and with several, marks, digits, letters of two scripts, words that begin alike, white space. */
const kinds = [
	..."的发發髮后後，。7𠮷",
	..."a,ab,abc,wall,walls,стена,стены".split(","),
	" ",
	" ",
];
/** A border: it takes a place and is not indexed. */
const border = undefined;

type Text = readonly (string | undefined)[];

/** What Pagefind would have written of a text. */
function segmentOf(text: Text, base: number): SegmentTokens {
	const places = new Map<string, number[]>();
	for (const [place, token] of text.entries()) {
		if (token === border) continue;
		const code = codeOf(token);
		places.set(code, [...(places.get(code) ?? []), place]);
	}
	const chunk = new ChunkWriter();
	for (const [code, own] of places)
		chunk.add(code, Uint32Array.from(own), 0, own.length);
	const bytes = chunk.take();
	return { bytes, base, count: text.length };
}

test("of random texts in several segments the pairs stand where a plain reading finds them, in the order in which they are looked up", () => {
	const random = seededRandom(5);
	for (let round = 0; round < 40; round++) {
		const texts: Text[] = Array.from({ length: 1 + (round % 4) }, () =>
			Array.from({ length: 200 }, () =>
				random.chance(0.05) ? border : random.pick(kinds),
			),
		);
		const expected = new Map<string, number[]>();
		const segments: SegmentTokens[] = [];
		let base = 0;
		for (const text of texts) {
			segments.push(segmentOf(text, base));
			for (const [place, token] of text.entries()) {
				if (token === border || token === " ") continue;
				const word = wordOf(token, text[place + 1]);
				expected.set(word, [...(expected.get(word) ?? []), base + place]);
			}
			base += text.length + 1;
		}
		const found = [...pairsOf(segments)].map(
			({ word, places, from, to }) =>
				[word, [...places.subarray(from, to)]] as const,
		);
		const inOrder = [...expected].sort(([a], [b]) => (a < b ? -1 : 1));
		expect(found).toEqual(inOrder);
	}
});
