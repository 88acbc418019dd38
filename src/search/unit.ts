/** One unit of the index on disk: what Pagefind found in some documents, ready to be joined to others. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CborReader, CborWriter } from "./cbor.ts";
import type { Document } from "./document.ts";
import { writeWithPagefind } from "./pagefind.ts";

/** What the catalogue needs to know of a unit. */
export interface UnitFacts {
	/** Places of each document and of its headline. */
	readonly places: readonly number[];
	readonly headline: readonly number[];
	readonly headlines: readonly string[];
}

/** A word with the pages of its unit that hold it, still encoded. */
export interface UnitWord {
	readonly word: string;
	/** How many pages, and the number of the first and of the last. */
	readonly pages: number;
	readonly first: number;
	readonly last: number;
	/** `[step, [places…]]` for every page; the first page's step is left out. */
	readonly encoded: Uint8Array;
}

/**
 * Have Pagefind index documents.
 *
 * @returns the bytes of `unit.bin`.
 * @throws when Pagefind does.
 */
export async function makeUnit(
	documents: readonly Document[],
): Promise<Uint8Array> {
	const { chunks } = await writeWithPagefind(documents);
	const unit = new CborWriter();
	for (const chunk of chunks) addChunk(unit, chunk);
	return unit.take();
}

/** The words of a unit, ascending. */
export function readUnit(folder: string): UnitWord[] {
	const bytes = readFileSync(join(folder, "unit.bin"));
	const reader = new CborReader(bytes);
	const words: UnitWord[] = [];
	while (reader.at < bytes.length) {
		const word = reader.text();
		const [pages, first, last, length] = [
			reader.integer(),
			reader.integer(),
			reader.integer(),
			reader.integer(),
		];
		const encoded = bytes.subarray(reader.at, reader.at + length);
		reader.at += length;
		words.push({ word, pages, first, last, encoded });
	}
	return words;
}

export function readFacts(folder: string): UnitFacts {
	return JSON.parse(readFileSync(join(folder, "unit.json"), "utf8"));
}

/**
 * Pagefind's chunk is `[[[word, [[step, places, meta places]…], variants]…]]`. Our records have no
 * meta and our words no variants; a page without them is as good to its engine.
 */
function addChunk(unit: CborWriter, chunk: Uint8Array): void {
	const reader = new CborReader(chunk);
	const pagesOf = new CborWriter();
	reader.array();
	for (let words = reader.array(); words > 0; words--) {
		const fields = reader.array();
		const word = reader.text();
		const pages = reader.array();
		let first = 0;
		let last = 0;
		for (let n = 0; n < pages; n++) {
			const parts = reader.array();
			const step = reader.integer();
			last += step;
			if (n === 0) first = step;
			else {
				pagesOf.array(2);
				pagesOf.integer(step);
			}
			const from = reader.at;
			reader.skipIntegers(reader.array());
			pagesOf.append(chunk.subarray(from, reader.at));
			for (let i = 2; i < parts; i++) reader.skip();
		}
		for (let i = 2; i < fields; i++) reader.skip();
		const encoded = pagesOf.take();
		unit.text(word);
		for (const number of [pages, first, last, encoded.length])
			unit.integer(number);
		unit.append(encoded);
	}
}
