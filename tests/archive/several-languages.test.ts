import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { defaults, defaultTexts } from "../../src/config.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

function configOf(archive: string) {
	const seeds = scratchFolder();
	writeFiles(seeds, { "_archive.yml": archive });
	return readArchive(seeds, defaults);
}

test("where the owner says nothing, each language has its own usual words", () => {
	const { title, language, otherLanguages } = configOf(
		"languages: [en, zh-Hant]\n",
	);
	expect({ title, language }).toEqual({
		title: defaultTexts.en.title,
		language: "en",
	});
	expect(otherLanguages).toEqual([
		{ language: "zh-Hant", ...defaultTexts["zh-Hant"] },
	]);
});

test("one text stands for every language; of several each has its own, and the first's where it has none", () => {
	const { title, description, shortName, otherLanguages } = configOf(
		`languages: [zh-Hans, en, zh-Hant]
title: {zh-Hans: 旧闻, en: Old news}
shortName: {en: Old}
description: 一句话
`,
	);
	expect({ title, description, shortName }).toEqual({
		title: "旧闻",
		description: "一句话",
		shortName: undefined,
	});
	expect(otherLanguages).toEqual([
		{
			language: "en",
			title: "Old news",
			shortName: "Old",
			description: "一句话",
		},
		{ language: "zh-Hant", title: "旧闻", description: "一句话" },
	]);
});

test("one language may be written either way", () => {
	for (const words of ["language: en", "languages: en", "languages: [en]"]) {
		const { language, otherLanguages } = configOf(`${words}\n`);
		expect({ language, otherLanguages }).toEqual({
			language: "en",
			otherLanguages: [],
		});
	}
});
