import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { defaults } from "../../src/config.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { inTraditional } from "../../src/enrich/gazetteer/in-traditional.ts";
import { build } from "../../src/pipeline.ts";
import type { BuildSummary } from "../../src/report/print.ts";
import {
	type Archive,
	archiveIn,
	type Ended,
	optionsFor,
	sharedPools,
} from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const pools = sharedPools();

/** Build as the command does: with what the owner says beside the seeds. */
function buildOwned(archive: Archive): Promise<BuildSummary> {
	const config = readArchive(archive.seeds, defaults);
	return build({ ...optionsFor(archive), config }, pools);
}

const page = (archive: Archive, path: string) =>
	readFileSync(join(archive.out, path), "utf8");

/** Run the command in a folder of the user's, as its own process. */
function commandIn(folder: string, words: readonly string[]): Promise<Ended> {
	return new Promise((done) => {
		execFile(
			process.execPath,
			[resolve("src/start.mjs"), ...words],
			{ cwd: folder },
			(error, stdout, stderr) =>
				done({ code: Number(error?.code ?? 0), stdout, stderr }),
		);
	});
}

test("two archives with titles, pairs and languages of their own are built from one checkout", async () => {
	const meeting = (host: string, guest: string) =>
		`<!--1700000000000-->\n[会谈](https://news.example/${host})\n------\n\n<p>${host}3月1日在莫斯科会见${guest}，双方举行了会谈。</p>\n`;
	const [one, other] = [archiveIn(scratchFolder()), archiveIn(scratchFolder())];
	writeFiles(one.seeds, {
		"_archive.yml": `title: 中俄旧闻
shortName: 旧闻
timelines:
  - {id: xi-putin, title: 习近平与普京会晤编年, people: [xi-jinping, vladimir-putin]}
`,
		"a.txt": meeting("普京", "习近平"),
	});
	writeFiles(other.seeds, {
		"_archive.yml": `title: Two neighbours
language: en
timelines:
  - {id: putin-lukashenko, title: Putin and Lukashenko, people: [vladimir-putin, alexander-lukashenko]}
`,
		"b.txt": meeting("普京", "卢卡申科"),
	});
	await buildOwned(one);
	await buildOwned(other);
	expect(page(one, "index.html")).toContain("中俄旧闻");
	expect(page(one, "index.html")).toContain('lang="zh-Hans"');
	expect(page(one, "timeline.html")).toContain("习近平与普京会晤编年");
	expect(page(one, "about.html")).not.toContain('class="seal">中俄');
	expect(page(one, "about.html")).toContain('class="seal">旧闻');
	expect(page(other, "index.html")).toContain("Two neighbours");
	expect(page(other, "index.html")).toContain('lang="en"');
	for (const [archive, pair] of [
		[one, ["xi-jinping", "vladimir-putin"]],
		[other, ["vladimir-putin", "alexander-lukashenko"]],
	] as const) {
		const { encounters } = readCorpus(archive.corpus).encounters;
		expect(encounters.map(({ people }) => people.map(({ id }) => id))).toEqual([
			pair,
		]);
	}
});

test("a changed title is on every page, reads no file again, and gives the bytes of a clean build", async () => {
	const root = scratchFolder();
	const archive = archiveIn(root);
	writeSeeds(archive.seeds, 12);
	writeFiles(archive.seeds, { "_archive.yml": "title: 从前\n" });
	expect((await buildOwned(archive)).reread).toBe(12);
	writeFiles(archive.seeds, {
		"_archive.yml": `title: 以后
timelines:
  - {id: xi-lukashenko, title: 两人, people: [xi-jinping, alexander-lukashenko]}
`,
	});
	const summary = await buildOwned(archive);
	expect(summary.reread).toBe(0);
	expect(page(archive, "index.html")).toContain("以后");
	expect(page(archive, "timeline.html")).toContain("两人");
	const clean = {
		...archiveIn(join(root, "clean")),
		seeds: archive.seeds,
	};
	await buildOwned(clean);
	expect(treeOf(archive.out)).toEqual(treeOf(clean.out));
	expect(treeOf(archive.corpus)).toEqual(treeOf(clean.corpus));
});

test("files that the owner leaves out are not read, and the report says how many", async () => {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 2);
	writeFiles(archive.seeds, {
		"_archive.yml": "leaveOut: [drafts/**, '*.bak.txt']\n",
		"README.md": "# Not an article\n",
		"_styles.css": ".brand { color: green }\n",
		"drafts/deep/a.txt": "x",
		"deep/1.bak.txt": "x",
		"deep/README.md": "---\ntitle: 也是文章\n---\n<p>正文两段。</p>\n",
		"_posts/2023-03-01-jekyll.md":
			"---\ntitle: 仍是文章\n---\n<p>正文一段。</p>\n",
	});
	await buildOwned(archive);
	const { report, manifest } = readCorpus(archive.corpus);
	expect(report.totals.files).toBe(4);
	expect(manifest.articles.map(({ headline }) => headline)).toContain(
		"仍是文章",
	);
	expect(JSON.stringify(report)).toContain('"read/left-out"');
	expect(page(archive, "look.css")).toContain(".brand { color: green }");
	expect(page(archive, "report.html")).toContain('href="look.css"');
});

test("an archive that is named has its site inside, and the site is no part of the archive", async () => {
	const elsewhere = scratchFolder();
	const archive = join(scratchFolder(), "archive");
	writeSeeds(archive, 2);
	writeFiles(archive, {
		"_archive.yml": "baseUrl: https://archive.example/news\n",
	});
	const first = await commandIn(elsewhere, ["build", archive, "--json"]);
	expect(first.code, first.stderr).toBe(0);
	expect(JSON.parse(first.stdout).totals.files).toBe(2);
	expect(existsSync(join(archive, "_site/index.html"))).toBe(true);
	expect(readFileSync(join(archive, "_site/sitemap.xml"), "utf8")).toContain(
		"https://archive.example/news/",
	);
	// From inside no name is needed, and nothing has changed.
	const again = await commandIn(archive, ["build", "--json"]);
	expect(JSON.parse(again.stdout)).toMatchObject({
		totals: { files: 2 },
		reread: 0,
		site: { written: 0 },
	});
	const verified = await commandIn(elsewhere, ["verify", archive]);
	expect(verified.code, verified.stdout).toBe(0);
	expect(existsSync(join(elsewhere, ".cache"))).toBe(false);
});

test("a mistake of the owner's is told with its line before anything is built, and the site stands", async () => {
	const archive = join(scratchFolder(), "archive");
	writeSeeds(archive, 1);
	writeFiles(archive, { "_archive.yml": "# mine\nlangage: en\n" });
	const { code, stderr } = await commandIn(archive, ["build"]);
	expect(code).toBe(2);
	expect(stderr).toBe(
		`${archive}/_archive.yml:2: There is no “langage” here; did you mean “language”?\nbiannian: nothing was built.\n`,
	);
	expect(existsSync(join(archive, "_site"))).toBe(false);
});

test("inspect reads a file as the archive around it would", async () => {
	const archive = join(scratchFolder(), "archive");
	writeSeeds(archive, 2);
	writeFiles(archive, { "_archive.yml": "limits: {headline: 20}\n" });
	writeFiles(archive, {
		"long.txt": `<!--1700000000000-->\n[${"长".repeat(25)}](https://news.example/a)\n------\n\n<p>x</p>\n`,
	});
	const { stdout } = await commandIn(scratchFolder(), [
		"inspect",
		join(archive, "long.txt"),
	]);
	expect(stdout).toContain(`headline   ${"长".repeat(19)}…\n`);
});

/** An archive of two outlets that the program does not know, and one that it does. */
function outletsArchive(): Archive {
	const archive = archiveIn(scratchFolder());
	const article = (host: string, number: number) =>
		`<!--1700000000000-->\n[第${number}篇](https://${host}/${number})\n------\n\n<div class="meta">2023年3月${number}日 09:05</div><p>${"这里是正文，说的是一件事情。".repeat(8)}</p><div class="app">${"请下载我们的应用。".repeat(4)}</div>\n`;
	for (const host of ["river.example", "hill.example", "www.voachinese.com"])
		for (const number of [1, 2, 3, 4])
			writeFiles(archive.seeds, {
				[`${host}-${number}.txt`]: article(host, number),
			});
	return archive;
}

const river = (parts: string) =>
	`- {id: river, name: 江河邮报, hosts: river.example, zone: Asia/Tokyo, ${parts}}\n`;
const hill =
	"- {id: hill, name: 山丘, hosts: hill.example, zone: Asia/Taipei}\n";

test("a changed outlet reads that outlet's files again and no others", async () => {
	const archive = outletsArchive();
	const say = async (outlets: string) => {
		writeFiles(archive.seeds, { "_outlets.yml": outlets });
		return (await buildOwned(archive)).reread;
	};
	expect(await say(hill)).toBe(12);
	// River's articles were anybody's before; the others are as they were.
	expect(await say(hill + river("boilerplate: .app"))).toBe(4);
	const { manifest } = readCorpus(archive.corpus);
	expect(manifest.sources.map(({ id, zone }) => [id, zone])).toEqual([
		["hill", "Asia/Taipei"],
		["river", "Asia/Tokyo"],
		["voa-chinese", "America/New_York"],
	]);
	expect(
		await say(
			hill +
				river(
					"boilerplate: .app, stamp: {select: .meta, pattern: yyyy年M月d日 HH:mm}",
				),
		),
	).toBe(4);
	const days = readCorpus(archive.corpus)
		.manifest.articles.filter(({ source }) => source === "river")
		.map(({ day }) => day);
	expect(days).toEqual([
		"2023-03-01",
		"2023-03-02",
		"2023-03-03",
		"2023-03-04",
	]);
	// Taken away, they are anybody's again.
	expect(await say(hill)).toBe(4);
	expect(await say(hill)).toBe(0);
});

test("a part that would take most of an outlet's text is refused with figures and its line, and the site stands", async () => {
	const archive = outletsArchive();
	writeFiles(archive.seeds, { "_outlets.yml": hill });
	await buildOwned(archive);
	const before = treeOf(archive.out);
	writeFiles(archive.seeds, {
		"_outlets.yml": `${hill}- id: river
  name: 江河邮报
  hosts: river.example
  zone: Asia/Tokyo
  boilerplate:
    comments: .none
    promotion: p
`,
	});
	await expect(buildOwned(archive)).rejects.toThrow(
		`${archive.seeds}/_outlets.yml:8: “boilerplate.promotion” takes more than half of the text of 4 of the 4 articles of river; name a smaller part.`,
	);
	expect(treeOf(archive.out)).toEqual(before);
	writeFiles(archive.seeds, {
		"_outlets.yml": hill + river("boilerplate: .app"),
	});
	await buildOwned(archive);
});

test("a pair that the program does not know is followed by the owner's words alone, in either script", async () => {
	const archive = archiveIn(scratchFolder());
	const article = (number: number, text: string) =>
		`<!--170000000000${number}-->\n[会谈](https://news.example/${number})\n------\n\n<p>${text}</p>\n`;
	writeFiles(archive.seeds, {
		"_archive.yml":
			"timelines: [{id: zhang-putin, title: 张山河与普京会晤编年, people: [zhang-shanhe, vladimir-putin]}]\n",
		"_people.yml": `- id: zhang-shanhe
  name: 张山河
  english: Zhang Shanhe
  initial: 张
  country: riverland
  offices: [{titles: 总统, from: 2001-01-01, headOfState: true}]
`,
		"_places.yml": `countries: [{id: riverland, name: 河国, english: Riverland}]
cities: [{id: estuary, name: 河口城, english: Estuary, country: riverland, lat: 10.5, lon: -20, zone: UTC}]
venues: [{name: 双桥宫, cities: estuary}]
`,
		"a.txt": article(
			1,
			"2023年3月1日，河国总统张山河在河口城双桥宫会见俄罗斯总统普京。",
		),
		"b.txt": article(2, "2023年5月9日，張山河在莫斯科同普京舉行會談。"),
		// By his office alone.
		"c.txt": article(3, "2023年6月7日，普京在莫斯科会见到访的河国总统。"),
	});
	const config = readArchive(archive.seeds, defaults);
	const gazetteer = await inTraditional(config.gazetteer);
	await build(
		{ ...optionsFor(archive), config: { ...config, gazetteer } },
		pools,
	);
	const { encounters, manifest, gazetteer: known } = readCorpus(archive.corpus);
	expect(
		encounters.encounters.map(({ start, place }) => [start, place]),
	).toEqual([
		[
			"2023-03-01",
			{ country: "河国", city: "河口城", venue: "双桥宫", lat: 10.5, lon: -20 },
		],
		["2023-05-09", expect.objectContaining({ city: "莫斯科" })],
		["2023-06-07", expect.objectContaining({ city: "莫斯科" })],
	]);
	for (const { people } of manifest.articles.filter(({ url }) =>
		/\/[12]$/.test(url ?? ""),
	))
		expect(people).toContain("zhang-shanhe");
	expect(known.people.find(({ id }) => id === "zhang-shanhe")).toMatchObject({
		name: "张山河",
		traditional: "張山河",
		english: "Zhang Shanhe",
	});
});

test("several pairs have a chronicle each, an overview, and downloads under their own titles", async () => {
	const archive = archiveIn(scratchFolder());
	writeFiles(archive.seeds, {
		"_archive.yml": `language: zh-Hant
timelines:
  - {id: one, people: [xi-jinping, vladimir-putin]}
  - {id: two, title: 鄰居, people: [vladimir-putin, alexander-lukashenko]}
`,
		"a.txt":
			"<!--1700000000000-->\n[会谈](https://news.example/1)\n------\n\n<p>2023年3月21日，习近平在莫斯科同普京举行会谈。</p>\n",
	});
	await buildOwned(archive);
	const overview = page(archive, "timelines.html");
	expect(overview).toContain('href="timeline.html">習近平與普京會晤編年</a>');
	expect(overview).toContain('href="timelines/two.html">鄰居</a>');
	expect(page(archive, "index.html")).toContain('href="timelines.html"');
	expect(page(archive, "timeline.html")).toContain(
		'href="data/timelines/one.ics"',
	);
	expect(page(archive, "data/timelines/one.ics")).toContain(
		"X-WR-CALNAME:習近平與普京會晤編年",
	);
	expect(page(archive, "data/timelines/two.ics")).toContain(
		"X-WR-CALNAME:鄰居",
	);
	expect(page(archive, "data/timelines/two.ics")).not.toContain("BEGIN:VEVENT");
	expect(JSON.parse(page(archive, "data/timelines/one.json"))).toMatchObject({
		timeline: { id: "one", title: "习近平与普京会晤编年" },
		encounters: [{ start: "2023-03-21" }],
	});
	expect(page(archive, "data/encounters.ics")).toContain("X-WR-CALNAME:編年");
});
