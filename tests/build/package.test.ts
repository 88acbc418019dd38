import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { archiveIn, buildArchive } from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import { sharedFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const run = promisify(execFile);
const folder = sharedFolder();

/** What `npm install` of our package leaves in an empty folder, without what only developers need. */
beforeAll(async () => {
	const { stdout } = await run("npm", [
		"pack",
		"--silent",
		"--pack-destination",
		folder,
	]);
	writeFiles(folder, { "package.json": "{}\n" });
	await run(
		"npm",
		[
			"install",
			`./${stdout.trim()}`,
			"--prefer-offline",
			"--omit=dev",
			"--no-audit",
			"--no-fund",
			"--ignore-scripts",
		],
		{ cwd: folder },
	);
});

/** The command as `npx` finds it. */
function biannian(...words: readonly string[]) {
	return run("npx", ["--no-install", "biannian", ...words], { cwd: folder });
}

test("the package holds the program, and neither tests nor articles", () => {
	const installed = join(folder, "node_modules/biannian");
	expect(readdirSync(installed).sort()).toEqual([
		".eleventy.ts",
		"LICENSE",
		"README.md",
		"package.json",
		"src",
		"templates",
		"tsconfig.json",
	]);
	expect(existsSync(join(folder, "node_modules/typescript"))).toBe(false);
});

test("two archives of their own titles, pairs and languages are built by the installed package, pass its own check, and are what a checkout builds", {
	timeout: 900_000,
}, async () => {
	for (const [name, title, guest, languages] of [
		["one", "甲档案", "vladimir-putin", "[zh-Hant]"],
		["other", "The second", "alexander-lukashenko", "[en, zh-Hans]"],
	] as const) {
		const seeds = join(folder, name);
		writeSeeds(seeds, 3);
		writeFiles(seeds, {
			"_archive.yml": `title: ${title}
languages: ${languages}
timelines: [{id: pair, title: ${title} 2, people: [xi-jinping, ${guest}]}]
`,
		});
		await biannian("build", name, "--quiet");
		const page = (path: string) =>
			readFileSync(join(seeds, "_site", path), "utf8");
		expect(page("index.html")).toContain(title);
		expect(page("index.html")).toContain(
			`<html lang="${languages.slice(1).split(/[,\]]/)[0]}"`,
		);
		expect(page("timeline.html")).toContain(`${title} 2`);
		const { stdout } = await biannian("verify", name);
		expect(stdout).toContain(": 0 differences");
		const here = archiveIn(join(folder, `checkout-${name}`), seeds);
		const { code, stderr } = await buildArchive(here, ["--quiet"]);
		expect(code, stderr).toBe(0);
		expect(treeOf(here.out)).toEqual(treeOf(join(seeds, "_site")));
	}
	expect(
		readFileSync(join(folder, "other/_site/zh-hans/index.html"), "utf8"),
	).toContain('<html lang="zh-Hans"');
});

test("a program in plain JavaScript searches what the package built", async () => {
	writeFiles(folder, {
		"ask.mjs": `import { open } from "biannian/search";
const { total, articles, missing } = await open("one/_site").search("习近平", { limit: 1 });
const [excerpt] = await articles[0].excerpts();
console.log(JSON.stringify({ total, missing, page: articles[0].path, marked: excerpt.pieces.some(({ marked }) => marked) }));
`,
	});
	const { stdout } = await run(process.execPath, ["ask.mjs"], { cwd: folder });
	const { total, page, ...rest } = JSON.parse(stdout);
	expect(rest).toEqual({ missing: [], marked: true });
	expect(total).toBeGreaterThan(0);
	expect(existsSync(join(folder, "one/_site", page))).toBe(true);
});

test("an archive that init made builds as it is, with its sample of every line uncommented too", async () => {
	const { stdout } = await biannian("init", "mine");
	expect(stdout).toContain("_archive.yml");
	const path = join(folder, "mine/_archive.yml");
	const text = readFileSync(path, "utf8");
	expect(existsSync(join(folder, "mine", schemaOf(text)))).toBe(true);
	await biannian("build", "mine", "--quiet");
	writeFiles(folder, {
		"mine/_archive.yml": text.replace(
			/^#(?! yaml-) ?(?=[^\S\n]*(?:[a-zA-Z-]+:|- ))/gm,
			"",
		),
		"mine/_assets/logo.png": readFileSync("templates/assets/icon-192.png"),
	});
	await biannian("build", "mine", "--quiet");
	// Every line counts: the address gives a file, the colour another, and search engines are kept away.
	const site = (name: string) => join(folder, "mine/_site", name);
	expect(existsSync(site("opensearch.xml"))).toBe(true);
	expect(existsSync(site("look.css"))).toBe(true);
	expect(readFileSync(site("index.html"), "utf8")).toContain('class="logo"');
	expect(readFileSync(site("robots.txt"), "utf8")).toContain("Disallow: /");
	// The owner's README and the schemas are no articles.
	const again = await biannian("build", "mine", "--json");
	expect(JSON.parse(again.stdout).totals.files).toBe(0);
	// Nothing is written over.
	expect((await biannian("init", "mine")).stdout).toContain(
		"mine has everything already.",
	);
});

function schemaOf(text: string): string {
	return /\$schema=(\S+)/.exec(text)?.[1] ?? "";
}
