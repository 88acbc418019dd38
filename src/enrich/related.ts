/**
 * The same story in several outlets, found by MinHash: two texts share about as many of their
 * signature's numbers as they share of their five-character pieces.
 *
 * One-permutation hashing (Li, Owen and Zhang, NIPS 2012): every piece is hashed once, the hash
 * chooses a bin, and each bin keeps its smallest. No kept library does this for texts without
 * spaces.
 */
import type { Draft } from "../domain/article.ts";
import { byCodePoint } from "../domain/order.ts";

/** The bins of a signature, `-1` where no piece fell; empty for texts too short to compare. */
export type Signature = readonly number[];

const bins = 128;
/** Characters of a piece: long enough that common phrases do not count. */
const pieceLength = 5;
/** Texts with fewer pieces resemble each other by chance. */
const fewestPieces = 60;
/** Numbers that must agree together for two texts to be compared at all. */
const bandRows = 3;
/** Share of common pieces from which on two texts tell the same story. */
const likeness = 0.3;
/** So many neighbours at most, the most alike first. */
const mostRelated = 8;
/** In a crowd of texts with the same band each is compared with so many next ones only. */
const crowd = 48;

/** Plain JSON, a function of the draft's text alone; cache it with the draft. */
export function signatureOf(draft: Pick<Draft, "paragraphs">): Signature {
	const units = lettersOf(
		draft.paragraphs
			.filter(({ kind }) => kind !== "link-card")
			.map(({ text }) => text),
	);
	const pieces = units.length - pieceLength + 1;
	if (pieces < fewestPieces) return [];
	const smallest = new Int32Array(bins).fill(-1);
	for (let at = 0; at < pieces; at++) {
		const hash = hashOf(units, at);
		// The same as % and / by 128 of the unsigned number, without leaving small integers.
		const bin = hash & (bins - 1);
		const rest = hash >>> 7;
		const kept = smallest[bin] as number;
		if (kept === -1 || rest < kept) smallest[bin] = rest;
	}
	return Array.from(smallest);
}

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

/** How alike two texts are, 0–1: an estimate of the share of pieces that both have. */
export function alikeness(a: Signature, b: Signature): number {
	let same = 0;
	let filled = 0;
	for (let i = 0; i < Math.min(a.length, b.length); i++) {
		if (a[i] === -1 && b[i] === -1) continue;
		filled++;
		if (a[i] === b[i]) same++;
	}
	return filled === 0 ? 0 : same / filled;
}

/**
 * For every article its neighbours, most alike first, ties by id. Time grows with the number of
 * articles, not with its square: only texts that agree in a band of numbers are compared.
 *
 * @param signed articles to relate, revisions and duplicates left out; the order does not matter.
 * @returns only articles that have a neighbour.
 */
export function relate(
	signed: readonly { readonly id: string; readonly signature: Signature }[],
): ReadonlyMap<string, readonly string[]> {
	const articles = signed
		.filter(({ signature }) => signature.length === bins)
		.sort((a, b) => byCodePoint(a.id, b.id));
	const found = articles.map(() => new Map<number, number>());
	for (let row = 0; row + bandRows <= bins; row += bandRows)
		for (const members of bandsAt(articles, row).values())
			compareAll(members, articles, found);
	return new Map(
		articles.flatMap(({ id }, index): [string, readonly string[]][] => {
			const neighbours = [...(found[index] ?? [])]
				.filter(([, alike]) => alike >= likeness)
				.sort(([a, alikeA], [b, alikeB]) => alikeB - alikeA || a - b)
				.slice(0, mostRelated)
				.map(([other]) => articles[other]?.id ?? "");
			return neighbours.length === 0 ? [] : [[id, neighbours]];
		}),
	);
}

/** Articles by what stands in `bandRows` bins from `row` on; bands with an empty bin tell nothing. */
function bandsAt(
	articles: readonly { readonly signature: Signature }[],
	row: number,
): ReadonlyMap<string, number[]> {
	const bands = new Map<string, number[]>();
	articles.forEach(({ signature }, index) => {
		const band = signature.slice(row, row + bandRows);
		if (band.includes(-1)) return;
		const key = band.join();
		const members = bands.get(key);
		if (members) members.push(index);
		else bands.set(key, [index]);
	});
	return bands;
}

function compareAll(
	members: readonly number[],
	articles: readonly { readonly signature: Signature }[],
	found: readonly Map<number, number>[],
): void {
	for (let i = 0; i < members.length; i++)
		for (let j = i + 1; j < Math.min(members.length, i + 1 + crowd); j++) {
			const a = members[i] ?? 0;
			const b = members[j] ?? 0;
			if (found[a]?.has(b)) continue;
			const alike = alikeness(
				articles[a]?.signature ?? [],
				articles[b]?.signature ?? [],
			);
			found[a]?.set(b, alike);
			found[b]?.set(a, alike);
		}
}
