import type { OwnPicture } from "../domain/look.ts";
import { facetKinds, languageFolder, ownPagePath, paths } from "./addresses.ts";
import { hasStyles } from "./files/look.ts";
import { languagesOf, type Site } from "./index-corpus.ts";
import { isIcon, logoIconPath, logoPath, logoSize } from "./own-images.ts";
import { ownPagesOf } from "./pages/own-page.ts";
import { timelinesOf } from "./pages/timeline.ts";
import type { ArchiveProps } from "./props.ts";

/** What the head and foot of every page show. */
export function archiveProps(site: Site): ArchiveProps {
	const {
		title,
		shortName,
		description,
		language,
		noindex,
		look,
		collections,
	} = site.corpus.manifest.archive;
	const { baseUrl, keepArchives } = site.options;
	const languages = languagesOf(site.original);
	const [first] = languages;
	return {
		title,
		shortName,
		description,
		language,
		languages:
			languages.length === 1
				? undefined
				: languages.map((one) => ({
						language: one,
						folder: languageFolder(one, first),
					})),
		noindex,
		hasLook: look !== undefined && hasStyles(look),
		logo: look?.logo && shownLogo(look.logo),
		chronicle: timelinesOf(site).length > 1 ? paths.timelines : paths.timeline,
		facets: facetKinds.filter((kind) => site.facets[kind].size > 0),
		hasCollections: collections !== undefined,
		pages: ownPagesOf(site).map(({ id, title: name, nav }) => ({
			name,
			path: ownPagePath(id),
			nav,
		})),
		baseUrl,
		keepsArchives: keepArchives === true,
	};
}

function shownLogo(logo: OwnPicture): ArchiveProps["logo"] {
	return {
		path: logoPath(logo),
		...logoSize(logo),
		...(isIcon(logo) && {
			icon: logoIconPath(logo, 192),
			card: logoIconPath(logo, 512),
		}),
	};
}
