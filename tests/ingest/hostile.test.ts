import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { draftArticle } from "../../src/normalise/draft.ts";
import { walkSeeds } from "../../src/read/walk.ts";
import { startCpuClock } from "../support/cpu-clock.ts";
import { scratchFolder } from "../support/scratch.ts";
import { hostileCases } from "./hostile-cases.ts";
import { breaches } from "./policy.ts";
import { draftSchema, limits, quarantineCode, seedFile } from "./support.ts";

/** Nothing that a draft says outside of its HTML may carry more than text. */
function checkTexts(
	draft: NonNullable<ReturnType<typeof draftArticle>["value"]>,
) {
	expect(draft.id).toMatch(/^[0-9a-f]{16}$/);
	expect(draft.source.id).toMatch(/^[a-z0-9-]+$/);
	if (draft.url !== undefined)
		expect(draft.url).toMatch(/^https?:\/\/[^\s<>"]+$/);
	for (const { href } of draft.links)
		expect(href).toMatch(/^(?:https?|mailto):/);
	for (const { src, proxied } of draft.figures)
		for (const address of [src, proxied ?? src])
			expect(address).toMatch(/^https?:\/\//);
	const words = [
		draft.headline,
		...draft.bylines,
		...draft.tags,
		...draft.paragraphs.map(({ text }) => text),
	];
	for (const text of words) {
		// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
		expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\u200b]/);
		expect(text.replace(/\p{Surrogate}/gu, "")).toBe(text);
	}
}

describe("hostile files", () => {
	test("there are at least 150 of them, in more than ten classes, each with a name of its own", () => {
		expect(hostileCases.length).toBeGreaterThanOrEqual(150);
		expect(new Set(hostileCases.map((own) => own.class)).size).toBeGreaterThan(
			10,
		);
		expect(new Set(hostileCases.map(({ name }) => name)).size).toBe(
			hostileCases.length,
		);
		expect(new Set(hostileCases.map(({ file }) => file.path)).size).toBe(
			hostileCases.length,
		);
	});

	test.each(hostileCases.map((own) => [own.class, own.name, own] as const))(
		"%s: %s",
		(_class, _name, { file }) => {
			const spent = startCpuClock();
			const { value, diagnostics } = draftArticle(
				seedFile(file.path, file.text),
				{ limits },
			);
			expect(spent()).toBeLessThan(10_000);
			expect(diagnostics.map(({ ruleId }) => ruleId)).not.toContain(
				"normalise/internal",
			);
			if (!value) {
				expect(diagnostics.some(({ severity }) => severity === "error")).toBe(
					true,
				);
				return;
			}
			expect(draftSchema.safeParse(value).error).toBeUndefined();
			expect(breaches(value.html)).toEqual([]);
			checkTexts(value);
		},
	);

	test("an attack in the body costs the article none of its own text", () => {
		for (const { file, class: kind } of hostileCases) {
			if (["heads", "loads", "file names"].includes(kind)) continue;
			const { value } = draftArticle(seedFile(file.path, file.text), {
				limits,
			});
			expect(value?.paragraphs[0]?.text, file.path).toBe("开头一段文字。");
		}
	});

	test("front matter in another language than YAML is quarantined under its own code", () => {
		for (const fence of [
			"---js",
			"---javascript",
			"--- js",
			"---coffee",
			"---json",
		])
			expect(quarantineCode(`${fence}\nx\n---\n<p>文</p>`)).toBe(
				"parse/front-matter-language",
			);
	});

	test("too deep and too large files say so within seconds", () => {
		const codeOf = (name: string) => {
			const found = hostileCases.find((own) => own.name === name);
			return found && quarantineCode(found.file.text);
		};
		const spent = startCpuClock();
		expect(codeOf("20,000 nested divisions")).toBe("parse/too-deep");
		expect(codeOf("twenty megabytes")).toBe("read/too-large");
		expect(codeOf("a thousand pictures")).toBe("normalise/too-many-images");
		// Cut, and the article kept.
		expect(
			codeOf("a headline of a hundred thousand characters"),
		).toBeUndefined();
		expect(spent()).toBeLessThan(5_000);
	});

	test("a prototype in front matter pollutes nothing", () => {
		for (const { file } of hostileCases.filter(({ name }) =>
			name.includes("prototype"),
		))
			draftArticle(seedFile(file.path, file.text), { limits });
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe("the folder of seeds", () => {
	test("a link out of it is reported and not followed", () => {
		const folder = scratchFolder();
		mkdirSync(join(folder, "sub/_assets"), { recursive: true });
		mkdirSync(join(folder, "_assets"));
		for (const name of [
			"b.md",
			"a.md",
			"sub/c.txt",
			"sub/_assets/d.md",
			"_assets/e.jpg",
			".hidden",
			"_corrections.yml",
		])
			writeFileSync(join(folder, name), "x");
		symlinkSync("/etc/passwd", join(folder, "passwd.md"));
		symlinkSync("/etc", join(folder, "etc"));
		const { value, diagnostics } = walkSeeds(folder);
		expect(value).toEqual(["a.md", "b.md", "sub/_assets/d.md", "sub/c.txt"]);
		expect(diagnostics.map(({ file, ruleId }) => [file, ruleId])).toEqual([
			["etc", "read/not-a-file"],
			["passwd.md", "read/not-a-file"],
		]);
	});
});
