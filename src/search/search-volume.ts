/** One volume asked for one query: which documents, how often, how close. */
import type { Catalog, Volume } from "./catalog.ts";
import { firstNotBelow, followedBy, union } from "./lists.ts";
import type { ExpandedTerm, Phrase } from "./query.ts";
import type { IndexReader } from "./reader.ts";

/** A document that answers the query. */
export interface Hit {
	/** Its line in the catalogue. */
	readonly document: number;
	/** How often each required term stands in it, in the order of the query. */
	readonly counts: readonly number[];
	/** How many of them stand in the headline. */
	readonly inHeadline: number;
	/** Places of the shortest stretch that holds all required terms; 0 for a single term. */
	readonly span: number;
}

export interface VolumeAnswer {
	readonly hits: readonly Hit[];
	/** Spellings that stand in the text where a character of the term has several forms. */
	readonly forms: readonly string[];
}

/** Lists loaded at once for one phrase; a long phrase is given up as soon as nothing is left. */
const slotsAtOnce = 12;
/** Matches looked at to name the forms that were found. */
const formSamples = 200;

export async function searchVolume(
	reader: IndexReader,
	catalog: Catalog,
	volume: Volume,
	terms: readonly ExpandedTerm[],
): Promise<VolumeAnswer> {
	const bases = basesOf(catalog, volume);
	const forms = new Set<string>();
	const found = await Promise.all(
		terms.map(async (term) => {
			const lists = await Promise.all(
				term.phrases.map((phrase) => findPhrase(reader, volume, phrase, forms)),
			);
			const places = union(lists);
			return byDocument(
				term.headline ? headlineOnly(places, catalog, volume, bases) : places,
				bases,
			);
		}),
	);
	const required = found.filter((_, n) => !terms[n]?.excluded);
	const excluded = found.filter((_, n) => terms[n]?.excluded);
	const [first, ...others] = required;
	const candidates = first
		? [...first.keys()]
		: Array.from({ length: volume.count }, (_, n) => n);
	const hits: Hit[] = [];
	for (const n of candidates) {
		if (!others.every((term) => term.has(n))) continue;
		if (excluded.some((term) => term.has(n))) continue;
		const places = required.map((term) => term.get(n) as Uint32Array);
		const headlineEnd =
			(bases[n] as number) + (catalog.headline[volume.start + n] ?? 0);
		hits.push({
			document: volume.start + n,
			counts: places.map((list) => list.length),
			inHeadline: places.filter((list) => (list[0] as number) < headlineEnd)
				.length,
			span: shortestSpan(places),
		});
	}
	return { hits, forms: [...forms] };
}

/** Where each document begins, and one more: where the last ends. */
const known = new WeakMap<Volume, Uint32Array>();
function basesOf(catalog: Catalog, volume: Volume): Uint32Array {
	let bases = known.get(volume);
	if (!bases) {
		bases = new Uint32Array(volume.count + 1);
		for (let n = 0; n < volume.count; n++)
			bases[n + 1] =
				(bases[n] as number) + (catalog.places[volume.start + n] ?? 0);
		known.set(volume, bases);
	}
	return bases;
}

/** First places of a phrase, ascending. */
async function findPhrase(
	reader: IndexReader,
	volume: Volume,
	{ slots, prefix }: Phrase,
	forms: Set<string>,
): Promise<Uint32Array> {
	let starts: Uint32Array | undefined;
	const filled = slots
		.map((tokens, offset) => ({ tokens, offset }))
		.filter(({ tokens }) => tokens.length > 0);
	for (let at = 0; at < filled.length; at += slotsAtOnce) {
		const lists = await Promise.all(
			filled.slice(at, at + slotsAtOnce).map(async ({ tokens, offset }) => {
				const byPrefix = prefix && offset === slots.length - 1;
				const all = await Promise.all(
					tokens.map((token) => reader.placesOf(volume, token, byPrefix)),
				);
				return { offset, places: union(all.flat()) };
			}),
		);
		lists.sort((a, b) => a.places.length - b.places.length);
		for (const { offset, places } of lists) {
			starts = starts
				? followedBy(starts, places, offset)
				: movedBack(places, offset);
			if (starts.length === 0) return starts;
		}
	}
	if (!starts) return new Uint32Array();
	await nameForms(reader, volume, slots, starts, forms);
	return starts;
}

function movedBack(places: Uint32Array, offset: number): Uint32Array {
	return offset === 0
		? places
		: places
				.subarray(firstNotBelow(places, offset))
				.map((place) => place - offset);
}

/** Read off which forms of the characters stand at the first matches. */
async function nameForms(
	reader: IndexReader,
	volume: Volume,
	slots: Phrase["slots"],
	starts: Uint32Array,
	forms: Set<string>,
): Promise<void> {
	if (slots.every((tokens) => tokens.length === 1)) return;
	const lists = await Promise.all(
		slots.map((tokens) =>
			Promise.all(
				tokens.map(async (token) => ({
					token,
					places: union(
						tokens.length === 1
							? []
							: await reader.placesOf(volume, token, false),
					),
				})),
			),
		),
	);
	const step = Math.max(1, Math.floor(starts.length / formSamples));
	for (let n = 0; n < starts.length; n += step) {
		const start = starts[n] as number;
		const form = lists
			.map((alternatives, offset) =>
				alternatives.length === 1
					? alternatives[0]?.token
					: (alternatives.find(({ places }) => {
							const at = firstNotBelow(places, start + offset);
							return places[at] === start + offset;
						})?.token ?? " "),
			)
			.join("");
		forms.add(form);
	}
}

/** Places sorted into their documents. */
function byDocument(
	places: Uint32Array,
	bases: Uint32Array,
): Map<number, Uint32Array> {
	const documents = new Map<number, Uint32Array>();
	for (let at = 0; at < places.length; ) {
		const place = places[at] as number;
		const n = firstNotBelow(bases, place + 1) - 1;
		const end = firstNotBelow(places, bases[n + 1] as number, at);
		documents.set(n, places.subarray(at, end));
		at = end;
	}
	return documents;
}

function headlineOnly(
	places: Uint32Array,
	catalog: Catalog,
	volume: Volume,
	bases: Uint32Array,
): Uint32Array {
	return places.filter((place) => {
		const n = firstNotBelow(bases, place + 1) - 1;
		return (
			place <
			(bases[n] as number) + (catalog.headline[volume.start + n] as number)
		);
	});
}

/** The shortest stretch with one place of every list. */
function shortestSpan(lists: readonly Uint32Array[]): number {
	if (lists.length < 2) return 0;
	const at = lists.map(() => 0);
	let best = Number.POSITIVE_INFINITY;
	for (;;) {
		let low = 0;
		let lowest = Number.POSITIVE_INFINITY;
		let highest = 0;
		for (const [n, list] of lists.entries()) {
			const place = list[at[n] as number] as number;
			if (place < lowest) {
				lowest = place;
				low = n;
			}
			if (place > highest) highest = place;
		}
		best = Math.min(best, highest - lowest);
		at[low] = (at[low] as number) + 1;
		if ((at[low] as number) >= (lists[low]?.length ?? 0)) return best;
	}
}
