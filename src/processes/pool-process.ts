/** One process of a pool: the jobs that it has in hand, what it printed, and what it has taken of its limits. */
import { type ChildProcess, fork } from "node:child_process";
import { projectRoot } from "../base/project.ts";
import { watchOver } from "./children.ts";
import type { Waiting } from "./job-queue.ts";
import { cpuMsOf } from "./living.ts";

/** Limits for one job; a process that exceeds one is killed. */
export interface JobLimit {
	/** Milliseconds of processor time: a busy machine is no fault of the job. */
	readonly cpuMs: number;
	/** Milliseconds in which the process uses no processor time at all and does not answer. */
	readonly stillMs: number;
}

/** Far more than any job takes: what exceeds it hangs. */
const generousLimit: JobLimit = { cpuMs: 600_000, stillMs: 600_000 };

/** What a process runs. */
export interface Program {
	readonly script: string;
	/** Its first argument, the same on every machine. */
	readonly settings?: string;
	readonly args: readonly string[];
	/** Options of Node. */
	readonly options: readonly string[];
	/** How jobs and results travel; "advanced" carries instances of classes as plain objects, where JSON would ask their `toJSON`. */
	readonly serialization?: "json" | "advanced";
	/** Ten minutes of each unless given. */
	readonly limit?: JobLimit;
}

/** Milliseconds between two looks at the processor time of those at work. */
export const lookMs = 200;
/** Processor time for loading its code, before a process has answered at all. */
const loadingMs = 10_000;
/** Where the system does not say what a process used, it may take so many times as long on the clock. */
const wallPatience = 10;

/** What the looks at a process saw since it has its oldest job, or said last that it goes on. */
interface Clock {
	/** Milliseconds of processor time at the first look, and at the last. */
	readonly from: number;
	last: number;
	/** Looks since that changed. */
	stillLooks: number;
	/** Looks since it is over its limit. */
	looksOver: number;
}

export class PoolProcess<Job, Result> {
	readonly child: ChildProcess;
	readonly program: Program;
	/** Jobs in hand, oldest first. */
	readonly pending: Waiting<Job, Result>[] = [];
	/** How many jobs it did. */
	done = 0;
	/** The end of what it printed. */
	said = "";
	/** The limit that it was killed for, if it was. */
	exceeded: string | undefined;
	#clock: Clock | undefined;

	constructor(program: Program) {
		const { script, settings, args, options } = program;
		const { serialization = "json" } = program;
		const first = settings === undefined ? [] : [settings];
		this.program = program;
		this.child = fork(script, [...first, ...args], {
			execArgv: [...options],
			cwd: projectRoot,
			serialization,
			// Not inherited: who reads what this process writes would wait for the end of that one, too.
			stdio: ["ignore", "ignore", "pipe", "ipc"],
		});
		watchOver(this.child);
		this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
			this.said = (this.said + text).slice(-8_000);
		});
	}

	give(waiting: Waiting<Job, Result>): void {
		this.pending.push(waiting);
		// A process that is gone already says so by its end.
		this.child.send(waiting.job as object, () => undefined);
	}

	/** Its limits count from now on. */
	restartClock(): void {
		this.#clock = undefined;
	}

	/** Kill it if its job exceeds a limit. What kept this process from looking does not count. */
	look(): void {
		if (this.pending.length === 0) return;
		const { cpuMs, stillMs } = this.program.limit ?? generousLimit;
		const { pid = 0 } = this.child;
		const cpu = cpuMsOf(pid) ?? performance.now() / wallPatience;
		this.#clock ??= { from: cpu, last: cpu, stillLooks: 0, looksOver: 0 };
		const clock = this.#clock;
		clock.stillLooks = cpu === clock.last ? clock.stillLooks + 1 : 0;
		clock.last = cpu;
		const most = cpuMs + (this.done === 0 ? loadingMs : 0);
		// Seen twice: an answer may be on its way.
		clock.looksOver = cpu - clock.from > most ? clock.looksOver + 1 : 0;
		if (clock.looksOver > 1)
			this.exceeded = `more than ${cpuMs / 1000} s of processor time`;
		else if (clock.stillLooks * lookMs > stillMs)
			this.exceeded = `no answer for ${stillMs / 1000} s`;
		if (this.exceeded) this.child.kill("SIGKILL");
	}
}
