/**
 * One segment of the index on disk: some documents that Pagefind took as one page, ready to be
 * joined to others. On the page the documents stand one after another, a border between them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CitedFacts } from "../catalog.ts";
import { writeWithPagefind } from "../pagefind/pagefind.ts";
import { border } from "../words.ts";
import type { Document } from "./document.ts";

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
export function makeSegment(
	documents: readonly Document[],
): Promise<Uint8Array> {
	return writeWithPagefind(
		documents.map(({ content }) => content).join(` ${border} `),
		placesOfPage(documents.map(({ places }) => places)),
	);
}

/** Places that a page of these documents takes up. */
export function placesOfPage(places: readonly number[]): number {
	return places.reduce((sum, count) => sum + count + 1, -1);
}

/** What {@link makeSegment} made. */
export function readSegment(folder: string): Uint8Array {
	return readFileSync(join(folder, "segment.bin"));
}

export function readFacts(folder: string): SegmentFacts {
	return JSON.parse(readFileSync(join(folder, "segment.json"), "utf8"));
}
