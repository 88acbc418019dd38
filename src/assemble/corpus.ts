/** Records of all files → the corpus: what only the whole archive can know, settled and written. */
import { stableJson } from "../base/order.ts";
import type { Config } from "../domain/config.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Manifest } from "../domain/manifest.ts";
import type { Report } from "../domain/report.ts";
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
import {
	type Drafted,
	type PublishedRecord,
	writeArticles,
} from "./articles.ts";
import { refuseGreedyOutlets } from "./greedy-outlets.ts";
import { makeManifest, writeManifest } from "./manifest.ts";
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
	seeds: Seeds,
	options: Options,
	version: string,
	folder: OutputFolder,
): Promise<{ readonly manifest: Manifest; readonly remember: () => void }> {
	const pages = await publishPages(options);
	const settled = settleArchive(seeds.records, options);
	const { published, encounters, collections } = settled;
	const { related, remember } = relatedTo(
		canonicalOf(published),
		options,
		version,
	);
	await folder.ready();
	const { isFresh } = seeds;
	const knowledge = { related, isFresh, version };
	const cards = writeArticles(published, knowledge, options, folder);
	const { timelines } = encounters;
	const manifest = makeManifest(
		cards,
		published.map(({ record }) => record.draft.source),
		{ pages, collections, timelines },
		options.config,
	);
	writeManifest(manifest, version, folder);
	for (const [path, value] of [
		["encounters.json", encounters],
		["addresses.json", settled.addresses],
		["report.json", reportOn(seeds, settled)],
		["gazetteer.json", publishGazetteer(settled.gazetteer)],
	] as const)
		folder.makeText(path, stableJson(value));
	return { manifest, remember };
}

/** What the walk over the seeds and the reading of them gave. */
type Seeds = Pick<Ingested, "records" | "diagnostics" | "isFresh">;

/**
 * Settle what only the whole archive can know: copies, meetings, addresses, collections. Writes nothing.
 *
 * @throws OwnerMistakes when an outlet's description takes its articles' texts away.
 */
function settleArchive(records: readonly FileRecord[], options: Options) {
	const { withdrawn, timelines, collections: own } = options.config;
	const parts = records.flatMap(partsOf);
	const drafted = parts.filter(
		(record): record is Drafted => record.draft !== undefined,
	);
	refuseGreedyOutlets(drafted, options);
	const copies = settleCopies(
		drafted.map((record) => summaryIn(record, record.draft)),
	);
	const fates = withoutWithdrawn(
		copies.value,
		new Set(withdrawn.map(({ id }) => id)),
	);
	const published = publishedOf(drafted, fates);
	const ids = new Set(published.map(({ fate }) => fate.id));
	const gazetteer = gazetteerOf(options.config.gazetteer);
	const corrections = readCorrections(correctionsText(options.seeds));
	const { meetings, moves } = corrections.value;
	const claims = canonicalOf(published).flatMap(({ record, fate }) =>
		record.draft.claims ? [{ ...record.draft.claims, articleId: fate.id }] : [],
	);
	const encounters = mergeEncounters(claims, timelines, meetings, gazetteer);
	const aliases = aliasesIn(fates.values());
	const addresses = settleAddresses(ids, aliases, moves, withdrawn);
	const moved = new Map(addresses.value.moved.map(({ id, to }) => [id, to]));
	const collections = settleCollections(own, ids, moved);
	const outcomes = [copies, corrections, addresses, collections, encounters];
	return {
		...{ parts, fates, published, gazetteer },
		encounters: encounters.value,
		addresses: addresses.value,
		collections: collections.value,
		diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
	};
}

/** The records that have an article of their own, whether today's text or an older one. */
function publishedOf(
	drafted: readonly Drafted[],
	fates: ReadonlyMap<string, Fate>,
): PublishedRecord[] {
	return drafted.flatMap((record): PublishedRecord[] => {
		const fate = fates.get(record.path);
		return fate?.kind === "article" || fate?.kind === "revision"
			? [{ record, fate }]
			: [];
	});
}

/** Without older texts. */
function canonicalOf(published: readonly PublishedRecord[]): PublishedRecord[] {
	return published.filter(({ fate }) => fate.kind === "article");
}

function reportOn(
	{ records, diagnostics }: Seeds,
	settled: ReturnType<typeof settleArchive>,
): Report {
	return makeReport(
		[...fatesOf(settled.parts, settled.fates), ...unreadFates(diagnostics)],
		[
			...diagnostics.filter(({ severity }) => severity === "info"),
			...records.flatMap(({ records: held, findings = [] }) =>
				held ? findings : [],
			),
			...settled.diagnostics,
		],
	);
}

/** With a smaller share of changes since it was written, a note of relatives is not worth writing anew. */
const fewChanges = 1 / 1_000;

/** For every article its neighbours; those that no change concerns are as the build before found them. */
function relatedTo(
	canonical: readonly PublishedRecord[],
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
