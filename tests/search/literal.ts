/**
 * The reference: a literal search over the texts, written without any code of the index.
 *
 * Rules: width, case and Latin accents make no difference; all forms of a Han character are one, and
 * all spellings of a name, unless a term is literal; words in letters of two and more match by their
 * beginning, single letters, other spellings and literal terms as whole words; nothing matches across
 * two fields or paragraphs.
 */
import * as ToSimplified from "opencc-js/t2cn";
import type { Article } from "../../src/domain/article.ts";
import type { Term } from "../../src/search/query/parse.ts";

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
		.replace(/\p{Cf}|\p{Variation_Selector}/gu, "")
		.normalize("NFD")
		.replace(
			/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu,
			"",
		)
		.normalize("NFC")
		.replaceAll("ß", "ss")
		.replaceAll("œ", "oe")
		.replaceAll("æ", "ae")
		.replaceAll("ø", "o")
		.replaceAll("ł", "l")
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
	private readonly around: Readonly<Record<string, readonly string[]>>;

	/** @param around by the simplified form of a name, longer words in which it does not count unless it was typed. */
	constructor(
		articles: Iterable<Article>,
		aliases: readonly (readonly string[])[],
		around: Readonly<Record<string, readonly string[]>> = {},
	) {
		this.aliases = aliases;
		this.around = around;
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

	/** How often each required term stands in an article. */
	counts(terms: readonly Term[], id: string): number[] {
		const article = this.articles.find((one) => one.id === id) as Fields;
		return terms
			.filter(({ excluded }) => !excluded)
			.map((term) => {
				const starts = this.startsFor(term);
				return starts(article).reduce((sum, { size }) => sum + size, 0);
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
		const starts = this.startsFor(term);
		return (article) => starts(article).some(({ size }) => size > 0);
	}

	/** Where a term stands in each of the fields that it may stand in. */
	private startsFor(term: Term): (article: Fields) => ReadonlySet<number>[] {
		const others = term.literal ? [] : this.otherSpellings(term.text);
		const whole = term.literal || oneLetterLast.test(plain(term.text));
		const wanted = [
			{ word: plain(term.text), whole, longer: [] as string[] },
			...others.map((name) => ({
				word: plain(name),
				whole: true,
				longer: (this.around[simplified(plain(name))] ?? []).map((word) =>
					simplified(plain(word)),
				),
			})),
		].map(({ word, whole, longer }) => {
			const form = term.literal ? word : simplified(word);
			return { word: form, pattern: patternOf(form, whole), longer };
		});
		return (article) => {
			const all = term.literal ? article.plain : article.simple;
			const fields = term.headline ? all.slice(0, 1) : all;
			return fields.map((field) => {
				const starts = new Set<number>();
				for (const { word, pattern, longer } of wanted) {
					// The expression alone would do; asked of every field it takes twenty times longer.
					if (!field.includes(word)) continue;
					pattern.lastIndex = 0;
					for (
						let match = pattern.exec(field);
						match;
						match = pattern.exec(field)
					) {
						const { index } = match;
						const isWithin = longer.some((text) =>
							field.startsWith(text, index - text.indexOf(word)),
						);
						if (!isWithin) starts.add(index);
						// Matches may overlap.
						pattern.lastIndex = match.index + 1;
					}
				}
				return starts;
			});
		};
	}

	private otherSpellings(text: string): string[] {
		const key = simplified(plain(text));
		return this.aliases
			.filter((group) => group.some((name) => simplified(plain(name)) === key))
			.flat();
	}
}

/** Of scripts with spaces between words. */
const letter =
	"(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}])\\p{L}\\p{M}*)";

const oneLetterLast = new RegExp(`(?<!${letter})${letter}$`, "u");

function patternOf(word: string, whole: boolean): RegExp {
	const text = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
	const before = new RegExp(`^${letter}`, "u").test(word)
		? `(?<!${letter})`
		: "";
	const after =
		whole && new RegExp(`${letter}$`, "u").test(word) ? `(?!${letter})` : "";
	return new RegExp(before + text + after, "gu");
}
