/** Whether the words on pages are in one language of the interface: what the texts of articles and the owner say aside. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as toTaiwan from "opencc-js/cn2t";
import * as toMainland from "opencc-js/t2cn";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { readArticle, readCorpus } from "../../src/corpus/store.ts";
import type { InterfaceLanguage } from "../../src/domain/gazetteer.ts";
import { english } from "../../templates/words/en.ts";
import { simplified } from "../../templates/words/zh-hans.ts";
import { traditional } from "../../templates/words/zh-hant.ts";
import type { Archive } from "./build.ts";

/** Words of another language of the interface on these pages, each with its page and its text; none is as it should be. */
export function strangersOn(
	archive: Archive,
	pages: readonly string[],
	language: InterfaceLanguage,
): readonly string[] {
	const own = verbatim(archive);
	const articles = plain(textsOfArticles(archive));
	const foreign = foreignIn[language];
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
	return [...new Set(strangers)];
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
		.flatMap(({ paragraphs, figures, provenance }) => [
			...paragraphs.map(({ text }) => text),
			...figures.flatMap(({ caption, credit, alt }) => [caption, credit, alt]),
			...provenance.removed.map(({ text = "" }) => text),
		])
		.join("");
}

/** Without white space and the sign of a text that was cut. */
function plain(text: string): string {
	return text.replace(/\s+|…$/g, "");
}

/** Code of programs, and names of rules and files. */
const wordless = new Set(["script", "style", "code"]);

/** Whether it is a `meta` that nobody is shown. */
function isForMachines({
	tagName,
	attrs,
}: DefaultTreeAdapterMap["element"]): boolean {
	return (
		tagName === "meta" &&
		!attrs.some(({ value }) => /description|title|site_name/.test(value))
	);
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
			if (wordless.has(node.tagName) || isForMachines(node)) return;
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

const searchWords = readFileSync("templates/assets/search/words.ts", "utf8");
/** Examples of what may be typed are Chinese in any language. */
const samples = wordsOf(english) + searchWords;
const latin = (text: string) => text.match(/[A-Za-z]{3,}/g) ?? [];
/** Words that only the English pages have; names of formats and clocks are the same in all languages. */
const englishAlone = new Set(latin(wordsOf(english)));
for (const word of [
	...latin(wordsOf(simplified) + wordsOf(traditional)),
	...["JSON", "Feed", "UTC"],
])
	englishAlone.delete(word);

const convertTo = {
	tw: toTaiwan.Converter({ from: "cn", to: "tw" }),
	cn: toMainland.Converter({ from: "tw", to: "cn" }),
};
/** Characters that only the other script of Chinese has. */
function otherScript(
	catalogue: unknown,
	convert: (text: string) => string,
): (text: string) => string[] {
	const known = new Set(wordsOf(catalogue));
	return (text) =>
		[...text].filter((sign) => !known.has(sign) && convert(sign) !== sign);
}
const inSimplified = otherScript(traditional, convertTo.tw);
const inTraditional = otherScript(simplified, convertTo.cn);
/** Addresses, names of files and the markup inside of `noscript` are no words. */
const inEnglish = (text: string) =>
	latin(text.replace(/https?:\/\/\S+|<[^>]*>|[\w-]+\.[a-z]{2,}\b/g, "")).filter(
		(word) => englishAlone.has(word),
	);

/** What of a text is no word of this language. */
const foreignIn: Readonly<
	Record<InterfaceLanguage, (text: string) => readonly string[]>
> = {
	en: (text) =>
		(text.match(/\p{Script=Han}+|[，。、；：！？「」（）]+/gu) ?? []).filter(
			(run) => !/\p{Script=Han}/u.test(run) || !samples.includes(run),
		),
	"zh-Hant": (text) => [
		...inSimplified(text),
		...(text.match(/[“”]/g) ?? []),
		...inEnglish(text),
	],
	"zh-Hans": (text) => [
		...inTraditional(text),
		...(text.match(/[「」]/g) ?? []),
		...inEnglish(text),
	],
};
