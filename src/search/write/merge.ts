/**
 * Segments joined into one, as a page of its own in Pagefind's format: the lists of a word are put
 * one after another.
 */
import { documentsPerCards, documentsPerNames, placeOf } from "../catalog.ts";
import { ChunkWriter } from "../pagefind/format.ts";
import { baseOf } from "../words.ts";
import {
	placesOfPage,
	type SegmentFacts,
	type SegmentWords,
} from "./segment.ts";

/** Bytes of a chunk before packing, about; a frequent word has a longer one to itself. */
const chunkBytes = 20_000;
/** From so many bytes on the catalogue says how long a chunk is. */
const longBytes = 2 * chunkBytes;

/** What a browser must know of a merged segment before it asks for words. */
export interface MergedFacts {
	/** The first word of every chunk, without its forms. */
	readonly chunks: readonly string[];
	/** Chunks that are longer than others, and their bytes before packing. */
	readonly long: readonly (readonly [chunk: number, bytes: number])[];
}

/**
 * Write the files of one merged segment.
 *
 * @param segments oldest first: their words and what is known of their articles.
 * @param ids of the articles, in order.
 * @param put takes a path inside the folder and the file's bytes before packing; the next file is
 *   made once it has settled.
 */
export async function mergeSegments(
	segments: readonly {
		readonly words: SegmentWords;
		readonly facts: SegmentFacts;
	}[],
	ids: readonly string[],
	put: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<MergedFacts> {
	const chunks: string[] = [];
	const long: [number, number][] = [];
	const chunk = new ChunkWriter();
	const flush = async () => {
		if (chunk.words === 0) return;
		const n = chunks.length - 1;
		if (chunk.length > longBytes) long.push([n, chunk.length]);
		await put(`index/${placeOf(n)}.pf_index`, chunk.take());
	};
	let base = "";
	for (const { word, parts } of mergeWords(segments)) {
		const bytes = parts.reduce(
			(sum, { words }) => sum + words.to - words.from + 5,
			0,
		);
		// Spellings of the same characters stay together: whoever asks for one asks for all.
		const isNew = baseOf(word) !== base;
		base = baseOf(word);
		if (isNew && chunk.length + bytes > chunkBytes) await flush();
		if (chunk.words === 0) chunks.push(base);
		chunk.add(word, parts);
	}
	await flush();
	await putNames(segments, ids, put);
	return { chunks, long };
}

/** A segment's words, and the place where its page begins. */
interface Source {
	readonly words: SegmentWords;
	readonly base: number;
}

/** All words, ascending, with the segments that hold them; these go on to their next words afterwards. */
function* mergeWords(
	segments: Parameters<typeof mergeSegments>[0],
): Generator<{ readonly word: string; readonly parts: readonly Source[] }> {
	const waiting = new Map<string, Source[]>();
	const heap = new WordHeap();
	const wait = (source: Source) => {
		const { word } = source.words;
		if (word === undefined) return;
		const same = waiting.get(word);
		if (same) same.push(source);
		else {
			waiting.set(word, [source]);
			heap.push(word);
		}
	};
	let base = 0;
	for (const { words, facts } of segments) {
		wait({ words, base });
		base += placesOfPage(facts.places) + 1;
	}
	for (let word = heap.pop(); word !== undefined; word = heap.pop()) {
		const parts = waiting.get(word) ?? [];
		waiting.delete(word);
		parts.sort((a, b) => a.base - b.base);
		yield { word, parts };
		for (const source of parts) {
			source.words.next();
			wait(source);
		}
	}
}

/** A binary heap: the least word first. */
class WordHeap {
	private readonly words: string[] = [];

	push(word: string): void {
		const { words } = this;
		let at = words.length;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if ((words[parent] as string) <= word) break;
			words[at] = words[parent] as string;
			at = parent;
		}
		words[at] = word;
	}

	pop(): string | undefined {
		const { words } = this;
		const least = words[0];
		const last = words.pop();
		if (words.length === 0 || last === undefined) return least;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= words.length) break;
			const right = words[child + 1];
			if (right !== undefined && right < (words[child] as string)) child++;
			if ((words[child] as string) >= last) break;
			words[at] = words[child] as string;
			at = child;
		}
		words[at] = last;
		return least;
	}
}

/** What lists of hits say of documents, and what bibliographies need, some documents in each file. */
async function putNames(
	segments: Parameters<typeof mergeSegments>[0],
	ids: readonly string[],
	put: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
	const headlines = segments.flatMap(({ facts }) => facts.headlines);
	const names = ids.map((id, n) => [id, headlines[n]]);
	const cited = segments.flatMap(({ facts }) => facts.cited);
	for (const [folder, lines, perFile] of [
		["names", names, documentsPerNames],
		["cards", cited, documentsPerCards],
	] as const)
		for (let at = 0; at < lines.length; at += perFile)
			await put(
				`${folder}/${placeOf(at / perFile)}.json`,
				Buffer.from(JSON.stringify(lines.slice(at, at + perFile))),
			);
}
