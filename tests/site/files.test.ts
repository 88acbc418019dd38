import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { articleSchema } from "../../src/domain/article.ts";
import { encountersSchema } from "../../src/domain/encounter.ts";
import { publishedPath } from "../../src/site/addresses.ts";
import { csv } from "../../src/site/files/csv.ts";
import { scratchFolder, sharedFolder } from "../support/scratch.ts";
import { buildSample, filesUnder } from "./build-sample.ts";
import {
	makeArticle,
	sampleAddresses,
	sampleArticles,
} from "./sample-corpus.ts";

const folder = sharedFolder();
let root = "";
const read = (path: string) => readFileSync(join(root, path), "utf8");

beforeAll(async () => {
	({ root } = await buildSample(folder, {
		site: { baseUrl: "https://archive.example/news/" },
	}));
});

/** RFC 3986, appendix A, as far as characters go. */
const uri = z
	.string()
	.regex(/^[a-z][a-z0-9+.-]*:(?:[\w\-.~:/?#@!$&'()*+,;=]|%[0-9a-f]{2})+$/i);
/** A part of ninjs that has a role, or a name, and says something. */
const said = z.array(
	z.strictObject({
		role: z.string().optional(),
		contentType: z.string().optional(),
		value: z.string(),
	}),
);
const concepts = z.array(
	z.strictObject({
		name: z.string().optional(),
		rel: z.string().optional(),
		uri: uri.optional(),
		literal: z.string().optional(),
	}),
);
/** The members of ninjs 3.1 that a text may have and that we use, by IPTC's schema; that has no others. */
const ninjsItem = z.strictObject({
	uri,
	standard: z.strictObject({
		name: z.literal("ninjs"),
		version: z.literal("3.1"),
		schema: z.literal("http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"),
	}),
	type: z.literal("text"),
	representationType: z.enum(["full", "partial"]),
	contentCreated: z.iso.datetime().optional(),
	versionCreated: z.iso.datetime().optional(),
	language: z.string(),
	copyrightHolder: z.string().optional(),
	usageTerms: z.string().optional(),
	headlines: said.optional(),
	descriptions: said.optional(),
	by: z.string().optional(),
	infoSources: z
		.array(
			z.strictObject({
				name: z.string().optional(),
				role: z.string().optional(),
				uri: uri.optional(),
				literal: z.string().optional(),
			}),
		)
		.optional(),
	people: concepts.optional(),
	places: concepts.optional(),
	subjects: concepts.optional(),
	renditions: z
		.array(
			z.strictObject({
				name: z.string(),
				href: uri.optional(),
				contentType: z.string().optional(),
			}),
		)
		.optional(),
	altIds: z
		.array(
			z.strictObject({
				role: z.string().optional(),
				value: z.string().optional(),
			}),
		)
		.optional(),
});

const parser = new XMLParser({
	ignoreAttributes: false,
	isArray: (name) => ["entry", "link", "author", "url", "Url"].includes(name),
});
const rfc3339 = z.iso.datetime();

describe("feeds", () => {
	const atoms = [
		"feed.xml",
		"feeds/morning-post.xml",
		"feeds/north-wire.xml",
		"feeds/people/xi-jinping.xml",
		"feeds/places/beijing.xml",
		"feeds/tags/0b/belarus.xml",
		"feeds/timelines/xi-lukashenko.xml",
	];

	test("are there for every source, person, place, tag and timeline, in both forms", () => {
		const feeds = filesUnder(join(root, "feeds"));
		for (const folder of ["sources", "people", "places", "tags"])
			for (const page of filesUnder(join(root, folder), ".html")) {
				const name = page.replace(".html", "");
				const at = folder === "sources" ? name : `${folder}/${name}`;
				expect(feeds).toEqual(
					expect.arrayContaining([`${at}.xml`, `${at}.json`]),
				);
			}
		expect(feeds).toEqual(
			expect.arrayContaining(atoms.slice(1).map((path) => path.slice(6))),
		);
	});

	test.each(atoms)("%s has what RFC 4287 asks for", (path) => {
		expect(XMLValidator.validate(read(path))).toBe(true);
		const { feed } = parser.parse(read(path));
		expect(feed.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
		expect(feed.title).not.toBe("");
		rfc3339.parse(feed.updated);
		const ids = new Set();
		for (const entry of feed.entry) {
			expect(entry.id).toMatch(/^urn:uuid:/);
			ids.add(entry.id);
			expect(entry.author.length).toBeGreaterThan(0);
			rfc3339.parse(entry.updated);
			rfc3339.parse(entry.published);
			const alternates = entry.link.filter(
				(link: Record<string, string>) => link["@_rel"] === "alternate",
			);
			expect(alternates.length).toBe(1);
			expect(alternates[0]["@_href"]).toMatch(
				/^https:\/\/archive\.example\/news\/(?:articles|encounters)\//,
			);
		}
		expect(ids.size).toBe(feed.entry.length);
	});

	test("feed.json has what JSON Feed 1.1 asks for", () => {
		const feed = JSON.parse(read("feed.json"));
		expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
		expect(feed.feed_url).toBe("https://archive.example/news/feed.json");
		expect(feed.items.length).toBe(4);
		for (const item of feed.items) {
			expect(item.id).toMatch(/^urn:uuid:/);
			expect(item.content_text).toBeTypeOf("string");
			rfc3339.parse(item.date_published);
		}
	});

	test("are well-formed whatever a headline holds", async () => {
		const built = await buildSample(scratchFolder(), {
			articles: [
				makeArticle({
					id: "2020010100000001",
					day: "2020-01-01",
					headline: "坏\u0000字\u0008符\ud800与]]>&<b>",
				}),
			],
		});
		const text = readFileSync(join(built.root, "feed.xml"), "utf8");
		expect(XMLValidator.validate(text)).toBe(true);
	});
});

test("the sitemap lists every page but search, 404 and those of addresses without an article, and robots.txt names it", () => {
	expect(XMLValidator.validate(read("sitemap.xml"))).toBe(true);
	const { urlset } = parser.parse(read("sitemap.xml"));
	const withoutArticle = new Set(
		[...sampleAddresses.moved, ...sampleAddresses.withdrawn].map(({ id }) =>
			publishedPath(id),
		),
	);
	const pages = filesUnder(root, ".html").filter(
		(path) =>
			![
				"404.html",
				"search.html",
				"compare.html",
				"reading-list.html",
			].includes(path) && !withoutArticle.has(path),
	);
	// An article's page is as old as its recording; the home page as its newest article's.
	const changed = new Map<string, string>(
		urlset.url.map(({ loc, lastmod }: Record<string, string>) => [
			loc?.replace("https://archive.example/news/", ""),
			lastmod,
		]),
	);
	for (const path of pages.filter((path) => /^articles\/20/.test(path)))
		expect(changed.get(path), path).toMatch(/^20\d\d-\d\d-\d\d(T[\d:]{8}Z)?$/);
	expect(changed.get("index.html")).toBe(
		[...changed]
			.filter(([path]) => path.startsWith("articles/"))
			.map(([, moment]) => moment ?? "")
			.sort()
			.at(-1),
	);
	expect(urlset.url.map(({ loc }: { loc: string }) => loc).sort()).toEqual(
		pages.map((path) => `https://archive.example/news/${path}`).sort(),
	);
	expect(read("robots.txt")).toContain(
		"Sitemap: https://archive.example/news/sitemap.xml",
	);
});

test("browsers are told how to search the archive, and how to keep it", () => {
	const { OpenSearchDescription: said } = parser.parse(read("opensearch.xml"));
	expect(said.ShortName.length).toBeLessThanOrEqual(16);
	expect(said.Url[0]["@_template"]).toBe(
		"https://archive.example/news/search.html?q={searchTerms}",
	);
	expect(read("index.html")).toContain('href="opensearch.xml"');
	const manifest = JSON.parse(read("manifest.webmanifest"));
	const files = new Set(filesUnder(root));
	for (const { src } of manifest.icons) expect(files).toContain(src);
	expect(files).toContain(manifest.start_url.replace("./", ""));
	expect(manifest.scope).toBe("./");
});

test("every JSON Schema names itself", () => {
	for (const name of filesUnder(join(root, "data/schema")))
		expect(JSON.parse(read(`data/schema/${name}`)).$id).toBe(
			`https://archive.example/news/data/schema/${name}`,
		);
});

test("without an address of the site a JSON Schema is named by what it describes and its version", async () => {
	const built = await buildSample(scratchFolder(), {});
	const text = readFileSync(
		join(built.root, "data/schema/article.schema.json"),
		"utf8",
	);
	expect(JSON.parse(text).$id).toBe("urn:biannian:schema:article:2");
});

describe("downloads", () => {
	/** The parts of a download of articles, by month. */
	const parts = (folder: string) =>
		filesUnder(join(root, "data", folder)).map((name) => [
			name.replace(/\.\w+$/, ""),
			read(`data/${folder}/${name}`),
		]);

	test("full articles lie by month of publication, each as the schema says", () => {
		expect(parts("articles").map(([month]) => month)).toEqual([
			"2019-04",
			"2023-03",
			"2023-12",
			"undated",
		]);
		const lines = parts("articles").flatMap(([, text]) =>
			(text ?? "").trimEnd().split("\n"),
		);
		expect(lines.length).toBe(6);
		for (const line of lines) articleSchema.parse(JSON.parse(line));
	});

	test("each table of articles has the rows of its month's lines, and marks older revisions", () => {
		const revisions: string[] = [];
		for (const [month, text = ""] of parts("articles-csv")) {
			const rows: Record<string, string>[] = parse(text, {
				columns: true,
				bom: true,
			});
			const lines = read(`data/articles/${month}.jsonl`).trimEnd().split("\n");
			const articles = lines.map((line) =>
				articleSchema.parse(JSON.parse(line)),
			);
			expect(rows.map((row) => [row.id, row.revision_of])).toEqual(
				articles.map(({ id, revisionOf = "" }) => [id, revisionOf]),
			);
			expect(
				rows.map(({ headline, url, day, figures }) => [
					headline,
					url,
					day,
					figures,
				]),
			).toEqual(
				articles.map((one) => [
					one.headline,
					one.url ?? "",
					one.published?.day ?? "",
					String(one.figures.length),
				]),
			);
			revisions.push(
				...rows.map((row) => row.revision_of ?? "").filter(Boolean),
			);
		}
		expect(revisions).toEqual(["2019042600000001"]);
		const { resources } = JSON.parse(read("data/datapackage.json"));
		const table = resources.find(
			({ name }: { name: string }) => name === "articles",
		);
		expect(
			parts("articles-csv")[0]?.[1]?.replace("\ufeff", "").split("\r\n")[0],
		).toBe(
			table.schema.fields.map(({ name }: { name: string }) => name).join(","),
		);
	});

	test("CSV quotes what needs it and never starts a formula", () => {
		expect(csv([['a,"b"', "=1+1", "多\n行"]])).toBe(
			'\ufeff"a,""b""",\'=1+1,"多\n行"\r\n',
		);
	});

	test("CSV leaves numbers as they are, and holds no control characters", () => {
		expect(csv([["-33.86", "12", "-x", "甲\u0000乙\r丙\r\n丁\ufffe"]])).toBe(
			'\ufeff-33.86,12,\'-x,"甲乙\n丙\n丁"\r\n',
		);
	});

	test("ninjs items have the members and types of ninjs 3.1, and no others", () => {
		const items = parts("articles-ninjs").flatMap(([, text = ""]) =>
			z.array(ninjsItem).parse(JSON.parse(text)),
		);
		expect(items.map(({ headlines }) => headlines?.[0]?.value)).toEqual(
			sampleArticles()
				.filter(({ revisionOf }) => revisionOf === undefined)
				.map(({ headline }) => headline),
		);
		expect(items[0]).toMatchObject({
			uri: "https://archive.example/news/articles/20/2019042600000001.html",
			contentCreated: "2019-04-26T02:10:00Z",
			by: "陈一鸣; Anna O'Neil",
			usageTerms: "文字归晨报中文网，未经许可不得转载。",
			people: [
				{ name: "卢卡申科", literal: "alexander-lukashenko" },
				{ name: "习近平", literal: "xi-jinping" },
			],
		});
	});

	test("without an address of the site ninjs items have URIs of their own, and addresses are URIs whatever they hold", async () => {
		const built = await buildSample(scratchFolder(), {
			articles: [
				makeArticle({
					id: "2020010100000001",
					day: "2020-01-01",
					url: "https://例子.example/a|b[1]?q=100%&c=甲#x^y",
				}),
			],
		});
		const text = readFileSync(
			join(built.root, "data/articles-ninjs/2020-01.json"),
			"utf8",
		);
		const [item] = z.array(ninjsItem).parse(JSON.parse(text));
		expect(item?.uri).toBe("urn:biannian:2020010100000001");
		expect(item?.renditions?.[0]?.href).toBe(
			"https://xn--fsqu00a.example/a%7Cb%5B1%5D?q=100%25&c=%E7%94%B2#x%5Ey",
		);
		expect(item?.descriptions).toContainEqual({
			role: "day",
			value: "2020-01-01",
		});
	});

	test("encounters.json is the corpus' own", () => {
		encountersSchema.parse(JSON.parse(read("data/encounters.json")));
	});

	test("encounters.ics folds its lines and ends each event on the day after", () => {
		const text = read("data/encounters.ics");
		for (const line of text.split("\r\n"))
			expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		const plain = text.replaceAll("\r\n ", "");
		expect(plain.match(/BEGIN:VEVENT/g)?.length).toBe(2);
		expect(plain).toContain(
			"DTSTART;VALUE=DATE:20190425\r\nDTEND;VALUE=DATE:20190426",
		);
		expect(plain).toMatch(
			/DESCRIPTION:.*\\nhttps:\/\/archive\.example\/news\/articles\/.*\.html#p\d/,
		);
		expect(plain).toMatch(
			/URL;VALUE=URI:https:\/\/archive\.example\/news\/encounters\/.*\.html/,
		);
		expect(plain).toContain("SUMMARY:习近平与卢卡申科在北京会晤");
	});

	test("encounters.csv and the TimelineJS file name every meeting", () => {
		expect(read("data/encounters.csv").trimEnd().split("\r\n").length).toBe(4);
		const { events } = JSON.parse(read("data/encounters.timelinejs.json"));
		expect(events[0].start_date).toEqual({ year: 2016, month: 9 });
	});

	test("datapackage.json says whose the texts are, and what the owner notes of an outlet's rights", () => {
		const { licenses } = JSON.parse(read("data/datapackage.json"));
		const path = "https://archive.example/news/about.html";
		expect(licenses).toEqual([
			{ name: "other-closed", title: expect.stringMatching(/outlets/), path },
			{
				name: "notspecified",
				title: "晨报中文网: 文字归晨报中文网，未经许可不得转载。",
				path,
			},
		]);
	});

	test("datapackage.json names every file below data/ but schemas, and none that is not there", () => {
		const files = new Set(filesUnder(join(root, "data")));
		const { resources } = JSON.parse(read("data/datapackage.json"));
		expect(
			resources.flatMap(({ path }: { path: string | string[] }) => path).sort(),
		).toEqual(
			[...files].filter(
				(path) => path !== "datapackage.json" && !path.startsWith("schema/"),
			),
		);
		for (const { path, jsonSchema } of resources) {
			for (const one of [path].flat()) expect(files).toContain(one);
			if (jsonSchema) expect(files).toContain(jsonSchema);
		}
	});
});
