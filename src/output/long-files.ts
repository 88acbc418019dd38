/** The files of an output folder that take a while to write: beside whatever else there is to do, and from what was there before. */
import { join } from "node:path";
import { observed } from "../base/promises.ts";
import { changedChecksums } from "./checksums.ts";
import { type BulkFiles, bytesLikeFile } from "./file-jobs.ts";
import type { PiecePlan } from "./pieced-file.ts";
import { writePieces } from "./pieced-output.ts";
import type { OldFolder } from "./previous-output.ts";

/** What an output folder does for them. */
interface Owner {
	/** @returns where the file `path` is to be written; nobody sees it there yet. */
	place(path: string): string;
	/** The file was written. @param hash its SHA-256. */
	enter(path: string, key: string, hash: string, at: string): void;
}

export class LongFiles {
	readonly #owner: Owner;
	readonly #old: OldFolder;
	readonly #bulk: BulkFiles;
	readonly #writing = new Set<Promise<void>>();

	constructor(owner: Owner, old: OldFolder, bulk: BulkFiles) {
		this.#owner = owner;
		this.#old = old;
		this.#bulk = bulk;
	}

	/** Whether any is still being written. */
	get pending(): boolean {
		return this.#writing.size > 0;
	}

	/** Kept once none is. @throws as whatever wrote them. */
	async ended(): Promise<void> {
		await Promise.all(this.#writing);
	}

	/** Write a file of pieces. @param version of all that its pieces depend on. */
	pieces(
		path: string,
		key: string,
		plan: PiecePlan,
		version: string,
	): Promise<void> {
		const [old, bulk] = [this.#old, this.#bulk];
		return this.#write(async () => {
			const to = this.#owner.place(path);
			const hash = await writePieces(path, to, plan, version, old, bulk);
			this.#owner.enter(path, key, hash, to);
		});
	}

	/**
	 * Write a list of checksums.
	 *
	 * @param changes what is otherwise than in the one that is there; its key is its hash.
	 */
	list(
		path: string,
		changes: ReadonlyMap<string, string | undefined>,
	): Promise<void> {
		const before = join(this.#old.root, path);
		const size = this.#old.files.get(path)?.size ?? 0;
		return this.#write(async () => {
			const to = this.#owner.place(path);
			const file = { to, before, parts: changedChecksums(before, changes) };
			const job = { kind: "pieces", file } as const;
			const { sha256 } = await this.#bulk.do(job, size / bytesLikeFile);
			this.#owner.enter(path, sha256, sha256, to);
		});
	}

	/** What failed stays: whoever asks for the end is to hear of it. */
	#write(write: () => Promise<void>): Promise<void> {
		const written = observed(write());
		this.#writing.add(written);
		observed(written.then(() => void this.#writing.delete(written)));
		return written;
	}
}
