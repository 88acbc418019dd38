/** Addresses that lead to another one: a small page in the place of the article that lay there. */
import { articlePath, publishedPath } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import type { Pages, PlaceOfPage } from "./page-kind.ts";

export interface MovedProps {
	/** Path of the page that it leads to. */
	readonly to: string;
	/** Of the article there; absent where that one was withdrawn. */
	readonly headline?: string | undefined;
	readonly language?: string | undefined;
}

export const moved: Pages<MovedProps> = {
	list: ({ corpus }) =>
		corpus.addresses.moved.map(({ id }) => ({
			path: publishedPath(id),
			params: { id },
		})),
	props: movedProps,
};

function movedProps(site: Site, { params }: PlaceOfPage): MovedProps {
	const to = targetsOf(site).get(params.id ?? "") ?? "";
	const card = site.byId.get(to);
	if (!card) return { to: publishedPath(to) };
	const { headline, language } = card;
	return { to: articlePath(to), headline, language };
}

const targets = new WeakMap<Site, ReadonlyMap<string, string>>();

function targetsOf(site: Site): ReadonlyMap<string, string> {
	const known =
		targets.get(site) ??
		new Map(site.corpus.addresses.moved.map(({ id, to }) => [id, to]));
	targets.set(site, known);
	return known;
}
