import { expect, test } from "vitest";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { signature } from "../../src/search/pagefind/format.ts";
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

/** The head of a CBOR value below 65,536. */
const head = (major: number, value: number) =>
	value < 24
		? [(major << 5) | value]
		: [(major << 5) | 25, value >> 8, value & 255];
const array = (count: number) => head(4, count);

/** What Pagefind would have written of a text. */
function segmentOf(text: Text, base: number): SegmentTokens {
	const places = new Map<string, number[]>();
	for (const [place, token] of text.entries()) {
		if (token === border) continue;
		const code = codeOf(token);
		places.set(code, [...(places.get(code) ?? []), place]);
	}
	const words = [...places].map(([code, own]) => [
		...array(2),
		...head(3, Buffer.byteLength(code)),
		...Buffer.from(code),
		...[...array(1), ...array(2), ...head(0, 0), ...array(own.length)],
		...own.flatMap((place, n) => head(0, place - (own[n - 1] ?? 0))),
	]);
	const bytes = Uint8Array.from([
		...Buffer.from(signature),
		...[...array(1), ...array(words.length), ...words.flat()],
	]);
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
		const found = pairsOf(segments)
			.flatMap((group) => group.read().pairs)
			.map(
				({ word, places, from, to }) =>
					[word, [...places.subarray(from, to)]] as const,
			);
		const inOrder = [...expected].sort(([a], [b]) => (a < b ? -1 : 1));
		expect(found).toEqual(inOrder);
	}
});
