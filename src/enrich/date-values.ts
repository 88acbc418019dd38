/** What each written form of a date means, given the day it is read on. */
import {
	addDays,
	type CivilDay,
	civilDay,
	daysBetween,
	endOfMonth,
} from "../domain/time.ts";
import type { DateWords } from "./date-words.ts";
import type { DateContext, Dated } from "./dated.ts";
import { readNumber } from "./numerals.ts";

/** A date's meaning without its place in the text. */
export type Resolved = Omit<Dated, "at" | "to">;
export type Part = DateWords["part"];

export function span(
	start: CivilDay | undefined,
	end: CivilDay | undefined = start,
	more: Partial<Resolved> = {},
): Resolved | undefined {
	if (!start || !end || end < start) return undefined;
	return {
		start,
		end,
		precision: start === end ? "day" : "range",
		absolute: true,
		vague: false,
		...more,
	};
}

export const yearOf = (day: CivilDay): number => Number(day.slice(0, 4));
export const monthOf = (day: CivilDay): number => Number(day.slice(5, 7));
export const dayOf = (day: CivilDay): number => Number(day.slice(8, 10));

/** The year that the words name; `undefined` when they name none. */
function statedYear(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
	context: DateContext,
): number | undefined {
	if (part.year) {
		const number = readNumber(part.year);
		if (number === undefined) return undefined;
		// 民国元年 was 1912.
		if (part.roc) return number + 1911;
		// 一○二年七月十六日: only that calendar writes years of a hundred and some.
		if (number > 99 && number < 140) return number + 1911;
		return number >= 1000 ? number : undefined;
	}
	const now = yearOf(anchor);
	if (part.ago) {
		const years = readNumber(part.ago);
		return years === undefined ? undefined : now - years;
	}
	// 同年9月5日 at the head of a paragraph goes on from the one before.
	const carried = (): number => {
		const told = before ?? context.earlier;
		return told ? yearOf(told.end) : now;
	};
	switch (part.named) {
		case "今":
			return now;
		case "去":
			return now - 1;
		case "前":
			return now - 2;
		case "明":
			return now + 1;
		case "同":
		case "当":
		case "那":
		case "那一":
			return carried();
		case "翌":
		case "次":
		case "第二":
			return carried() + 1;
		default:
			return undefined;
	}
}

/** A month and day without a year: that of the dates before it, else the latest that is not in the future. */
function impliedYear(
	month: number,
	day: number,
	anchor: CivilDay,
	before: Dated | undefined,
	ahead: boolean,
	latest: CivilDay,
): number {
	const now = yearOf(anchor);
	if (before?.absolute && yearOf(before.end) < now) {
		const carried = civilDay(yearOf(before.end), month, day);
		// 2018年6月……在此前的5月8日: back in that year, where it is no news of this one.
		if (
			carried &&
			(carried >= before.start || !isNews(now, month, day, latest))
		)
			return yearOf(before.end);
	}
	const same = civilDay(now, month, day);
	if (!same) return now;
	// A few days after the paper it is a slip or a plan told as a fact, and no meeting of the year before.
	if (same > latest && daysBetween(latest, same) <= 20) return now;
	if (same > latest) {
		// Ten months ahead is no announcement: 12月30日, written on 2 January.
		return ahead && month - monthOf(anchor) < 9 ? now : now - 1;
	}
	return ahead && monthOf(anchor) - month > 9 ? now + 1 : now;
}

/** So many days after an event papers still write of it without its year. */
const freshDays = 31;

/**
 * What a month, and a day of it, in a year that is not said go on from: the last date of a text that tells of another year,
 * unless the paper's own year makes them news and the text has news.
 */
function runsTo(
	context: DateContext,
	month: number,
	day?: number,
): Dated | undefined {
	const { published, latest, running } = context;
	return running &&
		isNews(yearOf(published), month, day, latest) &&
		context.story
		? undefined
		: running;
}

/** Whether a month, or a day of it, lies around the day of the paper. */
function isNews(
	year: number,
	month: number,
	day: number | undefined,
	latest: CivilDay,
): boolean {
	const own = civilDay(year, month, day ?? 1);
	return (
		own !== undefined &&
		own <= addDays(latest, freshDays) &&
		(day ? own : endOfMonth(own)) >= addDays(latest, -freshDays)
	);
}

export function monthDay(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
	ahead: boolean,
	context: DateContext,
): Resolved | undefined {
	const { latest } = context;
	const month = readNumber(part.month ?? "");
	const day = readNumber(part.day ?? "");
	if (month === undefined || day === undefined) return undefined;
	const stated = statedYear(part, anchor, before, context);
	if ((part.year || part.named || part.ago) && stated === undefined)
		return undefined;
	const year =
		stated ??
		impliedYear(
			month,
			day,
			anchor,
			before ?? runsTo(context, month, day),
			ahead,
			latest,
		);
	const start = civilDay(year, month, day);
	return span(start, rangeEnd(part, year, month, start));
}

/** The second day of 2月28日至3月2日 or 10日至12日, in the next year where the months say so. */
function rangeEnd(
	part: Part,
	year: number,
	month: number,
	start: CivilDay | undefined,
): CivilDay | undefined {
	const day = readNumber(part.day2 ?? "");
	if (day === undefined) return start;
	const month2 = readNumber(part.month2 ?? "") ?? month;
	return civilDay(month2 < month ? year + 1 : year, month2, day) ?? start;
}

/** 2018.06.10, 2023.02.28–03.02. */
export function numericDay(part: Part): Resolved | undefined {
	const [year, month] = [Number(part.year), Number(part.month)];
	const start = civilDay(year, month, Number(part.day));
	return span(start, rangeEnd(part, year, month, start));
}

export function wholeMonth(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
	ahead: boolean,
	context: DateContext,
): Resolved | undefined {
	const month = readNumber(part.month ?? "");
	if (month === undefined) return undefined;
	const stated = statedYear(part, anchor, before, context);
	if (stated === undefined && (part.year || part.named || part.ago))
		return undefined;
	const year =
		stated ??
		impliedYear(
			month,
			1,
			anchor,
			before ?? runsTo(context, month),
			ahead,
			anchor,
		);
	return partOfMonth(civilDay(year, month, 1), part.phase);
}

/** 上旬, 中旬 and 下旬 are the tens of a month; 底 and 末 are its last ten days or so. */
function partOfMonth(
	first: CivilDay | undefined,
	phase: string | undefined,
): Resolved | undefined {
	if (!first) return undefined;
	const last = endOfMonth(first);
	switch (phase?.[0]) {
		case "初":
		case "上":
			return span(first, addDays(first, 9), { precision: "range" });
		case "中":
			return span(addDays(first, 10), addDays(first, 19), {
				precision: "range",
			});
		case "底":
		case "末":
		case "下":
			return span(addDays(last, -10), last, { precision: "range" });
		default:
			return span(first, last, { precision: "month" });
	}
}

export function wholeYear(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
	context: DateContext,
): Resolved | undefined {
	const year = statedYear(part, anchor, before, context);
	if (year === undefined || year < 1900 || year > 2200) return undefined;
	const months = phaseMonths(part.phase);
	const start = civilDay(year, months[0], 1);
	const last = civilDay(year, months[1], 1);
	return span(start, last && endOfMonth(last), {
		precision: part.phase && months[1] - months[0] < 11 ? "range" : "year",
	});
}

function phaseMonths(phase: string | undefined): readonly [number, number] {
	if (!phase || phase === "内") return [1, 12];
	if (/初|春/.test(phase)) return phase.includes("春") ? [2, 5] : [1, 3];
	if (/底|末/.test(phase)) return [11, 12];
	if (phase.includes("上半年")) return [1, 6];
	if (phase.includes("下半年")) return [7, 12];
	if (phase.includes("夏")) return [6, 8];
	if (phase.includes("秋")) return [9, 11];
	if (phase.includes("年中")) return [5, 8];
	return [1, 12];
}

export function relativeMonth(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
): Resolved | undefined {
	// 5月14日……；同月16日 counts from the date before it.
	const base = /^[同当该]/.test(part.which ?? "")
		? (before?.start ?? anchor)
		: anchor;
	const step = part.which?.startsWith("上")
		? -1
		: part.which?.startsWith("下")
			? 1
			: 0;
	const index = yearOf(base) * 12 + monthOf(base) - 1 + step;
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	if (!part.day) return partOfMonth(civilDay(year, month, 1), part.phase);
	const start = civilDay(year, month, readNumber(part.day) ?? 0);
	return span(start, rangeEnd(part, year, month, start));
}

/** So many days after the paper a day without a month may lie. */
const daysAhead = 7;

/** 去年九月底来了电话。 above 二十八号: a month, or a part of one, long gone. */
const isMonthBehind = (
	{ precision, vague, start, end }: Dated,
	latest: CivilDay,
): boolean =>
	!vague &&
	(precision === "month" || precision === "range") &&
	start.slice(0, 7) === end.slice(0, 7) &&
	daysBetween(end, latest) > freshDays;

/** 15日: in the month of the dates before it where that fits, else the latest such day that has come. */
export function bareDay(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
	ahead: boolean,
	context: DateContext,
): Resolved | undefined {
	const { latest } = context;
	const day = readNumber(part.day ?? "");
	if (day === undefined || day < 1 || day > 31) return undefined;
	if (!before) {
		const { running, earlier } = context;
		if (running && running.start === earlier?.start && !context.story)
			return bareDay(part, anchor, running, ahead, context);
		if (earlier && isMonthBehind(earlier, latest)) {
			const above = { ...earlier, absolute: true };
			return bareDay(part, anchor, above, false, context);
		}
	}
	if (before?.absolute && before.precision !== "year") {
		const [year, month] = [yearOf(before.start), monthOf(before.start)];
		const carried = civilDay(year, month, day);
		if (
			carried &&
			carried >= addDays(before.start, -3) &&
			// 将于28日抵达，29日会谈: what follows an announced day is announced too.
			(carried <= latest || ahead || before.start >= addDays(latest, -1))
		)
			return span(carried, rangeEnd(part, year, month, carried));
	}
	const base = ahead ? anchor : latest;
	let index = yearOf(base) * 12 + monthOf(base) - 1;
	if (ahead) {
		if (day < dayOf(anchor) - 15) index += 1;
	} else {
		// 6日, in a paper of the 3rd: the programme of the days to come. What is a month old has its month beside it.
		const here = civilDay(yearOf(base), monthOf(base), day);
		if (!here || daysBetween(latest, here) > daysAhead) index -= 1;
	}
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	const start = civilDay(year, month, day);
	return span(start, rangeEnd(part, year, month, start), {});
}
