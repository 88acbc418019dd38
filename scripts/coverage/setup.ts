/**
 * Runs before each test file; does something under `npm run coverage` alone: from here on, every
 * process that a test starts, and every one that those start, writes which code it ran.
 */
const { CHILD_COVERAGE } = process.env;

if (CHILD_COVERAGE !== undefined) {
	await import("./unbind.mjs");
	process.env.NODE_V8_COVERAGE = CHILD_COVERAGE;
	process.env.NODE_OPTIONS = `--import=${new URL("unbind.mjs", import.meta.url)}`;
}

export {};
