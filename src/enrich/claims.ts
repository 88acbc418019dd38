/** From an article's text to what it claims about meetings: rules over text alone. */
import type { Draft } from "../domain/article.ts";
import type { TimelineConfig } from "../domain/config.ts";
import type { Rejected } from "../domain/encounter.ts";
import { type CivilDay, hourIn } from "../domain/time.ts";
import type {
	ArticleClaims,
	Claim,
	OrdinalClaim,
	OutcomeClaim,
	VisitClaim,
} from "./claim.ts";
import type { Dated, Heading } from "./dated.ts";
import { mayCountDays } from "./dates.ts";
import { foreignLeads } from "./foreign.ts";
import { builtIn, type Gazetteer } from "./gazetteer/index.ts";
import { headingOf, isDayHeading } from "./headings.ts";
import { isAbout, isDoubtful, remoteBy } from "./headline.ts";
import { type StoryDays, settleInherited } from "./inherit.ts";
import { dayOfHeading, isTicker } from "./opening-days.ts";
import { mayMean, mayName } from "./prefilter.ts";
import { readCandidates } from "./reading.ts";
import { scenesIn } from "./scenes.ts";
import type { ArticleFrame, Candidate } from "./sentence-context.ts";
import { isApart, unique, withoutDenied, withoutForecasts } from "./sifting.ts";
import {
	countsFromPaper,
	datelineDay,
	datelineUnits,
	latestDay,
	storyDays,
} from "./story-days.ts";
import { gatheringsOf, stageOf, visitKindOf } from "./story-stage.ts";
import {
	lastDate,
	mayNameYear,
	rawUnits,
	readUnit,
	runningDate,
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
			visits.push(...visitKindOf(candidates.units, timeline, published, kept));
	return {
		...base,
		claims: kept,
		rejected: unique(rejected),
		visits,
		outcomes: candidates.outcomes,
		ordinals: candidates.ordinals,
	};
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

/** The parts of an article, each as it is read where it stands: 今天 below a dateline is the dateline's day. */
export const unitsOf = (
	draft: Draft,
	timelines: readonly TimelineConfig[],
	gazetteer: Gazetteer,
): readonly Unit[] => readArticle(draft, timelines, gazetteer).units;

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
		isDoubting: isDoubtful(draft),
		stays: new Map(),
		heading: undefined,
		entry: undefined,
		get order() {
			return before.length;
		},
	};
	const story = storyDays(before, frame);
	const about = new Map<string, boolean>();
	let dateline =
		published && isTicker(draft.paragraphs) ? published : undefined;
	let heading: Heading | undefined;
	let mayCount = false;
	let dated = 0;
	/** Read the dates of the first parts, the oldest first: each is read by way of those before it, and for thousands at once the stack has no room. */
	const readDatesOf = (count: number): void => {
		for (; dated < count; dated++) before[dated]?.dates;
	};
	const dateBefore = (count: number): Dated | undefined => {
		readDatesOf(count);
		return lastDate(before.slice(0, count), frame.latest);
	};
	const entries: (CivilDay | undefined)[] = [];
	const raws = rawUnits(draft);
	const isPrinted = countsFromPaper(raws);
	const isDiary = raws.filter(isDayHeading).length > 1;
	for (const [index, raw] of raws.entries()) {
		if (raw.sort === "paragraph") {
			if (before.length <= datelineUnits)
				dateline ??= datelineDay(raw.text, frame);
			heading = headingOf(raw.text, heading, raws[index + 1]?.text) ?? heading;
			frame.heading = heading;
			frame.entry = isDiary ? dayOfHeading(heading, frame) : undefined;
		}
		entries.push(frame.entry);
		const known = frame.entry ?? dateline;
		const { entry } = frame;
		const above = heading;
		const count = before.length;
		const years = withYear.length;
		const counts = mayCount;
		const unit = readUnit(raw, anchor, gazetteer, () => ({
			published: entry ?? anchor,
			latest: entry ?? frame.latest,
			dateline: known,
			heading: above,
			isPrinted,
			// Asked for by a few words only; these make all paragraphs before read their dates.
			get story() {
				return entry ?? story.first(count)?.day;
			},
			get earlier() {
				return dateBefore(count);
			},
			get counted() {
				return counts ? dateBefore(count) : undefined;
			},
			get running() {
				readDatesOf(count);
				return runningDate(withYear.slice(0, years), anchor);
			},
		}));
		const read = readCandidates(unit, before, frame);
		found.push(...read.found, ...foreignLeads(raw, frame, gazetteer));
		outcomes.push(...read.outcomes);
		ordinals.push(...read.ordinals);
		before.push(unit);
		mayCount ||= mayCountDays(raw.text);
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
							({ reason }) => !/^(?:another-pair|no-day|arrival)$/.test(reason),
						),
						isUntouched: told.length === 0 && refused.length === 0,
						followsOthers: () => {
							const order = before.indexOf(unit);
							return rejected.some(
								({ timeline: of, reason, paragraph, quote: other }) =>
									of === timeline.id &&
									reason === "another-pair" &&
									other !== quote &&
									before.findIndex(({ id }) => id === paragraph) <= order,
							);
						},
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
