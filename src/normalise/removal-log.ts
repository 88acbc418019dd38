import { byCodePoint } from "../base/order.ts";
import type { Removal } from "../domain/article.ts";

/** Addresses that one rule's removals name at most. */
const mostPictures = 200;

/**
 * What was taken out of a body, by rule. Nothing leaves a body without an entry here: the
 * characters that a reader saw, less the texts below, are the characters of the article.
 */
export class RemovalLog {
	readonly #entries = new Map<
		string,
		{ count: number; texts: string[]; pictures: Set<string> }
	>();

	/**
	 * @param text what a reader would have seen of it; empty when nothing.
	 * @param pictures addresses of what he would have seen besides.
	 */
	add(
		rule: string,
		text = "",
		count = 1,
		pictures: readonly string[] = [],
	): void {
		const entry = this.#entries.get(rule) ?? {
			count: 0,
			texts: [],
			pictures: new Set(),
		};
		entry.count += count;
		const shown = text.replace(/\s+/g, " ").trim();
		if (shown !== "") entry.texts.push(shown);
		for (const picture of pictures)
			if (entry.pictures.size < mostPictures) entry.pictures.add(picture);
		this.#entries.set(rule, entry);
	}

	/** Sorted by rule. */
	removals(): Removal[] {
		return [...this.#entries]
			.sort(([a], [b]) => byCodePoint(a, b))
			.map(([rule, { count, texts, pictures }]) => ({
				rule,
				count,
				...(texts.length === 0 ? {} : { text: texts.join("\n") }),
				...(pictures.size === 0 ? {} : { pictures: [...pictures] }),
			}));
	}
}
