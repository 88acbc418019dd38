/** Where the table of character forms comes from; too big for a reader's browser. */
import stCharacters from "opencc-js/dict/STCharacters";
import stPhrases from "opencc-js/dict/STPhrases";
import * as OpenCC from "opencc-js/t2cn";
import { noStep } from "../src/search/han.ts";

/** The blocks of Han characters, first and last code point. */
const blocks = [
	[0x3400, 0x4dbf],
	[0x4e00, 0x9fff],
	[0x20000, 0x323af],
] as const;

/**
 * Every character that has a simplified form, ascending: of each the step from the one before as a letter
 * behind {@link noStep}, which packs to two thirds, and its simplified form.
 */
export function hanTable(): { steps: string; simplified: string } {
	let before = 0;
	const steps = pairs().map(([from]) => {
		const point = from.codePointAt(0) as number;
		const step = String.fromCodePoint(noStep + point - before);
		before = point;
		return step;
	});
	return {
		steps: steps.join(""),
		simplified: pairs()
			.map(([, to]) => to)
			.join(""),
	};
}

/**
 * Simplified characters that stand for more than one traditional one: they have several forms, or
 * are traditional themselves (后, 面), which shows where OpenCC leaves them as they are.
 */
export function ambiguousCharacters(): string {
	const forms = new Map<string, string[]>();
	for (const [from, to] of pairs())
		forms.set(to, [...(forms.get(to) ?? []), from]);
	const usual = new Map(entries(stCharacters));
	const kept = new Set(
		entries(stPhrases).flatMap(([from, to]) => {
			const target = [...to];
			return [...from].filter((character, n) => character === target[n]);
		}),
	);
	return [...forms]
		.filter(
			([simple, traditional]) =>
				traditional.length > 1 ||
				usual.get(simple) !== traditional[0] ||
				kept.has(simple),
		)
		.map(([simple]) => simple)
		.join("");
}

function pairs(): (readonly [string, string])[] {
	const convert = OpenCC.Converter({ from: "t", to: "cn" });
	const found: [string, string][] = [];
	for (const [first, last] of blocks)
		for (let code = first; code <= last; code++) {
			const from = String.fromCodePoint(code);
			// A few simplified forms have a simpler one themselves.
			const to = convert(convert(from));
			const other = to !== from && [...to].length === 1;
			if (other && from.normalize("NFKC") === from) found.push([from, to]);
		}
	return found;
}

/** OpenCC's dictionaries are `from to|from to`; of several forms the first is the usual one. */
function entries(dictionary: string): [string, string][] {
	return dictionary.split("|").map((line) => {
		const [from = "", to = ""] = line.split(" ");
		return [from, to];
	});
}
