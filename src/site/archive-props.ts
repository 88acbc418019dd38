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
	const pages = ownPagesOf(site);
	const languages = languagesOf(site.original);
	const [first] = languages;
	return {
		title,
		...(shortName === undefined ? {} : { shortName }),
		description,
		language,
		...(languages.length === 1
			? {}
			: {
					languages: languages.map((one) => ({
						language: one,
						folder: languageFolder(one, first),
					})),
				}),
		noindex,
		hasLook: look !== undefined && hasStyles(look),
		...(look?.logo === undefined ? {} : { logo: shownLogo(look.logo) }),
		chronicle: timelinesOf(site).length > 1 ? paths.timelines : paths.timeline,
		facets: facetKinds.filter((kind) => site.facets[kind].size > 0),
		...(collections === undefined ? {} : { hasCollections: true }),
		...(pages.length === 0
			? {}
			: {
					pages: pages.map(({ id, title: name, nav }) => ({
						name,
						path: ownPagePath(id),
						nav,
					})),
				}),
		...(baseUrl === undefined ? {} : { baseUrl }),
		...(keepArchives === true ? { keepsArchives: true } : {}),
	};
}

function shownLogo(logo: OwnPicture): ArchiveProps["logo"] {
	return {
		path: logoPath(logo),
		...logoSize(logo),
		...(isIcon(logo)
			? { icon: logoIconPath(logo, 192), card: logoIconPath(logo, 512) }
			: {}),
	};
}
