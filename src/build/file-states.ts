/**
 * Content hashes of files by what the disk says of them, so that a file that nobody touched since is not
 * read again. The inode's own time changes with every write and cannot be set back: a file whose state is the
 * same is the same. It is a shortcut past reading, and nothing else: what a build contains depends on content.
 */
import { readFileSync, type Stats, statSync } from "node:fs";
import { sha256 } from "../domain/order.ts";
import { readSealed, writeSealed } from "../read/sealed.ts";

/** State of a file and the hash of its bytes. */
type Known = readonly [state: string, hash: string];

/** Milliseconds after which every file system gives a change another time than the one before. */
const settledMs = 5_000;

export class FileStates {
	readonly #note: string;
	readonly #before: ReadonlyMap<string, Known>;
	readonly #after = new Map<string, Known>();
	/** States of files that are about to be read. */
	readonly #noticed = new Map<string, string>();
	#changed = false;

	readonly #now: () => number;

	/**
	 * @param note where they are kept from one build to the next; need not exist.
	 * @param now the clock that the disk's times are compared with, in epoch milliseconds.
	 */
	constructor(note: string, now = Date.now) {
		this.#note = note;
		this.#now = now;
		const text = readSealed(note);
		const known: Record<string, Known> =
			text === undefined ? {} : JSON.parse(text);
		this.#before = new Map(Object.entries(known));
	}

	/**
	 * @param most bytes; a larger file is not read.
	 * @returns the SHA-256 of the file's bytes; `undefined` when it cannot be read or is larger.
	 */
	hashOf(file: string, most: number): string | undefined {
		try {
			const stats = statSync(file);
			if (stats.size > most) return undefined;
			const known = this.#before.get(file);
			if (known?.[0] === stateOf(stats)) {
				this.#after.set(file, known);
				return known[1];
			}
			this.#notice(file, stats);
			const hash = sha256(readFileSync(file));
			this.learn(file, hash);
			return hash;
		} catch {
			return undefined;
		}
	}

	/** Before somebody else reads the file: its state now is that of what they will read, or it changes again. */
	notice(file: string): void {
		const stats = statSync(file, { throwIfNoEntry: false });
		if (stats) this.#notice(file, stats);
	}

	/** What somebody found to be the SHA-256 of the file after it was noticed. */
	learn(file: string, hash: string): void {
		const state = this.#noticed.get(file);
		if (state === undefined) return;
		this.#after.set(file, [state, hash]);
		this.#changed = true;
	}

	/** Keep what was asked for or learnt since the note was read, and nothing else. */
	save(): void {
		if (!this.#changed && this.#after.size === this.#before.size) return;
		writeSealed(this.#note, JSON.stringify(Object.fromEntries(this.#after)));
	}

	#notice(file: string, stats: Stats): void {
		// A file changed a moment ago may change again within the same tick of its clock.
		const age = this.#now() - Math.max(stats.ctimeMs, stats.mtimeMs);
		if (age > settledMs) this.#noticed.set(file, stateOf(stats));
	}
}

function stateOf({ size, ino, mtimeMs, ctimeMs }: Stats): string {
	return `${size} ${ino} ${mtimeMs} ${ctimeMs}`;
}
