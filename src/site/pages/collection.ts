/** Articles that the owner put together: a page each, and the list of them all. */
import type { Collection } from "../../domain/manifest.ts";
import { collectionPath, paths } from "../addresses.ts";
import { teaserOf } from "../briefs.ts";
import { type FeedPaths, feedPaths } from "../feed-paths.ts";
import type { Site } from "../index-corpus.ts";
import type { Counted, Teaser } from "../props.ts";
import { onePage, type Pages } from "./page-kind.ts";

export interface CollectionProps {
	readonly title: string;
	readonly text?: string | undefined;
	/** In the owner's order. */
	readonly articles: readonly {
		readonly teaser: Teaser;
		readonly note?: string | undefined;
	}[];
	/** Path of its feed. */
	readonly feeds: FeedPaths;
}

export interface CollectionsProps {
	readonly collections: readonly (Counted & {
		readonly text?: string | undefined;
	})[];
}

export const collection: Pages<CollectionProps> = {
	list: (site) =>
		collectionsOf(site).map(({ id }) => ({
			path: collectionPath(id),
			params: { id },
		})),
	props: (site, { params }) => {
		const found = collectionsOf(site).find(({ id }) => id === params.id);
		if (!found) throw new Error(`There is no collection ${params.id}.`);
		return collectionProps(site, found);
	},
};

export const collections: Pages<CollectionsProps> = {
	list: (site) =>
		collectionsOf(site).length > 0 ? onePage(paths.collections)() : [],
	props: (site) => ({
		collections: collectionsOf(site).map(({ id, title, text, articles }) => ({
			name: title,
			path: collectionPath(id),
			count: articles.length,
			text,
		})),
	}),
};

export function collectionsOf({ corpus }: Site): readonly Collection[] {
	return corpus.manifest.archive.collections ?? [];
}

function collectionProps(
	site: Site,
	{ id, title, text, articles }: Collection,
): CollectionProps {
	return {
		title,
		text,
		articles: articles.flatMap(({ id, note }) => {
			const card = site.byId.get(id);
			return card ? [{ teaser: teaserOf(site, card), note }] : [];
		}),
		feeds: feedPaths("collection", id),
	};
}
