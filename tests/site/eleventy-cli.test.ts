import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchFolder } from "../support/scratch.ts";
import { buildSample, filesUnder } from "./build-sample.ts";

test("Eleventy's own command line makes the same pages, byte for byte", async () => {
	const { root, corpusRoot } = await buildSample(scratchFolder());
	const out = scratchFolder();
	execFileSync(
		process.execPath,
		[
			"--import",
			"tsx",
			"node_modules/@11ty/eleventy/cmd.cjs",
			"--config=.eleventy.ts",
			`--output=${out}`,
			"--quiet",
		],
		{ env: { ...process.env, CORPUS: corpusRoot }, stdio: "pipe" },
	);
	const pages = filesUnder(root, ".html");
	expect(filesUnder(out, ".html")).toEqual(pages);
	for (const page of pages)
		expect(readFileSync(join(out, page), "utf8")).toBe(
			readFileSync(join(root, page), "utf8"),
		);
});
