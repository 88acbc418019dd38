/** Addresses that the folders of a mirror tell: `wget --mirror` and its like name them after host and path. */

/** Ends of host names of the places that such archives come from; a folder `v1.2` or `notes.app` is no host. */
const host =
	/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|info|edu|gov|news|cn|tw|hk|mo|sg|my|jp|kr|us|uk|ca|au|de|fr|ru|ua|by|kz|th|vn|ph|id|in|eu|io|co|me|tv|cc)$/i;

/**
 * @param path of a whole page, relative to the seeds folder.
 * @returns `http:` of old: what the mirror spoke nobody wrote down; `undefined` where no folder is called like a host.
 */
export function addressInFolders(path: string): string | undefined {
	const folders = path.split("/");
	const file = folders.pop() ?? "";
	const at = folders.findIndex((name) => host.test(name));
	// A file that a person named was sorted into a folder, not mirrored.
	if (at === -1 || /[\s\p{Script=Han}]/u.test(file)) return undefined;
	const [name = "", ...inner] = folders.slice(at);
	// What wget adds to names, and how it writes a query where `?` may not stand.
	const own = file
		.replace(/^index\.html?$/i, "")
		.replace(
			/(\.(?:php|aspx?|jsp|cgi|shtml|[sp]?html?)(?:[@?][^/]*)?)\.html$/i,
			"$1",
		)
		.replace(/@(?=[\w-]+=)/, "?");
	const page = own.split("?");
	const written = [...inner, page[0] ?? ""].map(encoded).join("/");
	const query = page.slice(1).join("?");
	return `http://${name.toLowerCase()}/${written}${query === "" ? "" : `?${query}`}`;
}

/** A name of a folder as it stands in an address; what is written in percents stays. */
function encoded(name: string): string {
	return encodeURI(name).replaceAll("%25", "%").replaceAll("#", "%23");
}
