/** Which texts of a page are those of its main block, when all that is known of the block is what it reads like. */

/** Texts at least so long are looked for anywhere; shorter ones only between them. */
const telling = 12;

/**
 * Find the texts of a page in the text of its main block: long ones in the order in which they stand in both (the heaviest
 * such order, so that a teaser that repeats the text of the article does not take its place), short ones between them, and then
 * long ones that the block has elsewhere.
 *
 * @param texts of the page's text nodes, in document order.
 * @param block what the main block reads like.
 * @returns for each text whether it is part of the block; `undefined` for one of white space alone.
 */
export function keptTexts(
	texts: readonly string[],
	block: string,
): (boolean | undefined)[] {
	const bare = texts.map(letters);
	const whole = letters(block);
	const kept: (boolean | undefined)[] = bare.map((text) =>
		text === "" ? undefined : false,
	);
	const anchors = heaviestOrder(anchorsOf(bare, whole));
	for (const { index } of anchors) kept[index] = true;
	fillGaps(bare, whole, anchors, kept);
	takeStrays(bare, whole, anchors, kept);
	return kept;
}

/** What two ways to write the same text have in common. */
function letters(text: string): string {
	return text
		.normalize("NFKC")
		.replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g, "");
}

interface Anchor {
	readonly index: number;
	readonly at: number;
	readonly length: number;
}

/**
 * Places in the block of long texts: the next one behind the place of the text before, else the first. Most texts of a block
 * follow upon each other, and are found at once; of a text that is not there, the whole block is looked through.
 */
function anchorsOf(bare: readonly string[], whole: string): Anchor[] {
	const anchors: Anchor[] = [];
	let cursor = 0;
	bare.forEach((text, index) => {
		if (text.length < telling) return;
		const next = whole.indexOf(text, cursor);
		const at = next === -1 && cursor > 0 ? whole.indexOf(text) : next;
		if (at === -1) return;
		anchors.push({ index, at, length: text.length });
		cursor = at + text.length;
	});
	return anchors;
}

/** The row of anchors, rising in both orders without overlap, that covers most of the block. */
function heaviestOrder(anchors: readonly Anchor[]): readonly Anchor[] {
	const ends = [...new Set(anchors.map(({ at, length }) => at + length))].sort(
		(a, b) => a - b,
	);
	/** Fenwick tree: of all rows that end at or before a place the heaviest. */
	const best: (Row | undefined)[] = new Array(ends.length + 1);
	let heaviest: Row | undefined;
	for (const anchor of anchors) {
		let before: Row | undefined;
		for (let i = countUpTo(ends, anchor.at); i > 0; i -= i & -i)
			if ((best[i]?.weight ?? 0) > (before?.weight ?? 0)) before = best[i];
		const weight = (before?.weight ?? 0) + anchor.length;
		const row: Row = { anchor, before, weight };
		const rank = countUpTo(ends, anchor.at + anchor.length);
		for (let i = rank; i < best.length; i += i & -i)
			// Of two rows of one weight the later is nearer to what follows.
			if ((best[i]?.weight ?? 0) <= weight) best[i] = row;
		if (weight > (heaviest?.weight ?? 0)) heaviest = row;
	}
	const order: Anchor[] = [];
	for (let row = heaviest; row; row = row.before) order.push(row.anchor);
	return order.reverse();
}

interface Row {
	readonly anchor: Anchor;
	readonly before: Row | undefined;
	readonly weight: number;
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Texts between two anchors are kept when they stand between them in the block too. */
function fillGaps(
	bare: readonly string[],
	whole: string,
	anchors: readonly Anchor[],
	kept: (boolean | undefined)[],
): void {
	let index = 0;
	let at = 0;
	for (const anchor of [
		...anchors,
		{ index: bare.length, at: whole.length, length: 0 },
	]) {
		const gap = whole.slice(at, anchor.at);
		let place = 0;
		for (; index < anchor.index; index++) {
			const text = bare[index] ?? "";
			if (text === "" || gap.length === place) continue;
			// What is kept of a page follows upon another; a little may have been added in between.
			const reach = text.length < 4 ? 2 : 60;
			const found = gap.slice(place, place + reach + text.length).indexOf(text);
			if (found === -1) continue;
			kept[index] = true;
			place += found + text.length;
		}
		index = anchor.index + 1;
		at = anchor.at + anchor.length;
	}
}

/** Long texts that the block has in another order (notes that were gathered at its end). */
function takeStrays(
	bare: readonly string[],
	whole: string,
	anchors: readonly Anchor[],
	kept: (boolean | undefined)[],
): void {
	let rest = "";
	let at = 0;
	for (const anchor of anchors) {
		rest += `${whole.slice(at, anchor.at)}\n`;
		at = anchor.at + anchor.length;
	}
	rest += whole.slice(at);
	bare.forEach((text, index) => {
		if (kept[index] !== false || text.length < telling) return;
		const found = rest.indexOf(text);
		if (found === -1) return;
		kept[index] = true;
		rest = `${rest.slice(0, found)}\n${rest.slice(found + text.length)}`;
	});
}
