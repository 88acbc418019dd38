/**
 * One unit of the index on disk: some documents that Pagefind took as one page, ready to be joined
 * to others. On a page the documents stand one after another, a border between them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CborReader, CborWriter } from "./cbor.ts";
import type { Document } from "./document.ts";
import { border } from "./index-words.ts";
import { writeWithPagefind } from "./pagefind.ts";

/** What the catalogue needs to know of a unit. */
export interface UnitFacts {
	/** Places of each document and of its headline. */
	readonly places: readonly number[];
	readonly headline: readonly number[];
	readonly headlines: readonly string[];
}

/** A word with its places on the unit's page: a list of steps, still encoded. */
export interface UnitWord {
	readonly word: string;
	readonly places: Uint8Array;
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
	const chunks = await writeWithPagefind(
		documents.map(({ content }) => content).join(` ${border} `),
		placesOfPage(documents.map(({ places }) => places)),
	);
	const unit = new CborWriter();
	for (const chunk of chunks) addChunk(unit, chunk);
	return unit.take();
}

/** Places that a page of these documents takes up. */
export function placesOfPage(places: readonly number[]): number {
	return places.reduce((sum, count) => sum + count + 1, -1);
}

/** The words of a unit, ascending. */
export function readUnit(folder: string): UnitWord[] {
	const bytes = readFileSync(join(folder, "unit.bin"));
	const reader = new CborReader(bytes);
	const words: UnitWord[] = [];
	while (reader.at < bytes.length) {
		const word = reader.text();
		const length = reader.integer();
		const places = bytes.subarray(reader.at, reader.at + length);
		reader.at += length;
		words.push({ word, places });
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
	reader.array();
	for (let words = reader.array(); words > 0; words--) {
		const fields = reader.array();
		unit.text(reader.text());
		reader.array();
		const parts = reader.array();
		reader.integer();
		const from = reader.at;
		reader.skipIntegers(reader.array());
		const places = chunk.subarray(from, reader.at);
		for (let i = 2; i < parts; i++) reader.skip();
		for (let i = 2; i < fields; i++) reader.skip();
		unit.integer(places.length);
		unit.append(places);
	}
}
