/** Many images, politely: few at a time, one at a time from each host, with pauses and retries. */
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { sha256, stableJson } from "../../src/base/order.ts";
import {
	type AssetIndex,
	assetIndexSchema,
	assetsFolder,
} from "../../src/corpus/assets.ts";
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
	readonly failed: readonly { address: string; reason: string }[];
	readonly bytes: number;
}

export async function fetchAll(
	options: FetchAllOptions,
): Promise<FetchSummary> {
	const folder = join(options.seeds, assetsFolder);
	mkdirSync(folder, { recursive: true });
	const index = readIndex(folder);
	const wanted = [...new Set(options.addresses)].filter((address) => {
		const known = index.images[address];
		if (known === undefined) return true;
		return "failed" in known
			? options.retryFailed
			: !existsSync(join(folder, known.file));
	});
	const hosts = byHost(wanted);
	const failed: { address: string; reason: string }[] = [];
	let stored = 0;
	let bytes = 0;
	let saved = 0;
	const settle = (address: string, result: AssetIndex["images"][string]) => {
		index.images[address] = result;
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
				if (options.signal?.aborted) return;
				try {
					const image = await patiently(address, options);
					const file = `${sha256(image.bytes)}.${image.extension}`;
					writeWhole(join(folder, file), image.bytes);
					stored++;
					bytes += image.bytes.length;
					settle(address, {
						file,
						bytes: image.bytes.length,
						width: image.width,
						height: image.height,
					});
				} catch (error) {
					const reason = (error as Error).message;
					failed.push({ address, reason });
					settle(address, { failed: reason });
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
	};
}

async function patiently(address: string, options: FetchAllOptions) {
	for (let attempt = 0; ; attempt++) {
		try {
			return await fetchImage(address, options.limits);
		} catch (error) {
			const failure = error as FetchFailure;
			if (!failure.retry || attempt >= options.retries) throw error;
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

function readIndex(folder: string): AssetIndex {
	const path = join(folder, "index.json");
	return existsSync(path)
		? assetIndexSchema.parse(JSON.parse(readFileSync(path, "utf8")))
		: { schemaVersion: 1, images: {} };
}

function writeIndex(folder: string, index: AssetIndex): void {
	writeWhole(join(folder, "index.json"), stableJson(index));
}

/** A file is there whole or not at all. */
function writeWhole(path: string, data: string | Buffer): void {
	writeFileSync(`${path}.part`, data);
	renameSync(`${path}.part`, path);
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((done) => {
		const timer = setTimeout(done, ms);
		signal?.addEventListener("abort", () => {
			clearTimeout(timer);
			done();
		});
	});
}
