import { fingerprint } from "../base/order.ts";
import type { Corpus } from "../corpus/store.ts";
import type { InterfaceLanguage } from "../domain/gazetteer.ts";
import { languageFolder } from "./addresses.ts";
import { archiveProps } from "./archive-props.ts";
import {
	indexInLanguages,
	type Site,
	type SiteOptions,
} from "./index-corpus.ts";
import { type PageKind, pageKinds, pages } from "./pages/index.ts";
import type { PlaceOfPage } from "./pages/page-kind.ts";

/** One page of the site before its key is known. Plain JSON. */
export interface UnkeyedPage extends PlaceOfPage {
	readonly kind: PageKind;
	/** Of the interface. */
	readonly language: InterfaceLanguage;
}

/** One page of the site: where it lies and what decides its bytes. */
export interface PlannedPage extends UnkeyedPage {
	/** Hash over everything its bytes depend on, the code only where its version was given. */
	readonly key: string;
}

/**
 * Every page of the site in every language, in the order of the archive, one by one: keys of a large archive take a while.
 * Reads no article.
 *
 * @param versionOf version of the code that makes pages of a kind.
 */
export function* planPages(
	corpus: Corpus,
	options: SiteOptions = {},
	versionOf: (kind: PageKind) => string = () => "",
): Generator<PlannedPage> {
	const sites = indexInLanguages(corpus, options).map((site) => ({
		site,
		shared: JSON.stringify(archiveProps(site)),
	}));
	for (const kind of pageKinds)
		for (const { site, shared } of sites) {
			const { props, key } = pages[kind];
			// Hashed once for all: there are as many pages as articles.
			const begin = fingerprint(`${versionOf(kind)}\n${shared}`);
			for (const page of pagesOf(kind, site)) {
				const shown = key ? key(site, page) : JSON.stringify(props(site, page));
				yield { ...page, key: fingerprint(`${begin} ${page.path}\n${shown}`) };
			}
		}
}

/** Every page, without its key; in the same order. */
export function listPages(
	corpus: Corpus,
	options: SiteOptions = {},
): UnkeyedPage[] {
	const sites = indexInLanguages(corpus, options);
	return pageKinds.flatMap((kind) =>
		sites.flatMap((site) => [...pagesOf(kind, site)]),
	);
}

/** The pages of a kind in the language of `site`. */
function* pagesOf(kind: PageKind, site: Site): Generator<UnkeyedPage> {
	const { language } = site.corpus.manifest.archive;
	const first = site.original.manifest.archive.language;
	const folder = languageFolder(language, first);
	for (const { path, params } of pages[kind].list(site))
		yield { path: folder + path, params, kind, language };
}
