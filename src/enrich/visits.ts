/** Visits and arrivals: what surrounds a meeting and must not be taken for it. */
import { byCodePoint } from "../base/order.ts";
import type { Encounter, EncounterKind } from "../domain/encounter.ts";
import { addDays, type CivilDay } from "../domain/time.ts";
import type { Cluster } from "./clusters.ts";
import type { Dated } from "./dated.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import { readNumber } from "./numerals.ts";
import type { PersonToken } from "./persons.ts";
import type { Stretch } from "./segments.ts";

/** A visit as one sentence states it. */
export interface VisitWords {
	readonly visitor: string;
	readonly start: CivilDay;
	readonly end: CivilDay;
	readonly kind?: EncounterKind;
}

const arriving = /抵达|到达|抵京|抵华|飞抵|开始(?:对|访问|为期)/;
/** 2日抵京，6日离开, which may be written on the 5th. */
const comesAndGoes =
	/(?<came>\d{1,2})日[^，。\d]{0,6}(?:抵达|抵京|抵华|飞抵|到达)[^，。\d]{0,8}[，、](?<left>\d{1,2})日[^，。\d]{0,4}(?:离开|离京|离华|回国|返国)/;
/** 为期三天的访问今天结束: told of the last day. */
const ending =
	/结束[^，。]{0,6}为期[^，。]{1,8}(?:访|行程|之行)|为期[^，。]{1,12}(?:访问|行程|之行)(?:今天|今日|昨天|\d+日)?[^，。]{0,4}结束/;
const visiting = /访问|访华|访白|来华|到访|国是访问/;

/** What sort of visit a text speaks of; `undefined` when it does not say. */
export function kindIn(text: string): EncounterKind | undefined {
	if (/国事访问|国是访问/.test(text)) return "state-visit";
	if (/正式(?:友好)?访问|友好访问/.test(text)) return "official-visit";
	if (/工作访问|[“「]工作访问/.test(text)) return "working-visit";
	if (
		/(?:峰会|论坛|会议|大会|阅兵|开幕式|活动|奥运会|冬奥会|进博会|大运会|博览会|领导人(?:第[^，。]{1,4}次)?会晤)(?:[^，。]{0,6})?(?:期间|间隙|最后一天|首日|场边|场外|场合|前夕|前一[天日])|(?:峰会|论坛)间[，。]|(?:出席|参加)[^，。]{0,40}(?:峰会|领导人(?:第[^，。]{1,4}次)?会晤|论坛|阅兵|元首理事会|纪念活动|开幕式|周年活动|大会)|[，　\s][^，。会]{0,16}(?:峰会|论坛)[，　\s]/.test(
			text,
		)
	)
		return "multilateral-sideline";
	return undefined;
}

/** The visit of one of `people` that a sentence dates: 2月28日至3月2日…访问, or 2月28日抵达…为期三天. */
export function visitIn(
	text: string,
	sentence: Stretch,
	persons: readonly PersonToken[],
	people: readonly string[],
	allDates: () => readonly Dated[],
): VisitWords | undefined {
	const words = text.slice(sentence.at, sentence.to);
	if (!visiting.test(words) && !arriving.test(words)) return undefined;
	const visitor = persons.find(
		({ at, to, aside }) =>
			aside === undefined && at >= sentence.at && to <= sentence.to,
	);
	if (!visitor || !people.includes(visitor.id)) return undefined;
	// Dates cost more than all the rest: only where the words may hold a span or a length.
	const maySpan = visiting.test(words) && /[至到\-—–~～]/.test(words);
	const ends = ending.test(words);
	const length =
		arriving.test(words) || ends
			? /为期([\d一二两三四五六七八九十]{1,2})[天日]/.exec(words)
			: null;
	const stay = arriving.test(words) ? comesAndGoes.exec(words) : null;
	if (!maySpan && !length && !stay) return undefined;
	const kind = kindIn(words);
	const dates = allDates();
	// 2月28日抵达北京，访问至3月2日。
	const last = /(?:访问|停留|逗留|持续)[到至]/.exec(words);
	const lastAt = last ? sentence.at + last.index + last[0].length : -1;
	const from = dates.find(
		({ at, to, precision }) =>
			at >= sentence.at && to <= lastAt && precision === "day",
	);
	const till = dates.find(
		({ at, precision }) => at === lastAt && precision === "day",
	);
	if (from && till && from.start < till.end && arriving.test(words))
		return {
			visitor: visitor.id,
			start: from.start,
			end: till.end,
			...(kind && { kind }),
		};
	const span = dates.find(
		({ at, to, start, end, precision, vague }) =>
			at >= sentence.at &&
			to <= sentence.to &&
			precision === "range" &&
			!vague &&
			end <= addDays(start, 14) &&
			/至|到|-|—|–|~|～/.test(text.slice(at, to)),
	);
	if (span && maySpan)
		return {
			visitor: visitor.id,
			start: span.start,
			end: span.end,
			...(kind && { kind }),
		};
	const days = length?.[1] ? readNumber(length[1]) : undefined;
	const day = dates.find(
		({ at, to, precision }) =>
			at >= sentence.at && to <= sentence.to && precision === "day",
	);
	const { came, left } = stay?.groups ?? {};
	const nights = Number(left) - Number(came);
	if (day && stay && nights > 0)
		return {
			visitor: visitor.id,
			start: day.start,
			end: addDays(day.start, nights),
			...(kind && { kind }),
		};
	if (!days || !day) return undefined;
	return {
		visitor: visitor.id,
		start: ends ? addDays(day.start, 1 - days) : day.start,
		end: ends ? day.start : addDays(day.start, days - 1),
		...(kind && { kind }),
	};
}

/**
 * The country a visit goes to, where the sentence says so: 访华, 访白, 对中国进行, 抵达北京.
 *
 * @param preferred countries of which one is meant where a tour of several names it.
 */
export function hostIn(
	words: string,
	preferred: readonly string[],
	{ cities, countries }: Gazetteer,
): string | undefined {
	if (/访华|来华|抵华|抵京|我国进行/.test(words)) return "china";
	const goal = /(?:对|访问|抵达|到访|访)([^，。]{0,24})/.exec(words)?.[1] ?? "";
	const city = cities.find(({ name }) => goal.startsWith(name));
	const named = countries.filter(({ name }) => goal.includes(name));
	return (
		city?.country ??
		named.find(({ id }) => preferred.includes(id))?.id ??
		named[0]?.id ??
		countries.find(
			({ initial }) => initial !== undefined && words.includes(`访${initial}`),
		)?.id
	);
}

/** Words of an arrival. */
export const arrivalWords = /抵达|抵京|抵华|飞抵|抵步/;

/** Where a sentence says that a person arrived. */
export function arrivalIn(
	text: string,
	clause: Stretch,
	persons: readonly PersonToken[],
): { readonly person: string; readonly at: number } | undefined {
	const words = text.slice(clause.at, clause.to);
	const match = arrivalWords.exec(words);
	if (!match) return undefined;
	const at = clause.at + match.index;
	const person = persons.findLast(
		({ at: start, to, aside }) =>
			aside === undefined && start >= clause.at && to <= at,
	);
	return person && { person: person.id, at };
}

/**
 * The visit on which the two met: of one of them, to the country of the other and no third one. The longest that is told.
 *
 * @param country id of the country of the meeting, where it is known.
 */
export function visitAround(
	{ visits }: Cluster,
	{ start, end }: { readonly start: string; readonly end: string },
	people: readonly string[],
	country: string | undefined,
	{ personById, countryById }: Gazetteer,
): Encounter["visit"] {
	const [visit] = visits
		.filter((one) => one.dated && one.start <= end && start <= one.end)
		.flatMap((one) => {
			const other = people.find((id) => id !== one.visitor);
			const home = other && personById(other).country;
			const isThere =
				people.includes(one.visitor) &&
				(one.host ?? home) === home &&
				(country ?? home) === home;
			return isThere && home ? [{ ...one, host: home }] : [];
		})
		.sort(
			(a, b) =>
				byCodePoint(a.start, b.start) ||
				byCodePoint(b.end, a.end) ||
				byCodePoint(a.visitor, b.visitor),
		);
	if (!visit) return undefined;
	const host = countryById(visit.host)?.name;
	return {
		start: visit.start,
		end: visit.end,
		visitor: { id: visit.visitor, name: personById(visit.visitor).name },
		...(host && { host }),
		...(visit.kind && { kind: visit.kind }),
	};
}
