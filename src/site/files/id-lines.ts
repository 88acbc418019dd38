/** `data/ids.txt`: what a later build needs to know of this one, so that no address that was published is lost. */
import { byCodePoint } from "../../base/order.ts";
import type { Corpus } from "../../corpus/store.ts";

/** Relative to the site's root. */
export const idsPath = "data/ids.txt";

/** Digits of an article's SHA-256: enough to see that it changed. */
const digits = 16;

/** Every published id, and what is at its address: the beginning of its article's SHA-256, `moved` or `withdrawn`. */
export function idsOf({
	manifest,
	addresses,
}: Pick<Corpus, "manifest" | "addresses">): [id: string, state: string][] {
	return [
		...manifest.articles.map(({ id, sha256 }): [string, string] => [
			id,
			sha256.slice(0, digits),
		]),
		...addresses.moved.map(({ id }): [string, string] => [id, "moved"]),
		...addresses.withdrawn.map(({ id }): [string, string] => [id, "withdrawn"]),
	];
}

/** A line for each, sorted. */
export function idLines(
	corpus: Pick<Corpus, "manifest" | "addresses">,
): string {
	return idsOf(corpus)
		.map(([id, state]) => `${id} ${state}\n`)
		.sort(byCodePoint)
		.join("");
}

/**
 * What {@link idLines} wrote; ids alone will do.
 *
 * @throws when a line holds no id: then it is another file.
 */
export function readIdLines(text: string): Map<string, string> {
	const ids = new Map<string, string>();
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line === "") continue;
		const [, id, state = ""] =
			/^([0-9a-z-]{16,120})(?: (\w+))?$/.exec(line) ?? [];
		if (id === undefined)
			throw new Error(
				`Line ${index + 1} is no line of a list of ids: “${line.slice(0, 60)}”`,
			);
		ids.set(id, state);
	}
	return ids;
}
