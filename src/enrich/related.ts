/** The same story in several outlets, found by the signatures of their texts. */
import { byCodePoint } from "../domain/order.ts";
import {
	alikeness,
	type Bins,
	bins,
	binsOf,
	empty,
	type Signature,
} from "./signature.ts";

/** Numbers that must agree together for two texts to be compared at all. */
const bandRows = 3;
/** Share of common pieces from which on two texts tell the same story. */
const likeness = 0.3;
/** So many neighbours at most, the most alike first. */
const mostRelated = 8;
/** In a crowd of texts with the same band each is compared with so many next ones only. */
const crowd = 48;

/** An article that can be compared. */
interface Signed {
	readonly id: string;
	readonly bins: Bins;
	/** Those it was compared with, by their place in the list → how alike they are. */
	compared?: Map<number, number>;
}

/**
 * For every article its neighbours, most alike first, ties by id. Time grows with the number of
 * articles, not with its square: only texts that agree in a band of numbers are compared.
 *
 * @param signed articles to relate, revisions and duplicates left out; the order does not matter.
 * @returns only articles that have a neighbour.
 */
export function relate(
	signed: readonly { readonly id: string; readonly signature: Signature }[],
): ReadonlyMap<string, readonly string[]> {
	const articles = signed
		.filter(({ signature }) => signature !== "")
		.map(({ id, signature }): Signed => ({ id, bins: binsOf(signature) }))
		.sort((a, b) => byCodePoint(a.id, b.id));
	const table = new BandTable(articles.length);
	for (let row = 0; row + bandRows <= bins; row += bandRows) {
		for (const { bins: own } of articles) table.count(own, row);
		articles.forEach(({ bins: own }, index) => {
			table.add(own, row, index);
		});
		for (const members of table.take()) compareAll(members, articles);
	}
	return new Map(
		articles.flatMap(({ id, compared }): [string, readonly string[]][] => {
			if (!compared) return [];
			const neighbours = [...compared]
				.filter(([, alike]) => alike >= likeness)
				.sort(([a, alikeA], [b, alikeB]) => alikeB - alikeA || a - b)
				.slice(0, mostRelated)
				.map(([other]) => articles[other]?.id ?? "");
			return neighbours.length === 0 ? [] : [[id, neighbours]];
		}),
	);
}

/**
 * Articles by what stands in one band. A map of lists does the same in many times the time: almost every band stands
 * alone, and an archive has 42 an article. So they are counted first, in a small table by their hash alone, and
 * only those are looked at more closely whose hash came twice.
 */
class BandTable {
	/** By the end of a band's hash: how many bands were counted, 2 at most. */
	readonly #counts: Uint8Array;
	readonly #mask: number;
	/** By slot, the first two numbers of its band, and the third. */
	readonly #firsts: Int32Array;
	readonly #thirds: Uint16Array;
	/** By slot, the last article of the band and 1; 0 where the slot is free. */
	readonly #last: Int32Array;
	/** By article, the one before it in its band and 1. */
	readonly #before: Int32Array;
	/** Slots in use; of those, the ones of bands with more than one article, in the order in which the second came. */
	#used: number[] = [];
	#shared: number[] = [];

	constructor(articles: number) {
		const slots = 2 ** Math.ceil(Math.log2(articles * 2 + 2));
		this.#counts = new Uint8Array(slots * 4);
		this.#mask = slots - 1;
		this.#firsts = new Int32Array(slots);
		this.#thirds = new Uint16Array(slots);
		this.#last = new Int32Array(slots);
		this.#before = new Int32Array(articles);
	}

	/** Count the band that begins at `row`; all of them, before any is added. */
	count(own: Bins, row: number): void {
		const counts = this.#counts;
		const at = hashOfBand(own, row) & (counts.length - 1);
		const count = counts[at] as number;
		if (count < 2) counts[at] = count + 1;
	}

	/** Add an article by the band that begins at `row`, if it may share it. */
	add(own: Bins, row: number, article: number): void {
		const hash = hashOfBand(own, row);
		const counts = this.#counts;
		if ((counts[hash & (counts.length - 1)] as number) < 2) return;
		const x = own[row] as number;
		const y = own[row + 1] as number;
		const z = own[row + 2] as number;
		// A band with an empty bin tells nothing.
		if (x === empty || y === empty || z === empty) return;
		const first = (x << 16) | y;
		let slot = hash & this.#mask;
		while (
			this.#last[slot] !== 0 &&
			(this.#firsts[slot] !== first || this.#thirds[slot] !== z)
		)
			slot = (slot + 1) & this.#mask;
		const before = this.#last[slot] as number;
		if (before === 0) this.#used.push(slot);
		else if (this.#before[before - 1] === 0) this.#shared.push(slot);
		this.#firsts[slot] = first;
		this.#thirds[slot] = z;
		this.#before[article] = before;
		this.#last[slot] = article + 1;
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
		this.#counts.fill(0);
	}
}

function hashOfBand(own: Bins, row: number): number {
	const first = ((own[row] as number) << 16) | (own[row + 1] as number);
	const third = Math.imul(own[row + 2] as number, 0x85ebca6b);
	const mixed = Math.imul(first ^ third, 0x9e3779b1);
	return mixed ^ (mixed >>> 15);
}

function compareAll(
	members: readonly number[],
	articles: readonly Signed[],
): void {
	for (let i = 0; i < members.length; i++) {
		const a = members[i] as number;
		const one = articles[a] as Signed;
		for (let j = i + 1; j < Math.min(members.length, i + 1 + crowd); j++) {
			const b = members[j] as number;
			if (one.compared?.has(b)) continue;
			const other = articles[b] as Signed;
			const alike = alikeness(one.bins, other.bins);
			one.compared = (one.compared ?? new Map()).set(b, alike);
			other.compared = (other.compared ?? new Map()).set(a, alike);
		}
	}
}
