import { readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../../src/base/files-below.ts";
import { defaults } from "../../src/config.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import type { CivilDay } from "../../src/domain/time.ts";
import { build } from "../../src/pipeline.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import { page, picture, warcRecord } from "../ingest/web-files.ts";
import { archiveIn, optionsFor, sharedPools } from "../support/build.ts";
import { sharedFolder } from "../support/scratch.ts";
import { writeFiles } from "../support/write-files.ts";

const root = sharedFolder();
const pools = sharedPools();

const bridge = (more = "") =>
	warcRecord(
		"https://a.example/bridge",
		page(
			"新桥通车",
			["新桥今天通车，第一个走过去的是修桥的石匠，他数了数栏杆。"],
			{ more },
		),
	);
const crawl = Buffer.concat([
	bridge('<p><img src="https://img.a.example/b.png" alt="桥"></p>'),
	warcRecord("https://img.a.example/b.png", picture, {
		headers: "Content-Type: image/png",
	}),
]);

test("web archives lie in the site where they are asked for: linked by their articles, listed, copied once", async () => {
	const archive = archiveIn(root);
	const baseUrl = "https://news.example/old/";
	const options = { ...optionsFor(archive), baseUrl, keepArchives: true };
	writeFiles(archive.seeds, { "网页/crawl.warc": crawl });
	const first = await build(options, pools);
	expect(first.archives).toEqual({ files: 1, bytes: crawl.length });
	const kept = () =>
		filesBelow(archive.out).filter((path) => path.startsWith("data/archives/"));
	const [path = ""] = kept();
	expect(path).toMatch(/^data\/archives\/[0-9a-f]{16}\.warc$/);
	const place = join(archive.out, path);
	expect(readFileSync(place).equals(crawl)).toBe(true);
	const [article = ""] = filesBelow(archive.out).filter((own) =>
		/^articles\/.*[0-9a-f]{16}\.html$/.test(own),
	);
	const html = readFileSync(join(archive.out, article), "utf8");
	expect(html).toContain(`href="../../${path}"`);
	const replay = `https://replayweb.page/?source=${encodeURIComponent(baseUrl + path)}#view=pages&amp;url=https%3A%2F%2Fa.example%2Fbridge&amp;ts=20210501000000`;
	expect(html).toContain(replay);
	expect(verifyArchive(archive).differences).toEqual([]);

	// A change elsewhere leaves the copy as it is.
	const { ino } = statSync(place);
	writeFiles(archive.seeds, {
		"other.txt":
			"[另一篇](https://a.example/2)\n------\n<p>另一条岸上的事。</p>",
	});
	const second = await build(options, pools);
	expect(second).toMatchObject({ reread: 1, archives: first.archives });
	expect(statSync(place).ino).toBe(ino);

	await build(optionsFor(archive), pools);
	expect(kept()).toEqual([]);
	expect(readFileSync(join(archive.out, article), "utf8")).not.toContain(
		"data/archives",
	);
});

test("a web archive that holds a withdrawn article is not published as a whole", async () => {
	const archive = archiveIn(join(root, "withdrawn"));
	writeFiles(archive.seeds, { "crawl.warc": crawl });
	await build(optionsFor(archive), pools);
	const [card] = readCorpus(archive.corpus).manifest.articles;
	const id = card?.id ?? "";
	const withdrawn = [
		{
			...{ id, headline: "新桥通车", outlet: "a.example", reason: "…" },
			withdrawn: "2024-01-01" as CivilDay,
		},
	];
	const config = { ...defaults, withdrawn };
	const options = { ...optionsFor(archive), config };
	await expect(
		build({ ...options, keepArchives: true }, pools),
	).rejects.toThrow(
		`--keep-archives would publish crawl.warc as it is, which holds the withdrawn article ${id}`,
	);
	expect((await build(options, pools)).totals.withdrawn).toBe(1);
});

test("a web archive that nobody changed is not read again, also when it was touched", async () => {
	const archive = archiveIn(join(root, "unchanged"));
	const options = optionsFor(archive);
	writeFiles(archive.seeds, { "crawl.warc": crawl });
	expect(await build(options, pools)).toMatchObject({ reread: 1 });
	expect(await build(options, pools)).toMatchObject({ reread: 0 });
	utimesSync(join(archive.seeds, "crawl.warc"), 1, 1);
	expect(await build(options, pools)).toMatchObject({ reread: 0 });
});

test("pictures in the cache go when no draft shows them any more", async () => {
	const archive = archiveIn(join(root, "pictures"));
	const options = optionsFor(archive);
	const pictures = () => readdirSync(join(archive.cache, "pictures"));
	writeFiles(archive.seeds, { "a.warc": crawl, "b.warc": crawl });
	await build(options, pools);
	expect(pictures()).toHaveLength(1);
	// One of two files that hold it changes, then the other.
	writeFiles(archive.seeds, { "a.warc": bridge() });
	await build(options, pools);
	expect(pictures()).toHaveLength(1);
	writeFiles(archive.seeds, { "b.warc": bridge() });
	await build(options, pools);
	expect(pictures()).toEqual([]);
});
