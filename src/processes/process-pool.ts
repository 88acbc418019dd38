/** Work in processes beside the main one: queued, limited in processor time, tried again alone when its process died. */
import { isDeepStrictEqual } from "node:util";
import type { Answer } from "./answer-jobs.ts";
import { endAndWait, killAndWait } from "./children.ts";
import { JobQueue } from "./job-queue.ts";
import { lookMs, PoolProcess, type Program } from "./pool-process.ts";

export interface PoolOptions {
	/** What its processes do, in messages: `Indexing`. */
	readonly name: string;
	/** Processes at most. */
	readonly size: number;
	/** Jobs that a process has in hand at once, so that it never waits for the next one; 1 unless given. */
	readonly depth?: number;
	/** How often a job is begun whose process dies; 2 unless given. */
	readonly tries?: number;
	/** Whether one process stays between two builds, loaded and quick at what it did before. */
	readonly keepsOne?: boolean;
	/** A process is let go after so many jobs: it keeps memory of what it did. */
	readonly jobsPerProcess?: number;
}

/** A job's process died, each time that it was tried. */
export class JobDied extends Error {
	/** Of what: a signal, an exit code, a limit. */
	readonly how: string;
	/** The end of what it printed. */
	readonly said: string;
	constructor(name: string, how: string, said = "") {
		const words = said.trim();
		super(
			`${name} failed: a process ended before its work (${how}).${words && `\n${words}`}`,
		);
		this.how = how;
		this.said = words;
	}
}

/** Runs jobs of one kind, wherever that is. */
export interface WorkPool<Job, Result> {
	/** So many jobs keep everybody at work. */
	readonly atOnce: number;
	/** From now on run this program. */
	setProgram(program: Program): void;
	/** Start processes until there are `count`, or as many as there may be, so that they load while others work. */
	prepare(count: number): void;
	/**
	 * @param isFirst whether the job goes before those that wait.
	 * @throws JobDied, or an error with what the process said.
	 */
	run(job: Job, isFirst?: boolean): Promise<Result>;
	/** Let the processes go that have nothing in hand, but for the one that stays between builds. */
	rest(): Promise<void>;
	/** Let all processes go; jobs that are not done get no answer. */
	close(): Promise<void>;
	/** Stop all processes at once; afterwards none of them writes any more. */
	kill(): Promise<void>;
}

/** One that stays between builds is let go after so many jobs. */
const mostKeptJobs = 100;

export class ProcessPool<Job, Result> implements WorkPool<Job, Result> {
	readonly #options: Required<PoolOptions>;
	readonly #queue = new JobQueue<Job, Result>();
	readonly #processes = new Set<PoolProcess<Job, Result>>();
	#program: Program | undefined;
	#isScheduled = false;
	#timer: NodeJS.Timeout | undefined;

	constructor(options: PoolOptions) {
		this.#options = {
			depth: 1,
			tries: 2,
			keepsOne: false,
			jobsPerProcess: Number.POSITIVE_INFINITY,
			...options,
		};
	}

	get atOnce(): number {
		return this.#options.size * this.#options.depth;
	}

	/** Processes that run another one are let go when they have nothing in hand. */
	setProgram(program: Program): void {
		if (isDeepStrictEqual(program, this.#program)) return;
		this.#program = program;
		for (const one of this.#idle()) this.#letGo(one);
	}

	prepare(count: number): void {
		const wanted = Math.min(count, this.#options.size);
		while (this.#program && this.#processes.size < wanted)
			this.#start(this.#program);
	}

	run(job: Job, isFirst = false): Promise<Result> {
		return new Promise((resolve, reject) => {
			if (!this.#program)
				throw new Error(`${this.#options.name} has no program.`);
			this.#queue.add({ job, deaths: 0, resolve, reject }, isFirst);
			if (this.#isScheduled) return;
			this.#isScheduled = true;
			// Once all of a row of jobs are there, as their number says how many processes they are worth.
			queueMicrotask(() => {
				this.#isScheduled = false;
				this.#next();
			});
		});
	}

	async rest(): Promise<void> {
		const idle = this.#idle();
		const kept = this.#options.keepsOne
			? idle.find(({ done }) => done < mostKeptJobs)
			: undefined;
		const others = idle.filter((one) => one !== kept);
		await Promise.all(others.map((one) => this.#letGo(one)));
	}

	async close(): Promise<void> {
		await this.#stop(endAndWait);
	}

	async kill(): Promise<void> {
		await this.#stop(killAndWait);
	}

	/** Let go of processes that end by themselves after what they have in hand, though this one may end before them. */
	detach(): void {
		for (const { child } of this.#processes) {
			child.removeAllListeners("close");
			child.unref();
			child.channel?.unref();
			child.stderr?.destroy();
		}
		this.#processes.clear();
		this.#watch();
	}

	async #stop(
		end: (child: PoolProcess<Job, Result>["child"]) => Promise<void>,
	): Promise<void> {
		const error = new Error(`${this.#options.name} was stopped.`);
		this.#queue.drop(error);
		const all = [...this.#processes];
		this.#processes.clear();
		for (const { pending } of all)
			for (const { reject } of pending.splice(0)) reject(error);
		this.#watch();
		await Promise.all(all.map(({ child }) => end(child)));
	}

	#idle(): PoolProcess<Job, Result>[] {
		return [...this.#processes].filter(({ pending }) => pending.length === 0);
	}

	/** Hand out what waits; what killed a process only when nothing else is at work. */
	#next(): void {
		while (this.#queue.length > 0) {
			const free = this.#freeProcess();
			const waiting = free && this.#queue.take();
			if (!waiting) break;
			free.give(waiting);
		}
		const isQuiet = this.#idle().length === this.#processes.size;
		const suspect = isQuiet ? this.#queue.takeSuspect() : undefined;
		if (suspect) this.#start().give(suspect);
		this.#watch();
	}

	/** Who has the least in hand, or a new process where those that there are have enough to do. */
	#freeProcess(): PoolProcess<Job, Result> | undefined {
		const { size, depth } = this.#options;
		let least: PoolProcess<Job, Result> | undefined;
		let jobs = this.#queue.length;
		for (const one of this.#processes) {
			jobs += one.pending.length;
			if (!least || one.pending.length < least.pending.length) least = one;
		}
		if (least?.pending.length === 0) return least;
		const worth = Math.min(size, Math.ceil(jobs / depth));
		if (this.#processes.size < worth) return this.#start();
		return least && least.pending.length < depth ? least : undefined;
	}

	#start(program = this.#program as Program): PoolProcess<Job, Result> {
		const one = new PoolProcess<Job, Result>(program);
		this.#processes.add(one);
		const { child } = one;
		child.on("message", (answer: Answer<Result>) => this.#hear(one, answer));
		child.on("error", (error) => {
			if (child.pid === undefined) this.#notStarted(one, error);
		});
		// By then its last words have come.
		child.on("close", (code, signal) =>
			this.#ended(one, one.exceeded ?? signal ?? `exit ${code}`),
		);
		return one;
	}

	#hear(one: PoolProcess<Job, Result>, answer: Answer<Result>): void {
		one.restartClock();
		if ("alive" in answer) return;
		const waiting = one.pending.shift();
		if (!waiting) return;
		one.done++;
		if ("failure" in answer) {
			const { name } = this.#options;
			waiting.reject(new Error(`${name} failed: ${answer.failure}`));
		} else waiting.resolve(answer.result);
		const isWorn =
			one.done >= this.#options.jobsPerProcess || one.program !== this.#program;
		if (isWorn && one.pending.length === 0) this.#letGo(one);
		this.#next();
	}

	/** A process that died was at its oldest job; the others only waited behind it. */
	#ended(one: PoolProcess<Job, Result>, how: string): void {
		this.#processes.delete(one);
		const [culprit, ...behind] = one.pending.splice(0);
		this.#queue.giveBack(behind);
		const { name, tries } = this.#options;
		if (culprit && ++culprit.deaths < tries) this.#queue.suspect(culprit);
		else culprit?.reject(new JobDied(name, how, one.said));
		this.#next();
	}

	/** No process can be started: that is no fault of the job, and others would fare no better. */
	#notStarted(one: PoolProcess<Job, Result>, { message }: Error): void {
		this.#processes.delete(one);
		const error = new Error(`${this.#options.name} failed: ${message}`);
		for (const { reject } of one.pending.splice(0)) reject(error);
		this.#queue.drop(error);
		this.#watch();
	}

	#letGo(one: PoolProcess<Job, Result>): Promise<void> {
		this.#processes.delete(one);
		return endAndWait(one.child);
	}

	/** Check the time limits while any process is at work. */
	#watch(): void {
		const isAtWork = this.#idle().length < this.#processes.size;
		if (!isAtWork) {
			clearInterval(this.#timer);
			this.#timer = undefined;
		} else
			this.#timer ??= setInterval(() => {
				// After answers were heard that came while this process was busy itself.
				setImmediate(() => {
					for (const one of this.#processes) one.look();
				});
			}, lookMs);
	}
}
