import { readdirSync, readFileSync } from "node:fs";
import { defaults } from "../../src/config.ts";
import { articleSchema, type Draft } from "../../src/domain/article.ts";
import type { Outcome } from "../../src/domain/diagnostic.ts";
import type { SeedFile } from "../../src/domain/seed-file.ts";
import { draftArticle } from "../../src/normalise/draft.ts";

export const { limits } = defaults;

/** What a draft must look like: an article without what only the whole archive can know. */
export const draftSchema = articleSchema.omit({
	people: true,
	places: true,
	duplicates: true,
	revisions: true,
	revisionOf: true,
	related: true,
});

export function seedFile(path: string, content: string | Uint8Array): SeedFile {
	return {
		path,
		bytes: typeof content === "string" ? Buffer.from(content) : content,
	};
}

export function draftOf(
	content: string | Uint8Array,
	path = "article.md",
): Outcome<Draft | undefined> {
	return draftArticle(seedFile(path, content), { limits });
}

/** The draft of a file that must be accepted. */
export function accepted(
	content: string | Uint8Array,
	path = "article.md",
): Draft {
	const { value, diagnostics } = draftOf(content, path);
	if (!value)
		throw new Error(
			`quarantined: ${JSON.stringify(diagnostics, undefined, 1)}`,
		);
	return value;
}

/** The rule id for which a file was quarantined; `undefined` when it was accepted. */
export function quarantineCode(
	content: string | Uint8Array,
	path = "article.md",
): string | undefined {
	const { value, diagnostics } = draftOf(content, path);
	return value
		? undefined
		: diagnostics.find(({ severity }) => severity === "error")?.ruleId;
}

/** A file of the header variant around `html`. */
export function withHeader(
	html: string,
	{
		stamp = "1700000000000",
		title = "标题",
		url = "https://example.org/a/1",
	} = {},
): string {
	return `<!--${stamp}-->\n[${title}](${url})\n------\n\n${html}\n`;
}

/** The files of `seeds/`, by their three-digit number. */
export function seeds(): ReadonlyMap<string, SeedFile> {
	return new Map(
		readdirSync("seeds").map((name) => [
			name.slice(0, 3),
			{ path: name, bytes: readFileSync(`seeds/${name}`) },
		]),
	);
}
