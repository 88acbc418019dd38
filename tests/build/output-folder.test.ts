import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OutputFolder } from "../../src/build/output-folder.ts";
import { sha256 } from "../../src/domain/order.ts";
import { scratchFolder } from "../support/scratch.ts";

type Files = Record<string, { key: string; text: string }>;

/** One build of `files` into `root/site`: what is fresh is kept, the rest is written. */
function buildOnce(
	root: string,
	files: Files,
): { written: number; kept: number; dropped: number } {
	const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
	for (const [path, { key, text }] of Object.entries(files))
		if (folder.isFresh(path, key)) folder.keep(path);
		else folder.write(path, key, text);
	folder.complete();
	folder.swap();
	folder.settle("stamp");
	return folder.changes;
}

const read = (root: string, path: string) =>
	readFileSync(join(root, "site", path), "utf8");
const inode = (root: string, path: string) =>
	statSync(join(root, "site", path)).ino;
const two: Files = {
	"a.html": { key: "1", text: "A" },
	"deep/b.html": { key: "1", text: "B" },
};

describe("an output folder", () => {
	test("is whole after the first build", () => {
		const root = scratchFolder();
		expect(buildOnce(root, two)).toEqual({ written: 2, kept: 0, dropped: 0 });
		expect(read(root, "deep/b.html")).toBe("B");
	});

	test("keeps unchanged files as they are on disk and writes the changed one", () => {
		const root = scratchFolder();
		buildOnce(root, two);
		const before = inode(root, "a.html");
		const changes = buildOnce(root, {
			...two,
			"deep/b.html": { key: "2", text: "B2" },
		});
		expect(changes).toEqual({ written: 1, kept: 1, dropped: 0 });
		expect(inode(root, "a.html")).toBe(before);
		expect(read(root, "deep/b.html")).toBe("B2");
	});

	test("loses files that no longer belong to it", () => {
		const root = scratchFolder();
		buildOnce(root, two);
		expect(buildOnce(root, { "a.html": { key: "1", text: "A" } }).dropped).toBe(
			1,
		);
		expect(existsSync(join(root, "site/deep/b.html"))).toBe(false);
	});

	test("is not touched at all when nothing changed", () => {
		const root = scratchFolder();
		buildOnce(root, two);
		const before = statSync(join(root, "site")).ino;
		buildOnce(root, two);
		expect(statSync(join(root, "site")).ino).toBe(before);
	});

	test("writes a file anew that somebody edited in place", () => {
		const root = scratchFolder();
		buildOnce(root, two);
		writeFileSync(join(root, "site/a.html"), "edited by hand");
		buildOnce(root, two);
		expect(read(root, "a.html")).toBe("A");
	});

	test("writes a file anew that somebody deleted", () => {
		const root = scratchFolder();
		buildOnce(root, two);
		rmSync(join(root, "site/a.html"));
		buildOnce(root, two);
		expect(read(root, "a.html")).toBe("A");
	});

	test("does not believe a damaged ledger", () => {
		const root = scratchFolder();
		buildOnce(root, two);
		rmSync(join(root, "cache"), { recursive: true });
		mkdirSync(join(root, "cache/ledgers"), { recursive: true });
		expect(buildOnce(root, two).written).toBe(2);
	});

	test("comes back when a build died between its two renames", () => {
		const root = scratchFolder();
		buildOnce(root, two);
		renameSync(join(root, "site"), join(root, ".site.old"));
		expect(buildOnce(root, two)).toEqual({ written: 0, kept: 2, dropped: 0 });
		expect(read(root, "a.html")).toBe("A");
	});

	test("is known to be whole until one of its files is touched", () => {
		const root = scratchFolder();
		buildOnce(root, two);
		const isWhole = (stamp: string) =>
			new OutputFolder(join(root, "site"), join(root, "cache")).isWhole(stamp);
		expect(isWhole("stamp")).toBe(true);
		expect(isWhole("another")).toBe(false);
		writeFileSync(join(root, "site/a.html"), "edited by hand");
		expect(isWhole("stamp")).toBe(false);
	});

	test("stays as it was when a build is abandoned", () => {
		const root = scratchFolder();
		buildOnce(root, two);
		const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
		folder.write("a.html", "9", "half");
		folder.abandon();
		expect(read(root, "a.html")).toBe("A");
		expect(existsSync(folder.next)).toBe(false);
	});

	test("makes a group of files again only when its key changes", async () => {
		const root = scratchFolder();
		const make = async (key: string) => {
			const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
			const made = await folder.group("search/", key, async () => {
				writeFileSync(join(folder.next, "search/index"), key);
			});
			folder.complete();
			folder.swap();
			folder.settle("stamp");
			return made;
		};
		expect(await make("1")).toBe(true);
		expect(await make("1")).toBe(false);
		expect(await make("2")).toBe(true);
		expect(read(root, "search/index")).toBe("2");
	});
});

describe("a file of lines in an output folder", () => {
	/** One build of a file of these lines; the answer is which lines were asked for. */
	async function buildLines(
		root: string,
		texts: readonly string[],
		version = "1",
	): Promise<string[]> {
		const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
		const made: string[] = [];
		await folder.writeLines(
			"all.txt",
			texts.join(),
			{
				keys: texts,
				line: (index) => {
					made.push(texts[index] ?? "");
					return `${texts[index]}·${version}`;
				},
			},
			version,
		);
		folder.complete();
		folder.swap();
		folder.settle(texts.join());
		const [file] = folder.contents();
		expect(file?.sha256).toBe(sha256(read(root, "all.txt")));
		return made;
	}

	test.each<[string, string[], string[]]>([
		["added at the end", ["a", "b", "c", "新"], ["新"]],
		["added at the beginning", ["新", "a", "b", "c"], ["新"]],
		["added in the middle, another gone", ["a", "新", "c"], ["新"]],
		["gone at the beginning", ["b", "c"], []],
		["moved", ["c", "a", "b"], []],
		["all gone", [], []],
	])(
		"%s: only new lines are made, the rest is copied",
		async (_, after, made) => {
			const root = scratchFolder();
			expect(await buildLines(root, ["a", "b", "c"])).toEqual(["a", "b", "c"]);
			expect(await buildLines(root, after)).toEqual(made);
			expect(read(root, "all.txt")).toBe(
				after.map((text) => `${text}·1\n`).join(""),
			);
		},
	);

	test("is made anew by another version of the code, and after somebody edited it", async () => {
		const root = scratchFolder();
		await buildLines(root, ["a", "b"]);
		expect(await buildLines(root, ["a", "b"], "2")).toEqual(["a", "b"]);
		expect(read(root, "all.txt")).toBe("a·2\nb·2\n");
		writeFileSync(join(root, "site/all.txt"), "edited by hand");
		expect(await buildLines(root, ["a", "b"], "2")).toEqual(["a", "b"]);
		expect(read(root, "all.txt")).toBe("a·2\nb·2\n");
	});

	test("is made anew when what is remembered of it is of another build", async () => {
		const root = scratchFolder();
		await buildLines(root, ["a", "b"]);
		const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
		await folder.writeLines(
			"all.txt",
			"x",
			{ keys: ["c"], line: () => "c" },
			"1",
		);
		folder.abandon();
		expect(await buildLines(root, ["a", "b"])).toEqual(["a", "b"]);
	});
});
