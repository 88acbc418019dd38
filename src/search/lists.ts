/** Sorted lists of places, joined and cut. */

/** All numbers of the lists, ascending, each once. */
export function union(lists: readonly Uint32Array[]): Uint32Array {
	if (lists.length <= 1) return lists[0] ?? new Uint32Array();
	let [all, ...rest] = lists as [Uint32Array, ...Uint32Array[]];
	for (const list of rest) all = unionOfTwo(all, list);
	return all;
}

function unionOfTwo(a: Uint32Array, b: Uint32Array): Uint32Array {
	const all = new Uint32Array(a.length + b.length);
	let length = 0;
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		const x = i < a.length ? (a[i] as number) : Number.POSITIVE_INFINITY;
		const y = j < b.length ? (b[j] as number) : Number.POSITIVE_INFINITY;
		all[length++] = Math.min(x, y);
		if (x <= y) i++;
		if (y <= x) j++;
	}
	return all.subarray(0, length);
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
