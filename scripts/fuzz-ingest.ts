/**
 * Files of every kind that is read, each damaged at random, through the real drafting: nothing may throw, no text may be lost by
 * either of two counters that share no parser, nothing may leave the policy.
 *
 *     npm run fuzz -- [--files N] [--seed N] [--only KIND]
 *
 * The same seed gives the same files. Exit code 1 when anything was found; each finding names the number of its file, and
 * `--from N --files 1` reads that one again.
 */
import { writeFileSync } from "node:fs";
import { fuzz } from "./fuzz/fuzz.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run fuzz -- [options]: damaged files of every kind that is read; exit 1 when one throws, loses text or breaks the policy

  --files N     files to read                          (default: 20000)
  --from N      number of the first one                (default: 0)
  --seed N      another seed gives other files         (default: 1)
  --only KIND   only kinds whose name holds this
  --keep FILE   write the last file that failed here`;

const { values } = readOptions(usage, {
	files: { type: "string", default: "20000" },
	from: { type: "string", default: "0" },
	seed: { type: "string", default: "1" },
	only: { type: "string", default: "" },
	keep: { type: "string" },
});
const found = await fuzz({
	files: Number(values.files),
	from: Number(values.from),
	seed: Number(values.seed),
	only: values.only,
	onFault: ({ number, kind, fault, what, bytes }) => {
		console.log(`file ${number} (${kind}): ${fault}: ${what.slice(0, 600)}`);
		if (values.keep) writeFileSync(values.keep, bytes);
	},
});
for (const [kind, { files, articles }] of found.kinds)
	console.log(`${kind.padEnd(32)} ${files} files, ${articles} articles`);
console.log(
	`${found.files} files, ${found.articles} articles, ${found.characters} characters and ${found.marks} marks looked for; ${Object.entries(
		found.faults,
	)
		.map(([fault, count]) => `${fault}: ${count}`)
		.join(", ")}`,
);
process.exit(Object.values(found.faults).some((count) => count > 0) ? 1 : 0);
