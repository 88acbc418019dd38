/**
 * The reference: a literal search over the texts, written without any code of the index.
 *
 * Rules: width, case and Latin accents make no difference; all forms of a Han character are one, and
 * all spellings of a name, unless a term is literal; words in letters match by their beginning, and
 * literally as whole words; nothing matches across two fields or paragraphs.
 */
import * as ToSimplified from "opencc-js/t2cn";
import type { Article } from "../../src/domain/article.ts";
import type { Term } from "../../src/search/query.ts";

const convert = ToSimplified.Converter({ from: "t", to: "cn" });
const simple = new Map<string, string>();

function simplified(text: string): string {
	let result = "";
	for (const character of text) {
		const form: string = simple.get(character) ?? convert(convert(character));
		simple.set(character, form);
		result += form;
	}
	return result;
}

function plain(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.normalize("NFD")
		.replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
		.normalize("NFC")
		.replace(/\s+/g, " ");
}

interface Fields {
	readonly id: string;
	readonly headline: string;
	/** Plain, and the same simplified. */
	readonly plain: readonly string[];
	readonly simple: readonly string[];
}

export class LiteralSearch {
	private readonly articles: readonly Fields[];
	private readonly aliases: readonly (readonly string[])[];

	constructor(
		articles: Iterable<Article>,
		aliases: readonly (readonly string[])[],
	) {
		this.aliases = aliases;
		this.articles = [...articles].map((article) => {
			const fields = [
				article.headline,
				...article.bylines,
				...article.paragraphs.map(({ text }) => text),
				...article.figures.flatMap(({ caption, credit }) => [caption, credit]),
			].map(plain);
			return {
				id: article.id,
				headline: fields[0] as string,
				plain: fields,
				simple: fields.map(simplified),
			};
		});
	}

	/** Ids of the articles that answer all terms, sorted. */
	hits(terms: readonly Term[]): string[] {
		const tests = terms.map((term) => this.testFor(term));
		return this.articles
			.filter((article) =>
				tests.every((test, n) => test(article) !== terms[n]?.excluded),
			)
			.map(({ id }) => id)
			.sort();
	}

	private testFor(term: Term): (article: Fields) => boolean {
		const words = term.literal
			? [plain(term.text)]
			: this.spellings(term.text).map((word) => simplified(plain(word)));
		const wanted = words.map((word) => ({
			word,
			pattern: patternOf(word, term.literal),
		}));
		return (article) => {
			const fields = term.literal ? article.plain : article.simple;
			// The expression alone would do; asked of every field it takes twenty times longer.
			return (term.headline ? fields.slice(0, 1) : fields).some((field) =>
				wanted.some(
					({ word, pattern }) => field.includes(word) && pattern.test(field),
				),
			);
		};
	}

	private spellings(text: string): string[] {
		const key = simplified(plain(text));
		const groups = this.aliases.filter((group) =>
			group.some((name) => simplified(plain(name)) === key),
		);
		return [text, ...groups.flat()];
	}
}

const letter = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{M}]";

function patternOf(word: string, whole: boolean): RegExp {
	const text = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
	const before = new RegExp(`^${letter}`, "u").test(word)
		? `(?<!${letter})`
		: "";
	const after =
		whole && new RegExp(`${letter}$`, "u").test(word) ? `(?!${letter})` : "";
	return new RegExp(before + text + after, "u");
}
