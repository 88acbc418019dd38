/** Other people's files in a folder that we build: `.git`, `CNAME`, `.well-known/` and whatever an owner puts there. */
import { existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { linkOrCopy } from "../base/link-or-copy.ts";
import { byCodePoint } from "../base/order.ts";

/** One of ours must lie where somebody else's lies. */
export class NotOurs extends Error {}

/**
 * What lies below `root` and is not ours: every file, link and other thing by its path, and folders that hold nothing with a
 * `/` at the end; sorted. Links are not followed.
 */
export function foreignIn(
	root: string,
	isOurs: (path: string) => boolean,
): string[] {
	const foreign: string[] = [];
	if (!existsSync(root)) return foreign;
	const folders = [""];
	for (
		let folder = folders.pop();
		folder !== undefined;
		folder = folders.pop()
	) {
		const entries = readdirSync(join(root, folder), { withFileTypes: true });
		if (entries.length === 0 && folder !== "") foreign.push(`${folder}/`);
		for (const entry of entries) {
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) folders.push(path);
			else if (!isOurs(path)) foreign.push(path);
		}
	}
	return foreign.sort(byCodePoint);
}

/**
 * Put what {@link foreignIn} found in `from` into `to` as well: as links, so that it is the same files, untouched. What is
 * there already stays.
 */
export function carryOver(
	from: string,
	to: string,
	paths: readonly string[],
): void {
	for (const path of paths) {
		const isFolder = path.endsWith("/");
		makeFolders(from, to, isFolder ? path.slice(0, -1) : dirname(path));
		if (!isFolder && !isThere(join(to, path)))
			linkOrCopy(join(from, path), join(to, path));
	}
}

/** With the permissions that they have in `from`. */
function makeFolders(from: string, to: string, folder: string): void {
	if (folder === "." || isThere(join(to, folder))) return;
	makeFolders(from, to, dirname(folder));
	const { mode } = lstatSync(join(from, folder));
	mkdirSync(join(to, folder), { mode: mode & 0o7777 });
}

/** A link that leads nowhere is there, too. */
function isThere(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * @param ours paths of the files that we are about to publish below `root`.
 * @throws NotOurs when one of them is to lie where something foreign lies.
 */
export function refuseConflicts(
	root: string,
	foreign: readonly string[],
	ours: Iterable<string>,
): void {
	if (foreign.length === 0) return;
	const files = new Set(ours);
	const folders = new Set([...files].flatMap(foldersOf));
	for (const path of foreign) {
		const isFolder = path.endsWith("/");
		const own = isFolder ? path.slice(0, -1) : path;
		const inTheWay = [own, ...foldersOf(own)].find((at) => files.has(at));
		// Folders may be shared, nothing else may.
		const isFolderOfOurs = !isFolder && folders.has(own);
		if (inTheWay !== undefined || isFolderOfOurs)
			throw new NotOurs(
				`${join(root, inTheWay ?? own)} is not ours and lies where the build must write; move it away, or name another folder.`,
			);
	}
}

/** All folders that a path lies in. */
function foldersOf(path: string): string[] {
	const parts = path.split("/");
	return parts.slice(1).map((_, count) => parts.slice(0, count + 1).join("/"));
}

/** What to call them, shortly: a folder with nothing of ours in it by its own name. */
export function namesOf(
	foreign: readonly string[],
	isOurFolder: (folder: string) => boolean,
): string[] {
	return [
		...new Set(
			foreign.map((path) => {
				const [first = "", ...rest] = path.split("/");
				return rest.length > 0 && !isOurFolder(first) ? `${first}/` : path;
			}),
		),
	];
}
