import { isAscii, isUtf8, transcode } from "node:buffer";

/**
 * The text of UTF-8 `bytes`, as `Buffer.toString` has it: a mark at the beginning stays, every broken
 * sequence is U+FFFD.
 *
 * Before Node 24 V8 decodes Chinese text a character at a time; by way of UTF-16 a well-formed one
 * takes a fifth of the time.
 */
export function textOf(bytes: Uint8Array): string {
	if (quickDecoder) return asBuffer(bytes).toString();
	if (isAscii(bytes)) return asBuffer(bytes).toString("latin1");
	return isUtf8(bytes)
		? transcode(bytes, "utf8", "utf16le").toString("utf16le")
		: asBuffer(bytes).toString();
}

/**
 * The UTF-8 of `text`, as `Buffer.from` has it: what is half of a pair is U+FFFD. By way of UTF-16 long Chinese text
 * takes a third of the time, in Node 24 as well.
 */
export function bytesOf(text: string): Buffer {
	if (text.length < worthDetour) return Buffer.from(text);
	try {
		return transcode(Buffer.from(text, "utf16le"), "utf16le", "utf8");
	} catch {
		// Half a pair is nothing that it knows how to write.
		return Buffer.from(text);
	}
}

/** Code units from which on the detour is the shorter way. */
const worthDetour = 1_000;

const quickDecoder = Number(process.versions.node.split(".")[0]) >= 24;

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
	return Buffer.from(buffer, byteOffset, byteLength);
}
