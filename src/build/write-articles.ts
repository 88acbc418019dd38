/** Drafts → the articles of the corpus: each with what only the whole archive can know of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readAssets, type StoredImage, withAssets } from "../corpus/assets.ts";
import {
	jsonOf,
	type Members,
	membersOf,
	valuesOf,
	withValues,
} from "../corpus/members.ts";
import { cardFacts, cardOf } from "../corpus/store.ts";
import type { Article, Copy } from "../domain/article.ts";
import type { Card, Manifest } from "../domain/manifest.ts";
import { byCodePoint, fingerprint } from "../domain/order.ts";
import { textOf } from "../domain/utf8.ts";
import type { Settled } from "../enrich/copies.ts";
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
}

/** A record whose file became a draft. */
export type Drafted = FileRecord & { readonly draft: DraftSummary };

/** A file that has an article of its own in the corpus: the current text or an older one. */
export interface Told {
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

/** Write the articles that changed; the card of one that did not comes from the last manifest. */
export function writeArticles(
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
		const article = withValues(draft, {
			...extras,
			...linksInto(draft, local),
			...copiesIn(draft, copies),
			...storedFigures(draft, images),
		});
		const hash = folder.write(path, key, jsonOf(article));
		cards.push(cardOf(valuesOf(article, cardFacts), hash));
	}
	if (lost.length > 0) throw new DraftsLost(lost);
	return cards.sort(byTime);
}

/** Oldest first, by instant and else by day; undated last; ties by id. */
function byTime(a: Card, b: Card): number {
	return (
		byCodePoint(a.day ?? undated, b.day ?? undated) ||
		(a.at ?? 0) - (b.at ?? 0) ||
		byCodePoint(a.id, b.id)
	);
}

/** After every day. */
const undated = "9999";

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

/** The draft's links, where some lead to articles of this archive: by address as written, the article's id. */
function linksInto(
	draft: Members<Article>,
	local: ReadonlyMap<string, string>,
): Partial<Article> {
	if (local.size === 0) return {};
	const { links } = valuesOf(draft, ["links"]);
	return {
		links: links.map((link) => {
			const target = local.get(link.href);
			return target === undefined ? link : { ...link, articleId: target };
		}),
	};
}

function copiesIn(
	draft: Members<Article>,
	copies: readonly Copy[],
): Partial<Article> {
	if (copies.length === 0) return {};
	const { provenance } = valuesOf(draft, ["provenance"]);
	return { provenance: { ...provenance, copies: [...copies] } };
}

function storedFigures(
	draft: Members<Article>,
	images: ReadonlyMap<string, StoredImage>,
): Partial<Article> {
	if (images.size === 0) return {};
	return withAssets(valuesOf(draft, ["figures"]), images);
}

/** @returns `undefined` when the draft is not in the cache or damaged. */
function readDraft(
	drafts: string,
	{ key, draft }: Drafted,
): Members<Article> | undefined {
	try {
		const bytes = readFileSync(draftPath(drafts, key));
		return fingerprint(bytes) === draft.stored ? membersOf(bytes) : undefined;
	} catch {
		return undefined;
	}
}
