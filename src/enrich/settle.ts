/** Where articles differ about a meeting: what is taken, and the conflict that is shown. */

import { byCodePoint } from "../base/order.ts";
import type { Conflict, Place, Precision } from "../domain/encounter.ts";
import type { CivilDay } from "../domain/time.ts";
import { type Cluster, dayOf, type Sourced } from "./clusters.ts";
import type { Gazetteer } from "./gazetteer/index.ts";

/** Values that claims support, heaviest first; ties in code-point order, so that no order of input matters. */
export function weigh(
	votes: readonly {
		readonly value: string;
		readonly weight: number;
		readonly articleId: string;
	}[],
): { value: string; weight: number; articleIds: string[] }[] {
	const sums = new Map<string, { weight: number; articles: Set<string> }>();
	for (const { value, weight, articleId } of votes) {
		const sum = sums.get(value) ?? { weight: 0, articles: new Set() };
		sum.weight += weight;
		sum.articles.add(articleId);
		sums.set(value, sum);
	}
	return [...sums]
		.map(([value, { weight, articles }]) => ({
			value,
			weight,
			articleIds: [...articles].sort(byCodePoint),
		}))
		.sort((a, b) => b.weight - a.weight || byCodePoint(a.value, b.value));
}

/** What one report weighs that names both and the day. */
const oneReport = 0.9;

const roleWeight = { main: 1, recall: 0.6, caption: 0.4 };

export const weightOf = ({ claim }: Sourced): number =>
	claim.confidence * claim.evidence * roleWeight[claim.role];

/** First and last day of the meeting itself, and what the articles disagree on. */
export function daysOf(cluster: Cluster): {
	readonly start: CivilDay;
	readonly end: CivilDay;
	readonly precision: Precision;
	readonly conflicts: readonly Conflict[];
} {
	const dated = cluster.members.filter(
		({ claim }) => dayOf(claim) !== undefined && claim.weight === "full",
	);
	const days = weigh(
		dated.map((member) => ({
			value: dayOf(member.claim) ?? "",
			weight: weightOf(member),
			articleId: member.claim.articleId,
		})),
	);
	const [best] = days;
	if (!best || !cluster.exact) {
		const { start, end, members } = cluster;
		if (best && days.length === 1) return span([best.value as CivilDay]);
		const precision =
			start === end
				? "day"
				: members.every(({ claim }) => claim.precision === "month")
					? "month"
					: "range";
		return { start, end, precision, conflicts: [] };
	}
	const covered = cluster.visits.some(
		({ dated, start, end }) =>
			dated && start <= cluster.start && cluster.end <= end,
	);
	// One article that tells of two days tells of two days of one visit; two articles that each name one may disagree.
	const accepted = days.filter(
		({ value, weight, articleIds }) =>
			value === best.value ||
			(isStated(value, dated) &&
				articleIds.some((id) => best.articleIds.includes(id))) ||
			(covered && weight >= Math.min(best.weight / 3, oneReport)) ||
			isDayOfItsOwn(value, best.value, dated) ||
			isNewsOf(value, dated) ||
			(weight >= best.weight * 0.75 && wasTold(best.value, value, dated)) ||
			(articleIds.length > 1 && weight >= best.weight / 2),
	);
	const others = days.filter((day) => !accepted.includes(day));
	const chosen = accepted
		.map(({ value }) => value as CivilDay)
		.sort(byCodePoint);
	return {
		...span(chosen),
		conflicts:
			others.length === 0
				? []
				: [
						{
							field: "day",
							detail: `各篇所说的日期不同；取证据较多的 ${best.value}。`,
							values: days.map(({ value, articleIds }) => ({
								value,
								articleIds,
							})),
						},
					],
	};
}

/** Whether a paper of a day that is not later than `day` told of the meeting of `best`: `day` is no slip for it then. */
const wasTold = (
	best: string,
	day: string,
	members: readonly Sourced[],
): boolean =>
	best < day &&
	members.some(
		({ claim, published }) =>
			claim.start === best && published !== undefined && published <= day,
	);

/** Whether an article has that day's meeting as its news: in the headline, and in a sentence that names both. */
function isNewsOf(day: string, members: readonly Sourced[]): boolean {
	const told = members.filter(
		({ claim }) => claim.role === "main" && dayOf(claim) === day,
	);
	return told.some(
		({ claim }) =>
			claim.rule === "both-in-clause" &&
			claim.evidence >= 1 &&
			told.some(
				({ claim: other }) =>
					other.rule === "headline" && other.articleId === claim.articleId,
			),
	);
}

const isStated = (day: string, members: readonly Sourced[]): boolean =>
	members.some(
		({ claim }) =>
			claim.start === day || (claim.near?.sure && claim.near.start === day),
	);

/**
 * Whether a second day is told as an event of its own: in another building of the city, or in a paper of that very day that
 * writes the date out. A slip of the pen has neither.
 */
function isDayOfItsOwn(
	day: string,
	best: string,
	dated: readonly Sourced[],
): boolean {
	const venuesOf = (of: string): readonly string[] =>
		dated
			.filter(({ claim }) => claim.start === of)
			.flatMap(({ claim }) => claim.where.venue ?? []);
	const [here, there] = [venuesOf(day), venuesOf(best)];
	const elsewhere =
		here.length > 0 &&
		there.length > 0 &&
		here.every((venue) => !there.includes(venue));
	return (
		elsewhere ||
		dated.some(
			({ claim, published }) =>
				claim.start === day &&
				published !== undefined &&
				// What is in the paper of a day cannot be a meeting of the day after.
				(published === day || (day < best && published <= best)) &&
				claim.role === "main" &&
				/[日号]/.test(claim.expression ?? ""),
		)
	);
}

function span(days: readonly CivilDay[]): {
	start: CivilDay;
	end: CivilDay;
	precision: Precision;
	conflicts: readonly Conflict[];
} {
	const start = days[0] as CivilDay;
	return { start, end: days.at(-1) ?? start, precision: "day", conflicts: [] };
}

/** The city most claims name, its venue and country; other cities become a conflict. */
export function placeOf(
	cluster: Cluster,
	gazetteer: Gazetteer,
): {
	readonly place: Place;
	readonly city: string | undefined;
	readonly conflicts: readonly Conflict[];
} {
	const { cityById, countryById } = gazetteer;
	const votes = (
		key: "city" | "venue" | "country",
		among: readonly Sourced[],
	) =>
		weigh(
			among.flatMap((member) => {
				const value = member.claim.where[key];
				return value
					? [
							{
								value,
								weight: weightOf(member),
								articleId: member.claim.articleId,
							},
						]
					: [];
			}),
		);
	const country = votes("country", cluster.members)[0]?.value;
	const cities = votes("city", cluster.members);
	const settled =
		cities[0]?.value ??
		cityOfVenue(cluster, country, gazetteer) ??
		cityNearby(cluster, country, gazetteer);
	const here = cluster.members.filter(
		({ claim }) =>
			claim.where.venue && (!claim.where.city || claim.where.city === settled),
	);
	const venue = votes("venue", here)[0]?.value ?? venueNearby(cluster, settled);
	const city = settled ? cityById(settled) : undefined;
	const home = countryById(city?.country ?? country ?? "");
	const place: Place = {
		...(city && { city: city.name }),
		...(home && { country: home.name }),
		...(venue && { venue }),
		...(city && { lat: city.lat, lon: city.lon }),
	};
	const conflicts: Conflict[] =
		cities.length > 1
			? [
					{
						field: "place",
						detail: `各篇所说的城市不同；取证据较多的${city?.name ?? ""}。`,
						values: cities.map(({ value, articleIds }) => ({
							value: cityById(value)?.name ?? value,
							articleIds,
						})),
					},
				]
			: [];
	return { place, city: settled, conflicts };
}

/** The house that the words before a meeting name, where it stands in the meeting's city. */
const venueNearby = (
	{ members }: Cluster,
	city: string | undefined,
): string | undefined =>
	members.find(({ claim }) => claim.nearby?.venue && claim.nearby.city === city)
		?.claim.nearby?.venue;

/** The city in which the articles place the story around the meeting, in the country that is named for it. */
function cityNearby(
	{ members }: Cluster,
	country: string | undefined,
	{ cityById }: Gazetteer,
): string | undefined {
	const votes = members.flatMap((member) => {
		const city = member.claim.nearby?.city;
		return city && (!country || cityById(city)?.country === country)
			? [{ value: city, weight: weightOf(member), articleId: "" }]
			: [];
	});
	return weigh(votes)[0]?.value;
}

/** 独立宫 alone: the city that lies in the country the claims or the visit name. */
function cityOfVenue(
	{ members, visits }: Cluster,
	country: string | undefined,
	{ venues, cityById }: Gazetteer,
): string | undefined {
	const name = members.find(({ claim }) => claim.where.venue)?.claim.where
		.venue;
	const venue = venues.find((one) => one.name === name);
	const host = country ?? visits.find(({ host }) => host)?.host;
	const fitting = venue?.cities.filter((id) => cityById(id)?.country === host);
	return fitting?.length === 1 ? fitting[0] : undefined;
}
