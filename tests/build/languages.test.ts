import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { filesBelow } from "../../src/base/files-below.ts";
import { defaults } from "../../src/config.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { idOfAddress } from "../../src/domain/article-id.ts";
import type { InterfaceLanguage } from "../../src/domain/gazetteer.ts";
import { build } from "../../src/pipeline.ts";
import { checkPage } from "../../src/render/check-pages.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import { articlePath, publishedPath } from "../../src/site/addresses.ts";
import {
	type Archive,
	archiveIn,
	optionsFor,
	sharedPools,
} from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import { strangersOn } from "../support/page-words.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const pools = sharedPools();

function buildOwned(archive: Archive, baseUrl?: string) {
	const config = readArchive(archive.seeds, defaults);
	const options = { ...optionsFor(archive), config };
	return build(
		baseUrl === undefined ? options : { ...options, baseUrl },
		pools,
	);
}

/** The five sample files under these words of their owner. */
async function fiveWith(words: string): Promise<Archive> {
	const archive = archiveIn(scratchFolder());
	for (const name of filesBelow("seeds"))
		writeFiles(archive.seeds, {
			[name]: readFileSync(`seeds/${name}`, "utf8"),
		});
	writeFiles(archive.seeds, { "_archive.yml": words });
	await buildOwned(archive);
	return archive;
}

const pagesOf = ({ out }: Archive) =>
	filesBelow(out).filter((path) => path.endsWith(".html"));

const page = ({ out }: Archive, path: string) =>
	readFileSync(join(out, path), "utf8");

test("every page of the five samples speaks the one language of their archive", async () => {
	const archive = await fiveWith("language: zh-Hant\n");
	const pages = pagesOf(archive);
	expect(pages.length).toBeGreaterThan(20);
	expect(strangersOn(archive, pages, "zh-Hant")).toEqual([]);
});

/** Folders of the pages of each language. */
type Folders = readonly (readonly [
	folder: string,
	language: InterfaceLanguage,
])[];

test.each<[string, Folders]>([
	[
		"zh-Hans, en",
		[
			["", "zh-Hans"],
			["en/", "en"],
		],
	],
	[
		"en, zh-Hant, zh-Hans",
		[
			["", "en"],
			["zh-hant/", "zh-Hant"],
			["zh-hans/", "zh-Hans"],
		],
	],
])(
	"%s: every page is there in each language, alone in it, and leads on in it; all else is there once",
	async (names, folders) => {
		const archive = await fiveWith(`languages: [${names}]\n`);
		const further = folders.slice(1).map(([folder]) => folder);
		const all = pagesOf(archive);
		const own = all.filter(
			(path) => !further.some((one) => path.startsWith(one)),
		);
		for (const [folder, language] of folders) {
			const pages = own.map((path) => folder + path);
			expect(all).toEqual(expect.arrayContaining(pages));
			expect(strangersOn(archive, pages, language)).toEqual([]);
			for (const path of pages) {
				const html = page(archive, path);
				expect(html).toContain(`<html lang="${language}"`);
				expect(checkPage(html), path).toEqual([]);
				if (path.endsWith("404.html")) continue;
				for (const [, other] of folders)
					if (other !== language)
						expect(html, path).toContain(`data-language="${other}"`);
			}
		}
		expect(all).toHaveLength(own.length * folders.length);
		for (const folder of further)
			expect(
				filesBelow(join(archive.out, folder)).filter(
					(path) => !path.endsWith(".html"),
				),
			).toEqual([]);
		// Every link of every page, those between languages too.
		expect(verifyArchive(archive).differences).toEqual([]);
	},
);

test("a link stays in its language, the switch leads to the same page, and machines are told of the others", async () => {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 4);
	writeFiles(archive.seeds, {
		"_archive.yml": `title: {zh-Hans: 旧闻, en: Old news}
description: {zh-Hans: 说明, en: About it}
languages: [zh-Hans, en]
timelines: [{id: one, title: {zh-Hans: 两人, en: The two}, people: [xi-jinping, alexander-lukashenko]}]
`,
		"_pages/method.md":
			"# 方法\n\n[数据](../data/ids.txt) [首页](../index.html)\n",
		"_pages/method.en.md":
			"# Method\n\n[Data](../data/ids.txt) [Home](../index.html)\n",
		"_pages/contact.md": "# 联系\n\n文字\n",
		"_corrections.yml":
			'- { moved: "https://gone.example/1", to: "https://news.example/story-2" }\n',
	});
	await buildOwned(archive, "https://archive.example/news/");
	const [first] = readCorpus(archive.corpus).manifest.articles;
	const article = articlePath(first?.id ?? "");
	const english = page(archive, `en/${article}`);
	expect(english).toContain('href="../../index.html"');
	expect(english).toContain('href="../../../assets/site.css"');
	expect(english).toContain('href="../../../feed.xml"');
	expect(english).toContain(
		`href="../../../${article}" hreflang="zh-Hans" lang="zh-Hans"`,
	);
	expect(page(archive, article)).toContain(
		`href="../../en/${article}" hreflang="en" lang="en"`,
	);
	const base = "https://archive.example/news/";
	expect(english).toContain(
		`<link rel="canonical" href="${base}en/${article}"`,
	);
	for (const html of [english, page(archive, article)])
		for (const [language, folder] of [
			["zh-Hans", ""],
			["en", "en/"],
			["x-default", ""],
		])
			expect(html).toContain(
				`<link rel="alternate" hreflang="${language}" href="${base}${folder}${article}"`,
			);
	const sitemap = page(archive, "sitemap.xml");
	expect(sitemap).toContain(`<loc>${base}en/${article}</loc>`);
	expect(sitemap).toContain(
		`<xhtml:link rel="alternate" hreflang="en" href="${base}en/${article}"/>`,
	);
	// What the owner says in each language stands in it; a page that has no other is in both.
	expect(page(archive, "en/index.html")).toContain("Old news");
	expect(page(archive, "en/index.html")).not.toContain("旧闻");
	expect(page(archive, "en/timeline.html")).toContain("The two");
	expect(page(archive, "timeline.html")).toContain("两人");
	expect(page(archive, "en/pages/method.html")).toContain("Method");
	expect(page(archive, "pages/method.html")).toContain("方法");
	expect(page(archive, "en/pages/contact.html")).toContain("联系");
	// An address that moved leads on in its own language, and is nobody's alternate.
	const moved = publishedPath(idOfAddress("https://gone.example/1"));
	for (const folder of ["", "en/"]) {
		const html = page(archive, folder + moved);
		expect(html).toMatch(/content="0; url=\.\.\/\.\.\/articles\//);
		expect(html).toContain(
			`<link rel="canonical" href="${base}${folder}articles/`,
		);
		expect(html).not.toContain('rel="alternate" hreflang');
	}
	expect(verifyArchive(archive).differences).toEqual([]);
});

test("a language more or less reads no file again, keeps the pages of the first, and gives the bytes of a clean build", async () => {
	const root = scratchFolder();
	const archive = archiveIn(root);
	writeSeeds(archive.seeds, 8);
	const speak = (languages: string) => {
		writeFiles(archive.seeds, { "_archive.yml": `languages: ${languages}\n` });
		return buildOwned(archive);
	};
	await speak("[zh-Hans]");
	const alone = treeOf(archive.out);
	expect((await speak("[zh-Hans, en]")).reread).toBe(0);
	const clean = { ...archiveIn(join(root, "clean")), seeds: archive.seeds };
	await buildOwned(clean);
	expect(treeOf(archive.out)).toEqual(treeOf(clean.out));
	expect(treeOf(archive.corpus)).toEqual(treeOf(clean.corpus));
	expect((await speak("[zh-Hans]")).reread).toBe(0);
	expect(treeOf(archive.out)).toEqual(alone);
});
