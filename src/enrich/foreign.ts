/** Texts in other languages: both people and a word of meeting in one sentence is a lead, and nothing more is claimed. */
import { addDays } from "../domain/time.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import { namesOf } from "./prefilter.ts";
import type { ArticleFrame, Candidate } from "./sentence-context.ts";
import type { RawUnit } from "./unit.ts";

const foreign = /[A-Za-z]{3} |[а-яё]{4}/;
const meets =
	/\b(?:met|meets?|talks|hosted|hosts|received|welcomed|greeted|sat down|summit|dined)\b|встре[чт]|переговор|бесед|принял/iu;
const doesNot =
	/\b(?:will|would|plans?|planned|expected|to meet|could|may|might|phone|call(?:ed)?|video|virtual|letter|telegram|not|never|cancel\w*|declin\w*)\b|позвон|телефон|видео|планиру|состоится|не встре/iu;
const sentence = /[^.!?。！？\n]+[.!?。！？]?/g;

/** The sentences of a unit without Chinese characters that name both people and say they met. */
export function foreignLeads(
	{ id, sort, text }: RawUnit,
	frame: ArticleFrame,
	gazetteer: Gazetteer,
): readonly Candidate[] {
	const { published, timelines } = frame;
	// Most texts hold no word of another script: told in one look.
	if (sort === "caption" || !published || !foreign.test(text)) return [];
	if (!meets.test(text)) return [];
	return [...text.matchAll(sentence)].flatMap(([said]) => {
		const quote = said.trim();
		if (/\p{Script=Han}/u.test(quote)) return [];
		if (!meets.test(quote) || doesNot.test(quote)) return [];
		return timelines
			.filter(({ people }) =>
				people.every((person) => namesOf(person, gazetteer).test(quote)),
			)
			.map(
				({ id: timeline }): Candidate => ({
					claim: {
						timeline,
						paragraph: id,
						quote,
						role: "main",
						rule: "foreign-text",
						confidence: 0.3,
						evidence: 0.3,
						spoken: false,
						vague: false,
						weight: "full",
						where: {},
						order: frame.order,
						clause: 0,
						inherited: {
							start: addDays(published, -1),
							end: frame.latest,
							firm: false,
						},
					},
				}),
			);
	});
}
