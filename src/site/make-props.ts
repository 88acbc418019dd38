import { facetIndexPath, facetKinds, listPath } from "./addresses.ts";
import { articleProps } from "./article-props.ts";
import { teaserOf } from "./briefs.ts";
import { coverageOf } from "./coverage.ts";
import type { Facet, Site } from "./index-corpus.ts";
import { listProps } from "./list-props.ts";
import { monthsOf, periodsOf, yearOf } from "./lists.ts";
import {
	facetsPerPage,
	filesPerPage,
	parts,
	reportPath,
	type UnkeyedPage,
} from "./plan.ts";
import type { ArchiveProps, Counted, PropsOf } from "./props.ts";
import {
	encounterProps,
	encounterRef,
	timelineLinks,
	timelineProps,
	timelinesOf,
} from "./timeline-props.ts";

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

function yearsProps(site: Site): PropsOf["years"] {
	const years = periodsOf(site.cards, yearOf);
	return {
		years: [...years]
			.filter(([year]) => year !== "undated")
			.map(([year, cards]) => ({
				year,
				path: listPath(undefined, "", year),
				count: cards.length,
				months: monthsOf(cards),
			})),
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
	const all = site.cards.filter((card) => card.recorded !== undefined);
	// Numbers alone are sorted in a tenth of the time; few cards are left then.
	const times = new Float64Array(all.length);
	for (const [at, { recorded = 0 }] of all.entries()) times[at] = recorded;
	const least = times.sort().at(-Math.min(all.length, recentlyRecorded)) ?? 0;
	const recorded = all
		.filter((card) => (card.recorded ?? 0) >= least)
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
