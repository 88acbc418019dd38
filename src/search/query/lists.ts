/** Sorted lists of places, joined and cut. */
import type { Slices } from "./slices.ts";

/**
 * All numbers of the lists, ascending, each once: lists are joined two by two, or, where they are many
 * and long, written into a set of bits, at the cost of one pass.
 *
 * @param end all numbers are below it.
 */
export async function union(
	lists: readonly Uint32Array[],
	end: number,
	slices: Slices,
): Promise<Uint32Array> {
	let left = lists.filter(({ length }) => length > 0);
	const count = left.reduce((sum, { length }) => sum + length, 0);
	if (count * Math.log2(left.length) > end / 8)
		return await unionByBits(left, end, slices);
	while (left.length > 1) {
		const joined: Uint32Array[] = [];
		for (let n = 0; n < left.length; n += 2) {
			joined.push(unionOfTwo(left[n] as Uint32Array, left[n + 1]));
			if (slices.isDue) await slices.rest();
		}
		left = joined;
	}
	return left[0] ?? new Uint32Array();
}

function unionOfTwo(a: Uint32Array, b: Uint32Array | undefined): Uint32Array {
	if (b === undefined) return a;
	const all = new Uint32Array(a.length + b.length);
	let [length, i, j] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const [x, y] = [a[i] as number, b[j] as number];
		all[length++] = x < y ? x : y;
		if (x <= y) i++;
		if (y <= x) j++;
	}
	all.set(a.subarray(i), length);
	all.set(b.subarray(j), length + a.length - i);
	return all.subarray(0, length + a.length - i + b.length - j);
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
