/** Finished parts → `<out>/search/`. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { linkOrCopy } from "../../base/link-or-copy.ts";
import { sha256 } from "../../base/order.ts";
import type { EntryFiles } from "../cache.ts";
import { type Outline, outlineFile } from "../catalog.ts";
import { twinOf, twinPath } from "../twins.ts";
import type { IndexOptions, PublishedFiles } from "./options.ts";

/** What the index takes up. */
export interface Sizes {
	/** Files below `search/`, without those only for pages opened from a disk. */
	readonly files: number;
	readonly bytes: number;
	/** What working from a disk costs on top. */
	readonly portableBytes: number;
}

/** The index as readers find it: parts are put there as they are finished, while others are still made. */
export class Publication {
	readonly #target: string;
	readonly #cacheDir: string;
	readonly #portable: boolean;
	readonly #placed = new Set<string>();
	readonly #folders = new Set<string>();
	readonly #published: PublishedFiles | undefined;
	readonly #sizes = { files: 0, bytes: 0, portableBytes: 0 };

	constructor({ outDir, cacheDir, portable, published }: IndexOptions) {
		this.#published = published;
		this.#target = join(outDir, "search");
		this.#cacheDir = cacheDir;
		this.#portable = portable;
		// Who looks after the files removes those that are not asked for.
		if (!published) rmSync(this.#target, { recursive: true, force: true });
		mkdirSync(this.#target, { recursive: true });
	}

	/**
	 * Put a folder of the cache into the site, below `search/`; parts that are the same share one.
	 */
	place(key: string, files: EntryFiles): void {
		if (this.#placed.has(key)) return;
		this.#placed.add(key);
		for (const [path, { bytes, hash }] of Object.entries(files)) {
			const [, part, rest] = /^(files|twins)\/(.+)$/.exec(path) ?? [];
			if (rest === undefined) continue;
			const place = `search/${key}/${rest}`;
			if (!this.#published?.keep(place, hash)) {
				this.#link(
					`${this.#cacheDir}/${key}/${path}`,
					`${this.#target}/${key}/${rest}`,
				);
				this.#published?.know(place, hash);
			}
			if (part === "twins") this.#sizes.portableBytes += bytes;
			else {
				this.#sizes.files++;
				this.#sizes.bytes += bytes;
			}
		}
	}

	#link(from: string, to: string): void {
		const folder = dirname(to);
		if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
		this.#folders.add(folder);
		linkOrCopy(from, to);
	}

	/** Add what a browser asks for first. */
	finish(outline: Outline): Sizes {
		const bytes = packed(Buffer.from(JSON.stringify(outline)));
		this.#write(outlineFile, bytes);
		this.#sizes.files++;
		this.#sizes.bytes += bytes.length;
		if (this.#portable) {
			const twin = twinOf(outlineFile, bytes);
			this.#write(twinPath(outlineFile), twin);
			this.#sizes.portableBytes += twin.length;
		}
		return this.#sizes;
	}

	#write(path: string, bytes: string | Uint8Array): void {
		if (!this.#published?.keep(`search/${path}`, sha256(bytes)))
			writeFileSync(join(this.#target, path), bytes);
	}
}

/** As small as it gets: it is packed once and loaded by every search. */
export function packed(data: Uint8Array): Uint8Array {
	return gzipSync(data, { level: 9 });
}
