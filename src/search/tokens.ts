/**
 * One way to cut text into tokens, for the indexer, the browser and the terminal.
 *
 * A token is one Han (kana, Hangul, Thai …) character, one digit, one mark of punctuation, or one
 * word of letters. A phrase of such tokens is found exactly where its characters stand in the text.
 */

/** A token and the stretch of the source text (UTF-16 code units) that it stands for. */
export interface PlacedToken {
	readonly token: string;
	readonly start: number;
	readonly end: number;
}

/** Stands for any stretch of white space. */
export const gap = " ";
/** Longer runs of letters are cut, so that a broken file cannot make one endless word. */
const longestWord = 48;
/** Where it was cut: a letter that no folded text holds, so that parts are found as parts alone. */
const cutMark = "ß";

/** Scripts that are written without spaces, or searched by the character. */
const single =
	"\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Bopomofo}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Yi}ー";
const letter = `(?![${single}])\\p{L}`;
const anyToken = `[${single}]|${letter}(?:(?![${single}])[\\p{L}\\p{M}])*|\\s+|[\\s\\S]`;
const everyToken = new RegExp(anyToken, "gu");
/** One string for each character: comparing and hashing the same object is several times faster. */
const characters: string[] = [];
const wordPattern = new RegExp(`^${letter}`, "u");
const ignorable = /(?:\p{Cf}|\p{Variation_Selector})+/gu;
const controls = /\p{Cc}/gu;
const loneSurrogates = /\p{Cs}/gu;
const accents = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{M}+/gu;
/** Letters that no rule of Unicode takes apart, and how they are written where a keyboard lacks them. */
const plainLetters: Readonly<Record<string, string>> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ħ: "h",
	ı: "i",
	ŋ: "n",
	ŧ: "t",
	ĸ: "k",
	ə: "a",
};
const otherLetters = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "g");
/** Text that no rule but width and case can change, with no letters but these: most Chinese news. */
const plain =
	/^[\n -~\u2018-\u201D\u3000-\u3003\u3008-\u3017\u4E00-\u9FFF\uFF01-\uFF5E]*$/;

/**
 * The form in which texts are compared: compatibility forms, case, accents of Latin, Greek and
 * Cyrillic letters and invisible characters make no difference, and Latin letters are those of a–z:
 * Straße is strasse, Łódź is lodz.
 */
export function fold(text: string): string {
	if (plain.test(text)) return text.normalize("NFKC").toLowerCase();
	return (
		text
			.replace(loneSurrogates, "\uFFFD")
			.replace(ignorable, "")
			.replace(controls, " ")
			.normalize("NFKC")
			.toLowerCase()
			// The one letter whose lower case depends on its neighbours.
			.replaceAll("ς", "σ")
			.normalize("NFD")
			.replace(accents, "$1")
			.normalize("NFC")
			.replace(otherLetters, (letter) => plainLetters[letter] as string)
	);
}

/** Whether a token is a word of letters (and so found by its beginning). */
export function isWord(token: string): boolean {
	return wordPattern.test(token);
}

/** Takes the tokens of a text, in order. */
export interface TokenVisitor {
	/** A token of one character, as a UTF-16 code unit. */
	character(unit: number): void;
	/** Any token. */
	token(token: string): void;
}

/** The tokens of `text` in order; white space is `gap`. */
export function tokenise(text: string): string[] {
	const tokens: string[] = [];
	visitTokens(text, {
		character: (unit) => tokens.push(characterOf(unit)),
		token: (token) => tokens.push(token),
	});
	return tokens;
}

/** The same without a string for every character. */
export function visitTokens(text: string, visitor: TokenVisitor): void {
	if (plain.test(text)) visitPlain(text, visitor);
	else
		for (const [match] of fold(text).matchAll(everyToken))
			for (const token of parts(match)) visitor.token(token);
}

/** What folding and {@link everyToken} come to in plain text, ten times faster. */
function visitPlain(text: string, visitor: TokenVisitor): void {
	for (let at = 0; at < text.length; ) {
		const unit = narrow(text.charCodeAt(at));
		let end = at + 1;
		if (isSpace(unit)) {
			while (isSpace(narrow(text.charCodeAt(end)))) end++;
			visitor.token(gap);
		} else if (isLetter(unit)) {
			while (isLetter(narrow(text.charCodeAt(end)))) end++;
			const word = text.slice(at, end).normalize("NFKC").toLowerCase();
			for (const part of parts(word)) visitor.token(part);
		} else visitor.character(unit);
		at = end;
	}
}

/** A full-width sign in its usual width; anything else, the end of a text included, as it is. */
function narrow(unit: number): number {
	if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
	return unit === 0x3000 ? 0x20 : unit;
}

function isSpace(unit: number): boolean {
	return unit === 0x20 || unit === 0x0a;
}

function isLetter(unit: number): boolean {
	const lower = unit | 0x20;
	return lower >= 0x61 && lower <= 0x7a && unit < 0x80;
}

/** Like `tokenise`, with the place of every token in the text as it was given. */
export function placeTokens(text: string): PlacedToken[] {
	let folded = "";
	const starts: number[] = [];
	const ends: number[] = [];
	// A character and the marks on it are folded together; then the parts add up to the whole.
	for (const cluster of text.matchAll(
		/[^\p{M}\p{Cf}ﾞﾟ][\p{M}\p{Cf}ﾞﾟ]*|[\p{M}\p{Cf}ﾞﾟ]+|[\s\S]/gu,
	)) {
		const part = fold(cluster[0]);
		folded += part;
		for (let i = 0; i < part.length; i++) {
			starts.push(cluster.index);
			ends.push(cluster.index + cluster[0].length);
		}
	}
	const placed: PlacedToken[] = [];
	for (const match of folded.matchAll(everyToken)) {
		let at = match.index;
		for (const token of parts(match[0])) {
			const length =
				token === gap ? match[0].length : token.replaceAll(cutMark, "").length;
			placed.push({
				token,
				start: starts[at] as number,
				end: ends[at + length - 1] as number,
			});
			at += length;
		}
	}
	return placed;
}

function characterOf(unit: number): string {
	let character = characters[unit];
	if (character === undefined) {
		character = String.fromCharCode(unit);
		characters[unit] = character;
	}
	return character;
}

/** A match of the pattern as tokens: white space is one gap, an endless word is cut. */
function parts(match: string): string[] {
	if (/^\s/.test(match)) return [gap];
	if (match.length <= longestWord) return [match];
	const cut: string[] = [];
	for (let at = 0; at < match.length; at += longestWord)
		cut.push(match.slice(at, at + longestWord));
	return cut.map(
		(part, n) =>
			(n > 0 ? cutMark : "") + part + (n < cut.length - 1 ? cutMark : ""),
	);
}
