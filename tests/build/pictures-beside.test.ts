import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { readArticle, readCorpus } from "../../src/corpus/store.ts";
import { build } from "../../src/pipeline.ts";
import { PicturesBeside } from "../../src/read/beside.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import { archiveIn, optionsFor, sharedPools } from "../support/build.ts";
import { scratchFolder, sharedFolder } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";
import { writeFiles } from "../support/write-files.ts";

const root = sharedFolder();
const pools = sharedPools();

/** As wide as it is told, so that tests know it again. */
const picture = (width: number) =>
	sharp({
		create: { width, height: 80, channels: 3, background: "#567" },
	})
		.png()
		.toBuffer();

const prose =
	"一座桥的故事，说的是河与岸，写到这里还没有结束，明天再接着写下去。";
const post = (address: string, image: string) =>
	`---\ntitle: 桥${address}\nfrom: https://beside.example/${address}\ndate: 2021-03-04\n---\n\n${prose}\n\n![图](${image})\n\n完。\n`;
const savedPage = `<!DOCTYPE html>
<!-- saved from url=(0031)https://beside.example/page -->
<html lang="zh"><head><meta charset="utf-8"><title>河</title></head><body>
<nav><a href="/">首页</a></nav>
<article><h1>河</h1><p>${prose}${prose}</p>
<figure><img src="./page_files/1.png" alt=""><figcaption>河上</figcaption></figure>
<p>${prose}${prose}</p></article></body></html>`;

test("pictures that lie beside a file are shown with its article, and looked for again when they come, change and go", async () => {
	const archive = archiveIn(root);
	const options = optionsFor(archive);
	const figures = () =>
		Object.fromEntries(
			readCorpus(archive.corpus).manifest.articles.map(({ id }) => {
				const { provenance, figures } = readArticle(archive.corpus, id);
				return [
					provenance.file,
					figures.map(({ width, asset }) => asset && width),
				];
			}),
		);
	const clean = async () => {
		const fresh = archiveIn(scratchFolder(), archive.seeds);
		await build(optionsFor(fresh), pools);
		return [treeOf(fresh.corpus), treeOf(fresh.out)];
	};
	writeFiles(archive.seeds, {
		"_posts/a.md": post("a", "/img/a.png"),
		"notes/b.md": post("b", "../pictures/b%20b.png"),
		"notes/c.md": post("c", "later.png"),
		"saved/page.html": savedPage,
		"static/img/a.png": await picture(100),
		"pictures/b b.png": await picture(200),
		"saved/page_files/1.png": await picture(300),
		"unused.png": await picture(400),
	});
	const first = await build(options, pools);
	expect(figures()).toEqual({
		"_posts/a.md": [100],
		"notes/b.md": [200],
		"notes/c.md": [undefined],
		"saved/page.html": [300],
	});
	// Three pictures are no files of the archive; that of nobody is told.
	expect(first.totals).toMatchObject({ files: 5, accepted: 4, quarantined: 1 });
	expect(await build(options, pools)).toMatchObject({ reread: 0 });
	expect(verifyArchive(archive).differences).toEqual([]);

	rmSync(join(archive.seeds, "static"), { recursive: true });
	writeFiles(archive.seeds, {
		"notes/attachments/later.png": await picture(500),
		"pictures/b b.png": await picture(600),
	});
	await build(options, pools);
	expect(figures()).toEqual({
		"_posts/a.md": [undefined],
		"notes/b.md": [600],
		"notes/c.md": [500],
		"saved/page.html": [300],
	});
	expect([treeOf(archive.corpus), treeOf(archive.out)]).toEqual(await clean());
});

test("nothing outside of the archive is a picture beside a file, nor what a link leads to", async () => {
	const folder = scratchFolder();
	writeFiles(folder, {
		"secret.png": await picture(100),
		"seeds/own.png": await picture(100),
		"seeds/deep/a.md": "",
	});
	symlinkSync(join(folder, "secret.png"), join(folder, "seeds/link.png"));
	const pictures = new PicturesBeside(join(folder, "seeds"));
	const isFound = (address: string) =>
		pictures.find("deep/a.md", address) !== undefined;
	expect(isFound("../own.png")).toBe(true);
	for (const address of [
		"../../secret.png",
		"../link.png",
		"link.png",
		"file:///etc/passwd",
		"//own.png",
		"https://beside.example/own.png",
		"a.md",
		"%00own.png",
		"",
	])
		expect(isFound(address), address).toBe(false);
});
