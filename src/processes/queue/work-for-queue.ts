/** A worker: takes jobs of builds of its own version from a queue and does them in pools of this machine. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Job } from "bullmq";
import { JobDied, type WorkPool } from "../process-pool.ts";
import {
	interrupted,
	keyPrefix,
	type Presence,
	pack,
	type QueuedAnswer,
	type QueuedJob,
	QueueLink,
	queueName,
	unpack,
} from "./link.ts";

/** How a worker does one kind of jobs. */
export interface QueueWork {
	/** @returns the pool for jobs of this kind with these settings; the same one each time. */
	poolFor(kind: string, settings?: string): WorkPool<unknown, unknown>;
	/** Jobs that it takes at once. */
	readonly atOnce: number;
	/** Stop everything that is at work. */
	kill(): Promise<void>;
}

/** Milliseconds for which a worker that is not heard of keeps its jobs. */
const lockMs = 15_000;

/**
 * Work until the process is ended.
 *
 * @throws QueueUnreachable
 */
export async function workForQueue(
	url: string,
	version: string,
	work: QueueWork,
): Promise<void> {
	const own = {
		id: randomUUID(),
		role: "worker",
		version,
		folders: [],
	} as const;
	const link = await QueueLink.open(url, own, noticeBuilds(version));
	const alone = new Alone();
	const answer = async (job: Job<QueuedJob>): Promise<QueuedAnswer> => {
		const { build, kind, settings, body } = job.data;
		const wanted = await buildOf(link, build);
		if (!wanted) return { failure: "The build is gone." };
		// A job that was begun before and not ended may have cost a worker its life: nothing else is at work beside it then.
		return alone.run(job.attemptsStarted > 1, () =>
			answerOf(work.poolFor(kind, settings), body),
		);
	};
	const { Worker } = await import("bullmq");
	const worker = new Worker(queueName(version), answer, {
		connection: link.connection(),
		prefix: keyPrefix,
		concurrency: work.atOnce,
		lockDuration: lockMs,
		stalledInterval: lockMs / 3,
		// The second worker that dies of a job is the last.
		maxStalledCount: 1,
	});
	worker.on("error", () => undefined);
	// Others will take what this one has in hand: it must not go on writing beside them.
	link.redis.on("close", () => {
		console.error("biannian: the queue is away; waiting for it.");
		void work.kill();
	});
	link.redis.on("ready", () => console.error("biannian: the queue is back."));
	await worker.waitUntilReady();
	console.error(`biannian: worker ${link.own.name} takes jobs.`);
	await ended();
	await work.kill();
	await Promise.race([worker.close(), sleep(5_000)]);
	await link.close();
}

async function answerOf(
	pool: WorkPool<unknown, unknown>,
	body: string,
): Promise<QueuedAnswer> {
	try {
		return { result: pack(await pool.run(unpack(body))) };
	} catch (error) {
		if (error instanceof JobDied)
			return { died: error.how, message: error.said };
		const { message } = error as Error;
		if (message.endsWith("was stopped.")) throw new Error(interrupted);
		return { failure: message };
	}
}

/** The build that wants a job; ends this process where it does not see what the build sees. */
async function buildOf(
	link: QueueLink,
	id: string,
): Promise<Presence | undefined> {
	const build = await link.presenceOf(id);
	const missing = build?.folders.find((folder) => !existsSync(folder));
	if (build && missing !== undefined) {
		console.error(
			`biannian: ${missing} is not there, and the build ${build.name} needs it: a worker has to see the same folders under the same paths.`,
		);
		process.exit(1);
	}
	return build;
}

/** Says to the person at the worker whose jobs it does not take. */
function noticeBuilds(version: string): (others: readonly Presence[]) => void {
	const refused = new Set<string>();
	return (others) => {
		for (const { id, role, name, node, version: other } of others)
			if (role === "build" && other !== version && !refused.has(id)) {
				refused.add(id);
				console.error(
					`biannian: the build ${name} runs other code or another Node (${node}); its work is not taken here.`,
				);
			}
	};
}

/** Resolves when the process is asked to end. */
function ended(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM"] as const)
			process.once(signal, () => resolve());
	});
}

/** Some work at the same time as others, some alone. */
class Alone {
	/** What the next has to wait for. */
	#last: Promise<unknown> = Promise.resolve();
	readonly #atWork = new Set<Promise<unknown>>();

	run<Result>(isAlone: boolean, work: () => Promise<Result>): Promise<Result> {
		const before = isAlone ? Promise.allSettled([...this.#atWork]) : undefined;
		const started = Promise.all([this.#last, before]).then(work);
		const over = started.catch(() => undefined);
		this.#atWork.add(over);
		over.then(() => this.#atWork.delete(over));
		if (isAlone) this.#last = over;
		return started;
	}
}
