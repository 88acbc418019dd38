/** From a meeting word that stands to a claim: its role, its weight, how sure it is. */
import { addDays } from "../domain/time.ts";
import { isSpoken, isWitness, nearOf } from "./claim-day.ts";
import {
	confidenceOf,
	evidenceOf,
	isFull,
	isMonth,
	isPhrase,
	isPlaced,
	proofOf,
	ruleOf,
} from "./claim-evidence.ts";
import { placesOf } from "./claim-place.ts";
import { type Dated, isExact } from "./dated.ts";
import type { Meeting } from "./meeting.ts";
import { isWeak } from "./meeting-verbs.ts";
import { refusal } from "./modality.ts";
import { readNumber } from "./numerals.ts";
import { opening } from "./opening-days.ts";
import {
	type Candidate,
	mentionOf,
	rejection,
	type SentenceContext,
} from "./sentence-context.ts";
import { isPictured } from "./together.ts";
import { isIndirectSpeech } from "./unit.ts";
import { kindIn } from "./visits.ts";

const archival = /资料(?:照|图|片|画面)|档案|旧照|历史照片|图为(?:此前|早前)/;
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
		dated || recall || unit.sort !== "paragraph"
			? undefined
			: nearOf(meeting, context, spoken);
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
	const kind = kindTold(words, context, recall);
	const isArchival = isCaption && (archival.test(words) || past);
	const rule = ruleOf(meeting, unit, layer.text);
	const { where, nearby } = placesOf(meeting, context, dated, {
		recall,
		spoken,
	});
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

/** What sort of visit or gathering the words of a meeting speak of; of a day long gone, those before and behind it too. */
function kindTold(
	words: string,
	{ unit, sentence }: SentenceContext,
	recall: boolean,
): ReturnType<typeof kindIn> {
	return (
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
			: undefined)
	);
}
