/** Files of an output that are made together, and that one key stands for. */
import type { KnownEntry } from "./manifest.ts";
import type { NextOutput } from "./next-output.ts";
import type { PreviousOutput } from "./previous-output.ts";
import type { SpeculativeLinks } from "./speculative-links.ts";

/** What the maker of a group of files is told and tells; paths are below the folder's root. */
export interface GroupFiles {
	/**
	 * Keep the file of the build before, if its SHA-256 is `hash`.
	 *
	 * @returns whether that was so; then none is to be put there, else there is room for another one.
	 */
	keep(path: string, hash: string): boolean;
	/** The file that was put at `path` has the SHA-256 `hash`. */
	know(path: string, hash: string): void;
}

/** The output that a group is a part of. */
interface Outputs {
	readonly previous: PreviousOutput;
	readonly next: NextOutput;
	readonly speculative: SpeculativeLinks;
	/** Take over a file as the previous build left it. */
	readonly share: (path: string, entry: KnownEntry) => void;
}

export class FileGroup implements GroupFiles {
	readonly #outputs: Outputs;
	/** What the build before left of the group. */
	readonly #before: readonly [path: string, entry: KnownEntry][];
	/** SHA-256 of new files, as far as the maker knows it. */
	readonly hashes = new Map<string, string>();
	/** Files that were asked for and are not kept. */
	readonly replaced: string[] = [];

	/** @param prefix what the paths of its files begin with. */
	constructor(prefix: string, outputs: Outputs) {
		this.#outputs = outputs;
		const { files } = outputs.previous;
		this.#before = [...files].filter(([path]) => path.startsWith(prefix));
	}

	/** Keep the whole group, if none of its files was touched. */
	keepAll(): boolean {
		const { previous, share } = this.#outputs;
		const isIntact = this.#before.every(([path, entry]) =>
			previous.isIntact(path, entry),
		);
		if (this.#before.length === 0 || !isIntact) return false;
		for (const [path, entry] of this.#before) share(path, entry);
		return true;
	}

	keep(path: string, hash: string): boolean {
		const { previous, speculative, share } = this.#outputs;
		const entry = previous.files.get(path);
		if (entry?.sha256 !== hash || !previous.isIntact(path, entry)) {
			speculative.unlinkFor(path);
			this.replaced.push(path);
			return false;
		}
		share(path, entry);
		return true;
	}

	know(path: string, hash: string): void {
		this.hashes.set(path, hash);
	}

	/** Make room where the files of the build before are not kept. */
	unlinkOthers(): void {
		const { next, speculative } = this.#outputs;
		for (const [path] of this.#before)
			if (!next.isKept(path)) speculative.unlinkFor(path);
	}
}
