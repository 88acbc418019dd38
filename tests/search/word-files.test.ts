import { expect, test } from "vitest";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { readChunk, readPlaces } from "../../src/search/chunk.ts";
import { filesFor, type WordRange } from "../../src/search/word-files.ts";
import { baseOf, behind, wordOf } from "../../src/search/words.ts";
import type { TokenGroup } from "../../src/search/write/pairs.ts";
import { WordsWriter } from "../../src/search/write/words-writer.ts";

const random = seededRandom(11);

/** A token and how often its words stand in a text, each at places of their own. */
function groupOf(code: string, isSign: boolean, words: readonly string[]) {
	const pairs = [...words].sort().map((word) => {
		const most = random.pick([3, 40, 900, 12_000]);
		const places = Uint32Array.from({ length: random.int(1, most) }, (_, n) =>
			n === 0 ? random.int(0, 60) : n * 61,
		);
		return { word, places, from: 0, to: places.length };
	});
	const count = pairs.reduce((sum, { to }) => sum + to, 0);
	return { code, isSign, count, read: () => ({ forms: [], pairs }) };
}

const signs = [..."一丁七万丈三上下不与专且世丘业东丝丢两严丧"];
const letters = ["a", "ab", "abc", "nato", "natos", "стена"];
const nexts = [...signs.slice(0, 9), "發", "nato", " ", undefined];
const groups: readonly TokenGroup[] = [
	...signs.map((sign) =>
		groupOf(
			sign,
			true,
			nexts.map((next) => wordOf(sign, next)),
		),
	),
	...letters.map((word) =>
		groupOf(
			baseOf(wordOf(word, " ")).slice(0, -1),
			false,
			["的", "發", " ", undefined].map((next) => wordOf(word, next)),
		),
	),
].sort((a, b) => (a.code < b.code ? -1 : 1));

const files = new Map<string, Uint8Array>();
const writer = new WordsWriter(groups, (path, bytes) => files.set(path, bytes));
for (const group of groups) writer.add(group, group.read().pairs);
const written = writer.finish();

/** The words of a range, with their places. */
function look(range: WordRange): Map<string, readonly number[]> {
	const found = new Map<string, readonly number[]>();
	for (const { path } of filesFor(written, range)) {
		const bytes = files.get(path) as Uint8Array;
		for (const word of readChunk(bytes))
			if (word.word >= range.first && word.word <= range.last)
				found.set(word.word, [...readPlaces(bytes, word)]);
	}
	return found;
}

/** What stands in the text. */
function expected({ first, last }: WordRange): Map<string, readonly number[]> {
	const all = groups.flatMap((group) => group.read().pairs);
	return new Map(
		all
			.filter(({ word }) => word >= first && word <= last)
			.map(({ word, places }) => [word, [...places]]),
	);
}

test("there are files of every kind, and a sign has several", () => {
	expect(written.shared).toBeGreaterThan(0);
	expect(Math.max(...written.files)).toBeGreaterThan(2);
	expect(written.letters.length).toBeGreaterThan(1);
	expect(written.alone.length).toBeGreaterThan(3);
});

test("every word is found with all its spellings in one file", () => {
	for (const { code, isSign, read } of groups)
		for (const { word } of read().pairs) {
			const first = baseOf(word);
			const sign = isSign && { sign: code };
			const range = { first, last: behind(first), isOne: true, ...sign };
			expect(look(range), word).toEqual(expected(range));
			expect(filesFor(written, range).length, word).toBe(1);
		}
});

test("all words of a sign are found, and all words that begin with some letters", () => {
	for (const { code, isSign } of groups) {
		const sign = isSign && { sign: code };
		const range = { first: code, last: behind(code), isOne: false, ...sign };
		expect(look(range), code).toEqual(expected(range));
	}
	for (const first of ["a", "na", "nat", "st"]) {
		const range = { first, last: behind(first), isOne: false };
		expect(look(range), first).toEqual(expected(range));
	}
});

test("a sign or a word that is nowhere costs a file at most, or none in an empty index", () => {
	const missing = [
		{ sign: "鼎", first: "鼎一", last: behind("鼎一"), isOne: true },
		{ first: "zz1一", last: behind("zz1一"), isOne: true },
	];
	const nothing = new WordsWriter([], () => undefined).finish();
	for (const range of missing) {
		expect(look(range).size).toBe(0);
		expect(filesFor(written, range).length).toBe(1);
		expect(filesFor(nothing, range)).toEqual([]);
	}
});
