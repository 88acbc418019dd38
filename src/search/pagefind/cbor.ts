/**
 * The little of CBOR (RFC 8949) that Pagefind's index files are written in: integers, texts and
 * arrays of known length.
 */

/** Major types of the values met here. */
const unsigned = 0;
const negative = 1;
const text = 3;
const array = 4;

export class CborReader {
	/** Where the next value begins. */
	at = 0;
	private readonly bytes: Uint8Array;
	private static readonly decoder = new TextDecoder();

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	/** @returns how many values follow. @throws when something else stands here. */
	array(): number {
		return this.head(array);
	}

	text(): string {
		const length = this.head(text);
		this.at += length;
		return CborReader.decoder.decode(
			this.bytes.subarray(this.at - length, this.at),
		);
	}

	integer(): number {
		return (this.bytes[this.at] as number) >> 5 === negative
			? -1 - this.head(negative)
			: this.head(unsigned);
	}

	/** An integer that is not negative; most take up one, two or three bytes. */
	step(): number {
		const { bytes, at } = this;
		const head = bytes[at] as number;
		if (head < 24) {
			this.at = at + 1;
			return head;
		}
		if (head === 24) {
			this.at = at + 2;
			return bytes[at + 1] as number;
		}
		if (head !== 25) return this.head(unsigned);
		this.at = at + 3;
		return ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
	}

	/** Step over one value of any kind. */
	skip(): void {
		const major = (this.bytes[this.at] as number) >> 5;
		const value = this.head(major);
		if (major === text) this.at += value;
		else if (major === array) for (let i = 0; i < value; i++) this.skip();
	}

	/** Step over as many integers. */
	skipIntegers(count: number): void {
		for (let i = 0; i < count; i++) {
			const short = (this.bytes[this.at] as number) & 31;
			this.at += short < 24 ? 1 : 1 + (1 << (short - 24));
		}
	}

	private head(expected: number): number {
		const { bytes } = this;
		const first = bytes[this.at++];
		if (first === undefined || first >> 5 !== expected)
			throw new Error(
				`Pagefind's file has another shape than expected at byte ${this.at - 1}.`,
			);
		const short = first & 31;
		if (short < 24) return short;
		let value = 0;
		for (let left = 1 << (short - 24); left > 0; left--)
			value = value * 256 + (bytes[this.at++] as number);
		return value;
	}
}

export class CborWriter {
	/** Bytes written so far. */
	length = 0;
	private bytes = Buffer.allocUnsafe(65_536);

	array(count: number): void {
		this.head(array, count);
	}

	text(value: string): void {
		const length = Buffer.byteLength(value);
		this.head(text, length);
		this.room(length);
		this.length += this.bytes.write(value, this.length);
	}

	/** @param value not negative. */
	integer(value: number): void {
		this.head(unsigned, value);
	}

	/** Values that are encoded already. */
	append(encoded: Uint8Array): void {
		this.room(encoded.length);
		this.bytes.set(encoded, this.length);
		this.length += encoded.length;
	}

	/** What was written since the last call. */
	take(): Uint8Array {
		const written = Uint8Array.prototype.slice.call(this.bytes, 0, this.length);
		this.length = 0;
		return written;
	}

	private head(major: number, value: number): void {
		this.room(9);
		const { bytes } = this;
		if (value < 24) bytes[this.length++] = (major << 5) | value;
		else if (value < 256) {
			bytes[this.length++] = (major << 5) | 24;
			bytes[this.length++] = value;
		} else if (value < 65_536) {
			bytes[this.length++] = (major << 5) | 25;
			this.length = bytes.writeUInt16BE(value, this.length);
		} else {
			bytes[this.length++] = (major << 5) | 26;
			this.length = bytes.writeUInt32BE(value, this.length);
		}
	}

	private room(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const grown = Buffer.allocUnsafe(
			Math.max(this.length + more, this.bytes.length * 2),
		);
		this.bytes.copy(grown, 0, 0, this.length);
		this.bytes = grown;
	}
}
