/** From an article's text to what it claims about meetings: rules over text alone. */
import type { Draft } from "../domain/article.ts";
import type { TimelineConfig } from "../domain/config.ts";
import type { Rejected } from "../domain/encounter.ts";
import { addDays, type CivilDay, dayIn } from "../domain/time.ts";
import type {
	ArticleClaims,
	Claim,
	OrdinalClaim,
	OutcomeClaim,
	VisitClaim,
} from "./claim.ts";
import { readDates } from "./dates.ts";
import { fold } from "./gazetteer/fold.ts";
import { settleInherited } from "./inherit.ts";
import { refusal } from "./modality.ts";
import { mayName } from "./precheck.ts";
import { readCandidates } from "./reading.ts";
import type { ArticleFrame, Candidate } from "./scene.ts";
import { rawUnits, readUnit, type Unit } from "./unit.ts";

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
): ArticleClaims {
	const published = draft.published?.day;
	const base = {
		articleId: draft.id,
		file: draft.provenance.file,
		source: draft.source.id,
		...(published && { published }),
	};
	const wanted = timelines.filter(({ people }) =>
		people.every((id) => mayName(draft, id)),
	);
	if (wanted.length === 0)
		return {
			...base,
			claims: [],
			rejected: [],
			visits: [],
			outcomes: [],
			ordinals: [],
		};

	const candidates = readArticle(draft, wanted);
	const claims: Claim[] = [];
	const rejected: Rejected[] = [];
	const visits: VisitClaim[] = [];
	for (const { claim, refused, visit } of candidates.found) {
		if (claim) claims.push({ ...claim, articleId: draft.id, file: base.file });
		if (refused)
			rejected.push({ ...refused, articleId: draft.id, file: base.file });
		if (visit) visits.push(visit);
	}
	const kept = withoutForecasts(claims, rejected);
	return {
		...base,
		claims: settleInherited(
			kept,
			visits,
			rejected,
			published,
			candidates.latest,
		),
		rejected: unique(rejected),
		visits,
		outcomes: candidates.outcomes,
		ordinals: candidates.ordinals,
	};
}

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
	readonly latest: CivilDay | undefined;
}

function readArticle(
	draft: Draft,
	timelines: readonly TimelineConfig[],
): Reading {
	const published = draft.published?.day;
	// Without a day of publication only dates with a year mean anything; the rest is read from a day in no year's news.
	const anchor = published ?? ("1900-01-01" as CivilDay);
	const before: Unit[] = [];
	const found: Candidate[] = [];
	const outcomes: OutcomeClaim[] = [];
	const ordinals: OrdinalClaim[] = [];
	let latest: CivilDay | undefined;
	const frame: ArticleFrame = {
		timelines,
		published,
		anchor,
		// Zones cost more than most articles need of them.
		get latest() {
			latest ??= latestDay(draft, anchor);
			return latest;
		},
		get order() {
			return before.length;
		},
	};
	const story = storyDays(before, frame);
	let dateline: CivilDay | undefined;
	for (const raw of rawUnits(draft)) {
		if (raw.sort === "paragraph") dateline ??= datelineDay(raw.text, frame);
		const known = dateline;
		const count = before.length;
		const unit = readUnit(raw, anchor, () => ({
			published: anchor,
			latest: frame.latest,
			dateline: known,
			// Asked for by a few words only; it makes all paragraphs before read their dates.
			get story() {
				return story(count);
			},
		}));
		const read = readCandidates(unit, before, frame);
		found.push(...read.found);
		outcomes.push(...read.outcomes);
		ordinals.push(...read.ordinals);
		before.push(unit);
	}
	return {
		found,
		outcomes,
		ordinals,
		latest: published && found.length > 0 ? frame.latest : undefined,
	};
}

/**
 * The first recent day that one of the first `count` units names, in a paragraph: the day of the reported event. No unit is
 * looked at twice.
 */
function storyDays(
	units: readonly Unit[],
	frame: ArticleFrame,
): (count: number) => CivilDay | undefined {
	let seen = 0;
	let found: { readonly day: CivilDay; readonly unit: number } | undefined;
	return (count) => {
		const earliest = addDays(frame.anchor, -10);
		while (!found && seen < count) {
			const unit = seen;
			const { sort, dates } = units[unit] as Unit;
			const day =
				sort === "paragraph"
					? dates.find(
							({ precision, start }) =>
								precision === "day" &&
								start <= frame.latest &&
								start >= earliest,
						)
					: undefined;
			if (day) found = { day: day.start, unit };
			seen = unit + 1;
		}
		return found && found.unit < count ? found.day : undefined;
	};
}

/** The day of （中央社…1日電） or 新华社…3月1日电 at the head of a paragraph, where it is that of the paper or a few before. */
function datelineDay(text: string, frame: ArticleFrame): CivilDay | undefined {
	const head =
		/^[^。]{0,30}?[社网訊讯報报][^，。]{0,16}?日[^，。]{0,8}?(?:[电電]|报道|報導|报导|[讯訊])/.exec(
			text.slice(0, 60),
		)?.[0];
	if (!head) return undefined;
	const { anchor, latest } = frame;
	const day = readDates(fold(head), { published: anchor, latest }).find(
		({ precision }) => precision === "day",
	)?.start;
	return day && day <= latest && day >= addDays(anchor, -3) ? day : undefined;
}

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
