/** What of an article is searched, and how Pagefind is told. */
import type { Article } from "../../domain/article.ts";
import {
	type CitedFacts,
	type DocumentText,
	documentStep,
	headlineStep,
} from "../catalog.ts";
import { type TokenVisitor, visitTokens } from "../tokens.ts";
import { border, codeOf } from "../words.ts";

/** An article as one record. */
export interface Document {
	/** Words between spaces. */
	readonly content: string;
	/** Places that the record takes up, borders included. */
	readonly places: number;
	/** Places of the headline, which comes first, up to where the rest begins. */
	readonly headline: number;
}

/** All that {@link documentOf} and excerpts depend on. */
export function searchedOf(article: Article): unknown {
	const { headline, bylines, paragraphs, figures } = article;
	const pictures = figures.map(({ id, caption, credit }) => [
		id,
		caption,
		credit,
	]);
	return [headline, bylines, paragraphs, pictures];
}

/** What a list of results tells a bibliography. */
export function citedOf(article: Article): CitedFacts {
	return {
		url: article.url ?? null,
		kind: article.source.kind ?? null,
		bylines: article.bylines,
		section: article.tags[0] ?? null,
		recorded: article.recorded ?? null,
		sha256: article.provenance.sha256,
	};
}

/** Headline, bylines, paragraphs, captions with their credits: what a reader reads, in this order. */
export function documentOf(article: Article): Document {
	const words = new WordRow();
	visitTokens(article.headline, words);
	words.fill(headlineStep, border);
	const headline = words.count + 1;
	for (const text of [
		...article.bylines,
		...article.paragraphs.map((paragraph) => paragraph.text),
		...article.figures.flatMap(({ caption, credit }) => [caption, credit]),
	]) {
		if (text === "") continue;
		words.add(border);
		visitTokens(text, words);
	}
	words.fill(documentStep, border);
	return { content: words.toString(), places: words.count, headline };
}

/** What excerpts are cut from: the same parts, in the same order, as {@link documentOf} indexes. */
export function textOf(article: Article): DocumentText {
	return {
		bylines: article.bylines,
		blocks: [
			...article.paragraphs.map(({ id, text }) => [id, text] as const),
			...article.figures.flatMap(({ id, caption, credit }) => [
				[id, caption] as const,
				[id, credit] as const,
			]),
		].filter(([, text]) => text !== ""),
	};
}

/** Characters that are their own codes. */
const isWhole = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;
/** The codes of other characters. */
const spelt: string[] = [];

/** Words between spaces, as UTF-16: a string for every character of an archive would cost more than the rest. */
class WordRow implements TokenVisitor {
	count = 0;
	private units = new Uint16Array(16_384);
	private length = 0;

	character(unit: number): void {
		if (isWhole(unit)) {
			this.room(2);
			this.units[this.length++] = unit;
			this.units[this.length++] = 0x20;
			this.count++;
			return;
		}
		spelt[unit] ??= codeOf(String.fromCharCode(unit));
		this.add(spelt[unit]);
	}

	token(token: string): void {
		this.add(codeOf(token));
	}

	add(word: string): void {
		this.room(word.length + 1);
		for (let i = 0; i < word.length; i++)
			this.units[this.length++] = word.charCodeAt(i);
		this.units[this.length++] = 0x20;
		this.count++;
	}

	/** Add this word until one place is left to a multiple of `step`. */
	fill(step: number, word: string): void {
		while ((this.count + 1) % step !== 0) this.add(word);
	}

	toString(): string {
		const bytes = Buffer.from(this.units.buffer, 0, 2 * this.length);
		return bytes.toString("utf16le").trimEnd();
	}

	private room(more: number): void {
		if (this.length + more <= this.units.length) return;
		const grown = new Uint16Array(2 * (this.length + more));
		grown.set(this.units.subarray(0, this.length));
		this.units = grown;
	}
}
