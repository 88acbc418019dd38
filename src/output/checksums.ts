/**
 * Lists of files with their hashes, as `sha256sum` writes and checks them: one line a file, SHA-256 and path. There is one
 * list a folder, so that a build writes those of the folders that it changed; the list of lists lies on top.
 */
import { byCodePoint } from "../base/order.ts";

/** The list of lists, relative to the site's root; what is not in one of them was not built. */
export const listOfLists = "data/manifest-sha256.txt";

/** Whose files a list is about; paths in it are relative to that folder. */
export type Listed = "site" | "corpus";

/** Folder of the lists. */
const lists = "data/checksums/";

interface Hashed {
	readonly path: string;
	readonly sha256: string;
}

/** @param files sorted by path. */
export function checksumsOf(files: Iterable<Hashed>): string {
	let text = "";
	for (const { path, sha256 } of files) text += `${sha256}  ${path}\n`;
	return text;
}

/** Whether the list of these files is not about this one: it is a list itself. */
export function isList(path: string): boolean {
	return path === listOfLists || path.startsWith(lists);
}

/** Whose files the list at this path is about; `undefined` where it is none. */
export function aboutOf(list: string): Listed | undefined {
	const [about] = list.startsWith(lists)
		? list.slice(lists.length).split("/", 1)
		: [];
	return about === "site" || about === "corpus" ? about : undefined;
}

/**
 * The lists of these files, by the path of each.
 *
 * @param files sorted by path; those that are lists are left out.
 */
export function checksumLists(
	files: Iterable<Hashed>,
	about: Listed,
): ReadonlyMap<string, string> {
	const groups = new Map<string, Hashed[]>();
	for (const file of files) {
		if (about === "site" && isList(file.path)) continue;
		const list = `${lists}${about}/${folderOf(file.path)}.txt`;
		const group = groups.get(list);
		if (group) group.push(file);
		else groups.set(list, [file]);
	}
	return new Map(
		[...groups]
			.sort(([a], [b]) => byCodePoint(a, b))
			.map(([list, group]) => [list, checksumsOf(group)]),
	);
}

/** The folder that a file is listed with: deeper ones are listed with the second level. */
function folderOf(path: string): string {
	const folders = path.split("/").slice(0, -1);
	return folders.length === 0 ? "root" : folders.slice(0, 2).join("/");
}
