/** From an article's text to what it claims about meetings: rules over text alone. */
import type { Draft } from "../domain/article.ts";
import type { TimelineConfig } from "../domain/config.ts";
import type { Rejected } from "../domain/encounter.ts";
import { type CivilDay, dayIn, hourIn } from "../domain/time.ts";
import type {
	ArticleClaims,
	Claim,
	OrdinalClaim,
	OutcomeClaim,
	VisitClaim,
} from "./claim.ts";
import type { Heading } from "./dated.ts";
import { foreignLeads } from "./foreign.ts";
import { fold } from "./gazetteer/fold.ts";
import { builtIn, type Gazetteer } from "./gazetteer/index.ts";
import { type StoryDays, settleInherited } from "./inherit.ts";
import { isByVideo, refusal } from "./modality.ts";
import { readNumber } from "./numerals.ts";
import { clockLine, dayOfHeading } from "./opening-days.ts";
import { mayMean, mayName } from "./prefilter.ts";
import { readCandidates } from "./reading.ts";
import { scenesIn } from "./scenes.ts";
import type { ArticleFrame, Candidate, Unplaced } from "./sentence-context.ts";
import { datelineDay, datelineUnits, storyDays } from "./story-days.ts";
import { gatheringsOf, stageOf, visitKindOf } from "./story-stage.ts";
import {
	lastDate,
	mayNameYear,
	type RawUnit,
	rawUnits,
	readUnit,
	runningDate,
	titleOf,
	type Unit,
} from "./unit.ts";

/**
 * Everything `draft` says about meetings of the pairs that `timelines` follow.
 *
 * A function of this article alone, so it can be cached with the draft; an article that does not name both people of a
 * pair is done with after a search for their names. Quotes are verbatim, days are read on the outlet's clock
 * (DESIGN §4).
 */
export function readClaims(
	draft: Draft,
	timelines: readonly TimelineConfig[],
	gazetteer: Gazetteer = builtIn,
): ArticleClaims {
	const published = draft.published?.day;
	const base = {
		articleId: draft.id,
		file: draft.provenance.file,
		source: draft.source.id,
		...(published && { published }),
	};
	const wanted = timelines.filter(({ people }) => {
		const named = people.filter((id) => mayName(draft, id, gazetteer));
		return (
			named.length === people.length ||
			(named.length > 0 &&
				people.every(
					(id) => named.includes(id) || mayMean(draft, id, gazetteer),
				))
		);
	});
	if (wanted.length === 0)
		return {
			...base,
			claims: [],
			rejected: [],
			visits: [],
			outcomes: [],
			ordinals: [],
		};

	const candidates = readArticle(draft, wanted, gazetteer);
	const claims: Claim[] = [];
	const rejected: Rejected[] = [];
	const visits: VisitClaim[] = [];
	for (const { claim, refused, visit } of candidates.found) {
		if (claim) claims.push({ ...claim, articleId: draft.id, file: base.file });
		if (refused)
			rejected.push({ ...refused, articleId: draft.id, file: base.file });
		if (visit) visits.push(visit);
	}
	for (const timeline of wanted)
		for (const { claim } of candidates.scenes(timeline, claims, rejected))
			if (claim && !isApart(claim, rejected))
				claims.push({ ...claim, articleId: draft.id, file: base.file });
	claims.sort((a, b) => a.order - b.order);
	const kept = settleInherited(
		withoutDenied(withoutForecasts(claims, rejected), rejected),
		visits,
		rejected,
		candidates.story,
	).map(stageOf(candidates.units, candidates.story, visits));
	if (kept.length > 0) visits.push(...gatheringsOf(candidates.units, kept));
	for (const timeline of wanted)
		if (
			published &&
			kept.some(
				(one) => one.timeline === timeline.id && one.role !== "recall",
			) &&
			!visits.some(
				(one) => one.timeline === timeline.id && one.kind?.endsWith("-visit"),
			)
		)
			visits.push(...visitKindOf(candidates.units, timeline, published));
	return {
		...base,
		claims: kept,
		rejected: unique(rejected),
		visits,
		outcomes: candidates.outcomes,
		ordinals: candidates.ordinals,
	};
}

/** 两人这次没有会晤: what the same article tells of greetings and of the two beside each other proves no meeting. */
const withoutDenied = (
	claims: readonly Claim[],
	rejected: readonly Rejected[],
): readonly Claim[] =>
	claims.map((claim) =>
		/^(?:both-together|greeted|seen-off)$/.test(claim.rule) &&
		rejected.some(
			({ timeline, reason, start, quote }) =>
				timeline === claim.timeline &&
				reason === "denied" &&
				start === undefined &&
				thisTime.test(quote),
		)
			? { ...claim, evidence: Math.min(claim.evidence, 0.4) }
			: claim,
	);
const thisTime = /[这此][次番回]|始终|全程|[双雙]方日程/;

/** Whether the two were in touch on a claim's day, and not face to face. */
const isApart = (
	{ timeline, start, paragraph, role }: Unplaced<Claim>,
	rejected: readonly Rejected[],
): boolean =>
	rejected.some(
		(one) =>
			one.timeline === timeline &&
			/^by-/.test(one.reason) &&
			(one.start
				? one.start === start
				: one.paragraph === paragraph || role !== "recall"),
	);

/** 卢卡申科今会习近平, above a text that says they will: the headline reports a plan, and goes to `rejected`. */
function withoutForecasts(
	claims: readonly Claim[],
	rejected: Rejected[],
): readonly Claim[] {
	const { code, detail } = refusal("planned");
	return claims.filter((claim) => {
		if (claim.rule !== "headline") return true;
		const ours = ({ timeline }: { readonly timeline: string }): boolean =>
			timeline === claim.timeline;
		const reported = claims
			.filter(ours)
			.some(({ rule, role }) => rule !== "headline" && role === "main");
		const planned = rejected
			.filter(ours)
			.some(({ reason }) => reason === code || reason === "after-publication");
		if (reported || !planned) return true;
		const { articleId, file, paragraph, quote, timeline } = claim;
		const { start, end, precision, expression } = claim;
		rejected.push({
			articleId,
			file,
			paragraph,
			quote,
			timeline,
			...(start && { start }),
			...(end && { end }),
			...(precision && { precision }),
			...(expression && { expression }),
			rule: `not-${code}`,
			reason: code,
			detail,
		});
		return false;
	});
}

interface Reading {
	readonly found: readonly Candidate[];
	readonly outcomes: ArticleClaims["outcomes"];
	readonly ordinals: ArticleClaims["ordinals"];
	readonly story: StoryDays;
	readonly units: readonly Unit[];
	readonly scenes: (
		timeline: TimelineConfig,
		claims: readonly Claim[],
		rejected: readonly Rejected[],
	) => readonly Candidate[];
}

function readArticle(
	draft: Draft,
	timelines: readonly TimelineConfig[],
	gazetteer: Gazetteer,
): Reading {
	const published = draft.published?.day;
	// Without a day of publication only dates with a year mean anything; the rest is read from a day in no year's news.
	const anchor = published ?? ("1900-01-01" as CivilDay);
	const before: Unit[] = [];
	const withYear: Unit[] = [];
	const found: Candidate[] = [];
	const outcomes: OutcomeClaim[] = [];
	const ordinals: OrdinalClaim[] = [];
	let latest: CivilDay | undefined;
	let hour: number | undefined;
	const frame: ArticleFrame = {
		timelines,
		gazetteer,
		published,
		anchor,
		// Zones cost more than most articles need of them.
		get latest() {
			latest ??= latestDay(draft, anchor);
			return latest;
		},
		before,
		told: [],
		get hour() {
			if (draft.published?.at !== undefined)
				hour ??= hourIn(draft.published.at, draft.published.zone);
			return hour;
		},
		get remote() {
			return remoteBy(before.slice(0, 2));
		},
		isDoubting: weighsRumours.test(fold(titleOf(draft))),
		stays: new Map(),
		heading: undefined,
		entry: undefined,
		get order() {
			return before.length;
		},
	};
	const story = storyDays(before, frame);
	const about = new Map<string, boolean>();
	let dateline = published && isTicker(draft) ? published : undefined;
	let heading: Heading | undefined;
	const entries: (CivilDay | undefined)[] = [];
	const raws = rawUnits(draft);
	const isDiary = raws.filter(isDayHeading).length > 1;
	for (const raw of raws) {
		if (raw.sort === "paragraph") {
			if (before.length <= datelineUnits)
				dateline ??= datelineDay(raw.text, frame);
			heading = headingOf(raw.text, heading) ?? heading;
			frame.heading = heading;
			frame.entry = isDiary ? dayOfHeading(heading, frame) : undefined;
		}
		entries.push(frame.entry);
		const known = frame.entry ?? dateline;
		const { entry } = frame;
		const above = heading;
		const count = before.length;
		const years = withYear.length;
		const unit = readUnit(raw, anchor, gazetteer, () => ({
			published: entry ?? anchor,
			latest: entry ?? frame.latest,
			dateline: known,
			heading: above,
			// Asked for by a few words only; it makes all paragraphs before read their dates.
			get story() {
				return entry ?? story.first(count)?.day;
			},
			get earlier() {
				return lastDate(before.slice(0, count), frame.latest);
			},
			get running() {
				return runningDate(withYear.slice(0, years), anchor);
			},
		}));
		const read = readCandidates(unit, before, frame);
		found.push(...read.found, ...foreignLeads(raw, frame, gazetteer));
		outcomes.push(...read.outcomes);
		ordinals.push(...read.ordinals);
		before.push(unit);
		if (mayNameYear(raw.text)) withYear.push(unit);
	}
	return {
		found,
		outcomes,
		ordinals,
		units: before,
		scenes: (timeline, claims, rejected) =>
			scenesIn(
				before,
				timeline,
				(order) =>
					Object.create(frame, {
						timelines: { value: [timeline] },
						before: { value: before.slice(0, order) },
						order: { value: order },
						entry: { value: entries[order] },
					}) as ArticleFrame,
				(unit, quote) => {
					const isHere = (one: Claim | Rejected): boolean =>
						one.timeline === timeline.id &&
						one.paragraph === unit.id &&
						one.quote === quote;
					const told = claims.filter(isHere);
					const refused = rejected.filter(isHere);
					return {
						evidence: Math.max(
							0,
							...told.map(({ start, evidence }) =>
								start || evidence >= 1 ? evidence : 0,
							),
						),
						isRefused: refused.some(
							({ reason }) => !/^(?:another-pair|no-day)$/.test(reason),
						),
						isUntouched: told.length === 0 && refused.length === 0,
					};
				},
			),
		story: {
			published,
			latest: published && found.length > 0 ? frame.latest : undefined,
			dateline,
			// Days are only read where a claim waits for one.
			first: () => (published ? story.first(before.length) : undefined),
			last: story.last,
			isAbout: (timeline) => {
				const answer =
					about.get(timeline) ?? isAbout(before, timelines, timeline);
				about.set(timeline, answer);
				return answer;
			},
		},
	};
}

/** A headline that asks whether something is true, or names a work of fiction. */
const weighsRumours =
	/小说|(?<!看)电影(?!节|院|周|宫|展)|话剧|舞台剧|电视剧|短剧|剧本|相声|小品|愚人节|科幻|虚构|假想|推演|段子|事实[查核]|[查核]证|核查|辟谣|求证|谣言|网传|疯传|假新闻|假消息|深度伪造|AI ?(?:生成|换脸|合成)/;

/** 17:45　会晤开始。 lines under a clock are written on the day that they tell of. */
const isTicker = ({ paragraphs }: Draft): boolean =>
	paragraphs.filter(({ text }) => clockLine.test(text)).length >= 2;

/** How many parts of an article, the headline among them, may take to come to what it is about. */
const ledeUnits = 6;

/** Whether the headline names no others and nobody whom one of them met, and the lede both people. */
function isAbout(
	units: readonly Unit[],
	timelines: readonly TimelineConfig[],
	timeline: string,
): boolean {
	const people: readonly string[] =
		timelines.find(({ id }) => id === timeline)?.people ?? [];
	const ids = (unit: Unit | undefined): readonly string[] =>
		(unit?.layers ?? []).flatMap(({ persons }) =>
			persons.flatMap(({ id }) => (id.startsWith("?") ? [] : id)),
		);
	const first = titled(units);
	const headline = new Set(ids(first).filter((id) => people.includes(id)));
	if (headline.size === 0 && ids(first).length > 0) return false;
	// 习近平会见某代表团: a headline with one of the two and somebody else.
	if (headline.size === 1 && first && meetsSomebody(first)) return false;
	const lede = units.slice(0, ledeUnits).flatMap(ids);
	return people.every((id) => lede.includes(id));
}

/** The last of the lines above a text that are its headline. */
const titled = (units: readonly Unit[]): Unit | undefined =>
	units.slice(0, 2).findLast(({ sort }) => sort === "headline");

/** How the headline says that two were in touch, where it tells of nothing face to face: 同某总统通电话. */
function remoteBy(units: readonly Unit[]): ArticleFrame["remote"] {
	const { folded = "", verbs = [] } = titled(units) ?? {};
	if (isByVideo(folded)) return "video";
	const [far] = verbs.filter(({ type }) => type === "remote");
	if (!far || verbs.some(({ type }) => type !== "remote" && type !== "told"))
		return undefined;
	return /话/.test(far.word) ? "telephone" : "letter";
}

const meetsSomebody = ({ verbs }: Unit): boolean =>
	verbs.some(({ sort }) => sort === "meet");

/** 5月10日 星期日 阴转晴: a day that stands alone above what a diary tells of it. */
const isDayHeading = ({ sort, text }: RawUnit): boolean =>
	sort === "paragraph" && headingOf(text, undefined)?.day !== undefined;

/** The year or month that stands alone above the lines of a chronicle: 2015年, 【二〇一五年】, —— 2015年 ——, ◆ 五月. */
function headingOf(
	text: string,
	above: Heading | undefined,
): Heading | undefined {
	if (text.length > 24) return undefined;
	const { roc, year, month, day } = headingWords.exec(fold(text))?.groups ?? {};
	const stated = year ? readNumber(year) : roc && (readNumber(roc) ?? 0) + 1911;
	const number = stated || above?.year;
	if (stated && (stated < 1900 || stated >= 2200)) return undefined;
	return stated || month
		? {
				year: number,
				month: month ? readNumber(month) : undefined,
				day: day ? readNumber(day) : undefined,
			}
		: undefined;
}

const headingWords =
	/^[^\p{Script=Han}\d]*(?:民国(?<roc>\d{1,3}|[一二三四五六七八九十百零〇]{1,5})年)?[（(]?(?:(?<year>\d{4}|[〇零○一二三四五六七八九]{4})年?)?(?:度|大事记?)?(?:(?<month>\d{1,2}|十?[一二三四五六七八九十])月(?:(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?)?[^\p{Script=Han}\d]*(?:(?:星期|周)[一二三四五六日天](?:[^\p{Script=Han}\d]*(?:[阴晴雨雪云雾风霾沙雷雹霜太阳多转到间有小中大微阵零星冷热暖闷]{1,8}))?)?[^\p{Script=Han}\d]*(?:(?<=[日号][^\p{Script=Han}]*)\p{Script=Han}{1,4}[^\p{Script=Han}\d]*)?$/u;

/** The later of the outlet's day and the day in Beijing: news of a morning there is yesterday's paper in Washington. */
function latestDay(draft: Draft, anchor: CivilDay): CivilDay {
	const at = draft.published?.at;
	if (at === undefined) return anchor;
	const there = dayIn(at, "Asia/Shanghai");
	return there > anchor ? there : anchor;
}

function unique(rejected: readonly Rejected[]): readonly Rejected[] {
	const seen = new Set<string>();
	return rejected.filter(({ timeline, paragraph, reason, quote }) => {
		const key = [timeline, paragraph, reason, quote].join("\n");
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
