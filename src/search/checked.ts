/**
 * Which entries of the shard cache were found sound, and in what state. To read and hash all of a
 * large cache takes longer than to index a new article: what has not been written to since is not
 * read again.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Store } from "../store/store.ts";
import { type EntryFiles, listEntry, soundEntry, stateOf } from "./cache.ts";

const checkedKey = "checked";

export class CheckedEntries {
	private readonly cacheDir: string;
	/** Entry → its state when it was checked or made. */
	private readonly before: ReadonlyMap<string, string>;
	private readonly now = new Map<string, string>();

	constructor(cacheDir: string) {
		this.cacheDir = cacheDir;
		this.before = new Store(cacheDir).get(checkedKey) ?? new Map();
	}

	/** @returns the files of an entry, or `undefined` when it is not there or any byte has changed. */
	sound(key: string): EntryFiles | undefined {
		const folder = join(this.cacheDir, key);
		const known = this.now.get(key) ?? this.before.get(key);
		if (known !== undefined)
			try {
				const files = listEntry(folder);
				if (stateOf(folder, files) === known) {
					this.now.set(key, known);
					return files;
				}
			} catch {
				// It is looked at closely.
			}
		const files = soundEntry(folder);
		if (files) this.now.set(key, stateOf(folder, files));
		return files;
	}

	/** @returns the files of an entry that was made just now. @throws when it is not there. */
	made(key: string): EntryFiles {
		const folder = join(this.cacheDir, key);
		const files = listEntry(folder);
		this.now.set(key, stateOf(folder, files));
		return files;
	}

	/** Leave a note for the next build, also of what builds of other outputs needed. */
	write(): void {
		const all = [...this.before, ...this.now].filter(([key]) =>
			existsSync(join(this.cacheDir, key)),
		);
		new Store(this.cacheDir).put(checkedKey, new Map(all));
	}
}
