/** A chronology cut into years, months and days. */
import type { Card } from "../domain/manifest.ts";

/** Articles by the name of their period. */
export type Periods = ReadonlyMap<string, readonly Card[]>;

/** `2023-03-01` → `2023`, `2023-03`, `2023-03-01`; `undated` for all of them without a day. */
export function yearOf(card: Card): string {
	return card.day?.slice(0, 4) ?? "undated";
}

export function monthOf(card: Card): string {
	return card.day?.slice(0, 7) ?? "undated";
}

export function dayOf(card: Card): string {
	return card.day ?? "undated";
}

/** Cards by the period that `of` names. @param cards in the order of time, so that each period is one range of them. */
function split(cards: readonly Card[], of: (card: Card) => string): Periods {
	const groups = new Map<string, readonly Card[]>();
	for (let start = 0; start < cards.length; ) {
		const period = of(cards[start] as Card);
		// Binary search for the end of the range.
		let inside = start;
		let outside = cards.length;
		while (outside - inside > 1) {
			const middle = (inside + outside) >>> 1;
			if (of(cards[middle] as Card) === period) inside = middle;
			else outside = middle;
		}
		const group = cards.slice(start, outside);
		groups.set(period, group);
		starts.set(group, startOf(cards) + start);
		start = outside;
	}
	return groups;
}

/** The years (and `undated`) of a chronology, the months of a year, or the days of either; computed once for each list. */
export function periodsOf(cards: readonly Card[], of: typeof yearOf): Periods {
	const known = memo.get(cards) ?? new Map();
	memo.set(cards, known);
	const periods = known.get(of) ?? split(cards, of);
	known.set(of, periods);
	return periods;
}

/** How many articles each period has, in a key. */
export function countsKey(periods: Periods): string {
	let key = "";
	for (const [name, { length }] of periods) key += `${name} ${length},`;
	return key;
}

/** Index of the first card of a period in the list that {@link periodsOf} was first asked about; 0 for that list. */
export function startOf(cards: readonly Card[]): number {
	return starts.get(cards) ?? 0;
}

const starts = new WeakMap<readonly Card[], number>();

const memo = new WeakMap<readonly Card[], Map<typeof yearOf, Periods>>();
