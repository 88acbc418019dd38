/** Which files of a published folder are ours, where no cache remembers it: those in the lists of checksums. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { aboutOf, isList, type Listed, listOfLists } from "./checksums.ts";

/** @param site the published site, in which the lists lie. @returns a test of paths below the folder `about`. */
export function publishedFiles(
	site: string,
	about: Listed,
): (path: string) => boolean {
	const lists = pathsIn(join(site, listOfLists));
	const listed = new Set(
		lists
			.filter((path) => aboutOf(path) === about)
			.flatMap((path) => pathsIn(join(site, path))),
	);
	if (about === "corpus")
		return (path) =>
			listed.has(path) ||
			/^(?:articles|manifest)\/|^(?:manifest|encounters|addresses|gazetteer|report)\.json$/.test(
				path,
			);
	// Before `schemaVersion` 2 there was one list, of all files.
	for (const path of lists) if (!isList(path)) listed.add(path);
	listed.add("data/corpus-sha256.txt");
	return (path) => isList(path) || listed.has(path);
}

function pathsIn(list: string): string[] {
	try {
		return readFileSync(list, "utf8")
			.split("\n")
			.map((line) => line.slice(66))
			.filter((path) => path !== "");
	} catch {
		return [];
	}
}
