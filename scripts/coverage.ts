/**
 * Which lines of `src/` the unit tests run, in their own processes and in those that they start.
 *
 * Vitest counts its own. Builds that a test starts, and their rendering and index processes, leave
 * V8's counts in a folder; both are joined line by line. An ingest process may write nothing but
 * drafts, and a process that is killed writes nothing: what only they run counts as not run.
 */
import { spawnSync } from "node:child_process";
import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

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

/** What Node writes of a process when it ends (`NODE_V8_COVERAGE`). */
interface Written {
	readonly result: readonly {
		readonly url: string;
		readonly functions: readonly {
			readonly ranges: readonly {
				readonly startOffset: number;
				readonly endOffset: number;
				readonly count: number;
			}[];
		}[];
	}[];
	readonly "source-map-cache"?: Readonly<
		Record<
			string,
			{
				readonly lineLengths: readonly number[];
				readonly data: { readonly mappings: string } | null;
			}
		>
	>;
}

/** One place of the code that ran: its offset, and the line of the source that it stands for. */
interface Segment {
	readonly offset: number;
	readonly line: number;
}

const digits =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The segments of a source map with one source (ECMA-426, base 64 VLQ). */
function segmentsOf(
	mappings: string,
	lineLengths: readonly number[],
): Segment[] {
	const segments: Segment[] = [];
	let offset = 0;
	let line = 0;
	for (const [row, text] of mappings.split(";").entries()) {
		let column = 0;
		for (const field of text === "" ? [] : text.split(",")) {
			const [columns = 0, , lines] = numbersOf(field);
			column += columns;
			if (lines === undefined) continue;
			line += lines;
			segments.push({ offset: offset + column, line: line + 1 });
		}
		offset += (lineLengths[row] ?? 0) + 1;
	}
	return segments;
}

function numbersOf(field: string): number[] {
	const numbers: number[] = [];
	let value = 0;
	let shift = 0;
	for (const letter of field) {
		const digit = digits.indexOf(letter);
		value += (digit & 31) << shift;
		shift += 5;
		if (digit & 32) continue;
		numbers.push(value & 1 ? -(value >> 1) : value >> 1);
		value = 0;
		shift = 0;
	}
	return numbers;
}

/** Lines that the processes of which `folder` tells have run, by path. */
function linesOfChildren(folder: string): Map<string, Set<number>> {
	const lines = new Map<string, Set<number>>();
	const maps = new Map<string, Segment[]>();
	for (const name of existsSync(folder) ? readdirSync(folder) : []) {
		const written = JSON.parse(
			readFileSync(join(folder, name), "utf8"),
		) as Written;
		for (const { url, functions } of written.result) {
			const map = written["source-map-cache"]?.[url];
			if (!map?.data || !url.includes("/src/")) continue;
			const path = fileURLToPath(url.split("?", 1)[0] ?? url);
			const segments =
				maps.get(path) ?? segmentsOf(map.data.mappings, map.lineLengths);
			maps.set(path, segments);
			const length = map.lineLengths.reduce((sum, n) => sum + n + 1, 0);
			const ran = new Uint8Array(length + 1);
			// Outer ranges first: the inner ones have the last word.
			const ranges = functions
				.flatMap((one) => one.ranges)
				.sort(
					(a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset,
				);
			for (const { startOffset, endOffset, count } of ranges)
				ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
			const known = lines.get(path) ?? new Set();
			lines.set(path, known);
			for (const { offset, line } of segments) if (ran[offset]) known.add(line);
		}
	}
	return lines;
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
		env: { ...process.env, CHILD_COVERAGE: children },
	},
);
const own = JSON.parse(
	readFileSync(join(folder, "own/coverage-final.json"), "utf8"),
) as Readonly<Record<string, Counts>>;
const run = linesOfChildren(children);
const processes = existsSync(children) ? readdirSync(children).length : 0;
rmSync(folder, { recursive: true, force: true });

let all = 0;
let covered = 0;
let alone = 0;
const rows: { path: string; missed: number[]; of: number }[] = [];
for (const { path, statementMap, s } of Object.values(own)) {
	const counts = new Map<number, number>();
	for (const [id, { start }] of Object.entries(statementMap))
		counts.set(start.line, Math.max(counts.get(start.line) ?? 0, s[id] ?? 0));
	const here = [...counts].filter(([, count]) => count > 0).length;
	const missed = [...counts]
		.filter(([line, count]) => count === 0 && !run.get(path)?.has(line))
		.map(([line]) => line);
	all += counts.size;
	alone += here;
	covered += counts.size - missed.length;
	if (missed.length > 0)
		rows.push({ path: relative(".", path), missed, of: counts.size });
}
for (const { path, missed, of } of rows.sort(
	(a, b) => b.missed.length - a.missed.length,
))
	console.log(
		`${path}: ${missed.length} of ${of} lines not run (${missed.slice(0, 12).join(", ")}${missed.length > 12 ? " …" : ""})`,
	);
const share = (100 * covered) / all;
console.log(
	`${covered} of ${all} lines of src/ are run: ${share.toFixed(2)}% (${((100 * alone) / all).toFixed(2)}% in the tests' own processes; the rest in ${processes} processes that they start)`,
);
if (status !== 0 || share < least) process.exitCode = 1;
