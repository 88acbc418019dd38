/** Segments joined into one. */
import {
	documentsPerCards,
	documentsPerNames,
	type MergedSegment,
} from "../catalog.ts";
import { placeOf } from "../file-places.ts";
import { packCounts } from "../sign-counts.ts";
import { fileBytes } from "../word-files.ts";
import { countForms } from "./count-forms.ts";
import { pairsOf, type SegmentTokens } from "./pairs.ts";
import { placesOfPage, type SegmentFacts } from "./segment.ts";
import { bytesOfPlaces, type Put, WordsWriter } from "./words-writer.ts";

/** A sign is frequent where it stands in a document so often, in the mean: its counts are then much less than its places. */
const frequentInDocument = 4;

/** What a browser must know of a merged segment before it asks for words. */
export type MergedFacts = Pick<MergedSegment, "words" | "frequent">;

/** One segment, as the cache holds it. */
export interface Segment {
	/** What {@link makeSegment} made. */
	readonly bytes: Uint8Array;
	readonly facts: SegmentFacts;
}

/**
 * Write the files of one merged segment.
 *
 * @param segments oldest first.
 * @param ids of the articles, in order.
 * @param put takes a path inside the folder and the file's bytes before packing.
 */
export function mergeSegments(
	segments: readonly Segment[],
	ids: readonly string[],
	put: Put,
): MergedFacts {
	const frequent: string[] = [];
	const places = segments.flatMap(({ facts }) => facts.places);
	const headline = segments.flatMap(({ facts }) => facts.headline);
	const groups = pairsOf(tokensOf(segments));
	const words = new WordsWriter(groups, put);
	for (const group of groups) {
		const { code, isSign, count } = group;
		const { forms, pairs } = group.read();
		const isFrequent =
			bytesOfPlaces(count) > 2 * fileBytes &&
			count > frequentInDocument * ids.length;
		if (isSign && isFrequent) {
			const counts = packCounts(countForms(forms, places, headline));
			put(`counts/${placeOf(frequent.push(code) - 1)}.bin`, counts);
		}
		words.add(group, pairs);
	}
	putNames(segments, ids, put);
	return { words: words.finish(), frequent };
}

/** The segments one after another on a line of places. */
function tokensOf(segments: readonly Segment[]): SegmentTokens[] {
	let base = 0;
	return segments.map(({ bytes, facts }) => {
		const count = placesOfPage(facts.places);
		const tokens = { bytes, base, count };
		base += count + 1;
		return tokens;
	});
}

/** What lists of hits say of documents, and what bibliographies need, some documents in each file. */
function putNames(
	segments: readonly Segment[],
	ids: readonly string[],
	put: Put,
): void {
	const headlines = segments.flatMap(({ facts }) => facts.headlines);
	const names = ids.map((id, n) => [id, headlines[n]]);
	const cited = segments.flatMap(({ facts }) => facts.cited);
	for (const [folder, lines, perFile] of [
		["names", names, documentsPerNames],
		["cards", cited, documentsPerCards],
	] as const)
		for (let at = 0; at < lines.length; at += perFile)
			put(
				`${folder}/${placeOf(at / perFile)}.json`,
				Buffer.from(JSON.stringify(lines.slice(at, at + perFile))),
			);
}
