/**
 * Everything under `data/` but the checksums and what describes it all. One table says of each download what it is called, what it is and how it is
 * written: the writer, the about page and the Data Package read it, and so do the tests.
 */
import * as z from "zod";
import { fingerprint, stableJson } from "../../base/order.ts";
import { partsByMonth } from "../../corpus/parts.ts";
import { addressesSchema } from "../../domain/addresses.ts";
import { articleSchema } from "../../domain/article.ts";
import { schemaVersion } from "../../domain/article-id.ts";
import {
	type Encounter,
	type Encounters,
	encountersSchema,
} from "../../domain/encounter.ts";
import {
	type Card,
	manifestPartSchema,
	manifestSchema,
} from "../../domain/manifest.ts";
import { reportSchema } from "../../domain/report.ts";
import { timelineData } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import {
	aroundNinjs,
	articleFields,
	articleLines,
	articleRows,
	ninjs,
	sourcesOf,
} from "./article-files.ts";
import { encountersCsv, encountersIcs, timelineJs } from "./encounter-files.ts";
import { idLines } from "./id-lines.ts";
import { type PlannedFile, plainFile } from "./planned-file.ts";

/** One download, or one for each month. */
interface Download {
	/** In the Data Package. */
	readonly name: string;
	/** The same for every timeline; the name where it is absent. */
	readonly kind?: string | undefined;
	/** Title of the timeline that it is about, where it is about one of several. */
	readonly of?: string | undefined;
	readonly title: string;
	readonly mediaType: string;
	/** Below `data/`; for one that comes in parts its folder and its ending, around the part's name. */
	readonly path: string | readonly [folder: string, ending: string];
	/** The file in `schema/` that its objects obey. */
	readonly schema?: keyof typeof schemas | undefined;
	/** The columns of a table whose rows are articles. */
	readonly fields?: typeof articleFields | undefined;
}

interface WholeDownload extends Download {
	readonly path: string;
	write(site: Site): string;
}

/** In parts by month of publication, see `corpus/parts.ts`. */
interface MonthlyDownload extends Download {
	readonly path: readonly [folder: string, ending: string];
	/** Whether older versions of articles are in it, too. */
	readonly withRevisions: boolean;
	/** What the bytes of a part depend on besides its cards. */
	readonly around: (site: Site, cards: readonly Card[]) => unknown;
	write(site: Site, cards: readonly Card[]): string;
}

const schemas = {
	addresses: addressesSchema,
	article: articleSchema,
	encounters: encountersSchema,
	manifest: manifestSchema,
	"manifest-part": manifestPartSchema,
	report: reportSchema,
};

const monthly: readonly MonthlyDownload[] = [
	{
		name: "articles-full",
		title: "Articles with text, one JSON object a line",
		mediaType: "application/jsonl",
		path: ["articles", "jsonl"],
		schema: "article",
		withRevisions: true,
		around: () => "",
		write: articleLines,
	},
	{
		name: "articles",
		title: "Articles without text, older revisions marked",
		mediaType: "text/csv",
		path: ["articles-csv", "csv"],
		fields: articleFields,
		withRevisions: true,
		around: sourcesOf,
		write: articleRows,
	},
	{
		name: "articles-ninjs",
		title: "Articles as IPTC ninjs 3.1 items, without text",
		mediaType: "application/json",
		path: ["articles-ninjs", "json"],
		withRevisions: false,
		around: aroundNinjs,
		write: ninjs,
	},
];

/** The meetings of all pairs, and, where there are several, those of each. */
function meetings(site: Site): WholeDownload[] {
	const { encounters, timeline, timelines } = site.corpus.encounters;
	const several = timelines.length > 1;
	const { title } = several ? site.corpus.manifest.archive : timeline;
	const published = site.original.encounters;
	return [
		...meetingFiles("encounters", published, { encounters, title }),
		...(several ? timelines : []).flatMap(({ id, title: own }) => {
			const ofPair = <Item extends { readonly timeline: string }>(
				items: readonly Item[],
			) => items.filter((item) => item.timeline === id);
			const all = published.timelines.filter((one) => one.id === id);
			return meetingFiles(
				timelineData(id, timelines.length).slice("data/".length),
				{
					...published,
					timelines: all,
					timeline: all[0] ?? timeline,
					encounters: ofPair(published.encounters),
					contacts: ofPair(published.contacts),
					rejected: ofPair(published.rejected),
				},
				{ encounters: ofPair(encounters), title: own },
			).map((download) => ({
				...download,
				kind: download.name,
				name: `${download.name}-${id}`,
				of: own,
			}));
		}),
	];
}

/** @param told as the interface tells them. */
function meetingFiles(
	path: string,
	published: Encounters,
	told: { readonly encounters: readonly Encounter[]; readonly title: string },
): WholeDownload[] {
	const { encounters, title } = told;
	return [
		{
			name: "encounters",
			title: "Meetings with their evidence",
			mediaType: "application/json",
			path: `${path}.json`,
			schema: "encounters",
			write: () => stableJson(published),
		},
		{
			name: "encounters-table",
			title: "Meetings as a table",
			mediaType: "text/csv",
			path: `${path}.csv`,
			write: () => encountersCsv(encounters),
		},
		{
			name: "encounters-calendar",
			title: "Meetings as a calendar",
			mediaType: "text/calendar",
			path: `${path}.ics`,
			write: ({ options }) => encountersIcs(encounters, title, options.baseUrl),
		},
		{
			name: "encounters-timelinejs",
			title: "Meetings for TimelineJS",
			mediaType: "application/json",
			path: `${path}.timelinejs.json`,
			write: () => timelineJs(encounters, title),
		},
	];
}

const others: readonly WholeDownload[] = [
	{
		name: "addresses",
		title: "Articles that lie elsewhere now or were withdrawn",
		mediaType: "application/json",
		path: "addresses.json",
		schema: "addresses",
		write: ({ corpus }) => stableJson(corpus.addresses),
	},
	{
		name: "ids",
		title: "Every address that answers, one a line",
		mediaType: "text/plain",
		path: "ids.txt",
		write: ({ corpus }) => idLines(corpus),
	},
	{
		name: "report",
		title: "What became of every source file",
		mediaType: "application/json",
		path: "report.json",
		schema: "report",
		write: ({ corpus }) => stableJson(corpus.report),
	},
];

function wholeDownloads(site: Site): readonly WholeDownload[] {
	return [...meetings(site), ...others];
}

/** A download of this archive and the files that it consists of. */
export interface DownloadFiles extends Download {
	/** Relative to the site's root. */
	readonly paths: readonly string[];
}

/** All downloads that this archive has, those of articles first. */
export function downloadsOf(site: Site): DownloadFiles[] {
	return [
		...monthly.map((download) => ({
			...download,
			paths: partsOf(site, download).map(({ name }) =>
				partPath(download, name),
			),
		})),
		...wholeDownloads(site).map((download) => ({
			...download,
			paths: [`data/${download.path}`],
		})),
	].filter(({ paths }) => paths.length > 0);
}

/** The files of the downloads and their schemas. */
export function downloadFiles(site: Site): PlannedFile[] {
	return [
		...monthly.flatMap((download) => monthlyFiles(site, download)),
		...wholeDownloads(site).map((download) =>
			plainFile(`data/${download.path}`, download.write(site)),
		),
		...Object.entries(schemas).map(([name, schema]) =>
			plainFile(
				`data/schema/${name}.schema.json`,
				stableJson({
					...z.toJSONSchema(schema, { unrepresentable: "any" }),
					$id: schemaId(site, name),
				}),
			),
		),
	];
}

/** Where the schema lies, if that is known; its name else. */
function schemaId({ options }: Site, name: string): string {
	return options.baseUrl === undefined
		? `urn:biannian:schema:${name}:${schemaVersion}`
		: `${options.baseUrl}data/schema/${name}.schema.json`;
}

function partsOf(site: Site, { withRevisions }: MonthlyDownload) {
	const { articles } = site.corpus.manifest;
	return partsByMonth(withRevisions ? articles : site.cards);
}

function partPath({ path: [folder, ending] }: MonthlyDownload, part: string) {
	return `data/${folder}/${part}.${ending}`;
}

function monthlyFiles(site: Site, download: MonthlyDownload): PlannedFile[] {
	return partsOf(site, download).map(({ name, cards }) => ({
		path: partPath(download, name),
		// A card is a function of its article, whose hash it names.
		key: fingerprint(
			`${JSON.stringify(download.around(site, cards))} ${cards.map(({ sha256 }) => sha256).join("")}`,
		),
		write: () => download.write(site, cards),
	}));
}
