/** Date expressions of a text, resolved to days. */
import {
	addDays,
	type CivilDay,
	civilDay,
	endOfMonth,
	weekdayOf,
} from "../domain/time.ts";
import {
	bareDay,
	monthDay,
	numericDay,
	type Resolved,
	relativeMonth,
	span,
	wholeMonth,
	wholeYear,
} from "./date-values.ts";
import { type DateWords, findDateWords } from "./date-words.ts";
import type { DateContext, Dated } from "./dated.ts";
import { numeral, readNumber } from "./numerals.ts";
import { ago, relativeDay, weekday, weeks } from "./relative-days.ts";
import type { Stretch } from "./segments.ts";

const future =
	/将|拟|定于|计划|预计|预定|即将|届时|(?<![意资材预])料|明年|下(?:周|星期|个?月)|明天|后天/;

/**
 * Every date of a folded text, left to right; a date beside its weekday is one.
 *
 * @param speech stretches of the text that are somebody's speech.
 */
export function readDates(
	text: string,
	context: DateContext,
	speech: readonly Stretch[] = [],
): readonly Dated[] {
	const dates: Dated[] = [];
	const heading = headingOf(context, text);
	// The day of a speech: what the report around it named last, where that is fresh.
	let saidOn: CivilDay | undefined;
	for (const words of withWhatFollows(findDateWords(text), text)) {
		const ahead = isAhead(text, words);
		// 将于16日会见甲，当天已同乙见面: what is told counts from a day that has come.
		const before =
			// “今天擦了车！”那是2015年。那天……: the day that was stated.
			(words.part.word?.startsWith("那")
				? dates
						.slice(-remembered)
						.findLast(
							({ precision, absolute }) => precision === "day" && absolute,
						)
				: undefined) ??
			(words.form === "relative-day" && !ahead
				? dates.slice(-remembered).findLast(({ end }) => end <= context.latest)
				: undefined) ??
			dates.at(-1) ??
			heading;
		const isSpoken = speech.some(
			({ at, to }) => at <= words.at && words.to <= to,
		);
		const resolved = resolve(
			words,
			context,
			isSpoken ? (saidOn ?? context.story ?? context.published) : undefined,
			before,
			ahead,
		);
		if (
			resolved?.precision === "day" &&
			!isSpoken &&
			resolved.start <= context.latest &&
			resolved.start >= addDays(context.published, -10)
		)
			saidOn = resolved.start;
		if (!resolved) continue;
		const dated = {
			at: words.at,
			to: words.to,
			...countedOn(dates.at(-1) ?? context.counted, resolved),
		};
		const last = dates.at(-1);
		const joined =
			last && (join(last, dated, text) ?? asSpan(last, dated, text));
		if (joined) dates[dates.length - 1] = joined;
		else dates.push(dated);
	}
	return dates;
}

/** Words for days, with what is said of them further on. */
const withWhatFollows = (
	found: readonly DateWords[],
	text: string,
): readonly DateWords[] =>
	found.map((words, index) =>
		words.part.word?.startsWith("那")
			? { ...words, ...dayOfThat(found, index, text) }
			: words.form === "day"
				? {
						...words,
						part: { ...words.part, ...yearOfDay(found, index, text) },
					}
				: words,
	);

/** 那天下过雨。……那是2015年5月12日。 the day that 那天 was, where none stands before it. */
function dayOfThat(
	found: readonly DateWords[],
	index: number,
	text: string,
): Partial<Pick<DateWords, "form" | "part">> {
	if (found.slice(0, index).some(namesDay)) return {};
	const stated = found.slice(index + 1).find(namesDay);
	return stated?.part.year && /那一?天?是$/.test(text.slice(0, stated.at))
		? { form: stated.form, part: stated.part }
		: {};
}
const namesDay = ({ form }: DateWords): boolean =>
	form === "day" || form === "numeric" || form === "bare-day";

/** “5月10日，独立宫。”那是2015年。 the year of a day that names none, said apart. */
function yearOfDay(
	found: readonly DateWords[],
	index: number,
	text: string,
): { readonly year?: string } {
	const { part, to } = found[index] as DateWords;
	if (part.year || part.named || part.ago) return {};
	// “今天我们的车停在院子里！” counts from the day, and names no other.
	const next = found
		.slice(index + 1)
		.find(({ form }) => form !== "relative-day");
	if (next?.form !== "year" || !next.part.year) return {};
	const between = text.slice(to, next.at);
	const isSaid =
		/^，$|(?:那|这|时间)(?:一年)?(?:正|还)?是$/.test(between) ||
		(between.length < yearReach &&
			/[，着是：]$/.test(between) &&
			/^[。”」]/.test(text.slice(next.to, next.to + 1)));
	return isSaid ? { year: next.part.year } : {};
}
/** How far behind a day its year may stand apart, in characters. */
const yearReach = 24;

/** 10日抵达。次日没有空白。11日会谈。第三天……: a day that is stated is the next of those that are counted. */
function countedOn(last: Dated | undefined, day: Resolved): Resolved {
	if (day.nth !== undefined || day.precision !== "day" || !last?.nth)
		return day;
	return day.start === last.start
		? { ...day, nth: last.nth }
		: day.start === addDays(last.start, 1)
			? { ...day, nth: last.nth + 1 }
			: day;
}

/** So many dates before a word such as 当天 are looked at. */
const remembered = 24;

/** A heading as a date before those of a line: its month, or its year where the line begins with a month and day. */
function headingOf(
	{ heading, published, latest }: DateContext,
	text: string,
): Dated | undefined {
	if (!heading) return undefined;
	const { month } = heading;
	const now = Number(published.slice(0, 4));
	const isAhead = month !== undefined && month > Number(latest.slice(5, 7));
	const year = heading.year ?? (isAhead ? now - 1 : now);
	const start = civilDay(year, month ?? 1, 1);
	if (!start || (month === undefined && !startsLine.test(text)))
		return undefined;
	return {
		at: 0,
		to: 0,
		start,
		end: month ? endOfMonth(start) : addDays(start, 364),
		precision: month ? "month" : "year",
		absolute: true,
		vague: false,
	};
}

/** A line of a chronicle begins with its month. */
const startsLine = new RegExp(
	`^[^\\p{Script=Han}\\d]{0,4}[${numeral}]{1,3}月`,
	"u",
);

/** Whether a text, as it is written, may count days. */
export const mayCountDays = (text: string): boolean =>
	/第[\d０-９一二两兩三四五六七八九十]{1,3}[天日]|[次翌隔首头頭末][日天晚]|[头頭最][一后後]|[再又].{0,2}[天日]|[天日](?:之|以)?[后後]/.test(
		text,
	);

/** Whether the words before a date in its clause, or right behind it, speak of what is to come: 将于3日, 周三将. */
function isAhead(text: string, { at, to }: DateWords): boolean {
	const clause =
		/[^。，；]*$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? "";
	return (
		future.test(clause + text.slice(at, to)) ||
		/^[\0\s]*(?:上午|下午|晚间?)?(?:将|拟|料|预计|起将|会(?=在|于|与|同|和|到|抵))/.test(
			text.slice(to, to + 8),
		)
	);
}

/** @param spoken the day of the speech that the words stand in. */
function resolve(
	words: DateWords,
	context: DateContext,
	spoken: CivilDay | undefined,
	before: Dated | undefined,
	ahead: boolean,
): Resolved | undefined {
	const { part } = words;
	const anchor = spoken ?? context.published;
	switch (words.form) {
		case "numeric":
			return numericDay(part);
		case "day":
			return monthDay(part, anchor, before, ahead, context);
		case "month":
			return wholeMonth(part, anchor, before, ahead, context);
		case "year":
			return wholeYear(part, anchor, before, context);
		case "month-relative":
			return relativeMonth(part, anchor, before);
		case "bare-day":
			return bareDay(part, anchor, before, ahead, context);
		case "weekday":
			return weekday(
				part,
				// Whoever speaks of 星期一 in this week's paper speaks of this week.
				spoken && spoken < addDays(context.latest, -6)
					? anchor
					: context.latest,
				ahead,
			);
		case "week": {
			const monday = addDays(anchor, 1 - weekdayOf(anchor) + weeks(part.which));
			const start = part.end ? addDays(monday, 5) : monday;
			return span(start, addDays(monday, 6), { precision: "range" });
		}
		case "relative-day":
			return relativeDay(
				part,
				spoken || (context.isPrinted && words.part.word?.startsWith("昨"))
					? anchor
					: (context.dateline ?? anchor),
				before,
				context,
			);
		case "ago":
			// 七日抵京。就在三天之前，……: before the day at hand.
			return ago(
				part,
				before?.precision === "day" &&
					part.told &&
					before.start >= addDays(anchor, -10)
					? before.start
					: anchor,
			);
		case "vague":
			return span(addDays(anchor, -90), anchor, {
				precision: "range",
				absolute: false,
				vague: true,
			});
	}
}

/** 自9月28日开始，至30日结束: two days that say how long something took. */
function asSpan(left: Dated, right: Dated, text: string): Dated | undefined {
	return left.precision === "day" &&
		right.precision === "day" &&
		right.end > left.start &&
		/^(?:[上下]午|中午|傍晚|晚上?|凌晨|清晨)?(?:起|开始|抵达|启程)?，?(?:直?至|到)$/.test(
			text.slice(left.to, right.at),
		) &&
		/[自从由]$/.test(text.slice(0, left.at))
		? { ...left, to: right.to, end: right.end, precision: "range" }
		: undefined;
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

/** The days of a folded text that no calendar has in any year. */
export function impossibleDays(text: string): readonly Stretch[] {
	if (!/[月]/.test(text)) return [];
	return findDateWords(text).filter(({ form, part }) => {
		const month = readNumber(part.month ?? "");
		const day = readNumber(part.day ?? "");
		// 2024 is a leap year: 2月29日 may exist.
		return (
			form === "day" &&
			month !== undefined &&
			day !== undefined &&
			civilDay(2024, month, day) === undefined
		);
	});
}
