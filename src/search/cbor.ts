/**
 * The little of CBOR (RFC 8949) that Pagefind's index files are written in: unsigned and negative
 * integers, text, byte strings, arrays of known length.
 */
export class CborReader {
	private at = 0;
	private readonly bytes: Uint8Array;
	private readonly view: DataView;
	private static readonly decoder = new TextDecoder();

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	/** @returns how many items follow. @throws when something else stands here. */
	array(): number {
		return this.head(4);
	}

	text(): string {
		const length = this.head(3);
		this.at += length;
		return CborReader.decoder.decode(
			this.bytes.subarray(this.at - length, this.at),
		);
	}

	/** A signed integer. */
	integer(): number {
		const major = (this.bytes[this.at] as number) >> 5;
		return major === 1 ? -1 - this.head(1) : this.head(0);
	}

	/** Step over one item of any kind. */
	skip(): void {
		const major = (this.bytes[this.at] as number) >> 5;
		const value = this.head(major);
		if (major === 2 || major === 3) this.at += value;
		else if (major === 4) for (let i = 0; i < value; i++) this.skip();
	}

	private head(expected: number): number {
		const first = this.bytes[this.at++];
		if (first === undefined || first >> 5 !== expected)
			throw new Error(
				`Pagefind's index file has another shape than expected at byte ${this.at - 1}.`,
			);
		const length = first & 31;
		if (length < 24) return length;
		const size = 1 << (length - 24);
		const start = this.at;
		this.at += size;
		if (size === 1) return this.view.getUint8(start);
		if (size === 2) return this.view.getUint16(start);
		if (size === 4) return this.view.getUint32(start);
		return Number(this.view.getBigUint64(start));
	}
}
