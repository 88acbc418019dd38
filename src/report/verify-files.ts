import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256OfFile } from "../base/file-hash.ts";
import { filesBelow } from "../base/files-below.ts";
import { aboutOf, type Listed, listOfLists } from "../output/checksums.ts";
import { namesOf } from "../output/foreign.ts";
import { foreignIn } from "../output/foreign-in.ts";

type Found = (where: Listed, file: string, problem: string) => void;

/** Hashes by path; empty for a file that no list has. */
type Sums = ReadonlyMap<string, string>;

/** Files in a folder that no build wrote, as `output/foreign.ts` finds them. */
interface Foreign {
	readonly paths: readonly string[];
	/** The same, with whole folders as one name. */
	readonly names: readonly string[];
}

/**
 * All files against the lists of their folders, and these against the list of lists.
 *
 * @returns how many files are listed, and which files of the folders are not: every file of ours is, so these are an owner's.
 */
export function checkFiles(
	{ out, corpus }: { readonly out: string; readonly corpus: string },
	found: Found,
): { files: number; foreign: Record<Listed, Foreign> } {
	const listed: Record<Listed, Map<string, string>> = {
		site: new Map(),
		corpus: new Map(),
	};
	if (!existsSync(join(out, listOfLists))) {
		found("site", listOfLists, "The list of checksums is missing.");
		const none = { paths: [], names: [] };
		return { files: 0, foreign: { site: none, corpus: none } };
	}
	const lists = readSums(out, listOfLists, found);
	listed.site = new Map([...lists, [listOfLists, ""]]);
	for (const list of lists.keys()) {
		const about = aboutOf(list);
		if (about && existsSync(join(out, list)))
			for (const [path, hash] of readSums(out, list, found))
				listed[about].set(path, hash);
	}
	checkSums(out, listed.site, "site", found);
	checkSums(corpus, listed.corpus, "corpus", found);
	return {
		// The list on top is in no list.
		files: listed.site.size - 1 + listed.corpus.size,
		foreign: {
			site: besides(out, listed.site),
			corpus: besides(corpus, listed.corpus),
		},
	};
}

function besides(root: string, listed: Sums): Foreign {
	const paths = foreignIn(root, (path) => listed.has(path));
	const folders = new Set(
		[...listed.keys()].map((path) => path.split("/", 1)[0]),
	);
	return { paths, names: namesOf(paths, (folder) => folders.has(folder)) };
}

/** `<sha256>  <path>` lines, as `sha256sum` writes and reads them: the hashes by path. */
function readSums(
	site: string,
	list: string,
	found: Found,
): Map<string, string> {
	const sums = new Map<string, string>();
	const lines = readFileSync(join(site, list), "utf8").split("\n");
	for (const [index, line] of lines.entries()) {
		if (line === "") continue;
		const parts = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
		if (parts?.[1] && parts[2]) sums.set(parts[2], parts[1]);
		else found("site", list, `Line ${index + 1} is no checksum line.`);
	}
	return sums;
}

function checkSums(
	root: string,
	listed: Sums,
	where: Listed,
	found: Found,
): void {
	const there = new Set(existsSync(root) ? filesBelow(root) : []);
	for (const [path, hash] of listed)
		if (!there.has(path)) found(where, path, "The file is missing.");
		else if (hash !== "" && sha256OfFile(join(root, path)) !== hash)
			found(
				where,
				path,
				"The file is not the one that was built: its SHA-256 differs.",
			);
}
