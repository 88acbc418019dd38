import { fingerprint } from "../base/order.ts";
import type { Corpus } from "../corpus/store.ts";
import { archiveProps } from "./archive-props.ts";
import { indexCorpus, type Site, type SiteOptions } from "./index-corpus.ts";
import { type PageKind, pageKinds, pages } from "./pages/index.ts";
import type { PlaceOfPage } from "./pages/page-kind.ts";

/** One page of the site before its key is known. Plain JSON. */
export interface UnkeyedPage extends PlaceOfPage {
	readonly kind: PageKind;
}

/** One page of the site: where it lies and what decides its bytes. */
export interface PlannedPage extends UnkeyedPage {
	/** Hash over everything its bytes depend on, the code only where its version was given. */
	readonly key: string;
}

/**
 * Every page of the site, in the order of the archive, one by one: keys of a large archive take a while. Reads no article.
 *
 * @param versionOf version of the code that makes pages of a kind.
 */
export function* planPages(
	corpus: Corpus,
	options: SiteOptions = {},
	versionOf: (kind: PageKind) => string = () => "",
): Generator<PlannedPage> {
	const site = indexCorpus(corpus, options);
	const shared = JSON.stringify(archiveProps(site));
	for (const kind of pageKinds) {
		const { list, props, key } = pages[kind];
		// Hashed once for all: there are as many pages as articles.
		const begin = fingerprint(`${versionOf(kind)}\n${shared}`);
		for (const page of list(site)) {
			const shown = key ? key(site, page) : JSON.stringify(props(site, page));
			yield {
				...page,
				kind,
				key: fingerprint(`${begin} ${page.path}\n${shown}`),
			};
		}
	}
}

/** Every page, without its key; in the same order. */
export function listPages(site: Site): UnkeyedPage[] {
	return pageKinds.flatMap((kind) =>
		pages[kind].list(site).map((page) => ({ ...page, kind })),
	);
}
