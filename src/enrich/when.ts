/** Which of a sentence's dates belongs to a meeting word. */
import { addDays, type CivilDay } from "../domain/time.ts";
import type { Dated } from "./dated.ts";
import type { Meeting } from "./meeting.ts";
import { filler, type Stretch } from "./segments.ts";

const arrival =
	/抵达|到达|抵京|抵华|飞抵|抵步|开始(?:对|访问|为期|了)|启程|出发|展开[^，]{0,12}(?:访问|行程)|入侵|爆发|当选|就任|宣布|发布|刊登|报道|报导|披露|透露|公布/;
const competing =
	/抵达|到达|抵京|抵华|飞抵|开始|启程|出发|展开[^，]{0,12}(?:访问|行程)|说(?![^，。]{0,8}时)|表示|称|宣布|报道|报导|发布|当选|入侵|爆发|指出|强调|透露|证实|披露|刊登|访华(?!期间|时|之际)|访问(?!期间|时|之际)/;

/**
 * The date of a meeting: in its own clause before the word, after it, in a clause before that only sets the time, or in
 * brackets at the end. A date that an arrival, a report or a war has taken is not the meeting's.
 *
 * @param dates of the whole unit, left to right.
 */
export function dateOf(
	text: string,
	meeting: Meeting,
	sentence: Stretch,
	clauses: readonly Stretch[],
	dates: readonly Dated[],
): Dated | undefined {
	const { verb, clause, from } = meeting;
	if (isAnotherDay(text.slice(meeting.end, sentence.to))) return undefined;
	if (isJustBefore(text, meeting)) return undefined;
	const usable = dates.filter(
		({ at, to }) =>
			at >= sentence.at &&
			to <= sentence.to &&
			text.charAt(at) !== filler &&
			!isSince(text, at, to, sentence, verb.at),
	);
	const own = usable.filter(({ at, to }) => at >= from && to <= verb.at);
	const nearest = own.at(-1);
	if (nearest && !isTaken(text, nearest.to, verb.at))
		return prefer(own, text, verb.at) ?? nearest;
	const after = usable.find(
		({ at, to }) =>
			at >= verb.to &&
			to <= clause.to &&
			/^(?:了|过)?(?:[^，。]{0,12})?(?:于|是在?|在|（|\()?$/.test(
				text.slice(verb.to, at),
			) &&
			!/说|表示|称/.test(text.slice(verb.to, at)),
	);
	if (after) return after;
	// 再见到两个人坐在一起，是2015年9月2日。
	const said = usable.find(({ at }) => at >= clause.to);
	if (
		said &&
		/^[，\0\s]*(?:那|这|时间)?(?:[还已就]?是|在|还是在)$/.test(
			text.slice(clause.to, said.at),
		)
	)
		return said;
	if (nearest) return undefined;
	const index = clauses.findIndex(({ at }) => at === clause.at);
	// 3月1日会见李克强后会见习近平: the word before it in the clause shares its date.
	const shared = usable.findLast(({ at, to }) => at >= clause.at && to <= from);
	if (shared && !isTaken(text, shared.to, from)) return shared;
	// 9日，甲出席了活动，并与乙会谈: what goes on shares the date.
	const goesOn = /^[\0\s]*(?:并|还|又|也|随后|接着|其间)/.test(
		text.slice(clause.at, clause.to),
	);
	let blocked = false;
	for (let i = index - 1; i >= 0; i--) {
		const earlier = clauses[i];
		if (!earlier) break;
		const inside = usable.filter(
			({ at, to }) => at >= earlier.at && to <= earlier.to,
		);
		const last = inside.at(-1);
		const words = text.slice(earlier.at, earlier.to);
		if (last && governs(text, last, earlier, clause)) return last;
		const passes = isSetting(words) || (goesOn && !arrival.test(words));
		if (!last && !passes) {
			blocked = true;
			continue;
		}
		if (last && blocked) break;
		if (last) {
			// 就在入侵前的2月4日: what leads up to a date only says which day it was.
			const rest = text.slice(last.to, earlier.to);
			// Whoever comes in a month is met in it.
			return (last.precision === "month" ? told : competing).test(rest)
				? undefined
				: last;
		}
	}
	return usable.find(({ at, to }) => at >= verb.to && inBrackets(text, at, to));
}

/**
 * 3月1日在人民大会堂、12月4日在钓鱼台: the days that one meeting word tells of, left to right.
 *
 * @param last the day of the meeting word; the answer ends with it.
 */
export function daysWith(
	text: string,
	last: Dated,
	sentence: Stretch,
	dates: readonly Dated[],
): readonly Dated[] {
	const days = [last];
	for (let i = dates.indexOf(last) - 1; i >= 0; i--) {
		const [date, next] = [dates[i], days[0]];
		if (!date || !next || date.at < sentence.at || date.precision !== "day")
			break;
		const between = text.slice(date.to, next.at);
		if (
			!/^(?:(?!会[见晤谈面]|访问|抵达)[^，。；、]){0,16}(?:、|和|与|及|以及)$/.test(
				between,
			)
		)
			break;
		days.unshift(date);
	}
	return days;
}

/** 7日至8日，甲同乙在某地举行会晤: a meeting that took two days, not one within days of something else. */
export function twoDays(
	text: string,
	dated: Dated | undefined,
	{ verb }: Meeting,
): readonly Dated[] | undefined {
	if (
		dated?.precision !== "range" ||
		dated.end !== addDays(dated.start, 1) ||
		!/^[^。]*举行[^，。]{0,8}$/.test(text.slice(dated.to, verb.at)) ||
		/访|出席|参加|抵|赴|峰会|期间/.test(text.slice(dated.to, verb.at))
	)
		return undefined;
	return [dated.start, dated.end].map((day) => ({
		...dated,
		start: day,
		end: day,
		precision: "day",
	}));
}

/** A day that stands before a meeting word and that the word goes on from. */
export interface NearDay {
	readonly start: CivilDay;
	readonly end: CivilDay;
	/** `false` where somebody arrived on that day, and the meeting may have been on a later one. */
	readonly sure: boolean;
	readonly sameSentence: boolean;
	/** Whether the words before are about days long gone: what goes on from them is no news. */
	readonly isPast: boolean;
}

/** What keeps a later clause on the day of the one before it. */
const sameDay =
	/迎接|迎候|接机|舷梯|随后|随即|之后|此后|稍后|接着|而后|继而|然后|紧接|当[天日晚]|同日|上午|中午|下午|傍晚|午后|午前|晚[上间宴]|深夜|清晨|早晨|仪式|入内|落座|步入|下车伊始|[下出]飞机|落地后|稍事休息|没有休息|(?:抵达|到达|飞抵|来到)[^，。；]{1,12}，(?:并|即|便|就)?(?:在[^，。；]{1,12})?(?:[同与和](?!意|时)|会[见晤谈])/;
/** What a sentence says or writes on a day took place on another. */
const told =
	/说|表示|称|宣布|报道|报导|发布|指出|强调|透露|证实|披露|刊登|写道|致电|通电话|将/;
const arrives =
	/(?:抵达|到达|来到)(?![^，。]{0,10}(?:大会堂|宾馆|宫|会场|府|酒店|饭店|庄园|官邸|大厅|现场|场))|抵京|抵华|飞抵|抵步|降落|启程|出发|开始|展开[^，]{0,12}(?:访问|行程)|当选|就任|入侵|爆发/;

/** How far back in a paragraph a day may stand, in characters. */
const dateReach = 1200;

/**
 * The day of the story where a meeting word has none of its own: the last that its sentence or its paragraph reports before it.
 *
 * @param from first day that counts as news here.
 */
export function nearDay(
	text: string,
	meeting: Meeting,
	sentence: Stretch,
	dates: readonly Dated[],
	[from, latest]: readonly [CivilDay, CivilDay],
): NearDay | undefined {
	if (isAnotherDay(text.slice(meeting.end, sentence.to))) return undefined;
	if (isJustBefore(text, meeting)) return undefined;
	const reports = ({ to, at }: Dated): boolean =>
		to <= meeting.verb.at &&
		at > meeting.verb.at - dateReach &&
		text.charAt(at) !== filler &&
		!isSince(text, at, to, { at, to: to + 40 }, meeting.verb.at);
	const nearest = dates.findLast(reports);
	if (nearest && nearest.end < from)
		return {
			start: nearest.start,
			end: nearest.end,
			sure: false,
			sameSentence: nearest.at >= sentence.at,
			isPast: true,
		};
	const last = dates.findLast(
		(date) =>
			date.precision === "day" &&
			!date.vague &&
			date.start >= from &&
			date.start <= latest &&
			reports(date),
	);
	if (!last) return undefined;
	const sameSentence = last.at >= sentence.at;
	const [rest = ""] = sameSentence
		? [text.slice(last.to, meeting.verb.at)]
		: text.slice(last.to, sentence.at).split("。");
	if (told.test(rest)) return undefined;
	const goesOn = sameDay.test(
		text.slice(sameSentence ? last.to : sentence.at, meeting.verb.to),
	);
	return {
		start: last.start,
		end: last.start,
		sure: goesOn || !arrives.test(rest),
		sameSentence,
		isPast: false,
	};
}

/**
 * A day long gone that the sentence's clauses go on from: 2023年：3月1日，乙来华进行国事访问，甲在北京与他会谈. `undefined` where somebody
 * arrived on it and nothing says that it was the same day.
 */
export function pastDay(
	text: string,
	meeting: Meeting,
	sentence: Stretch,
	dates: readonly Dated[],
	before: CivilDay,
): Dated | undefined {
	if (isAnotherDay(text.slice(meeting.end, sentence.to))) return undefined;
	const last = dates.findLast(
		({ at, to }) => at >= sentence.at && to <= meeting.verb.at,
	);
	if (last?.precision !== "day" || last.vague || last.end >= before)
		return undefined;
	const rest = text.slice(last.to, meeting.verb.at);
	if (
		told.test(rest) ||
		isSince(text, last.at, last.to, sentence, meeting.verb.at)
	)
		return undefined;
	return sameDay.test(rest) || !arrives.test(rest) ? last : undefined;
}

/** 刚在中南海受到甲款待的乙，登上专机: the day of the sentence is that of what it tells of him, not of the meeting. */
const isJustBefore = (text: string, { from, verb, clause }: Meeting): boolean =>
	/(?:刚刚?|曾|此前|早前)[^，。的]*$/.test(text.slice(from, verb.at)) &&
	/^[^，。]{0,6}的(?!时候)[^，。]/.test(text.slice(verb.to, clause.to));

/** 会见习近平的前一天, 会见习近平两天后: the dates around tell of another day. */
function isAnotherDay(rest: string): boolean {
	return (
		/^[\0\s]*(?:之?后)?的?(?:前一[天日]|前[天日]|次日|第二天|翌日|隔天|后一[天日]|[\d一二两三四五六七八九十几数]{1,3}(?:天|日|周|个?月|年)(?:之?[后前]|以[后前]))/.test(
			rest,
		) ||
		/^[\0\s]*(?:之?后|结束后)，?[^，。]{0,16}(?:返回|回到|离开|离京|启程|转往)/.test(
			rest,
		)
	);
}

/**
 * 2013年7月，卢卡申科访华，习近平与他会谈: a month that stands alone before a sentence holds for all of it, a day only where nobody
 * arrives in between.
 */
function governs(
	text: string,
	date: Dated,
	{ at, to }: Stretch,
	clause: Stretch,
): boolean {
	const alone = date.to - date.at >= to - at - 3;
	const between = text.slice(to, clause.at);
	return (
		alone &&
		!date.vague &&
		!/而今|如今|现在|目前|当前|今天|此次|这次/.test(between) &&
		(date.precision === "month" || !competing.test(between))
	);
}

/** A clause that only sets the scene, so that a date before it still counts: 在…峰会期间, 欢迎仪式后. */
function isSetting(clause: string): boolean {
	return (
		clause.length <= 4 ||
		/(?:期间|时|之际|后|前|下|中|间隙|宾馆|大会堂|宫|邀请|场合)$/.test(clause)
	);
}

/** A single day before a span (峰会 15日至16日 … 15日会见) when both stand before the word. */
function prefer(
	own: readonly Dated[],
	text: string,
	verbAt: number,
): Dated | undefined {
	const last = own.at(-1);
	if (!last || last.precision === "day") return last;
	return own.findLast(
		({ precision, to }) => precision === "day" && !isTaken(text, to, verbAt),
	);
}

/** Whether an arrival or a report stands between a date and the meeting word, and is not itself a relative clause. */
function isTaken(text: string, from: number, to: number): boolean {
	const between = text.slice(from, to);
	const match = arrival.exec(between);
	if (!match) return false;
	const rest = between.slice(match.index + match[0].length);
	return !/^[^，。]{0,16}(?:的|后|之后|时)/.test(rest);
}

/** 2013年就任以来, 自7月1日起: the beginning of a stretch of time, not the day of an event. */
function isSince(
	text: string,
	at: number,
	to: number,
	sentence: Stretch,
	verbAt: number,
): boolean {
	const [rest = ""] = text.slice(to, sentence.to).split(/[，。；]/);
	const since = rest.search(/以来|至今|以后/);
	// 自2019年4月北京会晤以来: here the meeting is what the stretch began with.
	if (since >= 0 && to <= verbAt && verbAt < to + since) return false;
	return (
		since >= 0 || /(?:自从?|距离?)$/.test(text.slice(Math.max(0, at - 2), at))
	);
}

function inBrackets(text: string, at: number, to: number): boolean {
	const before = /[（(][^（(）)]*$/.test(text.slice(Math.max(0, at - 60), at));
	return before && /^[^（(）)]*[）)]/.test(text.slice(to, to + 60));
}
