/** Words that stay small inside an English title: articles, conjunctions, prepositions (MLA 9, 2.90; Chicago 17, 8.159). */
const small = new Set(
	"a about above across after against along alongside amid amidst among amongst an and around as aside at atop before behind below beneath beside besides between beyond but by despite down during except for from in inside into like near nor of off on onto or out outside over past per plus since so than the through throughout till to toward towards under underneath until unto up upon versus via vs. with within without yet".split(
		" ",
	),
);

/**
 * An English title with capitals as Chicago and MLA want them. Words that hold a capital or a digit already are left
 * alone: they are names or abbreviations.
 */
export function titleCase(title: string): string {
	const words = title.split(/(\s+)/);
	return words
		.map((word, at) => {
			if (at % 2 === 1 || /[\p{Lu}\d]/u.test(word)) return word;
			if (isInside(words, at) && small.has(word)) return word;
			return word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
		})
		.join("");
}

/** Neither the first word nor one behind a mark that begins anew. */
function isInside(words: readonly string[], at: number): boolean {
	const before = words[at - 2];
	return (
		at > 0 &&
		at < words.length - 1 &&
		before !== undefined &&
		!/[:?!.—–][”’"']?$/.test(before)
	);
}
