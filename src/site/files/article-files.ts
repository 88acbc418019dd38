/** The articles for other programs: with all their text as JSON, without it as CSV and as ninjs. */
import { articlePath as articlePlace, lineOf } from "../../corpus/store.ts";
import type { Card } from "../../domain/manifest.ts";
import { type EpochMs, isoUtc } from "../../domain/time.ts";
import { articlePath } from "../addresses.ts";
import { archiveProps } from "../archive-props.ts";
import type { Site } from "../index-corpus.ts";
import { csv } from "./csv.ts";

/** Full articles, one JSON object a line, exactly as in `corpus/articles/`. */
export function articleLines(site: Site, cards: readonly Card[]): string {
	const { root } = site.corpus;
	return cards.map(({ id }) => lineOf(articlePlace(root, id))).join("");
}

/** What the CSV says of an article. */
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
	"page",
] as const;

export function articleRows({ sources }: Site, cards: readonly Card[]): string {
	return csv([articleColumns, ...cards.map((card) => rowOf(card, sources))]);
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
		card.at === undefined ? "" : isoUtc(card.at as EpochMs),
		card.day ?? "",
		source?.zone ?? "",
		card.recorded === undefined ? "" : isoUtc(card.recorded as EpochMs),
		card.language,
		card.bylines.join("; "),
		card.tags.join("; "),
		card.people.join("; "),
		card.places.join("; "),
		String(card.characters),
		String(card.figures),
		articlePath(card.id),
	];
}

/** IPTC ninjs 2.1 items, without bodies (https://iptc.org/std/ninjs/): an array of JSON. */
export function ninjs(site: Site, cards: readonly Card[]): string {
	const { sources } = site;
	const { baseUrl } = archiveProps(site);
	const items = cards.map((card) => ninjsItem(card, sources, baseUrl));
	return `${JSON.stringify(items, undefined, 1)}\n`;
}

function ninjsItem(
	card: Card,
	sources: Site["sources"],
	baseUrl: string | undefined,
) {
	const source = sources.get(card.source);
	return {
		uri: card.url ?? `urn:biannian:${card.id}`,
		type: "text",
		...(baseUrl === undefined
			? {}
			: {
					altids: [{ role: "archive", value: baseUrl + articlePath(card.id) }],
				}),
		...(card.at === undefined
			? {}
			: { contentcreated: isoUtc(card.at as EpochMs) }),
		...(card.recorded === undefined
			? {}
			: { versioncreated: isoUtc(card.recorded as EpochMs) }),
		language: card.language,
		headlines: [{ role: "main", value: card.headline }],
		...(card.lede === ""
			? {}
			: { descriptions: [{ role: "lede", value: card.lede }] }),
		...(card.bylines.length === 0 ? {} : { by: card.bylines.join("; ") }),
		infosources: [
			{
				name: source?.name ?? card.source,
				...(source?.homepage === undefined ? {} : { uri: source.homepage }),
			},
		],
		...(card.tags.length === 0
			? {}
			: { subjects: card.tags.map((name) => ({ name })) }),
	};
}
