/** Date expressions of a text, resolved to days. */
import {
	addDays,
	type CivilDay,
	civilDay,
	endOfMonth,
	weekdayOf,
} from "../domain/time.ts";
import { type DateWords, findDateWords } from "./date-words.ts";
import { readNumber } from "./numerals.ts";

/** What relative words count from. */
export interface DateContext {
	/** The article's day on its outlet's clock. */
	readonly published: CivilDay;
	/** The later of that and the day at the place of the news: a meeting in Beijing is not in the future yet. */
	readonly latest: CivilDay;
	/** The day of the reported event: what 当天 means before any date of the text, and 前天 inside a speech. */
	readonly story?: CivilDay | undefined;
	/** Stretches of the text that are somebody's speech. */
	readonly speech?: readonly { readonly at: number; readonly to: number }[];
}

/** One resolved expression. */
export interface Dated {
	readonly at: number;
	readonly to: number;
	readonly start: CivilDay;
	readonly end: CivilDay;
	readonly precision: "day" | "range" | "month" | "year";
	/** Whether the words name year, month or day themselves rather than count from the day of writing. */
	readonly absolute: boolean;
	/** 不久前 and the like: the span is a guess about the past. */
	readonly vague: boolean;
	/** Where a weekday stands beside a date: whether they agree. */
	readonly weekdayAgrees?: boolean;
}

type Resolved = Omit<Dated, "at" | "to">;
type Part = DateWords["part"];

const future =
	/将|拟|定于|计划|预计|预定|即将|届时|料|明年|下(?:周|星期|个?月)|明天|后天/;

/** Every date of a folded text, left to right; a date beside its weekday is one. */
export function readDates(
	text: string,
	context: DateContext,
): readonly Dated[] {
	const dates: Dated[] = [];
	for (const words of findDateWords(text)) {
		const clause = clauseAround(text, words.at, words.to);
		const before = dates.at(-1);
		const resolved = resolve(words, context, before, future.test(clause));
		if (!resolved) continue;
		const dated = { at: words.at, to: words.to, ...resolved };
		const joined = before && join(before, dated, text);
		if (joined) dates[dates.length - 1] = joined;
		else dates.push(dated);
	}
	return dates;
}

function clauseAround(text: string, at: number, to: number): string {
	const left = Math.max(
		text.lastIndexOf("。", at),
		text.lastIndexOf("，", at),
		-1,
	);
	const right = text.slice(to).search(/[。；]/);
	return text.slice(left + 1, right < 0 ? text.length : to + right);
}

function resolve(
	words: DateWords,
	context: DateContext,
	before: Dated | undefined,
	ahead: boolean,
): Resolved | undefined {
	const { part } = words;
	const spoken = context.speech?.some(
		({ at, to }) => at <= words.at && words.to <= to,
	);
	const anchor = (spoken && context.story) || context.published;
	switch (words.form) {
		case "numeric":
			return span(
				civilDay(Number(part.year), Number(part.month), Number(part.day)),
			);
		case "day":
			return monthDay(part, anchor, before, ahead, context);
		case "month":
			return wholeMonth(part, anchor, before, ahead);
		case "year":
			return wholeYear(part, anchor);
		case "month-relative":
			return relativeMonth(part, anchor);
		case "bare-day":
			return bareDay(part, anchor, before, ahead, context);
		case "weekday":
			return weekday(part, spoken ? anchor : context.latest);
		case "week": {
			const monday = addDays(anchor, 1 - weekdayOf(anchor) + weeks(part.which));
			const start = part.end ? addDays(monday, 5) : monday;
			return span(start, addDays(monday, 6), { precision: "range" });
		}
		case "relative-day":
			return relativeDay(part.word ?? "", anchor, before, context);
		case "ago":
			return ago(part, anchor);
		case "vague":
			return span(addDays(anchor, -90), anchor, {
				precision: "range",
				vague: true,
			});
	}
}

function span(
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
		return number >= 1000 ? number : undefined;
	}
	const now = yearOf(anchor);
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
	if (same > latest) {
		// Ten months ahead is no announcement: 12月30日, written on 2 January.
		return ahead && month - monthOf(anchor) < 9 ? now : now - 1;
	}
	return ahead && monthOf(anchor) - month > 9 ? now + 1 : now;
}

function monthDay(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
	ahead: boolean,
	{ latest }: DateContext,
): Resolved | undefined {
	const month = readNumber(part.month ?? "");
	const day = readNumber(part.day ?? "");
	if (month === undefined || day === undefined) return undefined;
	if (
		(part.year || part.named) &&
		statedYear(part, anchor, before) === undefined
	)
		return undefined;
	const year =
		statedYear(part, anchor, before) ??
		impliedYear(month, day, anchor, before, ahead, latest);
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

function wholeMonth(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
	ahead: boolean,
): Resolved | undefined {
	const month = readNumber(part.month ?? "");
	if (month === undefined) return undefined;
	const stated = statedYear(part, anchor, before);
	if (stated === undefined && (part.year || part.named)) return undefined;
	const year = stated ?? impliedYear(month, 1, anchor, before, ahead, anchor);
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

function wholeYear(part: Part, anchor: CivilDay): Resolved | undefined {
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

function relativeMonth(part: Part, anchor: CivilDay): Resolved | undefined {
	const step = part.which?.startsWith("上")
		? -1
		: part.which?.startsWith("下")
			? 1
			: 0;
	const index = yearOf(anchor) * 12 + monthOf(anchor) - 1 + step;
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	if (!part.day) return partOfMonth(civilDay(year, month, 1), part.phase);
	const start = civilDay(year, month, readNumber(part.day) ?? 0);
	return span(start, rangeEnd(part, year, month, start));
}

/** 15日: in the month of the dates before it where that fits, else the latest such day that has come. */
function bareDay(
	part: Part,
	anchor: CivilDay,
	before: Dated | undefined,
	ahead: boolean,
	{ latest }: DateContext,
): Resolved | undefined {
	const day = readNumber(part.day ?? "");
	if (day === undefined || day < 1 || day > 31) return undefined;
	if (before?.absolute && before.precision !== "year") {
		const [year, month] = [yearOf(before.start), monthOf(before.start)];
		const carried = civilDay(year, month, day);
		if (
			carried &&
			carried >= addDays(before.start, -3) &&
			(carried <= latest || ahead)
		)
			return span(carried, rangeEnd(part, year, month, carried));
	}
	let index = yearOf(anchor) * 12 + monthOf(anchor) - 1;
	const here = civilDay(yearOf(anchor), monthOf(anchor), day);
	if (ahead) {
		if (day < dayOf(anchor) - 15) index += 1;
	} else if (!here || here > latest) {
		const isToday =
			day === 1 && latest > anchor && dayOf(latest) === 1 && dayOf(anchor) > 27;
		index += isToday ? 1 : -1;
	}
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	const start = civilDay(year, month, day);
	return span(start, rangeEnd(part, year, month, start), {});
}

function weeks(which: string | undefined): number {
	if (which?.startsWith("上上")) return -14;
	if (which?.startsWith("上")) return -7;
	return which?.startsWith("下") ? 7 : 0;
}

/** 周三 is the last Wednesday that has come; 上周三, 本周三 and 下周三 count calendar weeks from Monday. */
function weekday(part: Part, latest: CivilDay): Resolved | undefined {
	const wanted = "一二三四五六日".indexOf(
		(part.weekday ?? "").replace("天", "日"),
	);
	const today = weekdayOf(latest);
	const back = (today - (wanted + 1) + 7) % 7;
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

function relativeDay(
	word: string,
	anchor: CivilDay,
	before: Dated | undefined,
	{ story, published }: DateContext,
): Resolved | undefined {
	if (/^[当同]/.test(word)) {
		const day = before?.precision === "day" ? before.end : (story ?? published);
		return span(day, day, { absolute: false });
	}
	if (/^[翌次第隔]/.test(word)) {
		const from = before?.precision === "day" ? before.end : story;
		return from && span(addDays(from, 1), undefined, { absolute: false });
	}
	const key = Object.keys(shifts).find((prefix) => word.startsWith(prefix));
	const day = addDays(anchor, shifts[key ?? ""] ?? 0);
	return span(day, day, { absolute: false });
}

function ago(part: Part, anchor: CivilDay): Resolved | undefined {
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

/** 星期三（3月1日）, 2月28日周二, 今天（3月3日）: two ways of saying one day. */
function join(left: Dated, right: Dated, text: string): Dated | undefined {
	if (!/^[\s（(]{0,2}(?:当地时间|即)?$/.test(text.slice(left.to, right.at)))
		return undefined;
	if (left.precision !== "day" || right.precision !== "day") return undefined;
	if (left.absolute && right.absolute) return undefined;
	const stated = right.absolute ? right : left;
	const said = text.slice(left.at, right.to);
	const named = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(said)?.[1];
	const agrees =
		named === undefined ||
		"一二三四五六日".indexOf(named.replace("天", "日")) + 1 ===
			weekdayOf(stated.start);
	return {
		...stated,
		at: left.at,
		to: right.to,
		...(named !== undefined && { weekdayAgrees: agrees }),
	};
}
