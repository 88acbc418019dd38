/** The bytes of one seed file, wherever they lie, so that nothing after this knows of file systems. */
import type { OpenFile } from "./open.ts";

export interface SeedBytes {
	/** Path relative to the seeds folder, with `/`. */
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	/** At most `length` bytes from `position` on; fewer only at the end. */
	read(position: number, length: number): Uint8Array;
}

/** Bytes that are in memory already. */
export function bytesInMemory(path: string, bytes: Uint8Array): SeedBytes {
	return {
		path,
		size: bytes.length,
		read: (position, length) => bytes.subarray(position, position + length),
	};
}

/** Bytes of an open file. */
export function bytesOnDisk(path: string, file: OpenFile): SeedBytes {
	return {
		path,
		size: file.size,
		read: (position, length) =>
			file.read(position, Math.max(0, Math.min(length, file.size - position))),
	};
}

/** Bytes read from the disk at once where a file is read from front to back. */
const chunkBytes = 256 * 1024;

/** All bytes from front to back, a little at a time. */
export function* chunksOf(bytes: SeedBytes): Generator<Uint8Array> {
	for (let at = 0; at < bytes.size; at += chunkBytes) {
		const chunk = bytes.read(at, chunkBytes);
		if (chunk.length === 0) return;
		yield chunk;
	}
}
