import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { initArchive } from "../../src/commands/init.ts";
import { defaults } from "../../src/config.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { build } from "../../src/pipeline.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import { open } from "../../src/search/api.ts";
import { archiveIn, optionsFor, sharedPools } from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const pools = sharedPools();

/** What is said of this file, without the folder; nothing where it is in order. */
function complaint(text: string): string {
	const seeds = scratchFolder();
	writeFiles(seeds, { "_collections.yml": text });
	try {
		readArchive(seeds, defaults);
		return "";
	} catch (error) {
		return (error as Error).message.replaceAll(`${seeds}/`, "");
	}
}

test.each([
	[
		"a name that is neither id nor address",
		"- id: a\n  title: 甲\n  articles:\n    - 76cbd0b7a4d8a1e2\n    - article: 停火\n",
		"_collections.yml:5: “article” must be the id of an article, such as 76cbd0b7a4d8a1e2, or its original address, https://….",
	],
	[
		"a misspelt key",
		"- id: a\n  title: 甲\n  articels: [76cbd0b7a4d8a1e2]\n",
		"_collections.yml:1: “articles” is missing.\n_collections.yml:3: There is no “articels” here; did you mean “articles”?",
	],
	[
		"an id that stands twice",
		"- {id: a, title: 甲, articles: [76cbd0b7a4d8a1e2]}\n- {id: a, title: 乙, articles: [76cbd0b7a4d8a1e2]}\n",
		"_collections.yml:2: Two collections are called a.",
	],
	[
		"one article by its id and by its address",
		"- id: a\n  title: 甲\n  articles:\n    - https://news.example/1\n    - note: 又\n      article: https://NEWS.example/1#top\n",
		"_collections.yml:5: https://NEWS.example/1#top stands twice in a; keep one of them.",
	],
	["nothing", "", ""],
])("a mistake is one line with its place: %s", (_, text, line) => {
	expect(complaint(text)).toBe(line);
});

test("the sample that a new archive holds is read as it stands, and says nothing before it is taken at its word", () => {
	const seeds = scratchFolder();
	initArchive(seeds);
	expect(readArchive(seeds, defaults).collections).toEqual([]);
	const sample = readFileSync(join(seeds, "_collections.yml"), "utf8");
	const schema = /\$schema=(\S+)/.exec(sample)?.[1] ?? "";
	expect(existsSync(join(seeds, schema))).toBe(true);
	writeFiles(seeds, {
		"_collections.yml": sample.replace(/^# (?=- id| {2})/gm, ""),
	});
	expect(readArchive(seeds, defaults).collections).toMatchObject([
		{
			id: "where-to-begin",
			articles: [{ id: "76cbd0b7a4d8a1e2", line: 10 }, { line: 12 }],
		},
	]);
});

test("a collection has its page, its place in the overview and its feeds; what is not here is reported with its line", async () => {
	const archive = archiveIn(scratchFolder());
	const owned = () =>
		build(
			{ ...optionsFor(archive), config: readArchive(archive.seeds, defaults) },
			pools,
		);
	const page = (path: string) => readFileSync(join(archive.out, path), "utf8");
	writeSeeds(archive.seeds, 9);
	await owned();
	expect(page("index.html")).not.toContain("collections.html");
	const { articles } = readCorpus(archive.corpus).manifest;
	const [first, second] = articles;
	if (!first?.url || !second) throw new Error("no articles");

	const written = (note: string) => `- id: two-days
  title: 两天 <b>
  text: |
    第一段 <script>alert(1)</script>

    第二段
  articles:
    - article: ${second.id}
      note: ${note}
    - ${first.url}
    - https://nobody.example/
- id: nothing
  title: 空
  articles: [0123456789abcdef]
`;
	writeFiles(archive.seeds, { "_collections.yml": written("从这里读起") });
	const built = await owned();
	expect(built.reread).toBe(0);
	const shown = page("collections/two-days.html");
	expect(shown).toContain("<h1>两天 &lt;b></h1>");
	expect(shown).toContain("从这里读起");
	expect(shown).not.toContain("<script>alert");
	expect(shown.indexOf(second.id.slice(2))).toBeLessThan(
		shown.indexOf(first.id.slice(2)),
	);
	expect(page("collections.html")).toMatch(
		/collections\/two-days\.html[\s\S]*collections\/nothing\.html/,
	);
	expect(page("index.html")).toContain('href="collections.html"');
	const atom = new XMLParser().parse(page("feeds/collections/two-days.xml"));
	expect(atom.feed.entry).toHaveLength(2);
	expect(
		JSON.parse(page("feeds/collections/two-days.json")).items,
	).toHaveLength(2);
	expect(JSON.parse(page("feeds/collections/nothing.json")).items).toEqual([]);
	// A filter of the search, also from programs.
	const { total, articles: found } = await open(archive.out).search("消息", {
		filters: { collection: ["two-days"] },
	});
	expect(found.map(({ id }) => id).sort()).toEqual(
		[first.id, second.id].sort(),
	);
	expect(total).toBe(2);
	expect(verifyArchive(archive).differences).toEqual([]);
	const report = readCorpus(archive.corpus).report;
	expect(
		JSON.stringify(report).match(/collection-without-article/g)?.length,
	).toBeGreaterThan(0);
	expect(JSON.stringify(report)).toContain('"line":11');

	writeFiles(archive.seeds, { "_collections.yml": written("从头读起") });
	const changed = await owned();
	expect([changed.reread, changed.pages.rendered]).toEqual([0, 1]);
	expect(page("collections/two-days.html")).toContain("从头读起");
	const clean = { ...archiveIn(scratchFolder()), seeds: archive.seeds };
	await build(
		{ ...optionsFor(clean), config: readArchive(archive.seeds, defaults) },
		pools,
	);
	expect(treeOf(archive.out)).toEqual(treeOf(clean.out));

	writeFiles(archive.seeds, { "_collections.yml": "" });
	await owned();
	expect(existsSync(join(archive.out, "collections.html"))).toBe(false);
});
