/** Queries drawn from the texts themselves: what a reader may look for, and what breaks a search. */
import { isDeepStrictEqual } from "node:util";
import * as ToTraditional from "opencc-js/cn2t";
import type { Random } from "../../scripts/make-corpus/random.ts";
import type { Article } from "../../src/domain/article.ts";
import {
	parseQuery,
	type Term,
	writeQuery,
} from "../../src/search/query/parse.ts";

const toTraditional = ToTraditional.Converter({ from: "cn", to: "tw" });
const kinds = [
	"piece",
	"piece",
	"traditional",
	"mixed",
	"single",
	"name",
	"name",
	"word",
	"several",
	"quoted",
	"excluded",
	"headline",
	"absent",
	"marks",
	"mark",
	"letters",
] as const;

/**
 * Draw `count` queries.
 *
 * @param names words to ask for besides what is cut from the texts.
 */
export function sampleQueries(
	articles: readonly Article[],
	names: readonly string[],
	random: Random,
	count: number,
): Term[][] {
	const queries: Term[][] = [];
	while (queries.length < count) {
		const kind = kinds[queries.length % kinds.length] as (typeof kinds)[number];
		const terms = draw(kind, random.pick(articles), names, random);
		// Where a piece happens to be an operator, it is another question.
		const { terms: read } = parseQuery(writeQuery(terms));
		if (isDeepStrictEqual(read, terms)) queries.push(terms);
	}
	return queries;
}

function draw(
	kind: (typeof kinds)[number],
	article: Article,
	names: readonly string[],
	random: Random,
): Term[] {
	const piece = (test?: RegExp) => cut(article, random, test);
	switch (kind) {
		case "piece":
			return [term(piece())];
		case "traditional":
			return [term(toTraditional(piece(/^\p{Script=Han}+$/u)))];
		case "mixed":
			return [term(piece(/\p{Script=Han}.*[a-z\d]|[a-z\d].*\p{Script=Han}/iu))];
		case "single":
			return [term(random.pick([...piece(/^\p{Script=Han}+$/u)]))];
		case "name":
			return [term(random.pick(names))];
		case "word": {
			const words = textOf(article).match(/[A-Za-z]{3,}/g) ?? ["Minsk"];
			const word = random.pick(words);
			return [term(word.slice(0, random.int(2, word.length)))];
		}
		case "several":
			return [term(piece()), term(random.pick(names))];
		case "quoted":
			return [{ ...term(piece()), literal: true }];
		case "excluded":
			return [
				term(random.pick(names)),
				{ ...term(random.pick(names)), excluded: true },
			];
		case "headline":
			return [
				{
					...term(cutFrom([article.headline], random, undefined)),
					headline: true,
				},
			];
		case "marks":
			return [term(piece(/[^\p{L}\p{N}]/u))];
		case "mark":
			return [term(random.pick([...piece(/[^\p{L}\p{N}]/u)]))];
		case "letters": {
			const words = textOf(article).match(/[A-Za-z]{2,}/g) ?? ["Minsk"];
			return [term(random.pick(words).slice(0, random.int(1, 3)))];
		}
		case "absent":
			return [term(`${piece(/^\p{Script=Han}+$/u)}龘靐`)];
	}
}

function term(text: string): Term {
	return { text, literal: false, excluded: false, headline: false };
}

function textOf(article: Article): string {
	return article.paragraphs.map(({ text }) => text).join("\n");
}

function cut(article: Article, random: Random, test?: RegExp): string {
	return cutFrom(
		[
			article.headline,
			...article.paragraphs.map(({ text }) => text),
			...article.figures.map(({ caption }) => caption),
		],
		random,
		test,
	);
}

/** Two to eight characters from anywhere in one field, not through a word of letters. */
function cutFrom(
	fields: readonly string[],
	random: Random,
	test: RegExp | undefined,
): string {
	for (let tries = 0; tries < 200; tries++) {
		const characters = [...random.pick(fields)];
		let start = random.int(0, Math.max(0, characters.length - 3));
		let end = Math.min(start + random.int(2, 8), characters.length);
		const isLetter = (n: number) =>
			/[\p{Script=Latin}\p{M}]/u.test(characters[n] ?? "");
		while (start > 0 && isLetter(start - 1) && isLetter(start)) start--;
		while (end < characters.length && isLetter(end - 1) && isLetter(end)) end++;
		const text = characters.slice(start, end).join("");
		// Terms stand between white space.
		if (/\s/u.test(text)) continue;
		if (text.length < 2 || (test && !test.test(text))) continue;
		return text;
	}
	return random.pick(["习近平", "白俄罗斯", "G7峰会"]);
}
