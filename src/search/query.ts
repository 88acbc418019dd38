/** What a reader typed → what is looked up. Pure; the browser, the command line and the tests share it. */
import { formsOfCharacter, simplify, simplifyText } from "./han.ts";
import { fold, isWord, tokenise } from "./tokens.ts";

/** One of the things that a query asks for. */
export interface Term {
	/** As typed, without its operators. */
	readonly text: string;
	/** In quotation marks: no variants, and words of letters are whole words. */
	readonly literal: boolean;
	/** After a minus: articles that have it are left out. */
	readonly excluded: boolean;
	/** After `标题:`: it must stand in the headline. */
	readonly headline: boolean;
}

export interface Query {
	readonly terms: readonly Term[];
	/** The query was longer than what is looked up. */
	readonly shortened: boolean;
}

/** A row of tokens to be found next to each other. */
export interface Phrase {
	/** The words that this looks for, for the reader. */
	readonly text: string;
	/** For every place the tokens that may stand there. */
	readonly slots: readonly (readonly string[])[];
	/** The last slot names the beginnings of words. */
	readonly prefix: boolean;
}

/** A term with everything that it also stands for. */
export interface ExpandedTerm extends Term {
	/** The term itself first, then other names of the same. */
	readonly phrases: readonly Phrase[];
}

const mostTerms = 16;
/** Tokens of one term: longer passages are recognised by their beginning. */
const mostTokens = 100;

/**
 * Read a query: terms between spaces are all required, `"…"` is literal, `-…` excludes, `标题:…`
 * asks the headline. Never fails; what holds no letter, digit or character is left out.
 */
export function parseQuery(typed: string): Query {
	const terms: Term[] = [];
	let shortened = false;
	const pattern =
		/(?<minus>-)?(?:(?<field>标题|標題|title):\s*)?(?:"(?<straight>[^"]*)"?|“(?<curly>[^”]*)”?|(?<bare>[^\s"“]+))/giu;
	for (const { groups } of typed.normalize("NFKC").matchAll(pattern)) {
		const quoted = groups?.straight ?? groups?.curly;
		const given = (quoted ?? groups?.bare ?? "").trim();
		if (!/[\p{L}\p{N}\p{S}]/u.test(given)) continue;
		// An operator that still waits for its word.
		if (quoted === undefined && /^(?:标题|標題|title):$/iu.test(given))
			continue;
		const text = firstTokens(given);
		if (text !== given) shortened = true;
		if (terms.length === mostTerms) {
			shortened = true;
			break;
		}
		terms.push({
			text,
			literal: quoted !== undefined,
			excluded: groups?.minus !== undefined,
			headline: groups?.field !== undefined,
		});
	}
	return { terms, shortened };
}

/**
 * Add to every term its other forms: simplified and traditional characters, other spellings of the
 * same name.
 *
 * @param aliases groups of spellings of one name.
 * @param variants `false` looks for what was typed and nothing else.
 */
export function expandQuery(
	query: Query,
	aliases: readonly (readonly string[])[],
	variants: boolean,
): ExpandedTerm[] {
	return query.terms.map((term) => {
		const wide = variants && !term.literal;
		const phrases = [phraseOf(term.text, wide, !term.literal)];
		if (wide) {
			const key = comparable(term.text);
			const seen = new Set([key]);
			for (const group of aliases) {
				const names = group.filter((name) => mayBegin(name, key));
				if (!names.some((name) => comparable(name) === key)) continue;
				for (const name of group) {
					// 白俄羅斯 is found as a form of 白俄罗斯.
					if (seen.has(comparable(name))) continue;
					seen.add(comparable(name));
					phrases.push(phraseOf(name, true, true));
				}
			}
		}
		return { ...term, phrases };
	});
}

/** The query as a reader may have typed it with just these terms. */
export function writeQuery(terms: readonly Term[]): string {
	return terms
		.map(
			({ text, literal, excluded, headline }) =>
				`${excluded ? "-" : ""}${headline ? "标题:" : ""}${literal ? `"${text}"` : text}`,
		)
		.join(" ");
}

function phraseOf(text: string, wide: boolean, byPrefix: boolean): Phrase {
	const tokens = tokenise(text);
	const slots = tokens.map((token) =>
		wide ? formsOfCharacter(token) : [token],
	);
	return { text, slots, prefix: byPrefix && isWord(tokens.at(-1) ?? "") };
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

function comparable(text: string): string {
	return simplifyText(fold(text));
}

/** As much of `text` as holds {@link mostTokens} tokens. */
function firstTokens(text: string): string {
	if (text.length <= mostTokens) return text;
	const characters = [...text];
	let length = Math.min(characters.length, mostTokens);
	// Words of letters count once; a few steps find nearly as much as fits.
	while (
		length < characters.length &&
		tokenise(characters.slice(0, length + 50).join("")).length <= mostTokens
	)
		length += 50;
	return characters.slice(0, length).join("");
}
