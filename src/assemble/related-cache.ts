/** The note in which one build leaves to the next what it knows of related articles. */
import { endianness } from "node:os";
import { fingerprint } from "../base/order.ts";
import { mostRelated, type RelatedMemory } from "../enrich/related.ts";
import { bins } from "../enrich/signature.ts";
import { readSealedBytes, writeSealed } from "../store/checksummed.ts";

/** Bytes of what stands first in a note: {@link markOf} and the number of articles. */
const markLength = 32;
const headLength = markLength + Uint32Array.BYTES_PER_ELEMENT;

/**
 * Write a note for {@link readRelatedMemory}, whole or not at all: a head, the numbers of `bins` and of `neighbours` as
 * the processor has them in memory (at 100,000 articles, JSON would take seconds), and ids and keys as JSON.
 *
 * @param version of the code behind signatures, relatives and notes.
 */
export function writeRelatedMemory(
	path: string,
	version: string,
	{ ids, keys, bins: all, neighbours }: RelatedMemory,
): void {
	writeSealed(
		path,
		markOf(version),
		bytesOf(Uint32Array.of(ids.length)),
		bytesOf(all),
		bytesOf(neighbours),
		JSON.stringify([ids, keys]),
	);
}

/** @returns `undefined` when it is not there, damaged, or of another version of the code or another kind of machine. */
export function readRelatedMemory(
	path: string,
	version: string,
): RelatedMemory | undefined {
	const bytes = readSealedBytes(path);
	if (bytes?.toString("latin1", 0, markLength) !== markOf(version)) return;
	const { buffer, byteOffset } = bytes;
	const [articles = 0] = new Uint32Array(buffer, byteOffset + markLength, 1);
	// Read where they lie, because copies would take as long as reading the file.
	const all = new Uint16Array(buffer, byteOffset + headLength, articles * bins);
	const neighbours = new Int32Array(
		buffer,
		all.byteOffset + all.byteLength,
		articles * mostRelated,
	);
	const end = headLength + all.byteLength + neighbours.byteLength;
	const [ids, keys] = JSON.parse(bytes.toString("utf8", end)) as string[][];
	return ids && keys && { ids, keys, bins: all, neighbours };
}

/** Tells notes of this version from others. A cache may come from a machine with another order of bytes. */
function markOf(version: string): string {
	return fingerprint(JSON.stringify([version, endianness()]));
}

function bytesOf({
	buffer,
	byteOffset,
	byteLength,
}: Uint16Array | Int32Array | Uint32Array): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}
