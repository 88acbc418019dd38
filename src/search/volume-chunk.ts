import { ByteReader } from "./postings.ts";

/** The tokens of a chunk and where their places lie, still as bytes. */
export function readChunk(bytes: Uint8Array): Map<string, Uint8Array> {
	const reader = new ByteReader(bytes);
	const decoder = new TextDecoder();
	const tokens = new Map<string, Uint8Array>();
	while (reader.at < bytes.length) {
		const token = decoder.decode(reader.slice(reader.number()));
		tokens.set(token, reader.slice(reader.number()));
	}
	return tokens;
}
