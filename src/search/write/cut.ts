/**
 * How the list of articles is cut. Both cuts depend on the list alone, so that a warm build equals
 * a clean one, and both are made where the content says (by the hash of an id), so that an article
 * added anywhere moves the borders next to it and no others.
 *
 * A segment is what is indexed at once: small, so that a new article costs little and memory is
 * bounded. A merged segment is what a reader's browser asks: large, so that a query needs few
 * requests; the newest articles lie in smaller ones, so that adding to them is cheap, and the last
 * segment, into which today's articles go, stays alone.
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
	/** A merged segment may end once it holds this much; the newest are smaller. */
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

/** How large merged segments get, as shares of {@link CutSizes}, and how rare a border must be to end one. */
interface Kind {
	readonly atLeast: number;
	readonly atMost: number;
	readonly rank: number;
}

const large: Kind = { atLeast: 1, atMost: 1, rank: 2 };
/** Of the newest but the last segment: made anew each time another segment is full. */
const newest: Kind = { atLeast: 1 / 16, atMost: 1 / 8, rank: 1 };

/** Group segments into merged ones; `start` and `end` count segments. */
export function cutMerged(
	segments: readonly Stretch[],
	sizes: CutSizes = standardSizes,
): Stretch[] {
	const full = segments.slice(0, -1);
	const ends = endsIn(full, 0, large, sizes);
	const rest = ends.at(-1) ?? 0;
	// Between the large ones and the newest everything is one: every merged segment is asked.
	const middle = endsIn(full, rest, newest, sizes).at(-1) ?? rest;
	let start = 0;
	return [...ends, middle, full.length, segments.length].flatMap((end) => {
		const within = segments.slice(start, end);
		const size = within.reduce((sum, one) => sum + one.size, 0);
		const merged = { start, end, size, rank: within.at(-1)?.rank ?? 0 };
		start = end;
		return within.length === 0 ? [] : [merged];
	});
}

/** Where groups of the segments from the one at `from` on end; those behind the last may be joined by more. */
function endsIn(
	segments: readonly Stretch[],
	from: number,
	kind: Kind,
	sizes: CutSizes,
): number[] {
	const atLeast = sizes.mergedAtLeast * kind.atLeast;
	const atMost = sizes.mergedAtMost * kind.atMost;
	const ends: number[] = [];
	let size = 0;
	for (let at = from; at < segments.length; at++) {
		const { size: own, rank } = segments[at] as Stretch;
		size += own;
		const next = segments[at + 1]?.size ?? 0;
		const mayEnd = size >= atLeast && rank >= kind.rank;
		if (!mayEnd && size + next <= atMost) continue;
		ends.push(at + 1);
		size = 0;
	}
	return ends;
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
