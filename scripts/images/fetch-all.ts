/** Many images: few at a time, one at a time from each host, with pauses and retries. */
import { existsSync, lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { sha256, stableJson } from "../../src/base/order.ts";
import { writeWhole } from "../../src/base/write-whole.ts";
import { type AssetIndex, readAssetIndex } from "../../src/corpus/assets.ts";
import { assetsFolder } from "../../src/read/reserved.ts";
import {
	type FetchFailure,
	type FetchLimits,
	fetchImage,
} from "./fetch-one.ts";

export interface FetchAllOptions {
	readonly seeds: string;
	readonly addresses: readonly string[];
	readonly limits: FetchLimits;
	/** Images under way at once, over all hosts. */
	readonly concurrency: number;
	/** Milliseconds between two requests to one host. */
	readonly pauseMs: number;
	/** Further tries after a failure that may pass. */
	readonly retries: number;
	/** Ask again for what failed in an earlier run. */
	readonly retryFailed: boolean;
	readonly onProgress?: (done: number, total: number, failed: number) => void;
	/** Stop after the images under way. */
	readonly signal?: AbortSignal;
}

export interface FetchSummary {
	readonly stored: number;
	readonly known: number;
	readonly failed: readonly Failed[];
	readonly bytes: number;
	/** Whether this machine reached no other: then the rest was not tried. */
	readonly isOffline: boolean;
}

export interface Failed {
	readonly address: string;
	readonly reason: string;
	/** Whether it may pass: nothing is remembered of it, and the next run asks again. */
	readonly passing: boolean;
}

/** @throws when `_assets` is a symbolic link: pictures would be written outside of the archive. */
export async function fetchAll(
	options: FetchAllOptions,
): Promise<FetchSummary> {
	const folder = folderIn(options.seeds);
	const index = readAssetIndex(options.seeds);
	const wanted = [...new Set(options.addresses)].filter((address) => {
		const known = index.images[address];
		if (known === undefined) return true;
		return "failed" in known
			? options.retryFailed
			: !existsSync(join(folder, known.file));
	});
	const hosts = byHost(wanted);
	const failed: Failed[] = [];
	let isOffline = false;
	let stored = 0;
	let bytes = 0;
	let saved = 0;
	const settle = (address: string, result?: AssetIndex["images"][string]) => {
		if (result) index.images[address] = result;
		// Saved now and then, so that a run that is stopped loses little.
		if (stored + failed.length - saved >= 20) {
			writeIndex(folder, index);
			saved = stored + failed.length;
		}
		options.onProgress?.(stored + failed.length, wanted.length, failed.length);
	};
	const workers = Array.from({ length: options.concurrency }, async () => {
		for (let queue = hosts.shift(); queue; queue = hosts.shift())
			for (const address of queue) {
				if (options.signal?.aborted || isOffline) return;
				try {
					const image = await withRetries(address, options);
					const file = `${sha256(image.bytes)}.${image.extension}`;
					const { length } = image.bytes;
					writeWhole(join(folder, file), [image.bytes]);
					stored++;
					bytes += length;
					const { width, height } = image;
					settle(address, { file, bytes: length, width, height });
				} catch (error) {
					const failure = error as FetchFailure;
					const { message: reason, retry } = failure;
					failed.push({ address, reason, passing: retry });
					// Before the first answer it means that there is no network; later, that this host's name has no address any more.
					isOffline ||= failure.isOffline && stored === 0;
					settle(address, retry ? undefined : { failed: reason });
				}
				await pause(options.pauseMs, options.signal);
			}
	});
	try {
		await Promise.all(workers);
	} finally {
		writeIndex(folder, index);
	}
	return {
		stored,
		known: new Set(options.addresses).size - wanted.length,
		failed,
		bytes,
		isOffline,
	};
}

function folderIn(seeds: string): string {
	const folder = join(seeds, assetsFolder);
	mkdirSync(folder, { recursive: true });
	if (lstatSync(folder).isSymbolicLink())
		throw new Error(
			`${folder} is a symbolic link; pictures are only kept in a folder of the archive itself.`,
		);
	return folder;
}

/** The image, asked for again after a failure that may pass. */
async function withRetries(address: string, options: FetchAllOptions) {
	for (let attempt = 0; ; attempt++) {
		try {
			return await fetchImage(address, options.limits);
		} catch (error) {
			const failure = error as FetchFailure;
			if (!failure.retry || failure.isOffline || attempt >= options.retries)
				throw error;
			await pause(
				failure.waitMs ?? options.pauseMs * 2 ** (attempt + 1),
				options.signal,
			);
		}
	}
}

/** Each queue is one host's, so that one worker at a time asks it. */
function byHost(addresses: readonly string[]): string[][] {
	const queues = new Map<string, string[]>();
	for (const address of addresses) {
		const host = URL.canParse(address) ? new URL(address).host : "";
		const queue = queues.get(host);
		if (queue) queue.push(address);
		else queues.set(host, [address]);
	}
	return [...queues.values()];
}

function writeIndex(folder: string, index: AssetIndex): void {
	writeWhole(join(folder, "index.json"), [stableJson(index)]);
}

/** Resolves after `ms`, or as soon as `signal` is aborted. */
async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	await setTimeout(ms, undefined, signal && { signal }).catch(() => undefined);
}
