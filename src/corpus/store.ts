/** The corpus as files: the only module that reads or writes `corpus/`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { textOf } from "../base/utf8.ts";
import type { Addresses } from "../domain/addresses.ts";
import type { Article, Figure } from "../domain/article.ts";
import { schemaVersion } from "../domain/article-id.ts";
import { articlePlace } from "../domain/article-place.ts";
import type { Encounters } from "../domain/encounter.ts";
import type { PublishedGazetteer } from "../domain/gazetteer.ts";
import type {
	Card,
	Manifest,
	ManifestFile,
	ManifestPart,
} from "../domain/manifest.ts";
import type { Report } from "../domain/report.ts";
import {
	joinManifest,
	manifestPartPath,
	manifestPath,
} from "./manifest-file.ts";

/** Everything but the bodies, which are read one by one with {@link readArticle}. */
export interface Corpus {
	/** Folder it was read from. */
	readonly root: string;
	readonly manifest: Manifest;
	readonly encounters: Encounters;
	readonly addresses: Addresses;
	readonly report: Report;
	/** Who and what it knows by name. */
	readonly gazetteer: PublishedGazetteer;
}

/** @throws when the folder holds no corpus or one of another schema version. */
export function readCorpus(root: string): Corpus {
	const file = readJson(join(root, manifestPath)) as ManifestFile;
	if (file.schemaVersion !== schemaVersion)
		throw new Error(
			`${root}/${manifestPath} has schemaVersion ${file.schemaVersion}, expected ${schemaVersion}`,
		);
	const manifest = joinManifest(
		file,
		(name) => readJson(join(root, manifestPartPath(name))) as ManifestPart,
	);
	return readRest(manifest, root, (path) => join(root, path));
}

/**
 * The corpus that will lie in `root`, whose manifest is at hand.
 *
 * @param placeOf where its other files can be read now.
 */
export function readRest(
	manifest: Manifest,
	root: string,
	placeOf: (path: string) => string,
): Corpus {
	return {
		root,
		manifest,
		encounters: readJson(placeOf("encounters.json")) as Encounters,
		addresses: readJson(placeOf("addresses.json")) as Addresses,
		report: readJson(placeOf("report.json")) as Report,
		gazetteer: readJson(placeOf("gazetteer.json")) as PublishedGazetteer,
	};
}

/** @throws when there is no such article in the corpus at `root`. */
export function readArticle(root: string, id: string): Article {
	return readArticleAt(articlePath(root, id));
}

/** The article in the file at `path`. @throws when there is none. */
export function readArticleAt(path: string): Article {
	return readJson(path) as Article;
}

export function articlePath(root: string, id: string): string {
	return join(root, articleFile(id));
}

/** Path of an article's file below the root of a corpus. */
export function articleFile(id: string): string {
	return `${articlePlace(id)}.json`;
}

/** What the JSON file at `path` says, as one line with its end. */
export function lineOf(path: string): string {
	return `${JSON.stringify(readJson(path))}\n`;
}

function readJson(path: string): unknown {
	return JSON.parse(textOf(readFileSync(path)));
}

/** What of a card the article's own file decides, whatever else is in the archive. */
export type OwnCard = Omit<Card, "id" | "sha256" | "related" | "revisionOf">;

/** A figure for lists, where it is stored. */
export function pictureOf(
	figure: Pick<Figure, "asset" | "width" | "height"> | undefined,
): Pick<Card, "picture"> {
	const { asset: file, width, height } = figure ?? {};
	return file === undefined || width === undefined || height === undefined
		? {}
		: { picture: { file, width, height } };
}

/** What an {@link OwnCard} is made of. */
type OwnFacts = Pick<
	Article,
	Exclude<
		keyof OwnCard,
		"lede" | "characters" | "figures" | "day" | "at" | "picture"
	> &
		keyof Article
> &
	Pick<Article, "paragraphs" | "figures" | "published">;

/** The beginning of the text: a space stands between two words, not between two Chinese sentences. */
function beginningOf(paragraphs: OwnFacts["paragraphs"]): string {
	let text = "";
	for (const { text: next } of paragraphs) {
		if (text.length >= 300) break;
		const isWide = wide.test(text.slice(-1)) || wide.test(next.slice(0, 1));
		text += (text === "" || isWide ? "" : " ") + next;
	}
	return text;
}

/** Han characters, and full-width punctuation. */
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d…—]/u;

/** What a card says of an article, but for what the rest of the archive decides. */
export function ownCardOf(facts: OwnFacts): OwnCard {
	const beginning = beginningOf(facts.paragraphs);
	const { published, recorded, url } = facts;
	return {
		headline: facts.headline,
		lede: Array.from(beginning.slice(0, 300)).slice(0, 120).join(""),
		source: facts.source.id,
		...(url === undefined ? {} : { url }),
		...(published === undefined ? {} : { day: published.day }),
		...(published?.at === undefined ? {} : { at: published.at }),
		...(recorded === undefined ? {} : { recorded }),
		language: facts.language,
		bylines: facts.bylines,
		tags: facts.tags,
		people: facts.people,
		places: facts.places,
		characters: facts.paragraphs.reduce(
			(sum, { text }) => sum + text.length,
			facts.headline.length,
		),
		figures: facts.figures.length,
		...pictureOf(facts.figures[0]),
	};
}

/**
 * The card of an article, whose JSON has the hash `sha256`.
 *
 * @param own or the card of the same article in another archive: where its JSON is the same, so is its card.
 */
export function cardOf(
	own: OwnCard | Card,
	{
		id,
		related,
		revisionOf,
	}: {
		readonly id: string;
		readonly related: readonly string[];
		readonly revisionOf?: string | undefined;
	},
	sha256: string,
): Card {
	if ("sha256" in own && own.sha256 === sha256) return own;
	const card: Card = { ...own, id, sha256 };
	if (related.length > 0) card.related = [...related];
	if (revisionOf !== undefined) card.revisionOf = revisionOf;
	return card;
}
