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

	/**
	 * So many integers, each a step from the one before, the first from `from`.
	 *
	 * @param to takes what they add up to.
	 */
	steps(count: number, from: number, to: Uint32Array): void {
		const { bytes } = this;
		let { at } = this;
		let sum = from;
		for (let n = 0; n < count; n++) {
			const head = bytes[at++] as number;
			if (head < 24) sum += head;
			else if (head === 24) sum += bytes[at++] as number;
			else if (head === 25) {
				sum += ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
				at += 2;
			} else {
				this.at = at - 1;
				sum += this.head(unsigned);
				at = this.at;
			}
			to[n] = sum;
		}
		this.at = at;
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
	private bytes: Buffer = Buffer.allocUnsafe(65_536);

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

	/** Integers that ascend from the one at `from` to the one before `to`, as steps from each to the next. */
	steps(numbers: Uint32Array, from: number, to: number): void {
		this.room(5 * (to - from));
		const { bytes } = this;
		let at = this.length;
		let before = 0;
		for (let n = from; n < to; n++) {
			const number = numbers[n] as number;
			const step = number - before;
			before = number;
			if (step < 24) {
				bytes[at++] = step;
				continue;
			}
			const long = step < 256 ? 0 : step < 65_536 ? 1 : 2;
			bytes[at++] = 24 + long;
			if (long === 2) {
				bytes[at++] = step >>> 24;
				bytes[at++] = step >>> 16;
			}
			if (long > 0) bytes[at++] = step >>> 8;
			bytes[at++] = step;
		}
		this.length = at;
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
