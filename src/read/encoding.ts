import { isUtf8 } from "node:buffer";
import { textOf } from "../base/utf8.ts";

/** Which encoding a file is in, when it does not say so itself. */

/** WHATWG label and text; `undefined` when the bytes are no text in any encoding we know. */
export interface Decoded {
	readonly encoding: string;
	readonly text: string;
	/** Byte sequences that had to be replaced by U+FFFD. */
	readonly damaged: number;
}

/**
 * Decode `bytes`: by their mark, as UTF-8, as UTF-16 without a mark, or as the likelier of GB18030
 * and Big5. A UTF-8 file with a few broken bytes (cut in the middle of a character) stays UTF-8.
 */
export function decodeBytes(bytes: Uint8Array): Decoded | undefined {
	const marked = byMark(bytes);
	if (marked) return lossy(bytes, marked);
	const utf16 = utf16Guess(bytes);
	if (utf16) return lossy(bytes, utf16);
	// Nearly every file.
	if (isUtf8(bytes))
		return { encoding: "utf-8", text: textOf(bytes), damaged: 0 };
	const attempt = lossy(bytes, "utf-8");
	const foreign = attempt.text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
	if (attempt.damaged * 20 < foreign) return attempt;
	return legacy(bytes) ?? (foreign > attempt.damaged ? attempt : undefined);
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

function lossy(bytes: Uint8Array, encoding: string): Decoded {
	const text = new TextDecoder(encoding).decode(bytes);
	return { encoding, text, damaged: text.match(/\uFFFD/g)?.length ?? 0 };
}

function legacy(bytes: Uint8Array): Decoded | undefined {
	const [best] = ["gb18030", "big5"]
		.flatMap((encoding) => {
			const decoded = lossy(bytes, encoding);
			return decoded.damaged * 50 > decoded.text.length ? [] : [decoded];
		})
		.map((decoded) => ({ decoded, score: commonness(decoded.text) }))
		.sort((a, b) => b.score - a.score);
	return best && best.score > 0.15 ? best.decoded : undefined;
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
