/** Downloads under `data/`: the corpus for other programs, described by a Data Package. */
import { z } from "zod";
import { stableJson } from "../../base/order.ts";
import { jsonArray, type Pieces } from "../../base/pieces.ts";
import { articlePath as articlePlace } from "../../corpus/store.ts";
import { articleSchema } from "../../domain/article.ts";
import {
	type Encounter,
	type Encounters,
	encountersSchema,
} from "../../domain/encounter.ts";
import { type Card, manifestSchema } from "../../domain/manifest.ts";
import { reportSchema } from "../../domain/report.ts";
import { type EpochMs, isoUtc } from "../../domain/time.ts";
import { articlePath, timelineData } from "../addresses.ts";
import { archiveProps } from "../archive-props.ts";
import type { Site } from "../index-corpus.ts";
import { csv, csvRow } from "./csv.ts";
import { encountersCsv, encountersIcs, timelineJs } from "./encounter-files.ts";
import { type PlannedFile, plainFile } from "./planned-file.ts";

export function dataFiles(site: Site): PlannedFile[] {
	const files: PlannedFile[] = [
		textFile(site),
		{ path: "data/articles.csv", pieces: articleRows(site) },
		{ path: "data/articles.ninjs.json", pieces: ninjs(site) },
		...encounterFiles(site),
		plainFile("data/report.json", stableJson(site.corpus.report)),
		...schemaFiles(),
	];
	return [...files, dataPackage(site)];
}

/** The meetings of all pairs, and, where there are several, those of each under its own title. */
function encounterFiles(site: Site): PlannedFile[] {
	const { encounters, timeline, timelines } = site.corpus.encounters;
	const several = timelines.length > 1;
	const { title } = several ? site.corpus.manifest.archive : timeline;
	return [
		...meetingFiles("data/encounters", site.original.encounters, {
			encounters,
			title,
		}),
		...(several ? timelines : []).flatMap(({ id, title: own }) => {
			const ofPair = <Item extends { readonly timeline: string }>(
				items: readonly Item[],
			) => items.filter((item) => item.timeline === id);
			const { original } = site;
			return meetingFiles(
				timelineData(id, timelines.length),
				{
					...original.encounters,
					timelines: original.encounters.timelines.filter(
						(one) => one.id === id,
					),
					timeline:
						original.encounters.timelines.find((one) => one.id === id) ??
						timeline,
					encounters: ofPair(original.encounters.encounters),
					rejected: ofPair(original.encounters.rejected),
				},
				{ encounters: ofPair(encounters), title: own },
			);
		}),
	];
}

/** @param told as the interface tells them. */
function meetingFiles(
	path: string,
	published: Encounters,
	{
		encounters,
		title,
	}: { readonly encounters: readonly Encounter[]; readonly title: string },
): PlannedFile[] {
	return [
		plainFile(`${path}.json`, stableJson(published)),
		plainFile(`${path}.csv`, encountersCsv(encounters)),
		plainFile(`${path}.ics`, encountersIcs(encounters, title)),
		plainFile(`${path}.timelinejs.json`, timelineJs(encounters, title)),
	];
}

/**
 * Full articles, one JSON object a line, exactly as in `corpus/articles/`. One file however large
 * the archive: that is what other programs ask for, and a build copies the lines that stay.
 */
function textFile(site: Site): PlannedFile {
	const cards = site.corpus.manifest.articles;
	const { root } = site.corpus;
	return {
		path: "data/articles.jsonl",
		pieces: {
			common: "",
			keys: cards.map((card) => card.sha256),
			at: (index) => ({ line: articlePlace(root, cards[index]?.id ?? "") }),
		},
	};
}

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

/** A row an article, and one that names the columns. */
function articleRows({ cards, sources }: Site): Pieces {
	return {
		common: JSON.stringify([...sources.values()]),
		keys: ["columns", ...cards.map((card) => card.sha256)],
		at: (index) => {
			const card = cards[index - 1];
			return {
				text: card ? csvRow(rowOf(card, sources)) : csv([articleColumns]),
			};
		},
	};
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
function ninjs(site: Site): Pieces {
	const { cards, sources } = site;
	const { baseUrl } = archiveProps(site);
	return jsonArray({
		common: JSON.stringify([[...sources.values()], baseUrl]),
		keys: cards.map((card) => card.sha256),
		itemAt: (index) => ninjsItem(cards[index] as Card, sources, baseUrl),
		indent: 1,
	});
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

function schemaFiles(): PlannedFile[] {
	const schemas = {
		article: articleSchema,
		encounters: encountersSchema,
		manifest: manifestSchema,
		report: reportSchema,
	};
	return Object.entries(schemas).map(([name, schema]) =>
		plainFile(
			`data/schema/${name}.schema.json`,
			stableJson(z.toJSONSchema(schema, { unrepresentable: "any" })),
		),
	);
}

/** A Frictionless Data Package (https://specs.frictionlessdata.io/data-package/). */
function dataPackage(site: Site): PlannedFile {
	const { title, description, baseUrl } = archiveProps(site);
	return plainFile(
		"data/datapackage.json",
		`${JSON.stringify(
			{
				profile: "data-package",
				name: "biannian-archive",
				title,
				description,
				...(baseUrl === undefined ? {} : { homepage: baseUrl }),
				resources: [
					{
						name: "articles-full",
						title: "Articles with text, one JSON object a line",
						path: "articles.jsonl",
						format: "jsonl",
						mediatype: "application/jsonl",
						encoding: "utf-8",
						jsonSchema: "schema/article.schema.json",
					},
					{
						name: "articles",
						title: "Articles without text",
						path: "articles.csv",
						profile: "tabular-data-resource",
						format: "csv",
						mediatype: "text/csv",
						encoding: "utf-8",
						schema: { fields: articleColumns.map(field), primaryKey: "id" },
					},
					{
						name: "articles-ninjs",
						title: "Articles as IPTC ninjs items, without text",
						path: "articles.ninjs.json",
						format: "json",
						mediatype: "application/json",
						encoding: "utf-8",
					},
					{
						name: "encounters",
						title: "Meetings with their evidence",
						path: "encounters.json",
						format: "json",
						mediatype: "application/json",
						encoding: "utf-8",
						jsonSchema: "schema/encounters.schema.json",
					},
					{
						name: "report",
						title: "What became of every source file",
						path: "report.json",
						format: "json",
						mediatype: "application/json",
						encoding: "utf-8",
						jsonSchema: "schema/report.schema.json",
					},
				],
			},
			undefined,
			1,
		)}\n`,
	);
}

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
