/** Where one term stands in one segment, or how often, where that is all there is to ask. */
import type { MergedSegment } from "../catalog.ts";
import { numberOfForm } from "../han.ts";
import type { FormCounts } from "../sign-counts.ts";
import { fold, gap, isWord } from "../tokens.ts";
import { codeOfSign } from "../words.ts";
import type { ExpandedTerm, Phrase } from "./expand.ts";
import { type Asked, findPhrase, firstPieces } from "./find-phrase.ts";
import { firstNotBelow, union } from "./lists.ts";
import type { IndexReader } from "./reader.ts";

/** Articles that hold a spelling of a term. */
export interface SpellingCount {
	readonly text: string;
	readonly articles: number;
}

export interface TermCount {
	/** Articles that the term alone would find. */
	readonly articles: number;
	readonly spellings: readonly SpellingCount[];
}

/** What one segment says of a term; documents are counted from the segment's first. */
export interface FoundTerm {
	readonly count: TermCount;
	/** How often it stands in each document. */
	readonly times: Uint32Array;
	isInHeadline(document: number): boolean;
	/** Where it stands in a document, ascending; nothing for a sign alone, which is near everything. */
	placesIn(document: number): Uint32Array;
}

/** Where the documents of a segment lie on its line of places. */
export interface Layout {
	/** The place where each document begins, and where the last ends. */
	readonly bases: Uint32Array;
	/** Places of each document's headline, which comes first. */
	readonly headlines: Uint32Array;
}

const nowhere = new Uint32Array();

/** Begin to load what a term needs in any case. */
export function preload(
	reader: IndexReader,
	segment: MergedSegment,
	term: ExpandedTerm,
): void {
	// Prevents an unhandled rejection: the search says what is wrong.
	const ignore = () => undefined;
	const sign = signOf(term);
	const counts = sign && countsOf(reader, segment, sign);
	if (counts) {
		counts.catch(ignore);
		return;
	}
	for (const phrase of term.phrases)
		for (const piece of firstPieces(reader, segment, phrase))
			reader.wordsIn(segment, piece).catch(ignore);
}

/** @throws when a file of the index cannot be loaded. */
export async function findTerm(
	asked: Asked,
	term: ExpandedTerm,
	layout: Layout,
): Promise<FoundTerm> {
	const sign = signOf(term);
	const counts = sign && countsOf(asked.reader, asked.segment, sign);
	if (counts) return ofCounts(await counts, term, sign);
	return ofPlaces(asked, term, layout, sign !== undefined);
}

/** The phrase of a term that is a sign and nothing else. */
function signOf({ phrases }: ExpandedTerm): Phrase | undefined {
	const [phrase] = phrases;
	const [token = gap] = phrase?.slots[0] ?? [];
	const isSign =
		phrases.length === 1 &&
		phrase?.slots.length === 1 &&
		token !== gap &&
		!isWord(token);
	return isSign ? phrase : undefined;
}

function countsOf(
	reader: IndexReader,
	segment: MergedSegment,
	sign: Phrase,
): Promise<FormCounts[]> | undefined {
	return reader.countsOf(segment, codeOfSign(sign.slots[0]?.[0] ?? ""));
}

function ofCounts(
	counts: readonly FormCounts[],
	{ headline, off }: ExpandedTerm,
	{ slots: [forms = []], text }: Phrase,
): FoundTerm {
	const documents = counts[0]?.times.length ?? 0;
	const times = new Uint32Array(documents);
	const inHeadline = new Uint32Array(documents);
	const spellings: SpellingCount[] = [];
	for (const form of forms) {
		const found = counts.find((one) => one.form === numberOfForm(form));
		const spelling = forms.length === 1 ? text : form;
		if (!found || off.has(fold(spelling))) continue;
		const counted = headline ? found.inHeadline : found.times;
		const articles = addTo(times, counted);
		addTo(inHeadline, found.inHeadline);
		if (articles > 0) spellings.push({ text: spelling, articles });
	}
	return {
		count: {
			articles: times.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
			spellings,
		},
		times,
		isInHeadline: (document) => (inHeadline[document] as number) > 0,
		placesIn: () => nowhere,
	};
}

/** @returns how many of the numbers added are not 0. */
function addTo(sums: Uint32Array, numbers: Uint32Array): number {
	let count = 0;
	for (const [n, number] of numbers.entries()) {
		if (number === 0) continue;
		sums[n] = (sums[n] as number) + number;
		count++;
	}
	return count;
}

async function ofPlaces(
	asked: Asked,
	term: ExpandedTerm,
	{ bases, headlines }: Layout,
	isSign: boolean,
): Promise<FoundTerm> {
	const reach = (document: number) =>
		term.headline ? (headlines[document] as number) : Number.POSITIVE_INFINITY;
	const phrases = await Promise.all(
		term.phrases.map((phrase) => findPhrase(asked, phrase, term.off)),
	);
	const spellings = phrases.flat().map(({ text, starts }) => ({
		text,
		...within(starts, bases, reach),
	}));
	const all = await union(
		spellings.map(({ starts }) => starts),
		asked.end,
		asked.slices,
	);
	const { starts, begins, articles } = within(all, bases, reach);
	const placesIn = (document: number) =>
		starts.subarray(begins[document], begins[document + 1]);
	return {
		count: {
			articles,
			spellings: spellings
				.filter(({ articles }) => articles > 0)
				.map(({ text, articles }) => ({ text, articles })),
		},
		times: begins
			.subarray(1)
			.map((end, document) => end - (begins[document] as number)),
		// The headline comes first: what stands in it at all stands there first.
		isInHeadline: (document) =>
			(placesIn(document)[0] ?? Number.POSITIVE_INFINITY) <
			(bases[document] as number) + (headlines[document] as number),
		placesIn: isSign ? () => nowhere : placesIn,
	};
}

/** Places by the documents that they lie in. */
function within(
	starts: Uint32Array,
	bases: Uint32Array,
	reach: (document: number) => number,
) {
	const begins = new Uint32Array(bases.length);
	const kept = new Uint32Array(starts.length);
	let length = 0;
	let articles = 0;
	let document = 0;
	for (let from = 0; from < starts.length; ) {
		const place = starts[from] as number;
		const next = firstNotBelow(bases, place + 1, document);
		begins.fill(length, document + 1, next);
		document = next - 1;
		const base = bases[document] as number;
		const end = Math.min(bases[next] as number, base + reach(document));
		const before = length;
		for (
			;
			from < starts.length &&
			(starts[from] as number) < (bases[next] as number);
			from++
		)
			if ((starts[from] as number) < end)
				kept[length++] = starts[from] as number;
		if (length > before) articles++;
	}
	begins.fill(length, document + 1);
	return { starts: kept.subarray(0, length), begins, articles };
}
