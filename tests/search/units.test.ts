import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/base/order.ts";
import {
	type CutSizes,
	cutUnits,
	cutVolumes,
	type Entry,
	type Stretch,
} from "../../src/search/units.ts";

const sizes: CutSizes = {
	unitAtLeast: 2_000,
	unitOneIn: 6,
	unitAtMost: 30_000,
	volumeAtLeast: 60_000,
	volumeAtMost: 150_000,
};

function listOf(count: number, seed: number): Entry[] {
	return Array.from({ length: count }, (_, n) => ({
		id: `${n}-${seed}`,
		characters: Number.parseInt(sha256(`${seed} ${n}`).slice(0, 3), 16) % 1_500,
	}));
}

/** The ids in every unit: what its bytes depend on. */
function contents(list: readonly Entry[]): string[] {
	return cutUnits(list, sizes).map(({ start, end }) =>
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
	test("into units and volumes that hold everything once, in order", () => {
		fc.assert(
			fc.property(fc.nat(400), fc.nat(1_000), (count, seed) => {
				const list = listOf(count, seed);
				const units = cutUnits(list, sizes);
				partition(units, list.length);
				const volumes = cutVolumes(units, sizes);
				partition(volumes, units.length);
				for (const unit of units)
					if (unit.end - unit.start > 1)
						expect(unit.size).toBeLessThanOrEqual(sizes.unitAtMost);
				for (const volume of volumes)
					expect(volume.size).toBeLessThanOrEqual(sizes.volumeAtMost);
			}),
			{ numRuns: 200 },
		);
	});

	test("so that an article added anywhere changes few units", () => {
		fc.assert(
			fc.property(fc.nat(399), fc.nat(1_000), (at, seed) => {
				const list = listOf(400, seed);
				const before = new Set(contents(list));
				const more = [
					...list.slice(0, at),
					{ id: `new ${seed}`, characters: 700 },
					...list.slice(at),
				];
				const changed = contents(more).filter((unit) => !before.has(unit));
				expect(changed.length).toBeLessThanOrEqual(4);
			}),
			{ numRuns: 200 },
		);
	});

	test("into few volumes: the newest articles in small ones", () => {
		const list = listOf(4_000, 5);
		const units = cutUnits(list, sizes);
		const volumes = cutVolumes(units, sizes);
		const total = list.reduce((sum, { characters }) => sum + characters, 0);
		expect(volumes.length).toBeLessThan(total / sizes.volumeAtLeast + 3);
		expect(volumes.at(-1)?.size).toBeLessThan(sizes.volumeAtMost / 2);
	});

	test("an empty list into nothing", () => {
		expect(cutUnits([], sizes)).toEqual([]);
		expect(cutVolumes([], sizes)).toEqual([]);
	});
});
