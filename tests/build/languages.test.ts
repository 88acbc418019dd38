import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as OpenCC from "opencc-js/cn2t";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { filesBelow } from "../../src/base/files-below.ts";
import { defaults } from "../../src/config.ts";
import { readArticle, readCorpus } from "../../src/corpus/store.ts";
import { build } from "../../src/pipeline.ts";
import { english } from "../../templates/words/en.ts";
import { traditional } from "../../templates/words/zh-hant.ts";
import {
	type Archive,
	archiveIn,
	optionsFor,
	sharedPools,
} from "../support/build.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

const pools = sharedPools();

/** The five sample files, in a language of the interface. */
async function fiveIn(language: string): Promise<Archive> {
	const archive = archiveIn(scratchFolder());
	for (const name of filesBelow("seeds"))
		writeFiles(archive.seeds, {
			[name]: readFileSync(`seeds/${name}`, "utf8"),
		});
	writeFiles(archive.seeds, { "_archive.yml": `language: ${language}\n` });
	const config = readArchive(archive.seeds, defaults);
	await build({ ...optionsFor(archive), config }, pools);
	return archive;
}

/** What pages show verbatim: names of outlets, words of articles. It is in its own language wherever it stands. */
function verbatim({ corpus }: Archive): readonly string[] {
	const { manifest, encounters } = readCorpus(corpus);
	const articles = manifest.articles.map(({ id }) => readArticle(corpus, id));
	return [
		...manifest.sources.map(({ name }) => name),
		...encounters.encounters
			.flatMap(({ mentions, announcements = [] }) => [
				...mentions,
				...announcements,
			])
			.flatMap(({ expression }) => expression ?? []),
		...articles.flatMap(({ headline, provenance, tags, bylines }) => [
			headline,
			...tags,
			...bylines,
			...provenance.removed.flatMap(({ text = "" }) => text.split("\n")),
		]),
	].sort((a, b) => b.length - a.length);
}

/** Everything that articles say, or said before something was removed. */
function textsOfArticles({ corpus }: Archive): string {
	return readCorpus(corpus)
		.manifest.articles.map(({ id }) => readArticle(corpus, id))
		.flatMap(({ paragraphs, provenance }) => [
			...paragraphs.map(({ text }) => text),
			...provenance.removed.map(({ text = "" }) => text),
		])
		.join("");
}

/** Without white space and the sign of a text that was cut. */
function plain(text: string): string {
	return text.replace(/\s+|…$/g, "");
}

const shown = new Set([
	"title",
	"aria-label",
	"placeholder",
	"alt",
	"content",
	"data-label",
]);

/** Every text that a page shows in its own language, attributes included. */
function textsIn(html: string, language: string): string[] {
	const texts: string[] = [];
	const look = (
		node: DefaultTreeAdapterMap["node"],
		around: string | undefined,
	) => {
		let own = around;
		if ("attrs" in node) {
			if (node.tagName === "script" || node.tagName === "style") return;
			own = node.attrs.find(({ name }) => name === "lang")?.value ?? around;
			if (own === language)
				for (const { name, value } of node.attrs)
					if (shown.has(name)) texts.push(value);
		}
		if (node.nodeName === "#text" && own === language)
			texts.push((node as DefaultTreeAdapterMap["textNode"]).value);
		if ("childNodes" in node)
			for (const child of node.childNodes) look(child, own);
	};
	look(parse(html), undefined);
	return texts;
}

/** All words of a catalogue, those inside of functions too. */
function wordsOf(catalogue: unknown): string {
	if (typeof catalogue === "string") return catalogue;
	if (typeof catalogue === "function") return String(catalogue);
	return Object.values(catalogue as object)
		.map(wordsOf)
		.join("\n");
}

describe("every page of the five samples speaks the language of the interface and no other", () => {
	const convert = OpenCC.Converter({ from: "cn", to: "tw" });
	const known = new Set(wordsOf(traditional));
	/** Characters that only simplified Chinese has. */
	const isSimplified = (sign: string) =>
		!known.has(sign) && convert(sign) !== sign;

	/** Examples of what may be typed are Chinese in any language. */
	const samples =
		wordsOf(english) + readFileSync("templates/assets/search/words.ts", "utf8");

	test.each([
		[
			"en",
			(text: string) =>
				(text.match(/\p{Script=Han}+/gu) ?? []).filter(
					(run) => !samples.includes(run),
				),
		],
		[
			"zh-Hant",
			(text: string) =>
				[...text].filter((sign) => isSimplified(sign) || /[“”]/.test(sign)),
		],
	] as const)("%s", async (language, foreign) => {
		const archive = await fiveIn(language);
		const own = verbatim(archive);
		const articles = plain(textsOfArticles(archive));
		const pages = filesBelow(archive.out).filter((path) =>
			path.endsWith(".html"),
		);
		expect(pages.length).toBeGreaterThan(20);
		const strangers = pages.flatMap((path) => {
			const html = readFileSync(join(archive.out, path), "utf8");
			return textsIn(html, language).flatMap((text) => {
				// Descriptions and what was removed are pieces of articles' texts.
				if (text.length > 15 && articles.includes(plain(text))) return [];
				const rest = own.reduce(
					(left, words) => left.replaceAll(words, ""),
					text,
				);
				const found = foreign(rest);
				return found.length === 0
					? []
					: [`${path}: ${found.join(" ")} in “${text.trim()}”`];
			});
		});
		expect([...new Set(strangers)]).toEqual([]);
	});
});
