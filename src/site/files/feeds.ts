/**
 * Feeds: Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Ids do not
 * depend on where the site lies, so that a moved archive stays the same feed.
 */

import { sha256 } from "../../base/order.ts";
import type { Card } from "../../domain/manifest.ts";
import { type EpochMs, isoUtc } from "../../domain/time.ts";
import { articlePath, relativePath } from "../addresses.ts";
import { archiveProps } from "../archive-props.ts";
import type { Site } from "../index-corpus.ts";

/** Entries in a feed. */
const entriesPerFeed = 50;

/** The newest dated articles, newest first. */
export function feedCards(site: Site, cards: readonly Card[]): readonly Card[] {
	const dated: Card[] = [];
	for (let at = cards.length - 1; at >= 0; at--) {
		const card = cards[at];
		if (card?.day !== undefined) dated.push(card);
		if (dated.length === entriesPerFeed) break;
	}
	return dated.filter((card) => site.sources.has(card.source));
}

/** @param path of the feed itself, for relative links where no base URL is known. */
export function atomFeed(
	site: Site,
	cards: readonly Card[],
	path: string,
	title: string,
): string {
	const { description, language, baseUrl } = archiveProps(site);
	const link = (target: string) =>
		baseUrl === undefined ? relativePath(path, target) : baseUrl + target;
	const entries = cards.map((card) => {
		const source = site.sources.get(card.source)?.name ?? card.source;
		const authors = card.bylines.length === 0 ? [source] : card.bylines;
		return [
			`<entry xml:lang="${xml(card.language)}">`,
			`<id>${urn(card.id)}</id>`,
			`<title>${xml(card.headline)}</title>`,
			`<link rel="alternate" type="text/html" href="${xml(link(articlePath(card.id)))}"/>`,
			...(card.url === undefined || !/^https?:/.test(card.url)
				? []
				: [`<link rel="via" href="${xml(card.url)}"/>`]),
			`<published>${moment(card)}</published>`,
			`<updated>${moment(card)}</updated>`,
			...authors.map((name) => `<author><name>${xml(name)}</name></author>`),
			...card.tags.map((tag) => `<category term="${xml(tag)}"/>`),
			`<summary>${xml(card.lede)}</summary>`,
			"</entry>\n",
		].join("");
	});
	return [
		'<?xml version="1.0" encoding="utf-8"?>\n',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">\n`,
		`<id>${urn(`feed ${path} ${title}`)}</id>\n`,
		`<title>${xml(title)}</title>\n`,
		`<subtitle>${xml(description)}</subtitle>\n`,
		`<updated>${latest(cards)}</updated>\n`,
		`<link rel="self" type="application/atom+xml" href="${xml(link(path))}"/>\n`,
		`<link rel="alternate" type="text/html" href="${xml(link("index.html"))}"/>\n`,
		...entries,
		"</feed>\n",
	].join("");
}

export function jsonFeed(
	site: Site,
	cards: readonly Card[],
	path: string,
	title: string,
): string {
	const { description, language, baseUrl } = archiveProps(site);
	const link = (target: string) =>
		baseUrl === undefined ? relativePath(path, target) : baseUrl + target;
	const feed = {
		version: "https://jsonfeed.org/version/1.1",
		title,
		description,
		language,
		...(baseUrl === undefined
			? {}
			: { home_page_url: baseUrl, feed_url: baseUrl + path }),
		items: cards.map((card) => {
			const source = site.sources.get(card.source)?.name ?? card.source;
			const names = card.bylines.length === 0 ? [source] : card.bylines;
			return {
				id: urn(card.id),
				url: link(articlePath(card.id)),
				...(card.url === undefined ? {} : { external_url: card.url }),
				title: card.headline,
				content_text: card.lede,
				date_published: moment(card),
				language: card.language,
				authors: names.map((name) => ({ name })),
				...(card.tags.length === 0 ? {} : { tags: card.tags }),
			};
		}),
	};
	return `${JSON.stringify(feed, undefined, 1)}\n`;
}

/** RFC 3339; a day without a time stands for its first moment in UTC. */
function moment(card: Card): string {
	return card.at === undefined
		? `${card.day}T00:00:00Z`
		: isoUtc(card.at as EpochMs);
}

/** An empty feed still needs a moment; the epoch stands for "never". */
function latest(cards: readonly Card[]): string {
	const moments = cards.map(moment).sort();
	return moments.at(-1) ?? "1970-01-01T00:00:00Z";
}

/** A UUID of version 8 (RFC 9562, 5.8) made from the name's hash. */
function urn(name: string): string {
	const hex = sha256(`biannian ${name}`);
	return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Text for XML: references for markup, and no control characters, most of which XML 1.0 forbids. */
function xml(text: string): string {
	return text
		.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, " ")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
