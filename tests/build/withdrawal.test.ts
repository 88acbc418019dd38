import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { withdraw } from "../../src/commands/withdraw.ts";
import { defaults } from "../../src/config.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { type BuildOptions, build } from "../../src/pipeline.ts";
import {
	archiveFlags,
	archiveIn,
	optionsFor,
	runCommand,
	sharedPools,
} from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const pools = sharedPools();

function builtArchive() {
	const archive = archiveIn(scratchFolder());
	const publish = (over: Partial<BuildOptions> = {}) =>
		build(
			{
				...optionsFor(archive),
				maxRemovals: 0,
				config: readArchive(archive.seeds, defaults),
				...over,
			},
			pools,
		);
	return { archive, publish };
}

test("a file that vanishes stops the publication with its id, day, headline and name, until it is withdrawn or let go", async () => {
	const { archive, publish } = builtArchive();
	writeSeeds(archive.seeds, 4);
	expect((await publish()).changes).toEqual({
		added: 4,
		removed: 0,
		changed: 0,
		vanished: 0,
	});
	const before = treeOf(archive.out);
	const [card] = readCorpus(archive.corpus).manifest.articles;
	const { id = "", headline = "" } = card ?? {};
	const file = `${headline.replace(/\D/g, "")}.txt`;
	const seed = file === "0.txt" ? "deep/0.txt" : file;
	rmSync(join(archive.seeds, seed));
	const day = card?.day;
	await expect(publish()).rejects.toThrow(
		`\n  ${id} ${day} ${headline} (${seed})\n`,
	);
	expect(treeOf(archive.out)).toEqual(before);
	const lists = JSON.parse(
		readFileSync(join(archive.cache, "changes.json"), "utf8"),
	);
	expect(lists).toMatchObject({ vanished: [id], removed: [id] });
	withdraw({
		...archive,
		ids: [id],
		reason: "要求\n删除 “引号” & <b>",
		day: "2024-01-31",
	});
	expect((await publish()).changes).toEqual({
		added: 0,
		removed: 1,
		changed: expect.any(Number),
		vanished: 0,
	});
	const page = readFileSync(
		join(archive.out, `articles/${id.slice(0, 2)}/${id}.html`),
		"utf8",
	);
	expect(page).toContain("“引号” &amp; &lt;b>");
	expect(readFileSync(join(archive.out, "withdrawn.html"), "utf8")).toContain(
		`articles/${id.slice(0, 2)}/${id}.html`,
	);
	expect(() =>
		withdraw({ ...archive, ids: [id], reason: "x", day: "2024-01-31" }),
	).toThrow("withdrawn already");
	// What was withdrawn once and is not any more would be a missing page, too.
	rmSync(join(archive.seeds, "_withdrawn.yml"));
	await expect(publish()).rejects.toThrow(id);
	expect((await publish({ maxRemovals: 1 })).articles).toBe(3);
});

test("an article whose file is still there is withdrawn all the same", async () => {
	const { archive, publish } = builtArchive();
	writeSeeds(archive.seeds, 3);
	await publish();
	const [{ id = "" } = {}] = readCorpus(archive.corpus).manifest.articles;
	withdraw({ ...archive, ids: [id], reason: "旧", day: "2024-01-31" });
	const summary = await publish();
	expect(summary.articles).toBe(2);
	expect(summary.totals).toMatchObject({ files: 3, withdrawn: 1 });
});

test("an empty folder never replaces a site, whatever is allowed", async () => {
	const { archive, publish } = builtArchive();
	writeSeeds(archive.seeds, 2);
	await publish();
	const before = treeOf(archive.out);
	renameSync(archive.seeds, `${archive.seeds}-unmounted`);
	writeFiles(archive.seeds, { ".keep": "" });
	await expect(
		publish({ maxRemovals: Number.POSITIVE_INFINITY }),
	).rejects.toThrow("gives no article at all");
	expect(treeOf(archive.out)).toEqual(before);
});

test("a machine without the last corpus compares with the list that the site publishes", async () => {
	const { archive, publish } = builtArchive();
	writeSeeds(archive.seeds, 3);
	await publish();
	const against = join(scratchFolder(), "ids.txt");
	renameSync(join(archive.out, "data/ids.txt"), against);
	for (const folder of [archive.out, archive.corpus, archive.cache])
		rmSync(folder, { recursive: true });
	expect((await publish({ against })).changes).toEqual({
		added: 0,
		removed: 0,
		changed: 0,
		vanished: 0,
	});
	rmSync(archive.out, { recursive: true });
	rmSync(archive.corpus, { recursive: true });
	rmSync(join(archive.seeds, "1.txt"));
	await expect(publish({ against })).rejects.toThrow("withdraw");
	expect(existsSync(archive.out)).toBe(false);
});

test("a file that was renamed is told apart, with the line that leads its old address on", async () => {
	const { archive, publish } = builtArchive();
	writeSeeds(archive.seeds, 2);
	const post =
		"---\ntitle: 无址\ndate: 2023-05-01\n---\n<p>这一篇没有地址，只有文件名，所以文件名就是它的名字。</p>\n";
	writeFiles(archive.seeds, { "old.md": post });
	await publish();
	renameSync(join(archive.seeds, "old.md"), join(archive.seeds, "new.md"));
	await expect(publish()).rejects.toThrow(
		/- \{moved: [0-9a-f]{16}, to: [0-9a-f]{16}\}/,
	);
	writeFiles(archive.seeds, {
		"_corrections.yml": readFileSync(join(archive.cache, "moved.yml"), "utf8"),
	});
	expect((await publish()).articles).toBe(3);
});

test("the command says it in one sentence each, with its exit code", async () => {
	const { archive, publish } = builtArchive();
	writeSeeds(archive.seeds, 2);
	await publish();
	rmSync(join(archive.seeds, "1.txt"));
	const flags = archiveFlags(archive);
	const refused = await runCommand("build", [...flags, "--quiet"]);
	expect(refused.code).toBe(1);
	expect(refused.stderr).toContain("1 published address would answer no more.");
	expect(refused.stderr).not.toContain("    at ");
	const wrong = await runCommand("withdraw", [
		"0000000000000000",
		"--seeds",
		archive.seeds,
		"--corpus",
		archive.corpus,
	]);
	expect([wrong.code, wrong.stderr]).toEqual([
		2,
		expect.stringContaining("--reason"),
	]);
	const letGo = await runCommand("build", [
		...flags,
		"--json",
		"--allow-removals",
	]);
	expect(letGo.code).toBe(0);
	expect(JSON.parse(letGo.stdout).changes).toMatchObject({
		removed: 1,
		vanished: 1,
	});
});
