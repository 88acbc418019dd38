/**
 * A chunk of the published index, `index/<place>.bin`, before packing, in varints: how many words; for
 * each word, ascending, how much of it is as in the word before, the rest of it, and how many places it has;
 * then the places of one word after another, as steps from the place before. What is alike stands
 * together, which packs better.
 */
import { VarintReader, VarintWriter } from "./varints.ts";

/** A word of a chunk, and where in the chunk its places lie. */
export interface ChunkWord {
	readonly word: string;
	readonly count: number;
	/** Where the first step begins. */
	readonly at: number;
}

/** @throws when it has another shape. */
export function readChunk(bytes: Uint8Array): ChunkWord[] {
	const reader = new VarintReader(bytes);
	let word = "";
	const words = Array.from({ length: reader.integer() }, () => {
		word = word.slice(0, reader.integer()) + reader.text();
		return { word, count: reader.integer(), at: 0 };
	});
	for (const one of words) {
		one.at = reader.at;
		reader.skip(one.count);
	}
	if (reader.at !== bytes.length)
		throw new Error("the file is not as long as it says");
	return words;
}

/** The places of a word, ascending. */
export function readPlaces(
	bytes: Uint8Array,
	{ count, at }: Pick<ChunkWord, "count" | "at">,
): Uint32Array {
	return new VarintReader(bytes, at).sums(count);
}

export class ChunkWriter {
	/** Words written since the last {@link take}. */
	count = 0;
	private last = "";
	private readonly words = new VarintWriter();
	private readonly places = new VarintWriter();

	get length(): number {
		return this.words.length + this.places.length;
	}

	/** @param places ascending from the one at `from` up to, not including, the one at `to`. */
	add(word: string, places: Uint32Array, from: number, to: number): void {
		let common = 0;
		while (common < word.length && word[common] === this.last[common]) common++;
		this.words.integer(common);
		this.words.text(word.slice(common));
		this.words.integer(to - from);
		this.places.steps(places, from, to);
		this.last = word;
		this.count++;
	}

	/** @returns the chunk, before packing. */
	take(): Uint8Array {
		const chunk = new VarintWriter();
		chunk.integer(this.count);
		chunk.append(this.words.take());
		chunk.append(this.places.take());
		this.count = 0;
		this.last = "";
		return chunk.take();
	}
}
