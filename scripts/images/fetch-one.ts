/** One image over the network: bounded in time, size and redirects, and believed only when it decodes. */
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import sharp from "sharp";
import { isGlobal, lookupGlobal, PrivateAddress } from "./global-address.ts";

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

/** Why an image could not be had. */
export class FetchFailure extends Error {
	/** Whether another try may help: then nothing is remembered of this one. */
	readonly retry: boolean;
	/** Milliseconds that the server asked to wait. */
	readonly waitMs: number | undefined;
	/** Whether this machine reaches no other. */
	readonly isOffline: boolean;

	constructor(
		reason: string,
		retry: boolean,
		{
			waitMs,
			isOffline = false,
		}: { waitMs?: number; isOffline?: boolean } = {},
	) {
		super(reason);
		this.retry = retry;
		this.waitMs = waitMs;
		this.isOffline = isOffline;
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
		return await decode(await follow(address, limits, control));
	} catch (error) {
		const { reason } = control.signal;
		throw reason instanceof FetchFailure ? reason : failureOf(error);
	} finally {
		clearTimeout(total);
		control.abort();
	}
}

/** What machines without a network say. */
const offline = new Set(["EAI_AGAIN", "ENETUNREACH", "ENETDOWN"]);

function failureOf(error: unknown): FetchFailure {
	if (error instanceof FetchFailure) return error;
	if (error instanceof PrivateAddress)
		return new FetchFailure(error.message, false);
	const { code, message } = error as NodeJS.ErrnoException;
	return new FetchFailure(code ?? message, true, {
		isOffline: offline.has(code ?? ""),
	});
}

/** The body behind `address`, redirects followed, each of them checked like the first. */
async function follow(
	address: string,
	limits: FetchLimits,
	control: AbortController,
): Promise<Buffer> {
	const seen = new Set<string>();
	let url = parsed(address);
	for (;;) {
		if (seen.has(url.href))
			throw new FetchFailure("redirects in a circle", false);
		if (seen.size > limits.redirects)
			throw new FetchFailure("too many redirects", false);
		seen.add(url.href);
		const response = await ask(url, limits, control);
		const { statusCode: status = 0, headers } = response;
		if (status >= 300 && status < 400 && headers.location) {
			response.destroy();
			url = parsed(headers.location, url);
			continue;
		}
		if (status >= 200 && status < 300)
			return await readBody(response, limits, control);
		response.destroy();
		const wait = Number(headers["retry-after"]) * 1_000;
		throw new FetchFailure(`HTTP ${status}`, status === 429 || status >= 500, {
			...(Number.isFinite(wait) && wait > 0
				? { waitMs: Math.min(wait, 120_000) }
				: {}),
		});
	}
}

function parsed(address: string, base?: URL): URL {
	const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
	if (!url) throw new FetchFailure("no address", false);
	if (url.protocol !== "http:" && url.protocol !== "https:")
		throw new FetchFailure(`scheme ${url.protocol}`, false);
	return url;
}

/** Against requests forged by crawled pages (SSRF): no address of a private network is asked, unless that is allowed. */
async function ask(
	url: URL,
	limits: FetchLimits,
	control: AbortController,
): Promise<IncomingMessage> {
	const host = url.hostname.replace(/^\[|\]$/g, "");
	if (!limits.allowPrivate && isIP(host) !== 0 && !isGlobal(host))
		throw new FetchFailure("address of a private network", false);
	const request = url.protocol === "https:" ? requestHttps : requestHttp;
	return withStall(
		limits,
		control,
		() =>
			new Promise((resolve, reject) => {
				const asked = request(url, {
					// A connection of its own: a kept one may lead to an address that an earlier look-up of the name gave.
					agent: false,
					signal: control.signal,
					headers: {
						accept: "image/*",
						"accept-encoding": "identity",
						"user-agent": "biannian-fetch-images/1 (archive of news articles)",
					},
					...(limits.allowPrivate ? {} : { lookup: lookupGlobal }),
				});
				asked.on("response", resolve);
				asked.on("error", reject);
				asked.end();
			}),
	);
}

async function readBody(
	response: IncomingMessage,
	limits: FetchLimits,
	control: AbortController,
): Promise<Buffer> {
	if (Number(response.headers["content-length"]) > limits.maxBytes) {
		response.destroy();
		throw new FetchFailure("too large", false);
	}
	const chunks = response[Symbol.asyncIterator]();
	const pieces: Buffer[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = await withStall(limits, control, () =>
			chunks.next(),
		);
		if (done) return Buffer.concat(pieces);
		size += value.length;
		// The stated length may lie or be missing.
		if (size > limits.maxBytes) {
			response.destroy();
			throw new FetchFailure("too large", false);
		}
		pieces.push(value);
	}
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
