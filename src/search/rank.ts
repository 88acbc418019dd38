/** The order of hits. */
import type { Catalog } from "./catalog.ts";
import type { Hit } from "./search-volume.ts";

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
	const scores = new Map(
		hits.map((hit) => [hit.document, score(hit, catalog)]),
	);
	return [...hits].sort(
		(a, b) =>
			b.inHeadline - a.inHeadline ||
			(scores.get(b.document) ?? 0) - (scores.get(a.document) ?? 0) ||
			b.document - a.document,
	);
}

/** BM25's saturation of counts, with a bonus of up to a half for terms that stand together. */
function score({ document, counts, span }: Hit, catalog: Catalog): number {
	const average = meanPlaces(catalog);
	const length = (catalog.places[document] ?? average) / average;
	const sum = counts.reduce(
		(total, count) =>
			total + (count * 2.2) / (count + 1.2 * (0.4 + 0.6 * length)),
		0,
	);
	return counts.length < 2 ? sum : sum * (1 + 0.5 / (1 + span / 20));
}

const means = new WeakMap<Catalog, number>();
function meanPlaces(catalog: Catalog): number {
	let mean = means.get(catalog);
	if (mean === undefined) {
		const { places } = catalog;
		mean =
			places.reduce((sum, count) => sum + count, 0) /
			Math.max(1, places.length);
		means.set(catalog, mean);
	}
	return mean;
}

/** The catalogue is in the order of time already; undated articles come last either way. */
function byDay(
	hits: readonly Hit[],
	catalog: Catalog,
	order: SortOrder,
): Hit[] {
	const dated = ({ document }: Hit) => catalog.daySteps[document] !== null;
	const sign = order === "oldest" ? 1 : -1;
	return [
		...hits.filter(dated).sort((a, b) => sign * (a.document - b.document)),
		...hits.filter((hit) => !dated(hit)),
	];
}
