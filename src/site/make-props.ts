import type { Encounter } from "../domain/encounter.ts";
import type { Card } from "../domain/manifest.ts";
import { sha256 } from "../domain/order.ts";
import {
	facetIndexPath,
	facetKinds,
	listPath,
	tagId,
	timelinePath,
} from "./addresses.ts";
import { coverageOf } from "./coverage.ts";
import type { Facet, Site } from "./index-corpus.ts";
import { listProps } from "./list-props.ts";
import { periodsOf, yearOf } from "./lists.ts";
import {
	facetsPerPage,
	filesPerPage,
	parts,
	reportPath,
	type UnkeyedPage,
} from "./plan.ts";
import type {
	ArchiveProps,
	ArticleProps,
	Brief,
	Counted,
	EncounterEntry,
	EncounterRef,
	NamedLink,
	PropsOf,
	Teaser,
} from "./props.ts";

/** Articles on the home page, and on the page of the recently recorded. */
export const latestOnHome = 12;
export const recentlyRecorded = 100;

/** What the head and foot of every page show. */
export function archiveProps(site: Site): ArchiveProps {
	const { title, description, language, noindex } =
		site.corpus.manifest.archive;
	const { baseUrl } = site.options;
	return {
		title,
		description,
		language,
		noindex,
		facets: facetKinds.filter((kind) => site.facets[kind].size > 0),
		...(baseUrl === undefined ? {} : { baseUrl }),
	};
}

/** The props of `page`; see `props.ts` for the rule they obey. */
export function propsFor(
	site: Site,
	page: UnkeyedPage,
): PropsOf[keyof PropsOf] {
	const { id = "", part = 1 } = page.params;
	switch (page.kind) {
		case "home":
			return homeProps(site);
		case "article":
			return articleProps(site, id);
		case "timeline":
			return timelineProps(site, id);
		case "encounter":
			return encounterProps(site, id);
		case "years":
			return yearsProps(site);
		case "list":
			return listProps(site, page);
		case "facets":
			return facetsProps(site, page);
		case "recent":
			return recentProps(site);
		case "coverage":
			return { coverage: coverageOf(site) };
		case "report":
			return reportProps(site, part);
		case "about":
			return aboutProps(site);
		case "search":
		case "not-found":
			return {};
	}
}

/**
 * A brief that stands in JSON as a short hash of itself. Keys are hashes over the JSON of props,
 * and an article stands in many lists: its brief is written out and hashed once, not each time.
 */
class HashedBrief {
	#hash: string | undefined;

	constructor(brief: Brief) {
		Object.assign(this, brief);
	}

	toJSON(): string {
		this.#hash ??= sha256(JSON.stringify({ ...this })).slice(0, 24);
		return this.#hash;
	}
}

const briefs = new WeakMap<Card, Brief>();

/** The article of `card` as lists show it. */
export function briefOf(site: Site, card: Card): Brief {
	const known = briefs.get(card);
	if (known) return known;
	const source = site.sources.get(card.source);
	const brief = new HashedBrief({
		id: card.id,
		headline: card.headline,
		language: card.language,
		source: card.source,
		sourceName: source?.name ?? card.source,
		...(card.day === undefined ? {} : { day: card.day }),
		...(card.at === undefined || source === undefined
			? {}
			: { at: card.at, zone: source.zone }),
	}) as HashedBrief & Brief;
	briefs.set(card, brief);
	return brief;
}

function teaserOf(site: Site, card: Card): Teaser {
	return {
		...briefOf(site, card),
		// Cards keep 120 characters; what is cut there goes on.
		lede: Array.from(card.lede).length < 120 ? card.lede : `${card.lede}…`,
		...(card.recorded === undefined ? {} : { recorded: card.recorded }),
	};
}

function homeProps(site: Site): PropsOf["home"] {
	const dated = site.cards.filter((card) => card.day !== undefined);
	const newest = [...dated.slice(-latestOnHome)].reverse();
	const first = dated[0]?.day;
	const last = dated.at(-1)?.day;
	return {
		articles: site.cards.length,
		...(first === undefined ? {} : { first }),
		...(last === undefined ? {} : { last }),
		sources: site.facets.source.size,
		latest: newest.map((card) => teaserOf(site, card)),
		timelines: timelineLinks(site).map((link, position) => ({
			...link,
			encounters: site.corpus.encounters.encounters
				.filter(({ timeline }) => timeline === timelinesOf(site)[position]?.id)
				.map(encounterRef),
		})),
		coverage: coverageOf(site),
	};
}

function articleProps(site: Site, id: string): ArticleProps {
	const card = site.byId.get(id);
	if (!card) throw new Error(`no article ${id} in the manifest`);
	const at = site.position.get(id);
	// Undated articles stand at the end of the list, which is no place in time.
	const neighbour = (offset: number) => {
		const other =
			at === undefined || card.day === undefined
				? undefined
				: site.cards[at + offset];
		return other?.day === undefined ? undefined : briefOf(site, other);
	};
	const previous = neighbour(-1);
	const next = neighbour(1);
	const rights = site.corpus.manifest.archive.rights[card.source];
	const encounters = site.encountersOf.get(id) ?? [];
	return {
		id,
		sha256: card.sha256,
		...(previous ? { previous } : {}),
		...(next ? { next } : {}),
		related: (card.related ?? []).flatMap((other) => {
			const known = site.byId.get(other);
			return known ? [briefOf(site, known)] : [];
		}),
		...currentOf(site, card),
		revisions: (site.revisionsOf.get(id) ?? []).map((revision) => ({
			id: revision.id,
			...(revision.recorded === undefined
				? {}
				: { recorded: revision.recorded }),
		})),
		encounters: encounters.map(encounterRef),
		evidence: encounters.flatMap((encounter) =>
			encounter.mentions
				.filter(({ articleId }) => articleId === id)
				.map(({ paragraph, quote, role }) => ({
					encounter: encounter.id,
					paragraph,
					quote,
					role,
				})),
		),
		tags: namedLinks(site.facets.tag, card.tags.map(tagId)),
		people: namedLinks(site.facets.person, card.people),
		places: namedLinks(site.facets.place, card.places),
		characters: card.characters,
		...(rights === undefined ? {} : { rights }),
	};
}

function currentOf(site: Site, card: Card): Pick<ArticleProps, "current"> {
	const current =
		card.revisionOf === undefined ? undefined : site.byId.get(card.revisionOf);
	return current === undefined
		? {}
		: { current: { id: current.id, sha256: current.sha256 } };
}

/** Links to those `ids` that have a page; an older revision may name some that have none. */
function namedLinks(
	facets: ReadonlyMap<string, Facet>,
	ids: readonly string[],
): NamedLink[] {
	return ids.flatMap((id) => {
		const facet = facets.get(id);
		return facet ? [facetLink(facet)] : [];
	});
}

/** A link that stands in JSON as one short text, for the reason given at {@link HashedBrief}. */
class FacetLink implements NamedLink {
	readonly name: string;
	readonly path: string;

	constructor(name: string, path: string) {
		this.name = name;
		this.path = path;
	}

	toJSON(): string {
		return `${this.path} ${this.name}`;
	}
}

const facetLinks = new WeakMap<Facet, FacetLink>();

function facetLink(facet: Facet): FacetLink {
	const known = facetLinks.get(facet);
	if (known) return known;
	const { kind, id, name } = facet;
	const link = new FacetLink(name, listPath(kind, id, ""));
	facetLinks.set(facet, link);
	return link;
}

function timelineProps(site: Site, id: string): PropsOf["timeline"] {
	const { encounters, rejected } = site.corpus.encounters;
	const timelines = timelinesOf(site);
	const position = timelines.findIndex((timeline) => timeline.id === id);
	const timeline = timelines[position];
	if (!timeline) throw new Error(`no timeline ${id}`);
	const turnedDown = rejected.filter((claim) => claim.timeline === id);
	return {
		timeline,
		others: timelineLinks(site).filter((_, other) => other !== position),
		entries: encounters
			.filter((encounter) => encounter.timeline === id)
			.map((encounter) => entryOf(site, encounter)),
		rejected: turnedDown,
		rejectedArticles: briefsById(
			site,
			turnedDown.map(({ articleId }) => articleId),
		),
		first: position === 0,
	};
}

function encounterProps(site: Site, id: string): PropsOf["encounter"] {
	const all = site.corpus.encounters.encounters;
	const encounter = all.find((one) => one.id === id);
	if (!encounter) throw new Error(`no encounter ${id}`);
	const inTimeline = all.filter((one) => one.timeline === encounter.timeline);
	const at = inTimeline.indexOf(encounter);
	const earlier = inTimeline[at - 1];
	const later = inTimeline[at + 1];
	const position = timelinesOf(site).findIndex(
		(timeline) => timeline.id === encounter.timeline,
	);
	const timeline = timelineLinks(site)[Math.max(0, position)];
	if (!timeline) throw new Error(`no timeline ${encounter.timeline}`);
	return {
		entry: entryOf(site, encounter),
		timeline,
		...(earlier ? { earlier: encounterRef(earlier) } : {}),
		...(later ? { later: encounterRef(later) } : {}),
	};
}

function entryOf(site: Site, encounter: Encounter): EncounterEntry {
	return {
		encounter,
		articles: briefsById(
			site,
			encounter.mentions.map(({ articleId }) => articleId),
		),
	};
}

function briefsById(
	site: Site,
	ids: readonly string[],
): Readonly<Record<string, Brief>> {
	return Object.fromEntries(
		[...new Set(ids)].flatMap((id) => {
			const card = site.byId.get(id);
			return card ? [[id, briefOf(site, card)]] : [];
		}),
	);
}

function encounterRef(encounter: Encounter): EncounterRef {
	const { id, title, start, end, precision, place, status } = encounter;
	return {
		id,
		title,
		start,
		end,
		precision,
		...(place.city === undefined ? {} : { city: place.city }),
		...(place.venue === undefined ? {} : { venue: place.venue }),
		status,
	};
}

/** Every timeline that has a page; there is always one. */
export function timelinesOf(site: Site) {
	const { timeline, timelines } = site.corpus.encounters;
	return timelines.length === 0 ? [timeline] : timelines;
}

function timelineLinks(site: Site): NamedLink[] {
	return timelinesOf(site).map(({ id, title }, position) => ({
		name: title,
		path: timelinePath(id, position),
	}));
}

function yearsProps(site: Site): PropsOf["years"] {
	const years = periodsOf(site.cards, yearOf);
	return {
		years: [...years]
			.filter(([year]) => year !== "undated")
			.map(([year, cards]) => {
				const months = Array.from({ length: 12 }, () => 0);
				for (const { day } of cards) {
					const month = Number(day?.slice(5, 7)) - 1;
					months[month] = (months[month] ?? 0) + 1;
				}
				return {
					year,
					path: listPath(undefined, "", year),
					count: cards.length,
					months,
				};
			}),
		undated: years.get("undated")?.length ?? 0,
	};
}

function byCount(facets: readonly Facet[]): Counted[] {
	return [...facets]
		.sort((a, b) => b.cards.length - a.cards.length)
		.map(({ kind, id, name, cards }) => ({
			name,
			path: listPath(kind, id, ""),
			count: cards.length,
		}));
}

function facetsProps(site: Site, page: UnkeyedPage): PropsOf["facets"] {
	const kind = page.params.facet ?? "source";
	const part = page.params.part ?? 1;
	const all = site.facets[kind];
	const from = (part - 1) * facetsPerPage;
	return {
		kind,
		total: all.size,
		items: byCount([...all.values()]).slice(from, from + facetsPerPage),
		part,
		parts: parts(all.size, facetsPerPage).map((n) => facetIndexPath(kind, n)),
	};
}

function recentProps(site: Site): PropsOf["recent"] {
	const recorded = site.cards
		.filter((card) => card.recorded !== undefined)
		.sort((a, b) => (b.recorded ?? 0) - (a.recorded ?? 0));
	return {
		briefs: recorded
			.slice(0, recentlyRecorded)
			.map((card) => teaserOf(site, card)),
	};
}

function reportProps(site: Site, part: number): PropsOf["report"] {
	const { totals, bySource, byRule, files } = site.corpus.report;
	const from = (part - 1) * filesPerPage;
	// What was kept out comes first: that is what an owner looks for.
	const ordered = [
		...files.filter(({ status }) => status === "quarantined"),
		...files.filter(({ status }) => status !== "quarantined"),
	];
	return {
		totals,
		bySource: part === 1 ? bySource : [],
		byRule: part === 1 ? byRule : [],
		files: ordered.slice(from, from + filesPerPage),
		part,
		parts: parts(files.length, filesPerPage).map(reportPath),
	};
}

function aboutProps(site: Site): PropsOf["about"] {
	const { sources, archive } = site.corpus.manifest;
	return {
		sources: sources.map((source) => {
			const rights = archive.rights[source.id];
			return { ...source, ...(rights === undefined ? {} : { rights }) };
		}),
		timelines: timelineLinks(site),
	};
}
