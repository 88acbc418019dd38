/** Links, copies and removals of a hundred thousand files, beside whatever else the build has to do. */
import { existsSync, renameSync } from "node:fs";
import { observed } from "../base/promises.ts";
import { isAlive } from "../processes/living.ts";
import { ProcessPool } from "../processes/process-pool.ts";
import {
	doFileJob,
	type FileJob,
	type FileJobResults,
	removeFolder,
} from "./file-job-work.ts";
import { standardThresholds, type Thresholds } from "./thresholds.ts";

/** One process, started with the first job that is worth it; jobs are done in the order in which they came. */
export class FileWorker {
	/** What is large. */
	readonly thresholds: Thresholds;
	readonly #pool = new ProcessPool<
		FileJob | "outlive",
		FileJobResults[FileJob["kind"]]
	>({
		name: "Moving files",
		size: 1,
		// All that there are: the process goes on with them after this one ended.
		depth: Number.MAX_SAFE_INTEGER,
		// What is half done cannot be begun anew.
		tries: 1,
	});
	#isStarted = false;
	#isClosed = false;

	constructor(thresholds: Thresholds = standardThresholds) {
		this.thresholds = thresholds;
	}

	/** @param script the bundled worker. */
	useScript(script: string): void {
		this.#pool.setProgram({ script, args: [], options: ["--no-warnings"] });
	}

	/**
	 * Do a job, here if it is a matter of few files.
	 *
	 * @param files how many, about.
	 * @param threshold from how many on the process does it.
	 * @throws what the file system refused, or how the process ended.
	 */
	async do<Kind extends FileJob["kind"]>(
		job: FileJob & { readonly kind: Kind },
		files: number,
		threshold?: number,
	): Promise<FileJobResults[Kind]>;
	async do(
		job: FileJob,
		files: number,
		threshold = this.thresholds.process,
	): Promise<FileJobResults[FileJob["kind"]]> {
		if (this.#isClosed) throw new Error("Moving files was stopped.");
		if (files < threshold) return doFileJob(job);
		this.#isStarted = true;
		return this.#pool.run(job);
	}

	/**
	 * Throw a folder away, if there is one. A large one goes under another name, see {@link isThrownAway}, and is removed while others go on:
	 * after {@link release} even this process need not live to see it.
	 */
	async throwAway(folder: string, files: number): Promise<void> {
		if (!existsSync(folder)) return;
		if (files < this.thresholds.process && !this.#isStarted)
			return removeFolder(folder);
		const thrown = `${folder}-${process.pid}`;
		renameSync(folder, thrown);
		this.remove(thrown, files, 0);
	}

	/** Remove a folder while others go on. What cannot be removed is the next build's to remove. */
	remove(folder: string, files: number, threshold?: number): void {
		observed(this.do({ kind: "remove", folder }, files, threshold));
	}

	/** Let the process do what it was asked for and end by itself. */
	async release(): Promise<void> {
		if (!this.#isStarted) return;
		observed(this.#pool.run("outlive"));
		// Jobs are handed over in a microtask of their own.
		await Promise.resolve();
		this.#pool.detach();
	}

	/** Stop the process at once, unless it was released; afterwards it writes and removes nothing any more. */
	close(): Promise<void> {
		this.#isClosed = true;
		return this.#pool.kill();
	}
}

/**
 * Whether a folder of this name was thrown away from beside `folder`, by a build that lives no more: what it started may not
 * have had the time to remove all of it.
 */
export function isThrownAway(name: string, folder: string): boolean {
	if (!name.startsWith(`${folder}-`)) return false;
	const pid = name.slice(folder.length + 1);
	return /^\d+$/.test(pid) && !isAlive(Number(pid));
}
