/** What became of a list of signed articles since it was last seen. */
import { largeRoom } from "../base/large-room.ts";
import { byCodePoint } from "../base/order.ts";
import { bins, binsOf, empty, type Signature } from "./signature.ts";

/** An article that can be compared with others. */
export interface Signed {
	readonly id: string;
	/** Stands for the signature: another text has another key. */
	readonly key: string;
	/** Asked only where id and key are not known from before: it may cost reading a file. */
	signature(): Signature;
}

/** Signed articles side by side: what stands at the same place belongs to the same one. */
export interface SignedList {
	/** By code point. */
	readonly ids: readonly string[];
	readonly keys: readonly string[];
	/** 128 for each article; all {@link empty} for one that is too short to compare. */
	readonly bins: Uint16Array;
}

/** A list, and how it came from the one before. */
export interface Gathered extends SignedList {
	/** By place, the one that the same article with the same signature had before; -1 where it had none. */
	readonly was: Int32Array;
	/** Places of new articles and of those with another signature. */
	readonly changed: readonly number[];
	/** {@link bins}, and behind them those from before of articles that are gone or have another signature now. */
	readonly binsAndFormer: Uint16Array;
}

/** Put `signed` in order and find what of it is known from `before`. */
export function gather(
	signed: readonly Signed[],
	before: SignedList | undefined,
): Gathered {
	const { ids: oldIds = [], keys: oldKeys = [] } = before ?? {};
	const articles = inOrder(signed, oldIds);
	const was = new Int32Array(articles.length).fill(-1);
	const changed: number[] = [];
	const former: number[] = [];
	let old = 0;
	articles.forEach(({ id, key }, place) => {
		let order = 1;
		for (; old < oldIds.length; old++) {
			order = byCodePoint(oldIds[old] as string, id);
			if (order >= 0) break;
			former.push(old);
		}
		if (order === 0) {
			if (oldKeys[old] === key) was[place] = old;
			else former.push(old);
			old++;
		}
		if (was[place] === -1) changed.push(place);
	});
	for (; old < oldIds.length; old++) former.push(old);
	const binsAndFormer = binsOfAll(articles, was, before, former);
	return {
		ids: articles.map(({ id }) => id),
		keys: articles.map(({ key }) => key),
		bins: binsAndFormer.subarray(0, articles.length * bins),
		binsAndFormer,
		was,
		changed,
	};
}

/** Sorting costs more than all the rest: it is only done for what neither comes in order nor was in order before. */
function inOrder(
	signed: readonly Signed[],
	oldIds: readonly string[],
): readonly Signed[] {
	const sorted = signed.every(
		({ id }, place) =>
			place === 0 || byCodePoint((signed[place - 1] as Signed).id, id) <= 0,
	);
	if (sorted) return signed;
	const places = new Map<string, number>();
	oldIds.forEach((id, place) => {
		places.set(id, place);
	});
	const known = oldIds.map((): Signed | undefined => undefined);
	const others: Signed[] = [];
	for (const article of signed) {
		const place = places.get(article.id);
		if (place === undefined || known[place]) others.push(article);
		else known[place] = article;
	}
	const inPlace = known.filter((article) => article !== undefined);
	return merged(
		inPlace,
		others.sort((a, b) => byCodePoint(a.id, b.id)),
	);
}

/** Two lists in order as one. @param few by halves it is found where each of them belongs. */
function merged(many: readonly Signed[], few: readonly Signed[]): Signed[] {
	const all: Signed[] = [];
	let from = 0;
	for (const article of few) {
		let until = from;
		for (let end = many.length; until < end; ) {
			const middle = (until + end) >>> 1;
			if (byCodePoint((many[middle] as Signed).id, article.id) > 0)
				end = middle;
			else until = middle + 1;
		}
		for (; from < until; from++) all.push(many[from] as Signed);
		all.push(article);
	}
	for (; from < many.length; from++) all.push(many[from] as Signed);
	return all;
}

function binsOfAll(
	articles: readonly Signed[],
	was: Int32Array,
	before: SignedList | undefined,
	former: readonly number[],
): Uint16Array {
	const count = (articles.length + former.length) * bins;
	const all = new Uint16Array(largeRoom(count * Uint16Array.BYTES_PER_ELEMENT));
	for (let place = 0; place < articles.length; ) {
		const old = was[place] as number;
		const start = place++;
		if (old === -1 || !before) {
			const signature = (articles[start] as Signed).signature();
			if (signature === "") all.fill(empty, start * bins, place * bins);
			else all.set(binsOf(signature), start * bins);
		} else {
			// Those that stayed together are copied together.
			while (was[place] === old + place - start) place++;
			all.set(
				before.bins.subarray(old * bins, (old + place - start) * bins),
				start * bins,
			);
		}
	}
	former.forEach((old, index) => {
		all.set(
			before?.bins.subarray(old * bins, (old + 1) * bins) ?? [],
			(articles.length + index) * bins,
		);
	});
	return all;
}
