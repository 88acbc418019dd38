/** Pages of the owner's own. */
import type { PublishedPage } from "../../domain/manifest.ts";
import { ownPagePath } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import type { Pages } from "./page-kind.ts";

export type OwnPageProps = Pick<PublishedPage, "title" | "html">;

export const ownPage: Pages<OwnPageProps> = {
	list: (site) =>
		pagesOf(site).map(({ id }) => ({ path: ownPagePath(id), params: { id } })),
	props: (site, { params }) => {
		const page = pagesOf(site).find(({ id }) => id === params.id);
		if (!page) throw new Error(`There is no page ${params.id}.`);
		return { title: page.title, html: page.html };
	},
};

function pagesOf({ corpus }: Site): readonly PublishedPage[] {
	return corpus.manifest.archive.pages ?? [];
}
