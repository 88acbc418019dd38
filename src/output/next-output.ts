/** What a folder that is being built will have: what the manifest of the next build says, and what this one tells people. */
import { byCodePoint } from "../base/order.ts";
import type { Entry, Files, KnownEntry } from "./manifest.ts";
import type { PreviousOutput } from "./previous-output.ts";

/** What people are told of a file. */
export interface Content extends Pick<Entry, "sha256" | "size"> {
	readonly path: string;
}

export class NextOutput implements Files {
	readonly #previous: PreviousOutput;
	/** Files whose entry is not the one of the previous build. */
	readonly #anew = new Map<string, Entry>();
	/** How many of them have the name of one of the old folder. */
	#replaced = 0;
	/** How many entries of the previous build stay. */
	#kept = 0;
	/** Paths; a file may be written twice. */
	readonly #written = new Set<string>();

	constructor(old: PreviousOutput) {
		this.#previous = old;
	}

	get size(): number {
		return this.#anew.size + this.#kept;
	}

	has(path: string): boolean {
		return this.#anew.has(path) || this.isKept(path);
	}

	get(path: string): Entry | undefined {
		const known = this.#previous.files.get(path);
		return this.#anew.get(path) ?? (known?.isKept ? known : undefined);
	}

	*keys(): Generator<string, undefined> {
		for (const [path, { isKept }] of this.#previous.files)
			if (isKept) yield path;
		yield* this.#anew.keys();
	}

	/**
	 * Take a file of the previous build over as it was left there.
	 *
	 * @returns whether that is news.
	 */
	noteKept(path: string, entry: KnownEntry): boolean {
		if (entry.isKept) return false;
		entry.isKept = true;
		this.#kept++;
		if (this.#anew.delete(path)) this.#replaced--;
		return true;
	}

	/** A file that lies in the new folder, as `entry` says. */
	note(path: string, entry: Entry): void {
		const before = this.#previous.files.get(path);
		if (before?.isKept) {
			before.isKept = false;
			this.#kept--;
		}
		if (before && !this.#anew.has(path)) this.#replaced++;
		this.#anew.set(path, entry);
	}

	/** A file that was made anew. */
	noteWritten(path: string, entry: Entry): void {
		this.note(path, entry);
		this.#written.add(path);
	}

	/** Whether the new folder shares the file at `path` with the old one. */
	isKept(path: string): boolean {
		return this.#previous.files.get(path)?.isKept === true;
	}

	/** Files of the old folder whose names the new one has no more, once everything is noted. */
	dropped(): readonly string[] {
		const dropped: string[] = [];
		if (this.changes.dropped === 0) return dropped;
		for (const [path, { isKept }] of this.#previous.files)
			if (!isKept && !this.#anew.has(path)) dropped.push(path);
		return dropped;
	}

	/** Every file that is asked for, sorted by path. */
	contents(isWanted: (path: string) => boolean): readonly Content[] {
		const paths = [...this.keys()].filter(isWanted);
		// Without surrogates the order of UTF-16 is that of code points, and the engine's own is the quickest.
		if (paths.some((path) => !isPlain.test(path))) paths.sort(byCodePoint);
		else paths.sort();
		return paths.map((path) => {
			const { sha256, size } = this.get(path) as Entry;
			return { path, sha256, size };
		});
	}

	/** Files written, kept and dropped, once everything is noted. */
	get changes(): { written: number; kept: number; dropped: number } {
		return {
			written: this.#written.size,
			kept: this.size - this.#written.size,
			dropped: this.#previous.files.size - this.#kept - this.#replaced,
		};
	}
}

/** No character beyond the basic plane. */
const isPlain = /^[^\ud800-\udfff]*$/;
