import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "../../src/base/files-below.ts";
import { byCodePoint, sha256 } from "../../src/base/order.ts";
import {
	checksumLists,
	checksumsOf,
	isList,
	listOfLists,
} from "../../src/output/checksums.ts";

/** Write all lists of checksums of a site as it lies there, and of its corpus. */
export function writeChecksumLists(site: string, corpus?: string): void {
	for (const path of filesBelow(site))
		if (isList(path)) rmSync(join(site, path));
	const lists = new Map([
		...checksumLists(hashesBelow(site), "site"),
		...(corpus === undefined
			? []
			: checksumLists(hashesBelow(corpus), "corpus")),
	]);
	for (const [path, text] of lists) {
		mkdirSync(dirname(join(site, path)), { recursive: true });
		writeFileSync(join(site, path), text);
	}
	const all = hashesBelow(site).filter(({ path }) => isList(path));
	writeFileSync(join(site, listOfLists), checksumsOf(all));
}

function hashesBelow(root: string): { path: string; sha256: string }[] {
	return filesBelow(root)
		.sort(byCodePoint)
		.map((path) => ({ path, sha256: sha256(readFileSync(join(root, path))) }));
}
