import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readerOf } from "../../src/search/query/from-disk.ts";
import { search } from "../../src/search/query/search.ts";
import { archiveFlags, archiveIn } from "../support/build.ts";
import { seedText, writeSeeds } from "../support/made-archive.ts";
import { processesOf, startCommand, until } from "../support/process.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

test("while dev runs, a file dropped into the seeds appears, search included, and a build that fails is told to open pages", async () => {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 2);
	const running = startCommand("dev", [
		...archiveFlags(archive),
		...["--port", "0", "--quiet"],
	]);
	const group = -(running.child.pid as number);
	onTestFinished(() => {
		if (processesOf(running.mark).length > 0) process.kill(group, "SIGKILL");
	});
	const address = await until(
		"the site is served",
		() => /at (http:\S+) /.exec(running.printed())?.[1],
	);
	const page = await (await fetch(address)).text();
	expect(page).toContain('<script src="/.live.js"></script>');
	expect(page).not.toContain("第7号消息");

	let told = "";
	const stream = await fetch(`${address}.live`);
	stream.body
		?.pipeThrough(new TextDecoderStream())
		.pipeTo(
			new WritableStream({
				write(text) {
					told += text;
				},
			}),
		)
		.catch(() => undefined);
	await until("the page listens", () => told.includes("hello"));

	const story = { address: 7, day: 30, variant: 2 };
	writeFiles(archive.seeds, { "new.txt": seedText(story) });
	await until("pages reload", () => told.includes("event: reload"));
	expect(await (await fetch(address)).text()).toContain("第7号消息");
	const { answer } = await search(readerOf(archive.out), "第7号消息", {
		variants: true,
	});
	expect(answer.hits).toHaveLength(1);

	// A file where the search index keeps its shards: indexing must fail.
	rmSync(join(archive.cache, "shards"), { recursive: true });
	writeFileSync(join(archive.cache, "shards"), "");
	const other = { address: 8, day: 31, variant: 2 };
	writeFiles(archive.seeds, { "more.txt": seedText(other) });
	await until("the failure is told", () => told.includes("event: problem"));
	expect(running.said()).toContain(
		"The build failed; the last good site is still served.",
	);
	const kept = await (await fetch(address)).text();
	expect(kept).toContain("第7号消息");
	expect(kept).not.toContain("第8号消息");

	process.kill(group, "SIGINT");
	expect((await running.ended).signal).toBe("SIGINT");
	await until(
		"its processes end",
		() => processesOf(running.mark).length === 0,
	);
});
