/**
 * One segment of the index on disk: some documents that Pagefind took as one page, ready to be
 * joined to others. On the page the documents stand one after another, a border between them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CitedFacts } from "../catalog.ts";
import { CborReader, CborWriter } from "../pagefind/cbor.ts";
import type { PageWord } from "../pagefind/format.ts";
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
	const { places, words } = pairPlaces(tokens, count);
	const segment = new CborWriter();
	const steps = new CborWriter();
	for (const { word, from, to } of words) {
		const first = places[from] as number;
		const last = places[to - 1] as number;
		let before = first;
		for (let n = from + 1; n < to; n++) {
			const place = places[n] as number;
			steps.integer(place - before);
			before = place;
		}
		segment.text(word);
		for (const number of [to - from, first, last, steps.length])
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
export class SegmentWords implements PageWord {
	/** The word that is read; `undefined` behind the last. */
	word: string | undefined;
	count = 0;
	first = 0;
	last = 0;
	readonly bytes: Buffer;
	from = 0;
	to = 0;
	private readonly reader: CborReader;

	constructor(folder: string) {
		this.bytes = readFileSync(join(folder, "segment.bin"));
		this.reader = new CborReader(this.bytes);
		this.next();
	}

	/** Read the next word. */
	next(): void {
		const { reader } = this;
		reader.at = this.to;
		if (reader.at >= this.bytes.length) {
			this.word = undefined;
			return;
		}
		this.word = reader.text();
		this.count = reader.integer();
		this.first = reader.integer();
		this.last = reader.integer();
		const length = reader.integer();
		this.from = reader.at;
		this.to = reader.at + length;
	}
}

export function readFacts(folder: string): SegmentFacts {
	return JSON.parse(readFileSync(join(folder, "segment.json"), "utf8"));
}
