/** `data/ids.txt`: what a later build needs to know of this one, so that no address that was published is lost. */
import type { Corpus } from "../../corpus/store.ts";

/** Digits of an article's SHA-256: enough to see that it changed. */
const digits = 16;

/** A line for each address that answers: its id, and what lies there. */
export function idLines({
	manifest,
	addresses,
}: Pick<Corpus, "manifest" | "addresses">): string {
	return [
		...manifest.articles.map(
			({ id, sha256 }) => `${id} ${sha256.slice(0, digits)}`,
		),
		...addresses.moved.map(({ id }) => `${id} moved`),
		...addresses.withdrawn.map(({ id }) => `${id} withdrawn`),
	]
		.sort()
		.map((line) => `${line}\n`)
		.join("");
}
