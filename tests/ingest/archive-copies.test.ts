import { describe, expect, test } from "vitest";
import { originalOf } from "../../src/parse/wayback.ts";
import { accepted } from "./support.ts";

const copy = "https://web.archive.org/web/20210712002422";
const own = "https://river.example/2017/bridge";

describe("a copy in a web archive", () => {
	test.each([
		[`${copy}/${own}?a=1`, `${own}?a=1`, "2021-07-12T00:24:22Z"],
		[
			`${copy}id_/https:/river.example/a`,
			"https://river.example/a",
			"2021-07-12T00:24:22Z",
		],
		[`https://web.archive.org/web/2021/${own}`, own, "2021-01-01T00:00:00Z"],
		[`https://web.archive.org/${own}`, undefined, undefined],
		[
			`https://archive.ph/2021.07.12-002422/${own}`,
			own,
			"2021-07-12T00:24:22Z",
		],
		[`https://archive.today/newest/${own}`, own, undefined],
		[
			`https://library.example/wayback/20160101000000mp_/${own}`,
			own,
			"2016-01-01T00:00:00Z",
		],
		[
			`https://webcache.googleusercontent.com/search?q=cache:abcdefgh1234:${own}+&cd=1`,
			own,
			undefined,
		],
		["https://archive.ph/AbCdE", undefined, undefined],
		["https://web.archive.org/about/", undefined, undefined],
		[`https://river.example/2021/07/12/${own}`, undefined, undefined],
	])("%s", (address, url, captured) => {
		expect(originalOf(address)).toEqual(
			url === undefined
				? undefined
				: { url, ...(captured === undefined ? {} : { captured }) },
		);
	});

	const saved = (body: string, more = "") =>
		accepted(
			`---\ntitle: 桥\ndate: 2017-03-01\nurl: ${copy}/${own}\n${more}---\n\n桥通了。\n\n${body}\n`,
			"bridge.md",
		);

	test("is an article of the outlet that it copies, of the day that the outlet says", () => {
		const draft = saved("人都来看。");
		expect(draft).toMatchObject({
			url: own,
			source: { id: "river-example" },
			published: { day: "2017-03-01", basis: "front-matter" },
		});
		expect(
			draft.witnesses.find(({ kind }) => kind === "capture"),
		).toMatchObject({ day: "2021-07-12", verdict: "recorded" });
	});

	test("leads its links to the originals, and shows the originals' pictures by way of the archive", () => {
		const { links, figures } = saved(
			[
				`[甲](/web/20210712002422/https://river.example/a)`,
				`[乙](${copy}/https://other.example/b)`,
				`[丙](c.html)`,
				`![桥](${copy}im_/https://river.example/p.jpg)`,
			].join("\n\n"),
		);
		expect(links.map(({ href }) => href)).toEqual([
			"https://river.example/a",
			"https://other.example/b",
			"https://river.example/2017/c.html",
		]);
		expect(figures[0]).toMatchObject({
			src: "https://river.example/p.jpg",
			proxied: `${copy}im_/https://river.example/p.jpg`,
		});
	});

	test("stays a link where an article only points to it", () => {
		const { links } = accepted(
			`---\ntitle: 桥\nurl: ${own}\n---\n\n见[存档](${copy}/https://other.example/b)。\n`,
			"bridge.md",
		);
		expect(links.map(({ href }) => href)).toEqual([
			`${copy}/https://other.example/b`,
		]);
	});
});
