import * as OpenCC from "opencc-js/t2cn";

const convert = OpenCC.Converter({ from: "t", to: "cn" });
/** Folded code unit by code unit; 0 where it has not been asked for yet. */
const known = new Uint16Array(65_536);

/**
 * A text for reading only: traditional → simplified and full-width → ASCII, character by character.
 *
 * The result has exactly as many UTF-16 code units as `text`, so a place in one is the same place in the other.
 * Phrase tables would read a few characters better and lose that.
 */
export function fold(text: string): string {
	let units: Uint16Array | undefined;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const simple = known[code] || learn(code);
		if (simple === code) continue;
		units ??= unitsOf(text);
		units[at] = simple;
	}
	return units
		? Buffer.from(units.buffer, 0, units.byteLength).toString("utf16le")
		: text;
}

function learn(code: number): number {
	const simple = foldUnit(String.fromCharCode(code)).charCodeAt(0);
	known[code] = simple;
	return simple;
}

/**
 * A test for texts as they are written: whether one of `words` (folded) stands in them, in either script. Nothing is made of
 * a text that holds none, as nearly all do.
 */
export function wordTest(words: readonly string[]): (text: string) => boolean {
	const finds = wordFinder(words.map((word) => [word, true]));
	return (text) => finds(text, () => true);
}

/**
 * Answers for texts as they are written: calls `found` with the value of each of the words (folded) wherever it stands, in either
 * script, until it answers `true`; tells whether it did.
 */
export function wordFinder<Value>(
	words: readonly (readonly [word: string, value: Value])[],
): (text: string, found: (value: Value) => boolean) => boolean {
	/** The words by their first unit as it is written: `none` where there are none, `0` where it has not been asked for yet. */
	const starts = new Uint16Array(65_536);
	const none = 1;
	const lists: (typeof words)[] = [[], []];
	const listOf = (code: number): number => {
		const first = String.fromCharCode(known[code] || learn(code));
		const own = words.filter(([word]) => word.startsWith(first));
		starts[code] = own.length === 0 ? none : lists.push(own) - 1;
		return starts[code] as number;
	};
	return (text, found) => {
		for (let at = 0; at < text.length; at++) {
			const code = text.charCodeAt(at);
			const list = (starts[code] as number) || listOf(code);
			if (list === none) continue;
			for (const [word, value] of lists[list] ?? [])
				if (standsAt(text, at, word) && found(value)) return true;
		}
		return false;
	};
}

function standsAt(text: string, at: number, word: string): boolean {
	if (at + word.length > text.length) return false;
	for (let i = 1; i < word.length; i++) {
		const code = text.charCodeAt(at + i);
		if ((known[code] || learn(code)) !== word.charCodeAt(i)) return false;
	}
	return true;
}

/** UTF-16 code units in machine order, little-endian wherever this runs, as `utf16le` reads them. */
function unitsOf(text: string): Uint16Array {
	const units = new Uint16Array(text.length);
	for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
	return units;
}

/** One code unit; surrogate halves and anything whose conversion changes the length stay as they are. */
function foldUnit(unit: string): string {
	const code = unit.charCodeAt(0);
	if (code >= 0xd800 && code <= 0xdfff) return unit;
	// Letters and digits only: 「，」 and its kin mean a clause boundary here, while "," also stands inside numbers.
	if (/[０-９Ａ-Ｚａ-ｚ]/.test(unit)) return String.fromCharCode(code - 0xfee0);
	const simple = convert(unit);
	return simple.length === 1 ? simple : unit;
}
