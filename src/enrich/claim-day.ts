/** The day that a meeting word goes on from where its sentence names none, and who speaks of it. */
import { addDays } from "../domain/time.ts";
import { type Dated, holdingFor } from "./dated.ts";
import type { Meeting } from "./meeting.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { lastDate } from "./unit.ts";
import { type NearDay, nearDay } from "./when.ts";

/** The day before a meeting word in its sentence or paragraph, of the paragraph before, or of the paper. @param spoken whether somebody is quoted. */
export function nearOf(
	meeting: Meeting,
	context: SentenceContext,
	spoken: boolean,
): NearDay | undefined {
	const { unit, layer, sentence, frame } = context;
	if (spoken && !(layer.spoken && isWitness(context))) return undefined;
	return (
		nearDay(layer.text, meeting, sentence, holdingFor(unit.dates, sentence), [
			addDays(frame.anchor, -10),
			frame.latest,
		]) ??
		(spoken
			? undefined
			: (sameDayAsBefore(context) ?? hourOfToday(context, meeting)))
	);
}

/** Whether one of the two tells of it: “今天我们一起吃了早饭”. */
export const isWitness = ({
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

/** Whether the sentence is somebody's words about an earlier day. */
export function isSpoken(
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
