/** Links, copies and removals of a hundred thousand files, beside whatever else the build has to do. */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../domain/project.ts";
import { type BulkJob, workInBulk } from "./bulk-work.ts";
import { killAndWait, watchOver } from "./children.ts";
import { bundleCode } from "./code.ts";
import type { Written } from "./pieced-file.ts";

/** What the process says of a job. */
export interface BulkAnswer {
	/** Of a file of pieces. */
	readonly written?: Written;
	readonly problem?: string;
}

interface Waiting {
	done(answer: BulkAnswer): void;
	failed(error: Error): void;
}

/** One process, started with the first job that is worth it; jobs are done in the order in which they came. */
export class BulkFiles {
	readonly #waiting: Waiting[] = [];
	readonly #cache: string | undefined;
	#process: Promise<ChildProcess> | undefined;
	/** How the process ended, if it has. */
	#end: string | undefined;

	/** @param cache where the bundled code of the process is kept; without one it runs from source. */
	constructor(cache?: string) {
		this.#cache = cache;
	}

	/**
	 * Do a job, here if it is a matter of few files.
	 *
	 * @param files how many, about; of large files, what moving so many bytes takes (see {@link bytesLikeFile}).
	 * @returns for a file of pieces what was written.
	 * @throws what the file system refused, or how the process ended.
	 */
	async do(job: BulkJob, files: number): Promise<Written | undefined> {
		if (files < worthProcess && !this.#process) return workInBulk(job);
		this.#process ??= this.#start();
		// Those who wait for the same start go on in the order in which they came.
		const process = await this.#process;
		const answer = await new Promise<BulkAnswer>((done, failed) => {
			if (this.#end !== undefined) return failed(endedBy(this.#end));
			this.#waiting.push({ done, failed });
			// A process that is gone already says so by its end.
			process.send(job, () => undefined);
		});
		if (answer.problem !== undefined) throw new Error(answer.problem);
		return answer.written;
	}

	/** Stop the process at once; afterwards it writes and removes nothing any more. */
	async close(): Promise<void> {
		const process = await this.#process?.catch(() => undefined);
		if (process) await killAndWait(process);
	}

	async #start(): Promise<ChildProcess> {
		const process = await this.#fork();
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
		return process;
	}

	async #fork(): Promise<ChildProcess> {
		const entry = "src/build/bulk-worker.ts";
		const bundled =
			this.#cache && (await bundleCode({ bulk: entry }, this.#cache)).bulk.path;
		return fork(bundled ?? join(projectRoot, entry), [], {
			execArgv: ["--no-warnings", ...(bundled ? [] : ["--import", "tsx"])],
			cwd: projectRoot,
			stdio: ["ignore", "ignore", "inherit", "ipc"],
		});
	}
}

function endedBy(how: string): Error {
	return new Error(`A process that moves files ended (${how}).`);
}

/** To copy and hash so many bytes takes about as long as to link a file. */
export const bytesLikeFile = 3_000;
/** From so many files on a process is worth its start, half a second of another core. */
const worthProcess = 4_000;
