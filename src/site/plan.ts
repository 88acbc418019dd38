import { fingerprint } from "../base/order.ts";
import type { Corpus } from "../corpus/store.ts";
import type { Card } from "../domain/manifest.ts";
import {
	articlePath,
	encounterPath,
	type FacetKind,
	facetIndexPath,
	facetKinds,
	paths,
	timelinePath,
} from "./addresses.ts";
import { articleKey } from "./article-props.ts";
import { indexCorpus, type Site, type SiteOptions } from "./index-corpus.ts";
import { listKey } from "./list-props.ts";
import { planLists } from "./lists.ts";
import { archiveProps, propsFor } from "./make-props.ts";
import type { PageKind } from "./props.ts";
import { timelinesOf } from "./timeline-props.ts";

/** One page of the site: where it lies and what decides its bytes. Plain JSON. */
export interface PlannedPage {
	/** Relative to the site's root. */
	readonly path: string;
	readonly kind: PageKind;
	/** Which one of its kind: an article's or encounter's id, a list's facet and period, a part. */
	readonly params: PageParams;
	/** Hash over everything its bytes depend on, the code only where its version was given. */
	readonly key: string;
}

export interface PageParams {
	readonly id?: string;
	readonly facet?: FacetKind;
	readonly period?: string;
	/** From 1. */
	readonly part?: number;
}

/** A page before its key is known. */
export type UnkeyedPage = Omit<PlannedPage, "key">;

/** Entries on one page of a facet's index. */
export const facetsPerPage = 1_000;
/** Files on one page of the report. */
export const filesPerPage = 200;

/**
 * Every page of the site, in the order of the archive, one by one: keys of a large archive take a while. Reads no article.
 *
 * @param versionOf version of the code that makes pages of a kind.
 */
export function* planPages(
	corpus: Corpus,
	options: SiteOptions = {},
	versionOf: (kind: PageKind) => string = () => "",
): Generator<PlannedPage> {
	const site = indexCorpus(corpus, options);
	const shared = JSON.stringify(archiveProps(site));
	const common = new Map<PageKind, string>();
	const keyOfNext = articleKeys(site);
	for (const page of listPages(site)) {
		const { path, kind, params } = page;
		// Hashed once for all: there are as many pages as articles.
		const known = common.get(kind);
		const begin = known ?? fingerprint(`${versionOf(kind)}\n${shared}`);
		if (known === undefined) common.set(kind, begin);
		const key = fingerprint(
			`${begin} ${path}\n${kind === "article" ? keyOfNext() : contentKey(site, page)}`,
		);
		yield { path, kind, params, key };
	}
}

/** @returns a function that gives the key of one article after the other, in the order of {@link listPages}. */
function articleKeys(site: Site): () => string {
	const { articles } = site.corpus.manifest;
	let next = 0;
	let place = 0;
	return () => {
		const card = articles[next++] as Card;
		// Older texts have no place.
		return card.revisionOf === undefined
			? articleKey(site, card, place++)
			: articleKey(site, card);
	};
}

function contentKey(site: Site, page: UnkeyedPage): string {
	if (page.kind === "list") return listKey(site, page);
	return JSON.stringify(propsFor(site, page));
}

/** Every page, without its key; in the same order. */
export function listPages(site: Site): UnkeyedPage[] {
	const { manifest, encounters, report } = site.corpus;
	const one = (kind: PageKind, path: string): UnkeyedPage => ({
		path,
		kind,
		params: {},
	});
	return [
		one("home", paths.home),
		one("search", paths.search),
		one("years", paths.years),
		one("recent", paths.recent),
		one("coverage", paths.coverage),
		one("about", paths.about),
		one("not-found", paths.notFound),
		...parts(report.files.length, filesPerPage).map((part) => ({
			path: reportPath(part),
			kind: "report" as const,
			params: { part },
		})),
		...timelinesOf(site).map(({ id }, position) => ({
			path: timelinePath(id, position),
			kind: "timeline" as const,
			params: { id },
		})),
		...encounters.encounters.map(({ id }) => ({
			path: encounterPath(id),
			kind: "encounter" as const,
			params: { id },
		})),
		...facetKinds.flatMap((facet) =>
			parts(site.facets[facet].size, facetsPerPage).map((part) => ({
				path: facetIndexPath(facet, part),
				kind: "facets" as const,
				params: { facet, part },
			})),
		),
		...planLists(site),
		...manifest.articles.map(({ id }) => ({
			path: articlePath(id),
			kind: "article" as const,
			params: { id },
		})),
	];
}

/** `1 … n` for `total` things on pages of `size`; there is always a first page. */
export function parts(total: number, size: number): number[] {
	return Array.from(
		{ length: Math.max(1, Math.ceil(total / size)) },
		(_, index) => index + 1,
	);
}

export function reportPath(part: number): string {
	return part === 1 ? paths.report : `report-${part}.html`;
}
