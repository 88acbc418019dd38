/** Days with which a line or a paragraph opens, and which hold for all that follows in it. */
import { addDays, type CivilDay, civilDay } from "../domain/time.ts";
import { monthOf, yearOf } from "./date-values.ts";
import { type Dated, type Heading, holdingFor, isExact } from "./dated.ts";
import { numeral } from "./numerals.ts";
import { filler, type Stretch } from "./segments.ts";
import type { ArticleFrame, SentenceContext } from "./sentence-context.ts";
import { lastDate, type Unit } from "./unit.ts";

/**
 * 那是2019年2月13日。两人……: what a paragraph tells behind a day long gone, and before another date, took place on it.
 */
export function openingDay(
	{ unit, layer, sentence, frame }: SentenceContext,
	verbAt: number,
): Dated | undefined {
	if (unit.sort !== "paragraph" || layer.spoken) return undefined;
	const date = lastBefore(
		// 几天以前 further on in the sentence is no day.
		holdingFor(unit.dates, sentence).filter(({ vague }) => !vague),
		sentence.to,
	);
	if (!date)
		return frame.entry
			? statedDay(frame.entry)
			: dayAbove(unit, sentence, frame);
	// 3月24日至25日，甲访问乙国，会见乙。 a line of a list under its year.
	if (sentence.at === 0 && date.at <= 3 && frame.heading && isExact(date))
		return date;
	if (
		date.to > sentence.at ||
		// （图七）2018年6月，北京。两人……: a month holds for the sentence right behind it.
		(date.precision !== "day" &&
			!(
				date.precision === "month" &&
				(date.at <= 3 || sentence.at - date.to < nextSentence)
			)) ||
		date.vague ||
		date.end >= addDays(frame.anchor, -10) ||
		layer.text.charAt(date.to - 1) === filler ||
		sentence.at - date.to > reach
	)
		return undefined;
	const between = unit.folded.slice(date.to, verbAt);
	return presently.test(between) ? undefined : date;
}

/** No more than a place stands between them, in characters. */
const nextSentence = 10;

/** So many parts of an article a day long gone is carried on for. */
const carried = 2;

/** 问：上月31日您在天津？ 答：……: the day long gone that the part above ends with. */
function dayAbove(
	{ folded }: Unit,
	sentence: Stretch,
	{ before, anchor, latest }: ArticleFrame,
): Dated | undefined {
	const date = lastDate(before.slice(-carried), latest);
	if (
		date?.precision !== "day" ||
		date.end >= addDays(anchor, -10) ||
		presently.test(folded.slice(0, sentence.to))
	)
		return undefined;
	return { ...date, at: 0, to: 0 };
}

/** The last date that begins before a place. */
export function lastBefore(
	dates: readonly Dated[],
	at: number,
): Dated | undefined {
	let [low, high] = [0, dates.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((dates[middle]?.at ?? at) < at) low = middle + 1;
		else high = middle;
	}
	return dates[low - 1];
}

/** How far behind a day what it holds for may stand, in characters. */
const reach = 240;
const presently =
	/[几数半\d一二两三四五六七八九十百]多?(?:天|周|个?月|年)(?:之|以)?后，|不久后，|如今|现在|目前|当前|今后|近来|以来|至今|后来|此后|此前|曾(?!经济)|早前|出生|表示|宣布|报道|写道/;

const beginsWithDay = new RegExp(
	`^.{0,3}(?:[${numeral}去今前明同当翌昨后次大第隔本上下周星礼]|民国)`,
);

/** Whether a paragraph may be the line of a list; may say yes too often. */
export const mayOpen = ({ sort, folded }: Unit): boolean =>
	sort === "paragraph" && (opensWithDay.test(folded) || clockLine.test(folded));

/** 17:45　会晤开始。 */
export const clockLine = /^[\s　【[（(]*\d{1,2}[:：时]\d{2}/;

/** Whether lines under a clock make a text: they are written on the day that they tell of. */
export const isTicker = (
	lines: readonly { readonly text: string }[],
): boolean => lines.filter(({ text }) => clockLine.test(text)).length >= 2;

/** The day of the heading above the lines of a clock: 6月9日, 14:10　专机抵达. */
export function clockDay(
	{ text }: Unit,
	frame: ArticleFrame,
): Dated | undefined {
	const clock = clockLine.exec(text)?.[0];
	const day = clock && dayOfHeading(frame.heading, frame);
	return day ? statedDay(day, clock.length) : undefined;
}

/** 两人在殿前喝茶。那天是12月5日: the day that the next sentence gives, or a later one where it is the only day of its paragraph. */
export function dayBehind({
	unit: { folded, dates },
	sentence,
}: SentenceContext): Dated | undefined {
	const date = dates.find(({ at }) => at >= sentence.to);
	if (
		date?.precision !== "day" ||
		date.vague ||
		!saysWhen.test(folded.slice(Math.max(0, date.at - behindReach), date.at))
	)
		return undefined;
	const isNext = date.at < sentence.to + behindReach;
	return isNext || dates.every((one) => one === date || one.precision !== "day")
		? date
		: undefined;
}
const behindReach = 12;
const saysWhen =
	/[。！？”」\s](?:那|那一?[天日]|这一[天日]|时间|日期)(?:正?是|为|：)(?:当地时间)?$/;

/** The day that a heading names, in the latest year that it can mean where it names none. */
export function dayOfHeading(
	{ year, month, day }: Heading = {},
	{ anchor, latest }: Pick<ArticleFrame, "anchor" | "latest">,
): CivilDay | undefined {
	if (!day) return undefined;
	if (!month) {
		const since = addDays(latest, -30);
		const found = civilDay(yearOf(latest), monthOf(latest), day);
		return found && found <= latest
			? found
			: civilDay(yearOf(since), monthOf(since), day);
	}
	const now = yearOf(anchor);
	const named = civilDay(year ?? now, month, day);
	return named && !year && named > latest
		? civilDay(now - 1, month, day)
		: named;
}

/** A day that something above a text names; `to` is where its words end in the text. */
export const statedDay = (day: CivilDay, to = 0): Dated => ({
	at: 0,
	to,
	start: day,
	end: day,
	precision: "day",
	absolute: true,
	vague: false,
});

const opensWithDay = new RegExp(
	`^[^\\p{Script=Han}\\d]{0,3}(?:(?:[${numeral}]{2,4}|[同当去前今翌])[年.\\-/])?[${numeral}]{1,3}[月.\\-/]`,
	"u",
);

/** The day, or the few days, that a line of a chronicle begins with: whatever it tells took place then. */
export function lineDay(unit: Unit): Dated | undefined {
	const date = opening(unit);
	return date && isExact(date) ? date : undefined;
}

/** The day or days with which a paragraph of a list begins. */
export function opening(unit: Unit): Dated | undefined {
	const { folded, sort } = unit;
	// Dates cost more than all the rest: only where one may stand so early.
	if (sort !== "paragraph" || !beginsWithDay.test(folded)) return undefined;
	const [first] = unit.dates;
	if (!first || first.at > 3 || first.precision === "year") return undefined;
	return /^[\s　：:|｜—–-]/.test(folded.slice(first.to, first.to + 1))
		? first
		: undefined;
}
