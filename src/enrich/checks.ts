/** What can be checked about a meeting without leaving the archive. */
import type { Check, Encounter } from "../domain/encounter.ts";
import { addDays, weekdayOf } from "../domain/time.ts";
import type { Cluster } from "./clusters.ts";
import type { Gazetteer } from "./gazetteer/index.ts";

/** Every check that applies, in a fixed order; one that cannot be decided is `unknown`. */
export function checksOf(
	encounter: Encounter,
	cluster: Cluster,
	gazetteer: Gazetteer,
): Check[] {
	return [
		weekday(cluster),
		visitSpan(encounter),
		publication(encounter, cluster),
		country(encounter, cluster, gazetteer),
		outlets(cluster),
		ordinal(cluster),
	].filter((check) => check !== undefined);
}

const weekdays = "一二三四五六日";

function weekday({ members }: Cluster): Check | undefined {
	const stated = members.filter(
		({ claim }) => claim.weekdayAgrees !== undefined,
	);
	const wrong = stated.find(({ claim }) => claim.weekdayAgrees === false);
	if (stated.length === 0) return undefined;
	const day = wrong?.claim.start ?? stated[0]?.claim.start;
	const name = day ? `星期${weekdays[weekdayOf(day) - 1]}` : "";
	return {
		rule: "weekday",
		result: wrong ? "failed" : "passed",
		detail: wrong
			? `文中写“${wrong.claim.expression}”，而 ${day} 是${name}。`
			: `文中的星期与日期相符：${day} 是${name}。`,
	};
}

function visitSpan({ visit, start, end }: Encounter): Check | undefined {
	if (!visit) return undefined;
	const inside = visit.start <= start && end <= visit.end;
	return {
		rule: "inside-visit",
		result: inside ? "passed" : "failed",
		detail: `访问为 ${visit.start} 至 ${visit.end}，会晤${inside ? "在其间" : "不在其间"}。`,
	};
}

/** The outlet's clock may be a day behind the place of the meeting. */
function publication({ start }: Encounter, { members }: Cluster): Check {
	const early = members.find(
		({ published, claim }) =>
			claim.role === "main" && published && addDays(published, 1) < start,
	);
	const dated = members.some(({ published }) => published);
	return {
		rule: "not-after-publication",
		result: early ? "failed" : dated ? "passed" : "unknown",
		detail: early
			? `${early.published} 发表的文章不可能报道 ${start} 的会晤。`
			: "没有一篇报道早于会晤。",
	};
}

function country(
	{ place }: Encounter,
	{ members }: Cluster,
	{ cityById, countryById }: Gazetteer,
): Check | undefined {
	if (!place.city || !place.country) return undefined;
	const named = new Set(
		members.flatMap(({ claim }) =>
			claim.where.country && !claim.where.city ? [claim.where.country] : [],
		),
	);
	const strays = [...named]
		.map((id) => countryById(id)?.name)
		.filter((name) => name !== place.country);
	const cities = new Set(
		members.flatMap(({ claim }) =>
			claim.where.city ? [cityById(claim.where.city)?.country] : [],
		),
	);
	const agrees = strays.length === 0 && cities.size <= 1;
	return {
		rule: "city-in-country",
		result: agrees ? "passed" : "failed",
		detail: agrees
			? `${place.city}在${place.country}，各篇没有不同说法。`
			: `${place.city}在${place.country}，而有文章说到${strays.join("、") || "别国的城市"}。`,
	};
}

function outlets({ members }: Cluster): Check {
	const sources = new Set(members.map(({ source }) => source));
	return {
		rule: "independent-outlets",
		result: sources.size > 1 ? "passed" : "unknown",
		detail:
			sources.size > 1
				? `${sources.size} 家媒体说到这次会晤。`
				: "只有一家媒体说到这次会晤。",
	};
}

/** Left open here: the year's other meetings are not known yet. `detail` carries the number as stated. */
function ordinal({ members }: Cluster): Check | undefined {
	const stated = members.find(({ claim }) => claim.ordinalInYear !== undefined);
	return stated
		? {
				rule: "ordinal-in-year",
				result: "unknown",
				detail: String(stated.claim.ordinalInYear),
			}
		: undefined;
}
