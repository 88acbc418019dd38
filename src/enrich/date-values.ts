/** What each written form of a date means, given the day it is read on. */
import {
	addDays,
	type CivilDay,
	civilDay,
	daysBetween,
	endOfMonth,
	weekdayOf,
} from "../domain/time.ts";
import type { DateWords } from "./date-words.ts";
import type { DateContext, Dated } from "./dated.ts";
import { readNumber } from "./numerals.ts";

/** A date's meaning without its place in the text. */
export type Resolved = Omit<Dated, "at" | "to">;
type Part = DateWords["part"];

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

const yearOf = (day: CivilDay): number => Number(day.slice(0, 4));
const monthOf = (day: CivilDay): number => Number(day.slice(5, 7));
const dayOf = (day: CivilDay): number => Number(day.slice(8, 10));

/** The year that the words name; `undefined` when they name none. */
function statedYear(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
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
	const carried = before ? yearOf(before.end) : now;
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
			return carried;
		case "翌":
			return carried + 1;
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
		if (carried && carried >= before.start) return yearOf(before.end);
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
	if (!running) return undefined;
	const own = civilDay(yearOf(published), month, day ?? 1);
	const isNews =
		own !== undefined &&
		own <= addDays(latest, freshDays) &&
		(day ? own : endOfMonth(own)) >= addDays(published, -freshDays);
	return isNews && context.story ? undefined : running;
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
	// 同年9月5日 at the head of a paragraph goes on from the one before.
	const stated = statedYear(
		part,
		anchor,
		before ?? (part.named ? context.earlier : undefined),
	);
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
	const stated = statedYear(part, anchor, before);
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

export function wholeYear(part: Part, anchor: CivilDay): Resolved | undefined {
	const year = statedYear(part, anchor, undefined);
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
	const running = before ? undefined : context.running;
	if (running && running.start === context.earlier?.start && !context.story)
		return bareDay(part, anchor, running, ahead, context);
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

export function weeks(which: string | undefined): number {
	if (which?.startsWith("上上")) return -14;
	if (which?.startsWith("上")) return -7;
	return which?.startsWith("下") ? 7 : 0;
}

/** 周三 is the last Wednesday that has come; 上周三, 本周三 and 下周三 count calendar weeks from Monday. */
export function weekday(
	part: Part,
	latest: CivilDay,
	ahead: boolean,
): Resolved | undefined {
	const wanted = "一二三四五六日".indexOf(
		(part.weekday ?? "").replace("天", "日"),
	);
	const today = weekdayOf(latest);
	const back = (today - (wanted + 1) + 7) % 7;
	if (ahead && !part.which) {
		const next = addDays(latest, (wanted + 1 - today + 7) % 7);
		return span(next, next, { absolute: false });
	}
	const day = part.which
		? addDays(latest, wanted + 1 - today + weeks(part.which))
		: addDays(latest, -back);
	return span(day, day, { absolute: false });
}

const shifts: Readonly<Record<string, number>> = {
	大前: -3,
	前: -2,
	昨: -1,
	今: 0,
	明: 1,
	后: 2,
};

/** The day that the paragraphs before told of last. */
const toldDay = ({ earlier }: DateContext): Dated | undefined =>
	earlier?.precision === "day" ? earlier : undefined;

/** How many days 次日, 第三天, 再一天 or 三天后 lie behind the day told last, which was the `nth` of those counted. */
function daysOn(word: string, nth = 1): { days: number; nth: number } {
	const counted = readNumber(
		/^第?([一二两三四五六七\d])[天日]/.exec(word)?.[1] ?? "",
	);
	if (/后$/.test(word)) return { days: counted ?? 1, nth: 1 };
	if (counted !== undefined && counted > nth)
		return { days: counted - nth, nth: counted };
	return { days: 1, nth: counted ?? nth + 1 };
}

export function relativeDay(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
	context: DateContext,
): Resolved | undefined {
	const { word = "" } = part;
	// 十年前的今天, 去年今日
	const years = part.ago ? readNumber(part.ago) : part.last ? 1 : 0;
	if (years)
		return span(
			civilDay(yearOf(anchor) - years, monthOf(anchor), dayOf(anchor)),
		);
	// 10日……当晚……11日: what counts from a stated day is as good as stated.
	const day = before?.precision === "day" ? before : undefined;
	const absolute = day?.absolute ?? false;
	// 10日至12日访问，首日会谈: the days of a span that was told.
	if (/^(?:首|头|第一天|末|最后)/.test(word)) {
		const bound = /^[末最]/.test(word) ? before?.end : before?.start;
		return before?.precision === "month" || before?.precision === "year"
			? undefined
			: span(bound, undefined, { absolute: before?.absolute ?? false });
	}
	if (/^[当同]/.test(word))
		return span(
			day?.end ?? context.story ?? toldDay(context)?.end ?? context.published,
			undefined,
			{ absolute },
		);
	if (/^[翌次第隔再又一二两三四五六七\d]/.test(word)) {
		const told = day ?? toldDay(context);
		const from =
			day?.end ??
			(before?.precision === "range" ? before.start : context.story) ??
			told?.end;
		const { days, nth } = daysOn(
			word,
			told?.end === from ? told?.nth : undefined,
		);
		return from && span(addDays(from, days), undefined, { absolute, nth });
	}
	if (/前一[天日]$/.test(word)) {
		const from = day?.start ?? context.story;
		return from && span(addDays(from, -1), undefined, { absolute });
	}
	const key = Object.keys(shifts).find((prefix) => word.startsWith(prefix));
	const shifted = addDays(anchor, shifts[key ?? ""] ?? 0);
	return span(shifted, shifted, { absolute: false });
}

export function ago(part: Part, anchor: CivilDay): Resolved | undefined {
	const count = readNumber(part.count ?? "");
	const unit = part.unit ?? "";
	if (count === undefined || unit === "年")
		return span(addDays(anchor, -400), anchor, {
			precision: "year",
			absolute: false,
			vague: true,
		});
	if (unit === "天" || unit === "日") {
		const day = addDays(anchor, -count);
		return span(day, day, { absolute: false });
	}
	const middle = addDays(
		anchor,
		unit.endsWith("月") ? -30 * count : -7 * count,
	);
	const slack = unit.endsWith("月") ? 20 : 5;
	return span(addDays(middle, -slack), addDays(middle, slack), {
		precision: "range",
		absolute: false,
		vague: true,
	});
}
