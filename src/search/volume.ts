/** Units joined into one Pagefind index, file by file as Pagefind 1.6 lays it out. */
import { createHash } from "node:crypto";
import { fragmentsPerFile, pageName } from "./catalog.ts";
import { CborWriter } from "./cbor.ts";
import { simplify } from "./han.ts";
import { recordLanguage, signature } from "./index-words.ts";
import type { UnitFacts, UnitWord } from "./unit.ts";

/** A chunk ends once it holds so many bytes before packing; a frequent word may be longer. */
const chunkBytes = 16_000;

export interface VolumeFacts {
	readonly hash: string;
	readonly chunks: readonly string[];
	readonly traditional: string;
}

/**
 * Write the files of one volume.
 *
 * @param units oldest first: their words and what is known of their articles.
 * @param ids of the articles, in order.
 * @param version of Pagefind.
 * @param put takes a path inside the volume's folder and the file's bytes before packing.
 */
export function joinUnits(
	units: readonly {
		readonly words: readonly UnitWord[];
		readonly facts: UnitFacts;
	}[],
	ids: readonly string[],
	version: string,
	put: (path: string, bytes: Uint8Array) => void,
): VolumeFacts {
	const chunks: { first: string; last: string }[] = [];
	const traditional: string[] = [];
	let words = 0;
	let first = "";
	let last = "";
	const chunk = new CborWriter();
	const flush = () => {
		if (words === 0) return;
		const whole = new CborWriter();
		whole.array(1);
		whole.array(words);
		whole.append(chunk.take());
		put(`index/${pageName(chunks.length)}.pf_index`, signed(whole.take()));
		chunks.push({ first, last });
		words = 0;
	};
	for (const [word, parts] of byWord(units)) {
		if (simplify(word) !== word) traditional.push(word);
		if (words === 0) first = word;
		last = word;
		words++;
		chunk.array(2);
		chunk.text(word);
		chunk.array(parts.reduce((sum, { part }) => sum + part.pages, 0));
		let before = 0;
		for (const { base, part } of parts) {
			chunk.array(2);
			chunk.integer(base + part.first - before);
			chunk.append(part.encoded);
			before = base + part.last;
		}
		if (chunk.length >= chunkBytes) flush();
	}
	flush();
	const facts = units.map((unit) => unit.facts);
	const meta = metaOf(facts, chunks, version);
	const hash = `${recordLanguage}_${createHash("sha256").update(meta).digest("hex").slice(0, 11)}`;
	put(`pagefind.${hash}.pf_meta`, signed(meta));
	putFragments(facts, ids, put);
	return {
		hash,
		chunks: chunks.map((chunk) => chunk.first),
		traditional: traditional.join(""),
	};
}

/** All words, ascending, each with the units that hold it and the pages before those units. */
function byWord(
	units: Parameters<typeof joinUnits>[0],
): [string, { base: number; part: UnitWord }[]][] {
	const all = new Map<string, { base: number; part: UnitWord }[]>();
	let base = 0;
	for (const { words, facts } of units) {
		for (const part of words) {
			const parts = all.get(part.word);
			if (parts) parts.push({ base, part });
			else all.set(part.word, [{ base, part }]);
		}
		base += facts.places.length;
	}
	// Words hold nothing beyond the basic plane: order by unit is order by code point.
	return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * `[version, [[page, words, group]…], [[from, to, chunk]…], filters, sorts, meta fields]`. Filters
 * and sorting are the catalogue's.
 */
function metaOf(
	facts: readonly UnitFacts[],
	chunks: readonly { readonly first: string; readonly last: string }[],
	version: string,
): Uint8Array {
	const places = facts.flatMap((unit) => unit.places);
	const meta = new CborWriter();
	meta.array(6);
	meta.text(version);
	meta.array(places.length);
	for (const [n, count] of places.entries()) {
		meta.array(3);
		meta.text(pageName(n));
		meta.integer(count);
		meta.text(groupOf(n));
	}
	meta.array(chunks.length);
	for (const [n, { first, last }] of chunks.entries()) {
		meta.array(3);
		meta.text(first);
		meta.text(last);
		meta.text(pageName(n));
	}
	meta.array(0);
	meta.array(0);
	meta.array(1);
	meta.text("title");
	return meta.take();
}

/** Fragments hold address and headline; the text is in the article's own page. */
function putFragments(
	facts: readonly UnitFacts[],
	ids: readonly string[],
	put: (path: string, bytes: Uint8Array) => void,
): void {
	const headlines = facts.flatMap((unit) => unit.headlines);
	const places = facts.flatMap((unit) => unit.places);
	for (let at = 0; at < headlines.length; at += fragmentsPerFile) {
		const group: Record<string, unknown> = {};
		for (const [i, title] of headlines
			.slice(at, at + fragmentsPerFile)
			.entries())
			group[pageName(at + i)] = {
				url: `articles/${ids[at + i]}.html`,
				content: "",
				word_count: places[at + i],
				filters: {},
				meta: { title },
				anchors: [],
			};
		put(
			`fragment/${groupOf(at)}.pf_fragment`,
			signed(Buffer.from(JSON.stringify(group))),
		);
	}
}

function groupOf(page: number): string {
	return `g${Math.floor(page / fragmentsPerFile)}`;
}

function signed(bytes: Uint8Array): Uint8Array {
	return Buffer.concat([Buffer.from(signature), bytes]);
}
