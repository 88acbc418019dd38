/** A few of the damaged files of `npm run fuzz`, which reads twenty thousand. */
import { expect, test } from "vitest";
import { fuzz } from "../../scripts/fuzz/fuzz.ts";

test("damaged files of every kind throw nothing, lose nothing and keep to the policy", async () => {
	const told: string[] = [];
	const figures = await fuzz({
		files: Number(process.env.RUNS ?? 200),
		seed: 7,
		onFault: ({ number, kind, fault, what }) =>
			told.push(`${number} (${kind}): ${fault}: ${what}`),
	});
	expect(told).toEqual([]);
	expect(figures.kinds.size).toBeGreaterThan(20);
	expect(figures.articles).toBeGreaterThan(100);
	expect(figures.marks).toBeGreaterThan(500);
}, 300_000);
