import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packSite } from "../../src/site/portable.ts";
import { buildSample, filesUnder, temporaryFolder } from "./build-sample.ts";

test("a pack holds every file of the site beside a page to begin with, and packs to the same bytes twice", async () => {
	const { root } = await buildSample();
	const folder = temporaryFolder();
	const first = await packSite(root, join(folder, "a.zip"), "archive");
	await packSite(root, join(folder, "b.zip"), "archive");
	expect(first.files).toBe(filesUnder(root).length + 1);
	expect(readFileSync(join(folder, "a.zip"))).toEqual(
		readFileSync(join(folder, "b.zip")),
	);
	execFileSync("python3", [
		"-m",
		"zipfile",
		"-e",
		join(folder, "a.zip"),
		folder,
	]);
	const start = readFileSync(
		join(folder, "archive/READ ME FIRST.html"),
		"utf8",
	);
	const target = /href="(site\/index\.html)"/.exec(start)?.[1] ?? "";
	expect(existsSync(join(folder, "archive", target))).toBe(true);
	expect(filesUnder(join(folder, "archive/site"))).toEqual(filesUnder(root));
});
