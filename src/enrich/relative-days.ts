/** What words that count days mean, given the day they are read on: 次日, 周三, 三天前, 十年前的今天. */
import { addDays, type CivilDay, civilDay, weekdayOf } from "../domain/time.ts";
import {
	dayOf,
	monthOf,
	type Part,
	type Resolved,
	span,
	yearOf,
} from "./date-values.ts";
import type { DateContext, Dated } from "./dated.ts";
import { readNumber } from "./numerals.ts";

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

/** The day told last where that is news, else the day of the reported event. */
function freshDay(context: DateContext): CivilDay | undefined {
	const told = toldDay(context)?.end;
	const isNews =
		told && told <= context.latest && told >= addDays(context.published, -10);
	return isNews ? told : (context.story ?? told);
}

/** How many days 次日, 第三天, 再一天 or 三天后 lie behind the day told last, which was the `nth` of those counted. */
function daysOn(word: string, nth = 1): { days: number; nth: number } {
	const counted = readNumber(
		/^第?([一二两三四五六七八九十\d]{1,3})[天日]/.exec(word)?.[1] ?? "",
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
	const years = part.ago
		? readNumber(part.ago)
		: part.last
			? 1
			: part.year
				? yearOf(anchor) - Number(part.year)
				: 0;
	if (years)
		return span(
			civilDay(yearOf(anchor) - years, monthOf(anchor), dayOf(anchor)),
		);
	// 10日……当晚……11日: what counts from a stated day is as good as stated.
	const day = before?.precision === "day" ? before : undefined;
	const absolute = day?.absolute ?? false;
	// 10日至12日访问，首日会谈: the days of a span that was told.
	if (/^(?:首|头|第一天|末|最后)/.test(word)) {
		const isLast = /^[末最]/.test(word);
		if (before?.precision === "month" || before?.precision === "year")
			return undefined;
		return span(
			isLast
				? before?.end
				: (before?.start ?? toldDay(context)?.start ?? context.story),
			undefined,
			{ absolute: before?.absolute ?? false, ...(!isLast && { nth: 1 }) },
		);
	}
	// “2015年5月10日，我们唱了歌。”那天傍晚: a day that was told, and no other.
	if (/^那/.test(word))
		return span(day?.end ?? toldDay(context)?.end, undefined, { absolute });
	if (/^[当同]/.test(word))
		return span(day?.end ?? freshDay(context) ?? context.published, undefined, {
			absolute,
		});
	if (/^[翌次第隔再又一二两三四五六七八九十\d]/.test(word)) {
		const told = day ?? toldDay(context);
		const from =
			day?.end ??
			(before?.precision === "range" ? before.start : freshDay(context));
		const { days, nth } = daysOn(
			word,
			told?.end === from ? told?.nth : undefined,
		);
		return from && span(addDays(from, days), undefined, { absolute, nth });
	}
	if (/前一[天日晚夜]$/.test(word)) {
		const from = day?.start ?? toldDay(context)?.start ?? context.story;
		return from && span(addDays(from, -1), undefined, { absolute, nth: 0 });
	}
	const key = Object.keys(shifts).find((prefix) => word.startsWith(prefix));
	const shifted = addDays(anchor, shifts[key ?? ""] ?? 0);
	return span(shifted, shifted, { absolute: false });
}

export function ago(part: Part, anchor: CivilDay): Resolved | undefined {
	const count = readNumber(part.count ?? "");
	const unit = part.unit ?? "";
	// 几天前: some days, or weeks, and no more.
	const some = /^[天日]$/.test(unit) ? 10 : /周|星期/.test(unit) ? 40 : 0;
	if (count === undefined && some > 0)
		return span(addDays(anchor, -some), anchor, {
			precision: "range",
			absolute: false,
			vague: true,
		});
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
