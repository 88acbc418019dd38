/** Several processes for the work of indexing: their memory is their own and goes with them. */
import type { ChildProcess } from "node:child_process";
import { endAndWait } from "../processes/children.ts";
import { type Program, Standby } from "../processes/standby.ts";
import { runTask, type Task } from "./write/tasks.ts";
import type { Answer } from "./write/worker.ts";

/** @param script bundled: what {@link WorkerCode.place} gave. */
export function programOf(script: string): Program {
	return { script, args: [], options: ["--no-warnings"] };
}

/** Runs tasks; `close` when done, also after a failure: nothing writes to the cache any more then. */
export interface Pool {
	/** @returns whether Pagefind had to index. */
	run(task: Task): Promise<boolean>;
	close(): Promise<void>;
}

interface Job {
	readonly task: Task;
	resolve(rebuilt: boolean): void;
	reject(error: Error): void;
}

/** Far more than any task takes, in milliseconds: a process that is silent for longer hangs. */
const standardPatience = 600_000;

/**
 * @param size how many processes at most; they start when there is work. 0 works in this one.
 * @param script what they run.
 * @param patience milliseconds after which a process that has not finished its task is given up.
 * @param standby who has processes, and gets them back.
 */
export function openPool(
	size: number,
	script: string,
	patience = standardPatience,
	standby = new Standby(),
): Pool {
	if (size === 0) return { run: runTask, close: async () => undefined };
	const program = programOf(script);
	const waiting: Job[] = [];
	const idle: ChildProcess[] = [];
	/** Processes, and how many tasks each did. */
	const all = new Map<ChildProcess, number>();
	// After one failure the index cannot become whole: what waits is not begun.
	const giveUp = (error: Error) => {
		for (const job of waiting.splice(0)) job.reject(error);
	};
	const next = () => {
		while (waiting.length > 0) {
			const child = idle.pop() ?? (all.size < size ? start() : undefined);
			const job = child && waiting.shift();
			if (!child || !job) return;
			give(child, job);
		}
	};
	const start = (): ChildProcess => {
		const child = standby.take(program);
		all.set(child, 0);
		return child;
	};
	const give = (child: ChildProcess, job: Job) => {
		let why = "";
		const timer = setTimeout(() => {
			why = `no answer for ${patience / 1000} s`;
			child.kill("SIGKILL");
		}, patience);
		const settle = (act: () => void) => {
			clearTimeout(timer);
			child.off("message", onMessage);
			child.off("exit", onExit);
			child.off("error", onError);
			act();
		};
		const onMessage = (message: Answer) =>
			settle(() => {
				idle.push(child);
				all.set(child, (all.get(child) ?? 0) + 1);
				if (message.failure === undefined) {
					job.resolve(message.rebuilt === true);
					next();
					return;
				}
				const error = new Error(`Indexing failed: ${message.failure}`);
				job.reject(error);
				giveUp(error);
			});
		const fail = (how: string) =>
			settle(() => {
				all.delete(child);
				const error = new Error(
					`Indexing failed: a process ended before its work (${how}).`,
				);
				job.reject(error);
				giveUp(error);
			});
		const onExit = (code: number | null, signal: string | null) =>
			fail(why || (signal ?? `exit ${code}`));
		const onError = ({ message }: Error) => fail(message);
		child.on("message", onMessage);
		child.on("exit", onExit);
		child.on("error", onError);
		// A process that is gone already says so by its end.
		child.send(job.task, () => undefined);
	};
	return {
		run: (task) =>
			new Promise((resolve, reject) => {
				const job = { task, resolve, reject };
				// To join a large one takes long: begun at once, it is not what is left at the end for one process alone.
				if (task.kind === "merge") waiting.unshift(job);
				else waiting.push(job);
				next();
			}),
		close: async () => {
			const left = [...all].map(([child, tasks]) =>
				// Of those at work nobody wants to know any more what they do.
				idle.includes(child) ? standby.leave(child, tasks) : endAndWait(child),
			);
			await Promise.all(left);
		},
	};
}
