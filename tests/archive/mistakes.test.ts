import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OwnerMistakes } from "../../src/archive/mistake.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { defaults } from "../../src/config.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

/** What is said of these files, one line each, without the folder. */
function complaints(files: Readonly<Record<string, string>>): string[] {
	const seeds = scratchFolder();
	writeFiles(seeds, files);
	try {
		readArchive(seeds, defaults);
		return [];
	} catch (error) {
		if (!(error instanceof OwnerMistakes)) throw error;
		return error.message.split("\n").map((line) => {
			expect(line.startsWith(`${seeds}/`)).toBe(true);
			return line.slice(seeds.length + 1);
		});
	}
}

describe("a mistake in _archive.yml is one line with its place and what to do", () => {
	test.each([
		[
			"a misspelt key",
			"title: 旧闻\ntilte: 旧闻\n",
			"2: There is no “tilte” here; did you mean “title”?",
		],
		["a key like no other", "colour: red\n", "1: There is no “colour” here."],
		[
			"a misspelt key inside",
			"limits:\n  depth: 100\n  fileByte: 9\n",
			"3: There is no “fileByte” here; did you mean “fileBytes”?",
		],
		[
			"a language that there is not",
			"language: zh-Han\n",
			"1: “language” must be one of: zh-Hans, zh-Hant, en; did you mean “zh-Hans”?",
		],
		[
			"a number that is none",
			"limits: {images: many}\n",
			"1: “images” must be a whole number from 1 to 10000.",
		],
		[
			"a list where a text belongs",
			"title:\n  - a\n",
			"2: “title” must be a text, or a mapping (lines of “key: value”).",
		],
		[
			"a title in a language that there is not",
			"title: {zh-Hans: 旧闻, eng: Old news}\n",
			"1: There is no “eng” here; did you mean “en”?",
		],
		[
			"a language twice",
			"languages: [en, zh-Hans, en]\n",
			"1: “languages” names a language twice; keep one of them.",
		],
		[
			"one language and several",
			"language: en\nlanguages: [en, zh-Hans]\n",
			"1: “language” and “languages” both stand here; keep one of them.",
		],
		["no language", "languages: []\n", "1: “languages” must have at least 1."],
		[
			"a logo that is not there",
			"logo: _assets/logo.png\n",
			"1: There is no picture “_assets/logo.png”.",
		],
		[
			"a logo from elsewhere",
			"logo: ../../etc/logo.png\n",
			"1: “../../etc/logo.png” does not lie below _assets/, where pictures are looked for.",
		],
		[
			"a logo that leads out of the folder",
			"logo: _assets/../../logo.png\n",
			"1: “_assets/../../logo.png” is not read: It leads out of the folder.",
		],
		["an empty text", 'title: ""\n', "1: “title” must not be empty."],
		[
			"an address of another kind",
			"baseUrl: javascript:alert(1)\n",
			"1: “baseUrl” must be an address that begins with https:// or http://.",
		],
		[
			"a colour that cannot be read",
			'accent: "#ffcc00"\n',
			"1: “accent” has a contrast of 1.4 with the page, and 4.5 is the least that can be read; #8a6e00 would do.",
		],
		[
			"a colour that is none",
			"accent: red\n",
			'1: “accent” must be six hex digits behind #, in quotes: "#1f4e79".',
		],
		[
			"a flag that is none",
			"noindex: yes\n",
			"1: “noindex” must be one of: true, false.",
		],
		[
			"a key that stands twice",
			"title: a\nlanguage: en\ntitle: b\n",
			"3: This key stands twice; keep one of them.",
		],
		[
			"a tab",
			"limits:\n\tdepth: 100\n",
			"2: A tab stands at the beginning; YAML wants spaces.",
		],
		[
			"an alias",
			"title: &a x\ndescription: *a\n",
			"1: Anchors (“&name”) are not read; take it away.",
		],
		[
			"a tag that would run something",
			"title: !!js/function 'function () {}'\n",
			"1: Tags (“!!js/function”) are not read; take it away.",
		],
		[
			"a quotation that never ends",
			"title: 'x\n",
			"2: This is no YAML: Missing closing 'quote",
		],
		[
			"two documents",
			"title: a\n---\ntitle: b\n",
			"2: A second document begins here (“---”); write everything into one.",
		],
		[
			"no mapping",
			"- title\n",
			"1: This must be a mapping (lines of “key: value”).",
		],
		["levels without end", `title: ${"[".repeat(9_000)}`, /^1: /],
	])("%s", (_, text, expected) => {
		const [only = "", ...others] = complaints({ "_archive.yml": text });
		const reason = only.replace(/^_archive\.yml:/, "");
		if (typeof expected === "string") expect(reason).toBe(expected);
		else expect(reason).toMatch(expected);
		expect(others).toEqual([]);
	});

	test("all mistakes of all files are told at once", () => {
		expect(
			complaints({
				"_archive.yml": "tilte: x\nlanguage: de\n",
				"_outlet.yml": "x",
			}),
		).toEqual([
			"_outlet.yml:1: No file of this name is read; did you mean “_outlets.yml”?",
			"_archive.yml:2: “language” must be one of: zh-Hans, zh-Hant, en.",
			"_archive.yml:1: There is no “tilte” here; did you mean “title”?",
		]);
	});
});

describe("the pairs of _archive.yml", () => {
	const pair = (people: string, id = "one") =>
		`  - {id: ${id}, title: 编年, people: [${people}]}\n`;
	test.each([
		[
			"somebody unknown, near to a known name",
			pair("xi-jinpin, vladimir-putin"),
			"2: Nobody is known as “xi-jinpin”; did you mean “xi-jinping”?",
		],
		[
			"somebody unknown",
			pair("nobody-at-all, vladimir-putin"),
			"2: Nobody is known as “nobody-at-all”; add an entry to _people.yml.",
		],
		[
			"one person twice",
			pair("xi-jinping, xi-jinping"),
			"2: A timeline follows two different people.",
		],
		[
			"three people",
			pair("xi-jinping, vladimir-putin, joe-biden"),
			/^2: “people” /,
		],
		[
			"two timelines of one id",
			pair("xi-jinping, vladimir-putin") + pair("xi-jinping, joe-biden"),
			"3: There are two timelines “one”.",
		],
		[
			"one pair in two timelines",
			pair("xi-jinping, joe-biden") + pair("joe-biden, xi-jinping", "two"),
			"3: Another timeline follows these two already.",
		],
	])("%s", (_, lines, expected) => {
		const [only = "", ...others] = complaints({
			"_archive.yml": `timelines:\n${lines}`,
		});
		const reason = only.replace(/^_archive\.yml:/, "");
		if (typeof expected === "string") expect(reason).toBe(expected);
		else expect(reason).toMatch(expected);
		expect(others).toEqual([]);
	});
});

describe("a mistake in _outlets.yml", () => {
	const river =
		"- id: river-post\n  name: 江河邮报\n  hosts: riverpost.example\n  zone: Asia/Shanghai\n";
	test.each([
		[
			"a selector that is none",
			`${river}  byline: "[class="\n`,
			/^5: “byline” holds “\[class=”, which is no CSS selector: /,
		],
		[
			"a pattern without a day",
			`${river}  stamp:\n    select: .date\n    pattern: yyyy-MM\n`,
			"7: “pattern” holds “yyyy-MM”, which is no pattern of a date: It names no day (dd, d).",
		],
		[
			"a zone that there is not",
			river.replace("Shanghai", "Bejing"),
			"4: “zone” must be an IANA time zone such as Asia/Shanghai or Europe/Paris.",
		],
		[
			"an address where a host belongs",
			river.replace("riverpost.example", "https://riverpost.example/"),
			"3: “hosts” must be the name of a host in small letters, such as riverpost.example.",
		],
		["no zone", river.replace(/ {2}zone.*\n/, ""), "1: “zone” is missing."],
		[
			"a misspelt part",
			`${river}  boilerplat: .x\n`,
			"5: There is no “boilerplat” here; did you mean “boilerplate”?",
		],
		[
			"a misspelt reason",
			`${river}  boilerplate:\n    promotoin: .x\n`,
			"6: There is no “promotoin” here; did you mean “promotion”?",
		],
		[
			"an id twice",
			river + river.replace("riverpost", "hillpost"),
			"5: There are two outlets “river-post”.",
		],
		[
			"a host twice",
			river + river.replace("river-post", "other"),
			"7: “riverpost.example” is a host of “river-post” already.",
		],
	])("%s", (_, text, expected) => {
		const [only = "", ...others] = complaints({ "_outlets.yml": text });
		const reason = only.replace(/^_outlets\.yml:/, "");
		if (typeof expected === "string") expect(reason).toBe(expected);
		else expect(reason).toMatch(expected);
		expect(others).toEqual([]);
	});
});

describe("a mistake in _people.yml or _places.yml", () => {
	test.each([
		[
			{
				"_people.yml":
					"- {id: zhang, name: 张山河, country: rusia}\n- {id: zhang, name: 张, country: russia}\n",
			},
			[
				"_people.yml:2: “name” must have two characters at least: one alone stands in many words.",
			],
		],
		[
			{
				"_people.yml":
					"- {id: zhang, name: 张山河, country: rusia}\n- {id: zhang, name: 张山, country: atlantis}\n",
			},
			[
				"_people.yml:1: No country is known as “rusia”; did you mean “russia”?",
				"_people.yml:2: There are two people “zhang”.",
				"_people.yml:2: No country is known as “atlantis”; add it to _places.yml.",
			],
		],
		[
			{
				"_people.yml": `- id: zhang
  name: 张山河
  country: russia
  initial: 张山
  offices:
    - titles: [总统]
      from: 2020-01-01
      until: 2019-01-01
`,
			},
			[
				"_people.yml:4: “initial” must be one Chinese character.",
				"_people.yml:8: “until” must not be before “from”.",
			],
		],
		[
			{
				"_places.yml":
					"cities:\n  - {id: x, name: 某城, country: china, lat: 91, lon: 0, zone: UTC}\n",
			},
			["_places.yml:2: “lat” must be a number from -90 to 90."],
		],
		[
			{
				"_places.yml": "venues:\n  - {name: 某宫, cities: minks}\n",
			},
			["_places.yml:2: No city is known as “minks”; did you mean “minsk”?"],
		],
	])("%j", (files, expected) => {
		expect(complaints(files)).toEqual(expected);
	});

	test("people of _people.yml may be followed", () => {
		expect(
			complaints({
				"_people.yml": "- {id: zhang, name: 张山河, country: russia}\n",
				"_archive.yml":
					"timelines: [{id: one, title: 编年, people: [zhang, xi-jinping]}]\n",
			}),
		).toEqual([]);
	});
});

describe("a file of the owner's is read like any other below the seeds", () => {
	test("never through a link", () => {
		const seeds = scratchFolder();
		writeFileSync(join(seeds, "elsewhere.txt"), "title: x\n");
		symlinkSync("elsewhere.txt", join(seeds, "_archive.yml"));
		expect(() => readArchive(seeds, defaults)).toThrow(
			/_archive\.yml:1: It is a symbolic link/,
		);
	});

	test("never from a pipe, which is not waited for", () => {
		const seeds = scratchFolder();
		execFileSync("mkfifo", [join(seeds, "_archive.yml")]);
		expect(() => readArchive(seeds, defaults)).toThrow(
			/_archive\.yml:1: It is no regular file/,
		);
	});

	test("up to two megabytes", () => {
		expect(
			complaints({ "_archive.yml": `# ${"x".repeat(2_000_000)}\n` }),
		).toEqual(["_archive.yml:1: It is larger than 2000000 bytes."]);
	});
});

test("what an owner says lies over the defaults; limits and what to leave out are added to them", () => {
	const seeds = scratchFolder();
	writeFiles(seeds, {
		"_archive.yml": `\uFEFF# the owner's words
title: 两人会晤
shortName:
noindex: true
limits: {depth: 100}
leaveOut: drafts/**
`,
	});
	const config = readArchive(seeds, defaults);
	expect(config).toMatchObject({
		title: "两人会晤",
		description: defaults.description,
		noindex: true,
		limits: { ...defaults.limits, depth: 100 },
	});
	expect(config.shortName).toBeUndefined();
	expect(config.leaveOut).toEqual([...defaults.leaveOut, "drafts/**"]);
});

test("an archive without a word of its owner's has the defaults", () => {
	expect(readArchive(scratchFolder(), defaults)).toEqual(defaults);
	expect(complaints({ "_archive.yml": "# nothing yet\n" })).toEqual([]);
});
