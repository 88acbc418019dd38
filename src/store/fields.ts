/**
 * Very many short texts in one long one: a note that holds them so is read in a fraction of the time, and two of them are
 * compared without being taken apart.
 */
export interface Fields {
	readonly text: string;
	/** Where each ends; one number where all are of that length. */
	readonly ends: number | readonly number[];
}

export function fieldsOf(texts: readonly string[]): Fields {
	const text = texts.join("");
	const width = texts[0]?.length;
	if (width && texts.every(({ length }) => length === width))
		return { text, ends: width };
	const ends: number[] = [];
	let end = 0;
	for (const { length } of texts) {
		end += length;
		ends.push(end);
	}
	return { text, ends };
}

export function countOf({ text, ends }: Fields): number {
	return typeof ends === "number" ? text.length / ends : ends.length;
}

/** Each of them. */
export function allOf(fields: Fields): string[] {
	const length = countOf(fields);
	return Array.from({ length }, (_, at) => fieldAt(fields, at));
}

/** @param at counted from 0. */
export function fieldAt(fields: Fields, at: number): string {
	return fields.text.slice(endOf(fields, at - 1), endOf(fields, at));
}

/** Where the field ends in the text; 0 for the one before the first. */
function endOf({ ends }: Fields, at: number): number {
	if (typeof ends === "number") return ends * (at + 1);
	return ends[at] ?? 0;
}

/** How many fields at the beginning are the same in both, and how many of the others at the end. */
export function sameFields(
	one: Fields,
	other: Fields,
): { readonly head: number; readonly tail: number } {
	const [a, b] = [one.text, other.text];
	const [countA, countB] = [countOf(one), countOf(other)];
	const most = Math.min(countA, countB);
	const length = Math.min(a.length, b.length);
	const begins = longest(length, (n) => a.slice(0, n) === b.slice(0, n));
	let head = 0;
	for (; head < most; head++) {
		const end = endOf(one, head);
		if (end > begins || end !== endOf(other, head)) break;
	}
	const rest = length - endOf(one, head - 1);
	const from = (text: string, n: number) => text.slice(text.length - n);
	const ends = longest(rest, (n) => from(a, n) === from(b, n));
	let tail = 0;
	for (; tail < most - head; tail++) {
		const size = a.length - endOf(one, countA - tail - 2);
		const otherSize = b.length - endOf(other, countB - tail - 2);
		if (size > ends || size !== otherSize) break;
	}
	return { head, tail };
}

/** The greatest length up to `most` that fits, where every shorter one does. */
function longest(most: number, fits: (length: number) => boolean): number {
	let low = 0;
	let high = most;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (fits(middle)) low = middle;
		else high = middle - 1;
	}
	return low;
}
