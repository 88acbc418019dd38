/** A meeting that a sentence tells of, as a claim or as what speaks against it. */
import { addDays } from "../domain/time.ts";
import { claimOf } from "./claim-of.ts";
import type { Dated } from "./dated.ts";
import type { Meeting } from "./meeting.ts";
import { subjectOf } from "./meetings.ts";
import {
	isByVideo,
	isIntended,
	isRumour,
	type Refusal,
	refusal,
	refuse,
} from "./modality.ts";
import { clockDay, dayBehind, lineDay, openingDay } from "./opening-days.ts";
import { isReference } from "./references.ts";
import type { Stretch } from "./segments.ts";
import {
	type Candidate,
	rejection,
	type SentenceContext,
} from "./sentence-context.ts";
import type { Unit } from "./unit.ts";
import { dateOf, daysWith, pastDay, twoDays } from "./when.ts";

/**
 * What a meeting says about each timeline: its claims, or why it is none.
 *
 * @param around the day of its passage, where its sentence has none.
 */
export function judge(
	meeting: Meeting,
	context: SentenceContext,
	around?: Dated,
): readonly Candidate[] {
	const { layer, sentence, clauses, frame, unit } = context;
	const concerns = frame.timelines.some(({ people }) =>
		meeting.pairs.some((pair) =>
			people.some((person) => pair.includes(person)),
		),
	);
	if (!concerns) return [];
	const dated = usable(
		ofLine(
			unit,
			sentence,
			dateOf(layer.text, meeting, sentence, clauses, unit.dates),
		) ??
			dayBehind(context) ??
			lineDay(unit) ??
			clockDay(unit, frame) ??
			pastDay(
				layer.text,
				meeting,
				sentence,
				unit.dates,
				addDays(frame.anchor, -10),
			) ??
			openingDay(context, meeting.verb.at) ??
			around,
		context,
	);
	return frame.timelines.flatMap(({ id, people }): readonly Candidate[] => {
		const ours =
			meeting.pairs.some((pair) =>
				people.every((person) => pair.includes(person)),
			) && people.every((person) => isInOffice(person, context, dated));
		const refused = ours
			? againstIt(meeting, context, dated)
			: otherPair(meeting, people);
		if (refused) return [{ refused: rejection(id, context, dated, refused) }];
		if (!ours) return [];
		const days =
			dated?.precision === "day"
				? daysWith(layer.text, dated, sentence, unit.dates)
				: (twoDays(layer.text, dated, meeting) ?? [dated]);
		return days.map((day, index) => {
			const next = days[index + 1];
			// The last of several days has the place that stands behind it.
			const clause =
				days.length > 1 && day
					? { at: day.at, to: next?.at ?? meeting.clause.to }
					: meeting.clause;
			return claimOf(id, { ...meeting, placed: clause }, context, day);
		});
	});
}

/** 2014年3月26日，甲与法国总统会谈: whether whom an office alone means had it on that day. */
function isInOffice(
	id: string,
	{ persons, layer, frame }: SentenceContext,
	dated: Dated | undefined,
): boolean {
	const named = persons.filter((person) => person.id === id);
	if (!dated || named.length === 0) return true;
	const { offices = [] } = frame.gazetteer.personById(id);
	return (
		named.some(
			({ at, to, byName }) =>
				byName || !/总统|主席|总理|首相/.test(layer.text.slice(at, to)),
		) ||
		offices.some(
			({ from = "", until = "9999" }) =>
				from <= dated.end && dated.start <= until,
		)
	);
}

/** 5月16日　论坛闭幕次日，……: what the other dates of a day's line or sentence count from is not that day. */
function ofLine(
	unit: Unit,
	sentence: Stretch,
	found: Dated | undefined,
): Dated | undefined {
	const { folded, dates } = unit;
	if (!found || !/^[次翌第隔前]/.test(folded.slice(found.at, found.to)))
		return found;
	if (!/(?:召开|开幕|闭幕|举行|结束|落幕)$/.test(folded.slice(0, found.at)))
		return lineDay(unit) ? undefined : found;
	return (
		dates.findLast(
			({ at, to, precision }) =>
				at >= sentence.at && to <= found.at && precision === "day",
		) ?? found
	);
}

/** An undated article cannot say when “today” was. */
function usable(
	dated: Dated | undefined,
	context: SentenceContext,
): Dated | undefined {
	if (!dated || context.frame.published) return dated;
	return /\d{4}|[〇零○一二]{4}|民国/.test(
		context.unit.folded.slice(dated.at, dated.to),
	)
		? dated
		: undefined;
}

/** So many paragraphs before, and the headline, tell of what lasts. */
const lastingReach = 3;

function againstIt(
	meeting: Meeting,
	context: SentenceContext,
	dated: Dated | undefined,
): Refusal | undefined {
	if (meeting.how === "list") return refusal("list");
	const refused = refuse(
		context.layer.text,
		meeting,
		context.sentence,
		isCarried(meeting, context),
	);
	if (refused) return refused;
	const { sentence, unit, layer, frame } = context;
	if (
		frame.isDoubting ||
		(layer.spoken &&
			isRumour(
				unit.folded.slice(Math.max(0, sentence.at - 24), meeting.verb.at),
			))
	)
		return refusal("denied");
	// 会晤结束: what sort of meeting it was, stands before.
	if (
		meeting.how === "implied" &&
		isReference(layer.text, meeting.clause, meeting.verb) &&
		[...frame.before.slice(0, 1), ...frame.before.slice(-lastingReach)].some(
			({ folded }) => isByVideo(folded),
		)
	)
		return refusal("video");
	if (frame.remote && (!dated || dated.start >= addDays(frame.anchor, -3)))
		return refusal(frame.remote);
	if (
		!dated &&
		unit.impossible.some(({ at, to }) => at >= sentence.at && to <= sentence.to)
	)
		return refusal("noSuchDay");
	return dated && context.frame.published && dated.start > context.frame.latest
		? refusal("notYet")
		: undefined;
}

/** 将于周二抵达，并与习近平会晤: a plan goes on as long as its clause's subject does. */
function isCarried(
	{ clause, from, verb }: Meeting,
	context: SentenceContext,
): boolean {
	const { layer, clauses, persons } = context;
	let index = clauses.findIndex(({ at }) => at === clause.at);
	let start = from;
	while (index > 0) {
		const current = clauses[index] as Stretch;
		const words = layer.text.slice(
			start,
			current === clause ? verb.at : current.to,
		);
		// 甲将会见乙，这是两国元首今年的首次会晤: the clause is about the plan before it.
		if (!/^这(?:也|将|次|已)?(?:是|为)/.test(words)) {
			if (/了|过|已|曾|刚|^[他她]|双方|两人|两国/.test(words)) return false;
			const own = subjectOf(
				layer.text,
				current,
				persons.filter(({ at, to }) => at >= current.at && to <= current.to),
			);
			if (own !== undefined) return false;
		}
		const previous = clauses[index - 1] as Stretch;
		if (layer.text.charAt(previous.to) === "；") return false;
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
	const { sort } = meeting.verb;
	if (sort === "joint" || sort === "loose" || meeting.how === "list")
		return undefined;
	return meeting.pairs.some((pair) =>
		people.some((person) => pair.includes(person)),
	)
		? refusal("otherPair")
		: undefined;
}
