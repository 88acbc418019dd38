/** What the captures of a web archive hold. */
import { brotliDecompressSync } from "node:zlib";
import { WARCParser, type WARCRecord } from "warcio";
import { quietly } from "../base/quietly.ts";
import type { SeedBytes } from "../read/seed-bytes.ts";
import {
	type Capture,
	captureIn,
	chunksFrom,
	isRecord,
	skipRest,
} from "./warc-record.ts";

/** What a capture holds. */
export interface Captured {
	readonly bytes: Uint8Array;
	/** Of the encoding, where the HTTP header tells it. */
	readonly charset: string | undefined;
}

/**
 * What the record at `offset` holds, unpacked as its headers say.
 *
 * @param most bytes; a larger one is not read to its end.
 * @returns `undefined` when it is larger or cannot be read.
 */
export async function readCapture(
	bytes: SeedBytes,
	offset: number,
	most: number,
): Promise<Captured | "too-large" | undefined> {
	try {
		const parser = new WARCParser(chunksFrom(bytes, offset, () => undefined));
		const record = await quietly(() => parser.parse());
		return record ? await contentOf(record, most) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The captures of an archive that is packed as one stream, where no record can be read by itself, from front to back.
 *
 * @param alive called again and again while reading goes on.
 */
export async function* readCaptures(
	bytes: SeedBytes,
	kind: Capture["kind"],
	most: number,
	alive: () => void,
): AsyncGenerator<{
	readonly capture: Capture;
	readonly held: Captured | "too-large" | undefined;
}> {
	const parser = new WARCParser(chunksFrom(bytes, 0, alive));
	try {
		for (;;) {
			const record = await quietly(() => parser.parse());
			// Behind what is broken it finds records without end that are none.
			if (!record || !isRecord(record)) return;
			const capture = captureIn(record, parser.offset);
			if (capture?.kind === kind)
				yield {
					capture,
					held: await contentOf(record, most).catch(() => undefined),
				};
			if ((await skipRest(record)) > 0) return;
		}
	} catch {
		// Where it breaks off is told by the index.
	}
}

async function contentOf(
	record: WARCRecord,
	most: number,
): Promise<Captured | "too-large"> {
	const headers = record.httpHeaders?.headers;
	const packing = (headers?.get("content-encoding") ?? "").trim().toLowerCase();
	// warcio knows no Brotli: it is told of none, and what it gives is unpacked here.
	if (packing === "br") headers?.delete("content-encoding");
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of record) {
		size += chunk.length;
		if (size > most) return "too-large";
		chunks.push(chunk);
	}
	const type =
		headers?.get("content-type") ??
		record.warcHeaders.headers.get("Content-Type") ??
		"";
	const bytes = Buffer.concat(chunks);
	return {
		bytes: packing === "br" ? unbrotlied(bytes, most) : bytes,
		charset: /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1],
	};
}

/** Some programs unpack a body and leave the header: then it is as it is. */
function unbrotlied(bytes: Uint8Array, most: number): Uint8Array {
	try {
		return brotliDecompressSync(bytes, { maxOutputLength: most });
	} catch {
		return bytes;
	}
}
