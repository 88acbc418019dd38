/** Links, copies and removals of a hundred thousand files, beside whatever else the build has to do. */
import { renameSync } from "node:fs";
import { observed } from "../base/promises.ts";
import { isAlive } from "../processes/living.ts";
import { ProcessPool } from "../processes/process-pool.ts";
import {
	type BulkJob,
	type BulkResults,
	removeFolder,
	workInBulk,
} from "./file-job-work.ts";
import { standardWorth, type Worth } from "./thresholds.ts";

/** One process, started with the first job that is worth it; jobs are done in the order in which they came. */
export class BulkFiles {
	/** What is large. */
	readonly worth: Worth;
	readonly #pool = new ProcessPool<
		BulkJob | "outlive",
		BulkResults[BulkJob["kind"]]
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

	constructor(worth: Worth = standardWorth) {
		this.worth = worth;
	}

	/** @param script the bundled worker. */
	useScript(script: string): void {
		this.#pool.setProgram({ script, args: [], options: ["--no-warnings"] });
	}

	/**
	 * Do a job, here if it is a matter of few files.
	 *
	 * @param files how many, about.
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
		if (this.#isClosed) throw new Error("Moving files was stopped.");
		if (files < worth) return workInBulk(job);
		this.#isStarted = true;
		return this.#pool.run(job);
	}

	/**
	 * Throw a folder away. A large one goes under another name, see {@link isThrownAway}, and is removed while others go on:
	 * after {@link release} even this process need not live to see it.
	 */
	async throwAway(folder: string, files: number): Promise<void> {
		if (files < this.worth.process && !this.#isStarted)
			return removeFolder(folder);
		const thrown = `${folder}-${process.pid}`;
		renameSync(folder, thrown);
		observed(this.do({ kind: "remove", folder: thrown }, files, 0));
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
