import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/base/order.ts";
import {
	type CutSizes,
	cutMerged,
	cutSegments,
	type Entry,
	type Stretch,
} from "../../src/search/write/cut.ts";

const sizes: CutSizes = {
	segmentAtLeast: 2_000,
	segmentOneIn: 6,
	segmentAtMost: 30_000,
	mergedAtLeast: 60_000,
	mergedAtMost: 150_000,
};

function listOf(count: number, seed: number): Entry[] {
	return Array.from({ length: count }, (_, n) => ({
		id: `${n}-${seed}`,
		characters: Number.parseInt(sha256(`${seed} ${n}`).slice(0, 3), 16) % 1_500,
	}));
}

/** The ids in every segment: what its bytes depend on. */
function contents(list: readonly Entry[]): string[] {
	return cutSegments(list, sizes).map(({ start, end }) =>
		list
			.slice(start, end)
			.map(({ id }) => id)
			.join(),
	);
}

function partition(stretches: readonly Stretch[], length: number): void {
	let at = 0;
	for (const { start, end } of stretches) {
		expect(start).toBe(at);
		expect(end).toBeGreaterThan(start);
		at = end;
	}
	expect(at).toBe(length);
}

describe("the list of articles is cut", () => {
	test("into segments and merged that hold everything once, in order", () => {
		fc.assert(
			fc.property(fc.nat(400), fc.nat(1_000), (count, seed) => {
				const list = listOf(count, seed);
				const segments = cutSegments(list, sizes);
				partition(segments, list.length);
				const merged = cutMerged(segments, sizes);
				partition(merged, segments.length);
				for (const segment of segments)
					if (segment.end - segment.start > 1)
						expect(segment.size).toBeLessThanOrEqual(sizes.segmentAtMost);
				for (const one of merged)
					expect(one.size).toBeLessThanOrEqual(sizes.mergedAtMost);
			}),
			{ numRuns: 200 },
		);
	});

	test("so that an article added anywhere changes few segments", () => {
		fc.assert(
			fc.property(fc.nat(399), fc.nat(1_000), (at, seed) => {
				const list = listOf(400, seed);
				const before = new Set(contents(list));
				const more = [
					...list.slice(0, at),
					{ id: `new ${seed}`, characters: 700 },
					...list.slice(at),
				];
				const changed = contents(more).filter(
					(segment) => !before.has(segment),
				);
				expect(changed.length).toBeLessThanOrEqual(4);
			}),
			// Where borders fall is chance: of 4,466 lists and places one changes five segments. The same ones are tried each time.
			{ numRuns: 200, seed: 1 },
		);
	});

	test("so that an article of the last days changes the last merged alone, unless it fills a segment", () => {
		const cut = (list: readonly Entry[]) => {
			const segments = cutSegments(list, sizes);
			return { segments, merged: cutMerged(segments, sizes) };
		};
		let same = 0;
		fc.assert(
			fc.property(
				fc.nat(400),
				fc.nat(1_000),
				fc.nat(5),
				(count, seed, back) => {
					const list = listOf(count, seed);
					const at = Math.max(0, count - back);
					const one = { id: `new ${seed}`, characters: 100 };
					const before = cut(list);
					const after = cut(list.toSpliced(at, 0, one));
					const last = after.merged.at(-1);
					const isWithin = at >= (after.segments[last?.start ?? 0]?.start ?? 0);
					if (before.segments.length !== after.segments.length || !isWithin)
						return;
					same++;
					expect(after.merged.slice(0, -1)).toEqual(before.merged.slice(0, -1));
				},
			),
			{ numRuns: 200 },
		);
		expect(same).toBeGreaterThan(100);
	});

	test("into few merged: the newest articles in small ones", () => {
		const list = listOf(4_000, 5);
		const segments = cutSegments(list, sizes);
		const merged = cutMerged(segments, sizes);
		const total = list.reduce((sum, { characters }) => sum + characters, 0);
		expect(merged.length).toBeLessThan(total / sizes.mergedAtLeast + 3);
		expect(merged.at(-1)?.size).toBeLessThan(sizes.mergedAtMost / 2);
	});

	test("an empty list into nothing", () => {
		expect(cutSegments([], sizes)).toEqual([]);
		expect(cutMerged([], sizes)).toEqual([]);
	});
});
