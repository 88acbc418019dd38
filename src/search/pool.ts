/** Several processes for the work of indexing: their memory is their own and goes with them. */
import { type ChildProcess, fork } from "node:child_process";
import { runTask, type Task } from "./tasks.ts";
import type { Answer } from "./worker.ts";

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
 */
export function openPool(
	size: number,
	script: string,
	patience = standardPatience,
): Pool {
	if (size === 0) return { run: runTask, close: async () => undefined };
	const waiting: Job[] = [];
	const idle: ChildProcess[] = [];
	const all = new Set<ChildProcess>();
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
		const child = fork(script, [], {
			execArgv: ["--no-warnings"],
			stdio: ["ignore", "ignore", "inherit", "ipc"],
		});
		all.add(child);
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
			act();
		};
		const onMessage = (message: Answer) =>
			settle(() => {
				idle.push(child);
				if (message.failure === undefined) {
					job.resolve(message.rebuilt === true);
					next();
					return;
				}
				const error = new Error(`Indexing failed: ${message.failure}`);
				job.reject(error);
				giveUp(error);
			});
		const onExit = (code: number | null, signal: string | null) =>
			settle(() => {
				all.delete(child);
				const error = new Error(
					`Indexing failed: a process ended before its work (${why || (signal ?? `exit ${code}`)}).`,
				);
				job.reject(error);
				giveUp(error);
			});
		child.on("message", onMessage);
		child.on("exit", onExit);
		// A process that is gone already says so by its end.
		child.send(job.task, () => undefined);
	};
	return {
		run: (task) =>
			new Promise((resolve, reject) => {
				waiting.push({ task, resolve, reject });
				next();
			}),
		close: async () => {
			await Promise.all(
				[...all].map(async (child) => {
					if (child.exitCode !== null || child.signalCode !== null) return;
					const ended = new Promise((resolve) => child.once("exit", resolve));
					if (child.connected) child.disconnect();
					await ended;
				}),
			);
		},
	};
}
