import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { wordsFor } from "../../templates/words.ts";

/** Ids of rules as they stand in the sources: whatever a report may say. */
const rules = [
	...new Set(
		readdirSync("src", { recursive: true, encoding: "utf8" })
			.filter((path) => path.endsWith(".ts"))
			.flatMap((path) => [
				...readFileSync(join("src", path), "utf8").matchAll(
					/"((?:read|parse|normalise|sources|enrich|report)\/[a-z0-9-]+)"/g,
				),
			])
			.map(([, rule = ""]) => rule),
	),
].sort();

describe.each(["zh-Hans", "zh-Hant", "en"] as const)("in %s", (language) => {
	test("every rule of the report has a name", () => {
		const names = wordsFor(language).report.rules;
		expect(rules.length).toBeGreaterThan(100);
		expect(rules.filter((rule) => !names[rule])).toEqual([]);
	});
});
