/** Articles, sources, people, places and tags as lists and links show them. */

import { fingerprint } from "../base/order.ts";
import type { Source } from "../domain/article.ts";
import type { Card } from "../domain/manifest.ts";
import { dayIn } from "../domain/time.ts";
import { listPath } from "./addresses.ts";
import type { Facet, Site } from "./index-corpus.ts";
import type { Brief, NamedLink, Teaser } from "./props.ts";

/**
 * A brief whose JSON is a short hash of it. Keys are hashes over the JSON of props, and an article is in many lists: its
 * brief is hashed once, not for each of them.
 */
class HashedBrief implements Brief {
	readonly id: string;
	readonly headline: string;
	readonly language: string;
	readonly source: string;
	readonly sourceName: string;
	declare readonly day?: string;
	declare readonly at?: number;
	declare readonly zone?: string;
	declare readonly picture?: Card["picture"];
	readonly #card: Card;
	readonly #outlet: Source | undefined;
	#hash: string | undefined;

	constructor(card: Card, source: Source | undefined) {
		this.#card = card;
		this.#outlet = source;
		this.id = card.id;
		this.headline = card.headline;
		this.language = card.language;
		this.source = card.source;
		this.sourceName = source?.name ?? card.source;
		if (card.day !== undefined) this.day = card.day;
		if (card.picture !== undefined) this.picture = card.picture;
		if (card.at === undefined || source === undefined) return;
		// Dated by another zone than its outlet's: on the outlet's clock the instant may fall on another day. Then no hour is shown.
		if (dayIn(card.at, source.zone) !== card.day) return;
		this.at = card.at;
		this.zone = source.zone;
	}

	toJSON(): string {
		this.#hash ??= briefHash(this.#card, this.#outlet);
		return this.#hash;
	}
}

/** A hash over all that a brief is made of: whether its hour is shown takes the zone's history to say, and is not asked for it. */
function briefHash(
	{ id, headline, language, source, day, at, picture }: Card,
	outlet: Source | undefined,
): string {
	return fingerprint(
		`${id}\0${headline}\0${language}\0${source}\0${outlet?.name}\0${outlet?.zone}\0${day}\0${at}\0${picture?.file}`,
	);
}

/** Under which a card keeps its brief, once one was asked for. */
const brief = Symbol("brief");

interface Listed extends Card {
	[brief]?: HashedBrief;
}

/** The article of `card` as lists show it. */
export function briefOf(site: Site, card: Card): Brief & { toJSON(): string } {
	const listed: Listed = card;
	listed[brief] ??= new HashedBrief(card, site.sources.get(card.source));
	return listed[brief];
}

/** Hashes of the briefs of all {@link Site.cards}, by place, for keys. */
interface BriefHashes {
	readonly texts: readonly string[];
	/** The same as numbers, {@link numbersEach} a brief, in one array: keys of lists read millions of them. */
	readonly numbers: Uint32Array;
	/** The day of each, 20231204; 0 for none. */
	readonly days: Uint32Array;
}

const numbersEach = 4;
const digitsEach = 8;

const hashes = new WeakMap<Site, BriefHashes>();

function hashesOf(site: Site): BriefHashes {
	const known = hashes.get(site);
	if (known) return known;
	const numbers = new Uint32Array(site.cards.length * numbersEach);
	const texts = site.cards.map((card, place) => {
		const hash = briefHash(card, site.sources.get(card.source));
		for (let n = 0; n < numbersEach; n++) {
			const digits = hash.slice(n * digitsEach, (n + 1) * digitsEach);
			numbers[place * numbersEach + n] = Number.parseInt(digits, 16);
		}
		return hash;
	});
	const days = Uint32Array.from(site.cards, ({ day = "0" }) =>
		Number(day.replaceAll("-", "")),
	);
	const made = { texts, numbers, days };
	hashes.set(site, made);
	return made;
}

/** The hash of the brief at `place`, for a key. */
export function briefKeyAt(site: Site, place: number): string {
	return hashesOf(site).texts[place] as string;
}

/** A hash over the briefs at these places, in this order, for a key. */
export function briefsKey(site: Site, places: readonly number[]): string {
	const { numbers } = hashesOf(site);
	const own = new Uint32Array(places.length * numbersEach);
	let end = 0;
	for (const place of places) {
		const from = place * numbersEach;
		for (let n = 0; n < numbersEach; n++)
			own[end++] = numbers[from + n] as number;
	}
	return fingerprint(new Uint8Array(own.buffer));
}

/** A hash over the days of the articles at these places, or over their months, for a key. */
export function daysKey(
	site: Site,
	places: readonly number[],
	isByMonth: boolean,
): string {
	const { days } = hashesOf(site);
	// A loop: `Uint32Array.from` takes ten times as long, and there are millions.
	const own = new Uint32Array(places.length);
	let end = 0;
	for (const place of places) {
		const day = days[place] as number;
		own[end++] = isByMonth ? Math.floor(day / 100) : day;
	}
	return fingerprint(new Uint8Array(own.buffer));
}

/** With the beginning of its text. */
export function teaserOf(site: Site, card: Card): Teaser {
	return {
		...briefOf(site, card),
		// Cards keep 120 characters; what is cut there goes on.
		lede: Array.from(card.lede).length < 120 ? card.lede : `${card.lede}…`,
		recorded: card.recorded,
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

/** A link whose JSON is one short text, for the reason given at {@link HashedBrief}. */
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
