/** The table of contents of the corpus: made of the cards of all articles, written in parts by month. */
import { byCodePoint, fingerprint, sortKeys } from "../base/order.ts";
import {
	manifestParts,
	manifestPath,
	manifestText,
} from "../corpus/manifest-file.ts";
import type { Source } from "../domain/article.ts";
import { schemaVersion } from "../domain/article-id.ts";
import type { Config } from "../domain/config.ts";
import type { Encounters } from "../domain/encounter.ts";
import type {
	Card,
	Collection,
	Manifest,
	PublishedPage,
} from "../domain/manifest.ts";
import type { OutputFolder } from "../output/output-folder.ts";

/** What the owner adds to the articles. */
interface OwnContents {
	readonly pages: readonly PublishedPage[];
	readonly collections: readonly Collection[];
	readonly timelines: Encounters["timelines"];
}

/**
 * @param cards in any order.
 * @param stated the description of its outlet that each article's file gives.
 */
export function makeManifest(
	cards: readonly Card[],
	stated: readonly Source[],
	{ pages, collections, timelines }: OwnContents,
	config: Config,
): Manifest {
	const { title, shortName, description, language, otherLanguages } = config;
	const { noindex, look, rights } = config;
	return {
		// Sorted as it is written: in memory it shall be what is read from the file.
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
				...(pages.length === 0 ? {} : { pages: [...pages] }),
				...(collections.length === 0 ? {} : { collections: [...collections] }),
			},
			sources: commonSources(stated),
		}),
		articles: inOrder(cards),
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

/** The parts whose cards changed, and the table of them all. */
export function writeManifest(
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
		hashes.set(name, folder.make(path, key, text));
	}
	folder.makeText(
		manifestPath,
		manifestText(manifest, parts, (name) => hashes.get(name) ?? ""),
	);
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
