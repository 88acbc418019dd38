/** From the claims of all articles to the meetings of each timeline. */

import { byCodePoint } from "../base/order.ts";
import { schemaVersion } from "../domain/article-id.ts";
import type { TimelineConfig } from "../domain/config.ts";
import type { Outcome } from "../domain/diagnostic.ts";
import {
	type Announcement,
	type Contact,
	type Encounter,
	type Encounters,
	type Rejected,
	type Timeline,
	titleOfPair,
} from "../domain/encounter.ts";
import { addDays } from "../domain/time.ts";
import { applyCorrections } from "./apply.ts";
import { checksOf } from "./checks.ts";
import type { ArticleClaims } from "./claim.ts";
import { type Cluster, clusterClaims } from "./clusters.ts";
import { contactsOf } from "./contacts.ts";
import type { Corrections } from "./corrections.ts";
import { builtIn, type Gazetteer } from "./gazetteer/index.ts";
import { kindOf } from "./meeting-kind.ts";
import { mentionsOf, unattached } from "./mentions.ts";
import { withOrdinals, withOrdinalsInYear } from "./ordinals.ts";
import { daysOf, placeOf } from "./settle.ts";
import { standingOf } from "./status.ts";
import { visitAround } from "./visits.ts";

/**
 * Merge what the articles claim into meetings, check them against each other, and apply the corrections.
 *
 * The answer depends on the claims alone, not on their order. Nothing is lost: what becomes no mention is in `rejected` with
 * its reason.
 */
export function mergeEncounters(
	articles: readonly ArticleClaims[],
	timelines: readonly TimelineConfig[],
	corrections: Corrections,
	gazetteer: Gazetteer = builtIn,
): Outcome<Encounters> {
	const sorted = articles
		.map(placed)
		.sort((a, b) =>
			byCodePoint(`${a.articleId} ${a.file}`, `${b.articleId} ${b.file}`),
		);
	const described = timelines.map((timeline) => describe(timeline, gazetteer));
	const found = timelines.map((config, index) =>
		mergeTimeline(sorted, config, index === 0, gazetteer),
	);
	const merged = applyCorrections(
		found.flatMap(({ encounters }) => encounters),
		corrections,
		gazetteer,
	);
	const encounters = withOrdinals(
		withOrdinalsInYear(merged.value.encounters),
		sorted,
	);
	const value: Encounters = {
		schemaVersion,
		timeline: described[0] ?? { id: "none", title: "", people: [] },
		timelines: described,
		encounters: [...encounters].sort(
			(a, b) => byCodePoint(a.start, b.start) || byCodePoint(a.id, b.id),
		),
		contacts: found.flatMap(({ contacts }) => contacts),
		rejected: [
			...found.flatMap(({ rejected }) => rejected),
			...merged.value.rejected,
		].sort(byPlace),
	};
	return { value, diagnostics: merged.diagnostics };
}

/** Claims were read under the draft's own id; the archive may have given the article another. */
function placed(article: ArticleClaims): ArticleClaims {
	const { articleId, file } = article;
	const own = <Item extends { articleId: string; file: string }>(
		items: readonly Item[],
	): readonly Item[] => items.map((item) => ({ ...item, articleId, file }));
	return {
		...article,
		claims: own(article.claims),
		rejected: own(article.rejected),
	};
}

/** What the articles that report a meeting say came of it, in their order, each once. */
function outcomesOf(
	{ members }: Cluster,
	articles: readonly ArticleClaims[],
	timeline: string,
): string[] {
	const reporting = new Set(
		members.flatMap(({ claim }) =>
			claim.role === "main" ? [claim.articleId] : [],
		),
	);
	const texts = articles
		.filter(({ articleId }) => reporting.has(articleId))
		.flatMap(({ outcomes }) => outcomes)
		.filter((outcome) => outcome.timeline === timeline)
		.map(({ text }) => text);
	return [...new Set(texts)];
}

function describe(
	{ id, title, titles, people }: TimelineConfig,
	{ personById }: Gazetteer,
): Timeline {
	const persons = people.map((person) => ({
		id: person,
		name: personById(person).name,
	}));
	return {
		id,
		title: title ?? titleOfPair(persons),
		...(titles === undefined ? {} : { titles }),
		people: persons,
	};
}

interface Merged {
	readonly encounters: readonly Encounter[];
	readonly contacts: readonly Contact[];
	readonly rejected: readonly Rejected[];
}

function mergeTimeline(
	articles: readonly ArticleClaims[],
	config: TimelineConfig,
	isFirst: boolean,
	gazetteer: Gazetteer,
): Merged {
	const { clusters, loose } = clusterClaims(articles, config.id);
	const turnedDown = articles.flatMap(({ rejected }) =>
		rejected.filter(({ timeline }) => timeline === config.id),
	);
	const published = new Map(
		articles.map((article) => [article.articleId, article.published]),
	);
	const plans = turnedDown.filter(isPlan);
	const telling = articles.filter(({ outcomes }) => outcomes.length > 0);
	const taken = new Set<string>();
	const encounters = clusters.map((cluster) => {
		const encounter = encounterOf(cluster, config, isFirst, gazetteer);
		let { id } = encounter;
		for (let n = 2; taken.has(id); n++) id = `${encounter.id}-${n}`;
		taken.add(id);
		const announcements = plans
			.filter((item) =>
				announces(item, encounter, published.get(item.articleId)),
			)
			.map(announcementOf);
		return {
			...encounter,
			id,
			outcomes: outcomesOf(cluster, telling, config.id),
			...(announcements.length > 0 && { announcements }),
		};
	});
	return {
		encounters,
		contacts: contactsOf(turnedDown, config.id),
		rejected: [...turnedDown, ...loose.map(unattached)],
	};
}

function isPlan({ reason }: Rejected): boolean {
	return reason === "planned" || reason === "after-publication";
}

/** A plan from the ten days before a meeting that does not name another day is about this one. */
function announces(
	{ start, end }: Rejected,
	encounter: Encounter,
	published: string | undefined,
): boolean {
	if (!published || published > encounter.end) return false;
	if (published < addDays(encounter.start, -10)) return false;
	return (
		!start ||
		!end ||
		(start <= encounter.end && encounter.start <= addDays(end, 1))
	);
}

function announcementOf({
	timeline: _timeline,
	reason: _reason,
	detail: _detail,
	...rest
}: Rejected): Announcement {
	return rest;
}

function encounterOf(
	cluster: Cluster,
	{ id: timeline, people }: TimelineConfig,
	isFirst: boolean,
	gazetteer: Gazetteer,
): Encounter {
	const { cityById, personById } = gazetteer;
	const days = daysOf(cluster);
	const { place, conflicts, city } = placeOf(cluster, gazetteer);
	const country = (city && cityById(city)?.country) ?? countryOf(cluster);
	const visit = visitAround(cluster, days, people, country, gazetteer);
	const kind = kindOf(
		cluster,
		country !== undefined &&
			people.every((one) => personById(one).country !== country),
	);
	const persons = people.map((id) => ({ id, name: personById(id).name }));
	const ascii = (city && cityById(city)?.ascii) ?? countryOf(cluster);
	const id = [days.start, ascii, isFirst ? undefined : timeline]
		.filter((part) => part !== undefined)
		.join("-");
	const bare: Encounter = {
		id,
		timeline,
		people: persons,
		start: days.start,
		end: days.end,
		precision: days.precision,
		place,
		kind: kind.kind,
		...(visit && { visit }),
		...standingOf(cluster),
		title: titleOf(
			persons.map(({ name }) => name),
			place.city ?? place.country,
			kind.kind,
		),
		outcomes: [],
		mentions: mentionsOf(cluster.members),
		conflicts: [...days.conflicts, ...conflicts, ...kind.conflicts],
		checks: [],
		corrections: [],
	};
	return { ...bare, checks: checksOf(bare, cluster, gazetteer) };
}

function countryOf(cluster: Cluster): string | undefined {
	return cluster.members.find(({ claim }) => claim.where.country)?.claim.where
		.country;
}

const kindNotes: Partial<Record<Encounter["kind"], string>> = {
	"state-visit": "（国事访问）",
	"official-visit": "（正式访问）",
	"working-visit": "（工作访问）",
	"multilateral-sideline": "（多边活动期间）",
};

function titleOf(
	names: readonly string[],
	where: string | undefined,
	kind: Encounter["kind"],
): string {
	return `${names.join("与")}${where ? `在${where}` : ""}会晤${kindNotes[kind] ?? ""}`;
}

function byPlace(a: Rejected, b: Rejected): number {
	return (
		byCodePoint(a.articleId, b.articleId) ||
		byCodePoint(a.paragraph, b.paragraph) ||
		byCodePoint(a.reason, b.reason) ||
		byCodePoint(a.quote, b.quote) ||
		byCodePoint(a.timeline, b.timeline)
	);
}
