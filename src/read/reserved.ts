/** What the top of a seeds folder holds beside articles: names that begin with `_`. */

/** What the owner says; each is described where it is read. */
export const ownersFiles: readonly string[] = [
	"_archive.yml",
	"_outlets.yml",
	"_people.yml",
	"_places.yml",
	"_corrections.yml",
	"_withdrawn.yml",
	"_collections.yml",
];

/** Pages of the owner's own, in Markdown. */
export const pagesFolder = "_pages";

/** Pictures: the owner's own, and originals that `npm run fetch-images` brings. */
export const assetsFolder = "_assets";

/** A style sheet of the owner's, behind ours on every page. */
export const stylesFileName = "_styles.css";

/** The owner's folders, and those that a build writes when no other place is named. */
export const writtenBelow: readonly string[] = ["_site", "_corpus"];
const others: readonly string[] = [
	stylesFileName,
	pagesFolder,
	assetsFolder,
	...writtenBelow,
];

/** What builds, `init` and version control keep at the top of an archive; nobody takes it for an article that was left out. */
const housekeeping =
	/^\.(?:cache|schemas|git|github|gitignore|gitattributes|nojekyll|[^/]*\.(?:lock|old|next-[^/]*))$/;

/** @param path relative to the seeds folder. */
export function isHousekeeping(path: string): boolean {
	return housekeeping.test(path);
}

export function isOwnersFile(name: string): boolean {
	return ownersFiles.includes(name);
}

/**
 * Whether this is no article.
 *
 * @param path relative to the seeds folder. Other names may begin with `_`: Jekyll keeps its articles in `_posts/`.
 */
export function isReserved(path: string): boolean {
	return (
		isOwnersFile(path) || others.includes(path) || /^_[^/]*\.ya?ml$/i.test(path)
	);
}
