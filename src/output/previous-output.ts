/** The folder that the build before published: what its manifest says of it, and whether its files are still as they were left. */
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
import { type FileWorker, isThrownAway } from "./file-jobs.ts";
import {
	filesIn,
	isAsLeft,
	type KnownEntry,
	type KnownManifest,
	readOutputManifest,
} from "./manifest.ts";

export class PreviousOutput {
	readonly root: string;
	readonly manifestPath: string;
	readonly #worker: FileWorker;
	/** What the manifest says, once it was asked. */
	#manifest: KnownManifest | undefined;
	/** Files that are not as they were left, once all of them were verified. */
	#touched: ReadonlySet<string> | undefined;
	#verified: Promise<void> = Promise.resolve();

	/** @param cache the cache folder, where the manifest lies. */
	constructor(root: string, cache: string, worker: FileWorker) {
		this.root = root;
		const name = `${sha256(root).slice(0, 16)}.json`;
		this.manifestPath = join(cache, "manifests", name);
		this.#worker = worker;
	}

	/** About how many files there are, before {@link manifest} was read. */
	get about(): number {
		return filesIn(this.manifestPath);
	}

	/** Read the manifest now, while others work: of a large folder it takes a while. */
	preload(): void {
		this.manifest;
	}

	/** Read when it is first asked for. */
	get manifest(): KnownManifest {
		this.#manifest ??= readOutputManifest(this.manifestPath);
		return this.#manifest;
	}

	/** By path. */
	get files(): ReadonlyMap<string, KnownEntry> {
		return this.manifest.files;
	}

	/** Have every file looked at, while others work, if they are many. */
	startVerify(): void {
		if (this.about >= this.#worker.thresholds.verify)
			this.#verified = observed(this.#verifyAll());
	}

	async #verifyAll(): Promise<void> {
		const { root, manifestPath: manifest, about } = this;
		const job = { kind: "verify", root, manifest } as const;
		this.#touched = new Set(await this.#worker.do(job, about));
	}

	/** Resolves when what {@link startVerify} began has ended. */
	verified(): Promise<void> {
		return this.#verified;
	}

	/**
	 * Whether the file at `path` is there, and as it was left.
	 *
	 * @param entry what the manifest says of it.
	 */
	isIntact(path: string, entry = this.files.get(path)): boolean {
		if (!entry) return false;
		if (this.#touched?.has(path) === false) return true;
		const at = `${this.root}/${path}`;
		if (isAsLeft(at, entry)) return true;
		const stat = statSync(at, { throwIfNoEntry: false });
		return stat?.isFile() === true && sha256(readFileSync(at)) === entry.sha256;
	}

	/** Whether a build of this key left it, and all files are {@link isIntact intact}. */
	async isUpToDate(buildKey: string): Promise<boolean> {
		if (this.manifest.buildKey !== buildKey) return false;
		await this.verified();
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
 * @returns folders that builds threw away and did not live to remove: of a large one that takes a while, and nobody waits for it.
 */
export function recover(target: string, aside: string): readonly string[] {
	if (!existsSync(target) && existsSync(aside)) renameSync(aside, target);
	rmSync(aside, { recursive: true, force: true });
	const parent = dirname(target);
	const leftover = `.${basename(target)}.next-`;
	if (!existsSync(parent)) return [];
	const names = readdirSync(parent);
	for (const name of names)
		if (name.startsWith(leftover))
			rmSync(join(parent, name), { recursive: true, force: true });
	return names
		.filter((name) => isThrownAway(name, basename(aside)))
		.map((name) => join(parent, name));
}
