/** Web archives in a zip (WACZ): the archives inside it; the only module that knows yauzl. */

import { PassThrough, Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { type Entry, fromRandomAccessReader, RandomAccessReader } from "yauzl";
import { bytesInMemory, type SeedBytes } from "../read/seed-bytes.ts";
import { BrokenZip } from "./broken-zip.ts";

/** An archive in the zip: its bytes, or why they are not there. */
export interface InnerArchive {
	/** Path in the zip. */
	readonly name: string;
	readonly bytes?: SeedBytes;
	readonly fault?: string;
}

class Reader extends RandomAccessReader {
	readonly #bytes: SeedBytes;
	constructor(bytes: SeedBytes) {
		super();
		this.#bytes = bytes;
	}
	override _readStreamForRange(start: number, end: number): Readable {
		const bytes = this.#bytes;
		function* chunks() {
			for (let at = start; at < end; at += 65_536)
				yield bytes.read(at, Math.min(65_536, end - at));
		}
		return Readable.from(chunks()).pipe(new PassThrough());
	}
}

/**
 * The WARC files of a WACZ. As the format wants it they lie in the zip unpacked, so they are read where they lie; a packed one
 * is unpacked into memory, up to a limit.
 *
 * @throws {BrokenZip}
 */
export async function archivesIn(
	zip: SeedBytes,
	most: number,
): Promise<readonly InnerArchive[]> {
	const entries = await entriesOf(zip);
	const archives: InnerArchive[] = [];
	for (const entry of entries) {
		if (!/^archive\/.*\.warc(?:\.gz)?$/i.test(entry.fileName)) continue;
		const data = dataOf(zip, entry);
		const name = entry.fileName;
		if (entry.compressionMethod === 0) archives.push({ name, bytes: data });
		else if (entry.compressionMethod !== 8 || entry.isEncrypted())
			archives.push({ name, fault: "It is packed in a way that is not read." });
		else {
			const unpacked = await unpack(data, most);
			archives.push(
				unpacked
					? { name, bytes: bytesInMemory(name, unpacked) }
					: {
							name,
							fault: `Unpacked it is larger than ${most} bytes, or it is damaged.`,
						},
			);
		}
	}
	return archives;
}

function entriesOf(zip: SeedBytes): Promise<readonly Entry[]> {
	return new Promise((resolve, reject) => {
		const broken = (cause: Error) =>
			reject(
				new BrokenZip(
					`It is a web archive (WACZ) whose zip is broken or cut: ${cause.message.replace(/\.+$/, "")}.`,
				),
			);
		fromRandomAccessReader(
			new Reader(zip),
			zip.size,
			{ lazyEntries: false, autoClose: false },
			(error, file) => {
				if (error || !file) return broken(error ?? new Error("unreadable"));
				const entries: Entry[] = [];
				file.on("entry", (entry: Entry) => entries.push(entry));
				file.on("error", broken);
				file.on("end", () => resolve(entries));
			},
		);
	});
}

/** The bytes of an entry as they lie in the zip. */
function dataOf(zip: SeedBytes, entry: Entry): SeedBytes {
	const header = Buffer.from(zip.read(entry.relativeOffsetOfLocalHeader, 30));
	const start =
		entry.relativeOffsetOfLocalHeader +
		30 +
		(header.length < 30
			? 0
			: header.readUInt16LE(26) + header.readUInt16LE(28));
	const size = Math.max(0, Math.min(entry.compressedSize, zip.size - start));
	return {
		path: entry.fileName,
		size,
		read: (position, length) =>
			zip.read(
				start + position,
				Math.max(0, Math.min(length, size - position)),
			),
	};
}

/** @returns `undefined` when more comes out than `most` bytes, however little went in. */
function unpack(
	data: SeedBytes,
	most: number,
): Promise<Uint8Array | undefined> {
	return new Promise((resolve) => {
		const inflate = createInflateRaw();
		const chunks: Buffer[] = [];
		let size = 0;
		inflate.on("data", (chunk: Buffer) => {
			size += chunk.length;
			if (size > most) {
				inflate.destroy();
				resolve(undefined);
			} else chunks.push(chunk);
		});
		inflate.on("error", () => resolve(undefined));
		inflate.on("end", () => resolve(Buffer.concat(chunks)));
		function* parts() {
			for (let at = 0; at < data.size; at += 65_536)
				yield data.read(at, 65_536);
		}
		Readable.from(parts()).pipe(inflate);
	});
}
