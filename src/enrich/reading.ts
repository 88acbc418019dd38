/** The candidates of one unit of an article. */
import {
	Actors,
	actorBefore,
	clausesIn,
	linePair,
	lineSubject,
} from "./actors.ts";
import type { OrdinalClaim, OutcomeClaim } from "./claim.ts";
import { wordTest } from "./gazetteer/fold.ts";
import { perGazetteer } from "./gazetteer/index.ts";
import { judge } from "./judging.ts";
import { verbParts } from "./meeting-verbs.ts";
import { meetingsIn } from "./meetings.ts";
import { mayOpen } from "./opening-days.ts";
import { mayCount, ordinalsIn } from "./ordinals.ts";
import { mayComeOf, outcomesIn } from "./outcomes.ts";
import { firstCharacters, type PersonToken } from "./persons.ts";
import { initialsOf, pluralAt, pluralWordsOf, twoPeople } from "./plurals.ts";
import { namesOf } from "./prefilter.ts";
import { withPronouns } from "./pronouns.ts";
import { mayRefer } from "./references.ts";
import type {
	ArticleFrame,
	Candidate,
	SentenceContext,
} from "./sentence-context.ts";
import { type Unit, verbsOf } from "./unit.ts";
import {
	isGathering,
	mayMentionVisit,
	visitMentions,
} from "./visit-mentions.ts";

/** Everything a unit says about meetings, arrivals, visits and what came of them. */
export function readCandidates(
	unit: Unit,
	before: readonly Unit[],
	frame: ArticleFrame,
): {
	readonly found: readonly Candidate[];
	readonly outcomes: readonly OutcomeClaim[];
	readonly ordinals: readonly OrdinalClaim[];
} {
	const found: Candidate[] = [];
	const outcomes: OutcomeClaim[] = [];
	const ordinals: OrdinalClaim[] = [];
	if (unit.sort === "paragraph" && !mayTell(unit, frame))
		return { found, outcomes, ordinals };
	const opens = mayOpen(unit);
	for (const layer of unit.layers) {
		const { text } = layer;
		const isLine = !layer.spoken && opens;
		const verbs = verbsOf(unit, layer);
		// What no sentence holds, none is asked for; a layer that holds nothing is done with.
		const looks = {
			gathers: !layer.spoken && unit.sort !== "headline" && isGathering(text),
			aside: unit.sort === "caption" || mayMentionVisit(text),
			counts: unit.sort === "paragraph" && !layer.spoken && mayCount(text),
			comes: mayComeOf(text),
			terse: isTerseBefore(frame.gazetteer).test(text),
		};
		if (verbs.length === 0 && !Object.values(looks).includes(true)) continue;
		const persons = withPronouns(unit, layer, before, frame.anchor);
		if (!isLine && !mayConcern(text, persons, frame)) continue;
		const refers = mayRefer(text);
		const both = plural.test(text);
		const actors = new Actors(
			unit,
			layer,
			() =>
				lineSubject(unit, before) ??
				(unit.sort === "paragraph" && !layer.spoken
					? actorBefore(before)
					: undefined),
		);
		let next = 0;
		for (const sentence of unit.sentences) {
			const first = next;
			while ((persons[next]?.to ?? Infinity) <= sentence.to) next++;
			const inside = persons.slice(first, next);
			const words = text.slice(sentence.at, sentence.to);
			const gathers = looks.gathers && isGathering(words);
			// Nobody named and no word for two: nothing to read, and whoever acted before still does.
			if (
				inside.length === 0 &&
				!gathers &&
				!isLine &&
				!(both && plural.test(words)) &&
				!(refers && mayRefer(words))
			)
				continue;
			const mayMeet =
				verbs.some(({ at, to }) => at >= sentence.at && to <= sentence.to) ||
				(looks.terse && isTerse(text, inside));
			const follows =
				gathers ||
				(looks.aside &&
					inside.some(({ id }) => isFollowed(id, frame)) &&
					(unit.sort === "caption" || mayMentionVisit(words)));
			if (looks.counts && mayCount(words))
				ordinals.push(...ordinalsIn(words, inside, frame));
			if (looks.comes)
				outcomes.push(...outcomesIn(unit, sentence, layer, frame.timelines));
			// Most sentences end here: only a meeting word, a visit or an arrival is worth taking them apart.
			if (mayMeet || follows) {
				const clauses = clausesIn(unit, layer, sentence);
				if (clauses.length === 0) continue;
				const context: SentenceContext = {
					unit,
					layer,
					sentence,
					clauses,
					persons: inside,
					frame,
				};
				const meetings = mayMeet
					? meetingsIn(text, clauses, inside, {
							...actors.settled(),
							gazetteer: frame.gazetteer,
							verbs,
							told: frame.told,
							line: (at) =>
								linePair(unit, before) ??
								(isLine &&
								inside.length === 0 &&
								headsOf.test(unit.folded.slice(0, at))
									? pluralAt(unit, at, before, frame.anchor, true)
									: undefined),
							plural: (at) => pluralAt(unit, at, before, frame.anchor),
						})
					: [];
				found.push(...meetings.flatMap((meeting) => judge(meeting, context)));
				if (!layer.spoken) frame.told = meetings.at(-1)?.pairs ?? frame.told;
				if (follows) found.push(...visitMentions(context));
			}
			actors.add(sentence, inside);
		}
	}
	return { found, outcomes, ordinals };
}

/** 见习, 晤普京: a single character of meeting right before somebody, as headlines have it. */
function isTerse(text: string, inside: readonly PersonToken[]): boolean {
	return (
		inside.length > 1 &&
		inside.some(({ at }) =>
			/[会见晤][\0\s]*$/.test(text.slice(Math.max(0, at - 8), at)),
		)
	);
}

/** Where {@link isTerse} may hold, told without knowing who is named. */
const isTerseBefore = perGazetteer(
	(gazetteer) => new RegExp(`[会见晤][\\0\\s]*[${firstCharacters(gazetteer)}]`),
);

const isFollowed = (id: string, { timelines }: ArticleFrame): boolean =>
	timelines.some(({ people }) => people.includes(id));

/** A paragraph without any of these tells of no meeting, visit, arrival or outcome. Headlines and captions are always read. */
const isTelling = wordTest([
	...verbParts,
	...(
		"离开 离京 离华 回国 结束 晤 欢迎 餐 宴 峰会 共同 签署 签订 抵达 抵京 抵华 飞抵 访问 访华 访白 来华 来访 到访 告诉 伙伴关系 见习 见卢 见普 " +
		"通电话 通话 致电 致函 贺电 慰问电 贺信 口信"
	).split(" "),
]);

/** Words that stand for people without naming them. */
const standIn = new RegExp(
	`两国|双方|${twoPeople}|俩|两位|他们|元首|领导人|首脑|先生|阁下|我|主席|书记|委员长|领导者`,
);

/** Whether a paragraph has a word of meetings and somebody who is followed, by name, office or pronoun. */
function mayTell(unit: Unit, { timelines, gazetteer }: ArticleFrame): boolean {
	// Read as it is written first: most paragraphs need not even be folded. Only brackets that are taken out change the answer.
	if (!isTelling(unit.text)) return false;
	const text = unit.folded;
	return (
		(!/[（(]/.test(unit.text) || isTelling(text)) &&
		(standIn.test(text) ||
			mayOpen(unit) ||
			mayRefer(text) ||
			initialsOfTwo(gazetteer).test(text) ||
			timelines.some(({ people }) =>
				people.some((person) => namesOf(person, gazetteer).test(text)),
			) ||
			text.search(pluralWordsOf(gazetteer)) >= 0) &&
		(mayMentionVisit(text) ||
			mayComeOf(text) ||
			mayCount(text) ||
			isTerseBefore(gazetteer).test(text) ||
			// Costs most.
			unit.verbs.length > 0)
	);
}

/** 2月16日，两国元首通话。11月15日，在某地会见。 a line that has told of heads of state before. */
const headsOf = /两国(?:元首|领导人)|总统|国家主席/;

/** 习卢, 普习: see meetings.ts. */
const initialsOfTwo = perGazetteer(
	(gazetteer) => new RegExp(`[${initialsOf(gazetteer)}]{2}`),
);
const plural = new RegExp(
	`两国|元首|领导人|首脑|双方|${twoPeople}|俩|两位|他们|我们|签署|发表|.{2}总统`,
);

/** Nobody who is followed and no word for two: nothing here can be about them. */
function mayConcern(
	text: string,
	persons: readonly PersonToken[],
	frame: ArticleFrame,
): boolean {
	return (
		plural.test(text) ||
		mayRefer(text) ||
		persons.some(({ id }) => isFollowed(id, frame)) ||
		initialsOfTwo(frame.gazetteer).test(text)
	);
}
