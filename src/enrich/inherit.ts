/** Sentences that go on telling of a meeting whose day stands elsewhere in the article. */
import type { Rejected } from "../domain/encounter.ts";
import { addDays, type CivilDay } from "../domain/time.ts";
import type { Claim, VisitClaim } from "./claim.ts";

/** The days that the article as a whole is about. */
export interface StoryDays {
	readonly published: CivilDay | undefined;
	readonly latest: CivilDay | undefined;
	/** The day of the agency's dateline. */
	readonly dateline: CivilDay | undefined;
	/** The first recent day that a paragraph reports, with the unit it stands in; `only` where no other day is reported. */
	readonly first: () =>
		| { readonly day: CivilDay; readonly unit: number; readonly only: boolean }
		| undefined;
	/** The last recent day that the units right before one report. */
	readonly last: (unit: number) => CivilDay | undefined;
	/** Whether headline and lede are about the two of a timeline. */
	readonly isAbout: (timeline: string) => boolean;
}

type Inherited = NonNullable<Claim["inherited"]>;

/**
 * Give main claims without a day the day of the story, from the nearest that tells it: the sentence, the paragraph, another
 * report of the same two, the dateline, the lede; else a span in which it took place.
 */
export function settleInherited(
	claims: readonly Claim[],
	visits: readonly VisitClaim[],
	refused: readonly Rejected[],
	story: StoryDays,
): readonly Claim[] {
	const known = new Map<string, Told>();
	const toldOf = (timeline: string): Told => {
		const told = known.get(timeline) ?? toldIn(claims, timeline);
		known.set(timeline, told);
		return told;
	};
	const months = claims
		.filter(({ precision, evidence }) => precision === "month" && evidence >= 1)
		.slice(0, mostMonths);
	const settled = claims
		.map((claim) => {
			if (
				claim.start ||
				claim.role === "recall" ||
				(claim.spoken && !claim.near) ||
				claim.inherited
			)
				return claim;
			const told = toldOf(claim.timeline);
			const inherited =
				dayOfStory(claim, told, story, visits) ??
				spanOfStory(claim, told, visits, refused, story);
			return inherited ? { ...claim, inherited } : claim;
		})
		.map((claim) => withStory(claim, story))
		.map((claim) => withMonth(claim, months));
	return settled.map((claim) => withDayOfText(claim, settled));
}

/** A headline without a day tells of the day of the first report below it. */
function withDayOfText(claim: Claim, settled: readonly Claim[]): Claim {
	if (claim.rule !== "headline" || claim.start || claim.inherited) return claim;
	const first = settled.find(
		({ timeline, role, rule, weight, start, inherited }) =>
			timeline === claim.timeline &&
			role === "main" &&
			rule !== "headline" &&
			weight === "full" &&
			(start !== undefined || inherited?.firm),
	);
	return first?.inherited ? { ...claim, inherited: first.inherited } : claim;
}

/**
 * An article whose story are these two, with a day that its own text gives, reports what it tells: 双方, 两人 and an act together
 * prove as much there as names do. Greetings, farewells and words to somebody's face do not.
 */
function withStory(claim: Claim, { isAbout }: StoryDays): Claim {
	const { role, weight, spoken, evidence, rule, timeline } = claim;
	const hasDay = claim.start
		? claim.precision === "day"
		: claim.inherited?.firm === true;
	return role !== "caption" &&
		weight === "full" &&
		!spoken &&
		hasDay &&
		evidence >= 0.5 &&
		evidence < 1 &&
		(/^both-(?:in-clause|by-plural|implied|together)$/.test(rule) ||
			(rule === "greeted" && evidence > 0.5)) &&
		isAbout(timeline)
		? { ...claim, evidence: 1 }
		: claim;
}

/**
 * 2013年7月，甲第一次见到乙。16日，两人签下联合声明: the paragraph tells in which month they met, and what they did on a day of it.
 */
function withMonth(claim: Claim, months: readonly Claim[]): Claim {
	const { timeline, paragraph, start, precision, spoken } = claim;
	if (!start || precision !== "day" || spoken || claim.role === "caption")
		return claim;
	const isTold = months.some(
		(month) =>
			month.timeline === timeline &&
			month.paragraph === paragraph &&
			(month.start ?? start) <= start &&
			start <= (month.end ?? start),
	);
	return isTold ? { ...claim, weight: "full", evidence: 1 } : claim;
}

/** The first so many months in which an article says that two met. */
const mostMonths = 20;

/** The dated claims of an article about one pair. */
interface Told {
	readonly all: readonly Claim[];
	/** Reports that name a day. */
	readonly days: readonly Claim[];
}

function toldIn(claims: readonly Claim[], timeline: string): Told {
	const all = claims.filter((one) => one.timeline === timeline && one.start);
	return {
		all,
		days: all.filter(
			({ role, precision }) => role === "main" && precision === "day",
		),
	};
}

/** 此前的10日，两人会谈, further down in an article about the 12th. */
const looksBack = /^[^，。]{0,4}(?:此前|早前|先前|之前|稍早|上次)/;

/** 十多天后，甲欢迎乙来访: some day that nobody names. */
const daysLater =
	/^[^，。]{0,4}(?:[几数半\d一二两三四五六七八九十百]{1,3}多?(?:天|周|个?月|年)|不久)(?:之|以)?后，/;

/** 二十四日，双方又……, further down in an article about the day before. */
const isNextDay = ({ start }: Claim, before: CivilDay | undefined): boolean =>
	start !== undefined && before === addDays(start, -1);

function dayOfStory(
	claim: Claim,
	{ days }: Told,
	{ dateline, first, last, isAbout }: StoryDays,
	visits: readonly VisitClaim[],
): Inherited | undefined {
	const firm = (day: CivilDay | undefined): Inherited | undefined =>
		day && { start: day, end: day, firm: true };
	const { near } = claim;
	if (near?.sure && near.sameSentence) return firm(near.start);
	if (daysLater.test(claim.quote)) return undefined;
	const before = days.findLast(({ order }) => order <= claim.order);
	if (before && before.order === claim.order) return firm(before.start);
	if (near?.sure) return firm(near.start);
	const lede = (): CivilDay | undefined => {
		const { day, unit } = first() ?? {};
		return unit !== undefined && unit <= claim.order && isAbout(claim.timeline)
			? day
			: undefined;
	};
	const [later] = days;
	const told =
		before?.start ??
		(later && (looksBack.test(later.quote) || isNextDay(later, first()?.day))
			? lede()
			: undefined) ??
		later?.start;
	if (told) return firm(told);
	if (claim.evidence < 0.5 || near || !isAbout(claim.timeline))
		return undefined;
	// A day outside the visit that the article tells of is another event's.
	const spans = visits.filter(
		({ timeline, dated }) => dated && timeline === claim.timeline,
	);
	const isOutside = (day: CivilDay): boolean =>
		spans.length > 0 &&
		spans.every(({ start, end }) => day < start || end < day);
	const running = last(claim.order);
	if (running && !isOutside(running)) return firm(running);
	if (dateline && !isOutside(dateline)) return firm(dateline);
	const start = first();
	return start &&
		(start.only || start.unit < claim.order) &&
		!isOutside(start.day)
		? firm(start.day)
		: undefined;
}

/** The days within which an undated meeting took place: told spans, the visit, since the arrival. */
function spanOfStory(
	claim: Claim,
	{ all: ours }: Told,
	visits: readonly VisitClaim[],
	refused: readonly Rejected[],
	{ published, latest }: StoryDays,
): Inherited | undefined {
	const told =
		ours.find(
			({ role, start, precision }) =>
				role === "caption" &&
				precision === "day" &&
				published &&
				start &&
				start >= addDays(published, -6),
		) ?? ours.find(({ role }) => role === "main");
	if (told?.start && told.end)
		return {
			start: told.start,
			end: told.end,
			firm: told.role === "caption",
		};
	if (!latest) return undefined;
	const isOurs = ({ timeline }: { readonly timeline: string }): boolean =>
		timeline === claim.timeline;
	const visit = visits
		.filter(isOurs)
		.find(
			({ start, dated }) =>
				dated && start <= latest && start >= addDays(latest, -6),
		);
	if (visit) {
		const end = visit.end < latest ? visit.end : latest;
		return { start: visit.start, end, firm: visit.start === end };
	}
	const arrival =
		claim.near?.start ??
		refused
			.filter(isOurs)
			.find(
				({ reason, start }) =>
					reason === "arrival" &&
					start !== undefined &&
					start <= latest &&
					start >= addDays(latest, -3),
			)?.start;
	return arrival && { start: arrival, end: latest, firm: arrival === latest };
}
