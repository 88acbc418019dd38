/** Pages of the owner's own. */
import type { PublishedPage } from "../../domain/manifest.ts";
import { languageFolder, ownPagePath } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import type { Pages } from "./page-kind.ts";

export type OwnPageProps = Pick<PublishedPage, "title" | "html" | "pictures">;

export const ownPage: Pages<OwnPageProps> = {
	list: (site) =>
		ownPagesOf(site).map(({ id }) => ({
			path: ownPagePath(id),
			params: { id },
		})),
	props: (site, { params }) => {
		const page = ownPagesOf(site).find(({ id }) => id === params.id);
		if (!page) throw new Error(`There is no page ${params.id}.`);
		return {
			title: page.title,
			html: placed(site, page.html),
			pictures: page.pictures,
		};
	},
};

/**
 * Every page once, in the owner's order: in the language of `site`, else as it stands in for every language, else in the first
 * one that it is written in.
 */
export function ownPagesOf({ corpus }: Site): readonly PublishedPage[] {
	const { pages = [], language } = corpus.manifest.archive;
	const byId = new Map<string, PublishedPage>();
	for (const page of pages) {
		const known = byId.get(page.id);
		const isBetter =
			page.language === language ||
			(page.language === undefined && known?.language !== language);
		if (!known || isBetter) byId.set(page.id, page);
	}
	return [...byId.values()];
}

/** What is there once lies one level further up from the pages of a further language. */
function placed({ corpus, original }: Site, html: string): string {
	const { language } = corpus.manifest.archive;
	if (languageFolder(language, original.manifest.archive.language) === "")
		return html;
	return html.replace(/ href="\.\.\/([^"]*)"/g, (whole, target: string) =>
		/^[^?#]*(?:\.html|\/|^)(?:[?#]|$)/.test(target)
			? whole
			: ` href="../../${target}"`,
	);
}
