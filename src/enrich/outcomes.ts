/** What came of a meeting: documents and relations, in the article's words. */
import type { TimelineConfig } from "../domain/config.ts";
import type { OutcomeClaim } from "./claim.ts";
import { isIntended } from "./modality.ts";
import type { Stretch } from "./segments.ts";
import type { Layer, Unit } from "./unit.ts";

const signed = /签署|签订|发表|发布|达成/;
const raised =
	/(?:提升|升级|提高|上升)(?:为|到|至|成)[“「]?([^，。；“”「」]{2,24}?伙伴关系)/;

/** Whether {@link outcomesIn} may find anything in a text or in a part of it. */
export function mayComeOf(text: string): boolean {
	return (text.includes("《") && signed.test(text)) || raised.test(text);
}

/**
 * Titles of documents signed or issued by the two sides, and a relation raised, in a sentence about both or about 双方.
 * Recalls (去年, 曾) and plans do not count.
 */
export function outcomesIn(
	unit: Unit,
	sentence: Stretch,
	layer: Layer,
	timelines: readonly TimelineConfig[],
): readonly OutcomeClaim[] {
	if (unit.sort !== "paragraph" || layer.spoken) return [];
	const words = layer.text.slice(sentence.at, sentence.to);
	if (!mayComeOf(words)) return [];
	if (/去年|前年|此前|曾|\d{4}年\d/.test(words.replaceAll(/《[^》]*》/g, "")))
		return [];
	const [before = ""] = words.split(/签署|签订|发表|发布|提升|升级/);
	if (isIntended(before)) return [];
	if (!/双方|两国|两人|元首|共同|会谈后|会见后|会晤后/.test(words)) return [];
	const original = unit.text.slice(sentence.at, sentence.to);
	const texts = [...original.matchAll(/《[^》]{6,}》/g)].map(
		([title]) => title,
	);
	const relation = raised.exec(words);
	if (relation)
		texts.push(
			original.slice(relation.index, relation.index + relation[0].length),
		);
	return timelines.flatMap(({ id }) =>
		[...new Set(texts)].map((text) => ({ timeline: id, text })),
	);
}
