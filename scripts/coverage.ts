/**
 * Which lines of `src/` the tests run, in their own processes and in those that they start.
 *
 * Vitest counts its own. Builds that a test starts, and their ingest, index and rendering
 * processes, leave V8's counts in a folder; both are joined line by line. A process that is killed
 * writes nothing: what only it ran counts as not run. Code that only browsers run is not in `src/`
 * but in `templates/assets/`; what it shares with `src/search/` is counted where Node runs it.
 *
 * Repetitions that run no further line are left away. Other words go to Vitest, such as the name of
 * one test file; the exit code tells of all of `src/`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { linesOfChildren } from "./coverage/children.ts";
import { helpWith } from "./read-options.ts";

helpWith(`npm run coverage [-- words for Vitest]
Which lines of src/ the tests run, in their own processes and in those that they start.`);

/** Lines of all of `src/` that must be run, in per cent. */
const least = 95;

/** Istanbul's counts of one file, as far as they are used. */
interface Counts {
	readonly path: string;
	readonly statementMap: Readonly<
		Record<string, { readonly start: { readonly line: number } }>
	>;
	readonly s: Readonly<Record<string, number>>;
}

const folder = mkdtempSync(join(tmpdir(), "biannian-coverage-"));
const children = join(folder, "children");
const { status } = spawnSync(
	"node_modules/.bin/vitest",
	[
		...["run", "--project", "unit", "--project", "build"],
		...["--coverage.enabled"],
		...["--coverage.provider=v8", "--coverage.reporter=json"],
		...["--coverage.include=src/**/*.ts", "--coverage.reportOnFailure"],
		`--coverage.reportsDirectory=${join(folder, "own")}`,
		...process.argv.slice(2),
	],
	{
		stdio: "inherit",
		env: {
			...process.env,
			CHILD_COVERAGE: children,
			...{ KILLS: "1", MATRIX: "1", FLIPS: "5", SEQUENCES: "3" },
		},
	},
);
const own = JSON.parse(
	readFileSync(join(folder, "own/coverage-final.json"), "utf8"),
) as Readonly<Record<string, Counts>>;
const { lines, processes } = linesOfChildren(children);
rmSync(folder, { recursive: true, force: true });

let all = 0;
let covered = 0;
let alone = 0;
const rows: { path: string; missed: number[]; of: number }[] = [];
for (const { path, statementMap, s } of Object.values(own)) {
	const counts = new Map<number, number>();
	for (const [id, { start }] of Object.entries(statementMap))
		counts.set(start.line, Math.max(counts.get(start.line) ?? 0, s[id] ?? 0));
	const missed = [...counts]
		.filter(([line, count]) => count === 0 && !lines.get(path)?.has(line))
		.map(([line]) => line);
	all += counts.size;
	alone += [...counts.values()].filter((count) => count > 0).length;
	covered += counts.size - missed.length;
	if (missed.length > 0)
		rows.push({ path: relative(".", path), missed, of: counts.size });
}
for (const { path, missed, of } of rows.sort(
	(a, b) => b.missed.length - a.missed.length,
))
	console.log(
		`${path}: ${missed.length} of ${of} lines not run (${missed.join(", ")})`,
	);
const share = (100 * covered) / all;
console.log(
	`${covered} of ${all} lines of src/ are run: ${share.toFixed(2)}% (${((100 * alone) / all).toFixed(2)}% in the tests' own processes; the rest in ${processes} processes that they start)`,
);
if (status !== 0 || share < least) process.exitCode = 1;
