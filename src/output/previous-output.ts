/** The folder that the build before published: what its ledger says of it, and whether its files are still as they were left. */
import {
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { sha256 } from "../base/order.ts";
import { observed } from "../base/promises.ts";
import { type BulkFiles, isThrownAway } from "./file-jobs.ts";
import {
	filesIn,
	isAsLeft,
	type KnownEntry,
	type KnownLedger,
	readLedger,
} from "./manifest.ts";

export class OldFolder {
	readonly root: string;
	readonly ledgerPath: string;
	readonly #bulk: BulkFiles;
	/** What the ledger says, once it was asked. */
	#ledger: KnownLedger | undefined;
	/** Files that are not as they were left, once somebody looked at all of them. */
	#touched: ReadonlySet<string> | undefined;
	#looked: Promise<void> = Promise.resolve();

	/** @param cache the cache folder, where the ledger lies. */
	constructor(root: string, cache: string, bulk: BulkFiles) {
		this.root = root;
		const name = `${sha256(root).slice(0, 16)}.json`;
		this.ledgerPath = join(cache, "ledgers", name);
		this.#bulk = bulk;
	}

	/** About how many files there are, before {@link ledger} was read. */
	get about(): number {
		return filesIn(this.ledgerPath);
	}

	/** Read when it is first asked for: of a large folder it takes a while. */
	get ledger(): KnownLedger {
		this.#ledger ??= readLedger(this.ledgerPath);
		return this.#ledger;
	}

	/** By path. */
	get files(): ReadonlyMap<string, KnownEntry> {
		return this.ledger.files;
	}

	/** Have every file looked at, while others work, if they are many. */
	look(): void {
		if (this.about >= this.#bulk.worth.looking)
			this.#looked = observed(this.#lookAtAll());
	}

	async #lookAtAll(): Promise<void> {
		const { root, ledgerPath: ledger, about } = this;
		const job = { kind: "look", root, ledger } as const;
		this.#touched = new Set(await this.#bulk.do(job, about));
	}

	/** Kept once what {@link look} began has ended. */
	looked(): Promise<void> {
		return this.#looked;
	}

	/**
	 * Whether the file at `path` is there, and as it was left.
	 *
	 * @param entry what the ledger says of it.
	 */
	isIntact(path: string, entry = this.files.get(path)): boolean {
		if (!entry) return false;
		if (this.#touched?.has(path) === false) return true;
		const at = `${this.root}/${path}`;
		if (isAsLeft(at, entry)) return true;
		const stat = statSync(at, { throwIfNoEntry: false });
		return stat?.isFile() === true && sha256(readFileSync(at)) === entry.sha256;
	}

	/** Whether all files are {@link isIntact intact}. */
	isWhole(): boolean {
		for (const path of this.files.keys())
			if (!this.isIntact(path)) return false;
		return this.files.size > 0;
	}
}

/**
 * A build killed between the two renames leaves no folder `target`: put the old one back, and remove what killed builds
 * left beside it.
 *
 * @param aside the name of the old folder between the renames.
 */
export function recover(target: string, aside: string): void {
	if (!existsSync(target) && existsSync(aside)) renameSync(aside, target);
	rmSync(aside, { recursive: true, force: true });
	const parent = dirname(target);
	const leftover = `.${basename(target)}.next-`;
	if (!existsSync(parent)) return;
	for (const name of readdirSync(parent))
		if (name.startsWith(leftover) || isThrownAway(name, basename(aside)))
			rmSync(join(parent, name), { recursive: true, force: true });
}
