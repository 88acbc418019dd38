/** Every kind of page; each has a module here and a template of its name in `templates/pages/`. */
import { paths } from "../addresses.ts";
import { about } from "./about.ts";
import { article } from "./article.ts";
import { collection, collections } from "./collection.ts";
import { coverage } from "./coverage.ts";
import { facets } from "./facets.ts";
import { home } from "./home.ts";
import { list } from "./list.ts";
import { moved } from "./moved.ts";
import { ownPage } from "./own-page.ts";
import { onePage, type Pages } from "./page-kind.ts";
import { recent } from "./recent.ts";
import { report } from "./report.ts";
import { search } from "./search.ts";
import { encounter, timeline } from "./timeline.ts";
import { timelines } from "./timelines.ts";
import { withdrawal, withdrawn } from "./withdrawn.ts";
import { years } from "./years.ts";

/** A page whose template knows all it shows. */
const plain = (path: string): Pages<Record<string, never>> => ({
	list: onePage(path),
	props: () => ({}),
});

/** In the order in which pages are planned: articles last, as there are most of them. */
export const pages = {
	home,
	search,
	compare: plain(paths.compare),
	shelf: plain(paths.shelf),
	years,
	recent,
	coverage,
	about,
	"own-page": ownPage,
	collections,
	collection,
	"not-found": plain(paths.notFound),
	report,
	timelines,
	timeline,
	encounter,
	facets,
	list,
	withdrawn,
	moved,
	withdrawal,
	article,
};

export type PageKind = keyof typeof pages;

export const pageKinds = Object.keys(pages) as readonly PageKind[];

/** The props of each kind. */
export type PropsOf = {
	readonly [Kind in PageKind]: (typeof pages)[Kind] extends Pages<infer Props>
		? Props
		: never;
};
