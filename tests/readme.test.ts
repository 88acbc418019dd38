import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { archiveFile } from "../src/archive/archive-file.ts";
import { checkFile } from "../src/archive/check.ts";
import { outletsFile } from "../src/archive/outlets-file.ts";
import { isCommand } from "../src/commands/commands.ts";
import { readCorrections } from "../src/enrich/corrections.ts";
import { ownersFiles } from "../src/read/reserved.ts";

const pages = [
	"README.md",
	"scripts/deploy/README.md",
	"scripts/cluster/README.md",
	"src/ARCHITECTURE.md",
	"src/CHANGES.md",
	"templates/README.md",
	"tests/README.md",
];
const readme = readFileSync("README.md", "utf8");

test("the README has at most two hundred lines", () => {
	expect(readme.split("\n").length).toBeLessThanOrEqual(200);
});

test.each(pages)("links of %s lead to files that are there", (page) => {
	const text = readFileSync(page, "utf8").replace(/`[^`\n]*`/g, "");
	const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target = ""]) => target.split("#")[0] ?? "")
		.filter((target) => target !== "" && !/^https?:/.test(target));
	for (const target of links)
		expect(existsSync(join(dirname(page), target)), target).toBe(true);
});

test("every command that the written pages name exists", () => {
	const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
		scripts: Readonly<Record<string, string>>;
	};
	for (const page of pages) {
		const text = readFileSync(page, "utf8");
		for (const [, name = ""] of text.matchAll(/\bnpm run ([a-z][\w:-]*)/g))
			expect(scripts, `${page}: npm run ${name}`).toHaveProperty([name]);
		for (const [, name = ""] of text.matchAll(/[`\n]biannian ([a-z]+)/g))
			expect(isCommand(name), `${page}: biannian ${name}`).toBe(true);
	}
});

test("every file that the README shows is one that is read as it stands", () => {
	const samples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
		([, text = ""]) => text,
	);
	const of = (start: string) =>
		samples.find((text) => text.startsWith(start)) ?? "";
	for (const [name, schema] of [
		["_archive.yml", archiveFile],
		["_outlets.yml", outletsFile],
	] as const) {
		const checked = checkFile(of(`# ${name}`), name, schema, {});
		expect("value" in checked ? [] : checked).toEqual([]);
	}
	const { value, diagnostics } = readCorrections(of("- { confirm"));
	expect(diagnostics).toEqual([]);
	expect(value.meetings).toHaveLength(5);
});

test("the README tells of every file that an owner may write", () => {
	for (const name of ownersFiles.filter((name) => name !== "_collections.yml"))
		expect(readme).toContain(`\`${name}\``);
});
