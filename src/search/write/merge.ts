/** Segments joined into one. */
import { documentsPerCards, documentsPerNames, placeOf } from "../catalog.ts";
import { ChunkWriter } from "../chunk.ts";
import { packCounts } from "../sign-counts.ts";
import { baseOf } from "../words.ts";
import { countForms } from "./count-forms.ts";
import { pairsOf, type SegmentTokens } from "./pairs.ts";
import { placesOfPage, type SegmentFacts } from "./segment.ts";

/** Bytes of a chunk before packing, about; a frequent word has a longer one to itself. */
const chunkBytes = 15_000;
/** Bytes of most steps from one place of a pair to the next. */
const bytesOfPlace = 2;
/** From so many bytes on the catalogue says how long a chunk is. */
const longBytes = 2 * chunkBytes;
/** A sign is frequent where it stands in a document so often, in the mean: its counts are then much less than its places. */
const frequentInDocument = 4;

/** What a browser must know of a merged segment before it asks for words. */
export interface MergedFacts {
	/** The first word of every chunk, without its forms. */
	readonly chunks: readonly string[];
	/** Chunks that are longer than others, and their bytes before packing. */
	readonly long: readonly (readonly [chunk: number, bytes: number])[];
	/** The codes of frequent signs. */
	readonly frequent: readonly string[];
}

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
	put: (path: string, bytes: Uint8Array) => void,
): MergedFacts {
	const chunks: string[] = [];
	const long: [number, number][] = [];
	const chunk = new ChunkWriter();
	const flush = () => {
		if (chunk.count === 0) return;
		const n = chunks.length - 1;
		if (chunk.length > longBytes) long.push([n, chunk.length]);
		put(`index/${placeOf(n)}.bin`, chunk.take());
	};
	const frequent: string[] = [];
	const places = segments.flatMap(({ facts }) => facts.places);
	const headline = segments.flatMap(({ facts }) => facts.headline);
	let base = "";
	for (const { code, isSign, forms, pairs } of pairsOf(tokensOf(segments))) {
		const count = forms.reduce((sum, { places }) => sum + places.length, 0);
		const isFrequent =
			count * bytesOfPlace > longBytes &&
			count > frequentInDocument * ids.length;
		if (isSign && isFrequent) {
			const counts = packCounts(countForms(forms, places, headline));
			put(`counts/${placeOf(frequent.push(code) - 1)}.bin`, counts);
		}
		for (const { word, places, from, to } of pairs) {
			// Spellings of the same characters stay together: whoever asks for one asks for all.
			const before = base;
			base = baseOf(word);
			const bytes = (to - from) * bytesOfPlace;
			if (base !== before && chunk.length + bytes > chunkBytes) flush();
			if (chunk.count === 0) chunks.push(base);
			chunk.add(word, places, from, to);
		}
	}
	flush();
	putNames(segments, ids, put);
	return { chunks, long, frequent };
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
	put: (path: string, bytes: Uint8Array) => void,
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
