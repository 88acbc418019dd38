/** Which sentences of one text have nothing like them in another. */

/** Sentences with the marks that end them; their texts, one after the other, are the text. */
export function sentencesOf(text: string): string[] {
	return (
		text.match(
			/[^。！？!?；]+(?:[。！？!?；]+[”’」』）)]*|$)|[。！？!?；]+/gu,
		) ?? []
	).filter((sentence) => sentence !== "");
}

/** How much of a sentence's pairs of signs another must hold to count as telling the same. */
const alike = 0.35;

/** Whether none of `others` tells what `sentence` tells. Very short ones say too little to be told apart. */
export function onlyHere(sentence: string, others: readonly string[]): boolean {
	const own = pairsOf(sentence);
	if (own.size < 4) return false;
	return !others.some((other) => {
		const theirs = pairsOf(other);
		let shared = 0;
		for (const pair of own) if (theirs.has(pair)) shared++;
		return shared / Math.min(own.size, Math.max(4, theirs.size)) >= alike;
	});
}

const memo = new Map<string, ReadonlySet<string>>();

/** Pairs of neighbouring letters and Han characters, marks and white space left out. */
function pairsOf(sentence: string): ReadonlySet<string> {
	const known = memo.get(sentence);
	if (known) return known;
	const signs = sentence.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
	const pairs = new Set<string>();
	for (let at = 0; at + 1 < signs.length; at++)
		pairs.add(signs.slice(at, at + 2));
	memo.set(sentence, pairs);
	return pairs;
}
