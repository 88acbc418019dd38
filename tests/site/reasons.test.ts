import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow } from "../../src/base/files-below.ts";
import { reasonIn, reasons } from "../../src/site/language/reasons.ts";

/** Where the sentences of the report come from. */
const folders = ["read", "parse", "normalise", "sources", "ingest", "enrich"];

/** Sentences in these places are told to whoever wrote a description or a program, never by the report. */
const notTold = ["sources/date-pattern.ts", "sources/select.ts"];

/** The texts of the stages, with `…` for what is put into them; not what a bug would say. */
function textsOfStages(): readonly string[] {
	return folders.flatMap((folder) =>
		filesBelow(`src/${folder}`)
			.map((path) => `${folder}/${path}`)
			.filter((path) => path.endsWith(".ts") && !notTold.includes(path))
			.flatMap(textsOf),
	);
}

function textsOf(path: string): readonly string[] {
	const code = readFileSync(`src/${path}`, "utf8").replace(
		/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm,
		"",
	);
	return [...code.matchAll(literal)]
		.filter(
			({ index }) =>
				!/new (?:Error|CorrectionsNotRead)\(\s*$/.test(code.slice(0, index)),
		)
		.map(([, plain, template = ""]) =>
			plain === undefined ? template.replace(put, "…") : plain,
		);
}

const literal = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
/** `${…}`, with braces inside. */
const put = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g;

const texts = textsOfStages();

test("every sentence that a stage can say of a file is known in both scripts of Chinese", () => {
	const sentences = texts.filter(
		(text) =>
			/^[A-Z“…][^\n]* [^\n]*[a-z)…%”}][.…]$/u.test(text) && /[a-z]/.test(text),
	);
	expect(sentences.length).toBeGreaterThan(80);
	const unknown = sentences.filter(
		(sentence) =>
			reasonIn(sentence.replaceAll("…", "7"), "zh-Hans") === undefined,
	);
	expect(unknown).toEqual([]);
});

test("every translation is of something that a stage says", () => {
	const said = new Set(texts.map((text) => text.trim()));
	const nowhere = reasons.filter(
		([english]) =>
			!said.has(english.replace(/\{[a-z]+\}/g, "…")) &&
			// Examples and endings that stand in the sentence itself.
			!texts.some((text) => fits(english, text)),
	);
	expect(nowhere.map(([english]) => english)).toEqual([]);
});

/** Whether a text of the program is what the translated sentence is a pattern of. */
function fits(english: string, text: string): boolean {
	const parts = english.split(/\{[a-z]+\}/);
	return (
		text.startsWith(parts[0] ?? "") &&
		text.endsWith(parts.at(-1) ?? "") &&
		text.length > 3 &&
		parts.every((part) => text.includes(part))
	);
}

test("what differs in a sentence stays, and a part that is a sentence itself is told too", () => {
	expect(reasonIn("Larger than the limit of 5000 bytes.", "zh-Hans")).toBe(
		"大于 5000 字节的上限。",
	);
	expect(
		reasonIn(
			"It is a picture (PNG), which is not read. Only what is written in it could be read, and nobody wrote anything here.",
			"zh-Hant",
		),
	).toBe("這是圖片（PNG），不讀入。能讀的只有文字，而這裡沒有文字。");
	expect(
		reasonIn(
			"Elements are nested more than 256 levels deep. It is told as it was read before.",
			"zh-Hans",
		),
	).toBe("元素嵌套超过 256 层。仍按以前读出的内容列出。");
	expect(reasonIn("EIO: i/o error", "zh-Hans")).toBeUndefined();
	expect(reasonIn("The body is empty.", "en")).toBe("The body is empty.");
});

test("no translation leaves a part out or names one that is not there", () => {
	const partsOf = (text: string) =>
		[...text.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name).sort();
	for (const [english, ...others] of reasons)
		for (const other of others)
			expect(partsOf(other), other).toEqual(partsOf(english));
});
