/** Random numbers that are the same on every machine: everything generated hangs on one seed. */
export interface Random {
	/** A number in [0, 1). */
	next(): number;
	/** An integer in [low, high]. */
	int(low: number, high: number): number;
	/** One of `items`, each as likely as the others. */
	pick<Item>(items: readonly Item[]): Item;
	/** One of `items`, the nth about 1/n as likely as the first (Zipf's law of words). */
	zipf<Item>(items: readonly Item[]): Item;
	/** True with the given probability. */
	chance(probability: number): boolean;
}

/** Mulberry32: 32 bits of state, good enough for prose. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const at = <Item>(items: readonly Item[], index: number): Item =>
		items[Math.min(index, items.length - 1)] as Item;
	return {
		next,
		int: (low, high) => low + Math.floor(next() * (high - low + 1)),
		pick: (items) => at(items, Math.floor(next() * items.length)),
		// The logarithm of a rank under 1/n weights is evenly spread.
		zipf: (items) => at(items, Math.floor((items.length + 1) ** next()) - 1),
		chance: (probability) => next() < probability,
	};
}
