import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../../src/base/files-below.ts";
import { readArticle, readCorpus } from "../../src/corpus/store.ts";
import { build } from "../../src/pipeline.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import { page, picture, warcRecord } from "../ingest/web-files.ts";
import { archiveIn, optionsFor, sharedPools } from "../support/build.ts";
import { sharedFolder } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";
import { writeFiles } from "../support/write-files.ts";

const root = sharedFolder();
const pools = sharedPools();

const line = (number: number, text: string) =>
	JSON.stringify({
		title: `第${number}篇`,
		url: `https://many.example/${number}`,
		date: `2021-03-0${number}T08:00:00+08:00`,
		body: text,
	});

test("a file of many articles is built, kept, changed and mended like files of one", async () => {
	const archive = archiveIn(root);
	const options = optionsFor(archive);
	const articles = () => {
		const corpus = readCorpus(archive.corpus);
		return corpus.manifest.articles.map(({ id }) =>
			readArticle(archive.corpus, id),
		);
	};
	writeFiles(archive.seeds, {
		"dump#1.jsonl": `${line(1, "第一篇的正文，够长的一段话，说的是河。")}\n{broken\n${line(2, "第二篇的正文，够长的一段话，说的是岸。")}\n`,
	});
	const first = await build(options, pools);
	expect(first.totals).toMatchObject({ files: 3, accepted: 2, quarantined: 1 });
	expect(
		articles().map(({ provenance: { file, record } }) => [file, record]),
	).toEqual([
		["dump#1.jsonl", "1"],
		["dump#1.jsonl", "3"],
	]);
	expect(verifyArchive(archive).differences).toEqual([]);

	const again = await build(options, pools);
	expect(again).toMatchObject({ reread: 0, totals: first.totals });

	// A draft that the cache lost makes its file be read again.
	const drafts = join(archive.cache, "drafts");
	for (const path of filesBelow(drafts)) rmSync(join(drafts, path));
	rmSync(archive.corpus, { recursive: true });
	await build(options, pools);
	expect(articles()).toHaveLength(2);

	writeFileSync(
		join(archive.seeds, "dump#1.jsonl"),
		`${line(1, "第一篇的正文，够长的一段话，说的是河。")}\n${line(2, "改过的第二篇，够长的一段话，说的是另一条岸。")}\n${line(3, "第三篇的正文，够长的一段话，说的是桥。")}\n`,
	);
	await build(options, pools);
	expect(articles().map(({ headline }) => headline)).toEqual([
		"第1篇",
		"第2篇",
		"第3篇",
	]);
	const report = JSON.parse(
		readFileSync(join(archive.corpus, "report.json"), "utf8"),
	);
	expect(report.totals).toMatchObject({ files: 3, quarantined: 0 });
	// Drafts of what is gone are gone.
	expect(
		readdirSync(drafts, { recursive: true }).filter((name) =>
			`${name}`.endsWith(".json"),
		),
	).toHaveLength(3);

	const clean = archiveIn(join(root, "clean"), archive.seeds);
	await build(optionsFor(clean), pools);
	expect(treeOf(archive.corpus)).toEqual(treeOf(clean.corpus));
	expect(treeOf(archive.out)).toEqual(treeOf(clean.out));
});

test("pictures that seed files hold are shown, and brought back when the cache lost them", async () => {
	const archive = archiveIn(join(root, "pictures"));
	writeFiles(archive.seeds, {
		"crawl.warc": Buffer.concat([
			warcRecord(
				"https://a.example/bridge",
				page(
					"新桥通车",
					["新桥今天通车，第一个走过去的是修桥的石匠，他数了数栏杆。"],
					{
						more: '<p><img src="https://img.a.example/b.png" alt="桥"><img src="https://img.a.example/cut.png"></p>',
					},
				),
			),
			warcRecord("https://img.a.example/b.png", picture, {
				headers: "Content-Type: image/png",
			}),
			// Its head promises a picture that is not there.
			warcRecord("https://img.a.example/cut.png", picture.subarray(0, 50), {
				headers: "Content-Type: image/png",
			}),
		]),
	});
	await build(optionsFor(archive), pools);
	const images = () =>
		filesBelow(archive.out).filter((path) => path.startsWith("images/"));
	const made = images();
	expect(made.some((path) => path.endsWith("-40.avif"))).toBe(true);
	const [article] = filesBelow(archive.out).filter((path) =>
		/^articles\/.*[0-9a-f]{16}\.html$/.test(path),
	);
	expect(readFileSync(join(archive.out, article ?? ""), "utf8")).toContain(
		"<picture>",
	);
	rmSync(join(archive.cache, "pictures"), { recursive: true });
	rmSync(archive.out, { recursive: true });
	const mended = await build(optionsFor(archive), pools);
	expect(mended.reread).toBe(0);
	expect(images()).toEqual(made);
});
