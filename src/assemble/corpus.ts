/** Records of all files → the corpus: what only the whole archive can know, settled and written. */
import {
	byCodePoint,
	fingerprint,
	sortKeys,
	stableJson,
} from "../base/order.ts";
import {
	manifestParts,
	manifestPath,
	manifestText,
} from "../corpus/manifest-file.ts";
import type { Source } from "../domain/article.ts";
import { schemaVersion } from "../domain/article-id.ts";
import type { Config } from "../domain/config.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Encounters } from "../domain/encounter.ts";
import type {
	Card,
	Collection,
	Manifest,
	PublishedPage,
} from "../domain/manifest.ts";
import { settleAddresses } from "../enrich/addresses.ts";
import { settleCollections } from "../enrich/collections.ts";
import {
	aliasesIn,
	type Fate,
	settleCopies,
	withoutWithdrawn,
} from "../enrich/copies.ts";
import { correctionsText, readCorrections } from "../enrich/corrections.ts";
import { mergeEncounters } from "../enrich/encounters.ts";
import { gazetteerOf } from "../enrich/gazetteer/index.ts";
import { publishGazetteer } from "../enrich/gazetteer/publish.ts";
import { relate } from "../enrich/related.ts";
import {
	type DraftRecord,
	type FileRecord,
	partsOf,
	summaryIn,
} from "../ingest/file-record.ts";
import type { Ingested } from "../ingest/ingest.ts";
import { recordsFolder } from "../ingest/records.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import { type FileFate, makeReport } from "../report/make.ts";
import { type Drafted, type Told, writeArticles } from "./articles.ts";
import { refuseGreedyOutlets } from "./greedy-outlets.ts";
import { publishPages } from "./own-pages.ts";
import { readRelatedMemory, writeRelatedMemory } from "./related-cache.ts";

interface Options {
	readonly seeds: string;
	readonly corpus: string;
	readonly cache: string;
	readonly config: Config;
}

/**
 * Write the corpus of these records into `folder`.
 *
 * @param version of the code behind this stage.
 * @returns its table of contents, which it took to make and would take to read; and what leaves to the next build what
 * this one found out, which may be called whenever there is time.
 * @throws OwnerMistakes when an outlet's description takes its articles' texts away.
 * @throws DraftsLost before anything is written that depends on a lost draft.
 */
export async function writeCorpus(
	{
		records,
		diagnostics,
		wasRead,
	}: Pick<Ingested, "records" | "diagnostics" | "wasRead">,
	options: Options,
	version: string,
	folder: OutputFolder,
): Promise<{ readonly manifest: Manifest; readonly remember: () => void }> {
	const parts = records.flatMap(partsOf);
	const drafted = parts.filter(
		(record): record is Drafted => record.draft !== undefined,
	);
	refuseGreedyOutlets(drafted, options);
	const pages = await publishPages(options);
	const settled = settleCopies(
		drafted.map((record) => summaryIn(record, record.draft)),
	);
	const { withdrawn } = options.config;
	const fates = withoutWithdrawn(
		settled.value,
		new Set(withdrawn.map(({ id }) => id)),
	);
	const told = drafted.flatMap((record): Told[] => {
		const fate = fates.get(record.path);
		return fate?.kind === "article" || fate?.kind === "revision"
			? [{ record, fate }]
			: [];
	});
	const canonical = told.filter(({ fate }) => fate.kind === "article");
	const { related, remember } = relatedTo(canonical, options, version);
	const gazetteer = gazetteerOf(options.config.gazetteer);
	const corrections = readCorrections(correctionsText(options.seeds));
	const encounters = mergeEncounters(
		canonical.flatMap(({ record, fate }) =>
			record.draft.claims
				? [{ ...record.draft.claims, articleId: fate.id }]
				: [],
		),
		options.config.timelines,
		corrections.value.meetings,
		gazetteer,
	);
	const addresses = settleAddresses(
		new Set(told.map(({ fate }) => fate.id)),
		aliasesIn(fates.values()),
		corrections.value.moves,
		withdrawn,
	);
	const collections = settleCollections(
		options.config.collections,
		new Set(told.map(({ fate }) => fate.id)),
		new Map(addresses.value.moved.map(({ id, to }) => [id, to])),
	);
	await folder.ready();
	const cards = writeArticles(told, wasRead, related, options, version, folder);
	const manifest = makeManifest(
		cards,
		told.map(({ record }) => record),
		encounters.value,
		options.config,
		{ pages, collections: collections.value },
	);
	const report = makeReport(
		[...fatesOf(parts, fates), ...unreadFates(diagnostics)],
		[
			...diagnostics.filter(({ severity }) => severity === "info"),
			...records.flatMap(({ records: held, findings = [] }) =>
				held ? findings : [],
			),
			...settled.diagnostics,
			...corrections.diagnostics,
			...addresses.diagnostics,
			...collections.diagnostics,
			...encounters.diagnostics,
		],
	);
	writeManifest(manifest, version, folder);
	for (const [path, value] of [
		["encounters.json", encounters.value],
		["addresses.json", addresses.value],
		["report.json", report],
		["gazetteer.json", publishGazetteer(gazetteer)],
	] as const) {
		const text = stableJson(value);
		const key = fingerprint(text);
		if (folder.keepFresh(path, key) === undefined)
			folder.write(path, key, text);
	}
	return { manifest, remember };
}

/** The parts whose cards changed, and the table of them all. */
function writeManifest(
	manifest: Manifest,
	version: string,
	folder: OutputFolder,
): void {
	const parts = manifestParts(manifest);
	const hashes = new Map<string, string>();
	for (const { name, path, cards, text } of parts) {
		// A card is a function of its article, whose hash it names.
		const key = fingerprint(
			`${version} ${cards.map(({ sha256 }) => sha256).join("")}`,
		);
		const hash = folder.keepFresh(path, key) ?? folder.write(path, key, text());
		hashes.set(name, hash);
	}
	const text = manifestText(manifest, parts, (name) => hashes.get(name) ?? "");
	const key = fingerprint(text);
	if (folder.keepFresh(manifestPath, key) === undefined)
		folder.write(manifestPath, key, text);
}

/** With a smaller share of changes since it was written, a note of relatives is not worth writing anew. */
const fewChanges = 1 / 1_000;

/** For every article its neighbours; those that no change concerns are as the build before found them. */
function relatedTo(
	canonical: readonly Told[],
	{ cache, seeds }: Options,
	version: string,
): {
	readonly related: ReadonlyMap<string, readonly string[]>;
	readonly remember: () => void;
} {
	const folder = recordsFolder(cache, seeds);
	const before = readRelatedMemory(folder, version);
	const { related, memory, changes } = relate(
		canonical.map(({ record, fate }) => ({
			id: fate.id,
			key: record.key,
			signature: () => record.draft.signature,
		})),
		before,
	);
	const isWorthNoting = !before || changes > before.ids.length * fewChanges;
	const remember = () => {
		if (isWorthNoting) writeRelatedMemory(folder, version, memory);
	};
	return { related, remember };
}

/** What the owner adds to the articles. */
interface OwnContents {
	readonly pages: readonly PublishedPage[];
	readonly collections: readonly Collection[];
}

function makeManifest(
	articles: Card[],
	drafted: readonly Drafted[],
	encounters: Encounters,
	config: Config,
	own: OwnContents,
): Manifest {
	const { title, shortName, description, language, otherLanguages } = config;
	const { noindex, look, rights } = config;
	const { timelines } = encounters;
	return {
		// Sorted as it is written: it shall be what somebody reads who reads the file.
		...sortKeys({
			schemaVersion,
			archive: {
				title,
				...(shortName === undefined ? {} : { shortName }),
				description,
				language,
				...(otherLanguages.length === 0
					? {}
					: { otherLanguages: [...otherLanguages] }),
				noindex,
				...(look === undefined ? {} : { look }),
				rights,
				timelines,
				...(own.pages.length === 0 ? {} : { pages: [...own.pages] }),
				...(own.collections.length === 0
					? {}
					: { collections: [...own.collections] }),
			},
			sources: commonSources(drafted.map(({ draft }) => draft.source)),
		}),
		articles,
	};
}

/**
 * One description of each source. Files may describe an unknown outlet differently; what most of
 * them say holds, so that one file more does not rename it on every page.
 */
function commonSources(stated: readonly Source[]): Source[] {
	// Records that were read from one file of the cache share their sources.
	const counts = new Map<Source, number>();
	for (const source of stated)
		counts.set(source, (counts.get(source) ?? 0) + 1);
	const votes = new Map<string, { source: Source; count: number }>();
	for (const [source, count] of counts) {
		const key = JSON.stringify(source);
		const vote = votes.get(key);
		if (vote) vote.count += count;
		else votes.set(key, { source, count });
	}
	const chosen = new Map<string, Source>();
	const byVotes = [...votes].sort(
		([a, { count: countA }], [b, { count: countB }]) =>
			countB - countA || byCodePoint(a, b),
	);
	for (const [, { source }] of byVotes)
		if (!chosen.has(source.id)) chosen.set(source.id, source);
	return [...chosen.values()].sort((a, b) => byCodePoint(a.id, b.id));
}

/** What lies among the seeds and was not read (a link, a pipe, a folder that may not be listed) has a fate, too. */
function unreadFates(diagnostics: readonly Diagnostic[]): FileFate[] {
	return diagnostics
		.filter(({ severity }) => severity !== "info")
		.map((finding) => ({
			file: finding.file,
			status: "quarantined",
			findings: [{ ...finding, severity: "error" }],
			removed: [],
		}));
}

/** inputs = accepted + duplicates + revisions + withdrawn + quarantined: every file has exactly one fate. */
function fatesOf(
	records: readonly FileRecord[],
	settled: ReadonlyMap<string, Fate>,
): FileFate[] {
	return records.map(({ path, findings = [], draft }) => {
		const fate = settled.get(path);
		if (!draft || !fate)
			return { file: path, status: "quarantined", findings, removed: [] };
		return {
			file: path,
			status: statusOf(fate, draft),
			articleId: "of" in fate ? fate.of : fate.id,
			findings,
			removed: draft.removed ?? [],
			source: draft.source,
		};
	});
}

function statusOf(fate: Fate, draft: DraftRecord): FileFate["status"] {
	if (fate.kind !== "article") return fate.kind;
	return draft.repaired ? "repaired" : "accepted";
}
