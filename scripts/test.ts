/**
 * Everything that `npm test` promises: types, lint, unit, golden, build and end-to-end tests.
 *
 * `--fast` leaves out the browser and whatever builds archives. `--node24` runs the unit tests and
 * the build of the five seeds once more, on Node 24. The last line is `N passed, N failed`, over
 * checks and tests.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOptions } from "./read-options.ts";

const usage = `npm test [-- --fast] [-- --node24]
Types, lint, unit, golden, build and end-to-end tests; the last line is "N passed, N failed".
  --fast          without a browser and without whatever builds archives
  --node24        the unit tests and a build of the five seeds once more, on Node 24`;
const { fast = false, node24 = false } = readOptions(usage, {
	fast: { type: "boolean" },
	node24: { type: "boolean" },
}).values;
let passed = 0;
let failed = 0;
/** What failed, said once more at the end: whoever reads only the last lines of a long log sees it there. */
const failures: string[] = [];

/**
 * A tool that passes or fails as a whole counts as one test. What it prints comes at its end, in
 * one piece: others run beside it.
 *
 * @returns whether it passed.
 */
async function check(
	name: string,
	command: string,
	...args: string[]
): Promise<boolean> {
	const started = performance.now();
	const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
	const said: Buffer[] = [];
	child.stdout.on("data", (data: Buffer) => said.push(data));
	child.stderr.on("data", (data: Buffer) => said.push(data));
	const status = await new Promise<number | null>((resolve) => {
		child.once("error", (error) => {
			said.push(Buffer.from(`${error.message}\n`));
			resolve(null);
		});
		child.once("close", resolve);
	});
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	process.stdout.write(Buffer.concat(said));
	console.log(`${status === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
	if (status === 0) passed++;
	else {
		failed++;
		failures.push(`${name}\n${Buffer.concat(said).toString().slice(0, 2000)}`);
	}
	return status === 0;
}

/** Run Vitest with `args` on the Node that `command` names, and count its tests. */
async function runTests(
	command: readonly string[],
	args: readonly string[],
): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "biannian-test-"));
	const results = join(folder, "results.json");
	const [program = "", ...words] = command;
	const child = spawn(
		program,
		[
			...words,
			...["node_modules/vitest/vitest.mjs", "run", ...args],
			...["--reporter=default", "--reporter=json"],
			`--outputFile.json=${results}`,
		],
		{ stdio: "inherit" },
	);
	const status = await new Promise<number | null>((resolve) => {
		child.once("error", () => resolve(null));
		child.once("close", resolve);
	});
	try {
		const report = JSON.parse(readFileSync(results, "utf8")) as {
			numPassedTests: number;
			numFailedTests: number;
			numTotalTests: number;
			success: boolean;
			testResults: {
				name: string;
				message: string;
				assertionResults: {
					fullName: string;
					status: string;
					failureMessages: string[];
				}[];
			}[];
		};
		for (const file of report.testResults) {
			if (file.message !== "") failures.push(`${file.name}\n${file.message}`);
			for (const test of file.assertionResults)
				if (test.status !== "passed")
					failures.push(
						`${file.name}: ${test.fullName}: ${test.status}\n${test.failureMessages.join("\n").slice(0, 2000)}`,
					);
		}
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
		) {
			failed++;
			failures.push(
				`The test runner ended with ${status} though no test failed.`,
			);
		}
	} catch {
		failures.push("The test runner left no results.");
		failed++;
	}
	rmSync(folder, { recursive: true, force: true });
}

if (!fast)
	await check(
		"a browser is there",
		process.execPath,
		...["--import", "tsx", "scripts/browser.ts"],
	);
await Promise.all([
	check("types", "node_modules/.bin/tsc"),
	check("lint and format", "node_modules/.bin/biome", "check", "."),
	runTests(
		[process.execPath],
		[...["--project", "unit"], ...(fast ? [] : ["--project", "build"])],
	),
	// A browser's tests wait more than they compute; they come one after another, and here beside the builds.
	fast || runTests([process.execPath], ["--project", "e2e"]),
]);
if (node24) {
	const node24 = ["npx", "-y", "-p", "node@24", "--", "node"];
	const [program = "", ...words] = node24;
	if (await check("Node 24 is there", program, ...words, "--version")) {
		await runTests(node24, ["--project", "unit"]);
		await runTests(node24, [
			...["--project", "build", "tests/build/five-seeds.test.ts"],
		]);
	}
}
for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
