/** One record of a web archive, as far as warcio tells of it. */
import type { WARCRecord } from "warcio";
import type { SeedBytes } from "../read/seed-bytes.ts";

/** One capture in an archive that may matter: a page or a picture. */
export interface Capture {
	/** Where its record begins in the file: what index files of web archives call its offset. */
	readonly offset: number;
	readonly kind: "page" | "picture";
	readonly url: string;
	/** As the archive writes it, ISO 8601 in UTC. */
	readonly date: string;
}

export function isRecord({ warcHeaders }: WARCRecord): boolean {
	return /^WARC\/\d/.test(warcHeaders.statusline ?? "");
}

/** @returns `undefined` for a record that is neither a page nor a picture. */
export function captureIn(
	record: WARCRecord,
	offset: number,
): Capture | undefined {
	const { warcType, httpHeaders } = record;
	const url = record.warcTargetURI ?? "";
	const isAnswer = warcType === "response" && httpHeaders?.statusCode === 200;
	const type = (
		warcType === "resource"
			? record.warcHeaders.headers.get("Content-Type")
			: httpHeaders?.headers.get("content-type")
	)?.toLowerCase();
	if ((!isAnswer && warcType !== "resource") || !/^https?:/i.test(url) || !type)
		return undefined;
	const kind = /^\s*(?:text\/html|application\/xhtml\+xml)/.test(type)
		? "page"
		: /^\s*image\/(?:jpeg|jpg|png|gif|webp|avif)/.test(type)
			? "picture"
			: undefined;
	return kind && { offset, kind, url, date: record.warcDate ?? "" };
}

/**
 * Read what is left of a record. warcio's own way to do so never ends where the file is over before the record is.
 *
 * @returns how many bytes the record promises and the file does not have.
 */
export async function skipRest(record: WARCRecord): Promise<number> {
	const reader = record._reader as AsyncIterable<Uint8Array> & {
		readonly limit?: number;
	};
	for await (const _ of reader);
	const { limit } = reader;
	return typeof limit === "number" && limit > 0 ? limit : 0;
}

const chunkBytes = 256 * 1024;

/** @param alive called again and again. */
export function* chunksFrom(
	bytes: SeedBytes,
	from: number,
	alive: () => void,
): Generator<Uint8Array> {
	for (let at = from; at < bytes.size; at += chunkBytes) {
		alive();
		const chunk = bytes.read(at, chunkBytes);
		if (chunk.length === 0) return;
		yield chunk;
	}
}
