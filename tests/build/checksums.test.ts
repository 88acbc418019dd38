import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { byCodePoint, sha256 } from "../../src/base/order.ts";
import {
	aboutOf,
	checksumLists,
	checksumsOf,
	isList,
	listOfLists,
} from "../../src/output/checksums.ts";
import { scratchFolder } from "../support/scratch.ts";

const paths = [
	"articles/ab/ab1.html",
	"articles/ab/ab2.html",
	"articles/cd/cd1.html",
	"data/ids.txt",
	"index.html",
	"tags/ab/x/2023/deep.html",
	"文.html",
].sort(byCodePoint);
const files = paths.map((path) => ({ path, sha256: sha256(path) }));

test("files are listed with their folder, deeper ones with the second level, each once and none that is a list", () => {
	const lists = checksumLists(
		[
			...files,
			{ path: listOfLists, sha256: "" },
			{ path: "data/checksums/corpus/articles/ab.txt", sha256: "" },
		],
		"site",
	);
	expect([...lists.keys()]).toEqual([
		"data/checksums/site/articles/ab.txt",
		"data/checksums/site/articles/cd.txt",
		"data/checksums/site/data.txt",
		"data/checksums/site/root.txt",
		"data/checksums/site/tags/ab.txt",
	]);
	const listed = [...lists.values()].join("").trimEnd().split("\n");
	expect(listed.map((line) => line.slice(66)).sort(byCodePoint)).toEqual(paths);
	for (const list of lists.keys()) {
		expect(isList(list)).toBe(true);
		expect(aboutOf(list)).toBe("site");
	}
});

test("sha256sum reads the lists and the list of lists", () => {
	const root = scratchFolder();
	const put = (path: string, text: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	for (const path of paths) put(path, path);
	const lists = checksumLists(files, "site");
	for (const [path, text] of lists) put(path, text);
	put(
		listOfLists,
		checksumsOf(
			[...lists].map(([path, text]) => ({ path, sha256: sha256(text) })),
		),
	);
	const check = (...list: string[]) =>
		execFileSync("sha256sum", ["--quiet", "-c", ...list], { cwd: root });
	check(listOfLists, ...lists.keys());
	writeFileSync(join(root, "index.html"), "changed");
	expect(() => check(...lists.keys())).toThrow();
});
