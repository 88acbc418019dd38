import { byCodePoint } from "../base/order.ts";
import type { Removal } from "../domain/article.ts";

/**
 * What was taken out of a body, by rule. Nothing leaves a body without an entry here: the
 * characters that a reader saw, less the texts below, are the characters of the article.
 */
export class Ledger {
	readonly #entries = new Map<string, { count: number; texts: string[] }>();

	/** @param text what a reader would have seen of it; empty when nothing. */
	add(rule: string, text = "", count = 1): void {
		const entry = this.#entries.get(rule) ?? { count: 0, texts: [] };
		entry.count += count;
		const shown = text.replace(/\s+/g, " ").trim();
		if (shown !== "") entry.texts.push(shown);
		this.#entries.set(rule, entry);
	}

	/** Sorted by rule. */
	removals(): Removal[] {
		return [...this.#entries]
			.sort(([a], [b]) => byCodePoint(a, b))
			.map(([rule, { count, texts }]) => ({
				rule,
				count,
				...(texts.length === 0 ? {} : { text: texts.join("\n") }),
			}));
	}
}
