/** `npm run bench:timeline -- DIR…`: how well the timeline reads articles whose truth is known. */

import { scoreOf, total } from "./bench-timeline/score.ts";
import { readSet } from "./bench-timeline/sets.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run bench:timeline -- [options] DIR…: score folders of articles whose meetings are known

DIR holds gold-events.json beside its articles, or gold.json beside items/, or is a file or folder of cases (*.txt).

  --faults       print what is wrong, a line each                     (default: on)
  --alone        each file of a set of events is an archive of its own
  --only WORD    samples whose name holds WORD alone`;

const { values, positionals } = readOptions(
	usage,
	{
		faults: { type: "boolean", default: true },
		alone: { type: "boolean", default: false },
		only: { type: "string", default: "" },
	},
	true,
);

for (const path of positionals) {
	const samples = readSet(path, values.alone as boolean).filter(({ name }) =>
		name.includes(values.only as string),
	);
	const scores = samples.map((sample) => {
		const score = scoreOf(sample);
		if (values.faults)
			for (const fault of score.faults) console.log(`${sample.name}: ${fault}`);
		return score;
	});
	const all = total(scores);
	const share = (part: number, of: number): string =>
		`${part} of ${of} (${(of === 0 ? 1 : part / of).toFixed(3)})`;
	const right = all.confirmed - all.wrong - all.duplicates;
	console.log(`${path}: ${samples.length} samples
  recall ${share(all.found, all.wanted)}, exact day ${share(all.exact, all.wanted)}
  precision ${share(right, all.confirmed)}: ${all.wrong} false, ${all.duplicates} duplicates
  ${Object.entries(all.fields)
		.map(([name, [same, of]]) => `${name} ${share(same, of)}`)
		.join(", ")}`);
}
