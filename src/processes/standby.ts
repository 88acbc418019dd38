/**
 * A process that waits between two builds: loaded, and quick at what it did before. Only who builds again and again
 * has one wait.
 */
import { type ChildProcess, fork } from "node:child_process";
import { endAndWait, killAndWait, watchOver } from "./children.ts";

/** What a process runs. */
export interface Program {
	readonly script: string;
	readonly args: readonly string[];
	/** Options of Node. */
	readonly options: readonly string[];
}

/** After so many jobs a process is let go: it keeps memory of what it did. */
const wornAfter = 100;

export class Standby {
	readonly #keeps: boolean;
	#program: Program | undefined;
	#waiting: ChildProcess | undefined;
	readonly #jobs = new WeakMap<ChildProcess, number>();

	/** @param keeps whether any process waits; otherwise each is started when it is needed, and let go. */
	constructor(keeps = false) {
		this.#keeps = keeps;
	}

	/** A process that runs `program`: the one that waits, or a new one. */
	take(program: Program): ChildProcess {
		const waiting = this.#waiting;
		this.#waiting = undefined;
		if (waiting && isSame(program, this.#program)) return waiting;
		waiting?.disconnect();
		this.#program = program;
		return this.#start(program);
	}

	/** What will be run next, as far as it is known before there is anything to do. */
	foresee(program: Program): void {
		if (!this.#waiting) this.#program = program;
	}

	/**
	 * Give a process back that has nothing to do, and nobody listens to.
	 *
	 * @param jobs how many it did since it was taken.
	 * @returns kept once it waits, or has ended.
	 */
	async leave(child: ChildProcess, jobs: number): Promise<void> {
		const all = (this.#jobs.get(child) ?? 0) + jobs;
		this.#jobs.set(child, all);
		if (this.#keeps && !this.#waiting && child.connected && all < wornAfter)
			this.#waiting = child;
		else await endAndWait(child);
	}

	/** Have a process wait that runs what was run, or foreseen, last. */
	prepare(): void {
		if (this.#keeps && !this.#waiting && this.#program)
			this.#waiting = this.#start(this.#program);
	}

	/** Stop the one that waits. */
	async close(): Promise<void> {
		if (this.#waiting) await killAndWait(this.#waiting);
	}

	#start({ script, args, options }: Program): ChildProcess {
		const child = fork(script, [...args], {
			execArgv: [...options],
			stdio: ["ignore", "ignore", "inherit", "ipc"],
		});
		watchOver(child);
		child.once("exit", () => {
			if (this.#waiting === child) this.#waiting = undefined;
		});
		// While it waits nobody listens; whoever takes it then finds that it ended.
		child.on("error", () => undefined);
		return child;
	}
}

function isSame(one: Program, other: Program | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
