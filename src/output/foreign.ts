/** Foreign files, which no build put into the folder that it publishes: `.git`, `CNAME`, `.well-known/` and whatever an owner puts there. */
import { lstatSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { linkOrCopy } from "../base/link-or-copy.ts";
import type { FileWorker } from "./file-jobs.ts";
import type { PreviousOutput } from "./previous-output.ts";

/** A published file must lie where a foreign one lies. */
export class NotOurs extends Error {}

/** Of an output's folder: what neither the build before nor any other one put there, as far as is known. */
export class ForeignFiles {
	readonly #previous: PreviousOutput;
	readonly #worker: FileWorker;
	readonly #readPublished: () => (path: string) => boolean;
	#isPublished: ((path: string) => boolean) | undefined;
	#paths: readonly string[] = [];
	#found: Promise<void> | undefined;

	/** @param readPublished which files a build with another cache published; asked only where this cache does not know a file. */
	constructor(
		previous: PreviousOutput,
		worker: FileWorker,
		readPublished: () => (path: string) => boolean,
	) {
		this.#previous = previous;
		this.#worker = worker;
		this.#readPublished = readPublished;
	}

	/** Look for them, once: what is put there later is rescued. */
	find(): Promise<void> {
		this.#found ??= this.#below(this.#previous.root).then((paths) => {
			this.#paths = paths;
		});
		return this.#found;
	}

	/** @throws NotOurs when one of these files of the next output is to lie where a foreign one lies. */
	refuseConflicts(ours: Iterable<string>): void {
		refuseConflicts(this.#previous.root, this.#paths, ours);
	}

	/** Put what was found into the next output as well. */
	carryInto(next: string): void {
		carryOver(this.#previous.root, next, this.#paths);
	}

	/** Put what was added since to the previous output, which now lies at `aside`, into the one that took its place. */
	async rescueFrom(aside: string): Promise<void> {
		carryOver(aside, this.#previous.root, await this.#below(aside));
	}

	/** What to call those that were found, where the output holds these files of ours. */
	namesBeside(ours: Iterable<string>): readonly string[] {
		if (this.#paths.length === 0) return [];
		const folders = new Set<string>();
		for (const path of ours) folders.add(path.split("/", 1)[0] ?? "");
		return namesOf(this.#paths, (folder) => folders.has(folder));
	}

	async #below(root: string): Promise<readonly string[]> {
		const { manifestPath: manifest, about } = this.#previous;
		const job = { kind: "foreign", root, manifest } as const;
		const unknown = await this.#worker.do(job, about);
		if (unknown.length === 0) return unknown;
		this.#isPublished ??= this.#readPublished();
		const isPublished = this.#isPublished;
		return unknown.filter((path) => !isPublished(path));
	}
}

/**
 * Put what `foreignIn` found in `from` into `to` as well: as links, so that it is the same files, untouched. What is
 * there already stays.
 */
function carryOver(from: string, to: string, paths: readonly string[]): void {
	for (const path of paths) {
		// It may have been taken away since.
		if (!isThere(join(from, path))) continue;
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
function refuseConflicts(
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
