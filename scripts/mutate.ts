/**
 * Breaks rules one by one and sees whether a test notices: a check by hand, not part of `npm test`.
 *
 * The rules are `if`s of the stages in `src/`, drawn by a seeded generator; each is turned into its
 * contrary, the unit tests that load its file are run until one fails, and the file is put back.
 * Usage: `npm run mutate -- [count] [seed]`; run it on a clean checkout.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "./make-corpus/random.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run mutate [-- COUNT [SEED]]
Turns ten ifs of the stages into their contrary, one by one, and says which test noticed. Run it on a clean checkout.`;
const { positionals } = readOptions(usage, {}, true);
const [count = 10, seed = 20261121] = positionals.map(Number);
const stages =
	/^(?:domain|read|parse|sources|normalise|enrich|corpus|search|site|report)\//;

const rules = readdirSync("src", { recursive: true, encoding: "utf8" })
	.filter((path) => stages.test(path) && path.endsWith(".ts"))
	.sort()
	.flatMap((path) =>
		readFileSync(join("src", path), "utf8")
			.split("\n")
			.flatMap((text, at) =>
				/^\s*(?:else )?if \(.*\)(?: .*;| \{)?$/.test(text)
					? [{ path: join("src", path), at, text }]
					: [],
			),
	);

/** `if (condition) …` → `if (!(condition)) …`, up to the parenthesis that closes the condition. */
function contrary(text: string): string {
	const start = text.indexOf("if (") + 4;
	let depth = 1;
	let end = start;
	while (depth > 0 && end < text.length) {
		if (text[end] === "(") depth++;
		else if (text[end] === ")") depth--;
		end++;
	}
	return `${text.slice(0, start)}!(${text.slice(start, end - 1)})${text.slice(end - 1)}`;
}

const random = seededRandom(seed);
let survived = 0;
for (let n = 0; n < count && rules.length > 0; n++) {
	const [rule] = rules.splice(random.int(0, rules.length - 1), 1);
	if (!rule) break;
	const { path, at, text } = rule;
	const sound = readFileSync(path, "utf8");
	const lines = sound.split("\n");
	lines[at] = contrary(text);
	let told: string;
	try {
		writeFileSync(path, lines.join("\n"));
		told = spawnSync(
			"node_modules/.bin/vitest",
			[
				...["related", "--run", "--bail", "1", "--project", "unit"],
				...["--reporter", "verbose", "--no-color", path],
			],
			{ encoding: "utf8", timeout: 180_000 },
		).stdout;
	} finally {
		writeFileSync(path, sound);
	}
	const failing = /^\s*(?:×|FAIL)\s*(.+)$/m.exec(told)?.[1];
	if (failing === undefined) survived++;
	console.log(
		`${path}:${at + 1} ${text.trim()}\n    ${failing ?? "SURVIVED: no unit test noticed"}`,
	);
}
console.log(`${survived} of ${count} survived`);
process.exitCode = survived > 0 ? 1 : 0;
