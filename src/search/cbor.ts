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
	private bytes: Uint8Array = new Uint8Array(65_536);
	private static readonly encoder = new TextEncoder();

	array(count: number): void {
		this.head(array, count);
	}

	text(value: string): void {
		const encoded = CborWriter.encoder.encode(value);
		this.head(text, encoded.length);
		this.append(encoded);
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
		const taken = this.bytes.slice(0, this.length);
		this.length = 0;
		return taken;
	}

	private head(major: number, value: number): void {
		this.room(9);
		const size = value < 24 ? 0 : value < 256 ? 1 : value < 65_536 ? 2 : 4;
		this.bytes[this.length++] =
			(major << 5) | (size === 0 ? value : 24 + Math.log2(size));
		for (let shift = size - 1; shift >= 0; shift--)
			this.bytes[this.length++] = (value / 256 ** shift) & 255;
	}

	private room(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const grown = new Uint8Array(
			Math.max(this.length + more, this.bytes.length * 2),
		);
		grown.set(this.bytes.subarray(0, this.length));
		this.bytes = grown;
	}
}
