/** What a folder that is being built will have: what the ledger of the next build says, and what this one tells people. */
import { byCodePoint } from "../domain/order.ts";
import type { Entry } from "./ledger.ts";
import type { OldFolder } from "./old-folder.ts";

export class NewFiles {
	readonly #old: OldFolder;
	readonly #entries = new Map<string, Entry>();
	/** Files of the old folder whose names the new one has, too. */
	#staying = 0;
	#written = 0;

	constructor(old: OldFolder) {
		this.#old = old;
	}

	/** By path. */
	get entries(): ReadonlyMap<string, Entry> {
		return this.#entries;
	}

	/** @param entry the very one of the previous build where its file is taken over as it was left there. */
	note(path: string, entry: Entry): void {
		const { size } = this.#entries;
		this.#entries.set(path, entry);
		if (this.#entries.size > size && this.#old.files.has(path)) this.#staying++;
	}

	/** A file that was made anew. */
	noteWritten(path: string, entry: Entry): void {
		this.note(path, entry);
		this.#written++;
	}

	/** Whether the new folder shares the file at `path` with the old one. */
	isKept(path: string): boolean {
		const entry = this.#entries.get(path);
		return entry !== undefined && entry === this.#old.files.get(path);
	}

	/** SHA-256 and size in bytes of every file, sorted by path. */
	contents(): readonly { path: string; sha256: string; size: number }[] {
		const paths = [...this.#entries.keys()];
		// Without surrogates the order of UTF-16 is that of code points, and the engine's own is the quickest.
		if (paths.some((path) => !isPlain.test(path))) paths.sort(byCodePoint);
		else paths.sort();
		return paths.map((path) => {
			const { sha256, size } = this.#entries.get(path) as Entry;
			return { path, sha256, size };
		});
	}

	/** Files written, kept and dropped, once everything is noted. */
	get changes(): { written: number; kept: number; dropped: number } {
		return {
			written: this.#written,
			kept: this.#entries.size - this.#written,
			dropped: this.#old.files.size - this.#staying,
		};
	}
}

/** No character beyond the basic plane. */
const isPlain = /^[^\ud800-\udfff]*$/;
