/** What changed between two texts of an article, paragraph by paragraph; the only module that knows `diff`. */
import { diffArrays, diffChars } from "diff";

/** A stretch of a paragraph that both texts have, or only one of them. */
export interface Change {
	readonly kind: "same" | "removed" | "added";
	readonly text: string;
}

/** A paragraph as the reader of a comparison sees it. */
export type DiffParagraph =
	| {
			readonly kind: "same" | "removed" | "added";
			readonly text: string;
	  }
	| { readonly kind: "changed"; readonly changes: readonly Change[] };

/** What is compared of an article. */
export interface Comparable {
	readonly headline: string;
	readonly paragraphs: readonly { readonly text: string }[];
}

/** Beyond so many changed characters two paragraphs are shown whole, one after the other. */
const mostEdits = 400;

/**
 * Compare two texts of one article: the headline first, then the paragraphs in order. A paragraph
 * that was reworded is one `changed` entry when at least half of it stayed.
 */
export function diffRevisions(
	older: Comparable,
	newer: Comparable,
): readonly DiffParagraph[] {
	const lines = ({ headline, paragraphs }: Comparable) => [
		headline,
		...paragraphs.map(({ text }) => text),
	];
	const parts = diffArrays(lines(older), lines(newer));
	const answer: DiffParagraph[] = [];
	for (let i = 0; i < parts.length; i++) {
		const part = parts[i];
		const next = parts[i + 1];
		if (!part) continue;
		if (part.removed && next?.added) {
			answer.push(...pair(part.value, next.value));
			i++;
		} else {
			const kind = part.added ? "added" : part.removed ? "removed" : "same";
			answer.push(...part.value.map((text) => ({ kind, text }) as const));
		}
	}
	return answer;
}

/** Removed and added paragraphs of one place: in step, as far as they resemble each other. */
function pair(
	removed: readonly string[],
	added: readonly string[],
): DiffParagraph[] {
	const answer: DiffParagraph[] = [];
	const rest: DiffParagraph[] = [];
	for (let i = 0; i < Math.max(removed.length, added.length); i++) {
		const before = removed[i];
		const after = added[i];
		const changes =
			before !== undefined && after !== undefined
				? reworded(before, after)
				: undefined;
		if (changes) {
			answer.push(...rest.splice(0), { kind: "changed", changes });
			continue;
		}
		if (before !== undefined) answer.push({ kind: "removed", text: before });
		if (after !== undefined) rest.push({ kind: "added", text: after });
	}
	return [...answer, ...rest];
}

function reworded(
	before: string,
	after: string,
): readonly Change[] | undefined {
	const parts = diffChars(before, after, { maxEditLength: mostEdits });
	if (!parts) return undefined;
	const kept = parts.reduce(
		(sum, { added, removed, value }) =>
			added || removed ? sum : sum + value.length,
		0,
	);
	if (kept * 2 < Math.max(before.length, after.length)) return undefined;
	return parts.map(({ added, removed, value }) => ({
		kind: added ? "added" : removed ? "removed" : "same",
		text: value,
	}));
}
