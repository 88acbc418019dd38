/** The articles for other programs: with all their text as JSON, without it as CSV and as ninjs; older revisions are in the first two. */
import { articlePath as articlePlace, lineOf } from "../../corpus/store.ts";
import type { Card } from "../../domain/manifest.ts";
import { isoUtc } from "../../domain/time.ts";
import { articlePath } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import { csv } from "./csv.ts";

/** Full articles, one JSON object a line, exactly as in `corpus/articles/`. */
export function articleLines(site: Site, cards: readonly Card[]): string {
	const { root } = site.corpus;
	return cards.map(({ id }) => lineOf(articlePlace(root, id))).join("");
}

/** What the CSV says of an article; `revision_of` names the article that an older revision belongs to. */
const articleColumns = [
	"id",
	"headline",
	"source",
	"source_name",
	"url",
	"published",
	"day",
	"zone",
	"recorded",
	"language",
	"bylines",
	"tags",
	"people",
	"places",
	"characters",
	"figures",
	"revision_of",
	"page",
] as const;

export function articleRows({ sources }: Site, cards: readonly Card[]): string {
	return csv([articleColumns, ...cards.map((card) => rowOf(card, sources))]);
}

/** The outlets of these articles. */
export function sourcesOf({ sources }: Site, cards: readonly Card[]) {
	return [...new Set(cards.map(({ source }) => source))].map((id) =>
		sources.get(id),
	);
}

/** The columns as a Data Package describes them. */
export const articleFields = articleColumns.map(field);

function field(name: string) {
	const types: Record<string, string> = {
		published: "datetime",
		recorded: "datetime",
		day: "date",
		characters: "integer",
		figures: "integer",
	};
	return { name, type: types[name] ?? "string" };
}

function rowOf(card: Card, sources: Site["sources"]): readonly string[] {
	const source = sources.get(card.source);
	return [
		card.id,
		card.headline,
		card.source,
		source?.name ?? "",
		card.url ?? "",
		card.at === undefined ? "" : isoUtc(card.at),
		card.day ?? "",
		source?.zone ?? "",
		card.recorded === undefined ? "" : isoUtc(card.recorded),
		card.language,
		card.bylines.join("; "),
		card.tags.join("; "),
		card.people.join("; "),
		card.places.join("; "),
		String(card.characters),
		String(card.figures),
		card.revisionOf ?? "",
		articlePath(card.id),
	];
}

/**
 * IPTC ninjs 3.1 items without bodies (https://iptc.org/standards/ninjs/): a JSON array, each member valid against
 * `ninjs-schema_3.1.json`. Days without an hour stand among the descriptions, as ninjs has moments alone.
 */
export function ninjs(site: Site, cards: readonly Card[]): string {
	return `${JSON.stringify(
		cards.map((card) => ninjsItem(site, card)),
		undefined,
		1,
	)}\n`;
}

/** What {@link ninjs} writes that is not of the cards: outlets, rights, names. */
export function aroundNinjs(site: Site, cards: readonly Card[]) {
	const { rights } = site.corpus.manifest.archive;
	const outlets = sourcesOf(site, cards);
	return [
		outlets,
		outlets.map((source) => rights[source?.id ?? ""]),
		site.options.baseUrl,
		named(site, "person", [...new Set(cards.flatMap(({ people }) => people))]),
		named(site, "place", [...new Set(cards.flatMap(({ places }) => places))]),
	];
}

function named(
	{ facets }: Site,
	kind: "person" | "place",
	ids: readonly string[],
) {
	return ids.map((literal) => ({
		name: facets[kind].get(literal)?.name ?? literal,
		literal,
	}));
}

const ninjsStandard = {
	name: "ninjs",
	version: "3.1",
	schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
} as const;

function ninjsItem(site: Site, card: Card) {
	const { sources, options } = site;
	const source = sources.get(card.source);
	const outlet = source?.name ?? card.source;
	const rights = site.corpus.manifest.archive.rights[card.source];
	const { id, at, day, recorded, lede } = card;
	const original = card.url === undefined ? undefined : uriOf(card.url);
	const item = {
		standard: ninjsStandard,
		// The item is this archive's; what it was made from has an address of its own below.
		uri:
			options.baseUrl === undefined
				? `urn:biannian:${id}`
				: options.baseUrl + articlePath(id),
		type: "text",
		representationType: "partial",
		contentCreated: at === undefined ? undefined : isoUtc(at),
		versionCreated: recorded === undefined ? undefined : isoUtc(recorded),
		language: card.language,
		copyrightHolder: outlet,
		usageTerms: rights,
		headlines: [{ role: "main", value: card.headline }],
		descriptions: [
			...(lede === "" ? [] : [{ role: "lede", value: lede }]),
			...(day === undefined ? [] : [{ role: "day", value: day }]),
		],
		by: card.bylines.length === 0 ? undefined : card.bylines.join("; "),
		infoSources: [
			{
				name: outlet,
				role: "publisher",
				literal: card.source,
				uri:
					source?.homepage === undefined ? undefined : uriOf(source.homepage),
			},
		],
		people: named(site, "person", card.people),
		places: named(site, "place", card.places),
		subjects: card.tags.map((name) => ({ name })),
		renditions:
			original === undefined
				? []
				: [{ name: "original", href: original, contentType: "text/html" }],
		altIds: [{ role: "archive", value: id }],
	};
	return Object.fromEntries(
		Object.entries(item).filter(
			([, value]) => !(Array.isArray(value) && value.length === 0),
		),
	);
}

/** Characters that RFC 3986 (appendix A) allows nowhere in a URI, though URLs of the web have them, and a `%` that encodes nothing. */
const noUri = /[^A-Za-z0-9_\-.~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/gu;

/** @returns `undefined` for what is no address. */
function uriOf(url: string): string | undefined {
	if (!URL.canParse(url)) return undefined;
	return new URL(url).href.replace(noUri, encodeURIComponent);
}
