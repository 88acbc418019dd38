/** The next output takes the place of the previous one: two renames, which can be taken back. */
import { existsSync, renameSync } from "node:fs";

export class Swap {
	readonly #target: string;
	readonly #next: string;
	/** Where the previous output lies between the two renames, and afterwards. */
	readonly #aside: string;
	#isBegun = false;

	constructor(target: string, next: string, aside: string) {
		this.#target = target;
		this.#next = next;
		this.#aside = aside;
	}

	/** Whether readers have the next output in the place of the previous one. */
	get isBegun(): boolean {
		return this.#isBegun;
	}

	do(): void {
		if (existsSync(this.#target)) renameSync(this.#target, this.#aside);
		this.#isBegun = true;
		renameSync(this.#next, this.#target);
	}

	/** Take {@link do} back, wherever it stopped. */
	undo(): void {
		if (!this.#isBegun) return;
		this.#isBegun = false;
		if (existsSync(this.#target)) renameSync(this.#target, this.#next);
		if (existsSync(this.#aside)) renameSync(this.#aside, this.#target);
	}
}

/** An output whose swap can be taken back. */
interface Swappable {
	swap(): void;
	swapBack(): void;
}

/**
 * Swap all of these folders, or none.
 *
 * @throws what the file system refused, after everything is as it was.
 */
export function swapAll(folders: readonly Swappable[]): void {
	try {
		for (const folder of folders) folder.swap();
	} catch (error) {
		for (const folder of folders) folder.swapBack();
		throw error;
	}
}
