/** Links to the files that the next output shares with the previous one. */
import { mkdirSync } from "node:fs";
import { observed } from "../base/promises.ts";
import type { FileWorker } from "./file-jobs.ts";

export class KeptLinks {
	readonly #from: string;
	readonly #to: string;
	readonly #worker: FileWorker;
	/** Paths of files that are still to be linked. */
	#paths: string[] = [];
	readonly #begun: Promise<unknown>[] = [];

	constructor(from: string, to: string, worker: FileWorker) {
		this.#from = from;
		this.#to = to;
		this.#worker = worker;
	}

	add(path: string): void {
		this.#paths.push(path);
	}

	/** Another file will lie there. */
	drop(path: string): void {
		this.#paths = this.#paths.filter((other) => other !== path);
	}

	/** Link what was added so far. */
	async make(): Promise<void> {
		mkdirSync(this.#to, { recursive: true });
		const paths = this.#paths;
		this.#paths = [];
		const job = {
			kind: "link",
			from: this.#from,
			to: this.#to,
			paths,
		} as const;
		this.#begun.push(observed(this.#worker.do(job, paths.length)));
		await Promise.all(this.#begun);
	}
}
