import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { JobLimit, Program } from "../../src/processes/pool-process.ts";
import {
	JobDied,
	type PoolOptions,
	ProcessPool,
} from "../../src/processes/process-pool.ts";
import { runEach } from "../../src/processes/run-each.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

/** What a job says; the process answers with its own number and how many jobs it has seen. */
type Job = "answer" | "die" | "die once" | "burn" | "hang" | "fail" | "long";
type Result = { readonly pid: number; readonly seen: number };

/** Does what each job says. */
function program(folder = scratchFolder(), limit?: JobLimit): Program {
	const code = `
import { existsSync, writeFileSync } from "node:fs";
const mark = process.argv[2] + "/died";
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const burn = (ms) => { for (const start = used(); used() - start < ms; ); };
let seen = 0;
process.on("disconnect", () => process.exit());
process.on("message", (job) => {
	seen++;
	if (job === "hang") { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); }
	if (job === "burn") burn(600_000);
	if (job === "long") for (let time = 0; time < 4; time++) { burn(150); process.send({ alive: true }); }
	if (job === "die" || (job === "die once" && !existsSync(mark))) {
		writeFileSync(mark, "");
		console.error("last words");
		process.exit(7);
	}
	process.send(job === "fail" ? { failure: "no room" } : { result: { pid: process.pid, seen } });
});
`;
	writeFiles(folder, { "worker.mjs": code });
	const script = join(folder, "worker.mjs");
	return { script, args: [folder], options: [], ...(limit && { limit }) };
}

function pool(
	runs = program(),
	options: Partial<PoolOptions> = {},
): ProcessPool<Job, Result> {
	const made = new ProcessPool<Job, Result>({
		name: "Testing",
		size: 2,
		...options,
	});
	made.setProgram(runs);
	onTestFinished(() => made.kill());
	return made;
}

const all = (many: ProcessPool<Job, Result>, jobs: readonly Job[]) =>
	Promise.allSettled(jobs.map((job) => many.run(job)));

test("as many processes work as jobs are worth, and no more than there may be", async () => {
	const results = await all(pool(), Array<Job>(9).fill("answer"));
	const pids = results.map(
		(one) => one.status === "fulfilled" && one.value.pid,
	);
	expect(new Set(pids).size).toBe(2);
	const few = await all(pool(program(), { depth: 3 }), ["answer", "answer"]);
	const own = few.map((one) => one.status === "fulfilled" && one.value.pid);
	expect(new Set(own).size).toBe(1);
});

test("a job whose process died is done by another one, alone, after all others", async () => {
	const order: string[] = [];
	const many = pool();
	const jobs: Job[] = ["die once", ...Array<Job>(6).fill("answer")];
	const results = await Promise.all(
		jobs.map(async (job) => {
			const result = await many.run(job);
			order.push(job);
			return result;
		}),
	);
	expect(order.at(-1)).toBe("die once");
	// It was the first that its process saw.
	expect(results[0]?.seen).toBe(1);
});

test("a job that kills two processes is given up, with what the last one died of and said", async () => {
	const results = await all(pool(program(), { depth: 3 }), [
		"answer",
		"die",
		"answer",
		"answer",
	]);
	const ends = results.map(({ status }) => status);
	expect(ends).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
	const [, died] = results;
	const error = died?.status === "rejected" ? died.reason : undefined;
	expect(error).toBeInstanceOf(JobDied);
	expect((error as JobDied).how).toBe("exit 7");
	expect((error as JobDied).message).toBe(
		"Testing failed: a process ended before its work (exit 7).\nlast words",
	);
});

test("an error that a process reports is no reason to end it", async () => {
	const one = pool(program(), { size: 1 });
	const { pid } = await one.run("answer");
	await expect(one.run("fail")).rejects.toThrow("Testing failed: no room");
	expect((await one.run("answer")).pid).toBe(pid);
});

test("a job that takes more processor time than it may is stopped; one that says that it goes on is not", async () => {
	const limit = { cpuMs: 300, stillMs: 60_000 };
	const [quick, burning, long] = await all(
		pool(program(undefined, limit), { tries: 1, size: 1 }),
		["answer", "burn", "long"],
	);
	expect([quick?.status, long?.status]).toEqual(["fulfilled", "fulfilled"]);
	const error = burning?.status === "rejected" ? burning.reason : undefined;
	expect(error?.how).toBe("more than 0.3 s of processor time");
});

test("a process that does nothing at all is stopped", async () => {
	const limit = { cpuMs: 60_000, stillMs: 1_000 };
	const hung = pool(program(undefined, limit), { tries: 1 }).run("hang");
	await expect(hung).rejects.toThrow("(no answer for 1 s)");
});

test("others that keep all cores busy are not counted", async () => {
	const busy = Array.from({ length: 2 * availableParallelism() }, () =>
		spawn(process.execPath, ["-e", "for (;;);"]),
	);
	try {
		// Twice as much processor time as a job has, and on the clock several times that: it says that it goes on.
		const limit = { cpuMs: 300, stillMs: 60_000 };
		const one = pool(program(undefined, limit), { tries: 1, size: 1 });
		const [, long] = await all(one, ["answer", "long"]);
		expect(long?.status).toBe("fulfilled");
	} finally {
		for (const one of busy) one.kill("SIGKILL");
	}
});

test("between two builds one process stays, of the last program, and not one that did very much", async () => {
	const first = program();
	const kept = pool(first, { size: 1, keepsOne: true });
	const jobs = Array<Job>(6).fill("answer");
	await all(kept, jobs);
	await kept.rest();
	const { pid } = await kept.run("answer");
	expect((await kept.run("answer")).pid).toBe(pid);
	kept.setProgram({ ...first });
	expect((await kept.run("answer")).pid).toBe(pid);
	kept.setProgram({ ...first, args: [...first.args, "another"] });
	const other = await kept.run("answer");
	expect(other).toEqual({ pid: expect.not.stringMatching(`${pid}`), seen: 1 });
	await all(kept, Array<Job>(120).fill("answer"));
	await kept.rest();
	expect((await kept.run("answer")).seen).toBe(1);
});

test("a process that died while it waited is no harm", async () => {
	const kept = pool(program(), { size: 1, keepsOne: true });
	const { pid } = await kept.run("answer");
	process.kill(pid, "SIGKILL");
	expect((await kept.run("answer")).seen).toBe(1);
});

test("processes that were prepared are at hand", async () => {
	const ready = pool();
	ready.prepare(1);
	ready.prepare(1);
	const results = await all(ready, ["answer"]);
	expect(results[0]?.status).toBe("fulfilled");
});

test("a program that cannot be started fails every job at once", async () => {
	const missing = pool({
		script: join(scratchFolder(), "none.mjs"),
		args: [],
		options: [],
	});
	const results = await all(missing, ["answer", "answer"]);
	expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("after it was stopped nobody waits in vain", async () => {
	const stopped = pool();
	const results = all(stopped, ["hang", "hang", "answer"]);
	await new Promise((resolve) => setTimeout(resolve, 200));
	await stopped.kill();
	expect((await results).map(({ status }) => status)).toEqual(
		Array(3).fill("rejected"),
	);
});

test("of jobs that are made one by one no more are made than are at work", async () => {
	let atWork = 0;
	let most = 0;
	const jobs = function* () {
		for (let n = 0; n < 20; n++) {
			most = Math.max(most, ++atWork);
			yield n;
		}
	};
	const done: number[] = [];
	await runEach(
		jobs(),
		async (n) => n,
		(n) => {
			atWork--;
			done.push(n);
		},
		3,
	);
	expect(done.length).toBe(20);
	expect(most).toBeLessThanOrEqual(4);
});

test("where one of them fails no further one is begun", async () => {
	const begun: number[] = [];
	const failing = runEach(
		[1, 2, 3, 4, 5, 6],
		async (n) => {
			begun.push(n);
			if (n === 2) throw new Error("two");
			await new Promise((resolve) => setTimeout(resolve, 20));
		},
		() => undefined,
		2,
	);
	await expect(failing).rejects.toThrow("two");
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(begun).toEqual([1, 2]);
});
