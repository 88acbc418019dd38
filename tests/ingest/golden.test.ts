import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { draftArticle } from "../../src/normalise/draft.ts";
import { readEnvelope } from "../../src/parse/envelope.ts";
import { readSeedText } from "../../src/read/seed-file.ts";
import { matchesGolden } from "../support/golden.ts";
import { breaches } from "./policy.ts";
import { draftSchema, limits } from "./support.ts";
import { accountedText, surplus, visibleText } from "./visible.ts";

const root = "tests/fixtures/ingest";

/** One folder a peculiarity: `expected.json` and one file of any other name. */
const fixtures = readdirSync(root).map((name) => {
	const [file = ""] = readdirSync(`${root}/${name}`).filter(
		(entry) => entry !== "expected.json",
	);
	return { name, file, bytes: readFileSync(`${root}/${name}/${file}`) };
});

describe("peculiar files", () => {
	test("at least twenty-five peculiarities are covered", () => {
		expect(fixtures.length).toBeGreaterThanOrEqual(25);
	});

	test.each(
		fixtures.map((own) => [own.name.replaceAll("-", " "), own] as const),
	)("%s", (_name, { name, file, bytes }) => {
		const seed = { path: file, bytes };
		const { value, diagnostics } = draftArticle(seed, { limits });
		matchesGolden(`${root}/${name}/expected.json`, {
			draft: value,
			diagnostics,
		});
		if (!value) return;
		expect(draftSchema.safeParse(value).error).toBeUndefined();
		expect(breaches(value.html)).toEqual([]);
		const text = readSeedText(seed, limits.fileBytes).value?.text ?? "";
		const seen = visibleText(readEnvelope(text).body.text);
		const found = accountedText({
			...value,
			provenance: {
				...value.provenance,
				removed: value.provenance.removed.filter(
					({ rule }) => rule !== "parse/repeated-header",
				),
			},
		});
		expect(surplus(seen, found), "lost").toEqual({});
		expect(surplus(found, seen), "added").toEqual({});
	});
});
