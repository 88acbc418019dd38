import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeSeeds } from "../../scripts/make-corpus/write-seeds.ts";
import { joinCaches } from "../../src/assemble/join-caches.ts";
import { inSlice } from "../../src/base/slice.ts";
import { buildSlice } from "../../src/commands/slice.ts";
import { build } from "../../src/pipeline.ts";
import {
	archiveFlags,
	archiveIn,
	optionsFor,
	runCommand,
} from "../support/build.ts";
import { scratchFolder } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

test("every file is in exactly one of several slices, whatever machine asks", () => {
	const names = Array.from({ length: 1_000 }, (_, n) => `folder/${n}.txt`);
	for (const of of [1, 2, 7]) {
		const sizes = Array.from(
			{ length: of },
			(_, n) =>
				names.filter((name) => inSlice(name, { number: n + 1, of })).length,
		);
		expect(sizes.reduce((sum, size) => sum + size)).toBe(names.length);
		expect(Math.min(...sizes)).toBeGreaterThan(names.length / of / 2);
	}
});

test("slices built apart, in two rounds, and joined give the bytes of a single build", async () => {
	const root = scratchFolder();
	const whole = archiveIn(join(root, "whole"));
	writeSeeds(whole.seeds, 30, 200);
	cpSync("seeds", join(whole.seeds, "real"), { recursive: true });
	const machines = [1, 2].map((number) => {
		const machine = archiveIn(join(root, `machine-${number}`));
		cpSync(whole.seeds, machine.seeds, { recursive: true });
		return { options: optionsFor(machine), slice: { number, of: 2 } };
	});
	const caches = machines.map(({ options }) => options.cache);

	const first = [];
	for (const { options, slice } of machines)
		first.push(await buildSlice(options, slice));
	expect(first.map(({ pages }) => pages)).toEqual([0, 0]);
	expect(first.reduce((sum, { read }) => sum + read, 0)).toBe(35);

	for (const { options } of machines)
		joinCaches(caches, options.cache, options.seeds);
	const second = [];
	for (const { options, slice } of machines)
		second.push(await buildSlice(options, slice));
	expect(second.map(({ read, missing }) => [read, missing])).toEqual([
		[0, 0],
		[0, 0],
	]);

	const joined = archiveIn(join(root, "joined"));
	cpSync(whole.seeds, joined.seeds, { recursive: true });
	joinCaches(caches, joined.cache, joined.seeds);
	const assembled = await build(optionsFor(joined));
	const single = await build(optionsFor(whole));
	expect(assembled.reread).toBe(0);
	expect(assembled.pages.rendered).toBe(0);
	expect(assembled.search.rebuilt).toBe(0);
	expect(second.reduce((sum, { shards }) => sum + shards, 0)).toBe(
		single.search.shards,
	);
	expect(second.reduce((sum, { pages }) => sum + pages, 0)).toBe(
		single.pages.rendered,
	);
	expect(treeOf(joined.out)).toEqual(treeOf(whole.out));
	expect(treeOf(joined.corpus)).toEqual(treeOf(whole.corpus));
});

test("on the command line a slice leaves its cache, and assembling makes the site of it", async () => {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 2, 200);
	const flags = archiveFlags(archive);
	const slice = await runCommand("build", [
		...flags,
		"--shard",
		"1/1",
		"--json",
	]);
	expect(slice.code, slice.stderr).toBe(0);
	expect(JSON.parse(slice.stdout)).toMatchObject({ read: 2 });
	expect(existsSync(archive.out)).toBe(false);
	const joined = archiveIn(scratchFolder(), archive.seeds);
	const [whole, none] = await Promise.all([
		runCommand("assemble", [archive.cache, ...archiveFlags(joined), "--json"]),
		runCommand("assemble", [`${archive.cache}-none`, ...flags]),
	]);
	expect(whole.code, whole.stderr).toBe(0);
	expect(JSON.parse(whole.stdout)).toMatchObject({ articles: 2, reread: 0 });
	expect(existsSync(join(joined.out, "index.html"))).toBe(true);
	expect(none).toMatchObject({
		code: 2,
		stderr: expect.stringContaining("does not exist"),
	});
});

test("a slice that is none, and assembling nothing, are wrong usage", async () => {
	const wrong = await Promise.all([
		runCommand("build", ["--shard", "3/2"]),
		runCommand("build", ["--shard", "one"]),
		runCommand("verify", ["--shard", "1/2"]),
		runCommand("assemble", []),
	]);
	expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
	for (const { stderr } of wrong) expect(stderr).toMatch(/shard|caches/);
});
