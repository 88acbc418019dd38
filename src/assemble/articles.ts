/** Drafts → the articles of the corpus: each with what only the whole archive can know of it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byCodePoint, fingerprint, sha256 } from "../base/order.ts";
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
import {
	articleFile,
	cardOf,
	type OwnCard,
	pictureOf,
} from "../corpus/store.ts";
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

/**
 * Write the articles that changed.
 *
 * @param wasRead whether the file at this path was read in this build: its draft is what was stored a moment ago.
 * @returns the cards of all, in the order of the manifest.
 */
export function writeArticles(
	told: readonly Told[],
	wasRead: (path: string) => boolean,
	related: ReadonlyMap<string, readonly string[]>,
	options: Options,
	version: string,
	folder: OutputFolder,
): Card[] {
	const linksOf = localLinks(told);
	const images = readAssets(options.seeds);
	// Images come in one run of a command, seldom: then every article is looked at again.
	const pictures =
		images.size === 0 ? "" : fingerprint(JSON.stringify([...images]));
	const drafts = join(options.cache, "drafts");
	const cards: Card[] = [];
	const lost: string[] = [];
	for (const { record, fate } of told) {
		const { id, copies } = fate;
		const around: Around = {
			id,
			duplicates: fate.duplicates,
			revisions: fate.kind === "article" ? fate.revisions : none,
			...(fate.kind === "revision" ? { revisionOf: fate.revisionOf } : {}),
			related: related.get(id) ?? none,
		};
		const local = linksOf(record.draft.links, id);
		const path = articleFile(id);
		// What the record's key stands for is most of it; the path says the id.
		const known = keyOf(around, copies, local);
		const key = `${version} ${record.key} ${pictures}${known}`;
		const { id: drafted, stored, pictures: held = none } = record.draft;
		const card = cardWithPicture(record.draft, images);
		if (!held.every(({ file }) => hasPicture(options.cache, file))) {
			lost.push(record.path);
			continue;
		}
		const kept = folder.keepFresh(path, key);
		if (kept !== undefined) {
			cards.push(cardOf(card, around, kept));
			continue;
		}
		const from = draftPath(drafts, record.key);
		const isAsDrafted = known === "" && pictures === "" && id === drafted;
		if (isAsDrafted && (wasRead(record.path) || readSound(from, stored))) {
			folder.take(path, key, from, stored);
			cards.push(cardOf(card, around, stored));
			continue;
		}
		const json = readSound(from, stored);
		if (!json) {
			lost.push(record.path);
			continue;
		}
		const draft = membersOf<Article>(json);
		const article = withValues(draft, {
			...around,
			duplicates: [...around.duplicates],
			revisions: [...around.revisions],
			related: [...around.related],
			...linksInto(draft, local),
			...copiesIn(draft, copies),
			...storedFigures(draft, images),
		});
		const hash = folder.write(path, key, jsonOf(article));
		cards.push(cardOf(card, around, hash));
	}
	if (lost.length > 0) throw new DraftsLost(lost);
	return inOrder(cards);
}

/** The draft's card, with its first picture where that was fetched. */
function cardWithPicture(
	{ card, lead }: DraftRecord,
	images: ReadonlyMap<string, StoredImage>,
): OwnCard {
	const image = lead === undefined ? undefined : images.get(lead);
	if (!image) return card;
	const { file, width, height } = image;
	return { ...card, ...pictureOf({ asset: file, width, height }) };
}

/** Whether a picture from inside a seed file is still in the cache. */
function hasPicture(cache: string, file: string): boolean {
	return existsSync(join(cache, picturesFolder, file));
}

/** Oldest first, by instant and else by day; undated last; ties by id. */
function inOrder(cards: readonly Card[]): Card[] {
	// Days are far fewer than articles.
	const days = new Map<string, Card[]>();
	for (const card of cards) {
		const day = card.day ?? undated;
		const own = days.get(day);
		if (own) own.push(card);
		else days.set(day, [card]);
	}
	return [...days.keys()]
		.sort()
		.flatMap((day) => days.get(day)?.sort(byInstant) ?? []);
}

/** Of one day. */
function byInstant(a: Card, b: Card): number {
	return (a.at ?? 0) - (b.at ?? 0) || byCodePoint(a.id, b.id);
}

/** After every day. */
const undated = "9999";

/** What the archive knows of an article, said shortly: of most it knows nothing. */
function keyOf(
	{ duplicates, revisions, revisionOf, related }: Around,
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

interface Around {
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
	told: readonly Told[],
): (
	links: Drafted["draft"]["links"],
	own: string,
) => ReadonlyMap<string, string> {
	const byAddress = new Map<string, string>();
	for (const { record, fate } of told) {
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
