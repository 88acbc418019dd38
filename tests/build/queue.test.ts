import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import {
	type Archive,
	archiveFlags,
	archiveIn,
	buildArchive,
	runCommand,
} from "../support/build.ts";
import { writeSeeds } from "../support/made-archive.ts";
import {
	processesOf,
	type Running,
	startCommand,
	until,
} from "../support/process.ts";
import { freePort, startRedis } from "../support/redis.ts";
import { scratchFolder, sharedFolder } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

/** `ARTICLES=2000` is what the figure in `tests/README.md` was made with. */
const articles = Number(process.env.ARTICLES ?? 150);

const alone = archiveIn(sharedFolder());
const treesOf = ({ corpus, out }: Archive) => [treeOf(corpus), treeOf(out)];
/** What one machine makes of the seeds. */
let expected: unknown;

beforeAll(async () => {
	writeSeeds(alone.seeds, articles);
	expect(await buildArchive(alone)).toMatchObject({ code: 0 });
	expected = treesOf(alone);
});

/** A worker with a cache of its own; it is ended with the test. */
async function startWorker(url: string): Promise<Running> {
	const flags = ["--queue", url, "--cache", scratchFolder()];
	const worker = startCommand("worker", [...flags, "--workers", "2"]);
	onTestFinished(() => end(worker, "SIGKILL"));
	await until("a worker takes jobs", () => /takes jobs/.test(worker.said()));
	return worker;
}

function end({ child }: Running, signal: NodeJS.Signals): void {
	try {
		process.kill(-(child.pid as number), signal);
	} catch {
		// It has ended.
	}
}

function startBuild(url: string): { archive: Archive; building: Running } {
	const archive = archiveIn(scratchFolder(), alone.seeds);
	const flags = [...archiveFlags(archive), "--queue", url];
	const building = startCommand("build", flags);
	onTestFinished(() => end(building, "SIGKILL"));
	return { archive, building };
}

/** How many drafts there are: the build is in the middle of reading. */
const draftsOf = ({ cache }: Archive) => {
	try {
		const names = readdirSync(join(cache, "drafts"), { recursive: true });
		return names.filter((name) => String(name).endsWith(".json")).length;
	} catch {
		return 0;
	}
};

async function expectSame({
	building,
	archive,
}: ReturnType<typeof startBuild>) {
	const { code, stderr } = await building.ended;
	expect(code, stderr).toBe(0);
	expect(treesOf(archive)).toEqual(expected);
}

test("two workers make the bytes that one machine makes, and leave nothing on the queue", async () => {
	const { url } = await startRedis("secret");
	const workers = [await startWorker(url), await startWorker(url)];
	const build = startBuild(url);
	const took = new Set<string>();
	const watching = setInterval(() => {
		for (const { mark } of workers)
			for (const { command } of processesOf(mark))
				if (/ingest|render-worker|shards/.test(command)) took.add(mark);
	}, 50);
	await expectSame(build);
	clearInterval(watching);
	expect(took.size).toBe(2);
	// The build itself read, rendered and indexed nothing.
	const redis = new Redis(url);
	const keys = await redis.keys("*:jobs-*:*-*-*-*-*");
	redis.disconnect();
	expect(keys).toEqual([]);
	for (const worker of workers) end(worker, "SIGTERM");
	for (const { ended } of workers) expect((await ended).code).toBe(0);
});

test("a worker that is killed in the middle costs time, not bytes", async () => {
	const { url } = await startRedis();
	const victim = await startWorker(url);
	await startWorker(url);
	const build = startBuild(url);
	await until("files are read", () => draftsOf(build.archive) > articles / 5);
	end(victim, "SIGKILL");
	await expectSame(build);
});

test("a Redis that is stopped in the middle, and started again, costs time, not bytes", async () => {
	const redis = await startRedis();
	await startWorker(redis.url);
	await startWorker(redis.url);
	const build = startBuild(redis.url);
	await until("files are read", () => draftsOf(build.archive) > articles / 5);
	await redis.stop();
	await new Promise((resolve) => setTimeout(resolve, 1_000));
	await redis.start();
	await expectSame(build);
});

test("a queue that cannot be reached ends build and worker with a sentence, and the old site stays", async () => {
	const url = `redis://:secret@127.0.0.1:${await freePort()}`;
	const archive = archiveIn(scratchFolder(), alone.seeds);
	const cache = ["--cache", archive.cache];
	for (const { code, stderr } of await Promise.all([
		runCommand("build", [...archiveFlags(archive), "--queue", url]),
		runCommand("worker", [...cache, "--queue", url]),
	])) {
		expect(code).toBe(1);
		expect(stderr).toMatch(
			/The queue redis:\/\/:…@127\.0\.0\.1:\d+ cannot be reached: .*ECONNREFUSED/,
		);
		expect(stderr).not.toContain("secret");
	}
	const { code } = await runCommand("worker", [...cache, "--queue", "here"]);
	expect(code).toBe(2);
});

test("a wrong password is told like a queue that is not there", async () => {
	const { url } = await startRedis("right");
	const wrong = url.replace("right", "wrong");
	const flags = ["--cache", scratchFolder(), "--queue", wrong];
	const { code, stderr } = await runCommand("worker", flags);
	expect([code, stderr]).toEqual([1, expect.stringContaining("WRONGPASS")]);
});

test("a worker with other code or another Node gets no work, and both sides say so", async () => {
	const { url } = await startRedis();
	const redis = new Redis(url);
	onTestFinished(() => redis.disconnect());
	// Somebody of another version is there.
	for (const role of ["worker", "build"]) {
		const other = {
			id: role,
			role,
			name: `other ${role}`,
			version: "0",
			node: "v99.0.0",
			folders: [],
		};
		await redis.set(`biannian:present:${role}`, JSON.stringify(other));
		await redis.sadd("biannian:everybody", role);
	}
	const worker = await startWorker(url);
	const build = startBuild(url);
	await expectSame(build);
	expect(build.building.said()).toContain(
		"biannian: the worker other worker runs other code or another Node (v99.0.0); it gets no work from this build.",
	);
	expect(worker.said()).toContain(
		"biannian: the build other build runs other code or another Node (v99.0.0); its work is not taken here.",
	);
});

test("a build without workers says that it waits, and goes on when one comes", async () => {
	const { url } = await startRedis();
	const build = startBuild(url);
	await until("it says so", () =>
		build.building.said().includes("no worker takes jobs yet"),
	);
	await startWorker(url);
	await expectSame(build);
});

test("a worker that does not see the folders of a build says so and ends", async () => {
	const { url } = await startRedis();
	const worker = await startWorker(url);
	const redis = new Redis(url);
	onTestFinished(() => redis.disconnect());
	const [id = ""] = await redis.smembers("biannian:everybody");
	const own = JSON.parse((await redis.get(`biannian:present:${id}`)) ?? "");
	const folders = [join(scratchFolder(), "not mounted here")];
	const build = { ...own, id: "far", role: "build", name: "far away", folders };
	await redis.set("biannian:present:far", JSON.stringify(build));
	const queue = new Queue(`jobs-${own.version}`, {
		connection: redis.duplicate({ maxRetriesPerRequest: null }),
		prefix: "biannian",
	});
	onTestFinished(() => queue.disconnect());
	await queue.add("read", { build: "far", kind: "read", body: "" });
	const { code, stderr } = await worker.ended;
	expect(code).toBe(1);
	expect(stderr).toContain(
		`${folders[0]} is not there, and the build far away needs it: a worker has to see the same folders under the same paths.`,
	);
});
