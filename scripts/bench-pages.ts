/**
 * How much of a page's article ingest keeps, and how much of what is none, on the public test pages of two well-known readers of
 * pages. Nothing of them is part of this project: clone `mozilla/readability` and `kepano/defuddle` somewhere.
 *
 *     npm run bench:pages -- [--readability DIR] [--defuddle DIR] [--worst N]
 *
 * Precision and recall are means over the pages, of words (single Han characters) counted as often as they occur, against what
 * the project's own tests expect; both sides are text of markup, with a space at every tag, and without a headline that opens it. A page gets the address that those
 * tests give it. A title, byline or day counts as right when it says the same letters, a byline when one holds
 * the other; pages for which nothing is expected do not count.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { defaults } from "../src/config.ts";
import { draftPage } from "../src/normalise/draft-page.ts";
import { fold } from "../src/normalise/text.ts";
import { markdownToHtml } from "../src/parse/markdown.ts";
import { visibleText } from "../tests/ingest/visible.ts";
import { readOptions } from "./read-options.ts";

/** A page and what its project expects of it. */
interface Case {
	readonly name: string;
	/** Where its test says that it is from. */
	readonly url?: string;
	readonly html: string;
	readonly text: string;
	readonly title: string;
	readonly byline: string;
	/** As written. */
	readonly date: string;
}

const usage = `npm run bench:pages -- [options]: how well whole pages are read, on public test pages

  --readability DIR  a clone of mozilla/readability
  --defuddle DIR     a clone of kepano/defuddle
  --worst N          name the N pages with the least recall and precision (default: 5)`;
const { values } = readOptions(usage, {
	readability: { type: "string" },
	defuddle: { type: "string" },
	worst: { type: "string", default: "5" },
});
if (values.readability)
	report("readability", readabilityCases(values.readability));
if (values.defuddle) report("defuddle", defuddleCases(values.defuddle));
if (!values.readability && !values.defuddle) console.log(usage);

function readabilityCases(folder: string): Case[] {
	const root = resolve(folder, "test/test-pages");
	return readdirSync(root).map((name) => {
		const read = (file: string) => readFileSync(join(root, name, file), "utf8");
		const { title, byline, publishedTime } = JSON.parse(
			read("expected-metadata.json"),
		);
		return {
			name,
			html: read("source.html"),
			text: spaced(read("expected.html")),
			title: title ?? "",
			byline: byline ?? "",
			date: publishedTime ?? "",
		};
	});
}

function defuddleCases(folder: string): Case[] {
	const root = resolve(folder, "tests");
	return readdirSync(join(root, "fixtures")).flatMap((file): Case[] => {
		const name = file.replace(/\.html$/, "");
		const expected = join(root, "expected", `${name}.md`);
		if (!existsSync(expected)) return [];
		const [, head = "{}", body = ""] =
			/^```json\n([\s\S]*?)\n```\n([\s\S]*)$/.exec(
				readFileSync(expected, "utf8"),
			) ?? [];
		const { title, author, published } = JSON.parse(head);
		const html = readFileSync(join(root, "fixtures", file), "utf8");
		const [, told] = /<!--\s*(\{"url":.*?\})\s*-->/.exec(html) ?? [];
		return [
			{
				name,
				url: told
					? JSON.parse(told).url
					: `https://${name.replace(/^[a-z]+--/, "")}`,
				html,
				text: spaced(markdownToHtml(body, 500).html),
				title: title ?? "",
				byline: author ?? "",
				date: published ?? "",
			},
		];
	});
}

/** Text of markup with a space at every tag, so that cells and blocks do not grow together. */
function spaced(html: string): string {
	return visibleSpaced(html.replace(/>/g, "> ").replace(/</g, " <"));
}

function visibleSpaced(html: string): string {
	return html
		.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, " ")
		.replace(/<[^>]*>/g, " ")
		.replace(
			/&(#x?[0-9a-f]+|[a-z]+);/gi,
			(entity) => visibleText(`<p>${entity}</p>`) || " ",
		);
}

function wordsOf(text: string): string[] {
	return (
		text
			.normalize("NFKC")
			.toLowerCase()
			.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
	);
}

/** Where an expected text begins with the headline, ours tells it above the text and not once more in it. */
function withoutHeadline(
	words: readonly string[],
	headline: readonly string[],
): readonly string[] {
	return headline.every((word, at) => words[at] === word)
		? words.slice(headline.length)
		: words;
}

function countsOf(words: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

function report(set: string, cases: readonly Case[]): void {
	const scores = cases.map(scoreOf);
	const mean = (numbers: readonly number[]) =>
		numbers.reduce((sum, number) => sum + number, 0) /
		Math.max(1, numbers.length);
	const share = (key: "title" | "byline" | "date") => {
		const judged = scores.flatMap((score) => score[key] ?? []);
		return `${key} ${mean(judged.map(Number)).toFixed(3)} of ${judged.length}`;
	};
	console.log(
		`${set}: ${cases.length} pages, precision ${mean(scores.map(({ precision }) => precision)).toFixed(3)}, recall ${mean(scores.map(({ recall }) => recall)).toFixed(3)}, ${share("title")}, ${share("byline")}, ${share("date")}`,
	);
	for (const key of ["recall", "precision"] as const)
		for (const score of [...scores]
			.sort((a, b) => a[key] - b[key])
			.slice(0, Number(values.worst)))
			console.log(`  ${key} ${score[key].toFixed(2)}  ${score.name}`);
	for (const key of ["title", "byline", "date"] as const)
		for (const score of scores
			.filter((own) => own[key] === false)
			.slice(0, Number(values.worst)))
			console.log(
				`  ${key}  ${score.name}: ${JSON.stringify(score.said[key])}, expected ${JSON.stringify(score.expected[key])}`,
			);
}

interface Score {
	readonly name: string;
	readonly precision: number;
	readonly recall: number;
	readonly title: boolean | undefined;
	readonly byline: boolean | undefined;
	readonly date: boolean | undefined;
	readonly said: Readonly<Record<"title" | "byline" | "date", string>>;
	readonly expected: Pick<Case, "title" | "byline" | "date">;
}

function scoreOf(page: Case): Score {
	const { name, url, html, text, title, byline, date } = page;
	const { value } = draftPage(
		{
			file: `${name}.html`,
			bytes: Buffer.from(html),
			source: { variant: "page", ...(url && { url }) },
		},
		{ settings: { limits: defaults.limits }, keep: () => undefined },
	);
	const ours = spaced(value?.html ?? "");
	const found = wordsOf(ours);
	const wanted = withoutHeadline(wordsOf(text), wordsOf(value?.headline ?? ""));
	const counts = countsOf(wanted);
	let common = 0;
	for (const [word, count] of countsOf(found))
		common += Math.min(count, counts.get(word) ?? 0);
	const said = {
		title: value?.headline ?? "",
		byline: value?.bylines.join(", ") ?? "",
		date: value?.published?.day ?? "",
	};
	const judged = (expected: string, right: () => boolean) =>
		expected === "" ? undefined : right();
	return {
		name,
		precision: found.length === 0 ? 1 : common / found.length,
		recall: wanted.length === 0 ? 1 : common / wanted.length,
		title: judged(title, () => isSame(said.title, title)),
		byline: judged(byline, () => isSame(said.byline, byline)),
		date: judged(date, () => {
			const day = new Date(date);
			const near = Math.abs(day.getTime() - Date.parse(said.date));
			// The day there and the day in UTC.
			return date.startsWith(said.date || "?") || near <= 86_400_000;
		}),
		said,
		expected: { title, byline, date },
	};
}

function isSame(ours: string, expected: string): boolean {
	const [a, b] = [fold(ours), fold(expected)];
	return a !== "" && (a === b || a.includes(b) || b.includes(a));
}
