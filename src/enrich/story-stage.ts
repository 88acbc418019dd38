/** What an article as a whole says of where its meeting took place and what it was part of. */

import type { TimelineConfig } from "../domain/config.ts";
import { addDays, type CivilDay } from "../domain/time.ts";
import type { Claim, VisitClaim } from "./claim.ts";
import { fold } from "./gazetteer/fold.ts";
import type { StoryDays } from "./inherit.ts";
import { lastBefore } from "./opening-days.ts";
import { cityPlaced, datelineOf, placeBefore } from "./story-places.ts";
import type { Unit } from "./unit.ts";
import { isGathering } from "./visit-mentions.ts";
import { hostIn, kindIn } from "./visits.ts";
import { finderOf, homeOf, textReach } from "./where.ts";

/** How many parts of an article, the headline among them, say what it is about. */
const ledeUnits = 4;

/** A gathering that a headline names, and the words of one that is still to come. */
const named =
	/峰会|高峰论坛|一带一路”?(?:国际)?论坛|大阅兵|世大运|奥运会|进博会/;
const congress =
	/(?:组织|金砖|集团|东盟)(?:的|国家)?[^，。]{0,10}(?:会议|会晤)[^，。]{0,16}(?:召开|举行|开幕)/;
/** 就在峰会闭幕之际: of the gathering at hand, wherever it stands. */
const closing =
	/(?:峰会|论坛)(?:今天|当天|昨天)?(?:开幕|闭幕|落幕|结束)(?:之际|前后|当天)|^[\s　]*(?:本届|本次|这次|此次)[^，。]{0,4}峰会/;
const notNow = /曾|此前|上次|去年|前年|当年|将于?|拟|计划|明年|下月|前瞻|预告/;

/**
 * The gatherings at which headline, lede or the paragraphs of the meetings set an article: at most one for a timeline. A visit
 * that is told of the two counts for more.
 */
export function gatheringsOf(
	units: readonly Unit[],
	claims: readonly Claim[],
): readonly VisitClaim[] {
	const orders = new Set(claims.map(({ order }) => order));
	const found = units.find((unit, index) =>
		unit.sort === "headline"
			? named.test(unit.folded) && !notNow.test(unit.folded)
			: unit.folded
					.split(/[，。；]/)
					.some(
						(clause) =>
							(index < ledeUnits || orders.has(index)
								? isGathering(clause) || congress.test(clause)
								: closing.test(clause)) && !notNow.test(clause),
					),
	);
	if (!found) return [];
	const days = new Map<string, Claim>();
	for (const claim of claims)
		if (claim.role !== "recall" && !days.has(claim.timeline))
			days.set(claim.timeline, claim);
	return [...days].flatMap(([timeline, { start, inherited, quote }]) => {
		const day = start ?? inherited?.start;
		if (!day) return [];
		return {
			timeline,
			visitor: "",
			kind: "multilateral-sideline" as const,
			dated: false,
			start: day,
			end: day,
			paragraph: found.id,
			quote,
		};
	});
}

/** 这是他五年来首次访欧，对法国是国事访问: the sort of visit that an article tells of, whoever the sentence names. */
export function visitKindOf(
	units: readonly Unit[],
	{ id: timeline, people }: TimelineConfig,
	published: CivilDay,
	claims: readonly Claim[],
): readonly VisitClaim[] {
	const met = claims.find(
		(one) => one.timeline === timeline && one.role !== "recall",
	);
	for (const { sort, sentences, folded, dates, gazetteer, id, text } of units) {
		if (
			sort === "headline" ||
			!/[国正工][事式是作][^，。]{0,2}访问/.test(folded)
		)
			continue;
		for (const { at, to } of sentences) {
			const words = folded.slice(at, to);
			const kind = kindIn(words);
			if (!kind?.endsWith("-visit") || !isOfStory.test(words)) continue;
			const date = lastBefore(dates, to);
			if (
				notNow.test(words) ||
				/(?:不[是算]|非|谈不上|没有|未)[^，。]{0,8}访问/.test(words) ||
				(date !== undefined &&
					date.precision !== "year" &&
					date.at >= at &&
					date.end < addDays(published, -recent))
			)
				continue;
			const homes = people.map((one) => gazetteer.personById(one).country);
			const host =
				hostIn(words, homes, gazetteer) ??
				hostIn(words.slice(words.lastIndexOf("对")), homes, gazetteer) ??
				// 这是一次工作访问。 to the country where they met.
				met?.where.country ??
				met?.nearby?.country;
			const visitor = people[host === homes[0] ? 1 : 0];
			if (!host || !homes.includes(host) || !visitor) continue;
			const quote = text.slice(at, to);
			const day = { start: published, end: published, dated: false };
			return [{ timeline, visitor, host, kind, ...day, paragraph: id, quote }];
		}
	}
	return [];
}

const isOfStory =
	/这是|此行|此访|这次|此次|正在|访问(?:进入|的?第|的?最后)|[是为][国正工][事式是作][^，。]{0,2}访问/;

/** What is longer ago than so many days is not what an article is about. */
const recent = 10;

/**
 * A claim with the city in which headline, lede, dateline or 这里是某地 set the article, where nothing nearer places it: of what it
 * reports, never of a day long gone.
 */
export function stageOf(
	units: readonly Unit[],
	story: StoryDays,
	visits: readonly VisitClaim[],
): (claim: Claim) => Claim {
	let here: { readonly city: string | undefined } | undefined;
	const spot = (): string | undefined => {
		here ??= { city: hereIs(units) };
		return here.city;
	};
	return (claim) => withStage(claim, { units, story, visits, spot });
}

function withStage(
	claim: Claim,
	{ units, story: { published, dateline }, visits, spot }: Stage,
): Claim {
	const { where, nearby, role, start, inherited, order, clause } = claim;
	if (where.city || nearby?.city || role === "recall") return claim;
	const unit = units[order];
	const day = start ?? inherited?.start;
	if (!unit || !published || (day && day < addDays(published, -recent)))
		return claim;
	const { gazetteer } = unit;
	const told = claim.spoken
		? placeBefore(
				unit,
				clause,
				claim.expression === "" ? units.slice(0, order) : [],
			).city
		: undefined;
	const line = datelineIn(units);
	const hosts = visits.flatMap(({ timeline, host }) =>
		host && timeline === claim.timeline ? host : [],
	);
	// 新华社北京5月10日电, of a visit abroad.
	const fits =
		line !== undefined &&
		(hosts.length === 0 ||
			hosts.includes(gazetteer.cityById(line)?.country ?? "")) &&
		!claim.spoken &&
		(!day ||
			!dateline ||
			(dateline >= day &&
				addDays(dateline, -1) <= (claim.end ?? inherited?.end ?? day)));
	const city =
		told ??
		cityOfDay(units, day, addDays(published, -recent)) ??
		(fits ? line : undefined) ??
		spot();
	if (!city) return claim;
	return {
		...claim,
		nearby: { ...nearby, city, ...homeOf(city, gazetteer) },
	};
}

/** What an article says of where it is. */
interface Stage {
	readonly units: readonly Unit[];
	readonly story: StoryDays;
	readonly visits: readonly VisitClaim[];
	/** The city of 这里是某地. */
	readonly spot: () => string | undefined;
}

/** So many dates of a paragraph are looked at. */
const ledeDates = 10;

/** The city that the headline, or a paragraph below it that tells of the same day, places the article in. */
const cityOfDay = (
	units: readonly Unit[],
	day: CivilDay | undefined,
	since: CivilDay,
): string | undefined =>
	units
		.slice(0, ledeUnits)
		.filter(({ sort, dates }) => {
			const known = dates.slice(0, ledeDates);
			const days = known.filter(({ precision }) => precision === "day");
			return (
				sort === "headline" ||
				(known.every(({ end }) => end >= since) &&
					(days.length === 0 || days.some(({ start }) => start === day)))
			);
		})
		.map(({ sort, folded, gazetteer }) =>
			cityPlaced(folded.slice(0, textReach), sort === "headline", gazetteer),
		)
		.find((one) => one !== undefined);

function datelineIn(units: readonly Unit[]): string | undefined {
	for (const { text, gazetteer } of units.slice(0, ledeUnits)) {
		const { city } = datelineOf(fold(text.slice(0, 80)), gazetteer);
		if (city) return city;
	}
	return undefined;
}

/** 早上好，这里是杭州。 */
function hereIs(units: readonly Unit[]): string | undefined {
	for (const { folded, gazetteer } of units) {
		const at = folded.indexOf("这里是");
		if (at < 0) continue;
		const [hit] = finderOf(gazetteer)(folded.slice(at + 3, at + 9));
		if (hit?.at === 0 && hit.value.kind === "city") return hit.value.id;
	}
	return undefined;
}
