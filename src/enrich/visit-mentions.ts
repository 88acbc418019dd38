/** What a sentence says around meetings: arrivals, visits, words spoken to each other, visits recalled. */

import { byCodePoint } from "../base/order.ts";
import { addDays, type CivilDay } from "../domain/time.ts";
import type { VisitClaim } from "./claim.ts";
import type { Dated } from "./dated.ts";
import { meetingVerbsIn } from "./found-verbs.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import { isIntended, refusal } from "./modality.ts";
import type { Stretch } from "./segments.ts";
import {
	type ArticleFrame,
	type Candidate,
	mentionOf,
	rejection,
	type SentenceContext,
} from "./sentence-context.ts";
import { isShown, isTold, recalledVisit } from "./tellings.ts";
import { arrivalIn, arrivalWords, hostIn, kindIn, visitIn } from "./visits.ts";
import { whereOf } from "./where.ts";

/**
 * Whether a sentence with somebody who is followed may be one for {@link visitMentions}; captions always are. May say yes too often,
 * never no.
 */
export function mayMentionVisit(words: string): boolean {
	return (
		shortSigns.test(words) || (visitWords.test(words) && visitSigns.test(words))
	);
}

/** Arrivals, visits, words spoken to each other and visits recalled in a speech. */
export function visitMentions(context: SentenceContext): readonly Candidate[] {
	const { unit, layer, sentence, clauses, persons, frame } = context;
	const found: Candidate[] = [];
	for (const { id: timeline, people } of frame.timelines) {
		const visit = layer.spoken
			? undefined
			: visitIn(layer.text, sentence, persons, people, () => unit.dates);
		if (visit) {
			const host = hostIn(
				layer.text.slice(sentence.at, sentence.to),
				homesOf(frame.gazetteer, people),
				frame.gazetteer,
			);
			const { paragraph, quote } = mentionOf(context, undefined);
			found.push({
				visit: {
					timeline,
					...visit,
					dated: true,
					...(host && { host }),
					paragraph,
					quote,
				},
			});
		}
		const kind = kindOfThisVisit(context, people);
		if (kind && frame.published)
			found.push({
				visit: { timeline, ...kind, ...thisDay(frame), ...pick(context) },
			});
		for (const clause of clauses) {
			const stay = layer.spoken
				? undefined
				: stayAround(context, clause, people);
			if (stay) found.push({ visit: { timeline, ...stay, ...pick(context) } });
			const arrival = arrivalIn(layer.text, clause, persons);
			const told = isTold(layer.text, clause, persons, people);
			const arrives = arrival !== undefined && people.includes(arrival.person);
			if (!told && !arrives) continue;
			const day = unit.dates.findLast(
				({ at, to, precision }) =>
					at >= sentence.at && to <= clause.to && precision === "day",
			);
			if (arrives && day)
				found.push({
					refused: rejection(timeline, context, day, refusal("arrival")),
				});
			const where = told ? whereOf(context, clause, clause.at) : undefined;
			if (told && day && where?.city && day.end <= frame.latest)
				found.push({
					claim: {
						...mentioned(context, timeline, day),
						role: "main",
						rule: "told-in-person",
						evidence: 0.4,
						weight: "full",
						where,
					},
				});
		}
		const shown =
			unit.sort === "caption" &&
			isShown(layer.text, sentence, persons, people) &&
			!saysMore(layer.text.slice(sentence.at, sentence.to), frame.gazetteer)
				? unit.dates.find(({ precision }) => precision === "day")
				: undefined;
		if (shown)
			found.push({
				claim: {
					...mentioned(context, timeline, shown),
					role: "caption",
					rule: "shown-together",
					confidence: 0.4,
					where: whereOf(context, sentence, sentence.at),
				},
			});
		const recalled = recalledVisit(context, people);
		if (recalled)
			found.push({
				claim: {
					...mentioned(context, timeline, recalled),
					role: "recall",
					rule: "visit-recalled",
					vague: recalled.vague,
				},
			});
	}
	return found;
}

/** What is the same of all claims that a mention gives, unless it says otherwise. */
function mentioned(context: SentenceContext, timeline: string, dated: Dated) {
	return {
		timeline,
		...mentionOf(context, dated),
		confidence: 0.5,
		evidence: 0.2,
		spoken: false,
		vague: false,
		weight: "attach" as const,
		where: {},
		order: context.frame.order,
		clause: context.sentence.at,
	};
}

const leaving =
	/结束(?:了)?[^，。]{0,20}(?:访问|行程|之行|之旅)|离开|离京|离华|启程回国|(?:返|飞|启程)回国|踏上(?:归途|归程)|搭机离/;

/** A visit of which an article tells the arrival and the departure, each in its place. */
function stayAround(
	context: SentenceContext,
	clause: Stretch,
	people: readonly string[],
): Omit<VisitClaim, "timeline" | "paragraph" | "quote"> | undefined {
	const { unit, layer, sentence, persons, frame } = context;
	const words = layer.text.slice(clause.at, clause.to);
	const isLeaving = leaving.test(words);
	if ((!isLeaving && !arrivalWords.test(words)) || isIntended(words))
		return undefined;
	const visitor = persons.find(
		({ id, at, to, aside }) =>
			aside === undefined &&
			at >= clause.at &&
			to <= clause.to &&
			people.includes(id),
	)?.id;
	const date =
		unit.dates.findLast(
			({ at, to, precision }) =>
				at >= sentence.at && to <= clause.to && precision === "day",
		)?.start ?? (isLeaving ? lastDayBefore(context, clause.at) : undefined);
	if (!visitor || !date || date > frame.latest) return undefined;
	const stay = frame.stays.get(visitor) ?? {};
	frame.stays.set(visitor, {
		...stay,
		...(isLeaving ? { left: date } : { arrived: date }),
	});
	const { arrived, left } = frame.stays.get(visitor) ?? {};
	if (!arrived || !left || left < arrived || left > addDays(arrived, 14))
		return undefined;
	const kind = kindIn(layer.text.slice(sentence.at, sentence.to));
	return {
		visitor,
		start: arrived,
		end: left,
		dated: true,
		...(kind && { kind }),
	};
}

/** The latest day that the article reported so far. */
function lastDayBefore(
	{ unit, frame }: SentenceContext,
	at: number,
): CivilDay | undefined {
	return [...frame.before.slice(-4), unit]
		.flatMap((one) =>
			(one === unit
				? one.dates.filter((date) => date.at < at && date.at > at - 400)
				: one.dates
			).slice(-20),
		)
		.filter(
			({ precision, start }) =>
				precision === "day" &&
				start <= frame.latest &&
				start >= addDays(frame.anchor, -10),
		)
		.map(({ start }) => start)
		.sort(byCodePoint)
		.at(-1);
}

/** A caption with a meeting word is read by the ordinary rules; one about a call shows no meeting. */
const saysMore = (words: string, gazetteer: Gazetteer): boolean =>
	meetingVerbsIn(words, gazetteer).length > 0 ||
	/电话|视频|通话|资料/.test(words);

/** Arrivals, this visit, words spoken to somebody. */
const shortSigns =
	/抵达|抵京|抵华|飞抵|抵步|离开|离京|离华|回国|搭机离|踏上归|结束|这次|此次|此行|此访|本次|告诉|[对向][^，。]*(?:说|表示|介绍|保证)/;
const visitWords =
	/访问|访华|访白|来华|来访|到访|到达|开始(?:对|访问|为期)|峰会|领导人会议|理事会|阅兵|冬奥会/;
/** A span of days, a length, or what a visit that is recalled has led to. */
const visitSigns =
	/[至到\-—–~～]|为期|我们|两国元首|双方|我[和同与]|国事|国是|正式|工作访问|峰会|会议|理事会|阅兵|冬奥会/;

const thisDay = ({ latest }: ArticleFrame) => ({ start: latest, end: latest });

function pick(context: SentenceContext): { paragraph: string; quote: string } {
	const { paragraph, quote } = mentionOf(context, undefined);
	return { paragraph, quote };
}

/** 峰会4日在某地登场: where leaders are gathered, whoever is named. */
export const isGathering = (words: string): boolean =>
	/峰会|领导人|理事会|冬奥会|阅兵/.test(words) && summit.test(words);

const summit =
	/(?:峰会|领导人(?:非正式)?会议|理事会会议|元首理事会|冬奥会|阅兵)[^，。]{0,16}(?:举行|召开|开幕|揭幕|登场|落幕|闭幕|结束|期间|前夕|间隙|场边)|(?:峰会|论坛)(?=[　\s：:|｜])|峰会上(?!合)|(?:出席|参加)[^，。]{0,40}(?:峰会|领导人(?:非正式)?会议|元首理事会|阅兵)/;

/** Whether a sentence tells of the visit at hand, not of one that was or is to come. */
function isNow(
	{ unit, sentence, frame }: SentenceContext,
	words: string,
): boolean {
	if (/曾|此前|上次|去年|前年|当年|将于?|拟|计划|明年|下月/.test(words))
		return false;
	return !unit.dates.some(
		({ at, to, end }) =>
			at >= sentence.at &&
			to <= sentence.to &&
			end < addDays(frame.anchor, -10),
	);
}

/** The countries of the two. */
const homesOf = (
	gazetteer: Gazetteer,
	people: readonly string[],
): readonly string[] => people.map((id) => gazetteer.personById(id).country);

const thisVisit = /这次|此次|此行|此访|本次/;

/** 卢卡申科这次是对北京进行“工作访问”: the kind of the visit at hand, without a day. */
function kindOfThisVisit(
	context: SentenceContext,
	people: readonly [string, string],
): Pick<VisitClaim, "visitor" | "kind" | "dated" | "host"> | undefined {
	const { layer, sentence, persons } = context;
	const words = layer.text.slice(sentence.at, sentence.to);
	if (layer.spoken) return undefined;
	const kind =
		kindIn(words) ??
		(isGathering(words) ? ("multilateral-sideline" as const) : undefined);
	if (!kind) return undefined;
	const isThis = thisVisit.test(words);
	if (kind === "multilateral-sideline" && !isThis && !summit.test(words))
		return undefined;
	if (!isThis && !isNow(context, words)) return undefined;
	const visitor = persons.find(
		({ id, aside }) => aside === undefined && people.includes(id),
	);
	if (!visitor && kind !== "multilateral-sideline") return undefined;
	const host = hostIn(
		words,
		homesOf(context.frame.gazetteer, people),
		context.frame.gazetteer,
	);
	return {
		visitor: visitor?.id ?? "",
		kind,
		dated: false,
		...(host && kind !== "multilateral-sideline" && { host }),
	};
}
