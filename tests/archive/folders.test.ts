import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolders } from "../../src/commands/folders.ts";
import { WrongUsage } from "../../src/commands/wrong-usage.ts";
import { scratchFolder } from "../support/scratch.ts";

const names = ["seeds", "out", "corpus", "cache"] as const;
type Name = (typeof names)[number];

/** Four folders apart from each other, in a folder of their own. */
function apart(): Record<Name, string> & { root: string } {
	const root = scratchFolder();
	const at = (name: Name) => join(root, name);
	for (const name of names) mkdirSync(at(name));
	return {
		root,
		seeds: at("seeds"),
		out: at("out"),
		corpus: at("corpus"),
		cache: at("cache"),
	};
}

const pairs = names.flatMap((one) =>
	names.flatMap((other) => (one === other ? [] : [[one, other] as const])),
);

describe("folders that are given a command", () => {
	test("may lie beside each other, through a link as well", () => {
		const folders = apart();
		symlinkSync(folders.out, join(folders.root, "link"));
		checkFolders(folders, "build");
		checkFolders({ ...folders, out: join(folders.root, "link") }, "build");
	});

	test.each(pairs)("%s may not be %s by another name", (one, other) => {
		const folders = apart();
		const link = join(folders.root, "link");
		symlinkSync(folders[other], link);
		expect(() => checkFolders({ ...folders, [one]: link }, "build")).toThrow(
			WrongUsage,
		);
		expect(() => checkFolders({ ...folders, [one]: link }, "dev")).toThrow(
			/are the same folder, .*; they must lie apart\.$/,
		);
	});

	test.each(pairs)(
		"%s may not lie inside %s by way of a link, also where it is yet to be made",
		(one, other) => {
			const folders = apart();
			const link = join(folders.root, "link");
			symlinkSync(folders[other], link);
			mkdirSync(join(folders[other], "deep"));
			for (const below of ["deep", ...(one === "seeds" ? [] : ["deep/new"])])
				expect(() =>
					checkFolders({ ...folders, [one]: join(link, below) }, "build"),
				).toThrow(/ lies inside --.*; they must lie apart\.$/);
		},
	);

	test.each([
		["out", "_site"],
		["corpus", "_corpus"],
		["cache", ".cache"],
	] as const)(
		"only the seeds may hold %s, under its default name %s",
		(name, own) => {
			const folders = apart();
			const link = join(folders.root, "link");
			symlinkSync(folders.seeds, link);
			checkFolders({ ...folders, [name]: join(link, own) }, "build");
			expect(() =>
				checkFolders({ ...folders, [name]: join(link, "own") }, "build"),
			).toThrow("they must lie apart");
		},
	);
});
