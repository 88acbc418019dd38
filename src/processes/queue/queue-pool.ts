/** Pools whose processes are on other machines: their jobs go through a queue on Redis. */
import { randomUUID } from "node:crypto";
import type { Queue, QueueEvents } from "bullmq";
import type { Program } from "../pool-process.ts";
import { JobDied, type WorkPool } from "../process-pool.ts";
import {
	keyPrefix,
	type Presence,
	pack,
	type QueuedAnswer,
	type QueuedJob,
	QueueLink,
	queueName,
	unpack,
	withoutPassword,
} from "./link.ts";

interface Outstanding {
	readonly data: QueuedJob;
	readonly isFirst: boolean;
	/** What its pool does, in messages. */
	readonly name: string;
	/** How often the connection had been lost when it was added. */
	interruptions: number;
	resolve(packed: string): void;
	reject(error: Error): void;
}

/** Milliseconds between two looks at jobs that nothing was heard of: events are lost where Redis or a connection is. */
const lookEveryMs = 5_000;
/** Ticks without any worker before the build says that it waits for one. */
const patience = 2;

/** The jobs of one build on a queue. */
export class JobsOnQueue {
	readonly #link: QueueLink;
	readonly #queue: Queue<QueuedJob, QueuedAnswer>;
	readonly #events: QueueEvents;
	readonly #outstanding = new Map<string, Outstanding>();
	readonly #timer: NodeJS.Timeout;
	#count = 0;

	private constructor(
		link: QueueLink,
		queue: Queue<QueuedJob, QueuedAnswer>,
		events: QueueEvents,
	) {
		this.#link = link;
		this.#queue = queue;
		this.#events = events;
		this.#queue.on("error", () => undefined);
		this.#events.on("error", () => undefined);
		this.#events.on("completed", ({ jobId, returnvalue }) =>
			this.#completed(jobId, returnvalue as unknown as QueuedAnswer | string),
		);
		this.#events.on("failed", ({ jobId, failedReason }) =>
			this.#failed(jobId, failedReason),
		);
		this.#timer = setInterval(() => void this.#lookAfter(), lookEveryMs);
	}

	/**
	 * @param folders that every worker must see.
	 * @throws QueueUnreachable
	 */
	static async open(
		url: string,
		version: string,
		folders: readonly string[],
	): Promise<JobsOnQueue> {
		const notice = noticeWorkers(url, version);
		const own = { id: randomUUID(), role: "build", version, folders } as const;
		const link = await QueueLink.open(url, own, notice);
		const { Queue, QueueEvents } = await import("bullmq");
		const name = queueName(version);
		const common = () => ({ connection: link.connection(), prefix: keyPrefix });
		const queue = new Queue<QueuedJob, QueuedAnswer>(name, common());
		const events = new QueueEvents(name, common());
		await events.waitUntilReady();
		return new JobsOnQueue(link, queue, events);
	}

	/** @returns the packed result. */
	add(data: Omit<QueuedJob, "build">, name: string, isFirst: boolean) {
		return new Promise<string>((resolve, reject) => {
			const waiting = { name, isFirst, interruptions: 0, resolve, reject };
			const build = this.#link.own.id;
			this.#add({ ...waiting, data: { ...data, build } });
		});
	}

	/** No job of this kind is waited for any more. */
	async drop(kind: string, error: Error): Promise<void> {
		const ids: string[] = [];
		for (const [id, { data, reject }] of this.#outstanding)
			if (data.kind === kind) {
				ids.push(id);
				this.#outstanding.delete(id);
				reject(error);
			}
		if (this.#link.redis.status !== "ready") return;
		await Promise.all(ids.map((id) => this.#remove(id)));
	}

	async close(): Promise<void> {
		clearInterval(this.#timer);
		const closing = [this.#events.close(), this.#queue.close()];
		// They would wait for what they last asked for.
		await this.#link.close();
		await Promise.allSettled(closing);
	}

	#add(job: Outstanding): void {
		const id = `${this.#link.own.id}-${this.#count++}`;
		job.interruptions = this.#link.interruptions;
		this.#outstanding.set(id, job);
		const { isFirst: lifo, data } = job;
		this.#queue
			.add(data.kind, data, { jobId: id, lifo, removeOnFail: true })
			// Where the connection broke the look after all jobs adds it again.
			.catch(() => undefined);
	}

	/** Put it there anew, under another name: an answer to the old one is not waited for any more. */
	#again(id: string, job: Outstanding): void {
		this.#outstanding.delete(id);
		this.#add(job);
	}

	#completed(id: string, said: QueuedAnswer | string): void {
		const job = this.#outstanding.get(id);
		if (!job) return;
		this.#outstanding.delete(id);
		void this.#remove(id);
		const answer: QueuedAnswer =
			typeof said === "string" ? JSON.parse(said) : said;
		if ("result" in answer) job.resolve(answer.result);
		else if ("failure" in answer) job.reject(new Error(answer.failure));
		else job.reject(new JobDied(job.name, answer.died, answer.message));
	}

	/** The worker did not come to an answer: it was interrupted, or it died, twice. */
	#failed(id: string, reason: string): void {
		const job = this.#outstanding.get(id);
		if (!job) return;
		const isStalled = /stalled/.test(reason);
		// Where Redis was away, workers seem dead that were not.
		const wasAway = this.#link.interruptions > job.interruptions;
		if (!isStalled || wasAway) {
			this.#again(id, job);
			return;
		}
		this.#outstanding.delete(id);
		job.reject(new JobDied(job.name, "it ended two workers"));
	}

	/** See what became of jobs whose events were lost. */
	async #lookAfter(): Promise<void> {
		if (this.#link.redis.status !== "ready") return;
		try {
			for (const [id, outstanding] of this.#outstanding) {
				const job = await this.#queue.getJob(id);
				if (!this.#outstanding.has(id)) continue;
				if (!job) this.#again(id, outstanding);
				else if (job.finishedOn !== undefined && job.returnvalue)
					this.#completed(id, job.returnvalue);
				else if (job.failedReason && job.finishedOn !== undefined)
					this.#failed(id, job.failedReason);
			}
		} catch {
			// Redis went away: the next look tells.
		}
	}

	async #remove(id: string): Promise<void> {
		await this.#queue.remove(id).catch(() => undefined);
	}
}

/** Says to the person at the build who takes its jobs, and who does not. */
function noticeWorkers(
	url: string,
	version: string,
): (others: readonly Presence[]) => void {
	const refused = new Set<string>();
	let ticksAlone = 0;
	return (others) => {
		const workers = others.filter(({ role }) => role === "worker");
		for (const { id, name, node, version: other } of workers)
			if (other !== version && !refused.has(id)) {
				refused.add(id);
				console.error(
					`biannian: the worker ${name} runs other code or another Node (${node}); it gets no work from this build.`,
				);
			}
		const isAlone = workers.every((worker) => worker.version !== version);
		ticksAlone = isAlone ? ticksAlone + 1 : 0;
		if (ticksAlone === patience)
			console.error(
				`biannian: no worker takes jobs yet; start one: npm run worker -- --queue ${withoutPassword(url)}`,
			);
	};
}

/** A pool of one kind of jobs on a queue. Workers start, keep and end their processes themselves. */
export class QueuePool<Job, Result> implements WorkPool<Job, Result> {
	readonly atOnce: number;
	readonly #kind: string;
	readonly #name: string;
	readonly #jobs: JobsOnQueue;
	#settings: string | undefined;

	/** @param atOnce enough to keep all workers at work; what waits is in memory twice. */
	constructor(jobs: JobsOnQueue, kind: string, name: string, atOnce: number) {
		this.#jobs = jobs;
		this.#kind = kind;
		this.#name = name;
		this.atOnce = atOnce;
	}

	/** Workers know their own script; what it is told is the same everywhere. */
	setProgram({ settings }: Program): void {
		this.#settings = settings;
	}

	prepare(): void {}

	async run(job: Job, isFirst = false): Promise<Result> {
		const settings = this.#settings;
		const data = { kind: this.#kind, settings, body: pack(job) };
		return unpack<Result>(await this.#jobs.add(data, this.#name, isFirst));
	}

	async rest(): Promise<void> {}

	close(): Promise<void> {
		return this.kill();
	}

	kill(): Promise<void> {
		const error = new Error(`${this.#name} was stopped.`);
		return this.#jobs.drop(this.#kind, error);
	}
}
