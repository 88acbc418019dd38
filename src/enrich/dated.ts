/** A date of a text, resolved to days, and what it was resolved from. */
import { addDays, type CivilDay } from "../domain/time.ts";

/** What relative words count from. */
export interface DateContext {
	/** The article's day on its outlet's clock. */
	readonly published: CivilDay;
	/** The later of that and the day at the place of the news: a meeting in Beijing is not in the future yet. */
	readonly latest: CivilDay;
	/** The day of an agency's dateline (中央社…1日電): what 今天 means in a paper of the day after. */
	readonly dateline?: CivilDay | undefined;
	/** Whether 昨日 counts from the paper's own day, whatever its dateline. */
	readonly isPrinted?: boolean;
	/** The day of the reported event: what 当天 means before any date of the text, and 前天 inside a speech. */
	readonly story?: CivilDay | undefined;
	/** The last date of the paragraphs before: what 同年 means at the head of one. */
	readonly earlier?: Dated | undefined;
	/** The same, where the paragraphs before may count days: 次日, 第三天. */
	readonly counted?: Dated | undefined;
	/** The last date in another year than the paper's that the paragraphs before name: what a memoir's 九月十一日 goes on from. */
	readonly running?: Dated | undefined;
	/** The year or month of the heading above a chronicle's line: what its month and day belong to. */
	readonly heading?: Heading | undefined;
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
	/** 第二天, 次日, 第三天: which day it is of those that are counted; 0 for 前一天. */
	readonly nth?: number;
}

/** A day, or a span of a few that a summit or visit takes: 12月13日至14日. */
export const isExact = ({ precision, start, end, vague }: Dated): boolean =>
	!vague &&
	(precision === "day" || (precision === "range" && end <= addDays(start, 4)));

/** The dates that a sentence may go on from: 前一天 in the midst of a paragraph is of its own sentence, and the story stays where it was. */
export const holdingFor = (
	dates: readonly Dated[],
	sentence: { readonly at: number },
): readonly Dated[] =>
	dates.some(({ nth }) => nth === 0)
		? dates.filter(
				({ nth, at }) => nth !== 0 || at >= sentence.at || at < opening,
			)
		: dates;
/** A paragraph that opens with a day is about it, in characters. */
const opening = 12;

/** 2015年, 五月: a year or a month that stands alone above lines. */
export interface Heading {
	readonly year?: number | undefined;
	readonly month?: number | undefined;
	readonly day?: number | undefined;
}
