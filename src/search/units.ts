/**
 * How the list of articles is cut. Both cuts depend on the list alone, so that a warm build equals
 * a clean one, and both are made where the content says (by the hash of an id), so that an article
 * added anywhere moves the borders next to it and no others.
 *
 * A unit is what is indexed at once: small, so that a new article costs little and memory is bounded.
 * A volume is what a reader's browser asks: large, so that a query needs few requests; the newest
 * articles lie in smaller ones, so that adding to them is cheap.
 */
import type { Card } from "../domain/manifest.ts";
import { sha256 } from "../domain/order.ts";

/** What the cutting needs of an article. */
export type Entry = Pick<Card, "id" | "characters">;

/** Sizes in characters of text. */
export interface CutSizes {
	/** A unit may end once it holds this much. */
	readonly unitAtLeast: number;
	/** One article in so many ends its unit. */
	readonly unitOneIn: number;
	/** A unit ends before it would hold more. */
	readonly unitAtMost: number;
	/** A volume may end once it holds this much; a quarter of it makes the newest volumes. */
	readonly volumeAtLeast: number;
	readonly volumeAtMost: number;
}

export const standardSizes: CutSizes = {
	unitAtLeast: 200_000,
	unitOneIn: 24,
	unitAtMost: 900_000,
	volumeAtLeast: 26_000_000,
	volumeAtMost: 52_000_000,
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

/** Cut the list, oldest first, into units. */
export function cutUnits(
	list: readonly Entry[],
	sizes: CutSizes = standardSizes,
): Stretch[] {
	const units: Stretch[] = [];
	let start = 0;
	let size = 0;
	for (const [i, { id, characters }] of list.entries()) {
		if (i > start && size + characters > sizes.unitAtMost) {
			units.push({ start, end: i, size, rank: rankOf(list[i - 1]?.id ?? "") });
			start = i;
			size = 0;
		}
		size += characters;
		if (size < sizes.unitAtLeast) continue;
		const chance = Number.parseInt(sha256(id).slice(0, 8), 16);
		if (chance % sizes.unitOneIn === 0) {
			units.push({ start, end: i + 1, size, rank: rankOf(id) });
			start = i + 1;
			size = 0;
		}
	}
	if (start < list.length)
		units.push({ start, end: list.length, size, rank: 0 });
	return units;
}

/** Group units into volumes; `start` and `end` count units. */
export function cutVolumes(
	units: readonly Stretch[],
	sizes: CutSizes = standardSizes,
): Stretch[] {
	const volumes = group(units, 0, sizes.volumeAtLeast, sizes.volumeAtMost, 2);
	const last = volumes.pop();
	if (!last) return [];
	const closed = last.rank >= 2 && last.size >= sizes.volumeAtLeast;
	if (closed) return [...volumes, last];
	// What follows the last large volume: one of middle size, and the newest.
	const rest = group(
		units.slice(last.start),
		last.start,
		sizes.volumeAtLeast / 4,
		sizes.volumeAtMost / 2,
		1,
	);
	const newest = rest.pop() as Stretch;
	const middle = rest.length === 0 ? [] : [join(rest)];
	return [...volumes, ...middle, newest];
}

function group(
	units: readonly Stretch[],
	offset: number,
	atLeast: number,
	atMost: number,
	rank: number,
): Stretch[] {
	const groups: Stretch[] = [];
	let start = 0;
	let size = 0;
	for (const [i, unit] of units.entries()) {
		size += unit.size;
		const next = units[i + 1]?.size ?? 0;
		const ends =
			i === units.length - 1 ||
			(size >= atLeast && unit.rank >= rank) ||
			size + next > atMost;
		if (!ends) continue;
		groups.push({
			start: offset + start,
			end: offset + i + 1,
			size,
			rank: unit.rank,
		});
		start = i + 1;
		size = 0;
	}
	return groups;
}

function join(stretches: readonly Stretch[]): Stretch {
	return {
		start: stretches[0]?.start ?? 0,
		end: stretches.at(-1)?.end ?? 0,
		size: stretches.reduce((sum, { size }) => sum + size, 0),
		rank: stretches.at(-1)?.rank ?? 0,
	};
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
