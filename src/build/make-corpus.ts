/** Records of all files → the corpus: what only the whole archive can know, settled and written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readAssets, withAssets } from "../corpus/assets.ts";
import { cardOf } from "../corpus/store.ts";
import type { Article, Draft, Source } from "../domain/article.ts";
import type { Config } from "../domain/config.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Encounters } from "../domain/encounter.ts";
import type { Card, Manifest } from "../domain/manifest.ts";
import { byCodePoint, fingerprint, stableJson } from "../domain/order.ts";
import { textOf } from "../domain/utf8.ts";
import { type Settled, settleCopies } from "../enrich/copies.ts";
import { correctionsFile, readCorrections } from "../enrich/corrections.ts";
import { mergeEncounters } from "../enrich/encounters.ts";
import { relate } from "../enrich/related.ts";
import { type FileFate, makeReport } from "../report/make.ts";
import {
	type DraftSummary,
	draftPath,
	type FileRecord,
} from "./file-record.ts";
import type { OutputFolder } from "./output-folder.ts";

interface Options {
	readonly seeds: string;
	readonly corpus: string;
	readonly cache: string;
	readonly config: Config;
}

/** A record whose file became a draft. */
type Drafted = FileRecord & { readonly draft: DraftSummary };

/** A file that has an article of its own in the corpus: the current text or an older one. */
interface Told {
	readonly record: Drafted;
	readonly fate: Exclude<Settled, { kind: "duplicate" }>;
}

/** Drafts that the cache had lost or that were damaged: their files must be read again. */
export class DraftsLost extends Error {
	readonly paths: readonly string[];
	constructor(paths: readonly string[]) {
		super(`${paths.length} drafts in the cache are missing or damaged.`);
		this.paths = paths;
	}
}

/**
 * Write the corpus of `records` into `folder`.
 *
 * @param walkFindings what the walk over the seeds noticed.
 * @param version of the code behind this stage.
 * @throws DraftsLost before anything is written that depends on a lost draft.
 */
export function writeCorpus(
	records: readonly FileRecord[],
	walkFindings: readonly Diagnostic[],
	options: Options,
	version: string,
	folder: OutputFolder,
): void {
	const drafted = records.filter(
		(record): record is Drafted => record.draft !== undefined,
	);
	const settled = settleCopies(drafted.map(({ draft }) => draft.summary));
	const told = drafted.flatMap((record): Told[] => {
		const fate = settled.value.get(record.path);
		return fate && fate.kind !== "duplicate" ? [{ record, fate }] : [];
	});
	const canonical = told.filter(({ fate }) => fate.kind === "article");
	const related = relate(
		canonical.map(({ record, fate }) => ({
			id: fate.id,
			signature: record.draft.signature,
		})),
	);
	const corrections = readCorrections(
		readText(join(options.seeds, correctionsFile)),
	);
	const encounters = mergeEncounters(
		canonical.map(({ record, fate }) => ({
			...record.draft.claims,
			articleId: fate.id,
		})),
		options.config.timelines,
		corrections.value,
	);
	const cards = writeArticles(told, related, options, version, folder);
	const manifest = makeManifest(
		cards,
		drafted,
		encounters.value,
		options.config,
	);
	const report = makeReport(fatesOf(records, settled.value), [
		...walkFindings,
		...settled.diagnostics,
		...corrections.diagnostics,
		...encounters.diagnostics,
	]);
	for (const [path, value] of [
		["manifest.json", manifest],
		["encounters.json", encounters.value],
		["report.json", report],
	] as const) {
		const text = stableJson(value);
		const key = fingerprint(text);
		if (folder.isFresh(path, key)) folder.keep(path);
		else folder.write(path, key, text);
	}
}

/** Write the articles that changed; the card of one that did not comes from the last manifest. */
function writeArticles(
	told: readonly Told[],
	related: ReadonlyMap<string, readonly string[]>,
	options: Options,
	version: string,
	folder: OutputFolder,
): Card[] {
	const byAddress = new Map(
		told.flatMap(({ record, fate }) => {
			const { url } = record.draft.summary;
			return fate.kind === "article" && url !== undefined
				? [[url, fate.id] as const]
				: [];
		}),
	);
	const known = lastCards(options.corpus, folder);
	const images = readAssets(options.seeds);
	// Images come in one run of a command, seldom: then every article is looked at again.
	const pictures =
		images.size === 0 ? [] : [fingerprint(JSON.stringify([...images]))];
	const cards: Card[] = [];
	const lost: string[] = [];
	for (const { record, fate } of told) {
		const { people, places } = record.draft;
		const { id, duplicates, copies } = fate;
		const extras = {
			id,
			people: [...people],
			places: [...places],
			duplicates: [...duplicates],
			revisions: fate.kind === "article" ? [...fate.revisions] : [],
			...(fate.kind === "revision" ? { revisionOf: fate.revisionOf } : {}),
			related: [...(related.get(id) ?? [])],
		};
		const local = new Map(
			Object.entries(record.draft.links).flatMap(([href, address]) => {
				const target = byAddress.get(address);
				return target === undefined || target === id
					? []
					: [[href, target] as const];
			}),
		);
		const path = `articles/${id}.json`;
		const key = fingerprint(
			JSON.stringify([
				version,
				record.key,
				extras,
				copies,
				[...local],
				...pictures,
			]),
		);
		const card = known.get(id);
		if (card && folder.isFresh(path, key)) {
			folder.keep(path);
			cards.push(card);
			continue;
		}
		const draft = readDraft(join(options.cache, "drafts"), record);
		if (!draft) {
			lost.push(record.path);
			continue;
		}
		const article: Article = {
			...draft,
			...extras,
			links: draft.links.map((link) => {
				const target = local.get(link.href);
				return target === undefined ? link : { ...link, articleId: target };
			}),
			provenance: { ...draft.provenance, copies: [...copies] },
		};
		const text = Buffer.from(stableJson(withAssets(article, images)));
		cards.push(cardOf(article, folder.write(path, key, text)));
	}
	if (lost.length > 0) throw new DraftsLost(lost);
	return cards.sort(byTime);
}

/** Oldest first, by instant and else by day; undated last; ties by id. */
function byTime(a: Card, b: Card): number {
	const when = (card: Card) => card.day ?? "9999";
	return (
		byCodePoint(when(a), when(b)) ||
		(a.at ?? 0) - (b.at ?? 0) ||
		byCodePoint(a.id, b.id)
	);
}

function lastCards(
	corpus: string,
	folder: OutputFolder,
): ReadonlyMap<string, Card> {
	if (!folder.isIntact("manifest.json")) return new Map();
	const { articles } = JSON.parse(
		textOf(readFileSync(join(corpus, "manifest.json"))),
	) as Manifest;
	return new Map(articles.map((card) => [card.id, card]));
}

function readDraft(drafts: string, { key, draft }: Drafted): Draft | undefined {
	const bytes = readBytes(draftPath(drafts, key));
	return bytes !== undefined && fingerprint(bytes) === draft.stored
		? (JSON.parse(textOf(bytes)) as Draft)
		: undefined;
}

function readText(path: string): string | undefined {
	return readBytes(path)?.toString();
}

function readBytes(path: string): Buffer | undefined {
	try {
		return readFileSync(path);
	} catch {
		return undefined;
	}
}

function makeManifest(
	articles: Card[],
	drafted: readonly Drafted[],
	encounters: Encounters,
	config: Config,
): Manifest {
	const { title, description, language, noindex, rights } = config;
	return {
		schemaVersion: 1,
		archive: {
			title,
			description,
			language,
			noindex,
			rights: { ...rights },
			timelines: encounters.timelines,
		},
		sources: commonSources(drafted.map(({ draft }) => draft.source)),
		articles,
	};
}

/**
 * One description of each source. Files may describe an unknown outlet differently; what most of
 * them say holds, so that one file more does not rename it on every page.
 */
function commonSources(stated: readonly Source[]): Source[] {
	const votes = new Map<string, { source: Source; count: number }>();
	for (const source of stated) {
		const key = JSON.stringify(source);
		const vote = votes.get(key);
		if (vote) vote.count++;
		else votes.set(key, { source, count: 1 });
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

/** inputs = accepted + duplicates + revisions + quarantined: every file has exactly one fate. */
function fatesOf(
	records: readonly FileRecord[],
	settled: ReadonlyMap<string, Settled>,
): FileFate[] {
	return records.map(({ path, findings, draft }) => {
		const fate = settled.get(path);
		if (!draft || !fate)
			return { file: path, status: "quarantined", findings, removed: [] };
		return {
			file: path,
			status: statusOf(fate, draft),
			articleId: fate.kind === "duplicate" ? fate.of : fate.id,
			findings,
			removed: draft.removed,
			source: draft.source,
		};
	});
}

function statusOf(fate: Settled, draft: DraftSummary): FileFate["status"] {
	if (fate.kind !== "article") return fate.kind;
	return draft.repaired.length > 0 ? "repaired" : "accepted";
}
