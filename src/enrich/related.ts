/** The same story in several outlets, found by the signatures of their texts. */
import { sharedBands } from "./related-bands.ts";
import {
	type Gathered,
	gather,
	type Signed,
	type SignedList,
} from "./related-changes.ts";
import { alikeness, bins } from "./signature.ts";

/** Share of common pieces from which on two texts tell the same story. */
const likeness = 0.3;
/** So many neighbours at most, the most alike first. */
export const mostRelated = 8;
/** In a crowd of texts with the same band each is compared with so many next ones only. */
const crowd = 48;
/** Where more than this share of an archive changed, all are related anew: it may well be quicker. */
const fewChanged = 1 / 8;
/** The same of those whose neighbours may be others. */
const fewConcerned = 1 / 2;
/** Stands for no neighbour. */
const none = -1;

/** What relating one archive leaves for the next time. */
export interface RelatedMemory extends SignedList {
	/** For each article the places of its neighbours, {@link mostRelated} at most, the rest -1. */
	readonly neighbours: Int32Array;
}

/** For every article that has neighbours, their ids. */
type Related = ReadonlyMap<string, readonly string[]>;

/**
 * For every article its neighbours, most alike first, ties by id. Time grows with the number of
 * articles, not with its square: only texts that agree in a band of numbers are compared.
 *
 * With a memory only those are compared again that share a band with an article that came, went or changed: in
 * a crowd it may have moved others out of reach or into it. The answer is the same as without.
 *
 * @param signed articles to relate, revisions and duplicates left out; the order does not matter.
 * @param before the memory of an earlier time, of whatever articles.
 * @returns only articles that have a neighbour, in order of their ids; the memory for the next time; and how many articles
 * came, went or changed since `before`: where they are few, that memory will do for the next time, too.
 */
export function relate(
	signed: readonly Signed[],
	before?: RelatedMemory,
): {
	readonly related: Related;
	readonly memory: RelatedMemory;
	readonly changes: number;
} {
	const gathered = gather(signed, before);
	const { ids, keys, bins: all, changed, binsAndFormer } = gathered;
	const concerned = before ? concernedBy(gathered) : undefined;
	const neighbours =
		before && concerned
			? keptNeighbours(gathered, before)
			: new Int32Array(ids.length * mostRelated).fill(none);
	for (const [place, nearest] of nearestOf(all, concerned)) {
		neighbours.fill(none, place * mostRelated, (place + 1) * mostRelated);
		neighbours.set(nearest, place * mostRelated);
	}
	const memory = { ids, keys, bins: all, neighbours };
	const changes = changed.length + binsAndFormer.length / bins - ids.length;
	return { related: relatedIn(memory), memory, changes };
}

/**
 * The places of all whose neighbours may be others than before: those that share a band with what changed, with what
 * it was or with what is gone.
 *
 * @returns `undefined` where they are many.
 */
function concernedBy({
	ids,
	binsAndFormer,
	changed,
}: Gathered): ReadonlySet<number> | undefined {
	const causes = new Set(changed);
	for (let at = ids.length; at < binsAndFormer.length / bins; at++)
		causes.add(at);
	const concerned = new Set(changed);
	if (causes.size > ids.length * fewChanged) return;
	for (const members of sharedBands(binsAndFormer, causes))
		if (members.some((place) => causes.has(place)))
			for (const place of members) if (place < ids.length) concerned.add(place);
	return concerned.size > ids.length * fewConcerned ? undefined : concerned;
}

/** The neighbours of those that were there before, at the places where they are now. */
function keptNeighbours(
	{ ids, was }: Gathered,
	before: RelatedMemory,
): Int32Array {
	const now = new Int32Array(before.ids.length).fill(none);
	was.forEach((old, place) => {
		if (old !== none) now[old] = place;
	});
	const kept = new Int32Array(ids.length * mostRelated).fill(none);
	was.forEach((old, place) => {
		if (old === none) return;
		for (let rank = 0; rank < mostRelated; rank++) {
			const neighbour = before.neighbours[old * mostRelated + rank] as number;
			if (neighbour === none) return;
			kept[place * mostRelated + rank] = now[neighbour] as number;
		}
	});
	return kept;
}

/**
 * By place, the places of the nearest, most alike first.
 *
 * @param among only these are asked for; they are compared with all.
 */
function* nearestOf(
	all: Uint16Array,
	among: ReadonlySet<number> | undefined,
): Generator<readonly [number, readonly number[]]> {
	/** By place, those it was compared with → how alike they are. */
	const compared = new Map<number, Map<number, number>>();
	const comparedWith = (place: number) => {
		const known = compared.get(place) ?? new Map<number, number>();
		if (known.size === 0) compared.set(place, known);
		return known;
	};
	for (const members of sharedBands(all, among))
		for (let i = 0; i < members.length; i++) {
			const a = members[i] as number;
			for (let j = i + 1; j < Math.min(members.length, i + 1 + crowd); j++) {
				const b = members[j] as number;
				if (among && !among.has(a) && !among.has(b)) continue;
				if (compared.get(a)?.has(b)) continue;
				const alike = alikeness(all, all, a * bins, b * bins);
				comparedWith(a).set(b, alike);
				comparedWith(b).set(a, alike);
			}
		}
	for (const place of among ?? compared.keys())
		yield [
			place,
			[...(compared.get(place) ?? [])]
				.filter(([, alike]) => alike >= likeness)
				.sort(([a, alikeA], [b, alikeB]) => alikeB - alikeA || a - b)
				.slice(0, mostRelated)
				.map(([other]) => other),
		];
}

function relatedIn({ ids, neighbours }: RelatedMemory): Related {
	const related = new Map<string, readonly string[]>();
	ids.forEach((id, place) => {
		const start = place * mostRelated;
		if (neighbours[start] === none || neighbours[start] === undefined) return;
		const own: string[] = [];
		for (let at = start; at < start + mostRelated; at++) {
			const neighbour = neighbours[at] as number;
			if (neighbour === none) break;
			own.push(ids[neighbour] as string);
		}
		related.set(id, own);
	});
	return related;
}
