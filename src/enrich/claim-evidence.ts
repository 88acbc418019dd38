/** What a meeting word proves: its rule, its evidence and weight, how sure a reader may be. */

import { landIn } from "./calls.ts";
import type { Where } from "./claim.ts";
import { type Dated, isExact } from "./dated.ts";
import type { Meeting } from "./meeting.ts";
import { type EventType, isWeak } from "./meeting-verbs.ts";
import { within } from "./plurals.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { placeBefore } from "./story-places.ts";
import { isCrowd, namesSpot } from "./together.ts";
import type { Unit } from "./unit.ts";

/** What a verb proves where a report names both and says the day. */
const proof: Readonly<Record<EventType, number>> = {
	met: 1,
	received: 1,
	talked: 1,
	hosted: 1,
	ceremony: 1,
	joint: 0.6,
	greeted: 0.5,
	farewell: 0.5,
	told: 0.4,
	together: 0.4,
	remote: 0,
};

export function evidenceOf(
	meeting: Meeting,
	rule: string,
	context: SentenceContext,
	dated: Dated | undefined,
	spoken: boolean,
): number {
	const full = proof[meeting.verb.type];
	if (context.unit.sort === "caption") return full / 2;
	if (context.unit.sort === "headline") return full * 0.6;
	if (!dated && spoken) return full * 0.3;
	if (!dated && rule === "both-in-phrase") return full * 0.4;
	if (meeting.how === "implied" || meeting.how === "plural")
		return full * (isClear(meeting, context) ? 1 : 0.6);
	return full;
}

/** What a report, a caption or a headline proves at most. */
export const proofOf = ({ sort }: Unit): number =>
	sort === "caption" ? 0.5 : sort === "headline" ? 0.6 : 1;

/** How far from a sentence its paragraph may say where it is, in characters. */
const stageReach = 160;

/** Whether a place is told beside what two do: with a day, it does not matter what they do there. */
export function isPlaced(
	{ unit, sentence, layer }: SentenceContext,
	{ city, venue }: Where,
): boolean {
	if (layer.spoken || isCrowd(layer.text.slice(sentence.at, sentence.to)))
		return false;
	if (city ?? venue) return true;
	const around = unit.folded.slice(
		Math.max(0, sentence.at - stageReach),
		sentence.to + stageReach,
	);
	const told = placeBefore(unit, sentence.to + stageReach, []);
	return namesSpot(around) || (told.city ?? told.venue) !== undefined;
}

/** How many paragraphs 双方 may look back over and still be clear. */
const clearReach = 8;

/** So many may be named in a paragraph that is about two. */
const mostClear = 40;

/** Whether 双方 and 两国元首 leave no choice: their paragraph, or the few before it, names these two and nobody else. */
function isClear(
	{ pairs, verb, from }: Meeting,
	{ layer, frame }: SentenceContext,
): boolean {
	const [pair = []] = pairs;
	if (layer.persons.length <= mostClear) {
		const own = new Set(
			layer.persons.flatMap(({ id }) => (id.startsWith("?") ? [] : id)),
		);
		if (own.size === 2 && pair.every((id) => own.has(id))) return true;
	}
	// 中国同白俄罗斯关系大事记: its 两国元首 are those of no others.
	const [title] = frame.before;
	if (
		/[元首领]/.test(layer.text.slice(from, verb.at)) &&
		title &&
		pair.every((id) => landIn(title.folded, id, frame.gazetteer))
	)
		return true;
	const here = within(layer.persons, verb.at);
	const earlier = frame.before
		.slice(-clearReach)
		.map((unit) => unit.layers[0]?.persons ?? []);
	const named = new Set<string>();
	for (const persons of [here, ...earlier.reverse()]) {
		for (const { id } of persons) if (!id.startsWith("?")) named.add(id);
		if (named.size >= 2) break;
	}
	return named.size === 2 && pair.every((id) => named.has(id));
}

/** A month, or a part of one. */
export const isMonth = ({ start, end, precision }: Dated): boolean =>
	precision === "month" ||
	(precision === "range" && start.slice(0, 7) === end.slice(0, 7));

export function isFull(
	meeting: Meeting,
	dated: Dated | undefined,
	recall: boolean,
	{
		isShown,
		isReport,
	}: { readonly isShown: boolean; readonly isReport: boolean },
): boolean {
	if (meeting.verb.word.startsWith("签")) return false;
	// Leaders shake hands and pose at every summit; a caption of two is at least a lead, and stays unconfirmed.
	if (/^(?:合了?影|握了?手)/.test(meeting.verb.word) && !isShown && !dated)
		return false;
	if (recall)
		return (
			dated !== undefined &&
			!dated.vague &&
			// What somebody recalls of a month only joins what is known.
			(dated.precision === "day" ||
				((isMonth(dated) || isExact(dated)) && isReport))
		);
	return dated === undefined || isExact(dated);
}

/** 习近平与卢卡申科的会晤引发关注: the meeting is a thing spoken of, not what the sentence reports. */
export function isPhrase(
	{ verb, end, clause }: Meeting,
	text: string,
): boolean {
	const before = text.slice(clause.at, verb.at);
	// 进行了三个小时的会谈 is a report all the same.
	const isHeld = /(?:进行|举行|展开|举办)(?:了|过)?[^，。]{0,24}$/.test(before);
	return (
		(!isHeld &&
			/的[^，。]{0,8}$/.test(before) &&
			// 以及与乙的一场长谈 tells that there was one.
			!/的一[场次番轮顿]$/.test(before) &&
			// 在下榻的宾馆会见 says where.
			!/[在于到进][^，。]{0,14}的[^，。]{1,8}$/.test(before)) ||
		/^[\0\s]*(?:以来|(?:所)?达成|引发|引起|凸显|显示|标志|表明|意味|反映|令|使|让|成为|备受|受到|被|的|背后)/.test(
			text.slice(end, clause.to),
		)
	);
}

const weakRules: Readonly<Record<string, string>> = {
	joint: "both-together",
	greeted: "greeted",
	farewell: "seen-off",
	told: "said-to-the-face",
};

export function ruleOf(meeting: Meeting, { sort }: Unit, text: string): string {
	if (sort === "headline") return "headline";
	if (sort === "caption") return "caption";
	if (meeting.how === "plural") return "both-by-plural";
	if (isWeak(meeting.verb.type))
		return weakRules[meeting.verb.type] ?? "both-together";
	if (meeting.how === "implied") return "both-implied";
	return isPhrase(meeting, text) ? "both-in-phrase" : "both-in-clause";
}

/** How sure a reader may be of the claim: less without a day of its own, for a plural, a caption, a weekday that is off. */
export function confidenceOf(
	{ how }: Meeting,
	{ sort }: Unit,
	dated: Dated | undefined,
	old: boolean,
): number {
	let confidence = dated ? (dated.precision === "day" ? 0.95 : 0.7) : 0.6;
	if (dated && !dated.absolute) confidence -= 0.05;
	if (dated?.vague) confidence -= 0.2;
	if (dated?.weekdayAgrees === false) confidence -= 0.25;
	if (how !== "met") confidence -= 0.1;
	if (sort !== "paragraph") confidence -= 0.15;
	if (old) confidence -= 0.1;
	return Math.round(Math.max(0.1, confidence) * 100) / 100;
}
