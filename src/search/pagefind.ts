/** From token streams to the places of every token, by Pagefind: the only module that knows its API. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { byCodePoint } from "../domain/order.ts";
import { CborReader } from "./cbor.ts";
import type { Inverted } from "./invert.ts";
import { gap } from "./tokens.ts";

/** A letter that Pagefind keeps as it is and that news does not use: it begins our own words. */
const mark = "\uA000";
const gapWord = `${mark}${mark}`;

/**
 * Index the documents of one unit.
 *
 * @param documents the tokens of each document in order; document n begins at place `bases[n]`.
 * @throws when Pagefind's service fails or answers with less than it was given.
 */
export async function invertWithPagefind(
	documents: readonly (readonly string[])[],
	bases: readonly number[],
): Promise<Inverted> {
	const folder = mkdtempSync(join(tmpdir(), "biannian-unit-"));
	const pulse = watchService();
	try {
		await writePagefind(documents, folder);
		return readPagefind(folder, documents, bases);
	} finally {
		clearInterval(pulse);
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Milliseconds between two signs of life. */
const pulseMs = 2_000;

/**
 * Ask the service for something small from time to time. Should it have died, nobody would say so:
 * only the next thing sent to it fails, and with it everything that still waits.
 */
function watchService(): ReturnType<typeof setInterval> {
	return setInterval(() => {
		createIndex()
			.then(({ index }) => index?.deleteIndex())
			// What waits hears of it too, and reports it.
			.catch(() => undefined);
	}, pulseMs);
}

/** End Pagefind's service, so that the process can end. */
export const closePagefind = close;

async function writePagefind(
	documents: readonly (readonly string[])[],
	folder: string,
): Promise<void> {
	const { index, errors } = await createIndex({
		// No language: no segmenter and no stemmer, the words are ours.
		forceLanguage: "und",
		// One file for all page texts, which are not used.
		maxFragments: 1,
	});
	if (!index) throw new Error(`Pagefind does not start: ${errors.join("; ")}`);
	for (const [ordinal, tokens] of documents.entries()) {
		const answer = await index.addCustomRecord({
			url: `/${ordinal}`,
			content: `${ordinalWord(ordinal)} ${tokens.map(wordOf).join(" ")}`,
			language: "und",
			meta: {},
		});
		if (answer.errors.length > 0)
			throw new Error(`Pagefind refuses a text: ${answer.errors.join("; ")}`);
	}
	const written = await index.writeFiles({ outputPath: folder });
	if (written.errors.length > 0)
		throw new Error(`Pagefind cannot write: ${written.errors.join("; ")}`);
	await index.deleteIndex();
}

function readPagefind(
	folder: string,
	documents: readonly (readonly string[])[],
	bases: readonly number[],
): Inverted {
	const words = new Map<string, [page: number, places: number[]][]>();
	const ordinals = new Map<number, number>();
	for (const name of readdirSync(join(folder, "index")).sort()) {
		const bytes = gunzipSync(readFileSync(join(folder, "index", name)));
		// Twelve bytes say `pagefind_dcd`.
		const reader = new CborReader(bytes.subarray(12));
		reader.array();
		for (let left = reader.array(); left > 0; left--) {
			const [word, pages] = readWord(reader);
			const ordinal = ordinalOf(word);
			if (ordinal === undefined) words.set(word, pages);
			else if (pages[0]) ordinals.set(pages[0][0], ordinal);
		}
	}
	if (ordinals.size !== documents.length)
		throw new Error(
			`Pagefind indexed ${ordinals.size} of ${documents.length} texts.`,
		);
	words.delete(gapWord);
	return [...words]
		.map(([word, pages]) => {
			const places = pages.flatMap(([page, at]) => {
				const base = bases[ordinals.get(page) as number] as number;
				// Place 0 of every page is its ordinal.
				return at.map((place) => base + place - 1);
			});
			return {
				token: tokenOf(word),
				places: Uint32Array.from(places).sort(),
			};
		})
		.sort((a, b) => byCodePoint(a.token, b.token));
}

/** One word of a chunk: `[word, [[page, places, meta places]…], variants]`, all numbers as steps. */
function readWord(
	reader: CborReader,
): [word: string, pages: [page: number, places: number[]][]] {
	const fields = reader.array();
	const word = reader.text();
	const pages: [number, number[]][] = [];
	let page = 0;
	for (let left = reader.array(); left > 0; left--) {
		const parts = reader.array();
		page += reader.integer();
		const places: number[] = [];
		let place = 0;
		for (let count = reader.array(); count > 0; count--) {
			const step = reader.integer();
			// A negative number sets the weight of the places after it.
			if (step < 0) continue;
			place += step;
			places.push(place);
		}
		for (let i = 2; i < parts; i++) reader.skip();
		pages.push([page, places]);
	}
	for (let i = 2; i < fields; i++) reader.skip();
	return [word, pages];
}

/** The word under which Pagefind keeps a token unchanged: it drops everything but letters. */
function wordOf(token: string): string {
	if (token === gap) return gapWord;
	if (/^[a-z\d\u4E00-\u9FFF]+$/.test(token)) return token;
	return mark + [...token].map((char) => letters(char)).join("");
}

function tokenOf(word: string): string {
	if (!word.startsWith(mark)) return word;
	return String.fromCodePoint(
		...(word.slice(1).match(/.{6}/g) ?? []).map((code) =>
			[...code].reduce(
				(sum, letter) => sum * 16 + (letter.charCodeAt(0) - 97),
				0,
			),
		),
	);
}

/** A code point as six letters `a`–`p`. */
function letters(char: string): string {
	return sixLetters(char.codePointAt(0) as number);
}

function sixLetters(number: number): string {
	let text = "";
	for (let shift = 20; shift >= 0; shift -= 4)
		text += String.fromCharCode(97 + ((number >> shift) & 15));
	return text;
}

/** The first word of a text says which it is; four marks cannot begin a token's word. */
function ordinalWord(ordinal: number): string {
	return `${mark.repeat(3)}${sixLetters(ordinal)}`;
}

function ordinalOf(word: string): number | undefined {
	if (!word.startsWith(mark.repeat(3))) return undefined;
	return [...word.slice(3)].reduce(
		(sum, letter) => sum * 16 + (letter.charCodeAt(0) - 97),
		0,
	);
}
