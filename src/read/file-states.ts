/**
 * What the disk says of a file, so that one that nobody touched since is not read again. The inode's own time
 * changes with every write and cannot be set back: a file whose state is the same is the same. It is a
 * shortcut past reading, and nothing else: what a build contains depends on content.
 */
import { type Stats, statSync } from "node:fs";
import { sha256OfFile } from "../base/file-hash.ts";

/** A content, and the state of the file that had it, where that is certain. */
export interface KnownContent {
	readonly sha256: string;
	readonly state?: string;
}

/** Milliseconds after which every file system gives a change another time than the one before. */
const settledMs = 5_000;

export class FileStates {
	/** States of files that are about to be read. */
	readonly #noticed = new Map<string, string>();
	readonly #now: () => number;

	/** @param now the clock that the disk's times are compared with, in epoch milliseconds. */
	constructor(now = Date.now) {
		this.#now = now;
	}

	/**
	 * @param known what is remembered of the file.
	 * @param seen the state that the file had a moment ago, if somebody looked.
	 * @returns the very same `known` when nobody touched the file since; `undefined` when it cannot be read.
	 */
	contentOf<Known extends KnownContent>(
		file: string,
		known: Known,
		seen?: string,
	): Known | KnownContent | undefined {
		if (seen && seen === known.state) return known;
		try {
			const stats = statSync(file);
			if (known.state === stateOf(stats)) return known;
			this.#notice(file, stats);
			return this.contentRead(file, sha256OfFile(file));
		} catch {
			return undefined;
		}
	}

	/** Before somebody else reads the file: its state now is that of what they will read, or it changes again. */
	notice(file: string): void {
		const stats = statSync(file, { throwIfNoEntry: false });
		if (stats) this.#notice(file, stats);
	}

	/** @param hash what somebody found to be the SHA-256 of the file after it was noticed. */
	contentRead(file: string, hash: string): KnownContent {
		const state = this.#noticed.get(file);
		return { sha256: hash, ...(state === undefined ? {} : { state }) };
	}

	#notice(file: string, stats: Stats): void {
		// A file changed a moment ago may change again within the same tick of its clock.
		const age = this.#now() - Math.max(stats.ctimeMs, stats.mtimeMs);
		if (age > settledMs) this.#noticed.set(file, stateOf(stats));
		else this.#noticed.delete(file);
	}
}

/** What the disk says of a file, in one line. */
export function stateOf({ size, ino, mtimeMs, ctimeMs }: Stats): string {
	return `${size} ${ino} ${mtimeMs} ${ctimeMs}`;
}
