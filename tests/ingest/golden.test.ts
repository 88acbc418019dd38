import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { draftFile } from "../../src/normalise/draft-file.ts";
import type { DraftedPart } from "../../src/normalise/drafted.ts";
import { readEnvelope } from "../../src/parse/envelope.ts";
import { bytesInMemory } from "../../src/read/seed-bytes.ts";
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

/** What the golden file holds: of a file of many articles a list, each with its name. */
async function outcomeOf(file: string, bytes: Uint8Array) {
	const parts: DraftedPart[] = [];
	const { single, diagnostics } = await draftFile(
		bytesInMemory(file, bytes),
		{ limits },
		(part) => {
			if (part) parts.push(part);
		},
	);
	const told = parts.map((part) => ({
		name: part.name,
		draft: part.draft,
		diagnostics: part.diagnostics,
	}));
	return {
		all: single ? [single] : parts,
		golden: single
			? { draft: single.draft, diagnostics: single.diagnostics }
			: { parts: told, diagnostics },
	};
}

describe("peculiar files", () => {
	test("at least fifty peculiarities are covered", () => {
		expect(fixtures.length).toBeGreaterThanOrEqual(50);
	});

	test.each(
		fixtures.map((own) => [own.name.replaceAll("-", " "), own] as const),
	)("%s", async (_name, { name, file, bytes }) => {
		const { all, golden } = await outcomeOf(file, bytes);
		matchesGolden(`${root}/${name}/expected.json`, golden);
		for (const { draft } of all) {
			if (!draft) continue;
			expect(draftSchema.safeParse(draft).error).toBeUndefined();
			expect(breaches(draft.html)).toEqual([]);
			const { variant, markup, removed } = draft.provenance;
			if (!/^(?:header|jekyll|page)/.test(variant) || markup) continue;
			const text =
				readSeedText({ path: file, bytes }, limits.fileBytes).value?.text ?? "";
			const seen = visibleText(
				variant === "page" ? text : readEnvelope(text).body.text,
			);
			const counted = removed.filter(
				({ rule }) => rule !== "parse/repeated-header",
			);
			const found = accountedText({
				...draft,
				provenance: { ...draft.provenance, removed: counted },
			});
			expect(surplus(seen, found), "lost").toEqual({});
			expect(surplus(found, seen), "added").toEqual({});
		}
	});
});
