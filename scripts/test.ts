/**
 * Everything that `npm test` promises: types, lint, unit, golden and end-to-end tests.
 *
 * `--fast` leaves out the browser and builds of the whole archive. The last line is `N passed, N failed`, over checks and tests.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const fast = process.argv.includes("--fast");
let passed = 0;
let failed = 0;

/** A tool that passes or fails as a whole counts as one test. */
function check(name: string, command: string, ...args: string[]): void {
	const started = performance.now();
	const { status } = spawnSync(command, args, { stdio: "inherit" });
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`${status === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
	if (status === 0) passed++;
	else failed++;
}

if (!fast)
	check("a browser is there", "node", "--import", "tsx", "scripts/browser.ts");
check("types", "node_modules/.bin/tsc");
check("lint and format", "node_modules/.bin/biome", "check", ".");

const folder = mkdtempSync(join(tmpdir(), "biannian-test-"));
const results = join(folder, "results.json");
const { status } = spawnSync(
	"node_modules/.bin/vitest",
	[
		"run",
		...(fast ? ["--project", "unit"] : []),
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${results}`,
	],
	{ stdio: "inherit" },
);
try {
	const report = JSON.parse(readFileSync(results, "utf8")) as {
		numPassedTests: number;
		numFailedTests: number;
		numTotalTests: number;
		success: boolean;
	};
	passed += report.numPassedTests;
	failed += report.numFailedTests;
	// A suite that broke before its first test, or a test that did not run, must not look like a pass.
	const missing =
		report.numTotalTests - report.numPassedTests - report.numFailedTests;
	if (missing > 0) failed += missing;
	if (
		(!report.success || status !== 0) &&
		report.numFailedTests === 0 &&
		missing <= 0
	)
		failed++;
} catch {
	console.error("The test runner left no results.");
	failed++;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
