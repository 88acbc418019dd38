/** Claims of many articles, gathered into meetings by day and place. */
import { byCodePoint } from "../base/order.ts";
import { addDays, type CivilDay, daysBetween } from "../domain/time.ts";
import type { ArticleClaims, Claim, VisitClaim } from "./claim.ts";

/** A claim with what its article knows of itself. */
export interface Sourced {
	readonly claim: Claim;
	readonly published: CivilDay | undefined;
	readonly source: string;
}

/** Claims that tell of one meeting. */
export interface Cluster {
	start: CivilDay;
	end: CivilDay;
	/** Whether start and end are days of the meeting, or the span in which it took place. */
	exact: boolean;
	readonly members: Sourced[];
	readonly visits: VisitClaim[];
}

/** All claims of one timeline, sorted into meetings; `loose` are those that fit no meeting. */
export function clusterClaims(
	articles: readonly ArticleClaims[],
	timeline: string,
): {
	readonly clusters: readonly Cluster[];
	readonly loose: readonly Sourced[];
} {
	const all = articles.flatMap(({ claims, published, source }) =>
		claims
			.filter((claim) => claim.timeline === timeline)
			.map((claim): Sourced => ({ claim, published, source })),
	);
	const visits = articles.flatMap((article) =>
		article.visits.filter((visit) => visit.timeline === timeline),
	);
	const clusters = fromDays(all.filter(namesDay), visits);
	const unplaced: Sourced[] = [];
	const rest = all.filter((item) => !namesDay(item));
	// Captions and spans may make a meeting of their own; what is coarser may only join one, so it comes last.
	for (const item of rest.filter(namesSpan)) joinOrOpen(clusters, item);
	for (const item of rest.filter((one) => !namesSpan(one))) {
		const home = homeOf(clusters, item);
		if (home) home.members.push(item);
		else unplaced.push(item);
	}
	const loose = fromMonths(clusters, fromUndated(clusters, unplaced));
	for (const cluster of clusters) {
		const [before, after] = [
			addDays(cluster.start, -1),
			addDays(cluster.end, 1),
		];
		for (const visit of visits)
			if (
				visit.dated
					? visit.start <= after && before <= visit.end
					: cluster.members.some(
							({ claim }) => claim.quote && spanOf(claim)?.end === visit.end,
						) || isOfVisit(daysBetween(visit.end, cluster.end), visit)
			)
				cluster.visits.push(visit);
	}
	clusters.sort((a, b) => (a.start < b.start ? -1 : 1));
	return { clusters, loose };
}

/** An article at most three days younger than a meeting may say on what sort of visit it was; a summit is told on the next day. */
const isOfVisit = (later: number, { kind }: VisitClaim): boolean =>
	later >= -1 && later <= 1
		? true
		: kind !== "multilateral-sideline" && later < 0 && later >= -3;

const namesDay = ({ claim }: Sourced): boolean =>
	claim.weight === "full" &&
	claim.role !== "caption" &&
	dayOf(claim) !== undefined;

/** The day a claim states, or goes on from. */
export function dayOf(claim: Claim): CivilDay | undefined {
	if (claim.start) return claim.precision === "day" ? claim.start : undefined;
	return claim.inherited?.firm ? claim.inherited.start : undefined;
}

const namesSpan = ({ claim }: Sourced): boolean =>
	claim.weight === "full" &&
	claim.precision !== "month" &&
	spanOf(claim) !== undefined;

/** The days a claim speaks of, stated or inherited. */
export function spanOf(
	claim: Claim,
): { start: CivilDay; end: CivilDay } | undefined {
	if (claim.start && claim.end) return { start: claim.start, end: claim.end };
	return claim.inherited;
}

/** Two claims may tell of one place as long as they do not name two cities or two countries. */
export function placesAgree(a: Claim["where"], b: Claim["where"]): boolean {
	if (a.city && b.city) return a.city === b.city;
	return !a.country || !b.country || a.country === b.country;
}

const fits = (cluster: Cluster, claim: Claim): boolean =>
	cluster.members.some(
		({ claim: other }) =>
			other.where.city && placesAgree(other.where, claim.where),
	) ||
	cluster.members.every(({ claim: other }) =>
		placesAgree(other.where, claim.where),
	);

/** Same day, or the next day in a place that may be the same: one meeting. */
function fromDays(
	items: readonly Sourced[],
	visits: readonly VisitClaim[],
): Cluster[] {
	const clusters: Cluster[] = [];
	// What says that they met once more opens its day, and the rest of that day joins it.
	const apart = new Set(items.filter((item) => isDayApart(item, items)));
	const sorted = [...items].sort(
		(a, b) =>
			byCodePoint(dayOf(a.claim) ?? "", dayOf(b.claim) ?? "") ||
			Number(apart.has(b)) - Number(apart.has(a)),
	);
	/** Those that a later day may still join. */
	let open: Cluster[] = [];
	for (const item of sorted) {
		const start = dayOf(item.claim);
		if (!start) continue;
		const end = start;
		const earliest = addDays(start, -longestPause);
		open = open.filter((cluster) => cluster.end >= earliest);
		const onDay = open.find(
			(cluster) => cluster.start <= end && start <= cluster.end,
		);
		const home =
			onDay ??
			(apart.has(item)
				? undefined
				: open.find(
						(cluster) =>
							fits(cluster, item.claim) &&
							(daysBetween(cluster.end, start) === 1 ||
								inOneVisit(cluster, start, visits)),
					));
		if (home) {
			home.members.push(item);
			if (end > home.end) home.end = end;
			continue;
		}
		const cluster = { start, end, exact: true, members: [item], visits: [] };
		clusters.push(cluster);
		open.push(cluster);
	}
	return clusters;
}

/** Days between two of one meeting. */
const longestPause = 3;

/** 2日上午，甲再次会见乙, where an article told of the day before: a second day of a visit is a meeting of its own. */
function isDayApart({ claim }: Sourced, items: readonly Sourced[]): boolean {
	const day = dayOf(claim);
	return (
		claim.evidence >= 1 &&
		day !== undefined &&
		items.some(({ claim: other }) => {
			const earlier = dayOf(other);
			return (
				(claim.again === true || isElsewhere(claim, other)) &&
				other.evidence >= 1 &&
				earlier !== undefined &&
				earlier < day &&
				daysBetween(earlier, day) <= 3
			);
		})
	);
}

/** 29日在人民大会堂会谈，30日在钓鱼台喝茶: two days that one article tells of, each with a house of its own. */
const isElsewhere = (a: Claim, b: Claim): boolean =>
	a.articleId === b.articleId &&
	a.start !== undefined &&
	b.start !== undefined &&
	a.where.venue !== undefined &&
	b.where.venue !== undefined &&
	a.where.venue !== b.where.venue;

/** Tea on the first evening of a visit and talks on its third day are one meeting. */
function inOneVisit(
	cluster: Cluster,
	day: CivilDay,
	visits: readonly VisitClaim[],
): boolean {
	return (
		daysBetween(cluster.end, day) <= longestPause &&
		visits.some(
			({ dated, start, end }) =>
				dated && start <= cluster.start && day <= end && start <= day,
		)
	);
}

function joinOrOpen(clusters: Cluster[], item: Sourced): void {
	const span = spanOf(item.claim);
	if (!span) return;
	const home = clusters.find(
		(cluster) =>
			cluster.start <= span.end &&
			span.start <= cluster.end &&
			fits(cluster, item.claim),
	);
	// A caption a day off the story it belongs to: the paper's clock, not another meeting.
	const near =
		home ??
		clusters.find(
			(cluster) =>
				item.claim.role === "caption" &&
				cluster.members.some(
					({ claim }) => claim.articleId === item.claim.articleId,
				) &&
				Math.abs(daysBetween(cluster.end, span.start)) <= 1,
		);
	if (near) near.members.push(item);
	else
		clusters.push({
			...span,
			exact: item.claim.precision === "day",
			members: [item],
			visits: [],
		});
}

const reportedBy = (cluster: Cluster, articleId: string): boolean =>
	cluster.members.some(
		({ claim }) => claim.role === "main" && claim.articleId === articleId,
	);

/**
 * News whose headline and lede both report a meeting without a day tell of the day they appear or the one before.
 *
 * @returns what is still without a meeting.
 */
function fromUndated(
	clusters: Cluster[],
	items: readonly Sourced[],
): readonly Sourced[] {
	const news = items.filter(
		({ claim, published }) =>
			published &&
			claim.role === "main" &&
			claim.weight === "full" &&
			!claim.start,
	);
	const told = (item: Sourced): boolean => {
		const ours = news.filter(
			({ claim }) => claim.articleId === item.claim.articleId,
		);
		return (
			ours.some(({ claim }) => claim.rule === "headline") &&
			ours.some(
				({ claim }) => claim.rule === "both-in-clause" && claim.order <= 3,
			)
		);
	};
	const loose: Sourced[] = [];
	for (const item of items) {
		const { published } = item;
		if (!published || !news.includes(item) || !told(item)) {
			loose.push(item);
			continue;
		}
		const home = clusters.find(
			(cluster) =>
				!cluster.exact &&
				cluster.start <= published &&
				addDays(published, -1) <= cluster.end &&
				fits(cluster, item.claim),
		);
		if (home) home.members.push(item);
		else
			clusters.push({
				start: addDays(published, -1),
				end: published,
				exact: false,
				members: [item],
				visits: [],
			});
	}
	return loose;
}

/**
 * 2014年11月，甲与乙在北京会谈: what names both and a month is a meeting of that month, where none is known in it.
 *
 * @returns what is still without a meeting.
 */
function fromMonths(
	clusters: Cluster[],
	items: readonly Sourced[],
): readonly Sourced[] {
	const months: Cluster[] = [];
	const loose = items.filter((item) => {
		const { start, end, precision, weight, evidence } = item.claim;
		if (!start || !end || precision !== "month" || weight !== "full")
			return true;
		const isIn = (cluster: Cluster): boolean =>
			cluster.start <= end && start <= cluster.end;
		if (clusters.some(isIn)) return true;
		const home = months.find(isIn);
		if (home) home.members.push(item);
		else if (evidence < 1) return true;
		else months.push({ start, end, exact: false, members: [item], visits: [] });
		return false;
	});
	clusters.push(...months);
	return loose;
}

/** The one meeting that a claim without a day can mean; `undefined` when there is none or the choice is open. */
function homeOf(
	clusters: readonly Cluster[],
	{ claim, published }: Sourced,
): Cluster | undefined {
	const tomorrow = published && addDays(published, 1);
	const between = (from: CivilDay, to: CivilDay | undefined) =>
		clusters.filter(
			(cluster) =>
				(!tomorrow || cluster.start <= tomorrow) &&
				(!to || cluster.start <= to) &&
				from <= cluster.end &&
				fits(cluster, claim),
		);
	const latest = (list: readonly Cluster[]): Cluster | undefined =>
		[...list].sort((a, b) => (a.start < b.start ? 1 : -1))[0];
	if (!claim.start || !claim.end) {
		if (claim.role !== "main" || !published) return undefined;
		const recent = between(addDays(published, -7), undefined);
		// A paper of another zone may be a day behind; no other knows what is to come.
		return (
			latest(recent.filter(({ start }) => start <= published)) ?? latest(recent)
		);
	}
	// 一年前 is no date, and what an article looks back to is not what it reports.
	if (claim.vague && claim.precision === "year") return undefined;
	const { start, end } = claim;
	const slack = claim.precision === "range" && !claim.vague ? 2 : 0;
	const inside = between(addDays(start, -slack), addDays(end, slack)).filter(
		(cluster) => !reportedBy(cluster, claim.articleId),
	);
	// 不久前 is the last time; 去年九月 must leave no choice.
	if (claim.vague && claim.precision === "range") return latest(inside);
	return inside.length === 1 ? inside[0] : undefined;
}
