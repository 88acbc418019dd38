/**
 * What hostile shapes cost at n, 2n and 4n: reading a file, or a paragraph for the timeline, may not cost more than its length.
 *
 *     npm run bench:linear -- [--only TEXT] [--part 1/1] [--all]
 *
 * Processor time, the least of several tries. Exit code 1 when the cost of a shape grows with a power above 1.3.
 */
import { growthOf, mostExponent } from "./linear/measure.ts";
import { readingShapes } from "./linear/reading-shapes.ts";
import { timelineShapes } from "./linear/timeline-shapes.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run bench:linear -- [options]: how the cost of hostile shapes grows with their length; exit 1 above a power of ${mostExponent}

  --only TEXT   only shapes whose name holds this
  --part K/N    the Kth of N parts of them, for a machine that others use too (default: 1/1)
  --all         name every shape, not only those that fail`;

const { values } = readOptions(usage, {
	only: { type: "string", default: "" },
	part: { type: "string", default: "1/1" },
	all: { type: "boolean", default: false },
});
const [part = 1, parts = 1] = values.part.split("/").map(Number);
const shapes = [...readingShapes, ...timelineShapes]
	.filter(({ name }) => name.includes(values.only))
	.filter((_, at) => at % parts === part - 1);
let failed = 0;
let worst = 0;
for (const shape of shapes) {
	const { length, costs, exponent } = await growthOf(shape);
	const fails = exponent > mostExponent;
	if (fails) failed++;
	worst = Math.max(worst, exponent);
	if (fails || values.all)
		console.log(
			`${fails ? "FAILS" : "     "} ${exponent.toFixed(2)}  ${shape.name}: ${costs.map((ms) => ms.toFixed(0)).join(" → ")} ms at ${length} → ${length * 4} characters`,
		);
}
console.log(
	`${shapes.length} shapes, largest exponent ${worst.toFixed(2)}, ${failed} above ${mostExponent}`,
);
process.exit(failed > 0 ? 1 : 0);
