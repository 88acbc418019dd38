/** Words of a merged segment → the files that {@link WordFiles} tells of. */
import { ChunkWriter } from "../chunk.ts";
import {
	fileBytes,
	pathOfWords,
	spread,
	type WordFileKind,
	type WordFiles,
} from "../word-files.ts";
import { baseOf } from "../words.ts";
import type { PairPlaces, TokenGroup } from "./pairs.ts";

/** Takes the path of a file below its folder and its bytes before packing. */
export type Put = (path: string, bytes: Uint8Array) => void;

/** Bytes of so many places of a word, about: most steps from one to the next take two. */
export function bytesOfPlaces(count: number): number {
	return 2 * count;
}

export class WordsWriter {
	private readonly put: Put;
	private readonly chunk = new ChunkWriter();
	/** A file of letters that is not full yet. */
	private readonly open = new ChunkWriter();
	private readonly written = { signs: 0, shared: 0, letters: 0, alone: 0 };
	private readonly signs: string[] = [];
	private readonly files: number[] = [];
	private readonly shared: PairPlaces[][];
	private readonly letters: string[] = [];
	private readonly alone: [base: string, bytes: number][] = [];

	/** @param groups all whose words will be added, ascending. */
	constructor(groups: readonly TokenGroup[], put: Put) {
		this.put = put;
		const ofRareSigns = groups
			.filter(({ isSign }) => isSign)
			.map(({ count }) => bytesOfPlaces(count))
			.filter((bytes) => bytes <= fileBytes)
			.reduce((sum, bytes) => sum + bytes, 0);
		this.shared = emptyLists(Math.ceil(ofRareSigns / fileBytes));
	}

	/** @param pairs of the group, ascending. */
	add({ code, isSign, count }: TokenGroup, pairs: readonly PairPlaces[]): void {
		const spellings = byBase(pairs);
		if (isSign && bytesOfPlaces(count) <= fileBytes) {
			this.shared[spread(code, this.shared.length)]?.push(...pairs);
			return;
		}
		const left = spellings.filter(({ base, bytes, pairs }) => {
			if (bytes <= fileBytes) return true;
			this.alone.push([base, bytes]);
			this.write("alone", pairs);
			return false;
		});
		if (isSign) this.addSign(code, left);
		else for (const word of left) this.addLetters(word);
	}

	private addSign(code: string, words: readonly Spellings[]): void {
		const bytes = words.reduce((sum, { bytes }) => sum + bytes, 0);
		const files = emptyLists(Math.max(1, Math.ceil(bytes / fileBytes)));
		for (const { base, pairs } of words)
			files[spread(base, files.length)]?.push(...pairs);
		this.signs.push(code);
		this.files.push(files.length);
		for (const pairs of files) this.write("signs", pairs);
	}

	private addLetters({ base, bytes, pairs }: Spellings): void {
		if (this.open.length + bytes > fileBytes) this.endLetters();
		if (this.open.count === 0) this.letters.push(base);
		fill(this.open, pairs);
	}

	private endLetters(): void {
		if (this.open.count > 0) this.write("letters", [], this.open);
	}

	private write(
		kind: WordFileKind,
		pairs: readonly PairPlaces[],
		chunk = this.chunk,
	): void {
		fill(chunk, pairs);
		this.put(pathOfWords(kind, this.written[kind]++), chunk.take());
	}

	/** Write what is left. */
	finish(): WordFiles {
		this.endLetters();
		for (const pairs of this.shared) this.write("shared", pairs);
		const { signs, files, letters, alone } = this;
		return { signs, files, shared: this.shared.length, letters, alone };
	}
}

/** All spellings of a word. */
interface Spellings {
	readonly base: string;
	readonly bytes: number;
	readonly pairs: readonly PairPlaces[];
}

function byBase(pairs: readonly PairPlaces[]): Spellings[] {
	const found: { base: string; bytes: number; pairs: PairPlaces[] }[] = [];
	for (const pair of pairs) {
		const base = baseOf(pair.word);
		const bytes = bytesOfPlaces(pair.to - pair.from);
		const last = found.at(-1);
		if (last?.base === base) {
			last.bytes += bytes;
			last.pairs.push(pair);
		} else found.push({ base, bytes, pairs: [pair] });
	}
	return found;
}

function fill(chunk: ChunkWriter, pairs: readonly PairPlaces[]): void {
	for (const { word, places, from, to } of pairs)
		chunk.add(word, places, from, to);
}

function emptyLists(count: number): PairPlaces[][] {
	return Array.from({ length: count }, () => []);
}
