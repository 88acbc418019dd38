import type { Draft } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";

/** The rule id under which {@link greedyParts} reports; `actual` is the rule of the part. */
export const takesMost = "sources/takes-most";

/** Texts shorter than this are no articles of which a part could be most. */
const leastText = 80;

/**
 * The parts of an outlet's description under which more than half of this text went. One such article may be a picture with
 * a line below; where most of an outlet's are such, the description is wrong.
 */
export function greedyParts(draft: Draft): readonly Diagnostic[] {
	const { file, removed } = draft.provenance;
	const lengthOf = (text = "") => text.replace(/\s/g, "").length;
	const own = removed.filter(({ rule }) => rule.startsWith("sources/"));
	const kept = draft.paragraphs.reduce(
		(sum, { text }) => sum + lengthOf(text),
		0,
	);
	const whole = own.reduce((sum, { text }) => sum + lengthOf(text), kept);
	if (whole < leastText) return [];
	return own
		.filter(({ text }) => lengthOf(text) > whole / 2)
		.map(({ rule, text }) => ({
			severity: "warning",
			ruleId: takesMost,
			file,
			reason: `More than half of the text went as a part that _outlets.yml names (${Math.round((100 * lengthOf(text)) / whole)}%).`,
			actual: rule,
		}));
}
