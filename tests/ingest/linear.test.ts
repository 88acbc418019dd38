/** Hostile files: what reading them costs grows with their length, not with its square. */
import { expect, test } from "vitest";
import { read } from "../../scripts/linear/measure.ts";
import { readingShapes } from "../../scripts/linear/reading-shapes.ts";
import { startCpuClock } from "../support/cpu-clock.ts";

/** A few of the shapes of `npm run bench:linear`, of every kind of file; each once cost the square of its length. */
const names = [
	"body: credits without captions",
	"body: marks that nobody closes",
	"front matter: anchors",
	"markdown: open stars",
	"markdown: closing brackets",
	"markdown: open struck words",
	"markdown: quotations in items",
	"markdown: links in links, deeper and deeper",
	"markdown, lazy: lines",
	"markdown, wide table: short rows",
	"page: different paragraphs",
	"plain text: one line",
	"wordpress text: open captions",
];

test.each(names)(
	"%s: eight times the length costs no more than about eight times as much",
	{ timeout: 300_000 },
	async (name) => {
		const shape = readingShapes.find((own) => own.name === name);
		if (!shape) throw new Error(`no shape ${name}`);
		const costOf = async (length: number) => {
			const spent = startCpuClock();
			await read(shape, length);
			return spent();
		};
		await costOf(2_000);
		const small = Math.min(await costOf(2_000), await costOf(2_000));
		// A square would be sixty-four times; of small costs most is what does not grow.
		const most = Math.max(200, small * 32);
		// What others do on the machine only ever adds: one good measurement is enough.
		for (let tries = 0; tries < 5; tries++)
			if ((await costOf(16_000)) < most) return;
		expect.fail(`five times above ${most.toFixed(0)} ms`);
	},
);
