/** The parts of an index: each a folder of the cache, made where it is not there, and put into the site. */
import { join } from "node:path";
import { fingerprint } from "../../base/order.ts";
import { articlePath } from "../../corpus/store.ts";
import type { Card } from "../../domain/manifest.ts";
import { type EntryFiles, entryKey, soundEntry, storeEntry } from "../cache.ts";
import { columnFiles } from "../catalog-file.ts";
import type { Indexers } from "../pool.ts";
import { pruneCache } from "../prune.ts";
import type { IndexOptions } from "./options.ts";
import { type Publication, packed } from "./publish.ts";
import {
	publisher,
	readNotes,
	runTask,
	type SegmentNotes,
	type Task,
} from "./tasks.ts";

export class Parts {
	/** Segments that were made anew. */
	rebuilt = 0;
	private readonly options: IndexOptions;
	private readonly publication: Publication;
	private readonly indexers: Indexers | undefined;
	/** Version of the code that makes them. */
	private readonly code: string;
	/** Files of every folder in the cache that was needed. */
	private readonly files = new Map<string, EntryFiles>();
	/** Names in the cache of what else was needed. */
	private readonly others: string[] = [];

	constructor(
		options: IndexOptions,
		code: string,
		publication: Publication,
		indexers: Indexers | undefined,
	) {
		this.options = options;
		this.publication = publication;
		this.indexers = indexers;
		this.code = code;
	}

	/** The segment of these articles and, where asked for, their texts. */
	async segment(cards: readonly Card[]): Promise<SegmentNotes> {
		const { code } = this;
		const { cacheDir, portable, corpus, articlePlace } = this.options;
		const key = entryKey(
			"n",
			code,
			cards.map(({ sha256 }) => sha256),
		);
		this.others.push(key);
		const wanted = ({ segment, texts }: SegmentNotes) =>
			portable ? [segment, texts] : [segment];
		let notes = this.has(key)
			? readNotes<SegmentNotes>(cacheDir, key)
			: undefined;
		if (!notes || !wanted(notes).every((one) => this.has(one))) {
			const ids = cards.map(({ id }) => id);
			const files = ids.map(
				articlePlace ?? ((id) => articlePath(corpus.root, id)),
			);
			const common = { cacheDir, key, code, portable };
			await this.run({ kind: "segment", ...common, ids, files });
			notes = readNotes<SegmentNotes>(cacheDir, key);
			for (const one of wanted(notes)) this.noteMade(one);
		}
		if (portable) this.place(notes.texts);
		return notes;
	}

	/** Several segments in one. @returns its folder. */
	async merged(
		made: readonly Promise<SegmentNotes>[],
		cards: readonly Card[],
	): Promise<string> {
		const { cacheDir, portable } = this.options;
		const segments = await Promise.all(made);
		const key = entryKey("v", this.code, portable, segments);
		if (!this.has(key)) {
			const ids = cards.map(({ id }) => id);
			const common = { cacheDir, key, portable };
			await this.run({ kind: "merge", ...common, segments, ids });
			this.noteMade(key);
		}
		this.place(key);
		return key;
	}

	/** @param files what is known of the documents of a merged segment. @returns their folder. */
	async documents(files: readonly Uint8Array[]): Promise<string> {
		const { cacheDir, portable } = this.options;
		const key = entryKey("d", portable, files.map(fingerprint));
		if (!this.has(key)) {
			await storeEntry(join(cacheDir, key), (put) => {
				const publish = publisher(put, key, portable);
				for (const [n, bytes] of files.entries())
					publish(columnFiles[n]?.name ?? "", packed(bytes));
			});
			this.noteMade(key);
		}
		this.place(key);
		return key;
	}

	/** Tell later builds what this one needed. */
	noteUse(): void {
		const { cacheDir, owner, outDir } = this.options;
		const needed = [...this.others, ...this.files.keys()];
		pruneCache(cacheDir, owner ?? outDir, needed);
	}

	private async run(task: Task): Promise<void> {
		// To join a large one takes long: begun at once, it is not what is left at the end for one process alone.
		const isFirst = task.kind === "merge";
		const rebuilds = this.indexers
			? await this.indexers.run(task, isFirst)
			: await runTask(task);
		if (rebuilds) this.rebuilt++;
	}

	/** Whether the cache holds an entry, undamaged. */
	private has(key: string): boolean {
		const files = soundEntry(join(this.options.cacheDir, key));
		if (files) this.files.set(key, files);
		return files !== undefined;
	}

	private noteMade(key: string): void {
		if (!this.has(key)) throw new Error(`${key} is gone from the cache.`);
	}

	private place(key: string): void {
		this.publication.place(key, this.files.get(key) ?? {});
	}
}
