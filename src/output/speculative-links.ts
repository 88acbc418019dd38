/**
 * Links that are made before it is known which files stay: where few files of a large archive changed, nearly all
 * do, and the links are there when they are asked for.
 */
import { rmdirSync, unlinkSync } from "node:fs";
import { dirname } from "node:path";
import { observed } from "../base/promises.ts";
import { isSpeculative } from "./file-job-work.ts";
import type { FileWorker } from "./file-jobs.ts";
import type { PreviousOutput } from "./previous-output.ts";

const nothing: ReadonlyMap<string, unknown> = new Map();

export class SpeculativeLinks {
	/** Folder that the links are in. */
	readonly #root: string;
	/** Files that were linked; asked for only once they are there. */
	#files: () => ReadonlyMap<string, unknown> = () => nothing;
	#except: readonly string[] = [];
	/** Links that were taken back. */
	readonly #removed = new Set<string>();
	#made: Promise<unknown> = Promise.resolve();

	constructor(root: string) {
		this.#root = root;
	}

	/**
	 * Begin to link the files of the old folder.
	 *
	 * @param except what the paths of others begin with.
	 */
	begin(
		worker: FileWorker,
		old: PreviousOutput,
		except: readonly string[],
	): void {
		const { root: from, manifestPath: manifest, about } = old;
		const job = { from, to: this.#root, manifest, except };
		this.#made = observed(
			worker.do({ kind: "link speculatively", ...job }, about),
		);
		this.#files = () => old.files;
		this.#except = except;
	}

	/** Resolves when all are made; before, nothing may be written there. @throws what the file system refused. */
	async ready(): Promise<void> {
		await this.#made;
	}

	has(path: string): boolean {
		return (
			this.#files().has(path) &&
			!this.#removed.has(path) &&
			isSpeculative(path, this.#except)
		);
	}

	/** Another file is to be written at `path`, and not into the one that readers see. */
	unlinkFor(path: string): void {
		if (!this.has(path)) return;
		this.#removed.add(path);
		this.#unlink(path);
	}

	/** Take back the links of files that do not stay, and folders in which there is nothing else. */
	rollback(dropped: readonly string[]): void {
		for (const path of dropped) {
			this.unlinkFor(path);
			// Also where the link was taken back before: an empty folder would be taken for the owner's.
			this.#removeEmpty(dirname(path));
		}
	}

	#unlink(path: string): void {
		try {
			unlinkSync(`${this.#root}/${path}`);
		} catch (error) {
			// It was gone before it could be linked.
			if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
		}
	}

	#removeEmpty(folder: string): void {
		if (folder === ".") return;
		try {
			rmdirSync(`${this.#root}/${folder}`);
		} catch {
			return;
		}
		this.#removeEmpty(dirname(folder));
	}
}
