/**
 * One segment of the index on disk: some documents that Pagefind took as one page, ready to be
 * joined to others. On the page the documents stand one after another, a border between them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CitedFacts } from "../catalog.ts";
import { CborReader, CborWriter } from "../pagefind/cbor.ts";
import type { WordPlaces } from "../pagefind/format.ts";
import { writeWithPagefind } from "../pagefind/pagefind.ts";
import { border } from "../words.ts";
import type { Document } from "./document.ts";
import { pairPlaces } from "./pairs.ts";

/** What the catalogue needs to know of a segment. */
export interface SegmentFacts {
	/** Places of each document and of its headline. */
	readonly places: readonly number[];
	readonly headline: readonly number[];
	readonly headlines: readonly string[];
	readonly cited: readonly CitedFacts[];
}

/**
 * Have Pagefind index documents.
 *
 * @returns the bytes of `segment.bin`.
 * @throws when Pagefind does.
 */
export async function makeSegment(
	documents: readonly Document[],
): Promise<Uint8Array> {
	const count = placesOfPage(documents.map(({ places }) => places));
	const tokens = await writeWithPagefind(
		documents.map(({ content }) => content).join(` ${border} `),
		count,
	);
	const segment = new CborWriter();
	const steps = new CborWriter();
	for (const { word, places } of pairPlaces(tokens, count)) {
		const first = places[0] as number;
		const last = places[places.length - 1] as number;
		for (let n = 1; n < places.length; n++)
			steps.integer((places[n] as number) - (places[n - 1] as number));
		segment.text(word);
		for (const number of [places.length, first, last, steps.length])
			segment.integer(number);
		segment.append(steps.peek());
	}
	return segment.take();
}

/** Places that a page of these documents takes up. */
export function placesOfPage(places: readonly number[]): number {
	return places.reduce((sum, count) => sum + count + 1, -1);
}

/** The words of a segment, ascending, one at a time. */
export class SegmentWords {
	/** The word that is read next; `undefined` behind the last. */
	word: string | undefined;
	private readonly bytes: Uint8Array;
	private readonly reader: CborReader;

	constructor(folder: string) {
		this.bytes = readFileSync(join(folder, "segment.bin"));
		this.reader = new CborReader(this.bytes);
		this.readWord();
	}

	/** The places of {@link word}; goes on to the next. */
	take(): WordPlaces {
		const { reader, bytes, word = "" } = this;
		const count = reader.integer();
		const first = reader.integer();
		const last = reader.integer();
		const length = reader.integer();
		const steps = bytes.subarray(reader.at, reader.at + length);
		reader.at += length;
		this.readWord();
		return { word, count, first, last, steps };
	}

	private readWord(): void {
		this.word =
			this.reader.at < this.bytes.length ? this.reader.text() : undefined;
	}
}

export function readFacts(folder: string): SegmentFacts {
	return JSON.parse(readFileSync(join(folder, "segment.json"), "utf8"));
}
