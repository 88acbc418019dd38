/** Articles, sources, people, places and tags as lists and links show them. */
import type { Card } from "../domain/manifest.ts";
import { fingerprint } from "../domain/order.ts";
import { listPath } from "./addresses.ts";
import type { Facet, Site } from "./index-corpus.ts";
import type { Brief, NamedLink, Teaser } from "./props.ts";

/**
 * A brief that stands in JSON as a short hash of itself. Keys are hashes over the JSON of props,
 * and an article stands in many lists: its brief is written out and hashed once, not each time.
 */
class HashedBrief {
	#hash: string | undefined;

	constructor(brief: Brief) {
		Object.assign(this, brief);
	}

	toJSON(this: HashedBrief & Brief): string {
		this.#hash ??= fingerprint(
			[
				this.id,
				this.headline,
				this.language,
				this.source,
				this.sourceName,
				this.day,
				this.at,
				this.zone,
			].join("\0"),
		);
		return this.#hash;
	}
}

/** What stands for `brief` in a key. */
export function briefKey(brief: Brief): string {
	return "toJSON" in brief
		? (brief as HashedBrief & Brief).toJSON()
		: JSON.stringify(brief);
}

const briefs = new WeakMap<Card, HashedBrief & Brief>();

/** The article of `card` as lists show it. */
export function briefOf(site: Site, card: Card): Brief & { toJSON(): string } {
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

/** With the beginning of its text. */
export function teaserOf(site: Site, card: Card): Teaser {
	return {
		...briefOf(site, card),
		// Cards keep 120 characters; what is cut there goes on.
		lede: Array.from(card.lede).length < 120 ? card.lede : `${card.lede}…`,
		...(card.recorded === undefined ? {} : { recorded: card.recorded }),
	};
}

/** The articles of `ids` that the archive has, by id. */
export function briefsById(
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

/** Links to those `ids` that have a page; an older revision may name some that have none. */
export function namedLinks(
	facets: ReadonlyMap<string, Facet>,
	ids: readonly string[],
): NamedLink[] {
	return ids.flatMap((id) => {
		const facet = facets.get(id);
		return facet ? [facetLink(facet)] : [];
	});
}
