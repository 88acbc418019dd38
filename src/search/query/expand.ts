/** A term → everything that it also stands for: other forms of its characters, other names of the same. */
import {
	formsOfCharacter,
	numberOfForm,
	simplify,
	simplifyText,
} from "../han.ts";
import { ambiguousForms } from "../han-table.ts";
import { fold, isWord, tokenise } from "../tokens.ts";
import type { Term } from "./parse.ts";

/** A row of tokens to be found next to each other. */
export interface Phrase {
	/** The words that this looks for, for the reader. */
	readonly text: string;
	/** For every place the tokens that may stand there, the one that was typed first. */
	readonly slots: readonly (readonly string[])[];
	/** The last slot names the beginnings of words. */
	readonly prefix: boolean;
	/** Longer phrases in which it does not count, and where in them it begins. */
	readonly around?: readonly {
		readonly phrase: Phrase;
		readonly at: number;
	}[];
}

/** A term with everything that it also stands for. */
export interface ExpandedTerm extends Term {
	/** The term itself first, then other names of the same. */
	readonly phrases: readonly Phrase[];
	/** Spellings that the reader has switched off, folded; never the term's own. */
	readonly off: ReadonlySet<string>;
}

/** How far a search goes beyond what was typed. */
export interface Width {
	/** Groups of spellings of one name. */
	readonly aliases: readonly (readonly string[])[];
	/** By the comparable form of a spelling, longer words in which it is no name: of what was added only, never of what was typed. */
	readonly around?: Readonly<Record<string, readonly string[]>>;
	/** `false` looks for what was typed and nothing else. */
	readonly variants: boolean;
	/** Spellings that are left away. */
	readonly off?: readonly string[];
}

/** A word of letters shorter than this is a whole word: one letter begins too many. */
const shortestPrefix = 2;

export function expandTerms(
	terms: readonly Term[],
	width: Width,
): ExpandedTerm[] {
	return terms.map((term) => expandTerm(term, width));
}

function expandTerm(
	term: Term,
	{ aliases, around = {}, variants, off = [] }: Width,
): ExpandedTerm {
	const wide = variants && !term.literal;
	const phrases = [phraseOf(term.text, wide, !term.literal)];
	const left = new Set(off.map(fold));
	left.delete(fold(term.text));
	if (wide)
		for (const name of otherNames(term.text, aliases))
			if (!left.has(fold(name)))
				phrases.push(nameOf(name, around[comparable(name)]));
	return { ...term, phrases, off: left };
}

/** Other spellings of a name, without those that are forms of its characters (白俄羅斯 of 白俄罗斯). */
export function otherNames(
	text: string,
	aliases: readonly (readonly string[])[],
): string[] {
	const key = comparable(text);
	const seen = new Set([key]);
	const names: string[] = [];
	for (const group of aliases) {
		if (!group.some((name) => mayBegin(name, key) && comparable(name) === key))
			continue;
		for (const name of group) {
			if (seen.has(comparable(name))) continue;
			seen.add(comparable(name));
			names.push(name);
		}
	}
	return names;
}

function phraseOf(text: string, wide: boolean, byPrefix: boolean): Phrase {
	const tokens = tokenise(text);
	const slots = tokens.map((token) =>
		wide && mayWiden(token, tokens.length) ? allForms(token) : [token],
	);
	const last = tokens.at(-1) ?? "";
	const prefix = byPrefix && isWord(last) && [...last].length >= shortestPrefix;
	return { text, slots, prefix };
}

/** Another name of the same, but not within these longer words. */
function nameOf(name: string, longer: readonly string[] = []): Phrase {
	const key = comparable(name);
	const around = longer.map((word) => ({
		phrase: phraseOf(word, true, false),
		at: tokenise(comparable(word).split(key, 1)[0] ?? "").length,
	}));
	return {
		...phraseOf(name, true, false),
		...(longer.length > 0 && { around }),
	};
}

function allForms(token: string): string[] {
	return [token, ...formsOfCharacter(token).filter((form) => form !== token)];
}

/**
 * A traditional character alone is looked for as it is where its simplified form stands for others
 * too: 髮 is hair, 发 is also to send. Beside another character the pair tells.
 */
function mayWiden(token: string, tokens: number): boolean {
	return (
		tokens > 1 ||
		numberOfForm(token) === "0" ||
		!ambiguousForms.includes(simplify(token))
	);
}

/**
 * Whether the comparable form of a name may begin as `key` does; to work out all of them would take
 * longer than the rest of reading a query.
 */
function mayBegin(name: string, key: string): boolean {
	const beginning = name.charAt(0);
	// Of these characters the comparable form is known; elsewhere it may begin with anything.
	if (!/^[\u4E00-\u9FFFa-z]/i.test(beginning)) return true;
	return simplify(beginning.toLowerCase()) === [...key][0];
}

/** A text without what makes no difference: case, width, accents, forms of characters. */
export function comparable(text: string): string {
	return simplifyText(fold(text));
}
