/** A search on the reader's own list: what is asked, with the number of its hits as it is now. */
import { plainState, writeState } from "../search/state.ts";
import { joined, readShelf, searchAt, writeShelf } from "../shelf/store.ts";
import type { Given } from "./given.ts";

/** @returns whether the browser keeps it beyond this page. */
export function keepSearch({ state, sorted, words }: Given): boolean {
	const { query, variants, off, order, chosen } = state;
	const place = searchAt(
		writeState({ ...plainState(query), variants, off, order, chosen }),
	);
	const filters = Object.values(chosen).flat().length;
	const about = [
		words.title,
		words.total(String(sorted().length)),
		...(filters === 0 ? [] : [words.filtersInForce(String(filters))]),
	].join(" · ");
	const { items } = readShelf();
	const kept = { ...place, title: query, about, notes: [] };
	// The same search again brings its number up to date.
	const others = items.map((item) =>
		item.id === kept.id ? { ...item, about } : item,
	);
	return writeShelf(joined(others, [kept]));
}
