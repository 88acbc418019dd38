/** One image over the network: bounded in time, size and redirects, and believed only when it decodes. */
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import sharp from "sharp";

export interface FetchLimits {
	/** Milliseconds until the headers, and between two pieces of the body. */
	readonly stallMs: number;
	/** Milliseconds for the whole answer. */
	readonly totalMs: number;
	readonly maxBytes: number;
	readonly redirects: number;
	/** Allow addresses of private networks; off, as crawled pages may name them. */
	readonly allowPrivate: boolean;
}

export const defaultLimits: FetchLimits = {
	stallMs: 15_000,
	totalMs: 60_000,
	maxBytes: 20_000_000,
	redirects: 5,
	allowPrivate: false,
};

export interface Fetched {
	readonly bytes: Buffer;
	readonly extension: string;
	/** Pixels, upright. */
	readonly width: number;
	readonly height: number;
}

/** Why an image could not be had; `retry` says whether another try may help. */
export class FetchFailure extends Error {
	readonly retry: boolean;
	/** Milliseconds that the server asked to wait. */
	readonly waitMs: number | undefined;

	constructor(reason: string, retry: boolean, waitMs?: number) {
		super(reason);
		this.retry = retry;
		this.waitMs = waitMs;
	}
}

/** @throws {FetchFailure} */
export async function fetchImage(
	address: string,
	limits: FetchLimits,
): Promise<Fetched> {
	const control = new AbortController();
	const total = setTimeout(
		() => control.abort(new FetchFailure("took too long", true)),
		limits.totalMs,
	);
	try {
		const response = await follow(address, limits, control);
		const bytes = await readBody(response, limits, control);
		return await decode(bytes);
	} catch (error) {
		if (error instanceof FetchFailure) throw error;
		const { reason } = control.signal;
		if (reason instanceof FetchFailure) throw reason;
		const cause = (error as { cause?: { code?: string } }).cause?.code;
		throw new FetchFailure(cause ?? (error as Error).message, true);
	} finally {
		clearTimeout(total);
		control.abort();
	}
}

async function follow(
	address: string,
	limits: FetchLimits,
	control: AbortController,
): Promise<Response> {
	const seen = new Set<string>();
	let url = new URL(address);
	for (;;) {
		if (seen.has(url.href))
			throw new FetchFailure("redirects in a circle", false);
		if (seen.size > limits.redirects)
			throw new FetchFailure("too many redirects", false);
		seen.add(url.href);
		await mayAsk(url, limits);
		const response = await withStall(limits, control, () =>
			fetch(url, {
				redirect: "manual",
				signal: control.signal,
				headers: {
					accept: "image/*",
					"user-agent": "biannian-fetch-images/1 (archive of news articles)",
				},
			}),
		);
		const target = response.headers.get("location");
		if (response.status >= 300 && response.status < 400 && target) {
			await response.body?.cancel();
			url = new URL(target, url);
			continue;
		}
		if (response.ok) return response;
		await response.body?.cancel();
		const { status } = response;
		const wait = Number(response.headers.get("retry-after")) * 1_000;
		throw new FetchFailure(
			`HTTP ${status}`,
			status === 429 || status >= 500,
			Number.isFinite(wait) && wait > 0 ? Math.min(wait, 120_000) : undefined,
		);
	}
}

/** A crawled page must not make its keeper's machine ask around in its own network. */
async function mayAsk(url: URL, limits: FetchLimits): Promise<void> {
	if (url.protocol !== "http:" && url.protocol !== "https:")
		throw new FetchFailure(`scheme ${url.protocol}`, false);
	if (limits.allowPrivate) return;
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const found = isIP(host)
		? [{ address: host }]
		: await lookup(host, { all: true });
	if (found.some(({ address }) => isPrivate(address)))
		throw new FetchFailure("address of a private network", false);
}

/** RFC 6890, as far as it is not for the public network. */
export function isPrivate(address: string): boolean {
	const v4 = /^(?:::ffff:)?(\d+)\.(\d+)\.\d+\.\d+$/i.exec(address);
	if (v4) {
		const [a, b] = [Number(v4[1]), Number(v4[2])];
		return (
			a === 0 ||
			a === 10 ||
			a === 127 ||
			a >= 224 ||
			(a === 100 && b >= 64 && b < 128) ||
			(a === 169 && b === 254) ||
			(a === 172 && b >= 16 && b < 32) ||
			(a === 192 && (b === 168 || b === 0)) ||
			(a === 198 && (b === 18 || b === 19))
		);
	}
	return /^(?:::1?$|f[cd]|fe[89ab]|ff)/i.test(address);
}

async function readBody(
	response: Response,
	limits: FetchLimits,
	control: AbortController,
): Promise<Buffer> {
	if (Number(response.headers.get("content-length")) > limits.maxBytes)
		throw new FetchFailure("too large", false);
	const reader = response.body?.getReader();
	const pieces: Uint8Array[] = [];
	let size = 0;
	while (reader) {
		const { done, value } = await withStall(limits, control, () =>
			reader.read(),
		);
		if (done) break;
		size += value.length;
		// The stated length may lie or be missing.
		if (size > limits.maxBytes) throw new FetchFailure("too large", false);
		pieces.push(value);
	}
	return Buffer.concat(pieces);
}

async function withStall<Value>(
	limits: FetchLimits,
	control: AbortController,
	step: () => Promise<Value>,
): Promise<Value> {
	const timer = setTimeout(
		() => control.abort(new FetchFailure("stalled", true)),
		limits.stallMs,
	);
	try {
		return await step();
	} finally {
		clearTimeout(timer);
	}
}

const extensions: Readonly<Record<string, string>> = {
	jpeg: "jpg",
	png: "png",
	gif: "gif",
	webp: "webp",
	heif: "avif",
};

/** What the bytes are, whatever the server called them. SVG is refused: it is a program. */
async function decode(bytes: Buffer): Promise<Fetched> {
	if (bytes.length === 0) throw new FetchFailure("empty", false);
	const metadata = await sharp(bytes, { limitInputPixels: 100_000_000 })
		.metadata()
		.catch(() => undefined);
	const extension = extensions[metadata?.format ?? ""];
	if (!metadata || !extension)
		throw new FetchFailure("no image of a known type", false);
	await sharp(bytes, { limitInputPixels: 100_000_000 })
		.resize(1, 1)
		.toBuffer()
		.catch(() => {
			throw new FetchFailure("image is broken", true);
		});
	const { width, height } = metadata.autoOrient;
	if (width * height <= 4) throw new FetchFailure("tracking pixel", false);
	return { bytes, extension, width, height };
}
