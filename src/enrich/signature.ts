/**
 * What a text is told by among others, MinHash: two texts share about as many of their
 * signature's numbers as they share of their five-character pieces.
 *
 * One-permutation hashing (Li, Owen and Zhang, NIPS 2012): every piece is hashed once, the hash
 * chooses a bin, and each bin keeps its smallest. No kept library does this for texts without
 * spaces.
 */
import type { Draft } from "../domain/article.ts";

/**
 * 128 bins of 16 bits, little-endian, in base64: of the smallest hash in each bin its last bits (b-bit minwise
 * hashing, Li and König, WWW 2010), {@link empty} where no piece fell. The empty text for what is too short to compare.
 */
export type Signature = string;
/** A signature taken apart. */
export type Bins = Uint16Array;

export const bins = 128;
/** What stands in a bin where no piece fell. */
export const empty = 0xffff;
/** Characters of a piece: long enough that common phrases do not count. */
const pieceLength = 5;
/** Texts with fewer pieces resemble each other by chance. */
const fewestPieces = 60;

/** Plain JSON, a function of the draft's text alone; cache it with the draft. */
export function signatureOf(draft: Pick<Draft, "paragraphs">): Signature {
	const units = lettersOf(
		draft.paragraphs
			.filter(({ kind }) => kind !== "link-card")
			.map(({ text }) => text),
	);
	const pieces = units.length - pieceLength + 1;
	if (pieces < fewestPieces) return "";
	const smallest = new Int32Array(bins).fill(-1);
	for (let at = 0; at < pieces; at++) {
		const hash = hashOf(units, at);
		// The same as % and / by 128 of the unsigned number, without leaving small integers.
		const bin = hash & (bins - 1);
		const rest = hash >>> 7;
		const kept = smallest[bin] as number;
		if (kept === -1 || rest < kept) smallest[bin] = rest;
	}
	const bytes = Buffer.alloc(bins * 2);
	smallest.forEach((kept, bin) => {
		// What would read as an empty bin is told from it by its last bit.
		const last = kept === -1 ? empty : Math.min(kept & 0xffff, empty - 1);
		bytes.writeUInt16LE(last, bin * 2);
	});
	return bytes.toString("base64");
}

/** @param signature not the empty one. */
export function binsOf(signature: Signature): Bins {
	const taken = new Uint16Array(bins);
	const bytes = Buffer.from(taken.buffer);
	bytes.write(signature, "base64");
	// The bytes are little-endian; most processors are, too.
	if (!isLittleEndian) bytes.swap16();
	return taken;
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** By UTF-16 unit: itself in lower case, `1` where it is no letter or digit, `0` where it has not been asked for yet. */
const letters = new Uint16Array(65_536);
const dropped = 1;
/** Letters outside the basic plane, and the two whose lower case is no single unit or depends on what is around them. */
const unusual = /[\ud800-\udfff\u0130\u03a3]/;

/** The letters and digits of the texts in lower case, as UTF-16 units. */
function lettersOf(texts: readonly string[]): Uint16Array {
	const whole = texts.some((text) => unusual.test(text))
		? [
				texts
					.join("")
					.replace(/[^\p{L}\p{N}]+/gu, "")
					.toLowerCase(),
			]
		: texts;
	const units = new Uint16Array(
		whole.reduce((sum, text) => sum + text.length, 0),
	);
	let length = 0;
	for (const text of whole)
		for (let at = 0; at < text.length; at++) {
			const code = text.charCodeAt(at);
			const unit =
				whole === texts ? (letters[code] as number) || learn(code) : code;
			if (unit !== dropped) units[length++] = unit;
		}
	return units.subarray(0, length);
}

function learn(code: number): number {
	const character = String.fromCharCode(code);
	const unit = /[\p{L}\p{N}]/u.test(character)
		? character.toLowerCase().charCodeAt(0)
		: dropped;
	letters[code] = unit;
	return unit;
}

/** FNV-1a over the UTF-16 units of one piece, with Murmur's finish: 32 bits. */
function hashOf(units: Uint16Array, at: number): number {
	let hash = 0x811c9dc5;
	for (let i = at; i < at + pieceLength; i++)
		hash = Math.imul(hash ^ (units[i] as number), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}

/**
 * How alike two texts are, 0–1: an estimate of the share of pieces that both have.
 *
 * @param fromA where the bins of the one begin in `a`, if it holds those of several.
 */
export function alikeness(a: Bins, b: Bins, fromA = 0, fromB = 0): number {
	let same = 0;
	let filled = 0;
	for (let i = 0; i < bins; i++) {
		const one = a[fromA + i];
		if (one !== b[fromB + i]) filled++;
		else if (one !== empty) {
			filled++;
			same++;
		}
	}
	return filled === 0 ? 0 : same / filled;
}
