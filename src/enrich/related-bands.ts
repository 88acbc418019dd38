/** Which of many signatures agree in several numbers side by side, so that not all must be compared with all. */
import { bins, empty } from "./signature.ts";

/** Numbers that must agree together for two texts to be compared at all. */
const bandRows = 3;
const bands = Math.floor(bins / bandRows);

/**
 * Every band that several articles share, as the articles' places in ascending order, at least two. A band with an
 * empty bin tells nothing and is left out.
 *
 * Almost every band stands alone, and an archive has 42 an article. So small tables say first, by their hash alone,
 * which of them are worth a closer look: those whose hash came twice, or those that are wanted.
 *
 * @param all bins of the articles, one after another.
 * @param among where it is given, only bands with one of these in them are wanted; a band without one may come too.
 */
export function* sharedBands(
	all: Uint16Array,
	among?: ReadonlySet<number>,
): Generator<readonly number[]> {
	if (among?.size === 0) return;
	const table = new BandTable(all);
	const candidates = among ? wantedBands(all, among) : repeatedBands(all);
	let row = 0;
	for (const places of candidates) {
		table.fill(places, row);
		yield* table.take();
		row += bandRows;
	}
}

/** For each band in turn, the places of all articles whose first number in it ends like that of one of `among`. */
function wantedBands(
	all: Uint16Array,
	among: ReadonlySet<number>,
): readonly (readonly number[])[] {
	// Roomy: what falls on a wanted slot by chance costs more than the room.
	const slots = powerOfTwo(Math.min(Math.max(among.size * 16, 2047), 0xffff));
	const wanted = new Uint8Array(slots * bands);
	for (const place of among)
		for (let band = 0; band < bands; band++)
			wanted[slotOf(all, place, band, slots)] = 1;
	const candidates = Array.from({ length: bands }, (): number[] => []);
	const articles = all.length / bins;
	for (let place = 0; place < articles; place++) {
		let band = nextWanted(all, place, 0, wanted);
		for (; band < bands; band = nextWanted(all, place, band + 1, wanted))
			(candidates[band] as number[]).push(place);
	}
	return candidates;
}

/** The first band of an article from `band` on that may be a wanted one. Most articles have none: hence no list. */
function nextWanted(
	all: Uint16Array,
	place: number,
	band: number,
	wanted: Uint8Array,
): number {
	const slots = wanted.length / bands;
	let next = band;
	while (next < bands && wanted[slotOf(all, place, next, slots)] !== 1) next++;
	return next;
}

function slotOf(
	all: Uint16Array,
	place: number,
	band: number,
	slots: number,
): number {
	const first = all[place * bins + band * bandRows] as number;
	return band * slots + (first & (slots - 1));
}

/** For each band in turn, the places of all articles whose hash is that of another one, too. */
function* repeatedBands(all: Uint16Array): Generator<readonly number[]> {
	const articles = all.length / bins;
	const hashes = hashesOf(all);
	const counts = new Uint8Array(powerOfTwo(articles * 8));
	for (let band = 0; band < bands; band++) {
		yield repeatedIn(
			hashes.subarray(band * articles, (band + 1) * articles),
			counts,
		);
		counts.fill(0);
	}
}

/** @param counts all 0; by the end of a hash: how often it came, 2 at most. */
function repeatedIn(hashes: Int32Array, counts: Uint8Array): readonly number[] {
	const mask = counts.length - 1;
	for (let place = 0; place < hashes.length; place++) {
		const slot = (hashes[place] as number) & mask;
		const count = counts[slot] as number;
		if (count < 2) counts[slot] = count + 1;
	}
	const places: number[] = [];
	for (let place = 0; place < hashes.length; place++)
		if (counts[(hashes[place] as number) & mask] === 2) places.push(place);
	return places;
}

/** The hashes of all articles, those of one band side by side: memory is quick when it is read in its own order. */
function hashesOf(all: Uint16Array): Int32Array {
	const articles = all.length / bins;
	const hashes = new Int32Array(bands * articles);
	for (let place = 0; place < articles; place++)
		for (let band = 0; band < bands; band++)
			hashes[band * articles + place] = hashAt(all, place, band);
	return hashes;
}

function hashAt(all: Uint16Array, place: number, band: number): number {
	const at = place * bins + band * bandRows;
	const first = ((all[at] as number) << 16) | (all[at + 1] as number);
	const third = Math.imul(all[at + 2] as number, 0x85ebca6b);
	const mixed = Math.imul(first ^ third, 0x9e3779b1);
	return mixed ^ (mixed >>> 15);
}

function powerOfTwo(atLeast: number): number {
	return 2 ** Math.ceil(Math.log2(atLeast + 1));
}

/** Articles by what stands in one band. A map of lists does the same in many times the time. */
class BandTable {
	readonly #all: Uint16Array;
	readonly #mask: number;
	/** By slot, the last article of its band and 1; 0 where the slot is free. */
	readonly #last: Int32Array;
	/** By article, the one before it in its band and 1. */
	readonly #before: Int32Array;
	/** Slots in use; of those, the ones of bands with more than one article, in the order in which the second came. */
	#used: number[] = [];
	#shared: number[] = [];

	constructor(all: Uint16Array) {
		const articles = all.length / bins;
		const slots = powerOfTwo(articles * 2);
		this.#all = all;
		this.#mask = slots - 1;
		this.#last = new Int32Array(slots);
		this.#before = new Int32Array(articles);
	}

	/** Add the articles at `places`, which ascend, by their band that begins at `row`. */
	fill(places: readonly number[], row: number): void {
		const all = this.#all;
		for (const place of places) {
			const at = place * bins + row;
			const x = all[at] as number;
			const y = all[at + 1] as number;
			const z = all[at + 2] as number;
			if (x === empty || y === empty || z === empty) continue;
			let slot = hashAt(all, place, row / bandRows) & this.#mask;
			let last = this.#last[slot] as number;
			for (; last !== 0; last = this.#last[slot] as number) {
				const other = (last - 1) * bins + row;
				if (all[other] === x && all[other + 1] === y && all[other + 2] === z)
					break;
				slot = (slot + 1) & this.#mask;
			}
			if (last === 0) this.#used.push(slot);
			else if (this.#before[last - 1] === 0) this.#shared.push(slot);
			this.#before[place] = last;
			this.#last[slot] = place + 1;
		}
	}

	/** The articles of each band that several share, in the order in which they came; the table is empty then. */
	*take(): Generator<readonly number[]> {
		for (const slot of this.#shared) {
			const members: number[] = [];
			let at = this.#last[slot] as number;
			for (; at !== 0; at = this.#before[at - 1] as number)
				members.push(at - 1);
			yield members.reverse();
		}
		for (const slot of this.#used) this.#last[slot] = 0;
		this.#used = [];
		this.#shared = [];
		this.#before.fill(0);
	}
}
