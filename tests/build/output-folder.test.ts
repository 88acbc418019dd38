import { spawnSync } from "node:child_process";
import {
	closeSync,
	existsSync,
	linkSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { sha256 } from "../../src/base/order.ts";
import { OutputFolder } from "../../src/output/output-folder.ts";
import { swapAll } from "../../src/output/swap.ts";
import { standardThresholds } from "../../src/output/thresholds.ts";
import { fileWorkers } from "../support/file-worker.ts";
import { scratchFolder } from "../support/scratch.ts";

const workerOfFiles = fileWorkers();

type Files = Record<string, { key: string; text: string }>;

/** One build of `files` into `root/site`: what is fresh is kept, the rest is written. */
async function buildOnce(
	root: string,
	files: Files,
): Promise<{ written: number; kept: number; dropped: number }> {
	const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
	for (const [path, { key, text }] of Object.entries(files))
		if (folder.reuseIfCurrent(path, key) === undefined)
			folder.write(path, key, text);
	await folder.complete();
	folder.swap();
	await folder.settle("buildKey");
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
	test("is whole after the first build", async () => {
		const root = scratchFolder();
		expect(await buildOnce(root, two)).toEqual({
			written: 2,
			kept: 0,
			dropped: 0,
		});
		expect(read(root, "deep/b.html")).toBe("B");
	});

	test("keeps unchanged files as they are on disk and writes the changed one", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		const before = inode(root, "a.html");
		const changes = await buildOnce(root, {
			...two,
			"deep/b.html": { key: "2", text: "B2" },
		});
		expect(changes).toEqual({ written: 1, kept: 1, dropped: 0 });
		expect(inode(root, "a.html")).toBe(before);
		expect(read(root, "deep/b.html")).toBe("B2");
	});

	test.each([
		["kept", false],
		["linked already", true],
	])(
		"writes another text into a file that was %s, and not into the one that readers see",
		async (_, isLinked) => {
			const root = scratchFolder();
			await buildOnce(root, two);
			const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
			for (const path in two) folder.reuseIfCurrent(path, "1");
			folder.write("c.html", "1", "C");
			if (isLinked) await folder.linkKept();
			folder.rewrite("a.html", "A2");
			folder.rewrite("c.html", "C2");
			await folder.complete();
			expect(read(root, "a.html")).toBe("A");
			folder.swap();
			await folder.settle("buildKey");
			expect(read(root, "a.html")).toBe("A2");
			expect(folder.changes).toEqual({ written: 2, kept: 1, dropped: 0 });
			// It goes by the same key, and is kept as it is now.
			await buildOnce(root, two);
			expect(read(root, "a.html")).toBe("A2");
		},
	);

	test("loses files that no longer belong to it", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		const one = { "a.html": { key: "1", text: "A" } };
		expect((await buildOnce(root, one)).dropped).toBe(1);
		expect(existsSync(join(root, "site/deep/b.html"))).toBe(false);
	});

	test("is not touched at all when nothing changed", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		const before = statSync(join(root, "site")).ino;
		await buildOnce(root, two);
		expect(statSync(join(root, "site")).ino).toBe(before);
	});

	test("writes a file anew that somebody edited in place", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		writeFileSync(join(root, "site/a.html"), "edited by hand");
		await buildOnce(root, two);
		expect(read(root, "a.html")).toBe("A");
	});

	test("writes a file anew that somebody deleted", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		rmSync(join(root, "site/a.html"));
		await buildOnce(root, two);
		expect(read(root, "a.html")).toBe("A");
	});

	test("does not believe a damaged manifest", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		rmSync(join(root, "cache"), { recursive: true });
		mkdirSync(join(root, "cache/manifests"), { recursive: true });
		expect((await buildOnce(root, two)).written).toBe(2);
	});

	test("comes back when a build died between its two renames", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		renameSync(join(root, "site"), join(root, ".site.old"));
		expect(await buildOnce(root, two)).toEqual({
			written: 0,
			kept: 2,
			dropped: 0,
		});
		expect(read(root, "a.html")).toBe("A");
	});

	test("is rid of an old one that a process had no time to remove", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		const { pid = 0 } = spawnSync("true");
		mkdirSync(join(root, `.site.old-${pid}/deep`), { recursive: true });
		await buildOnce(root, two);
		expect(readdirSync(root).sort()).toEqual(["cache", "site"]);
	});

	test("is known to be whole until one of its files is touched", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		const isUpToDate = (buildKey: string) =>
			new OutputFolder(
				join(root, "site"),
				join(root, "cache"),
			).previous.isUpToDate(buildKey);
		expect(await isUpToDate("buildKey")).toBe(true);
		expect(await isUpToDate("another")).toBe(false);
		writeFileSync(join(root, "site/a.html"), "edited by hand");
		expect(await isUpToDate("buildKey")).toBe(false);
	});

	test("stays as it was when a build is abandoned", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
		folder.write("a.html", "9", "half");
		folder.abandon();
		expect(read(root, "a.html")).toBe("A");
		expect(existsSync(folder.next)).toBe(false);
	});

	test.each([true, false])(
		"is shown together with others or not at all: where one cannot be, all are as they were (there before: %s)",
		async (wasThere) => {
			const roots = [scratchFolder(), scratchFolder()];
			const folders: OutputFolder[] = [];
			for (const root of roots) {
				if (wasThere) await buildOnce(root, two);
				const folder = new OutputFolder(
					join(root, "site"),
					join(root, "cache"),
				);
				folder.write("a.html", "2", "another A");
				await folder.complete();
				folders.push(folder);
			}
			rmSync(folders[1]?.next ?? "", { recursive: true });
			expect(() => swapAll(folders)).toThrow("ENOENT");
			for (const root of roots)
				if (wasThere) expect(read(root, "a.html")).toBe("A");
				else expect(existsSync(join(root, "site"))).toBe(false);
		},
	);

	test("takes a file that was put in place again for the one it was", async () => {
		const root = scratchFolder();
		await buildOnce(root, two);
		const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
		mkdirSync(folder.next);
		linkSync(join(root, "site/a.html"), join(folder.next, "a.html"));
		folder.register("a.html", "2");
		expect(folder.reuseIfCurrent("deep/b.html", "1")).toBeDefined();
		expect(folder.contents().map(({ sha256 }) => sha256)).toEqual(
			["A", "B"].map((text) => sha256(text)),
		);
		expect(folder.changes).toEqual({ written: 0, kept: 2, dropped: 0 });
	});

	test("takes a file of the cache, and never writes into it", () => {
		const root = scratchFolder();
		const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
		const source = join(root, "draft.json");
		writeFileSync(source, "A");
		// A build that finds something lost begins anew with what it put there.
		for (const _ of [1, 2])
			folder.linkFromCache("a.json", "1", source, sha256("A"));
		expect(statSync(join(folder.next, "a.json")).ino).toBe(
			statSync(source).ino,
		);
		folder.write("a.json", "2", "B");
		expect(readFileSync(source, "utf8")).toBe("A");
		expect(readFileSync(join(folder.next, "a.json"), "utf8")).toBe("B");
		expect(folder.contents()).toEqual([
			{ path: "a.json", sha256: sha256("B"), size: 1 },
		]);
	});

	test("makes a group of files again only when its key changes", async () => {
		const root = scratchFolder();
		const make = async (key: string) => {
			const folder = new OutputFolder(join(root, "site"), join(root, "cache"));
			const made = await folder.group("search/", key, async () => {
				writeFileSync(join(folder.next, "search/index"), key);
			});
			await folder.complete();
			folder.swap();
			await folder.settle("buildKey");
			return made;
		};
		expect(await make("1")).toBe(true);
		expect(await make("1")).toBe(false);
		expect(await make("2")).toBe(true);
		expect(read(root, "search/index")).toBe("2");
	});
});

describe("an output folder whose files are linked ahead", () => {
	const files: Files = {
		"a.html": { key: "1", text: "A" },
		"deep/b.html": { key: "1", text: "B" },
		"deep/er/c.html": { key: "1", text: "C" },
		"search/index": { key: "1", text: "I" },
	};

	/** Build {@link files}, and begin another build of the same folder, to which somebody did something in between. */
	async function begunAgain(
		except: readonly string[] = ["search/"],
		meddle: (root: string) => void = () => undefined,
	) {
		const root = scratchFolder();
		await buildOnce(root, files);
		meddle(root);
		const worker = workerOfFiles({
			...standardThresholds,
			process: 0,
			verify: 0,
		});
		onTestFinished(() => worker.close());
		const folder = new OutputFolder(
			join(root, "site"),
			join(root, "cache"),
			worker,
		);
		folder.previous.startVerify();
		folder.linkSpeculatively(except);
		await folder.ready();
		return { root, folder };
	}

	async function publish(folder: OutputFolder): Promise<void> {
		await folder.complete();
		folder.swap();
		await folder.settle("buildKey");
	}

	test("has them before anybody asked for them, but for those of groups", async () => {
		const { root, folder } = await begunAgain();
		const inode = (path: string) => statSync(path).ino;
		expect(inode(join(folder.next, "deep/b.html"))).toBe(
			inode(join(root, "site/deep/b.html")),
		);
		expect(existsSync(join(folder.next, "search/index"))).toBe(false);
	});

	test("never writes into a file that readers see", async () => {
		const { root, folder } = await begunAgain();
		const seen = openSync(join(root, "site/a.html"), "r");
		for (const path of ["deep/b.html", "deep/er/c.html", "search/index"])
			expect(folder.reuseIfCurrent(path, "1")).toBeDefined();
		expect(folder.reuseIfCurrent("a.html", "2")).toBeUndefined();
		// As the rendering process does it.
		writeFileSync(join(folder.next, "a.html"), "another A");
		folder.register("a.html", "2");
		await publish(folder);
		expect(readFileSync(seen, "utf8")).toBe("A");
		closeSync(seen);
		expect(read(root, "a.html")).toBe("another A");
		expect(read(root, "deep/er/c.html")).toBe("C");
		expect(read(root, "search/index")).toBe("I");
	});

	test("loses those that are not kept, and folders that are empty then", async () => {
		const { root, folder } = await begunAgain();
		folder.reuseIfCurrent("a.html", "1");
		await publish(folder);
		expect(readdirSync(join(root, "site"))).toEqual(["a.html"]);
		expect(folder.changes).toEqual({ written: 0, kept: 1, dropped: 3 });
	});

	test("leaves no empty folder where a group's files have other names now", async () => {
		const { root, folder } = await begunAgain([]);
		await folder.group("deep/", "2", async () => {
			writeFileSync(join(folder.next, "deep/d.html"), "D");
		});
		await publish(folder);
		expect(readdirSync(join(root, "site/deep"))).toEqual(["d.html"]);
	});

	test("writes a file anew that somebody edited, and one that somebody deleted", async () => {
		const { root, folder } = await begunAgain([], (root) => {
			writeFileSync(join(root, "site/a.html"), "edited by hand");
			rmSync(join(root, "site/deep/b.html"));
		});
		for (const [path, { key, text }] of Object.entries(files))
			if (folder.reuseIfCurrent(path, key) === undefined)
				folder.write(path, key, text);
		await publish(folder);
		for (const [path, { text }] of Object.entries(files))
			expect(read(root, path)).toBe(text);
		expect(folder.changes).toEqual({ written: 2, kept: 2, dropped: 0 });
	});
});
