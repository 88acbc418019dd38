import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { withdraw } from "../../src/commands/withdraw.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { readerOf } from "../../src/search/query/from-disk.ts";
import { search } from "../../src/search/query/search.ts";
import { type Archive, archiveFlags, archiveIn } from "../support/build.ts";
import { seedText, writeSeeds } from "../support/made-archive.ts";
import {
	processesOf,
	type Running,
	startCommand,
	until,
} from "../support/process.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

/** Start `dev`; it is stopped when the test ends. */
function startDev(archive: Archive): Running {
	const running = startCommand("dev", [
		...archiveFlags(archive),
		...["--port", "0", "--quiet"],
	]);
	onTestFinished(() => {
		if (processesOf(running.mark).length > 0)
			process.kill(-(running.child.pid as number), "SIGKILL");
	});
	return running;
}

const addressOf = (running: Running) =>
	until(
		"the site is served",
		() => /at (http:\S+) /.exec(running.printed())?.[1],
	);

test("dev tells of articles that vanished and goes on; one that is withdrawn is not told of", async () => {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 4);
	const running = startDev(archive);
	const address = await addressOf(running);
	const home = async () => (await fetch(address)).text();
	const { articles } = readCorpus(archive.corpus).manifest;
	const { id = "" } =
		articles.find(({ headline }) => !headline.includes("1")) ?? {};
	withdraw({ ...archive, ids: [id], reason: "旧", day: "2024-01-31" });
	const page = join(archive.out, `articles/${id.slice(0, 2)}/${id}.html`);
	await until("it is withdrawn", () =>
		readFileSync(page, "utf8").includes("2024-01-31"),
	);
	expect(running.said()).not.toContain("no more");

	rmSync(join(archive.seeds, "1.txt"));
	await until("it is told", () =>
		running.said().includes("One address answers no more; npm run build would"),
	);
	const { vanished } = JSON.parse(
		readFileSync(join(archive.cache, "changes.json"), "utf8"),
	);
	expect(vanished).toHaveLength(1);
	expect(await home()).not.toContain("第1号消息");

	const story = { address: 7, day: 30, variant: 2 };
	writeFiles(archive.seeds, { "new.txt": seedText(story) });
	await until("the next one appears", () =>
		readFileSync(join(archive.out, "index.html"), "utf8").includes("第7号消息"),
	);
	expect(running.said()).not.toContain("failed");
});

test("while dev runs, a file dropped into the seeds appears, search included, and a build that fails is told to open pages", async () => {
	const archive = archiveIn(scratchFolder());
	writeSeeds(archive.seeds, 2);
	const running = startDev(archive);
	const address = await addressOf(running);
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

	process.kill(-(running.child.pid as number), "SIGINT");
	expect((await running.ended).signal).toBe("SIGINT");
	await until(
		"its processes end",
		() => processesOf(running.mark).length === 0,
	);
});
