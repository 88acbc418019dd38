/** Where every page of the site lies. Paths are relative to the site's root, with `/`, in ASCII. */
import { sha256 } from "../base/order.ts";
import { articlePlace } from "../domain/article-place.ts";
import type { InterfaceLanguage } from "../domain/gazetteer.ts";

/** What articles are listed by, apart from time. */
export type FacetKind = "source" | "person" | "place" | "tag";

/** Folder of a facet's pages; `<folder>.html` is its index. */
const facetFolders: Readonly<Record<FacetKind, string>> = {
	source: "sources",
	person: "people",
	place: "places",
	tag: "tags",
};

export const facetKinds = Object.keys(facetFolders) as readonly FacetKind[];

export const paths = {
	home: "index.html",
	timeline: "timeline.html",
	timelines: "timelines.html",
	search: "search.html",
	years: "years.html",
	recent: "recent.html",
	compare: "compare.html",
	shelf: "reading-list.html",
	coverage: "coverage.html",
	report: "report.html",
	about: "about.html",
	withdrawn: "withdrawn.html",
	collections: "collections.html",
	notFound: "404.html",
} as const;

export function articlePath(id: string): string {
	return `${articlePlace(id)}.html`;
}

/** Where the page of any id lay that was ever published: before `schemaVersion` 2 they had names of another kind, in one folder. */
export function publishedPath(id: string): string {
	return /^[0-9a-f]{16}(?:-|$)/.test(id)
		? articlePath(id)
		: `articles/${id}.html`;
}

/** A page of the owner's own. */
export function ownPagePath(id: string): string {
	return `pages/${id}.html`;
}

/** Articles that the owner put together. */
export function collectionPath(id: string): string {
	return `collections/${id}.html`;
}

export function encounterPath(id: string): string {
	return `encounters/${id}.html`;
}

/** The anchor of a meeting on its timeline; ids of HTML begin with a letter. */
export function encounterAnchor(id: string): string {
	return `e-${id}`;
}

/** The page of one pair; the first pair's is `timeline.html`. */
export function timelinePath(id: string, position: number): string {
	return position === 0 ? paths.timeline : `timelines/${id}.html`;
}

/** Downloads of one pair's meetings, without their endings; those of an only pair are the archive's. */
export function timelineData(id: string, timelines: number): string {
	return timelines > 1 ? `data/timelines/${id}` : "data/encounters";
}

/** The index of a facet; further pages count from 2. */
export function facetIndexPath(kind: FacetKind, part = 1): string {
	return `${facetFolders[kind]}${part === 1 ? "" : `-${part}`}.html`;
}

/**
 * A list of articles by time: everything (`kind` absent) or one facet's.
 *
 * @param period `""` for the whole facet, `2023`, `2023-03` or `undated`.
 * @param part counted from the oldest, from 1; only months and `undated` have further parts.
 */
export function listPath(
	kind: FacetKind | undefined,
	id: string,
	period: string,
	part = 1,
): string {
	const leaf = `${period}${part === 1 ? "" : `-p${part}`}`;
	if (kind === undefined) return `years/${leaf}.html`;
	const folder = facetPath(kind, id);
	return period === "" ? `${folder}.html` : `${folder}/${leaf}.html`;
}

/**
 * The page of a facet, without its ending. There may be any number of tags: their pages are spread over 256 folders, as
 * articles are, because simple file systems limit the entries of a folder.
 */
export function facetPath(kind: FacetKind, id: string): string {
	const folder = facetFolders[kind];
	return kind === "tag"
		? `${folder}/${sha256(id).slice(0, 2)}/${id}`
		: `${folder}/${id}`;
}

/** The address part of a tag: itself when it is plain ASCII, else a hash, as file names are ASCII. */
export function tagId(tag: string): string {
	let id = tagIds.get(tag);
	if (id === undefined) {
		id =
			/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(tag) && tag.length <= 40
				? tag
				: `t-${sha256(tag).slice(0, 10)}`;
		tagIds.set(tag, id);
	}
	return id;
}

/** A large archive repeats a few tags hundreds of thousands of times. */
const tagIds = new Map<string, string>();

/**
 * Folders of the pages in further languages: each holds every page once more, at the address that it has below the root in
 * the first language. All else (data, feeds, index, pictures, styles) is there once.
 */
const languageFolders: Readonly<Record<InterfaceLanguage, string>> = {
	"zh-Hans": "zh-hans/",
	"zh-Hant": "zh-hant/",
	en: "en/",
};

/** @param first the archive's first language, whose pages lie at the root. */
export function languageFolder(
	language: InterfaceLanguage,
	first: InterfaceLanguage,
): string {
	return language === first ? "" : languageFolders[language];
}

/** A page's address: the folder of its language, and what it shares with the same page in the others. */
export function splitAddress(path: string): {
	readonly folder: string;
	readonly shared: string;
} {
	const folder =
		Object.values(languageFolders).find((one) => path.startsWith(one)) ?? "";
	return { folder, shared: path.slice(folder.length) };
}

/** The way from the page at `path` up to the site's root. */
export function upToRoot(path: string): string {
	return "../".repeat(path.split("/").length - 1);
}

/**
 * The address of `to` as a link on the page `from`; the link to a page stays in the language of `from`.
 *
 * @param from relative to the site's root.
 * @param to the same, as it is in the first language.
 */
export function relativePath(from: string, to: string): string {
	return to.endsWith(".html")
		? upToRoot(splitAddress(from).shared) + to
		: upToRoot(from) + to;
}

/** The address of the page at `path` in another language, as a link on it. */
export function inOtherLanguage(path: string, folder: string): string {
	return upToRoot(path) + folder + splitAddress(path).shared;
}
