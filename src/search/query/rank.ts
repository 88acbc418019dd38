/** The order of hits. */
import { type Catalog, undated } from "../catalog.ts";
import type { Hit } from "./search-segment.ts";

export const sortOrders = ["relevance", "newest", "oldest"] as const;
export type SortOrder = (typeof sortOrders)[number];

/**
 * Headlines first; then how often the terms stand in the article against its length and how close
 * together; then the newer.
 *
 * @returns a new list.
 */
export function sortHits(
	hits: readonly Hit[],
	catalog: Catalog,
	order: SortOrder,
): Hit[] {
	if (order !== "relevance") return byDay(hits, catalog, order);
	return rated(hits, catalog)
		.sort(better)
		.map(({ hit }) => hit);
}

/**
 * The first hits in that order. Of many hits a reader sees few at once, and to sort all of them
 * takes longer than to look at each.
 */
export function firstHits(
	hits: readonly Hit[],
	catalog: Catalog,
	order: SortOrder,
	count: number,
): Hit[] {
	if (order !== "relevance" || hits.length <= count)
		return sortHits(hits, catalog, order).slice(0, count);
	const best: Rated[] = [];
	for (const one of rated(hits, catalog)) {
		const last = best[count - 1];
		if (last && better(last, one) < 0) continue;
		const at = best.findIndex((other) => better(one, other) < 0);
		best.splice(at < 0 ? best.length : at, 0, one);
		if (best.length > count) best.pop();
	}
	return best.map(({ hit }) => hit);
}

interface Rated {
	readonly hit: Hit;
	readonly score: number;
}

/** Negative where `a` comes first. */
function better(a: Rated, b: Rated): number {
	return (
		b.hit.inHeadline - a.hit.inHeadline ||
		b.score - a.score ||
		b.hit.document - a.hit.document
	);
}

/** BM25's saturation of counts, with a bonus of up to a half for terms that stand together. */
function rated(hits: readonly Hit[], catalog: Catalog): Rated[] {
	const { places } = catalog.columns;
	const average = catalog.places / Math.max(1, places.length);
	return hits.map((hit) => {
		const { document, counts, span } = hit;
		const length = (places[document] ?? average) / average;
		const sum = counts.reduce(
			(total, count) =>
				total + (count * 2.2) / (count + 1.2 * (0.4 + 0.6 * length)),
			0,
		);
		const score = counts.length < 2 ? sum : sum * (1 + 0.5 / (1 + span / 20));
		return { hit, score };
	});
}

/** The catalogue is in the order of time already; undated articles come last either way. */
function byDay(
	hits: readonly Hit[],
	{ columns }: Catalog,
	order: SortOrder,
): Hit[] {
	const dated = ({ document }: Hit) => columns.day[document] !== undated;
	const sign = order === "oldest" ? 1 : -1;
	return [
		...hits.filter(dated).sort((a, b) => sign * (a.document - b.document)),
		...hits.filter((hit) => !dated(hit)),
	];
}
