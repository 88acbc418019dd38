/**
 * Runs before each test file under `npm run coverage`: from here on, every process that a test
 * starts, and every one that those start, writes which code it ran.
 */
import "./unbind.mjs";

process.env.NODE_V8_COVERAGE = process.env.CHILD_COVERAGE;
process.env.NODE_OPTIONS = `--import=${new URL("unbind.mjs", import.meta.url)}`;
