/**
 * A generated folder that is only ever seen whole.
 *
 * A build writes beside the old folder, hard-links what did not change, and swaps the two by
 * rename. A manifest in the cache remembers, for each file, the key of everything its bytes depend
 * on; a file is kept when its key is the same and nobody has touched it since.
 */
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { filesBelow } from "../base/files-below.ts";
import { linkOrCopy } from "../base/link-or-copy.ts";
import { sha256 } from "../base/order.ts";
import { observed } from "../base/promises.ts";
import { FileWorker } from "./file-jobs.ts";
import { carryOver, foreignIn, namesOf, refuseConflicts } from "./foreign.ts";
import { type KnownEntry, writeOutputManifest } from "./manifest.ts";
import { NextOutput } from "./next-output.ts";
import { PreviousOutput, recover } from "./previous-output.ts";
import { SpeculativeLinks } from "./speculative-links.ts";

/** What whoever makes a group of files knows of them; paths are below the folder's root. */
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

export class OutputFolder {
	/** The folder as readers see it. */
	readonly target: string;
	/** Where this build writes. */
	readonly next: string;
	/** Where the old folder lies between the two renames, and afterwards. */
	readonly #aside: string;
	readonly #worker: FileWorker;
	readonly #previous: PreviousOutput;
	readonly #files: NextOutput;
	/** Keys of the groups, by prefix. */
	readonly #groups = new Map<string, string>();
	/** Files of the old folder that the new one shares, and that are still to be linked. */
	#unlinked: string[] = [];
	readonly #linking: Promise<unknown>[] = [];
	readonly #speculative: SpeculativeLinks;
	readonly #madeFolders = new Set<string>();
	/** Paths of what is not ours. */
	#foreign: readonly string[] = [];
	/** Which files are ours, where the cache does not know them. */
	readonly #isPublished: () => (path: string) => boolean;
	#published: ((path: string) => boolean) | undefined;
	#swapped = false;

	/**
	 * @param target the folder to build; need not exist.
	 * @param cache the cache folder, where the manifest lies.
	 * @param worker does what is to be done to very many files.
	 * @param isPublished which files of the folder are ours, where the cache does not know them.
	 */
	constructor(
		target: string,
		cache: string,
		worker = new FileWorker(),
		isPublished: () => (path: string) => boolean = () => () => true,
	) {
		this.#isPublished = isPublished;
		this.#worker = worker;
		this.target = resolve(target);
		const parent = dirname(this.target);
		const name = basename(this.target);
		// A name of its own: an orphan of a killed build must not write into ours.
		this.next = join(parent, `.${name}.next-${process.pid}`);
		this.#aside = join(parent, `.${name}.old`);
		this.#previous = new PreviousOutput(this.target, cache, worker);
		this.#files = new NextOutput(this.#previous);
		this.#speculative = new SpeculativeLinks(this.next);
		recover(this.target, this.#aside);
	}

	/** About how many files the old folder has. */
	get about(): number {
		return this.#previous.about;
	}

	/** Have the files of the old folder looked at, while others work, if they are many. */
	startVerify(): void {
		this.#previous.startVerify();
	}

	/** Resolves when {@link startVerify} has ended. */
	verified(): Promise<void> {
		return this.#previous.verified();
	}

	/** Read what is remembered of the old folder now, while others work: of a large one it takes a while. */
	preload(): void {
		this.#previous.manifest;
	}

	/**
	 * Few files will change: have the others linked, while others work. Nothing may be written before it is {@link ready}.
	 *
	 * @param except what the paths of files begin with that are made anew as a rule.
	 */
	linkSpeculatively(except: readonly string[] = []): void {
		if (this.about < this.#worker.thresholds.process) return;
		this.#speculative.begin(this.#worker, this.#previous, except);
	}

	/** Resolves when files can be written. */
	ready(): Promise<void> {
		return this.#speculative.ready();
	}

	/** Whether the folder was made from just this and nobody has touched a file of it since. */
	isUpToDate(buildKey: string): boolean {
		return (
			this.#previous.manifest.buildKey === buildKey &&
			this.#previous.isUpToDate()
		);
	}

	/**
	 * Keep the file at `path` if it was made from the same `key` and is still as we left it.
	 *
	 * @returns its SHA-256 then, else `undefined`: then it is to be made, and there is room for it.
	 */
	keepFresh(path: string, key: string): string | undefined {
		const entry = this.#previous.files.get(path);
		if (entry?.key !== key || !this.#previous.isIntact(path, entry)) {
			this.#speculative.unlinkFor(path);
			return undefined;
		}
		this.#share(path, entry);
		return entry.sha256;
	}

	/** Take over a file as the previous build left it. */
	#share(path: string, entry: KnownEntry): void {
		// A build that begins anew asks for it twice.
		if (!this.#files.noteKept(path, entry)) return;
		if (!this.#speculative.has(path)) this.#unlinked.push(path);
	}

	/** Write a new file. @returns its SHA-256. */
	write(path: string, key: string, data: string | Uint8Array): string {
		const to = this.#place(path);
		const bytes = typeof data === "string" ? Buffer.from(data) : data;
		const hash = sha256(bytes);
		writeFileSync(to, bytes);
		this.#enter(path, key, hash, to);
		return hash;
	}

	/**
	 * Put a file of the cache at `path`, as a link where there can be one: whoever writes it there again does so beside.
	 *
	 * @param hash its SHA-256.
	 */
	take(path: string, key: string, from: string, hash: string): void {
		const to = this.#place(path);
		linkOrCopy(from, to);
		this.#enter(path, key, hash, to);
	}

	/**
	 * Enter a file that somebody else (the renderer, the indexer) wrote below {@link next}.
	 *
	 * @param hash its SHA-256, where it is known already.
	 */
	adopt(path: string, key: string, hash?: string): void {
		const at = join(this.next, path);
		const before = this.#previous.files.get(path);
		if (before && this.#isSameFile(path) && this.#previous.isIntact(path)) {
			const { sha256, size, mtimeMs } = before;
			// Another entry: it lies in the new folder already.
			this.#files.note(path, { key, sha256, size, mtimeMs });
		} else this.#enter(path, key, hash ?? sha256(readFileSync(at)), at);
	}

	/** Whether the file put at `path` is the one that readers see there now, by another name. */
	#isSameFile(path: string): boolean {
		const [now, next] = [this.target, this.next].map((root) =>
			statSync(join(root, path), { throwIfNoEntry: false }),
		);
		return now !== undefined && now.ino === next?.ino && now.dev === next.dev;
	}

	/**
	 * Keep the folder `prefix` (ending in `/`) when it was made from the same `key`, else have it made.
	 *
	 * @param make writes files below `next/prefix`; all that is there afterwards is entered.
	 * @param asks whether it writes none without having asked for the old one: what it does not ask for, goes.
	 * @returns whether it was made anew.
	 */
	async group(
		prefix: string,
		key: string,
		make: (files: GroupFiles) => Promise<void>,
		asks = false,
	): Promise<boolean> {
		const before: [string, KnownEntry][] = [];
		for (const [path, entry] of this.#previous.files)
			if (path.startsWith(prefix)) before.push([path, entry]);
		this.#groups.set(prefix, key);
		if (
			before.length > 0 &&
			this.#previous.manifest.groups.get(prefix) === key &&
			before.every(([path, entry]) => this.#previous.isIntact(path, entry))
		) {
			for (const [path, entry] of before) this.#share(path, entry);
			return false;
		}
		if (!asks) for (const [path] of before) this.#speculative.unlinkFor(path);
		mkdirSync(join(this.next, prefix), { recursive: true });
		const hashes = new Map<string, string>();
		const asked: string[] = [];
		await make({
			keep: (path, hash) => {
				const entry = this.#previous.files.get(path);
				if (entry?.sha256 !== hash || !this.#previous.isIntact(path, entry)) {
					this.#speculative.unlinkFor(path);
					asked.push(path);
					return false;
				}
				this.#share(path, entry);
				return true;
			},
			know: (path, hash) => hashes.set(path, hash),
		});
		for (const [path] of before)
			if (!this.#files.isKept(path)) this.#speculative.unlinkFor(path);
		const there = () => filesBelow(join(this.next, prefix));
		for (const path of asks ? asked : there().map((name) => prefix + name))
			if (!this.#files.isKept(path)) this.adopt(path, "", hashes.get(path));
		return true;
	}

	/** SHA-256 and size in bytes of every file so far, sorted by path. */
	contents(): readonly { path: string; sha256: string; size: number }[] {
		return this.#files.contents();
	}

	/** Files written, kept and dropped, once everything is entered. */
	get changes(): { written: number; kept: number; dropped: number } {
		return this.#files.changes;
	}

	/**
	 * Make the new folder whole, once everything is entered.
	 *
	 * @throws NotOurs when one of our files is to lie where somebody else's lies.
	 */
	async complete(): Promise<void> {
		await this.linkKept();
		this.#speculative.rollback(this.#files.dropped());
		this.#foreign = foreignIn(this.target, (path) => this.#wasOurs(path));
		refuseConflicts(this.target, this.#foreign, this.#files.keys());
		if (!this.#isUnchanged()) carryOver(this.target, this.next, this.#foreign);
	}

	/** What lies in the folder and is not ours, shortly; once it is {@link complete}. */
	get foreign(): readonly string[] {
		if (this.#foreign.length === 0) return [];
		const folders = new Set<string>();
		for (const path of this.#files.keys())
			folders.add(path.split("/", 1)[0] ?? "");
		return namesOf(this.#foreign, (folder) => folders.has(folder));
	}

	/**
	 * Whether a build put the file there, as far as anybody knows: the last one with this cache, or one with another, whose
	 * lists of checksums lie in the site.
	 */
	#wasOurs(path: string): boolean {
		if (this.#previous.files.has(path)) return true;
		this.#published ??= this.#isPublished();
		return this.#published(path);
	}

	/** Link what was kept so far, as {@link complete} will. */
	async linkKept(): Promise<void> {
		await this.ready();
		if (this.#isUnchanged()) return;
		mkdirSync(this.next, { recursive: true });
		const paths = this.#unlinked;
		this.#unlinked = [];
		const { target: from, next: to } = this;
		const job = { kind: "link", from, to, paths } as const;
		this.#linking.push(observed(this.#worker.do(job, paths.length)));
		await Promise.all(this.#linking);
	}

	/** Where the new content can be read before it is published, once everything is entered and {@link complete}. */
	get root(): string {
		return this.#isUnchanged() ? this.target : this.next;
	}

	/** Where a file that was entered can be read before everything is complete. */
	placeOf(path: string): string {
		return join(this.#files.isKept(path) ? this.target : this.next, path);
	}

	/** Show the completed folder to readers: two renames. Where nothing changed, nothing is touched. */
	swap(): void {
		if (this.#isUnchanged()) return;
		if (existsSync(this.target)) renameSync(this.target, this.#aside);
		this.#swapped = true;
		renameSync(this.next, this.target);
	}

	/** Whether readers have the new folder in the place of the old one. */
	get isSwapped(): boolean {
		return this.#swapped;
	}

	/** Take {@link swap} back, wherever it stopped. */
	swapBack(): void {
		if (!this.#swapped) return;
		this.#swapped = false;
		if (existsSync(this.target)) renameSync(this.target, this.next);
		if (existsSync(this.#aside)) renameSync(this.#aside, this.target);
	}

	/**
	 * Remember what was published, and throw the old folder away; after {@link swap}.
	 *
	 * @param buildKey hash over everything that went into it, for {@link isUpToDate}.
	 */
	async settle(buildKey: string): Promise<void> {
		this.abandon();
		this.#rescueForeign();
		const thrownAway = this.#throwOldAway();
		try {
			const manifest = { buildKey, groups: this.#groups, files: this.#files };
			writeOutputManifest(this.#previous.manifestPath, manifest);
		} finally {
			await thrownAway;
		}
	}

	/** What somebody put into the old folder since it was completed. */
	#rescueForeign(): void {
		if (!existsSync(this.#aside)) return;
		const late = foreignIn(this.#aside, (path) => this.#wasOurs(path));
		carryOver(this.#aside, this.target, late);
	}

	async #throwOldAway(): Promise<void> {
		if (existsSync(this.#aside))
			await this.#worker.throwAway(
				this.#aside,
				// A manifest may have been lost.
				Math.max(this.#previous.files.size, this.#files.size),
			);
	}

	#isUnchanged(): boolean {
		const { written, dropped } = this.changes;
		return written === 0 && dropped === 0 && existsSync(this.target);
	}

	/** Throw this build's files away; the old folder stays as it was. What cannot go now is the next build's to remove. */
	abandon(): void {
		try {
			// A process that was just killed may end a write that it had begun.
			rmSync(this.next, { recursive: true, force: true, maxRetries: 5 });
		} catch {
			// Why the build gives up matters more than what it leaves.
		}
	}

	#place(path: string): string {
		const to = `${this.next}/${path}`;
		const folder = dirname(to);
		if (!this.#madeFolders.has(folder)) {
			mkdirSync(folder, { recursive: true });
			this.#madeFolders.add(folder);
		}
		// What this build put there before it began anew may be a link.
		if (this.#files.has(path)) rmSync(to, { force: true });
		return to;
	}

	#enter(path: string, key: string, hash: string, at: string): void {
		const { size, mtimeMs } = statSync(at);
		this.#files.noteWritten(path, { key, sha256: hash, size, mtimeMs });
	}
}

/**
 * Swap all of these folders, or none.
 *
 * @throws what the file system refused, after everything is as it was.
 */
export function swapAll(folders: readonly OutputFolder[]): void {
	try {
		for (const folder of folders) folder.swap();
	} catch (error) {
		for (const folder of folders) folder.swapBack();
		throw error;
	}
}
