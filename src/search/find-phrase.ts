/** One phrase in one volume: Pagefind's engine says on which pages, its index where on them. */
import type { Volume } from "./catalog.ts";
import { simplify } from "./han.ts";
import { wordOf } from "./index-words.ts";
import { firstNotBelow, followedBy, union } from "./lists.ts";
import type { Phrase } from "./query.ts";
import type { IndexReader } from "./reader.ts";

/** Where a phrase stands. */
export interface PhrasePlaces {
	/** On the volume's line of places, ascending: where each match begins. */
	readonly starts: Uint32Array;
	/** Spellings that stand in the text, where a character of the phrase has several forms. */
	readonly forms: readonly string[];
}

/** A row of words that the engine is asked for. */
interface Row {
	readonly words: readonly string[];
	/** The same as a reader reads it. */
	readonly text: string;
}

/** One word that may stand in a slot. */
interface Choice {
	readonly word: string;
	readonly text: string;
}

/** Rows that are asked for without looking first which of them stand in the text. */
const mostRows = 64;
/**
 * Pagefind's engine compares every place of a word with every place of the next on a page: some
 * milliseconds up to here. Where both are frequent, their lists are joined without it, as they are
 * while the engine is not there yet.
 */
const mostCompared = 4_000_000;
/** Slots of a longer phrase that are asked for first: mostly nothing is left then. */
const slotsAtOnce = 12;
const nowhere: PhrasePlaces = { starts: new Uint32Array(), forms: [] };

/** @throws when a file of the index cannot be loaded. */
export async function findPhrase(
	reader: IndexReader,
	volume: Volume,
	phrase: Phrase,
): Promise<PhrasePlaces> {
	const { slots } = phrase;
	if (slots.length > slotsAtOnce) {
		const beginning = { slots: slots.slice(0, slotsAtOnce), prefix: false };
		const found = await findPhrase(reader, volume, { ...phrase, ...beginning });
		if (found.starts.length === 0) return nowhere;
	}
	const choices = await findChoices(reader, volume, phrase, slots.length);
	if (choices.length === 0 || choices.some((words) => words.length === 0))
		return nowhere;
	const found: Row[] = [];
	const starts: Uint32Array[] = [];
	for (const row of await rowsOf(reader, volume, choices)) {
		const places = await placesOfRow(reader, volume, row.words);
		if (places.length === 0) continue;
		found.push(row);
		starts.push(places);
	}
	const several = slots.some((tokens) => tokens.length > 1);
	return {
		starts: union(starts),
		forms: several ? found.map(({ text }) => text) : [],
	};
}

/** The words of a volume that may stand in each of the first slots of a phrase. */
export function findChoices(
	reader: IndexReader,
	volume: Volume,
	{ slots, prefix }: Phrase,
	count = slotsAtOnce,
): Promise<Choice[][]> {
	return Promise.all(
		slots
			.slice(0, count)
			.map((tokens, n) =>
				choicesFor(reader, volume, tokens, prefix && n === slots.length - 1),
			),
	);
}

/** Where words stand one after another. */
async function placesOfRow(
	reader: IndexReader,
	volume: Volume,
	words: readonly string[],
): Promise<Uint32Array> {
	const [only] = words;
	// The index says it as it stands; the engine would write out every place.
	if (only !== undefined && words.length === 1)
		return reader.placesOf(volume, only);
	const asked =
		reader.hasEngine(volume) &&
		(await reader.costOf(volume, words)) <= mostCompared;
	return together(
		reader,
		volume,
		words,
		asked ? await reader.findPages(volume, words) : undefined,
	);
}

/**
 * Where words stand one after another, by their lists; the rarest first, as it leaves least to
 * look at in the others.
 *
 * @param pages where to look, if that is known.
 */
async function together(
	reader: IndexReader,
	volume: Volume,
	words: readonly string[],
	pages?: ReadonlySet<number>,
): Promise<Uint32Array> {
	const counted = await Promise.all(
		words.map(async (word, offset) => ({
			word,
			offset,
			count: await reader.countOf(volume, word),
		})),
	);
	counted.sort((a, b) => a.count - b.count);
	let starts: Uint32Array | undefined;
	let where = pages;
	for (const { word, offset } of counted) {
		if (where?.size === 0) return nowhere.starts;
		const places = await reader.placesOf(volume, word, where);
		starts = starts
			? followedBy(starts, places, offset)
			: movedBack(places, offset);
		where = await reader.pagesOf(volume, starts);
	}
	return starts ?? nowhere.starts;
}

/** The words of a volume that may stand in a slot. */
async function choicesFor(
	reader: IndexReader,
	volume: Volume,
	tokens: readonly string[],
	prefix: boolean,
): Promise<Choice[]> {
	const traditional = traditionalIn(volume);
	const present = tokens.filter(
		(token) => simplify(token) === token || traditional.has(token),
	);
	const found = await Promise.all(
		present.map(async (token) => {
			const words = await reader.wordsLike(volume, wordOf(token), prefix);
			return words.map((word) => ({ word, text: token }));
		}),
	);
	return found.flat();
}

const known = new WeakMap<Volume, ReadonlySet<string>>();
function traditionalIn(volume: Volume): ReadonlySet<string> {
	let set = known.get(volume);
	if (!set) {
		set = new Set(volume.traditional);
		known.set(volume, set);
	}
	return set;
}

/** Every row of one choice a slot; where that would be too many, those that stand in the text. */
async function rowsOf(
	reader: IndexReader,
	volume: Volume,
	choices: readonly (readonly Choice[])[],
): Promise<Row[]> {
	const count = choices.reduce((product, words) => product * words.length, 1);
	if (count > mostRows) return rowsInText(reader, volume, choices);
	let rows: Row[] = [{ words: [], text: "" }];
	for (const words of choices)
		rows = rows.flatMap((row) =>
			words.map(({ word, text }) => ({
				words: [...row.words, word],
				text: row.text + text,
			})),
		);
	return rows;
}

async function rowsInText(
	reader: IndexReader,
	volume: Volume,
	choices: readonly (readonly Choice[])[],
): Promise<Row[]> {
	const slots = await Promise.all(
		choices.map((words) =>
			Promise.all(
				words.map(async (choice) => ({
					...choice,
					places: await reader.placesOf(volume, choice.word),
				})),
			),
		),
	);
	const starts = joined(
		slots.map((words) => union(words.map(({ places }) => places))),
	);
	const rows = new Map<string, Row>();
	for (const start of starts) {
		const row = slots.map((words, offset) => {
			const place = start + offset;
			return words.find(
				({ places }) => places[firstNotBelow(places, place)] === place,
			) as Choice;
		});
		const words = row.map(({ word }) => word);
		rows.set(words.join(" "), {
			words,
			text: row.map(({ text }) => text).join(""),
		});
	}
	return [...rows.values()];
}

/** Where all lists stand one after another; the rarest first, as it leaves least to look at. */
function joined(lists: readonly Uint32Array[]): Uint32Array {
	const order = lists
		.map((places, offset) => ({ places, offset }))
		.sort((a, b) => a.places.length - b.places.length);
	let starts: Uint32Array | undefined;
	for (const { places, offset } of order) {
		starts = starts
			? followedBy(starts, places, offset)
			: movedBack(places, offset);
		if (starts.length === 0) break;
	}
	return starts ?? new Uint32Array();
}

function movedBack(places: Uint32Array, offset: number): Uint32Array {
	return offset === 0
		? places
		: places
				.subarray(firstNotBelow(places, offset))
				.map((place) => place - offset);
}
