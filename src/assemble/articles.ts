/** Drafts → the articles of the corpus: each with what only the whole archive can know of it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, sha256 } from "../base/order.ts";
import {
	picturesFolder,
	readAssets,
	type StoredImage,
	withAssets,
} from "../corpus/assets.ts";
import {
	jsonOf,
	type Members,
	membersOf,
	valuesOf,
	withValues,
} from "../corpus/members.ts";
import { articleFile, cardOf, pictureOf } from "../corpus/store.ts";
import type { Article, Copy } from "../domain/article.ts";
import type { Card } from "../domain/manifest.ts";
import type { Settled } from "../enrich/copies.ts";
import {
	type DraftRecord,
	draftPath,
	type FileRecord,
} from "../ingest/file-record.ts";
import type { OutputFolder } from "../output/output-folder.ts";

interface Options {
	readonly seeds: string;
	readonly cache: string;
}

/** A record whose file became a draft. */
export type Drafted = FileRecord & { readonly draft: DraftRecord };

/** The record of a file that has an article of its own in the corpus: the current text or an older one. */
export interface PublishedRecord {
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

/** What decides the bytes of all articles beside their drafts. */
export interface ArchiveKnowledge {
	/** For every article its neighbours. */
	readonly related: ReadonlyMap<string, readonly string[]>;
	/** Whether the file or part at this path was read in this build: its draft is what was stored a moment ago. */
	readonly isFresh: (path: string) => boolean;
	/** Version of the code behind this stage. */
	readonly version: string;
}

/**
 * Write the articles that changed.
 *
 * @returns the cards of all, in no order.
 * @throws DraftsLost when some cannot be written; nothing of the others need be undone.
 */
export function writeArticles(
	published: readonly PublishedRecord[],
	knowledge: ArchiveKnowledge,
	options: Options,
	folder: OutputFolder,
): Card[] {
	const images = readAssets(options.seeds);
	const writer: Writer = {
		...{ knowledge, images, folder, cache: options.cache },
		linksOf: localLinks(published),
		imagesKey:
			images.size === 0 ? "" : fingerprint(JSON.stringify([...images])),
	};
	const cards: Card[] = [];
	const lost: string[] = [];
	for (const one of published) {
		const card = writeArticle(one, writer);
		if (card) cards.push(card);
		else lost.push(one.record.path);
	}
	if (lost.length > 0) throw new DraftsLost(lost);
	return cards;
}

/** What all articles are written with. */
interface Writer {
	readonly knowledge: ArchiveKnowledge;
	readonly folder: OutputFolder;
	readonly cache: string;
	readonly linksOf: ReturnType<typeof localLinks>;
	readonly images: ReadonlyMap<string, StoredImage>;
	/** What stands for them in keys: they come in one run of a command, seldom; then every article is looked at again. */
	readonly imagesKey: string;
}

/** Reuse the article, link its draft, or put it together. @returns `undefined` where what it is made of is lost. */
function writeArticle(
	{ record, fate }: PublishedRecord,
	{ knowledge, folder, cache, linksOf, images, imagesKey }: Writer,
): Card | undefined {
	const { links, pictures = none } = record.draft;
	const card = cardWithPicture(record.draft, images);
	if (!pictures.every(({ file }) => hasPicture(cache, file))) return undefined;
	const context = contextOf(fate, knowledge.related);
	const local = linksOf(links, fate.id);
	const path = articleFile(fate.id);
	// What the record's key stands for is most of it; the path says the id.
	const known = keyOf(context, fate.copies, local);
	const key = `${knowledge.version} ${record.key} ${imagesKey}${known}`;
	const current = folder.reuseIfCurrent(path, key);
	if (current !== undefined) return cardOf(card, context, current);
	const from = draftPath(join(cache, "drafts"), record.key);
	const { id: drafted, sha256: stored } = record.draft.card;
	const isAsDrafted = known === "" && imagesKey === "" && fate.id === drafted;
	if (
		isAsDrafted &&
		(knowledge.isFresh(record.path) || readSound(from, stored))
	) {
		folder.linkFromCache(path, key, from, stored);
		return cardOf(card, context, stored);
	}
	const json = readSound(from, stored);
	if (!json) return undefined;
	const draft = membersOf<Article>(json);
	const whole = withValues(draft, {
		...context,
		duplicates: [...context.duplicates],
		revisions: [...context.revisions],
		related: [...context.related],
		...linksInto(draft, local),
		...copiesIn(draft, fate.copies),
		...storedFigures(draft, images),
	});
	return cardOf(card, context, folder.write(path, key, jsonOf(whole)));
}

function contextOf(
	fate: PublishedRecord["fate"],
	related: ArchiveKnowledge["related"],
): ArchiveContext {
	return {
		id: fate.id,
		duplicates: fate.duplicates,
		revisions: fate.kind === "article" ? fate.revisions : none,
		...(fate.kind === "revision" ? { revisionOf: fate.revisionOf } : {}),
		related: related.get(fate.id) ?? none,
	};
}

/** The draft's card, with its first picture where that was fetched. */
function cardWithPicture(
	{ card, lead }: DraftRecord,
	images: ReadonlyMap<string, StoredImage>,
): Card {
	const image = lead === undefined ? undefined : images.get(lead);
	if (!image) return card;
	const { file, width, height } = image;
	return { ...card, ...pictureOf({ asset: file, width, height }) };
}

/** Whether a picture from inside a seed file is still in the cache. */
function hasPicture(cache: string, file: string): boolean {
	return existsSync(join(cache, picturesFolder, file));
}

/** What the archive knows of an article, said shortly: of most it knows nothing. */
function keyOf(
	{ duplicates, revisions, revisionOf, related }: ArchiveContext,
	copies: readonly Copy[],
	local: ReadonlyMap<string, string>,
): string {
	const alone =
		duplicates.length === 0 &&
		revisions.length === 0 &&
		revisionOf === undefined &&
		related.length === 0 &&
		copies.length === 0 &&
		local.size === 0;
	return alone
		? ""
		: fingerprint(
				JSON.stringify([
					duplicates,
					revisions,
					revisionOf,
					related,
					copies,
					[...local],
				]),
			);
}

/** What only the whole archive knows of an article. */
interface ArchiveContext {
	readonly id: string;
	readonly duplicates: readonly string[];
	readonly revisions: readonly string[];
	readonly revisionOf?: string;
	readonly related: readonly string[];
}

/** Of most articles. */
const none: readonly never[] = [];
const noLinks: ReadonlyMap<string, string> = new Map();

/** @returns a function that gives those of an article's links that lead to others: by address as written, the other's id. */
function localLinks(
	published: readonly PublishedRecord[],
): (
	links: Drafted["draft"]["links"],
	own: string,
) => ReadonlyMap<string, string> {
	const byAddress = new Map<string, string>();
	for (const { record, fate } of published) {
		const { url } = record.draft.card;
		if (fate.kind === "article" && url !== undefined)
			byAddress.set(url, fate.id);
	}
	/** Records that were read from one file of the cache share their links, where these are the same. */
	const known = new Map<
		Drafted["draft"]["links"],
		readonly (readonly [href: string, id: string])[]
	>();
	return (links, own) => {
		if (!links) return noLinks;
		const local =
			known.get(links) ??
			Object.entries(links).flatMap(([href, address]) => {
				const id = byAddress.get(address);
				return id === undefined ? [] : [[href, id] as const];
			});
		known.set(links, local);
		if (local.length === 0) return noLinks;
		return new Map(local.filter(([, id]) => id !== own));
	};
}

/** The draft's links, where some lead to articles of this archive. */
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

/** @returns the bytes at `path`, or `undefined` when they are not there or damaged. */
function readSound(path: string, hash: string): Buffer | undefined {
	try {
		const bytes = readFileSync(path);
		return sha256(bytes) === hash ? bytes : undefined;
	} catch {
		return undefined;
	}
}
