/** What the top of a seeds folder holds beside articles: names that begin with `_`. */

/** What the owner says; each is described where it is read. */
export const ownersFiles: readonly string[] = [
	"_archive.yml",
	"_outlets.yml",
	"_people.yml",
	"_places.yml",
	"_collections.yml",
	"_corrections.yml",
	"_withdrawn.yml",
];

/** The owner's folders, and those that a build writes when no other place is named. */
export const writtenBelow: readonly string[] = ["_site", "_corpus"];
const folders: readonly string[] = ["_assets", "_pages", ...writtenBelow];

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
		isOwnersFile(path) ||
		folders.includes(path) ||
		/^_[^/]*\.ya?ml$/i.test(path)
	);
}
