/** Sorted lists of places, joined and cut. */
import type { Slices } from "./slices.ts";

/** Up to so many numbers are sorted; more are written into a set of bits and read again. */
const mostSorted = 20_000;

/**
 * All numbers of the lists, ascending, each once. Any number of lists costs one pass.
 *
 * @param end all numbers are below it.
 */
export async function union(
	lists: readonly Uint32Array[],
	end: number,
	slices: Slices,
): Promise<Uint32Array> {
	const some = lists.filter(({ length }) => length > 0);
	if (some.length <= 1) return some[0] ?? new Uint32Array();
	const count = some.reduce((sum, { length }) => sum + length, 0);
	return count <= mostSorted
		? sortedUnion(some, count)
		: await unionByBits(some, end, slices);
}

function sortedUnion(
	lists: readonly Uint32Array[],
	count: number,
): Uint32Array {
	const all = new Uint32Array(count);
	let length = 0;
	for (const list of lists) {
		all.set(list, length);
		length += list.length;
	}
	all.sort();
	let kept = 0;
	for (const number of all)
		if (kept === 0 || all[kept - 1] !== number) all[kept++] = number;
	return all.subarray(0, kept);
}

/** Numbers looked at between two looks at the clock. */
const stride = 65_536;

async function unionByBits(
	lists: readonly Uint32Array[],
	end: number,
	slices: Slices,
): Promise<Uint32Array> {
	const bits = new Uint32Array((end >>> 5) + 1);
	let count = 0;
	for (const list of lists)
		for (let from = 0; from < list.length; from += stride) {
			const to = Math.min(from + stride, list.length);
			for (let n = from; n < to; n++) {
				const number = list[n] as number;
				const word = bits[number >>> 5] as number;
				const bit = 1 << (number & 31);
				if ((word & bit) !== 0) continue;
				bits[number >>> 5] = word | bit;
				count++;
			}
			if (slices.isDue) await slices.rest();
		}
	const all = new Uint32Array(count);
	let length = 0;
	for (let from = 0; from < bits.length; from += stride) {
		const to = Math.min(from + stride, bits.length);
		for (let n = from; n < to; n++)
			for (let word = bits[n] as number; word !== 0; word &= word - 1)
				all[length++] = (n << 5) + 31 - Math.clz32(word & -word);
		if (slices.isDue) await slices.rest();
	}
	return all;
}

/** Those numbers of `starts` for which `list` holds the number `offset` further on. */
export function followedBy(
	starts: Uint32Array,
	list: Uint32Array,
	offset: number,
): Uint32Array {
	const kept = new Uint32Array(Math.min(starts.length, list.length));
	let length = 0;
	let at = 0;
	for (const start of starts) {
		at = firstNotBelow(list, start + offset, at);
		if (at === list.length) break;
		if (list[at] === start + offset) kept[length++] = start;
	}
	return kept.subarray(0, length);
}

/** Those numbers of `starts` that are none of `others` plus `offset`. */
export function without(
	starts: Uint32Array,
	others: Uint32Array,
	offset: number,
): Uint32Array {
	let at = 0;
	return starts.filter((start) => {
		at = firstNotBelow(others, start - offset, at);
		return others[at] !== start - offset;
	});
}

/** The numbers of a list, each less by `offset`; those below it are left out. */
export function movedBack(places: Uint32Array, offset: number): Uint32Array {
	if (offset === 0) return places;
	return places
		.subarray(firstNotBelow(places, offset))
		.map((place) => place - offset);
}

/** Where the first number not below `value` stands, looking from `from` on in growing steps. */
export function firstNotBelow(
	list: ArrayLike<number>,
	value: number,
	from = 0,
): number {
	let step = 1;
	let low = from;
	while (low + step < list.length && (list[low + step] as number) < value) {
		low += step;
		step *= 2;
	}
	let high = Math.min(low + step, list.length);
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((list[middle] as number) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
