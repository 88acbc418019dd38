/** The candidates of one unit of an article, judged. */
import { asides } from "./asides.ts";
import type { OutcomeClaim } from "./claim.ts";
import { claimOf } from "./claim-of.ts";
import type { Dated } from "./dates.ts";
import { initials, type Meeting, meetingsIn, subjectOf } from "./meetings.ts";
import { isIntended, type Refusal, refusal, refuse } from "./modality.ts";
import { outcomesIn } from "./outcomes.ts";
import type { PersonToken } from "./persons.ts";
import { pluralAt } from "./plurals.ts";
import { withPronouns } from "./pronouns.ts";
import {
	type ArticleFrame,
	type Candidate,
	rejection,
	type Scene,
} from "./scene.ts";
import { clausesOf, type Stretch } from "./segments.ts";
import type { Unit } from "./unit.ts";
import { dateOf } from "./when.ts";

/** Everything a unit says about meetings, arrivals, visits and what came of them. */
export function readCandidates(
	unit: Unit,
	before: readonly Unit[],
	frame: ArticleFrame,
): {
	readonly found: readonly Candidate[];
	readonly outcomes: readonly OutcomeClaim[];
} {
	const found: Candidate[] = [];
	const outcomes: OutcomeClaim[] = [];
	if (unit.sort === "paragraph" && !telling.test(unit.folded))
		return { found, outcomes };
	for (const layer of unit.layers) {
		const persons = withPronouns(unit, layer, before, frame.anchor);
		if (!mayConcern(layer.text, persons, frame)) continue;
		let subject = layer.speaker;
		let previous: string | undefined;
		for (const sentence of unit.sentences) {
			const inside = persons.filter(
				({ at, to }) => at >= sentence.at && to <= sentence.to,
			);
			// Nobody named and no word for two: nothing to read, and whoever acted before still does.
			if (
				inside.length === 0 &&
				!plural.test(layer.text.slice(sentence.at, sentence.to))
			)
				continue;
			const clauses = clausesOf(
				layer.text,
				sentence,
				unit.sort === "headline",
			).filter(({ at, to }) => /[^\0\s”“]/.test(layer.text.slice(at, to)));
			if (clauses.length === 0) continue;
			const scene: Scene = {
				unit,
				layer,
				sentence,
				clauses,
				persons: inside,
				frame,
			};
			const meetings = meetingsIn(layer.text, clauses, inside, {
				subject,
				previous,
				plural: (at) => pluralAt(unit, at, before, frame.anchor),
			});
			for (const meeting of meetings) found.push(...judge(meeting, scene));
			found.push(...asides(scene));
			outcomes.push(
				...outcomesIn(scene.unit, scene.sentence, layer, frame.timelines),
			);
			for (const clause of clauses) {
				const own = subjectOf(
					layer.text,
					clause,
					inside.filter(({ at, to }) => at >= clause.at && to <= clause.to),
				);
				if (own !== undefined && own !== subject)
					[subject, previous] = [own, subject];
			}
		}
	}
	return { found, outcomes };
}

/** A paragraph without any of these tells of no meeting, visit, arrival or outcome. Headlines and captions are always read. */
const telling =
	/会见|会晤|会谈|会面|见面|碰面|接见|迎接|接待|宴|款待|面见|晤|拜会|拜见|约见|召见|面谈|茶叙|首脑会议|双边会议|欢迎|餐|峰会|合影|握手|散步|共同|签署|签订|抵达|抵京|抵华|飞抵|访问|访华|访白|来华|来访|到访|告诉|伙伴关系|见[了到]?[习卢普]|见到/;

/** 习卢, 普习: see meetings.ts. */
const initialsOfTwo = new RegExp(`[${initials}]{2}`);
const plural = /两国|双方|两人|二人|两位|签署|发表/;

/** Nobody who is followed and no word for two: nothing here can be about them. */
function mayConcern(
	text: string,
	persons: readonly PersonToken[],
	{ timelines }: ArticleFrame,
): boolean {
	return (
		plural.test(text) ||
		persons.some(({ id }) =>
			timelines.some(({ people }) => people.includes(id)),
		) ||
		initialsOfTwo.test(text)
	);
}

function judge(meeting: Meeting, scene: Scene): readonly Candidate[] {
	const { layer, sentence, clauses, frame, unit } = scene;
	const concerns = frame.timelines.some(({ people }) =>
		meeting.pairs.some((pair) =>
			people.some((person) => pair.includes(person)),
		),
	);
	if (!concerns) return [];
	const dated = usable(
		dateOf(layer.text, meeting, sentence, clauses, unit.dates),
		scene,
	);
	return frame.timelines.flatMap(({ id, people }): readonly Candidate[] => {
		const ours = meeting.pairs.some((pair) =>
			people.every((person) => pair.includes(person)),
		);
		const refused = ours
			? againstIt(meeting, scene, dated)
			: otherPair(meeting, people);
		if (refused) return [{ refused: rejection(id, scene, dated, refused) }];
		if (!ours) return [];
		return [claimOf(id, meeting, scene, dated)];
	});
}

/** An undated article cannot say when “today” was. */
function usable(dated: Dated | undefined, scene: Scene): Dated | undefined {
	if (!dated || scene.frame.published) return dated;
	return /\d{4}|[〇零○一二]{4}|民国/.test(
		scene.unit.folded.slice(dated.at, dated.to),
	)
		? dated
		: undefined;
}

function againstIt(
	meeting: Meeting,
	scene: Scene,
	dated: Dated | undefined,
): Refusal | undefined {
	if (meeting.how === "list") return refusal("list");
	const refused = refuse(
		scene.layer.text,
		meeting,
		scene.sentence,
		isCarried(meeting, scene),
	);
	if (refused) return refused;
	return dated && scene.frame.published && dated.start > scene.frame.latest
		? refusal("notYet")
		: undefined;
}

/** 将于周二抵达，并与习近平会晤: a plan goes on as long as its clause's subject does. */
function isCarried({ clause, from, head }: Meeting, scene: Scene): boolean {
	const { layer, clauses, persons } = scene;
	let index = clauses.findIndex(({ at }) => at === clause.at);
	let start = from;
	while (index > 0) {
		const current = clauses[index] as Stretch;
		const words = layer.text.slice(
			start,
			current === clause ? head.at : current.to,
		);
		if (/了|过|已|曾|刚|^[他她]|双方|两人|两国/.test(words)) return false;
		const own = subjectOf(
			layer.text,
			current,
			persons.filter(({ at, to }) => at >= current.at && to <= current.to),
		);
		if (own !== undefined) return false;
		const previous = clauses[index - 1] as Stretch;
		if (isIntended(layer.text.slice(previous.at, previous.to))) return true;
		index--;
		start = previous.at;
	}
	return false;
}

/** Somebody of the pair met somebody else: worth showing, for this is what is mistaken for a meeting of the two. */
function otherPair(
	meeting: Meeting,
	people: readonly [string, string],
): Refusal | undefined {
	if (meeting.head.sort === "joint" || meeting.how === "list") return undefined;
	return meeting.pairs.some((pair) =>
		people.some((person) => pair.includes(person)),
	)
		? refusal("otherPair")
		: undefined;
}
