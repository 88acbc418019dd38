/** Links, copies and removals of a hundred thousand files, beside whatever else the build has to do. */
import { type ChildProcess, fork } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { stderr } from "node:process";
import { projectRoot } from "../base/project.ts";
import { begun } from "../base/promises.ts";
import { killAndWait, watchOver } from "../processes/children.ts";
import { isAlive } from "../processes/living.ts";
import {
	type BulkJob,
	type BulkResults,
	removeFolder,
	workInBulk,
} from "./file-job-work.ts";
import { standardWorth, type Worth } from "./thresholds.ts";

/** A job; or that there will be no more, and nobody waits for the end of those that there were. */
export type BulkMessage = BulkJob | "then end";

/** What the process says of a job. */
export interface BulkAnswer {
	readonly result?: BulkResults[BulkJob["kind"]];
	readonly problem?: string;
}

interface Waiting {
	done(answer: BulkAnswer): void;
	failed(error: Error): void;
}

/** One process, started with the first job that is worth it; jobs are done in the order in which they came. */
export class BulkFiles {
	/** What is large. */
	readonly worth: Worth;
	readonly #waiting: Waiting[] = [];
	#script: string | undefined;
	#process: ChildProcess | undefined;
	/** How the process ended, if it has. */
	#end: string | undefined;

	constructor(worth: Worth = standardWorth) {
		this.worth = worth;
	}

	/** @param script the bundled worker, from now on; without one the process runs from source, and is slower to start. */
	useScript(script: string): void {
		this.#script = script;
	}

	/**
	 * Do a job, here if it is a matter of few files.
	 *
	 * @param files how many, about; of large files, what moving so many bytes takes (see {@link bytesLikeFile}).
	 * @param worth from how many on the process does it.
	 * @throws what the file system refused, or how the process ended.
	 */
	async do<Kind extends BulkJob["kind"]>(
		job: BulkJob & { readonly kind: Kind },
		files: number,
		worth?: number,
	): Promise<BulkResults[Kind]>;
	async do(
		job: BulkJob,
		files: number,
		worth = this.worth.process,
	): Promise<BulkResults[BulkJob["kind"]]> {
		if (files < worth) return workInBulk(job);
		const process = this.#started();
		const answer = await new Promise<BulkAnswer>((done, failed) => {
			if (this.#end !== undefined) return failed(endedBy(this.#end));
			this.#waiting.push({ done, failed });
			// A process that is gone already says so by its end.
			process.send(job, () => undefined);
		});
		if (answer.problem !== undefined) throw new Error(answer.problem);
		return answer.result;
	}

	/**
	 * Throw a folder away. A large one goes under another name, see {@link isThrownAway}, and is removed while others go on:
	 * after {@link release} even this process need not live to see it.
	 */
	async throwAway(folder: string, files: number): Promise<void> {
		if (files < this.worth.process && !this.#process)
			return removeFolder(folder);
		const process = this.#started();
		const thrown = `${folder}-${process.pid}`;
		renameSync(folder, thrown);
		begun(this.do({ kind: "remove", folder: thrown }, files));
	}

	/** Let the process do what it was asked for and end by itself. */
	release(): void {
		const process = this.#process;
		if (!process?.connected) return;
		const last: BulkMessage = "then end";
		process.send(last, () => undefined);
		process.unref();
		process.channel?.unref();
		process.stderr?.destroy();
		this.#process = undefined;
	}

	/** Stop the process at once, unless it was released; afterwards it writes and removes nothing any more. */
	async close(): Promise<void> {
		if (this.#process) await killAndWait(this.#process);
	}

	#started(): ChildProcess {
		if (this.#process) return this.#process;
		const source = join(projectRoot, "src/output/file-job-worker.ts");
		const process = fork(this.#script ?? source, [], {
			execArgv: ["--no-warnings", ...(this.#script ? [] : ["--import", "tsx"])],
			cwd: projectRoot,
			// Not inherited: who reads what this process writes would wait for that one's end, too.
			stdio: ["ignore", "ignore", "pipe", "ipc"],
		});
		process.stderr?.on("data", (bytes) => stderr.write(bytes));
		watchOver(process);
		process.on("message", (answer: BulkAnswer) =>
			this.#waiting.shift()?.done(answer),
		);
		const fail = (how: string) => {
			this.#end = how;
			for (const { failed } of this.#waiting.splice(0)) failed(endedBy(how));
		};
		process.on("error", ({ message }) => fail(message));
		process.on("exit", (code, signal) => fail(signal ?? `exit ${code}`));
		this.#process = process;
		return process;
	}
}

/**
 * Whether a folder of this name was thrown away from beside `folder`, by a process that lives no more: it had no time to
 * remove all of it.
 */
export function isThrownAway(name: string, folder: string): boolean {
	if (!name.startsWith(`${folder}-`)) return false;
	const pid = name.slice(folder.length + 1);
	return /^\d+$/.test(pid) && !isAlive(Number(pid));
}

function endedBy(how: string): Error {
	return new Error(`A process that moves files ended (${how}).`);
}

/** To copy and hash so many bytes takes about as long as to link a file. */
export const bytesLikeFile = 3_000;
