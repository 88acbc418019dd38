/**
 * How the list of articles is cut. Both cuts depend on the list alone, so that a warm build equals
 * a clean one, and both are made where the content says (by the hash of an id), so that an article
 * added anywhere moves the borders next to it and no others.
 *
 * A segment is what is indexed at once: small, so that a new article costs little and memory is
 * bounded. A merged segment is what a reader's browser asks: large, so that a query needs few
 * requests; the newest articles lie in a small one, so that adding to them is cheap.
 */

import { sha256 } from "../../base/order.ts";
import type { Card } from "../../domain/manifest.ts";

/** What the cutting needs of an article. */
export type Entry = Pick<Card, "id" | "characters">;

/** Sizes in characters of text. */
export interface CutSizes {
	/** A segment may end once it holds this much. */
	readonly segmentAtLeast: number;
	/** One article in so many ends its segment. */
	readonly segmentOneIn: number;
	/** A segment ends before it would hold more. */
	readonly segmentAtMost: number;
	/** A merged segment may end once it holds this much; the two last are smaller. */
	readonly mergedAtLeast: number;
	readonly mergedAtMost: number;
}

export const standardSizes: CutSizes = {
	segmentAtLeast: 200_000,
	segmentOneIn: 24,
	segmentAtMost: 900_000,
	mergedAtLeast: 26_000_000,
	mergedAtMost: 52_000_000,
};

/** A stretch of the list: from `start` (counted from 0) up to, not including, `end`. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
	/** Characters of text. */
	readonly size: number;
	/** How rare its border is: 0 is any, each step four times rarer. */
	readonly rank: number;
}

/** Cut the list, oldest first, into segments. */
export function cutSegments(
	list: readonly Entry[],
	sizes: CutSizes = standardSizes,
): Stretch[] {
	const segments: Stretch[] = [];
	let start = 0;
	let size = 0;
	for (const [i, { id, characters }] of list.entries()) {
		if (i > start && size + characters > sizes.segmentAtMost) {
			segments.push({
				start,
				end: i,
				size,
				rank: rankOf(list[i - 1]?.id ?? ""),
			});
			start = i;
			size = 0;
		}
		size += characters;
		if (size < sizes.segmentAtLeast) continue;
		const chance = Number.parseInt(sha256(id).slice(0, 8), 16);
		if (chance % sizes.segmentOneIn === 0) {
			segments.push({ start, end: i + 1, size, rank: rankOf(id) });
			start = i + 1;
			size = 0;
		}
	}
	if (start < list.length)
		segments.push({ start, end: list.length, size, rank: 0 });
	return segments;
}

/** How rare the border of a segment must be to end a merged one, too. */
const mergedRank = 2;
/** Segments of the newest articles, which are joined apart from the others: those of the last days fall into them. */
const newest = 2;

/** Group segments into merged ones; `start` and `end` count segments. */
export function cutMerged(
	segments: readonly Stretch[],
	{ mergedAtLeast, mergedAtMost }: CutSizes = standardSizes,
): Stretch[] {
	const merged: Stretch[] = [];
	let start = 0;
	let size = 0;
	for (const [n, segment] of segments.entries()) {
		const end = n + 1;
		size += segment.size;
		const next = segments[end]?.size ?? 0;
		const isFull =
			(size >= mergedAtLeast && segment.rank >= mergedRank) ||
			size + next > mergedAtMost;
		if (!isFull && end !== segments.length - newest && end !== segments.length)
			continue;
		merged.push({ start, end, size, rank: segment.rank });
		start = end;
		size = 0;
	}
	return merged;
}

/** Quarters of the remaining hash: each zero pair of bits makes the border rarer. */
function rankOf(id: string): number {
	let bits = Number.parseInt(sha256(id).slice(8, 16), 16);
	let rank = 0;
	while (rank < 4 && bits % 4 === 0) {
		bits = Math.floor(bits / 4);
		rank++;
	}
	return rank;
}

/** The first article of a stretch of segments, and the one behind its last. */
export function boundsOf(
	{ start, end }: Stretch,
	segments: readonly Stretch[],
): [start: number, end: number] {
	return [segments[start]?.start ?? 0, segments[end - 1]?.end ?? 0];
}
