/**
 * Feeds: Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Ids do not
 * depend on where the site lies, so that a moved archive stays the same feed.
 */
import { fingerprint, sha256 } from "../../base/order.ts";
import { escapeMarkup, plainText, webAddress } from "../../base/plain-text.ts";
import type { Encounter } from "../../domain/encounter.ts";
import type { Card, Collection } from "../../domain/manifest.ts";
import { isoUtc } from "../../domain/time.ts";
import {
	articlePath,
	collectionPath,
	encounterPath,
	listPath,
	relativePath,
	timelinePath,
} from "../addresses.ts";
import { archiveProps } from "../archive-props.ts";
import { type FeedPaths, feedPaths } from "../feed-paths.ts";
import type { Facet, Site } from "../index-corpus.ts";
import { collectionsOf } from "../pages/collection.ts";
import { timelinesOf } from "../pages/timeline.ts";
import type { PlannedFile } from "./planned-file.ts";

/** Entries in a feed. */
const entriesPerFeed = 50;

/** One thing that is told, however it is written down. */
interface Entry {
	/** What its id is made of; never changes. */
	readonly name: string;
	readonly path: string;
	readonly title: string;
	readonly text: string;
	/** RFC 3339. */
	readonly moment: string;
	readonly language: string;
	readonly authors: readonly string[];
	readonly tags: readonly string[];
	/** Where it was published. */
	readonly original?: string | undefined;
}

interface Feed {
	readonly paths: FeedPaths;
	readonly title: string;
	/** The page that shows the same. */
	readonly page: string;
	/** What its entries depend on. */
	readonly key: string;
	/** Newest first. */
	readonly entries: () => readonly Entry[];
}

/** Feeds of the whole archive, of every source, person, place, tag and collection, and of the meetings of every timeline. */
export function feedFiles(site: Site): PlannedFile[] {
	const { title } = archiveProps(site);
	const facets = Object.values(site.facets).flatMap((byId) => [
		...byId.values(),
	]);
	return [
		articleFeed(site, site.cards, {
			paths: { atom: "feed.xml", json: "feed.json" },
			title,
			page: "index.html",
		}),
		...facets.map((facet) => facetFeed(site, facet)),
		...collectionsOf(site).map((collection) =>
			collectionFeed(site, collection),
		),
		...timelinesOf(site).map(({ id, title: name }, position) =>
			meetingFeed(site, id, {
				paths: feedPaths("timeline", id),
				title: `${name} · ${title}`,
				page: timelinePath(id, position),
			}),
		),
	].flatMap((feed) => filesOf(site, feed));
}

function filesOf(site: Site, feed: Feed): PlannedFile[] {
	const shared = JSON.stringify([
		archiveProps(site),
		feed.paths,
		feed.title,
		feed.page,
		feed.key,
	]);
	return [["atom", atom] as const, ["json", json] as const].map(
		([kind, write]) => ({
			path: feed.paths[kind],
			key: fingerprint(`${kind} ${shared}`),
			write: () => write(site, feed),
		}),
	);
}

type FeedHead = Omit<Feed, "entries" | "key">;

function facetFeed(site: Site, { kind, id, name, cards }: Facet): Feed {
	return articleFeed(site, cards, {
		paths: feedPaths(kind, id),
		title: `${name} · ${archiveProps(site).title}`,
		page: listPath(kind, id, ""),
	});
}

/** The newest of its articles by their days, as in any feed; the owner's order is the page's. */
function collectionFeed(site: Site, { id, title, articles }: Collection): Feed {
	const held = new Set(articles.map((one) => one.id));
	return articleFeed(
		site,
		site.corpus.manifest.articles.filter((card) => held.has(card.id)),
		{
			paths: feedPaths("collection", id),
			title: `${title} · ${archiveProps(site).title}`,
			page: collectionPath(id),
		},
	);
}

function articleFeed(site: Site, cards: readonly Card[], head: FeedHead): Feed {
	const newest = newestDated(cards);
	return {
		...head,
		key: newest
			.map(
				({ sha256, source }) => `${sha256} ${site.sources.get(source)?.name}`,
			)
			.join("\n"),
		entries: () => newest.map((card) => articleEntry(site, card)),
	};
}

/** The newest first. Undated articles stand last in `cards` and are in no feed, as an entry needs a date. */
function newestDated(cards: readonly Card[]): readonly Card[] {
	const end = cards.findLastIndex(({ day }) => day !== undefined) + 1;
	return cards.slice(Math.max(0, end - entriesPerFeed), end).reverse();
}

function articleEntry(site: Site, card: Card): Entry {
	const source = site.sources.get(card.source)?.name ?? card.source;
	return {
		name: card.id,
		path: articlePath(card.id),
		title: card.headline,
		text: card.lede,
		// A day without a time stands for its first moment in UTC.
		moment: card.at === undefined ? `${card.day}T00:00:00Z` : isoUtc(card.at),
		language: card.language,
		authors: card.bylines.length === 0 ? [source] : card.bylines,
		tags: card.tags,
		original: webAddress(card.url),
	};
}

function meetingFeed(site: Site, timeline: string, head: FeedHead): Feed {
	const newest = site.corpus.encounters.encounters
		.filter((one) => one.timeline === timeline)
		.slice(-entriesPerFeed)
		.reverse();
	return {
		...head,
		key: JSON.stringify(newest),
		entries: () => newest.map(meetingEntry),
	};
}

function meetingEntry(encounter: Encounter): Entry {
	return {
		name: `encounter ${encounter.timeline} ${encounter.id}`,
		path: encounterPath(encounter.id),
		title: encounter.title,
		text: encounter.mentions[0]?.quote ?? "",
		moment: `${encounter.start}T00:00:00Z`,
		language: "zh-Hans",
		authors: encounter.people.map(({ name }) => name),
		tags: [encounter.place.city, encounter.place.country].filter(
			(place) => place !== undefined,
		),
	};
}

/** Links of a feed: whole addresses where the site's is known, else relative to the feed. */
function linksFrom(site: Site, path: string): (target: string) => string {
	const { baseUrl } = archiveProps(site);
	return (target) =>
		baseUrl === undefined ? relativePath(path, target) : baseUrl + target;
}

function atom(site: Site, { paths, title, page, entries }: Feed): string {
	const { description, language } = archiveProps(site);
	const link = linksFrom(site, paths.atom);
	const told = entries();
	return [
		'<?xml version="1.0" encoding="utf-8"?>\n',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">\n`,
		`<id>${urn(`feed ${paths.atom}`)}</id>\n`,
		`<title>${xml(title)}</title>\n`,
		`<subtitle>${xml(description)}</subtitle>\n`,
		`<updated>${latest(told)}</updated>\n`,
		`<link rel="self" type="application/atom+xml" href="${xml(link(paths.atom))}"/>\n`,
		`<link rel="alternate" type="text/html" href="${xml(link(page))}"/>\n`,
		...told.map((entry) =>
			[
				`<entry xml:lang="${xml(entry.language)}">`,
				`<id>${urn(entry.name)}</id>`,
				`<title>${xml(entry.title)}</title>`,
				`<link rel="alternate" type="text/html" href="${xml(link(entry.path))}"/>`,
				entry.original === undefined
					? ""
					: `<link rel="via" href="${xml(entry.original)}"/>`,
				`<published>${entry.moment}</published>`,
				`<updated>${entry.moment}</updated>`,
				...entry.authors.map(
					(name) => `<author><name>${xml(name)}</name></author>`,
				),
				...entry.tags.map((tag) => `<category term="${xml(tag)}"/>`),
				`<summary>${xml(entry.text)}</summary>`,
				"</entry>\n",
			].join(""),
		),
		"</feed>\n",
	].join("");
}

function json(site: Site, { paths, title, page, entries }: Feed): string {
	const { description, language, baseUrl } = archiveProps(site);
	const link = linksFrom(site, paths.json);
	const feed = {
		version: "https://jsonfeed.org/version/1.1",
		title,
		description,
		language,
		home_page_url: baseUrl && baseUrl + page,
		feed_url: baseUrl && baseUrl + paths.json,
		items: entries().map((entry) => ({
			id: urn(entry.name),
			url: link(entry.path),
			external_url: entry.original,
			title: entry.title,
			content_text: entry.text,
			date_published: entry.moment,
			language: entry.language,
			authors: entry.authors.map((name) => ({ name })),
			tags: entry.tags.length === 0 ? undefined : entry.tags,
		})),
	};
	return `${JSON.stringify(feed, (_, value) => (typeof value === "string" ? plainText(value) : value), 1)}\n`;
}

/** An empty feed still needs a moment; the epoch stands for "never". */
function latest(entries: readonly Entry[]): string {
	const moments = entries.map(({ moment }) => moment).sort();
	return moments.at(-1) ?? "1970-01-01T00:00:00Z";
}

/** A UUID of version 8 (RFC 9562, 5.8) made from the name's hash. */
function urn(name: string): string {
	const hex = sha256(`biannian ${name}`);
	return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Text for XML 1.0, between tags or in a quoted attribute. */
export function xml(text: string): string {
	return escapeMarkup(plainText(text));
}
