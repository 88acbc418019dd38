import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { complaint, planSource } from "../../scripts/new-source.ts";
import { isZone } from "../../src/domain/time.ts";
import { adapterFor, adapters, belongsTo } from "../../src/sources/index.ts";
import { accepted, withHeader } from "./support.ts";

describe("the adapters", () => {
	test("each has an id, a zone and hosts of its own", () => {
		const ids = adapters.map(({ source }) => source.id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { source, hosts } of adapters) {
			expect(source.id).toMatch(/^[a-z0-9-]+$/);
			expect(isZone(source.zone)).toBe(true);
			expect(hosts.length).toBeGreaterThan(0);
		}
	});

	test("no host is claimed twice", () => {
		const claimed = adapters.flatMap(({ hosts, source }) =>
			hosts.map((host) => ({ host, id: source.id })),
		);
		for (const { host, id } of claimed)
			for (const other of claimed)
				if (other.id !== id) expect(belongsTo(host, other.host)).toBe(false);
	});

	test("a host claims its subdomains and nobody else's name", () => {
		expect(belongsTo("www.zaobao.com", "zaobao.com")).toBe(true);
		expect(belongsTo("notzaobao.com", "zaobao.com")).toBe(false);
		expect(belongsTo("zaobao.com.evil.invalid", "zaobao.com")).toBe(false);
	});

	test("an address speaks before a name, and a name only without an address", () => {
		const idOf = (url: string | undefined, names: readonly string[]) =>
			adapterFor(url, names[0], names).source.id;
		expect(idOf("https://www.zaobao.com/x", ["美国之音"])).toBe("zaobao");
		expect(idOf(undefined, ["某栏目", "美国之音"])).toBe("voa-chinese");
		expect(idOf("https://blog.example.org/x", ["美国之音"])).toBe(
			"blog-example-org",
		);
	});

	test.each([
		["某地观察", "某地观察"],
		["文化", "valley.example"],
		["Blog", "valley.example"],
	])(
		"a category that is a tag as well names an outlet, but a subject does not: %s",
		(category, name) => {
			const { source } = accepted(
				`---\ntitle: 河\nfrom: https://valley.example/1\ncategories: [${category}]\ntags: [${category}]\n---\n\n<p>河很长。</p>\n`,
			);
			expect(source.name).toBe(name);
		},
	);

	test("an outlet that nobody knows is named by the crawler or by its host", () => {
		expect(adapterFor("https://www.example.org/x", "某报", []).source).toEqual({
			id: "example-org",
			name: "某报",
			homepage: "https://www.example.org/",
			zone: "UTC",
			language: "und",
		});
		expect(
			adapterFor("https://m.example.org/x", undefined, []).source.name,
		).toBe("example.org");
	});
});

describe("npm run new-source", () => {
	const source = {
		id: "lake-gazette",
		host: "lakegazette.example",
		name: "江河邮报",
		zone: "Asia/Shanghai",
	};
	const index = readFileSync("src/sources/index.ts", "utf8");

	test("starts an adapter, its line in the list and its first fixture", () => {
		const { files, next } = planSource(source, index);
		expect(Object.keys(files)).toEqual([
			"src/sources/lake-gazette.ts",
			"src/sources/index.ts",
			"tests/fixtures/ingest/lake-gazette-first-article/input.md",
		]);
		expect(files["src/sources/lake-gazette.ts"]).toContain(
			"export const lakeGazette: SourceAdapter",
		);
		expect(files["src/sources/index.ts"]).toContain(
			'import { lakeGazette } from "./lake-gazette.ts";',
		);
		expect(files["src/sources/index.ts"]).toMatch(/= \[\n\tlakeGazette,\n/);
		expect(next).toHaveLength(5);
	});

	test("its fixture is an article already", () => {
		const { files } = planSource(source, index);
		const draft = accepted(
			files["tests/fixtures/ingest/lake-gazette-first-article/input.md"] ?? "",
		);
		expect(draft.source).toMatchObject({
			id: "lakegazette-example",
			name: "江河邮报",
		});
		expect(draft.published?.day).toBe("2024-01-02");
	});

	test.each([
		[{ ...source, id: "River Post" }, "no id"],
		[{ ...source, id: "../x" }, "no id"],
		[{ ...source, host: "https://lakegazette.example/" }, "no host"],
		[{ ...source, name: " " }, "a name"],
		[{ ...source, zone: "Beijing" }, "no IANA time zone"],
	])("refuses %o", (wrong, words) => {
		expect(complaint(wrong)).toContain(words);
		expect(complaint(source)).toBeUndefined();
	});
});

describe("magazines and blogs", () => {
	const of = (host: string, html: string) =>
		accepted(withHeader(html, { url: `https://${host}/2023/1` }));

	test("Pao-Pao's byline is read without its sign, its links below the text go", () => {
		const { bylines, paragraphs, provenance, source } = of(
			"pao-pao.net",
			'<div class="field-name-author">文/甲某、乙某</div><p>正文。</p><ul class="links"><li>登录</li></ul>',
		);
		expect(source.id).toBe("pao-pao");
		expect(bylines).toEqual(["甲某", "乙某"]);
		expect(paragraphs.map(({ text }) => text)).toEqual(["正文。"]);
		expect(provenance.removed.map(({ rule }) => rule)).toContain(
			"sources/comments",
		);
	});

	test.each([
		['<div class="ads_top">广告</div>', "sources/advertisement"],
		['<div class="entry-footer">归档</div>', "sources/metadata"],
		['<div class="jsx-123">另一本杂志</div>', "sources/read-more"],
		['<section class="wxyz">更多</section>', "sources/read-more"],
		['<div class="card__link-logo">标志</div>', "sources/metadata"],
	])("around a text of Nei.st, %s goes as %s", (box, rule) => {
		const { paragraphs, provenance, source } = of(
			"nei.st",
			`<p>正文。</p>${box}`,
		);
		expect(source.id).toBe("nei-st");
		expect(paragraphs.map(({ text }) => text)).toEqual(["正文。"]);
		expect(provenance.removed.map((one) => one.rule)).toEqual([rule]);
	});

	test("燕京书评 names its authors beside their portraits, and its column above", () => {
		const { bylines, paragraphs, source } = of(
			"m.allnow.com",
			'<div class="column-wrap"><p class="column">书评</p></div><div class="author-wrap"><div><span class="single-name">甲某</span></div><span class="single-name">乙某</span></div><p>正文。</p>',
		);
		expect(source.id).toBe("yanjing-review");
		expect(bylines).toEqual(["甲某", "乙某"]);
		expect(paragraphs.map(({ text }) => text)).toEqual(["正文。"]);
	});
});

describe("what outlets have in common", () => {
	test("a crawler's stamp opens a body of an outlet that nobody knows", () => {
		const { published, paragraphs } = accepted(
			withHeader(
				"<div><i>Mon, 04 Dec 2023 15:08:33 GMT</i></div><p>正文。</p>",
				{ stamp: "1701704349000" },
			),
		);
		expect(published?.basis).toBe("body");
		expect(paragraphs).toHaveLength(1);
	});
});
