/**
 * A generated folder that is only ever seen whole.
 *
 * A build writes beside the old folder, hard-links what did not change, and swaps the two by
 * rename. A manifest in the cache remembers, for each file, the key of everything its bytes depend
 * on; a file is kept when its key is the same and it was not touched since.
 */
import {
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { filesBelow } from "../base/files-below.ts";
import { isSameFile, linkOrCopy } from "../base/link-or-copy.ts";
import { fingerprint, sha256 } from "../base/order.ts";
import { observed } from "../base/promises.ts";
import { FileGroup, type GroupFiles } from "./file-group.ts";
import { FileWorker } from "./file-jobs.ts";
import { ForeignFiles } from "./foreign.ts";
import { KeptLinks } from "./kept-links.ts";
import { type KnownEntry, writeOutputManifest } from "./manifest.ts";
import { type Content, NextOutput } from "./next-output.ts";
import { PreviousOutput, recover } from "./previous-output.ts";
import { SpeculativeLinks } from "./speculative-links.ts";
import { Swap } from "./swap.ts";

export class OutputFolder {
	/** The folder as readers see it. */
	readonly target: string;
	/** Where this build writes. */
	readonly next: string;
	/** Where the old folder lies between the two renames, and afterwards. */
	readonly #aside: string;
	/** What earlier builds threw away and did not live to remove. */
	readonly #thrownAway: readonly string[];
	readonly #worker: FileWorker;
	/** What readers see now. */
	readonly previous: PreviousOutput;
	readonly #files: NextOutput;
	/** Keys of the groups, by prefix. */
	readonly #groups = new Map<string, string>();
	readonly #kept: KeptLinks;
	readonly #speculative: SpeculativeLinks;
	readonly #madeFolders = new Set<string>();
	readonly #foreign: ForeignFiles;
	readonly #swap: Swap;

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
		this.#worker = worker;
		this.target = resolve(target);
		const parent = dirname(this.target);
		const name = basename(this.target);
		// A name of its own: an orphan of a killed build must not write into ours.
		this.next = join(parent, `.${name}.next-${process.pid}`);
		this.#aside = join(parent, `.${name}.old`);
		this.previous = new PreviousOutput(this.target, cache, worker);
		this.#files = new NextOutput(this.previous);
		this.#speculative = new SpeculativeLinks(this.next);
		this.#kept = new KeptLinks(this.target, this.next, worker);
		this.#swap = new Swap(this.target, this.next, this.#aside);
		this.#foreign = new ForeignFiles(this.previous, worker, isPublished);
		this.#thrownAway = recover(this.target, this.#aside);
	}

	/**
	 * Few files will change: have the others linked, while others work. Nothing may be written before it is {@link ready}.
	 *
	 * @param except what the paths of files begin with that are made anew as a rule.
	 */
	linkSpeculatively(except: readonly string[] = []): void {
		if (this.previous.about < this.#worker.thresholds.process) return;
		this.#speculative.begin(this.#worker, this.previous, except);
	}

	/** Resolves when it is known which files of the old folder can be kept, and files can be written. */
	async ready(): Promise<void> {
		await this.previous.verified();
		await this.#speculative.ready();
	}

	/**
	 * Keep the file at `path` if it was made from the same `key` and is still as we left it.
	 *
	 * @returns its SHA-256 then, else `undefined`: then it is to be made, and there is room for it.
	 */
	reuseIfCurrent(path: string, key: string): string | undefined {
		const entry = this.previous.files.get(path);
		if (entry?.key !== key || !this.previous.isIntact(path, entry)) {
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
		if (!this.#speculative.has(path)) this.#kept.add(path);
	}

	/** Keep the file at `path`, as {@link reuseIfCurrent} does, or write what `data` gives. @returns its SHA-256. */
	make(path: string, key: string, data: () => string | Uint8Array): string {
		return this.reuseIfCurrent(path, key) ?? this.write(path, key, data());
	}

	/** A file whose key is its text. */
	makeText(path: string, text: string): void {
		this.make(path, fingerprint(text), () => text);
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

	/** Write another text into a file that was entered, kept or not: it goes by the same key. */
	rewrite(path: string, text: string): void {
		const { key = "" } = this.#files.get(path) ?? {};
		this.#kept.drop(path);
		this.write(path, key, text);
	}

	/** Put a file of the cache, whose SHA-256 is `hash`, at `path`: as a link where there can be one, never written in place. */
	linkFromCache(path: string, key: string, from: string, hash: string): void {
		const to = this.#place(path);
		linkOrCopy(from, to);
		this.#enter(path, key, hash, to);
	}

	/** Enter a file that another part of the build wrote below {@link next}. @param hash its SHA-256, where it is known. */
	register(path: string, key: string, hash?: string): void {
		const at = join(this.next, path);
		const before = this.previous.files.get(path);
		const isSame = isSameFile(join(this.target, path), at);
		if (before && isSame && this.previous.isIntact(path)) {
			const { sha256, size, mtimeMs } = before;
			// Another entry: it lies in the new folder already.
			this.#files.note(path, { key, sha256, size, mtimeMs });
		} else this.#enter(path, key, hash ?? sha256(readFileSync(at)), at);
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
		const group = new FileGroup(prefix, {
			previous: this.previous,
			next: this.#files,
			speculative: this.#speculative,
			share: (path, entry) => this.#share(path, entry),
		});
		this.#groups.set(prefix, key);
		const { groups } = this.previous.manifest;
		if (groups.get(prefix) === key && group.keepAll()) return false;
		if (!asks) group.unlinkOthers();
		const root = join(this.next, prefix);
		mkdirSync(root, { recursive: true });
		await make(group);
		group.unlinkOthers();
		const there = () => filesBelow(root).map((name) => prefix + name);
		const made = asks ? group.replaced : there();
		for (const path of made)
			if (!this.#files.isKept(path))
				this.register(path, "", group.hashes.get(path));
		return true;
	}

	/** Every file so far, or those that are asked for, sorted by path. */
	contents(isWanted = (_path: string) => true): readonly Content[] {
		return this.#files.contents(isWanted);
	}

	/** Files written, kept and dropped, once everything is entered. */
	get changes(): { written: number; kept: number; dropped: number } {
		return this.#files.changes;
	}

	/**
	 * Make the new folder whole, once everything is entered.
	 * @throws NotOurs when one of our files is to lie where a foreign one lies.
	 */
	async complete(): Promise<void> {
		await this.linkKept();
		this.#speculative.rollback(this.#files.dropped());
		await this.#foreign.find();
		this.#foreign.refuseConflicts(this.#files.keys());
		if (!this.#isUnchanged()) this.#foreign.carryInto(this.next);
	}

	/** What lies in the folder and is not ours, shortly; once it is {@link complete}. */
	get foreign(): readonly string[] {
		return this.#foreign.namesBeside(this.#files.keys());
	}

	/** Link what was kept so far, as {@link complete} will. */
	async linkKept(): Promise<void> {
		await this.ready();
		if (!this.#isUnchanged()) await this.#kept.make();
		observed(this.#foreign.find());
	}

	/** Where the new content can be read before it is published, once everything is entered and {@link complete}. */
	get root(): string {
		return this.#isUnchanged() ? this.target : this.next;
	}

	/** Where a file that was entered can be read before everything is complete. */
	placeOf(path: string): string {
		return join(this.#files.isKept(path) ? this.target : this.next, path);
	}

	/** Show the completed folder to readers. Where nothing changed, nothing is touched. */
	swap(): void {
		if (!this.#isUnchanged()) this.#swap.do();
	}

	/** Whether readers have the new folder in the place of the old one. */
	get isSwapped(): boolean {
		return this.#swap.isBegun;
	}

	/** Take {@link swap} back, wherever it stopped. */
	swapBack(): void {
		this.#swap.undo();
	}

	/**
	 * Remember what was published, and throw the old folder away; after {@link swap}.
	 *
	 * @param buildKey hash over everything that went into it, for {@link PreviousOutput.isUpToDate}.
	 */
	async settle(buildKey: string): Promise<void> {
		this.abandon();
		await this.#foreign.rescueFrom(this.#aside);
		// A manifest may have been lost.
		const files = Math.max(this.previous.files.size, this.#files.size);
		const thrownAway = this.#worker.throwAway(this.#aside, files);
		for (const folder of this.#thrownAway) this.#worker.remove(folder, files);
		try {
			const manifest = { buildKey, groups: this.#groups, files: this.#files };
			writeOutputManifest(this.previous.manifestPath, manifest);
		} finally {
			await thrownAway;
		}
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
