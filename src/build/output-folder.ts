/**
 * A generated folder that is only ever seen whole.
 *
 * A build writes beside the old folder, hard-links what did not change, and swaps the two by
 * rename. A ledger in the cache remembers, for each file, the key of everything its bytes depend
 * on; a file is kept when its key is the same and nobody has touched it since.
 */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { byCodePoint, fingerprint, sha256 } from "../domain/order.ts";
import type { Pieces } from "../domain/pieces.ts";
import { filesBelow } from "../report/files-below.ts";
import { begun } from "./all-ended.ts";
import { BulkFiles, bytesLikeFile, isThrownAway } from "./bulk.ts";
import { type Entry, readLedger, writeLedger } from "./ledger.ts";
import {
	PiecePlan,
	readPieceNote,
	writePiecedFile,
	writePieceNote,
} from "./pieced-file.ts";

/** What whoever makes a group of files knows of them; paths are below the folder's root. */
export interface GroupFiles {
	/** Keep the file of the build before, if its SHA-256 is `hash`. @returns whether that was so; then none is to be put there. */
	keep(path: string, hash: string): boolean;
	/** The file that was put at `path` has the SHA-256 `hash`. */
	know(path: string, hash: string): void;
}

export class OutputFolder {
	/** The folder as readers see it. */
	readonly target: string;
	/** Where this build writes. */
	readonly next: string;
	readonly #old: string;
	readonly #ledgerPath: string;
	readonly #bulk: BulkFiles;
	readonly #before: ReadonlyMap<string, Entry>;
	readonly #after = new Map<string, Entry>();
	/** Files that the new folder shares with the old one, and those of them that are linked by now, or soon. */
	readonly #kept = new Set<string>();
	readonly #linked = new Set<string>();
	readonly #madeFolders = new Set<string>();
	/** Files of pieces that are being written. */
	readonly #writing = new Set<Promise<void>>();
	readonly #stamp: string;
	#written = 0;
	#swapped = false;

	/**
	 * @param target the folder to build; need not exist.
	 * @param cache the cache folder, where the ledger lies.
	 * @param bulk does what is to be done to very many files.
	 */
	constructor(target: string, cache: string, bulk = new BulkFiles()) {
		this.#bulk = bulk;
		this.target = resolve(target);
		const parent = dirname(this.target);
		const name = basename(this.target);
		// A name of its own: an orphan of a killed build must not write into ours.
		this.next = join(parent, `.${name}.next-${process.pid}`);
		this.#old = join(parent, `.${name}.old`);
		this.#ledgerPath = join(
			cache,
			"ledgers",
			`${sha256(this.target).slice(0, 16)}.json`,
		);
		this.#recover();
		const { stamp, files } = readLedger(this.#ledgerPath);
		this.#stamp = stamp;
		this.#before = files;
	}

	/** Whether the folder was made from just this and nobody has touched a file of it since. */
	isWhole(stamp: string): boolean {
		return (
			this.#stamp === stamp &&
			this.#before.size > 0 &&
			[...this.#before.keys()].every((path) => this.isIntact(path))
		);
	}

	/** Whether the file at `path` was made from the same `key` and is still as we left it. */
	isFresh(path: string, key: string): boolean {
		return this.#before.get(path)?.key === key && this.isIntact(path);
	}

	/** Whether the file that the previous build left at `path` is still as it was. */
	isIntact(path: string): boolean {
		const entry = this.#before.get(path);
		if (!entry) return false;
		const stat = statSync(`${this.target}/${path}`, { throwIfNoEntry: false });
		if (!stat?.isFile()) return false;
		if (stat.size === entry.size && stat.mtimeMs === entry.mtimeMs) return true;
		return sha256(readFileSync(join(this.target, path))) === entry.sha256;
	}

	/** Take the file at `path` over from the previous build; only after {@link isFresh}. */
	keep(path: string): void {
		const entry = this.#before.get(path);
		if (!entry)
			throw new Error(`${path} is not in the ledger of ${this.target}`);
		this.#after.set(path, entry);
		this.#kept.add(path);
	}

	/** Keep the file at `path` if it {@link isFresh}. @returns its SHA-256 then, else `undefined`. */
	keepFresh(path: string, key: string): string | undefined {
		if (!this.isFresh(path, key)) return undefined;
		this.keep(path);
		return this.#before.get(path)?.sha256;
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
	 * Have a file of pieces at `path`: kept, or written anew with those pieces copied that the previous build's file has.
	 * {@link complete} waits for it.
	 *
	 * @param code version of the code that makes the pieces.
	 * @throws what making a piece or the file system refused; {@link complete} then does so, too.
	 */
	pieces(path: string, pieces: Pieces, code: string): Promise<void> {
		const version = fingerprint(`${code} ${pieces.common}`);
		const key = fingerprint(`${version}\n${pieces.keys.join("\n")}`);
		if (this.isFresh(path, key)) {
			this.keep(path);
			return Promise.resolve();
		}
		const written = begun(this.#writePieces(path, key, pieces, version));
		this.#writing.add(written);
		// What failed stays: whoever completes the folder is to hear of it.
		begun(written.then(() => void this.#writing.delete(written)));
		return written;
	}

	async #writePieces(
		path: string,
		key: string,
		pieces: Pieces,
		version: string,
	): Promise<void> {
		const name = `${sha256(path).slice(0, 16)}.json`;
		const note = join(this.#ledgerPath.replace(/\.json$/, ".pieces"), name);
		const noted = this.isIntact(path) ? readPieceNote(note) : undefined;
		const isMeant = noted?.sha256 === this.#before.get(path)?.sha256;
		const known = isMeant && noted?.version === version ? noted : undefined;
		const plan = new PiecePlan(pieces, known);
		const to = this.#place(path);
		const file = { to, ...(known && { before: join(this.target, path) }) };
		// Texts that were made here are better written here than sent, where they are many.
		const written =
			plan.fresh >= worthWriting && "text" in pieces.at(0)
				? await writePiecedFile({ ...file, parts: plan.parts() })
				: await this.#bulk.do(
						{ kind: "pieces", file: { ...file, parts: [...plan.parts()] } },
						plan.fresh + plan.copied / bytesLikeFile,
					);
		if (!written) throw new Error(`${path} was not written`);
		writePieceNote(note, plan.noteOf(written, version));
		this.#enter(path, key, written.sha256, to);
	}

	/**
	 * Enter a file that somebody else (the renderer, the indexer) wrote below {@link next}.
	 *
	 * @param hash its SHA-256, where it is known already.
	 */
	adopt(path: string, key: string, hash?: string): void {
		const at = join(this.next, path);
		const before = this.#before.get(path);
		if (before && this.#isSameFile(path) && this.isIntact(path))
			this.#after.set(path, { ...before, key });
		else this.#enter(path, key, hash ?? sha256(readFileSync(at)), at);
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
	 * @returns whether it was made anew.
	 */
	async group(
		prefix: string,
		key: string,
		make: (files: GroupFiles) => Promise<void>,
	): Promise<boolean> {
		const before = [...this.#before].filter(([path]) =>
			path.startsWith(prefix),
		);
		if (
			before.length > 0 &&
			before.every(([path]) => this.isFresh(path, key))
		) {
			for (const [path] of before) this.keep(path);
			return false;
		}
		mkdirSync(join(this.next, prefix), { recursive: true });
		const hashes = new Map<string, string>();
		await make({
			keep: (path, hash) => {
				const entry = this.#before.get(path);
				if (entry?.sha256 !== hash || !this.isIntact(path)) return false;
				this.#after.set(path, { ...entry, key });
				this.#kept.add(path);
				return true;
			},
			know: (path, hash) => hashes.set(path, hash),
		});
		for (const name of filesBelow(join(this.next, prefix))) {
			const path = `${prefix}${name}`;
			if (!this.#kept.has(path)) this.adopt(path, key, hashes.get(path));
		}
		return true;
	}

	/**
	 * SHA-256 and size in bytes of every file so far, sorted by path.
	 *
	 * @throws while files of pieces are being written: they would be missing.
	 */
	contents(): readonly { path: string; sha256: string; size: number }[] {
		if (this.#writing.size > 0)
			throw new Error(`${this.target} is asked for its contents too early`);
		const paths = [...this.#after.keys()];
		// Without surrogates the order of UTF-16 is that of code points, and the engine's own is the quickest.
		if (paths.some((path) => !isPlain.test(path))) paths.sort(byCodePoint);
		else paths.sort();
		return paths.map((path) => {
			const { sha256, size } = this.#after.get(path) as Entry;
			return { path, sha256, size };
		});
	}

	/** Files written, kept and dropped, once everything is entered. */
	get changes(): { written: number; kept: number; dropped: number } {
		const dropped = [...this.#before.keys()].filter(
			(path) => !this.#after.has(path),
		).length;
		return {
			written: this.#written,
			kept: this.#after.size - this.#written,
			dropped,
		};
	}

	/**
	 * Make the new folder whole, once everything is entered: link what was kept. May be called before, to
	 * have that begun.
	 */
	async complete(): Promise<void> {
		await Promise.all(this.#writing);
		if (this.#isUnchanged()) return;
		mkdirSync(this.next, { recursive: true });
		const paths = [...this.#kept].filter((path) => !this.#linked.has(path));
		for (const path of paths) this.#linked.add(path);
		const { target: from, next: to } = this;
		await this.#bulk.do({ kind: "link", from, to, paths }, paths.length);
	}

	/** Where the new content can be read before it is published, once everything is entered and {@link complete}. */
	get root(): string {
		return this.#isUnchanged() ? this.target : this.next;
	}

	/** Where a file that was entered can be read before everything is complete. */
	placeOf(path: string): string {
		return join(this.#kept.has(path) ? this.target : this.next, path);
	}

	/** Show the completed folder to readers: two renames. Where nothing changed, nothing is touched. */
	swap(): void {
		if (this.#isUnchanged()) return;
		if (existsSync(this.target)) renameSync(this.target, this.#old);
		this.#swapped = true;
		renameSync(this.next, this.target);
	}

	/** Take {@link swap} back, wherever it stopped. */
	swapBack(): void {
		if (!this.#swapped) return;
		if (existsSync(this.target)) renameSync(this.target, this.next);
		if (existsSync(this.#old)) renameSync(this.#old, this.target);
	}

	/**
	 * Remember what was published, and throw the old folder away; after {@link swap}.
	 *
	 * @param stamp hash over everything that went into it, for {@link isWhole}.
	 */
	async settle(stamp: string): Promise<void> {
		this.abandon();
		const thrownAway = this.#throwOldAway();
		try {
			writeLedger(this.#ledgerPath, { stamp, files: this.#after });
		} finally {
			await thrownAway;
		}
	}

	async #throwOldAway(): Promise<void> {
		if (existsSync(this.#old))
			await this.#bulk.throwAway(this.#old, this.#before.size);
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

	/** A build killed between the two renames leaves no target: put the old one back. */
	#recover(): void {
		if (!existsSync(this.target) && existsSync(this.#old))
			renameSync(this.#old, this.target);
		rmSync(this.#old, { recursive: true, force: true });
		const parent = dirname(this.target);
		const leftover = `.${basename(this.target)}.next-`;
		if (!existsSync(parent)) return;
		for (const name of readdirSync(parent))
			if (name.startsWith(leftover) || isThrownAway(name, basename(this.#old)))
				rmSync(join(parent, name), { recursive: true, force: true });
	}

	#place(path: string): string {
		const to = `${this.next}/${path}`;
		const folder = dirname(to);
		if (!this.#madeFolders.has(folder)) {
			mkdirSync(folder, { recursive: true });
			this.#madeFolders.add(folder);
		}
		return to;
	}

	#enter(path: string, key: string, hash: string, at: string): void {
		const { size, mtimeMs } = statSync(at);
		this.#after.set(path, { key, sha256: hash, size, mtimeMs });
		this.#written++;
	}
}

/** No character beyond the basic plane. */
const isPlain = /^[^\ud800-\udfff]*$/;

/** From so many new pieces on. */
const worthWriting = 1_000;

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
