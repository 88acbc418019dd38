/** From a meeting word that stands to a claim: its role, its weight, how sure it is. */
import { addDays } from "../domain/time.ts";
import { landIn } from "./calls.ts";
import type { Where } from "./claim.ts";
import { type Dated, holdingFor, isExact } from "./dated.ts";
import type { Meeting } from "./meeting.ts";
import { type EventType, isWeak } from "./meeting-verbs.ts";
import { refusal } from "./modality.ts";
import { readNumber } from "./numerals.ts";
import { opening } from "./opening-days.ts";
import { within } from "./plurals.ts";
import {
	type Candidate,
	mentionOf,
	rejection,
	type SentenceContext,
} from "./sentence-context.ts";
import {
	datelineOf,
	onDayOf,
	placeBefore,
	placeInBrackets,
} from "./story-places.ts";
import { isCrowd, isPictured, namesSpot } from "./together.ts";
import { isIndirectSpeech, lastDate, type Unit } from "./unit.ts";
import { kindIn } from "./visits.ts";
import { type NearDay, nearDay } from "./when.ts";
import { whereOf } from "./where.ts";

/** 莫斯科，克里姆林宫。6月5日，……: a scene before a day is no longer, in characters. */
const sceneReach = 24;
/** A day that is told by the one before it. */
const goesOnFrom =
	/^(?:当[月天日晚]|同[月日]|同一天|那一?[天日]|次日|翌日|第二天)/;
const archival = /资料(?:照|图|片|画面)|档案|旧照|历史照片|图为(?:此前|早前)/;
const here =
	/[在于](?:这里|此地|此间|[这该](?:座|个)?(?:城市|地方|城)|同一(?:地点|地方|座))/;
/** The day before was a meeting of its own, unless words such as 时隔三年 say that another visit is meant. */
const onceMore =
	/再次(?:同[^，。]{1,16}|与[^，。]{1,16}|和[^，。]{1,16})?[^，。]{0,4}$|又一次[^，。]{0,16}$|继续(?:举行|进行)?[^，。会]{0,8}$/;
const sinceLong =
	/时隔|阔别|暌违|今年|年内|[\d一二两三四五六七八九十几数]个?[年月](?:多|之?后|以?来)/;
const looksBack = /曾(?!经济)|此前|上次|上一次|先前|早前|当年|当时|回顾|回忆/;

/** 甲此行是国事访问: of the visit that was told right before. */
const ofThisVisit = /^[^，。]{0,8}(?:此行|此访|那次|这次|此次)[^，。]{0,16}/;

/** The claim that a meeting word makes, or its refusal when it looks back without a date. */
export function claimOf(
	timeline: string,
	meeting: Meeting,
	context: SentenceContext,
	found: Dated | undefined,
): Candidate {
	const { unit, layer, sentence, frame } = context;
	const { clause, from, verb } = meeting;
	const words = layer.text.slice(sentence.at, sentence.to);
	const own = layer.text.slice(from, clause.to);
	// 这是两人今年的第二次会晤 speaks of the meeting at hand.
	const isThisOne =
		/(?:(?:这|此)(?:次|也|已|还)?是?[^，。]{0,24}|(?:已经?|也|又)是[^，。]{0,8})(?:第[^，。]{1,3}次|首次)/.test(
			own,
		) ||
		/这次|此次|此番|本次|今天的|今日的/.test(layer.text.slice(from, verb.at));
	const dated = isThisOne && found?.precision !== "day" ? undefined : found;
	const exact = dated !== undefined && isExact(dated);
	const past = dated !== undefined && dated.end < addDays(frame.anchor, -6);
	const isCaption = unit.sort === "caption";
	const recall =
		!isThisOne &&
		(past ||
			(dated !== undefined && !exact) ||
			looksBack.test(layer.text.slice(clause.at, verb.at)) ||
			(dated !== undefined && isSpoken(context, verb.at, dated)));
	const spoken =
		layer.spoken || isIndirectSpeech(unit, { at: sentence.at, to: verb.at });
	const near =
		dated ||
		recall ||
		(spoken && !(layer.spoken && isWitness(context))) ||
		unit.sort !== "paragraph"
			? undefined
			: (nearDay(
					layer.text,
					meeting,
					sentence,
					holdingFor(unit.dates, sentence),
					[addDays(frame.anchor, -10), frame.latest],
				) ??
				(spoken
					? undefined
					: (sameDayAsBefore(context) ?? hourOfToday(context, meeting))));
	const looksOn =
		near?.isPast === true ||
		(near === undefined &&
			!dated &&
			!isThisOne &&
			(looksBack.test(layer.text.slice(sentence.at, verb.at)) ||
				// 那年六月的事。……两人走过来: of a year that nobody names.
				/那一?年(?!级)/.test(unit.folded.slice(0, verb.at))));
	if ((recall || looksOn) && !dated)
		return {
			refused: rejection(timeline, context, undefined, refusal("vague")),
		};
	const ordinal =
		/今年(?:内|以来)?(?:的)?第([\d一二三四五六七八九十]{1,2})次(?:会晤|会面|会谈|见面|会见)/.exec(
			words,
		);
	const count = ordinal?.[1] ? readNumber(ordinal[1]) : undefined;
	const kind =
		kindIn(words) ??
		(recall || opening(unit)
			? (kindIn(
					// 上合组织青岛峰会。 a line that begins with what took place.
					unit.folded
						.slice(Math.max(0, sentence.at - 200), sentence.at)
						.replaceAll("峰会。", "峰会，"),
				) ??
				kindIn(
					ofThisVisit.exec(
						unit.folded.slice(sentence.to, sentence.to + 80),
					)?.[0] ?? "",
				))
			: undefined);
	const isArchival = isCaption && (archival.test(words) || past);
	const rule = ruleOf(meeting, unit, layer.text);
	const said = placeOf(meeting, context);
	// 两人又在这里会谈: where the words before it were.
	const where = here.test(layer.text.slice(clause.at, clause.to))
		? { ...placeAround(context, clause.at), ...said }
		: said;
	// What stands around a day that is looked back on is placed elsewhere, unless the day stands there itself.
	const isElsewhere =
		recall &&
		!opening(unit) &&
		(dated?.to ?? unit.folded.length) > sentence.at &&
		!goesOnFrom.test(unit.folded.slice(dated?.at ?? 0));
	const nearby =
		where.city || spoken || (isElsewhere && sentence.at > sceneReach)
			? undefined
			: placeBefore(
					unit,
					sentence.at,
					isElsewhere || opening(unit)
						? []
						: recall
							? onDayOf(dated, frame.before)
							: frame.before,
				);
	const hasDay = dated
		? dated.precision === "day" || isMonth(dated)
		: near?.sure === true;
	const isStaged =
		isWeak(verb.type) &&
		verb.type !== "told" &&
		(verb.type !== "farewell" ||
			/^(?!.*(?:机场|车站)).+/.test(where.venue ?? nearby?.venue ?? "")) &&
		(isPlaced(context, { ...nearby, ...where }) ||
			// “十年前的今天，甲和乙从我面前走过”: who was there says the day.
			(layer.spoken && dated?.absolute === true && /我/.test(words)));
	return {
		claim: {
			timeline,
			...mentionOf(context, dated),
			role: isCaption ? "caption" : recall ? "recall" : "main",
			rule,
			// 这是两国元首首次会晤 says which one it is, not that it took place.
			evidence:
				(isStaged
					? proofOf(unit) * (hasDay ? 1 : 0.6)
					: evidenceOf(meeting, rule, context, dated, spoken && !near?.sure)) *
				(isThisOne && !dated ? 0.6 : 1) *
				(isWeak(verb.type) && isPictured(words) ? 0.4 : 1),
			spoken,
			...(near && { near }),
			confidence: confidenceOf(meeting, unit, dated, recall || isArchival),
			vague: dated?.vague ?? false,
			weight: isFull(meeting, dated, recall, {
				isShown: isCaption || near?.sure === true,
				isReport:
					(!spoken ||
						layer.spoken ||
						(isWitness(context) &&
							dated?.precision === "month" &&
							// 我同…会晤 in a speech is a courtesy.
							!/我/.test(words))) &&
					!isThisOne &&
					// 谈过的几个项目 says that they talked.
					(/过/.test(verb.word) || !isPhrase(meeting, layer.text)),
			})
				? "full"
				: "attach",
			where,
			...(kind && { kind }),
			...(dated?.weekdayAgrees !== undefined && {
				weekdayAgrees: dated.weekdayAgrees,
			}),
			...(count !== undefined && { ordinalInYear: count }),
			...(!isCaption &&
				!recall &&
				onceMore.test(layer.text.slice(clause.at, verb.at)) &&
				!sinceLong.test(layer.text.slice(sentence.at, verb.at)) && {
					again: true,
				}),
			order: frame.order,
			clause: clause.at,
			...(nearby && { nearby }),
		},
	};
}

/** Whether one of the two tells of it: “今天我们一起吃了早饭”. */
const isWitness = ({
	layer,
	unit,
	sentence,
	frame,
}: SentenceContext): boolean => {
	const speaker = layer.spoken
		? layer.speaker
		: unit.speeches.findLast(({ at }) => at <= sentence.to)?.speaker;
	return frame.timelines.some(({ people }) =>
		people.some((person) => person === speaker),
	);
};

/** The place that 这里 points back to, in the paragraph before where this one begins with it. */
function placeAround(
	{ unit, frame: { before } }: SentenceContext,
	at: number,
): Where {
	const last = before.at(-1);
	return unit.folded.slice(0, at).trim() === "" && last
		? placeBefore(last, last.folded.length, before.slice(0, -1))
		: placeBefore(unit, at, before);
}

/** 傍晚，甲设宴款待乙: a time of day without a day goes on from the last that was told. */
function sameDayAsBefore({
	unit,
	sentence,
	frame,
}: SentenceContext): NearDay | undefined {
	const words = unit.folded.slice(sentence.at, sentence.to);
	if (sentence.at > 0 || !timeOfDay.test(words)) return undefined;
	const last = lastDate(frame.before, frame.latest);
	if (last?.precision !== "day" || last.start < addDays(frame.anchor, -10))
		return undefined;
	return {
		start: last.start,
		end: last.start,
		sure: true,
		sameSentence: false,
		isPast: false,
	};
}

/** 国家主席习近平下午会见乙, in news that names no day at all: of the day of publication, if that hour had come. */
function hourOfToday(
	{ unit, layer, frame }: SentenceContext,
	{ clause, verb }: Meeting,
): NearDay | undefined {
	const { hour, anchor } = frame;
	const word = hourWords.exec(layer.text.slice(clause.at, verb.at))?.[0];
	if (hour === undefined || !word) return undefined;
	if ([...frame.before, unit].some(({ dates }) => dates.length > 0))
		return undefined;
	const begins = word.startsWith("下") ? 13 : /[晚傍]/.test(word) ? 17 : 8;
	const start = hour >= begins ? anchor : addDays(anchor, -1);
	return { start, end: start, sure: true, sameSentence: true, isPast: false };
}

const hourWords = /上午|中午|下午|傍晚|晚上|晚间/;

const timeOfDay =
	/^[\s　]*(?:随后|接着|到了|就在)?(?:清晨|早晨|早上|上午|中午|午间|午后|下午|傍晚|黄昏|晚上|晚间|入夜|夜里|夜幕|深夜|当晚|晚宴|午宴)/;

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

function evidenceOf(
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
const proofOf = ({ sort }: Unit): number =>
	sort === "caption" ? 0.5 : sort === "headline" ? 0.6 : 1;

/** How far from a sentence its paragraph may say where it is, in characters. */
const stageReach = 160;

/** Whether a place is told beside what two do: with a day, it does not matter what they do there. */
function isPlaced(
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

/** Whether the sentence is somebody's words about an earlier day. */
function isSpoken(
	{ layer, unit, frame }: SentenceContext,
	at: number,
	dated: Dated,
): boolean {
	return (
		layer.spoken ||
		(unit.speeches.some((speech) => speech.at <= at) &&
			dated.end < addDays(frame.anchor, -1))
	);
}

/** A month, or a part of one. */
const isMonth = ({ start, end, precision }: Dated): boolean =>
	precision === "month" ||
	(precision === "range" && start.slice(0, 7) === end.slice(0, 7));

function isFull(
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
function isPhrase({ verb, end, clause }: Meeting, text: string): boolean {
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

function ruleOf(meeting: Meeting, { sort }: Unit, text: string): string {
	if (sort === "headline") return "headline";
	if (sort === "caption") return "caption";
	if (meeting.how === "plural") return "both-by-plural";
	if (isWeak(meeting.verb.type))
		return weakRules[meeting.verb.type] ?? "both-together";
	if (meeting.how === "implied") return "both-implied";
	return isPhrase(meeting, text) ? "both-in-phrase" : "both-in-clause";
}

/** How sure a reader may be of the claim: less without a day of its own, for a plural, a caption, a weekday that is off. */
function confidenceOf(
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

function placeOf(meeting: Meeting, context: SentenceContext): Where {
	const { unit, frame, layer } = context;
	const { clause, verb, placed = clause } = meeting;
	const where = whereOf(context, placed, Math.min(verb.at, placed.to));
	if (where.city || where.venue) return where;
	const aside = placeInBrackets(unit.text, meeting, frame.gazetteer);
	if (aside || unit.sort !== "paragraph") return aside ?? where;
	const line = { ...datelineOf(unit.folded, frame.gazetteer), ...where };
	return layer.spoken ? where : line;
}
