import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { textOf } from "../base/utf8.ts";

/** Which encoding a file is in, and its text; the only module that knows iconv-lite. */

/** WHATWG label and text; `undefined` when the bytes are no text in any encoding we know. */
export interface Decoded {
	readonly encoding: string;
	readonly text: string;
	/** Byte sequences that had to be replaced by U+FFFD. */
	readonly damaged: number;
	/** Whether the file, or who delivered it, said so. */
	readonly declared: boolean;
}

/**
 * Decode `bytes`: by their mark, as UTF-8 where they are, by what is declared, as UTF-16 without a mark, or as what they look
 * like. A UTF-8 file with a few broken bytes (cut in the middle of a character) stays UTF-8; declared UTF-8 that is not, and
 * another declaration over bytes that are UTF-8, are not believed.
 *
 * @param label of the HTTP header, where one tells it; else what the bytes declare in HTML or XML counts.
 */
export function decodeBytes(
	bytes: Uint8Array,
	label?: string,
): Decoded | undefined {
	const decoded = decode(bytes, label);
	return decoded && isText(decoded.text) ? decoded : undefined;
}

/**
 * Text holds few control characters but white space; what is more than a twentieth of them is data. Zeros, with which disks
 * fill lost files, are nothing.
 */
function isText(text: string): boolean {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted.
	const controls = text.match(/[\x01-\x08\x0e-\x1f]/g)?.length ?? 0;
	return controls * 20 <= text.length;
}

function decode(bytes: Uint8Array, label?: string): Decoded | undefined {
	const marked = byMark(bytes);
	if (marked) return lossy(bytes, marked, true);
	const utf16 = utf16Guess(bytes);
	if (utf16) return lossy(bytes, utf16);
	// Nearly every file.
	if (isUtf8(bytes))
		return {
			encoding: "utf-8",
			text: textOf(bytes),
			damaged: 0,
			declared: false,
		};
	const declared = known(label) ?? known(declaredIn(bytes));
	if (declared && declared !== "utf-8" && !declared.startsWith("utf-16")) {
		const decoded = lossy(bytes, declared, true);
		if (decoded.damaged * 50 <= decoded.text.length) return decoded;
	}
	const attempt = lossy(bytes, "utf-8");
	const foreign = attempt.text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
	if (attempt.damaged * 20 < foreign) return attempt;
	return legacy(bytes) ?? (foreign > attempt.damaged ? attempt : undefined);
}

/** The WHATWG name of an encoding that somebody calls `label`; `undefined` for none, and for one nobody knows. */
function known(label: string | undefined): string | undefined {
	if (label === undefined) return undefined;
	try {
		const { encoding } = new TextDecoder(label);
		return iconv.encodingExists(decoderOf(encoding)) ? encoding : undefined;
	} catch {
		return iconv.encodingExists(label) ? label.toLowerCase() : undefined;
	}
}

/** What the beginning of a file declares: `<meta charset>`, `<meta http-equiv>`, the XML declaration. */
function declaredIn(bytes: Uint8Array): string | undefined {
	const head = Buffer.from(bytes.subarray(0, 8_192)).toString("latin1");
	return (
		/<\?xml[^>]*\sencoding\s*=\s*["']([\w:.-]+)["']/i.exec(head)?.[1] ??
		/<meta[^>]*\scharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
		/<meta[^>]*\scontent\s*=\s*["'][^"'>]*charset=([\w:.-]+)/i.exec(
			head,
		)?.[1] ??
		/^@charset\s+"([\w:.-]+)"/.exec(head)?.[1]
	);
}

function byMark([a, b, c]: Uint8Array): string | undefined {
	if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
	if (a === 0xff && b === 0xfe) return "utf-16le";
	if (a === 0xfe && b === 0xff) return "utf-16be";
	return undefined;
}

/** Front matter, comment and markup are ASCII: in UTF-16 every other byte of them is zero. */
function utf16Guess(bytes: Uint8Array): string | undefined {
	const head = bytes.subarray(0, 512);
	let even = 0;
	let odd = 0;
	for (let i = 0; i < head.length; i++) {
		if (head[i] !== 0) continue;
		if (i % 2 === 0) even++;
		else odd++;
	}
	const half = head.length / 2;
	if (odd > half * 0.3 && even < half * 0.02) return "utf-16le";
	if (even > half * 0.3 && odd < half * 0.02) return "utf-16be";
	return undefined;
}

/**
 * Under which name iconv-lite has the encoding as browsers read it: `TextDecoder` of Node 20 makes private-use signs of the Hong
 * Kong supplement, latin1 of windows-1252, and lacks the extensions of EUC-KR.
 */
function decoderOf(encoding: string): string {
	return decoders.get(encoding) ?? encoding;
}

const decoders = new Map([
	["gbk", "gb18030"],
	["gb2312", "gb18030"],
	["big5", "big5hkscs"],
	["euc-kr", "cp949"],
	["shift_jis", "cp932"],
	["iso-8859-1", "windows-1252"],
]);

function lossy(bytes: Uint8Array, encoding: string, declared = false): Decoded {
	const text = /^utf-/.test(encoding)
		? new TextDecoder(encoding).decode(bytes)
		: iconv.decode(Buffer.from(bytes), decoderOf(encoding));
	const damaged = text.match(/\uFFFD/g)?.length ?? 0;
	return { encoding, text, damaged, declared };
}

/** The likeliest of the encodings of East Asia and of Europe, where nobody says which it is. */
function legacy(bytes: Uint8Array): Decoded | undefined {
	const [best] = [
		...score(bytes, "gb18030", commonness, 0.15),
		...score(bytes, "big5", commonness, 0.15),
		...score(bytes, "shift_jis", shareOf(/[\u3041-\u30ff]/g), 0.35),
		...score(bytes, "euc-kr", shareOf(/[\uac00-\ud7a3]/g), 0.7),
	].sort((a, b) => b.score - a.score);
	if (best) return best.decoded;
	// Letters of one byte each: most of a Cyrillic text, few of a Latin one.
	const high = bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
	const [cyrillic] = score(bytes, "windows-1251", shareOf(/[а-яё]/g), 0.7);
	if (cyrillic && high > bytes.length * 0.2) return cyrillic.decoded;
	const [latin] = score(
		bytes,
		"windows-1252",
		shareOf(/[\u00c0-\u00ff\u2013-\u201e\u20ac\u00a0-\u00bf]/g),
		0.9,
	);
	return latin && high < bytes.length * 0.15 ? latin.decoded : undefined;
}

interface Scored {
	readonly decoded: Decoded;
	readonly score: number;
}

function score(
	bytes: Uint8Array,
	encoding: string,
	measure: (text: string) => number,
	least: number,
): readonly Scored[] {
	const decoded = lossy(bytes, encoding);
	if (decoded.damaged * 50 > decoded.text.length) return [];
	const found = measure(decoded.text);
	return found > least ? [{ decoded, score: found }] : [];
}

/** Share of these among all letters beyond ASCII. */
function shareOf(letters: RegExp): (text: string) => number {
	return (text) => {
		const all = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
		return all === 0 ? 0 : (text.match(letters)?.length ?? 0) / all;
	};
}

/**
 * The characters that any Chinese text is full of, in both scripts. Read in the wrong one of two
 * encodings a text turns into rare characters, so the share of these tells which was right.
 */
const frequent = new Set(
	"的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着著等部度家力里裡如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新内內数數正心反你明看原又么麼利比或但质質第向道命此变變条條只没沒结結解问問意建月公无無系军軍很情者最立代想已通并並提直题題党黨程展五果料",
);

function commonness(text: string): number {
	let han = 0;
	let common = 0;
	for (const character of text) {
		if (character < "\u3400" || character > "\u9fff") continue;
		han++;
		if (frequent.has(character)) common++;
	}
	return han === 0 ? 0 : common / han;
}
